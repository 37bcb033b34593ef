"""The short way to read a file: YAML as `ledger fmt` writes it and people nearly always do, a line at a time.

It takes only what it understands wholly: block mappings and lists with their dashes right of the key, texts that end
with their line, simple quotes, words in brackets, both of these in braces, comments. At the first thing that is none of
these the file is left to the composer, which alone knows YAML and alone tells faults.
"""

import re
from typing import Any

_MOST_OPEN = 16
_KEY = "[A-Za-z0-9_]{1,64}"
_LINE = re.compile(rf"^( *)(?=[^ #\n])(- )?(?:({_KEY}):(?: +#.*$| |$))?(.*)$", re.MULTILINE)
# of ASCII letters, digits and ._/()%+- behind the first; told by what they are not: with the rest of Unicode named
# as a range these patterns take longer to compile than a hundred files to read
_WORD = r"[^\x00-/:-@\[-`{-\x7f][^\x00-$&'*,:-@\[-^`{-\x7f]*"
_LIST = rf"\[(?:{_WORD}(?:, {_WORD})*)?\]"
_WORDS = re.compile(_LIST)
_PAIR = re.compile(rf"({_KEY}): ({_WORD}|{_LIST})")
_PAIRS = re.compile(rf"\{{(?:{_PAIR.pattern}(?:, {_PAIR.pattern})*)?\}}")
_QUOTED = re.compile(r"""'([^']*)'|"([^"\\]*)\"""")
_Left = list[tuple[Any, int]]


class NotPlain(Exception):  # noqa: N818 - nothing is wrong yet
    """Something that only a YAML parser understands, or nobody."""


def read_lines(source: bytes) -> dict[str, Any]:
    """What the composer makes of it, telling no fault; raises NotPlain where that is not certain.

    Every list and mapping that is open stands in a column of its own; those left of ``node`` are ``outer``.
    """
    root: dict[str, Any] = {}
    node: Any = root
    column, outer = 0, _Left()
    head: str | None = None  # the key on the line before, if nothing stands behind it
    heads: list[tuple[dict[str, Any], str]] = []
    for indent, dash, key, rest in _LINE.findall(_text(source)):
        at = len(indent)
        if at > column:
            node = _below(node, column, outer, head, [] if dash else {})
            column = at
        elif at < column:
            node, column = _back_to(at, outer)
        head = None
        if dash:
            if type(node) is not list:
                raise NotPlain
            if not key:
                node.append(_value(rest))
                continue
            outer.append((node, column))
            node.append({})
            node, column = node[-1], at + 2
        if not key or type(node) is not dict or key in node:
            raise NotPlain
        if rest:
            node[key] = rest if rest.isalnum() else _value(rest)  # half of them are
        else:
            node[key], head = None, key
            heads.append((node, key))
    _forget_empty(heads)
    if not root:
        raise NotPlain
    return root


def _text(source: bytes) -> str:
    """Of ordinary characters: none that YAML ends a line at, or refuses."""
    try:
        text = source.decode()
    except UnicodeDecodeError:
        raise NotPlain from None
    if not text.replace("\n", "").isprintable():
        raise NotPlain
    return text


def _below(node: Any, column: int, outer: _Left, head: str | None, opened: Any) -> Any:
    """What begins further right than the line before, and is the value of its key."""
    if head is None or len(outer) >= _MOST_OPEN:
        raise NotPlain
    node[head] = opened
    outer.append((node, column))
    return opened


def _back_to(at: int, outer: _Left) -> tuple[Any, int]:
    """What is open in exactly this column."""
    node, column = outer.pop()
    while column > at:
        node, column = outer.pop()
    if column < at:
        raise NotPlain
    return node, column


def _value(rest: str) -> Any:
    """What stands behind a key or a dash; nothing that goes on below or means something else."""
    if rest[:1].isalnum() or rest[:1] > "\x7f":
        return _word(rest) if "#" in rest or ":" in rest or rest[-1] == " " else rest
    if quoted := _QUOTED.fullmatch(rest):
        return quoted[1] if quoted[2] is None else quoted[2]
    return _collection(rest.partition(" #")[0].rstrip(" "))


def _word(rest: str) -> str:
    """What begins like a text, and has in it what may be part of it or end it."""
    text = rest.partition(" #")[0].rstrip(" ")
    if ": " in text or text[-1] == ":":
        raise NotPlain
    return text


def _collection(text: str) -> Any:
    if _WORDS.fullmatch(text):
        return _words(text)
    if not _PAIRS.fullmatch(text):
        raise NotPlain
    pairs = _PAIR.findall(text)
    mapping = {key: _words(value) if value[0] == "[" else value for key, value in pairs}
    if len(mapping) < len(pairs):
        raise NotPlain
    return mapping


def _words(brackets: str) -> list[str]:
    return brackets[1:-1].split(", ") if len(brackets) > 2 else []


def _forget_empty(heads: list[tuple[dict[str, Any], str]]) -> None:
    """`due:` with nothing behind or below it says nothing."""
    for mapping, key in heads:
        if mapping[key] is None:
            del mapping[key]
