"""Files as people leave them: any data in any style, with comments and blank lines in every place that takes them."""

from collections.abc import Iterator
from random import Random

KEYS = (
    "id",
    "title",
    "text",
    "note",
    "lead",
    "with",
    "log",
    "items",
    "nodes",
    "focus",
    "due",
    "部门",
    "a: b",
    "#x",
    "- y",
)
WORDS = (
    *("一", "市财政局", "2017-06-30", "1.10", "1", "true", "no", "", "x: y", "x #y", "- z", "[甲", "中，文。" * 30, "甲\n乙", "甲\n\n乙\n"),
    *("C#", " 前", "后 ", "'", '"', "\\", "|", "> a", "长 " * 40, "a\u200bb", "甲\u2028乙", "全角\u3000"),
)  # fmt: skip


class Messy:
    """One file of the number ``seed``: its ``text``, the ``data`` that it holds, and every comment in ``said``."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self.said: list[str] = []
        self.data = self._mapping(0)
        step = self._random.choice((1, 2, 3, 4))
        lines = [*self._around(0), *self._block(self.data, 0, step), *self._around(step - 1)]
        if self._often():
            lines = ["---" + self._beside(), *lines]
        ending = self._random.choice(("\n", "\n", "\r\n"))
        self.text = ending.join(lines) + self._random.choice((ending, ending * 3, ""))

    def _often(self) -> bool:
        return self._random.random() < 0.3

    def _value(self, depth: int) -> object:
        kind = self._random.randrange(8) if depth < 4 else 0
        if kind < 4:
            return self._random.choice((*WORDS, None))
        if kind == 4:
            return [self._random.choice(WORDS) for _ in range(self._random.randrange(5))]
        if kind == 5:
            return [self._value(depth + 1) for _ in range(self._random.randrange(1, 4))]
        return self._mapping(depth + 1)

    def _mapping(self, depth: int) -> dict:
        return {key: self._value(depth) for key in self._random.sample(KEYS, self._random.randrange(1, 5))}

    def _block(self, value: dict | list, column: int, step: int) -> Iterator[str]:
        """The lines of a mapping or a list whose keys or dashes stand in ``column``."""
        pairs = value.items() if isinstance(value, dict) else ((None, inner) for inner in value)
        for key, inner in pairs:
            yield from self._around(column)
            start = " " * column + (f"{self._scalar(key)}:" if key is not None else "-")
            yield from self._entry(start, inner, column, step, dashed=key is None)

    def _entry(self, start: str, value: object, column: int, step: int, *, dashed: bool) -> Iterator[str]:
        if value is None:
            yield start + self._beside()
        elif isinstance(value, str):
            yield from self._text(start, value, column + step)
        elif not value or (self._often() and _has_no_gaps(value)):
            yield from self._flow(start, value, column + step)
        elif dashed and not self._often():
            inner = column + max(2, step)
            first, *rest = self._block(value, inner, step)
            while not first.strip() or first.lstrip().startswith("#"):  # comments go above the dash
                yield " " * column + first.strip()
                first, *rest = rest
            yield start + " " * (inner - column - 1) + first[inner:]
            yield from rest
        else:
            yield start + self._beside()
            further = 0 if isinstance(value, list) and not dashed and self._often() else step
            yield from self._block(value, column + further, step)
            yield from self._around(column + self._random.choice((0, min(1, further), further)))

    def _text(self, start: str, value: str, inner: int) -> Iterator[str]:
        literal = (
            value.strip()
            and "\n" in value.strip()
            and value == value.rstrip(" ")
            and value.isprintable() is False
        )
        if literal and "\u2028" not in value and "\u200b" not in value:
            yield f"{start} |{'' if value.endswith(chr(10)) else '-'}{self._beside()}"
            yield from (" " * inner + line if line else "" for line in value.removesuffix("\n").split("\n"))
        else:
            yield f"{start} {self._scalar(value)}{self._beside()}"

    def _flow(self, start: str, value: dict | list, inner: int) -> Iterator[str]:
        if self._often() and value:
            opening, closing = "{}" if isinstance(value, dict) else "[]"
            yield f"{start} {opening}{self._beside()}"
            for part in _parts(value, self._scalar):
                yield from self._around(inner)
                yield " " * inner + part + "," + self._beside()
            yield " " * inner + closing + self._beside()
        else:
            yield f"{start} {_flow_text(value, self._scalar)}{self._beside()}"

    def _scalar(self, text: str) -> str:
        plain = text.isalnum() or (text.replace("-", "").isdigit() and text[0] != "-")
        if plain and self._random.random() < 0.7:
            return text
        if text.isprintable() and self._often():
            return "'" + text.replace("'", "''") + "'"
        escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\u2028": "\\L", "\u200b": "\\u200b"}
        return '"' + "".join(escapes.get(c, c) for c in text) + '"'

    def _comment(self) -> str:
        self.said.append(f"# 第{len(self.said)}条：a: [b]")
        return self.said[-1]

    def _beside(self) -> str:
        return " " * self._random.choice((1, 2, 20)) + self._comment() if self._often() else ""

    def _around(self, column: int) -> Iterator[str]:
        while self._often():
            indent = max(0, column - self._random.choice((0, 0, 1, 9)))
            yield (
                " " * indent + self._comment()
                if self._random.random() < 0.6
                else " " * self._random.choice((0, 2))
            )


def _has_no_gaps(value: object) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value is not None and all(map(_has_no_gaps, inner))


def _flow_text(value: object, scalar: object) -> str:
    if isinstance(value, str):
        return scalar(value)
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return opening + ", ".join(_parts(value, scalar)) + closing


def _parts(value: dict | list, scalar: object) -> list[str]:
    if isinstance(value, dict):
        return [f"{scalar(k)}: {_flow_text(v, scalar)}" for k, v in value.items()]
    return [_flow_text(v, scalar) for v in value]
