"""How often words stand in the papers of meetings (S0 #82): counted in the texts that are kept, else as they were told."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ledger.model.registers.meetings import Meeting

TERMS = ("落实", "督察", "试点", "整改", "问责")
"""Counted whether anybody asks or not."""


@dataclass(frozen=True, slots=True)
class Frequency:
    """``count`` occurrences of ``word`` in the papers of ``meetings`` meetings."""

    word: str
    count: int
    meetings: int

    @property
    def per_meeting(self) -> Decimal | None:
        """Two decimals, half-up; None without meetings."""
        if not self.meetings:
            return None
        return (Decimal(self.count) / self.meetings).quantize(Decimal("0.01"), ROUND_HALF_UP)


def frequencies(meetings: Iterable[Meeting], words: Iterable[str] = ()) -> list[Frequency]:
    """Of the ``words``; without any those of :data:`TERMS` and whatever was told, in meetings that tell. The most frequent first."""
    known = [m for m in meetings if m.text is not None or m.terms]
    asked = list(dict.fromkeys(words)) or [*TERMS, *(t.word for m in known for t in m.terms)]
    found = [f for word in dict.fromkeys(asked) if (f := _frequency(word, known)).meetings or words]
    return sorted(found, key=lambda f: (-f.count, f.word))


def _frequency(word: str, meetings: list[Meeting]) -> Frequency:
    """A meeting whose papers are not kept counts only for the words that it tells."""
    counted = [(meeting, n) for meeting in meetings if (n := _count(word, meeting)) is not None]
    return Frequency(word, sum(n for _, n in counted), sum(m.held.value for m, _ in counted))


def _count(word: str, meeting: Meeting) -> int | None:
    told = next((t.count for t in meeting.terms if t.word == word), None)
    return meeting.text.count(word) if told is None and meeting.text is not None else told
