"""``ledger diff``: what a change does to the figures, whether it rewrites history, and every change, the gravest first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.base.diagnostics import SEVERITIES, Allowed, Diagnostic, Place, Severity, Spot
from ledger.checks.allowances import Allowance
from ledger.measures.comparing.change import GRAVITY, Change, Kind
from ledger.measures.comparing.effect import Effect
from ledger.reports.blocks import (
    Block,
    Cell,
    Column,
    Fold,
    Paragraph,
    Report,
    Table,
    Task,
    Tasks,
    Tone,
    cells,
)
from ledger.reports.change_words import brief, change_word, value_text
from ledger.reports.effect_words import effect_data, headline, unit_table

MARKER = "reform-ledger diff"
"""By this line a comment on a pull request is found again."""

_KEYS = ("kind", "thing", "field", "subject", "before", "after", "path", "line")
_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.NOTE: Tone.MUTED}
_SENTENCE = 800
_OPEN = 30
"""Findings that stand open; the rest is folded."""
_REWRITES = GRAVITY[Kind.STATUS]
"""Kinds before this one touch what had landed."""


@dataclass(frozen=True)
class Review:
    """One comparison. ``sides`` names the two versions; ``place`` finds a line of the new one.

    ``allowed`` is what a comment in the files lets pass: the branch may have brought that comment itself, so a reviewer
    reads its reason. ``allowances`` are the comments it brought, also those for what comes later. ``unseen``: how many files either version could not read.
    """

    name: str
    sides: str
    effect: Effect
    changes: Sequence[Change]
    findings: Sequence[Diagnostic]
    place: Callable[[Spot], Place]
    allowed: Sequence[Allowed] = ()
    allowances: Sequence[Allowance] = ()
    unseen: int = 0

    @property
    def shown(self) -> list[Change]:
        """What came or went with a greater thing is told by that thing."""
        return [change for change in self.changes if not change.nested]


def review(given: Review, most: int | None = None) -> Report:
    """``most`` rows a table; None for all of them."""
    records = [_data(change, given.place(change.spot)) for change in given.shown]
    data = {
        "effect": effect_data(given.effect),
        "changes": records,
        "allowances": [_allowance_data(a) for a in given.allowances],
    }
    title = f"{given.name}：{given.sides}"
    return Report(title, given.effect.after.day, tuple(_blocks(given, most)), data, records, _KEYS, MARKER)


def _blocks(given: Review, most: int | None) -> Iterator[Block]:
    if not (given.shown or given.findings or given.allowed or given.allowances or given.unseen):
        yield Paragraph("台账内容没有变化。")
        return
    yield Paragraph(headline(given.effect))
    moves, rows = given.effect.units, given.shown
    rewrites = [c for c in rows if GRAVITY[c.kind] < _REWRITES]
    yield Paragraph(_verdict(given, len(rewrites)), _tone(given))
    if given.findings:
        yield _findings(given.findings[:_OPEN])
        rest = given.findings[_OPEN:]
        if rest:
            yield Fold(f"其余的问题（{len(rest)}）", tuple(_limited(rest, most, _findings)))
    if given.allowed:
        yield Paragraph("文件中的说明放行了这些改动，请看理由是否成立：", Tone.WARN)
        yield from _limited(given.allowed, most, _let_pass)
    if given.allowances:
        yield Paragraph("新写的放行说明，请看理由和期限是否成立：", Tone.WARN)
        yield from _limited(given.allowances, most, _new_allowances)
    results = [c for c in rows if c.kind in {Kind.STATUS, Kind.DUE, Kind.LEAD}]
    news = [c for c in rows if GRAVITY[c.kind] > GRAVITY[Kind.LEAD]]
    if moves:
        yield Fold(f"各单位变化（{len(moves)}）", tuple(_limited(moves, most, unit_table)))
    for name, part in (("改动已入库的内容", rewrites), ("事项的变化", results), ("新增", news)):
        if part:
            yield Fold(f"{name}（{len(part)}）", tuple(_limited(part, most, _changes(given))))


def _verdict(given: Review, rewrites: int) -> str:
    counts = {word: sum(d.severity is s for d in given.findings) for s, word in SEVERITIES.items()}
    told = "，".join(f"{word} {n}" for word, n in counts.items() if n)
    if told:
        return f"须处理的问题：{told}。"
    if given.unseen:
        return f"有 {given.unseen} 个文件有错未读入，其中的改动看不到。"
    if not rewrites:
        return "没有改动已入库的内容。"
    return f"改动已入库的内容 {rewrites} 处" + ("。" if given.allowed else "，均符合规定。")


def _tone(given: Review) -> Tone:
    if any(d.severity is Severity.ERROR for d in given.findings):
        return Tone.BAD
    return Tone.WARN if given.findings or given.allowed or given.unseen else Tone.GOOD


def _limited(
    rows: Sequence[Any], most: int | None, block: Callable[[Sequence[Any]], Block]
) -> Iterator[Block]:
    shown = rows if most is None else rows[:most]
    yield block(shown)
    if len(rows) > len(shown):
        yield Paragraph(f"还有 {len(rows) - len(shown)} 条，运行 ledger diff 查看全部。", Tone.MUTED)


def _findings(findings: Sequence[Diagnostic]) -> Tasks:
    return Tasks(("级别", "代码", "位置", "问题和改法"), tuple(map(_finding, findings)))


def _let_pass(allowed: Sequence[Allowed]) -> Tasks:
    return Tasks(("级别", "代码", "位置", "问题和放行理由"), tuple(map(_passed, allowed)))


def _passed(allowed: Allowed) -> Task:
    found = allowed.diagnostic
    why = f"{found.message}。放行到 {allowed.until}，理由：{allowed.reason}"
    return Task(Cell("放行", Tone.WARN), (found.code, str(found.place)), brief(why, _SENTENCE))


def _new_allowances(allowances: Sequence[Allowance]) -> Table:
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


def _changes(given: Review) -> Callable[[Sequence[Change]], Table]:
    columns = (
        Column("对象"), Column("变化"), Column("原", wrap=True), Column("现", wrap=True), Column("位置"),
    )  # fmt: skip

    def table(changes: Sequence[Change]) -> Table:
        return Table(columns, tuple(_row(change, given.place(change.spot)) for change in changes))

    return table


def _row(change: Change, place: Place) -> tuple[Cell, ...]:
    word = Cell(change_word(change), Tone.BAD if GRAVITY[change.kind] < _REWRITES else Tone.PLAIN)
    before, after = brief(value_text(change.before)), brief(value_text(change.after))
    at = brief(f"{place.path}:{place.line}", _SENTENCE)
    return cells(brief(change.subject), word, before, after, at)


def _allowance_data(allowance: Allowance) -> dict[str, Any]:
    place = allowance.place
    return {
        "codes": list(allowance.codes),
        "until": allowance.until.isoformat(),
        "reason": allowance.reason,
        "path": place.path,
        "line": place.line,
    }


def _data(change: Change, place: Place) -> dict[str, Any]:
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
