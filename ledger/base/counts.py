"""Counts as official texts give them: ``170``, or ``170余`` and ``260多``, which say that there are no fewer."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.base.text import quoted

_COUNT = re.compile(r"(0|[1-9]\d{0,8})|([1-9]\d{0,8})([余多])", re.ASCII)


class NoSuchCount(ValueError):  # noqa: N818 - as NoSuchDay
    """The text is no count."""


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number; with a ``mark`` (余 or 多, as written) it is a lower bound."""

    value: int
    mark: str = ""

    def __str__(self) -> str:
        return f"{self.value}{self.mark}"

    @property
    def approximate(self) -> bool:
        return bool(self.mark)

    def fits(self, number: int) -> bool:
        """Whether something that was counted out is what the text says: exactly so many, or no fewer."""
        return number >= self.value if self.mark else number == self.value


def parse_count(text: str) -> Count:
    """Raises NoSuchCount."""
    match = _COUNT.fullmatch(text)
    if match is None:
        raise NoSuchCount(f"{quoted(text)}不是数目，应写作 170 或 170余 的样式")
    return Count(int(match[1])) if match[1] else Count(int(match[2]), match[3])


def total(counts: Iterable[Count]) -> Count:
    """Their sum; a lower bound as soon as one of them is: 1200余 and 35 make 1235余."""
    known = list(counts)
    marks = {c.mark for c in known if c.mark}
    return Count(sum(c.value for c in known), marks.pop() if len(marks) == 1 else "余" if marks else "")
