"""Events of the C parser → plain data and, on demand, the place of every pointer.

Scalars stay text: ``2017-02-30``, ``no`` and ``010`` surprise nobody; the model types them. We compose our own nodes
from the parser's events instead of taking its node tree, because its composer recurses in C (100,000 brackets end the
process) and would have expanded aliases before we could refuse them; it is also twice as slow.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from _ruamel_yaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError
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
from ledger.base.text import one_line, shorten
from ledger.files.composition import MAX_DEPTH, Composition
from ledger.files.faults import Fault, Span
from ledger.files.syntax import character_fault, syntax_fault

MAX_FAULTS = 20


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not been seen."""

    node: Any
    pointer: Pointer
    key: str | None = None
    seen: dict[str, Any] | None = None  # key → the event that wrote it; None for a list


def composed(source: bytes, *, positions: bool) -> Composition:
    """Read one YAML document, whatever it is made of."""
    composer = _Composer(positions)
    try:
        for event in _events(source):
            if not composer.take(event) or len(composer.result.faults) >= MAX_FAULTS:
                break
    except MarkedYAMLError as error:
        composer.result.faults.append(syntax_fault(error))
    except YAMLError as error:
        composer.result.faults.append(character_fault(error, source))
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
            self._fault("R104", f"不得使用别名 *{_brief(event.anchor)}", event)
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
            self._fault("R106", f"键 {_brief(text)} 在同一处写了两次", event, _span(seen[text]))
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
            self._fault("R104", f"不得使用锚点 &{_brief(event.anchor)}", event)
        if event.tag is not None:
            self._fault(
                "R105", f"不得使用标签 {_brief(event.tag.replace('tag:yaml.org,2002:', '!!'))}", event
            )

    def _fault(self, code: str, message: str, event: Any, related: Span | None = None) -> None:
        self.result.faults.append(Fault(code, message, _span(event), _HINTS.get(code, ""), related))


_HINTS = {
    "R104": "把内容原样再写一遍；台账不用锚点和别名",
    "R105": "删去感叹号开头的标签；值本身以感叹号开头的，加引号",
    "R106": "两处合成一处，或删去写错的那处",
    "R107": "删去 --- 以下的内容，或另存为一个文件",
    "R108": "键写成一个词，后面是冒号和空格",
    "R112": "照 plans/README.md 的样例减少嵌套",
}


def _brief(name: str) -> str:
    return shorten(one_line(name), 40)


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if end.line == start.line else 0
    return (start.line, start.column, max(0, length))
