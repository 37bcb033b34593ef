"""``ledger list plans``: adopted, issued, lag, items, closed."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ledger.measures.counting import Counting
from ledger.measures.plan_progress import plan_progress
from ledger.measures.plan_states import PLAN_STATES, STAGE_WORDS, PlanProgress
from ledger.measures.plans import plan_standing, tallies_by_plan
from ledger.measures.progress import Tally, share, tally
from ledger.measures.selection import Selection, select
from ledger.measures.standing import standings
from ledger.measures.states import takes
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Cell, Column, Facts, Paragraph, Report, Table, Tone, cells
from ledger.reports.listing import Listing, narrowed
from ledger.reports.words import iso

_KEYS = (
    "id",
    "title",
    "number",
    "adopted",
    "issued",
    "lag",
    "stage",
    "broken_down",
    "inspected",
    "total",
    "completed",
    "overdue",
    "rate",
    "requested",
    "closed",
)


def _build(ledger: Ledger, day: date, chosen: Selection) -> Report:
    known, counts = _chosen(ledger, day, chosen)
    columns = (
        Column("方案"),
        Column("名称", wrap=True),
        Column("审议通过"),
        Column("印发"),
        Column("间隔", right=True),
        Column("完成", right=True),
        Column("逾期", right=True),
        Column("状态"),
    )
    rows = tuple(_row(p, counts[p.plan.plan.id]) for p in known)
    data = [_data(p, counts[p.plan.plan.id]) for p in known]
    note = Paragraph(f"共 {len(known)} 个；间隔是审议通过到印发的自然日；完成是已完成的事项和计数的事项")
    title = narrowed("改革方案", chosen, PLAN_STATES)
    figures = {name: of(known, day) for name, _, of in _FIGURES}
    facts = Facts(tuple((label, Cell(str(figures[name] or "—"))) for name, label, _ in _FIGURES))
    return Report(
        title, day, (Table(columns, rows), note, facts), {"plans": data, "figures": figures}, data, _KEYS
    )


def _share(part: str, whole: str) -> Callable[[Sequence[PlanProgress], date], str | None]:
    """``42.7%（35/82）``: how many of those in one state are in the other."""

    def of(plans: Sequence[PlanProgress], day: date) -> str | None:
        some, every = (sum(PLAN_STATES[name].fits(p, day) for p in plans) for name in (part, whole))
        return share(some, every)

    return of


def _mean_lag(plans: Sequence[PlanProgress], _: date) -> str | None:
    lags = [p.plan.lag for p in plans if p.plan.lag is not None]
    if not lags:
        return None
    mean = (Decimal(sum(lags)) / len(lags)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{mean}天，最长{max(lags)}天"


_FIGURES = (
    ("lag", "审议通过到印发平均", _mean_lag),
    ("breakdown_on_time", "按时分解立项", _share("breakdown_on_time", "breakdown_known")),
    ("inspected", "督察过的占审议通过的", _share("inspected", "adopted")),
    ("closed", "销账的占督察过的", _share("inspected_closed", "inspected")),
)


def _chosen(ledger: Ledger, day: date, chosen: Selection) -> tuple[list[PlanProgress], dict[str, Tally]]:
    """The plans that fit, and by id what of their items was chosen; a plan's state is that of all its items."""
    counting, every = Counting(ledger, day), list(standings(ledger, day))
    known = [p for plan in ledger.plans if chosen.takes_plan(p := plan_standing(plan, day))]
    counts = tallies_by_plan(select(every, known, chosen, counting), counting.due_soon)
    if chosen.by_item:
        known = [p for p in known if p.plan.id in counts]
    if chosen.only_open:
        known = [p for p in known if p.closed is None]
    own = tallies_by_plan(every, counting.due_soon)
    found = plan_progress(ledger, known, own)
    found = [p for p in found if takes(PLAN_STATES, chosen.states, p, day)]
    return found, {p.plan.plan.id: counts.get(p.plan.plan.id) or tally(()) for p in found}


def _row(progress: PlanProgress, counts: Tally) -> tuple[Cell, ...]:
    plan = progress.plan
    overdue = Cell(str(counts["overdue"]), Tone.BAD if counts["overdue"] else Tone.PLAIN)
    done = f"{counts['completed']}/{counts['total']}"
    return cells(
        plan.plan.id,
        plan.plan.title,
        plan.adopted,
        plan.issued,
        plan.lag,
        done,
        overdue,
        _state(progress),
    )


def _state(progress: PlanProgress) -> Cell:
    plan = progress.plan
    if plan.closed:
        return Cell("已销账", Tone.GOOD)
    if plan.requested:
        return Cell("申请销账", Tone.GOOD)
    if progress.completed:
        return Cell("全部完成", Tone.GOOD)
    return Cell(STAGE_WORDS[progress.stage] if plan.issued else "未印发")


def _data(progress: PlanProgress, counts: Tally) -> dict[str, Any]:
    plan = progress.plan
    return {
        "id": plan.plan.id,
        "title": plan.plan.title,
        "number": plan.plan.number,
        "adopted": iso(plan.adopted),
        "issued": iso(plan.issued),
        "lag": plan.lag,
        "stage": progress.stage.value,
        "broken_down": iso(plan.broken_down),
        "inspected": iso(progress.inspected),
        "total": counts["total"],
        "completed": counts["completed"],
        "overdue": counts["overdue"],
        "rate": counts.rate,
        "requested": iso(plan.requested),
        "closed": iso(plan.closed),
    }


LISTING = Listing(
    "plans", "改革方案：审议通过、印发、间隔、事项、销账", _build, has_open=True, states=PLAN_STATES
)
