"""A unit's score and rank in a few lines: as published, as computed now, and how the total is made."""

from collections.abc import Iterator

from ledger.base.text import first_of
from ledger.measures.scoring.places import Placed, score_text
from ledger.measures.scoring.unit_score import UnitScore
from ledger.reports.blocks import Cell, Tone
from ledger.reports.scores.wording import too_little, weight_text

_NAMED = 5
Fact = tuple[str, Cell]


def place_facts(scored: UnitScore) -> Iterator[Fact]:
    yield "得分", _score(scored)
    yield "名次", Cell(_rank(scored))
    yield from _arranged(scored)
    yield "公布", Cell(_published(scored))
    if scored.differs:
        yield _now(scored)
    if formula := total_formula(scored):
        yield "现算算式" if scored.differs else "算式", Cell(formula)
    yield from _waiting(scored)
    yield "方案", Cell(_scheme(scored))


def total_formula(scored: UnitScore) -> str:
    """``(A+B+C)/83*100``: of the aspects' exact subtotals; empty without a score."""
    card = scored.card
    if card.exact is None:
        return ""
    aspects = [a.id for a in scored.ranking.book.scheme.aspects if card.of(a.id)[1]]
    return f"({'+'.join(aspects)})/{weight_text(card.applicable)}*100"


def placed_text(place: Placed) -> str:
    """``92.41 分，第 2 名``."""
    score = score_text(place)
    if score is None:
        return "不排名"
    return f"{score} 分" + (f"，第 {place.rank} 名" if place.rank is not None else "，不排名")


def _now(scored: UnitScore) -> Fact:
    """A correction, unless the day that was asked for came before the period was over: then less was known than was published."""
    period, words = scored.ranking.book.period, placed_text(scored.computed)
    waiting = "（暂定，还有没评的）" if scored.card.provisional else ""
    if period.over:
        return "更正", Cell(f"现算 {words}{waiting}", Tone.WARN)
    return "现算", Cell(f"算到 {period.day} 是 {words}{waiting}，这一期那时没有过完，不是更正")


def _score(scored: UnitScore) -> Cell:
    card, score = scored.card, score_text(scored.official)
    if score is None and card.exact is not None:
        return Cell("公布的排名里没有得分", Tone.WARN)
    if score is None:
        return Cell(f"不排名：{too_little(card)}", Tone.WARN)
    if scored.published is None and card.provisional:
        return Cell(f"{score}（暂定）", Tone.WARN)
    return Cell(score)


def _rank(scored: UnitScore) -> str:
    place, pool = scored.official, scored.pool
    outside = "" if scored.ranks else f"（{scored.kind}不参加公布的排名）"
    if place.rank is None:
        return f"不排名{outside}"
    ranked = sum(p.rank is not None for p in pool.official)
    text = f"{scored.kind}第 {place.rank} 名，共 {ranked} 个单位{outside}"
    moved = pool.moved(place)
    if moved is None:
        return text
    way = "升" if moved > 0 else "降"
    return f"{text}，比上期{f'{way} {abs(moved)} 名' if moved else '持平'}"


def _arranged(scored: UnitScore) -> Iterator[Fact]:
    """What the place brings: speeches and the consultation."""
    pool, unit = scored.pool, scored.unit
    if not scored.ranks:
        return
    months = pool.streaks.get(unit, ())
    if unit in pool.last and len(months) > 1:
        yield "连续最后", Cell(f"{len(months)} 次（{'、'.join(reversed(months))}）", Tone.BAD)
    named = {"典型发言": pool.first, "表态发言": pool.pledging, "会诊": pool.consulted}
    due = [word for word, units in named.items() if unit in units]
    if due:
        yield "随后", Cell("、".join(due))


def _published(scored: UnitScore) -> str:
    if not scored.ranks:
        return f"{scored.kind}的排名不公布，算出来供参考"
    if scored.published_on is None:
        ended = "还没有公布" if scored.ranking.book.period.over else "还没有结束"
        return f"这一期{ended}，按现在的台账算"
    if scored.published is None:
        return f"{scored.published_on} 公布的排名里没有这个单位，按现在的台账算"
    words = placed_text(scored.published)
    return f"{scored.published_on} 公布 {words}" + ("" if scored.differs else "；现算一致")


def _waiting(scored: UnitScore) -> Iterator[Fact]:
    """The points that people still have to score or to verify, and where they write it."""
    waiting = [line.checkpoint for line in scored.card.lines if line.state == "待评"]
    if waiting:
        words = first_of([f"{point.id} {point.title}" for point in waiting], _NAMED)
        yield "待评", Cell(f"{len(waiting)} 个：{words}，写在 scores/{scored.month}.yaml", Tone.WARN)


def _scheme(scored: UnitScore) -> str:
    scheme, period = scored.ranking.book.scheme, scored.ranking.book.period
    since = f"{scheme.from_} 起执行" if scheme.from_ else ""
    quarter = f"按季：{period.first} 至 {period.day}" if period.months > 1 else ""
    return "，".join(filter(None, (scheme.basis, since, quarter))) or "scoring.yaml"
