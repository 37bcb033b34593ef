"""``ledger diff``: what a change does to the figures, whether it rewrites history, and every change, the gravest first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ledger.base.diagnostics import SEVERITIES, Allowed, Diagnostic, Place, Severity, Spot
from ledger.checks.allowances import Allowance
from ledger.measures.comparing.bulletin_changes import BulletinChange
from ledger.measures.comparing.change import GRAVITY, Change, Kind
from ledger.measures.comparing.effect import Effect
from ledger.measures.comparing.rank_moves import RankMoves
from ledger.reports.blocks import Block, Fold, Paragraph, Report, Tone
from ledger.reports.effect_words import effect_data, headline, rank_table, unit_table
from ledger.reports.review_bulletins import bulletin_data, bulletin_table
from ledger.reports.review_tables import (
    REWRITES,
    allowance_data,
    allowance_table,
    change_data,
    change_table,
    finding_blocks,
    limited,
    passed_tasks,
)

MARKER = "reform-ledger diff"
"""By this line a comment on a pull request is found again."""

_KEYS = ("kind", "thing", "field", "subject", "before", "after", "path", "line")


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
    bulletins: Sequence[BulletinChange] = ()
    unseen: int = 0

    @property
    def shown(self) -> list[Change]:
        """What came or went with a greater thing is told by that thing."""
        return [change for change in self.changes if not change.nested]

    @property
    def rewrites(self) -> list[Change]:
        """What touches that which had landed."""
        return [change for change in self.shown if GRAVITY[change.kind] < REWRITES]

    @property
    def is_empty(self) -> bool:
        told = (self.shown, self.findings, self.allowed, self.allowances, self.bulletins)
        return not (any(told) or self.unseen)


def review(given: Review, most: int | None = None) -> Report:
    """``most`` rows a table; None for all of them."""
    records = [change_data(change, given.place(change.spot)) for change in given.shown]
    data = {
        "effect": effect_data(given.effect),
        "changes": records,
        "allowances": [allowance_data(a) for a in given.allowances],
        "bulletins": [bulletin_data(b) for b in given.bulletins],
    }
    title = f"{given.name}：{given.sides}"
    return Report(title, given.effect.after.day, tuple(_blocks(given, most)), data, records, _KEYS, MARKER)


def _blocks(given: Review, most: int | None) -> Iterator[Block]:
    if given.is_empty:
        yield Paragraph("台账内容没有变化。")
        return
    yield Paragraph(headline(given.effect))
    yield Paragraph(_verdict(given), _tone(given))
    yield from finding_blocks(given.findings, most)
    if given.allowed:
        yield Paragraph("文件中的说明放行了这些改动，请看理由是否成立：", Tone.WARN)
        yield from limited(given.allowed, most, passed_tasks)
    if given.allowances:
        yield Paragraph("新写的放行说明，请看理由和期限是否成立：", Tone.WARN)
        yield from limited(given.allowances, most, allowance_table)
    if given.bulletins:
        yield from limited(given.bulletins, most, bulletin_table)
    yield from _folds(given, most)


def _folds(given: Review, most: int | None) -> Iterator[Block]:
    """Everything that changed, the gravest first."""
    moves, rows = given.effect.units, given.shown
    results = [c for c in rows if c.kind in {Kind.STATUS, Kind.DUE, Kind.LEAD}]
    news = [c for c in rows if GRAVITY[c.kind] > GRAVITY[Kind.LEAD]]
    if moves:
        yield Fold(f"各单位变化（{len(moves)}）", tuple(limited(moves, most, unit_table)))
    for ranks in (given.effect.published_ranks, given.effect.ranks):
        if ranks is not None and ranks.moves:
            name = f"{ranks.month} 得分和名次的变化（{len(ranks.moves)}{_standing(ranks)}）"
            yield Fold(name, tuple(limited(ranks.moves, most, rank_table)))
    for name, part in (("改动已入库的内容", given.rewrites), ("事项的变化", results), ("新增", news)):
        if part:
            yield Fold(f"{name}（{len(part)}）", tuple(limited(part, most, change_table(given.place))))


def _standing(ranks: RankMoves) -> str:
    """How much those scores mean, as the end of a bracket."""
    if ranks.published:
        return "，排名已经公布，公布的不变，现算的列为更正"
    return "，暂定，还有没评的" if any(m.after and m.after.card.provisional for m in ranks.moves) else ""


def _verdict(given: Review) -> str:
    counts = {word: sum(d.severity is s for d in given.findings) for s, word in SEVERITIES.items()}
    told = "，".join(f"{word} {n}" for word, n in counts.items() if n)
    if told:
        return f"须处理的问题：{told}。"
    if given.unseen:
        return f"有 {given.unseen} 个文件有错未读入，其中的改动看不到。"
    rewrites = len(given.rewrites)
    if not rewrites:
        return "没有改动已入库的内容。"
    return f"改动已入库的内容 {rewrites} 处" + ("。" if given.allowed else "，规则没有指出问题，请逐处核对。")


def _tone(given: Review) -> Tone:
    if any(d.severity is Severity.ERROR for d in given.findings):
        return Tone.BAD
    return Tone.WARN if given.findings or given.allowed or given.unseen else Tone.GOOD
