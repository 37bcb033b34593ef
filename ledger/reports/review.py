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
    Fold,
    Paragraph,
    Report,
    Tone,
)
from ledger.reports.effect_words import effect_data, headline, unit_table
from ledger.reports.review_tables import (
    REWRITES,
    allowance_data,
    allowance_table,
    change_data,
    change_table,
    finding_tasks,
    passed_tasks,
)

MARKER = "reform-ledger diff"
"""By this line a comment on a pull request is found again."""

_KEYS = ("kind", "thing", "field", "subject", "before", "after", "path", "line")
_OPEN = 30
"""Findings that stand open; the rest is folded."""


@dataclass(frozen=True)
class Review:
    """One comparison. ``sides`` names the two versions; ``place`` finds a line of the new one.

    ``allowed`` is what a comment in the files lets pass: the branch may have brought that comment itself, so a reviewer
    reads its reason. ``allowances`` are the comments it brought, also those for what comes later. ``unseen``: how many
    files either version could not read.
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
    records = [change_data(change, given.place(change.spot)) for change in given.shown]
    data = {
        "effect": effect_data(given.effect),
        "changes": records,
        "allowances": [allowance_data(a) for a in given.allowances],
    }
    title = f"{given.name}：{given.sides}"
    return Report(title, given.effect.after.day, tuple(_blocks(given, most)), data, records, _KEYS, MARKER)


def _blocks(given: Review, most: int | None) -> Iterator[Block]:
    if not (given.shown or given.findings or given.allowed or given.allowances or given.unseen):
        yield Paragraph("台账内容没有变化。")
        return
    yield Paragraph(headline(given.effect))
    moves, rows = given.effect.units, given.shown
    rewrites = [c for c in rows if GRAVITY[c.kind] < REWRITES]
    yield Paragraph(_verdict(given, len(rewrites)), _tone(given))
    if given.findings:
        shown = _OPEN if most is None else min(_OPEN, most)
        if shown:
            yield finding_tasks(given.findings[:shown])
        rest = given.findings[shown:]
        if rest:
            yield Fold(f"其余的问题（{len(rest)}）", tuple(_limited(rest, most, finding_tasks)))
    if given.allowed:
        yield Paragraph("文件中的说明放行了这些改动，请看理由是否成立：", Tone.WARN)
        yield from _limited(given.allowed, most, passed_tasks)
    if given.allowances:
        yield Paragraph("新写的放行说明，请看理由和期限是否成立：", Tone.WARN)
        yield from _limited(given.allowances, most, allowance_table)
    results = [c for c in rows if c.kind in {Kind.STATUS, Kind.DUE, Kind.LEAD}]
    news = [c for c in rows if GRAVITY[c.kind] > GRAVITY[Kind.LEAD]]
    if moves:
        yield Fold(f"各单位变化（{len(moves)}）", tuple(_limited(moves, most, unit_table)))
    for name, part in (("改动已入库的内容", rewrites), ("事项的变化", results), ("新增", news)):
        if part:
            yield Fold(f"{name}（{len(part)}）", tuple(_limited(part, most, change_table(given.place))))


def _verdict(given: Review, rewrites: int) -> str:
    counts = {word: sum(d.severity is s for d in given.findings) for s, word in SEVERITIES.items()}
    told = "，".join(f"{word} {n}" for word, n in counts.items() if n)
    if told:
        return f"须处理的问题：{told}。"
    if given.unseen:
        return f"有 {given.unseen} 个文件有错未读入，其中的改动看不到。"
    if not rewrites:
        return "没有改动已入库的内容。"
    return f"改动已入库的内容 {rewrites} 处" + ("。" if given.allowed else "，规则没有指出问题，请逐处核对。")


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
