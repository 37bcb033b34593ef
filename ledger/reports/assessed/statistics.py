"""``ledger assess``: the 统计表 of the three kinds of status: by field, the whole ledger, plan by plan; common problems."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ledger.measures.assessing import ROUNDS, in_scope, was_assessed
from ledger.measures.causes import by_cause
from ledger.measures.progress import Group, Tally, grouped, percent, tally
from ledger.measures.standing import Standing
from ledger.measures.thing_states import ThingStanding
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Report, Table, cells

_THREE = ("completed", "in_progress", "not_started")
_WORDS = ("已完成", "已启动未完成", "未启动")
_MOST = 8
_KEYS = ("by", "key", "label", "total", *(f"{k}{end}" for k in _THREE for end in ("", "_rate")))


def statistics_report(
    ledger: Ledger, items: Sequence[Standing], problems: Sequence[ThingStanding[Any]], day: date
) -> Report:
    """``items`` are those chosen, ``problems`` of the problem bank."""
    total, fields, plans = tally(items), grouped(items, "field"), grouped(items, "plan")
    scope = in_scope(ledger, day)
    done = {word: sum(was_assessed(p, event, day.year, day) for p in scope) for word, event in ROUNDS.items()}
    records = [_data("all", None, "合计", total)]
    records += [
        _data(by, g.key, g.label, g.tally)
        for by, found in (("field", fields), ("plan", plans))
        for g in found
    ]
    causes = [
        {
            "cause": cause,
            "items": len(c.items),
            "problems": len(c.problems),
            "leads": len(set(c.by("lead")) - {None}),
        }
        for cause, c in by_cause(items, problems).items()
    ]
    facts = [("在督方案", Cell(f"{len(scope)} 个"))]
    facts += [(f"本年{ROUNDS[word]}", Cell(f"{number} 个")) for word, number in done.items()]
    blocks: list[Block] = [
        Table(_columns("领域"), (*(_row(g.label, g.tally) for g in fields), _row("合计", total))),
        Facts(tuple(facts)),
        Heading("各方案", 2),
        Table(_columns("方案"), tuple(_row(_plan(g), g.tally) for g in plans)),
    ]
    if causes:
        columns = (Column("共性问题"), *(Column(h, right=True) for h in ("事项", "改革问题", "牵头单位")))
        rows = tuple(cells(c["cause"], c["items"], c["problems"], c["leads"]) for c in causes[:_MOST])
        blocks += [Heading("共性问题（逐件查看：ledger causes）", 2), Table(columns, rows)]
    scoped = {"in_scope": len(scope), "mid_year": done["年中"], "year_end": done["年底"]}
    return Report(
        "督察评估统计表", day, tuple(blocks), {"rows": records, "causes": causes, **scoped}, records, _KEYS
    )


def _plan(group: Group) -> str:
    return f"{group.key} {group.label}"


def _columns(first: str) -> tuple[Column, ...]:
    pairs = (c for word in _WORDS for c in (Column(word, right=True), Column("占比", right=True)))
    return (Column(first, wrap=True), Column("事项", right=True), *pairs)


def _row(label: str, found: Tally) -> tuple[Cell, ...]:
    pairs = (v for key in _THREE for v in (found[key], _rate(found, key)))
    return cells(label, found["total"], *pairs)


def _rate(found: Tally, key: str) -> str:
    rate = percent(found[key], found["total"])
    return f"{rate}%" if rate is not None else "—"


def _data(by: str, key: str | None, label: str, found: Tally) -> dict[str, Any]:
    rates = {f"{k}_rate": percent(found[k], found["total"]) for k in _THREE}
    counts = {
        name: value for k in _THREE for name, value in ((k, found[k]), (f"{k}_rate", rates[f"{k}_rate"]))
    }
    return {"by": by, "key": key, "label": label, "total": found["total"], **counts}
