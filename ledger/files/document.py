"""A file's bytes → a :class:`Document`: plain data, and a place for every pointer."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ledger.base.diagnostics import Diagnostic, Place, Pointer, Severity
from ledger.files.composition import Composition, compose
from ledger.files.faults import Fault, Span

BOMS = {b"\xef\xbb\xbf": "UTF-8", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


@dataclass(frozen=True, eq=False)
class Document:
    """One YAML file as data whose scalars are all text.

    Places are mostly not kept: they are found by reading the file's own bytes again the first time somebody asks, so
    that a ledger without faults pays nothing for them.
    """

    path: str
    data: dict[str, Any]
    source: bytes = field(repr=False)
    placed: Composition | None = field(default=None, repr=False)

    @cached_property
    def _composition(self) -> Composition:
        return self.placed or compose(self.source, positions=True)

    @cached_property
    def lines(self) -> list[str]:
        return self.source.decode("utf-8", "replace").splitlines()

    def place(self, pointer: Pointer = (), *, key: bool = False) -> Place:
        """Where ``pointer`` stands; with ``key``, where its key does.

        A list or a mapping is shown at its key; what is not in the file at its nearest parent.
        """
        while pointer:
            span = self._span(pointer, key=key)
            if span is not None:
                return _place(self.path, span, self.lines)
            pointer, key = pointer[:-1], False
        return _place(self.path, (0, 0, 0), self.lines)

    def _span(self, pointer: Pointer, *, key: bool) -> Span | None:
        keys, values = self._composition.keys, self._composition.values
        if key or self._is_collection(pointer):
            return keys.get(pointer) or values.get(pointer)
        return values.get(pointer) or keys.get(pointer)

    def _is_collection(self, pointer: Pointer) -> bool:
        node: Any = self.data
        for step in pointer:
            if isinstance(node, dict):
                node = node.get(str(step))
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                return False
        return isinstance(node, dict | list)


def read_document(
    path: str, source: bytes, *, positions: bool = False
) -> tuple[Document | None, list[Diagnostic]]:
    """Every fault that can be told at once, and the document only when there is none.

    ``positions`` finds all places at once, for whoever reads the file for their sake.
    """
    for bom, encoding in BOMS.items():
        if source.startswith(bom):
            hint = "用编辑器另存为“UTF-8 无 BOM”"
            return None, [_error("R102", f"文件以 {encoding} 字节序标记（BOM）开头", Place(path), hint)]
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_encoding_fault(path, source, error)]
    composition = compose(source, positions=positions)
    evident = _evident(text)
    faults = evident + [
        f for f in composition.faults if not (evident and f.code == "R108")
    ]  # they are what broke it
    if faults:
        lines = text.splitlines()
        return None, [_diagnostic(path, fault, lines) for fault in faults]
    if not isinstance(composition.data, dict):
        found = "文件是空的" if composition.data is None else "文件最外层不是“键: 值”"
        return None, [_error("R113", found, Place(path), "参照 plans/README.md 的样例填写")]
    return Document(path, composition.data, source, composition if positions else None), []


def _evident(text: str) -> list[Fault]:
    """What is seen without reading YAML."""
    if "\t" not in text and "<<<<<<< " not in text and ">>>>>>> " not in text:
        return []
    lines = text.splitlines()
    return [*_tabs(lines), *_conflicts(lines)]


def _tabs(lines: list[str]) -> list[Fault]:
    at = [(n, line.index("\t"), 1) for n, line in enumerate(lines) if "\t" in line]
    return [Fault("R103", "有制表符（Tab）", span, "改用空格缩进") for span in at[:5]]


def _conflicts(lines: list[str]) -> list[Fault]:
    marks = [(n, 0, 7) for n, line in enumerate(lines) if line.startswith(("<<<<<<< ", ">>>>>>> "))]
    return [
        Fault("R108", "有没解决的合并冲突", span, "保留要的一方，删去 <<<<<<<、=======、>>>>>>> 这几行")
        for span in marks
    ]


def _encoding_fault(path: str, source: bytes, error: UnicodeDecodeError) -> Diagnostic:
    before = source[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
    hint = "用编辑器另存为 UTF-8"
    if _is_gb18030(source):
        hint = "文件像是 GB18030（GBK）编码，" + hint
    return _error("R101", "不是 UTF-8 编码的文本", Place(path, line, column), hint)


def _is_gb18030(source: bytes) -> bool:
    if b"\x00" in source:
        return False
    try:
        source.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _diagnostic(path: str, fault: Fault, lines: list[str]) -> Diagnostic:
    related = ((_place(path, fault.related, lines), "第一次写在这里"),) if fault.related else ()
    place = _place(path, fault.span, lines)
    return Diagnostic(fault.code, Severity.ERROR, fault.message, place, fault.hint, related)


def _place(path: str, span: Span, lines: list[str]) -> Place:
    line, column, length = span
    if line >= len(lines) > 0:  # the parser stood behind the last line
        line, column, length = len(lines) - 1, len(lines[-1]), 0
    text = lines[line] if line < len(lines) else ""
    return Place(path, line + 1, column + 1, length, text)


def _error(code: str, message: str, place: Place, hint: str = "") -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, place, hint)
