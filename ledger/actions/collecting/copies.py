"""Words that a unit has reported before."""

from collections.abc import Sequence

from ledger.base.said import core
from ledger.loading.returns.returned import Filled
from ledger.model.entries import Entry


def copied_from(filled: Filled, log: Sequence[Entry]) -> Entry | None:
    """The last entry that said the same but for blanks, stops and the months in it; None where the words are new.

    Of 上月进展 the day in front may have been copied along.
    """
    words = core(filled.note)
    return next((e for e in reversed(log) if words and core(e.note or "") == words), None)
