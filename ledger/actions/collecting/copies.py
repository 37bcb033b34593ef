"""Words that a unit has reported before."""

import re
from collections.abc import Sequence

from ledger.loading.returns.returned import Filled, plain
from ledger.model.entries import Entry

_DAY_IN_FRONT = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTHS = re.compile(
    r"(?:\d{4}年|今年|本年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|[本上]月)(?:\d{1,2}[日号]|[上中下]旬|[底末初])?"
)


def copied_from(filled: Filled, log: Sequence[Entry]) -> Entry | None:
    """The last entry that said the same but for blanks, stops and the months in it; None where the words are new."""
    words = _core(filled.note)
    return next((e for e in reversed(log) if words and _core(e.note or "") == words), None)


def _core(text: str) -> str:
    """Of 上月进展 the day in front may have been copied along."""
    said = _DAY_IN_FRONT.sub("", plain(text), count=1)
    return "".join(c for c in _MONTHS.sub("", said) if c.isalnum())
