"""The headline figures of two issues side by side, and what stands in the way, counted in both."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ledger.measures.causes import causes
from ledger.reports.blocks import Column, Table, cells
from ledger.reports.bulletin.correction import shown
from ledger.reports.bulletin.figures import Figure, Number, Rate
from ledger.reports.bulletin.wording import signed, signed_rate
from ledger.reports.issue_diff.issues import Issue, Issues

_HEADLINE = (
    "overview.total", "overview.completed", "overview.rate.完成率", "overview.in_progress",
    "overview.not_started", "overview.overdue", "overview.unverified", "overview.suspended",
    "overview.cancelled", "brief.completed_this_month", "brief.due_this_month",
    "brief.rate.调度覆盖率", "brief.rate.按期回复率",
)  # fmt: skip
"""Keys of numbers in the bulletin: those of its first table, and of the leaders' page."""


class Pair(NamedTuple):
    """One number as each issue has it; None where its layout has no such number."""

    key: str
    label: str
    before: Number | None
    after: Number | None


def headline_figures(issues: Issues) -> list[Pair]:
    """In the order of the bulletin; what neither issue has is left out."""
    then, now = ({n.key: n for n in side.edition.numbers} for side in (issues.before, issues.after))
    pairs = []
    for key in _HEADLINE:
        before, after = then.get(key), now.get(key)
        known = after or before
        if known is not None:
            pairs.append(Pair(key, known.label, before, after))
    return pairs


def figure_table(issues: Issues) -> Table:
    rows = [cells(p.label, shown(p.before), shown(p.after), _moved(p)) for p in headline_figures(issues)]
    return Table((Column("指标"), *_sides(issues)), tuple(rows))


def _sides(issues: Issues) -> Iterator[Column]:
    for title in (issues.before.edition.issue, issues.after.edition.issue, "增减"):
        yield Column(title, right=True)


def _moved(pair: Pair) -> str:
    match pair.before, pair.after:
        case Figure() as then, Figure() as now:
            return signed(now, then)
        case Rate() as then, Rate() as now:
            return signed_rate(now, then)
    return "—"


def figure_data(pair: Pair) -> dict[str, Any]:
    return {
        "key": pair.key,
        "label": pair.label,
        "before": pair.before.value if pair.before else None,
        "after": pair.after.value if pair.after else None,
    }


def moved_causes(issues: Issues) -> list[tuple[str, int, int]]:
    """Causes of overdue and suspended items whose number is another, the commonest first."""
    then, now = (_causes(side) for side in (issues.before, issues.after))
    moved = [(c, then.get(c, 0), now.get(c, 0)) for c in {**now, **then} if then.get(c) != now.get(c)]
    return sorted(moved, key=lambda m: (-m[2], -m[1], m[0]))


def _causes(side: Issue) -> dict[str, int]:
    return dict(causes(side.edition.month.items))


def cause_table(issues: Issues) -> Table:
    rows = [cells(c, before, after, f"{after - before:+d}") for c, before, after in moved_causes(issues)]
    return Table((Column("原因"), *_sides(issues)), tuple(rows))
