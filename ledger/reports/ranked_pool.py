"""One pool of a ranking as readers meet it: the places, what they lead to, the aspects, what would be otherwise today."""

from collections.abc import Iterator, Sequence

from ledger.measures.scoring.card import ScoreCard, two_places
from ledger.measures.scoring.month_ranking import MonthRanking, PoolRanking
from ledger.measures.scoring.places import Placed, score_text
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Table, Tone, cells
from ledger.reports.scores.wording import too_little

_PLACES = (
    Column("名次", right=True), Column("单位"), Column("得分", right=True), Column("上期", right=True),
    Column("升降"), Column("说明", wrap=True),
)  # fmt: skip


def pool_blocks(ranking: MonthRanking, pool: PoolRanking, *, outside: bool) -> Iterator[Block]:
    yield Heading(pool.pool.kind + ("（暂定）" if pool.provisional else ""), 2)
    if not pool.official:
        yield Paragraph(f"这一天没有类别是{pool.pool.kind}的单位。")
        return
    yield Table(_PLACES, tuple(_row(pool, place) for place in pool.official))
    if not outside:
        yield Facts(tuple(_after(pool)))
    yield from _by_aspect(ranking, pool)
    yield from _corrections(ranking, pool)


def _row(pool: PoolRanking, place: Placed) -> tuple[Cell, ...]:
    was, moved = pool.before.get(place.unit), _moved(pool.moved(place))
    return cells(place.rank, place.unit, score_text(place), was, moved, _note(pool, place))


def _moved(by: int | None) -> Cell:
    if not by:
        return Cell("" if by is None else "持平")
    return Cell(f"升{by}", Tone.GOOD) if by > 0 else Cell(f"降{-by}", Tone.WARN)


def _note(pool: PoolRanking, place: Placed) -> Cell:
    """What has to be known beside the rank; the gravest gives the tone."""
    now, streak = pool.computed_of(place.unit), len(pool.streaks.get(place.unit, ()))
    said = [f"连续{streak}次最后" if streak > 1 else "最后" if streak else "", correction(pool, place)]
    if now is not None and now.score is None and place.score is None:
        said.append(f"不排名（{too_little(now.card)}）")
    if now is not None and not pool.published:
        said.append(_provisional(now.card))
    return Cell("，".join(filter(None, said)), Tone.BAD if streak > 1 else Tone.WARN)


def correction(pool: PoolRanking, place: Placed) -> str:
    """``更正：现算88.12分，第3名``; nothing where today's files say what was published."""
    if not pool.published or not pool.differs(place):
        return ""
    now = pool.computed_of(place.unit)
    if now is None:
        return "更正：现在不在这一组"
    score = score_text(now)
    if not score:
        return f"更正：现算不排名（{too_little(now.card)}）"
    waiting = f"（{said}）" if (said := _provisional(now.card)) else ""
    return f"更正：现算{score}分，第{now.rank}名{waiting}"


def _provisional(card: ScoreCard) -> str:
    waiting = sum(line.state == "待评" for line in card.lines)
    return f"暂定，缺{waiting}项评分" if waiting else ""


def _after(pool: PoolRanking) -> Iterator[tuple[str, Cell]]:
    """What the ranking leads to."""
    yield "典型发言", Cell("、".join(pool.first) or "没有")
    if pool.pool.pledge_after:
        said = (f"{unit}（{_running(pool.streaks[unit])}）" for unit in pool.pledging)
        yield "表态发言", Cell("、".join(said) or "没有")
    if pool.pool.consult:
        yield "下月会诊", Cell("、".join(pool.consulted) or "没有")


def _running(newest_first: Sequence[str]) -> str:
    """Whether it was last this time only, or when else."""
    if len(newest_first) == 1:
        return "本期最后"
    return f"连续{len(newest_first)}次最后：{'、'.join(reversed(newest_first))}"


def _by_aspect(ranking: MonthRanking, pool: PoolRanking) -> Iterator[Block]:
    """Computed today; what was published says nothing of aspects."""
    aspects = ranking.book.scheme.aspects
    columns = (Column("单位"), *(Column(aspect.id, right=True) for aspect in aspects))
    rows = tuple(cells(p.unit, *(_earned(p.card, a.id) for a in aspects)) for p in pool.computed)
    yield Heading("各方面得分（现算）" if pool.published else "各方面得分", 3)
    yield Table(columns, rows)


def _earned(card: ScoreCard, aspect: str) -> str:
    earned, whole = card.of(aspect)
    return f"{two_places(earned)}/{whole}" if whole else "不适用"


def _corrections(ranking: MonthRanking, pool: PoolRanking) -> Iterator[Block]:
    changed = [place.unit for place in pool.published if pool.differs(place)]
    known = {place.unit for place in pool.published}
    later = [place.unit for place in pool.computed if place.unit not in known] if pool.published else []
    if changed:
        yield Paragraph(
            f"更正：{len(changed)}个单位按现在的台账算与公布的不同，名次以公布的为准；"
            f"原因用 ledger score {changed[0]} --month {ranking.month} 看。",
            Tone.WARN,
        )
    if later:
        yield Paragraph(f"更正：公布时没有的单位：{'、'.join(later)}。", Tone.WARN)
