"""``ledger causes``: what is stuck for which cause, and whether fields, task groups or leads share it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ledger.measures.causes import CauseCount, by_cause, is_stuck
from ledger.measures.progress import GROUPINGS
from ledger.measures.selection import NOTHING
from ledger.measures.standing import Standing
from ledger.measures.thing_states import ThingStanding
from ledger.reports.blocks import Block, Cell, Column, Facts, Paragraph, Report, Table, Tone, cells

_KEYS = ("cause", "key", "open", "overdue", "suspended", "problems", "item_refs", "problem_refs")
_NAMED = 6


def cause_report(
    day: date, items: Sequence[Standing], problems: Sequence[ThingStanding[Any]], by: str | None
) -> Report:
    """``by`` parts each cause by ``field``, ``group`` or ``lead``; without, how many of each share it stands beside."""
    found = by_cause(items, problems)
    parts = [(c, name, part) for c, count in found.items() for name, part in _parts(count, by)]
    records = [_data(cause, name, part) for cause, name, part in parts]
    rows = tuple(_row(cause, name, part, by) for cause, name, part in parts)
    blank = sum(is_stuck(item) and not item.cause for item in items)
    shared = [c for c, count in found.items() if _is_shared(count, by)]
    blocks: list[Block] = [Table(_columns(by), rows)] if rows else [Paragraph("没有写明原因的事项和问题。")]
    facts = [("原因", Cell(f"{len(found)}种"))]
    facts += [(f"涉及多个{_word(by)}的", Cell("、".join(shared) or "没有"))]
    if blank:
        facts += [("没有写明原因", Cell(f"逾期或暂缓的{blank}项", Tone.WARN))]
    data = {"by": by, "causes": records, "shared": shared, "unstated": blank}
    title = f"共性问题（按{GROUPINGS[by]}）" if by else "共性问题"
    return Report(title, day, (*blocks, Facts(tuple(facts))), data, records, _KEYS)


def _parts(count: CauseCount, by: str | None) -> Sequence[tuple[str | None, CauseCount]]:
    """Most first; those that name nothing last."""
    if by is None:
        return ((None, count),)
    return sorted(count.by(by).items(), key=lambda p: (p[0] is None, -p[1].size, p[0] or ""))


def _is_shared(count: CauseCount, by: str | None) -> bool:
    return len([name for name in count.by(by or "lead") if name is not None]) > 1


def _word(by: str | None) -> str:
    return GROUPINGS[by or "lead"]


def _columns(by: str | None) -> tuple[Column, ...]:
    if by:
        own: tuple[Column, ...] = (Column(GROUPINGS[by], wrap=True),)
    else:
        own = (Column("领域", right=True), Column("牵头单位", right=True))
    return (
        Column("原因"), *own, Column("未办结", right=True), Column("其中逾期", right=True),
        Column("暂缓", right=True), Column("改革问题", right=True), Column("涉及", wrap=True),
    )  # fmt: skip


def _row(cause: str, name: str | None, part: CauseCount, by: str | None) -> tuple[Cell, ...]:
    own = (name or NOTHING,) if by else tuple(len(set(part.by(k)) - {None}) for k in ("field", "lead"))
    late = Cell(str(part.overdue), Tone.BAD) if part.overdue else Cell("0")
    return cells(cause, *own, part.open, late, part.suspended, len(part.problems), _named(part))


def _named(part: CauseCount) -> str:
    refs = [*(item.ref for item in part.items), *(problem.ref for problem in part.problems)]
    return "、".join(refs[:_NAMED]) + (f"等{len(refs)}件" if len(refs) > _NAMED else "")


def _data(cause: str, name: str | None, part: CauseCount) -> dict[str, Any]:
    return {
        "cause": cause,
        "key": name,
        "open": part.open,
        "overdue": part.overdue,
        "suspended": part.suspended,
        "problems": len(part.problems),
        "item_refs": [item.ref for item in part.items],
        "problem_refs": [problem.ref for problem in part.problems],
    }
