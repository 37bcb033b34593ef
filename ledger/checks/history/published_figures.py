"""What changed rules do to figures that went out, in words."""

from collections.abc import Sequence

from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import named
from ledger.measures.progress import LABELS
from ledger.measures.published import Publication, restated


def restated_words(comparison: Comparison, published: Sequence[Publication]) -> str:
    """公布过的 2017-09-30 已完成 101 变为 98: the old ledger under its own rules and under the new ones."""
    if not published:
        return "还没有公布过数字"
    days = [publication.day for publication in published]
    moved = list(restated(comparison.before, comparison.after.policies, days))
    if not moved:
        return "公布过的数字不变"
    return "公布过的 " + named(f"{m.day} {LABELS[m.figure]} {m.before} 变为 {m.after}" for m in moved)
