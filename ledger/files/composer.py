"""Events of the C parser → plain data and, on demand, the place of every pointer.

Scalars stay text: ``2017-02-30``, ``no`` and ``010`` surprise nobody; the model types them. We compose our own nodes
from the parser's events instead of taking its node tree, because its composer recurses in C (100,000 brackets end the
process) and would have expanded aliases before we could refuse them; it is also twice as slow.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from _ruamel_yaml import CParser
from ruamel.yaml.error import MarkedYAMLError, StringMark, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ledger.base.diagnostics import Pointer

MAX_DEPTH = 32
Span = tuple[int, int, int]  # line and column from 0, and how many characters to underline


@dataclass(slots=True)
class Fault:
    """Something YAML that the ledger does not take; becomes a diagnostic once the file is known."""

    code: str
    message: str
    span: Span
    hint: str = ""
    related: Span | None = None


@dataclass(slots=True)
class Composition:
    """What one file holds; ``keys`` and ``values`` are filled only when positions were asked for."""

    data: Any = None
    faults: list[Fault] = field(default_factory=list)
    keys: dict[Pointer, Span] = field(default_factory=dict)
    values: dict[Pointer, Span] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not been seen."""

    node: Any
    pointer: Pointer
    key: str | None = None
    seen: dict[str, Any] | None = None  # key → the event that wrote it; None for a list


def compose(source: bytes, *, positions: bool = False) -> Composition:
    """Read one YAML document. Faults never raise: they stand in the result, beside what could be read."""
    composer = _Composer(positions)
    try:
        for event in _events(source):
            if not composer.take(event):
                break
    except MarkedYAMLError as error:
        composer.result.faults.append(_syntax_fault(error))
    except YAMLError as error:
        composer.result.faults.append(_character_fault(error, source))
    return composer.result


def _events(source: bytes) -> Iterator[Any]:
    parser = CParser(source)
    while parser.check_event():
        yield parser.get_event()


class _Composer:
    """Takes events one by one and hangs what they say into the mapping or list that is open."""

    def __init__(self, positions: bool) -> None:
        self.result = Composition()
        self._positions = positions
        self._stack: list[_Open] = []
        self._documents = 0

    def take(self, event: Any) -> bool:
        """False when nothing behind this event is worth reading."""
        kind = type(event)
        if kind is ScalarEvent:
            self._refuse_marks(event)
            self._scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._refuse_marks(event)
            if len(self._stack) >= MAX_DEPTH:
                self._fault("R112", f"嵌套超过 {MAX_DEPTH} 层", event)
                return False
            self._begin(event, {} if kind is MappingStartEvent else [])
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._stack.pop()
        elif kind is AliasEvent:
            self._fault("R104", f"不得使用别名 *{event.anchor}", event)
            self._hang(None, event)
        elif kind is DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._fault("R107", "一个文件只能有一个 YAML 文档", event)
                return False
        return True

    def _scalar(self, event: Any) -> None:
        text = event.value
        if self._wants_key():
            self._key(text, event)
        else:
            self._hang(None if not text and not event.style else text, event)

    def _wants_key(self) -> bool:
        return bool(self._stack) and self._stack[-1].seen is not None and self._stack[-1].key is None

    def _key(self, text: str, event: Any) -> None:
        top = self._stack[-1]
        seen = top.seen if top.seen is not None else {}
        top.key = text
        if text in seen:
            self._fault("R106", f"键 {text} 在同一处写了两次", event, _span(seen[text]))
            return
        seen[text] = event
        if self._positions:
            self.result.keys[(*top.pointer, text)] = _span(event)

    def _begin(self, event: Any, node: Any) -> None:
        if self._wants_key():
            self._fault("R108", "键只能是一个词，不能是列表或映射", event)
            self._stack[-1].key = "?"
        pointer = self._hang(node, event)
        self._stack.append(_Open(node, pointer, seen={} if isinstance(node, dict) else None))

    def _hang(self, value: Any, event: Any) -> Pointer:
        """Hang ``value`` into the node that is open and say where it now is."""
        pointer: Pointer = ()
        if not self._stack:
            self.result.data = value
        elif (top := self._stack[-1]).seen is None:
            pointer = (*top.pointer, len(top.node))
            top.node.append(value)
        else:
            key = top.key if top.key is not None else "?"
            pointer = (*top.pointer, key)
            if value is not None:  # `due:` with nothing behind it says nothing
                top.node.setdefault(key, value)
            top.key = None
        if self._positions:
            self.result.values.setdefault(pointer, _span(event))
        return pointer

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault("R104", f"不得使用锚点 &{event.anchor}", event)
        if event.tag is not None:
            self._fault("R105", f"不得使用标签 {event.tag}", event)

    def _fault(self, code: str, message: str, event: Any, related: Span | None = None) -> None:
        self.result.faults.append(Fault(code, message, _span(event), related=related))


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if end.line == start.line else 0
    return (start.line, start.column, max(0, length))


def _syntax_fault(error: MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    span = (mark.line, mark.column, 1) if isinstance(mark, StringMark) or mark else (0, 0, 0)
    return Fault("R108", f"不是合法的 YAML：{_in_chinese(error.problem or '')}", span, _SYNTAX_HINT)


def _character_fault(error: YAMLError, source: bytes) -> Fault:
    before = source[: getattr(error, "position", 0) or 0]  # the C parser counts bytes
    line = before.count(b"\n")
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace"))
    return Fault("R115", "有控制字符，YAML 不允许", (line, column, 1), "删去该字符后重新保存")


_SYNTAX_HINT = "检查缩进是否对齐、冒号后是否有空格、引号是否成对"
_SYNTAX = {
    "mapping values are not allowed in this context": "这里不能再出现“键: 值”（缩进不齐，或上一行的值里有未加引号的冒号）",
    "could not find expected ':'": "这一行缺少冒号",
    "did not find expected key": "这里应是一个键（缩进不齐）",
    "did not find expected '-' indicator": "这里应是以“- ”开头的一项（缩进不齐）",
    "did not find expected ',' or ']'": "方括号没有配对，或缺少逗号",
    "did not find expected ',' or '}'": "花括号没有配对，或缺少逗号",
    "found unexpected end of stream": "文件在引号或括号没有结束时就完了",
    "found character that cannot start any token": "这里的字符不能作为开头（制表符，或 @ ` 须加引号）",
    "block sequence entries are not allowed in this context": "这里不能以“- ”开头",
    "did not find expected node content": "这里应有内容",
    "found undefined tag handle": "不得使用标签",
    "found unexpected ':'": "方括号或花括号里的值含有冒号，要加引号",
    "found unknown escape character": "双引号里的反斜杠 \\ 是转义符；写反斜杠本身要写两个，或改用单引号",
    "did not find expected hexdecimal number": "双引号里的 \\x、\\u 后面应是十六进制数；或改用单引号",
    "did not find expected alphabetic or numeric character": "以 * 或 & 开头的值要加引号",
    "did not find expected comment or line break": "| 或 > 后面要换行；以它们开头的值要加引号",
    "did not find expected whitespace or line break": "以感叹号 ! 开头的值要加引号",
    "could not find expected directive name": "以 % 开头的值要加引号",
    "did not find expected <document start>": "文件开头之后还有不属于它的内容（缩进不齐，或值后面多了字）",
    "mapping keys are not allowed in this context": "这里不能以“? ”开头",
}


def _in_chinese(problem: str) -> str:
    return _SYNTAX.get(problem, problem)
