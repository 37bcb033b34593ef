"""What changed rules do to figures that went out, in words."""

from collections.abc import Sequence

from ledger.base.text import first_of
from ledger.checks.history.comparison import Comparison
from ledger.measures.progress import LABELS
from ledger.measures.published import Publication, restated

_NAMED = 3


def restated_words(comparison: Comparison, published: Sequence[Publication]) -> str:
    """公布过的数字有 3 处改变：2017-09-30 已完成由 101 变为 98: the old ledger under its own rules and the new ones."""
    if not published:
        return "还没有公布过数字"
    days = [publication.day for publication in published]
    moved = list(restated(comparison.before, comparison.after.policies, days))
    if not moved:
        return "公布过的数字不变"
    words = (f"{m.day} {LABELS[m.figure]}由 {m.before} 变为 {m.after}" for m in moved)
    told = first_of(words, _NAMED, " 等")
    return f"公布过的数字有 {len(moved)} 处改变：{told}"
