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
    Event,
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
    seen: dict[str, Span] | None = None


def compose(source: bytes, *, positions: bool = False) -> Composition:
    """Read one YAML document. Faults never raise: they stand in the result, beside what could be read."""
    result = Composition()
    stack: list[_Open] = []
    documents = 0
    try:
        for event in _events(source):
            kind = type(event)
            if kind is ScalarEvent:
                _refuse_marks(event, result)
                _scalar(event, stack, result, positions=positions)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                _refuse_marks(event, result)
                if len(stack) >= MAX_DEPTH:
                    result.faults.append(Fault("R112", f"嵌套超过 {MAX_DEPTH} 层", _span(event)))
                    return result
                _open(event, stack, result, positions=positions)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                stack.pop()
            elif kind is AliasEvent:
                result.faults.append(Fault("R104", f"不得使用别名 *{event.anchor}", _span(event)))
                _put(None, event, stack, result, positions=positions)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    result.faults.append(Fault("R107", "一个文件只能有一个 YAML 文档", _span(event)))
                    return result
    except MarkedYAMLError as error:
        result.faults.append(_syntax_fault(error))
    except YAMLError as error:
        result.faults.append(_character_fault(error, source))
    return result


def _events(source: bytes) -> Iterator[Event]:
    parser = CParser(source)
    while parser.check_event():
        yield parser.get_event()


def _scalar(event: ScalarEvent, stack: list[_Open], result: Composition, *, positions: bool) -> None:
    text = event.value
    if stack and isinstance(stack[-1].node, dict) and stack[-1].key is None:
        _key(text, event, stack[-1], result, positions=positions)
        return
    _put(None if not text and event.style is None else text, event, stack, result, positions=positions)


def _key(text: str, event: ScalarEvent, top: _Open, result: Composition, *, positions: bool) -> None:
    assert top.seen is not None  # noqa: S101 - a mapping has it from its start
    top.key = text
    if text in top.seen:
        again = Fault("R106", f"键 {text} 在同一处写了两次", _span(event), related=top.seen[text])
        result.faults.append(again)
        return
    top.seen[text] = _span(event)
    if positions:
        result.keys[(*top.pointer, text)] = _span(event)


def _open(event: Event, stack: list[_Open], result: Composition, *, positions: bool) -> None:
    is_mapping = type(event) is MappingStartEvent
    if stack and isinstance(stack[-1].node, dict) and stack[-1].key is None:
        result.faults.append(Fault("R108", "键只能是一个词，不能是列表或映射", _span(event)))
        stack[-1].key = f"?{len(stack[-1].node)}"
    node: Any = {} if is_mapping else []
    pointer = _put(node, event, stack, result, positions=positions)
    stack.append(_Open(node, pointer, seen={} if is_mapping else None))


def _put(value: Any, event: Event, stack: list[_Open], result: Composition, *, positions: bool) -> Pointer:
    """Hang ``value`` into the node that is open and say where it now is."""
    pointer: Pointer = ()
    if not stack:
        result.data = value
    else:
        top = stack[-1]
        if isinstance(top.node, list):
            pointer = (*top.pointer, len(top.node))
            top.node.append(value)
        else:
            key = top.key if top.key is not None else f"?{len(top.node)}"
            pointer = (*top.pointer, key)
            if value is not None:  # `due:` with nothing behind it says nothing
                top.node.setdefault(key, value)
            top.key = None
    if positions:
        result.values.setdefault(pointer, _span(event))
    return pointer


def _refuse_marks(event: Any, result: Composition) -> None:
    if event.anchor is not None:
        result.faults.append(Fault("R104", f"不得使用锚点 &{event.anchor}", _span(event)))
    if event.tag is not None:
        result.faults.append(Fault("R105", f"不得使用标签 {event.tag}", _span(event)))


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    length = end.column - start.column if end.line == start.line else 0
    return (start.line, start.column, max(0, length))


def _syntax_fault(error: MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    span = (mark.line, mark.column, 1) if isinstance(mark, StringMark) or mark else (0, 0, 0)
    return Fault("R108", f"不是合法的 YAML：{_in_chinese(error.problem or '')}", span, _SYNTAX_HINT)


def _character_fault(error: YAMLError, source: bytes) -> Fault:
    text = source.decode("utf-8", "replace")
    position = getattr(error, "position", 0) or 0
    line = text.count("\n", 0, position)
    column = position - (text.rfind("\n", 0, position) + 1)
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
}


def _in_chinese(problem: str) -> str:
    return _SYNTAX.get(problem, problem)
