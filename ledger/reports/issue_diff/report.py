"""``ledger diff 2017-09 2017-10``: what lies between two issues of the bulletin, in figures and item by item."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ledger.base.text import first_of
from ledger.measures.comparing.bearing import is_late_fact
from ledger.measures.comparing.happenings import Happening
from ledger.model.slips import RUNGS
from ledger.reports.blocks import Block, Fold, Heading, Paragraph, Report, Table, Tone
from ledger.reports.bulletin.correction import records, restated_table, shown
from ledger.reports.bulletin.report import head_data
from ledger.reports.bulletin.wording import SHOWN
from ledger.reports.effect_words import completion, denominator, named, overdue
from ledger.reports.issue_diff.figures import (
    cause_table,
    figure_data,
    figure_table,
    headline_figures,
    moved_causes,
)
from ledger.reports.issue_diff.issues import Issue, Issues
from ledger.reports.issue_diff.items import KEYS, TITLES, happened_data, happened_table
from ledger.reports.issued_papers import issued_table, slip_data
from ledger.reports.review_tables import change_data
from ledger.reports.words import measure_word

_NAMED = 3


def issue_report(issues: Issues) -> Report:
    before, after = issues.before, issues.after
    items = [happened_data(h) for h in issues.happened]
    data: dict[str, Any] = {
        "issues": [_issue_data(side) for side in (before, after)],
        "figures": [figure_data(pair) for pair in headline_figures(issues)],
        "items": items,
        "papers": [slip_data(slip) for slip in issues.papers],
        "causes": [{"cause": c, "before": b, "after": a} for c, b, a in moved_causes(issues)],
        "restated": {
            "figures": [
                {"section": m.section, "label": m.label, "before": shown(m.then), "after": shown(m.now)}
                for m in issues.restated
            ],
            "records": [change_data(c, issues.place(c.spot)) for c in issues.found],
        },
    }
    name = after.ledger.settings.name
    title = f"{name}：{before.name}与{after.name}"
    return Report(title, after.day, tuple(_blocks(issues)), data, items, KEYS)


def _issue_data(side: Issue) -> dict[str, Any]:
    return {"path": side.path, "day": side.day.isoformat(), **head_data(side.head), "source": side.source}


def _blocks(issues: Issues) -> Iterator[Block]:
    yield Paragraph(_headline(issues))
    if issues.restated or issues.found:
        yield Paragraph(_restated(issues), Tone.WARN)
    yield figure_table(issues)
    for kind, title in TITLES.items():
        found = [h for h in issues.happened if h.kind is kind]
        if found:
            yield from _listed(f"{title}（{len(found)}）", happened_table(found))
    if not issues.happened:
        yield Paragraph("两期之间各事项没有变化。")
    if issues.papers:
        yield from _listed(f"其间签发（{_papers(issues)}）", issued_table(issues.papers))
    if moved_causes(issues):
        yield from _listed("推不动的原因，项数有变的", cause_table(issues))
    if issues.restated or issues.found:
        tables = [restated_table(issues.restated)] if issues.restated else []
        blocks = (*tables, *records(issues.found, issues.before.day))
        yield Fold("重算上期：哪些数不同，哪些记录不同", blocks)


def _headline(issues: Issues) -> str:
    effect = issues.effect
    told = [
        f"{TITLES[kind]}{len(refs)}项（{named(refs)}）"
        for kind in (Happening.COMPLETED, Happening.RETURNED)
        if (refs := [h.last.ref for h in issues.happened if h.kind is kind])
    ]
    return "；".join((completion(effect), *told, denominator(effect), overdue(effect))) + "。"


def _restated(issues: Issues) -> str:
    """What the earlier issue would say by now, and how many records are not what they were."""
    moved, found, day = issues.restated, issues.found, issues.before.day
    if moved:
        numbers = dict.fromkeys(f"{m.label}由{shown(m.then)}变为{shown(m.now)}" for m in moved)
        said = f"上期的数按本期的台账重算，{first_of(numbers, _NAMED, f' 等{len(moved)}个数')}"
    else:
        said = "上期的数按本期的台账重算不变"
    late = [c for c in found if is_late_fact(c, day)]
    counts = ((f"补记{len(late)}条", late), (f"改动{len(found) - len(late)}处", found[len(late) :]))
    what = "，".join(words for words, some in counts if some)
    subjects = first_of(dict.fromkeys(c.subject for c in found), _NAMED)
    said += f"；上期以后{what}（{subjects}）" if found else ""
    return f"{said}。下面上期仍用印发时的原数。"


def _papers(issues: Issues) -> str:
    counts = Counter[str](slip.kind for slip in issues.papers)
    return "、".join(f"{kind}{counts[kind]}{measure_word(kind)}" for kind in RUNGS if counts[kind])


def _listed(title: str, table: Table) -> Iterator[Block]:
    """The first rows open, the rest folded: nothing is left out."""
    yield Heading(title, 2)
    yield Table(table.columns, table.rows[:SHOWN])
    rest = table.rows[SHOWN:]
    if rest:
        yield Fold(f"其余（{len(rest)}）", (Table(table.columns, rest),))
