"""Counts as official texts give them: ``170``; ``170余`` and ``260多``, no fewer; ``近1000000``, no more."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.base.text import quoted

_COUNT = re.compile(r"(近?)(?:(0)|([1-9]\d{0,8}))([余多]?)", re.ASCII)
_NO_MORE, _ABOUT = "近", "约"


class NoSuchCount(ValueError):  # noqa: N818 - as NoSuchDay
    """The text is no count."""


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number; with a ``mark`` (余 or 多, as written) it is a lower bound, with 近 an upper one; 约 is a sum of both."""

    value: int
    mark: str = ""

    def __str__(self) -> str:
        return f"{self.mark}{self.value}" if self.mark in {_NO_MORE, _ABOUT} else f"{self.value}{self.mark}"

    @property
    def approximate(self) -> bool:
        return bool(self.mark)

    def fits(self, number: int) -> bool:
        """Whether something that was counted out is what the text says: exactly so many, no fewer, or no more."""
        if self.mark == _NO_MORE:
            return number <= self.value
        return self.mark == _ABOUT or (number >= self.value if self.mark else number == self.value)


def parse_count(text: str) -> Count:
    """Raises NoSuchCount."""
    match = _COUNT.fullmatch(text)
    if match is None or (match[2] and (match[1] or match[4])) or (match[1] and match[4]):
        raise NoSuchCount(f"{quoted(text)}不是数目，应写作 170、170余 或 近170 的样式")
    return Count(int(match[2] or match[3]), match[1] or match[4])


def total(counts: Iterable[Count]) -> Count:
    """Their sum; a bound as soon as one of them is, and no finer than its roughest part: 160余, 260余 and 393 make 810余.

    1200余 and 近100 make 约1300. A bound stays one: it is cut downwards, or upwards after 近, and by less than a twentieth.
    """
    known = list(counts)
    value, bounds = sum(c.value for c in known), [c for c in known if c.mark]
    if not bounds:
        return Count(value)
    marks = {c.mark for c in bounds}
    mixed = _ABOUT if marks & {_NO_MORE, _ABOUT} else "余"
    mark = mixed if len(marks) > 1 else "".join(marks)
    return Count(_cut(value, max(map(_step, bounds)), mark), mark)


def _step(count: Count) -> int:
    """The power of ten that it was told in: 10 for 160余, 1000 for 近17000."""
    text = str(count.value)
    return int(10 ** (len(text) - len(text.rstrip("0"))))


def _cut(value: int, step: int, mark: str) -> int:
    spare = {_NO_MORE: step - 1, _ABOUT: step // 2}.get(mark, 0)
    cut = (value + spare) // step * step
    return cut if abs(cut - value) * 20 < value else _cut(value, step // 10, mark)
