"""The tables of a review: findings, what is let pass, allowances, changes; and the same for programs."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ledger.base.diagnostics import SEVERITIES, Allowed, Diagnostic, Place, Severity, Spot
from ledger.checks.allowances import Allowance
from ledger.measures.comparing.change import GRAVITY, Change, Kind
from ledger.reports.blocks import Block, Cell, Column, Fold, Paragraph, Table, Task, Tasks, Tone, cells
from ledger.reports.change_words import brief, change_word, value_text

REWRITES = GRAVITY[Kind.STATUS]
"""Kinds before this one touch what had landed."""
_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.NOTE: Tone.MUTED}
_SENTENCE = 800
_OPEN = 30
"""Findings that stand open; the rest is folded."""


def finding_blocks(findings: Sequence[Diagnostic], most: int | None) -> Iterator[Block]:
    shown = _OPEN if most is None else min(_OPEN, most)
    if findings[:shown]:
        yield _finding_tasks(findings[:shown])
    rest = findings[shown:]
    if rest:
        yield Fold(f"其余的问题（{len(rest)}）", tuple(limited(rest, most, _finding_tasks)))


def _finding_tasks(findings: Sequence[Diagnostic]) -> Tasks:
    return Tasks(("级别", "代码", "位置", "问题和改法"), tuple(map(_finding, findings)))


def passed_tasks(allowed: Sequence[Allowed]) -> Tasks:
    return Tasks(("级别", "代码", "位置", "问题和放行理由"), tuple(map(_passed, allowed)))


def _passed(allowed: Allowed) -> Task:
    found = allowed.diagnostic
    why = f"{found.message}。放行到 {allowed.until}，理由：{allowed.reason}"
    return Task(Cell("放行", Tone.WARN), (found.code, str(found.place)), brief(why, _SENTENCE))


def allowance_table(allowances: Sequence[Allowance]) -> Table:
    columns = (Column("代码"), Column("到期日"), Column("理由", wrap=True), Column("位置", wrap=True))
    rows = ((", ".join(a.codes), a.until, brief(a.reason), brief(str(a.place))) for a in allowances)
    return Table(columns, tuple(cells(*row) for row in rows))


def _finding(found: Diagnostic) -> Task:
    state = Cell(SEVERITIES[found.severity], _TONES[found.severity])
    seen = "".join(f"；{words}：{place.path}:{place.line}" for place, words in found.related)
    hint = f"。改法：{found.hint}" if found.hint else ""
    return Task(
        state, (found.code, brief(str(found.place), _SENTENCE)), brief(found.message + seen + hint, _SENTENCE)
    )


def change_table(place: Callable[[Spot], Place]) -> Callable[[Sequence[Change]], Table]:
    columns = (
        Column("对象"), Column("变化"), Column("原", wrap=True), Column("现", wrap=True), Column("位置"),
    )  # fmt: skip

    def table(changes: Sequence[Change]) -> Table:
        return Table(columns, tuple(_row(change, place(change.spot)) for change in changes))

    return table


def _row(change: Change, place: Place) -> tuple[Cell, ...]:
    word = Cell(change_word(change), Tone.BAD if GRAVITY[change.kind] < REWRITES else Tone.PLAIN)
    before, after = brief(value_text(change.before)), brief(value_text(change.after))
    at = brief(f"{place.path}:{place.line}", _SENTENCE)
    return cells(brief(change.subject), word, before, after, at)


def allowance_data(allowance: Allowance) -> dict[str, Any]:
    place = allowance.place
    return {
        "codes": list(allowance.codes),
        "until": allowance.until.isoformat(),
        "reason": allowance.reason,
        "path": place.path,
        "line": place.line,
    }


def change_data(change: Change, place: Place) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "thing": change.thing,
        "field": change.field or None,
        "subject": change.subject,
        "before": value_text(change.before) or None,
        "after": value_text(change.after) or None,
        "path": place.path,
        "line": place.line,
    }


def limited(
    rows: Sequence[Any], most: int | None, block: Callable[[Sequence[Any]], Block]
) -> Iterator[Block]:
    """As many rows as there is room for (None: all of them), and how many more there are."""
    shown = rows if most is None else rows[:most]
    yield block(shown)
    if len(rows) > len(shown):
        yield Paragraph(f"还有 {len(rows) - len(shown)} 条，运行 ledger diff 查看全部。", Tone.MUTED)
