"""What a change does to the figures, in sentences and in tables; both are made of the same values."""

from collections.abc import Sequence
from typing import Any

from ledger.base.text import first_of
from ledger.measures.comparing.effect import Effect, Side, UnitMove
from ledger.measures.comparing.rank_moves import RankMove, RankMoves
from ledger.measures.paper_counts import PaperCount
from ledger.measures.progress import Tally
from ledger.measures.scoring.ranking import Place
from ledger.reports.blocks import Cell, Column, Table, Tone, cells
from ledger.reports.change_words import brief
from ledger.reports.figures import tally_data
from ledger.reports.words import measure_word

_NAMED = 5


def headline(effect: Effect) -> str:
    """What a reviewer has to know in one sentence: completion, its denominator, overdue, papers that would be due."""
    parts = (completion(effect), denominator(effect), overdue(effect), _papers(effect))
    return "；".join(filter(None, parts)) + "。"


def completion(effect: Effect) -> str:
    """完成率由55.7%（98/176）变为63.1%（111/176）."""
    before, after = (rate_text(side.tally) for side in (effect.before, effect.after))
    return f"完成率不变，{after}" if before == after else f"完成率由{before}变为{after}"


def rate_text(tally: Tally) -> str:
    """63.1%（111/176）: a rate is never told without its fraction."""
    fraction = f"{tally['completed']}/{tally['total']}"
    return f"{tally.rate}%（{fraction}）" if tally.rate is not None else f"无（{fraction}）"


def denominator(effect: Effect) -> str:
    """分母不变, or which items came and which went."""
    if not effect.joined and not effect.left:
        return "分母不变"
    changed = [
        f"{word}{len(refs)}项（{named(refs)}）"
        for word, refs in (("增加", effect.joined), ("减少", effect.left))
        if refs
    ]
    return "分母" + "，".join(changed)


def overdue(effect: Effect) -> str:
    """逾期由9项变为15项, and whose."""
    before, after = (side.tally["overdue"] for side in (effect.before, effect.after))
    came, went = effect.newly_overdue, effect.no_longer_overdue
    if not came and not went:
        return f"逾期不变，{after}项"
    whose = [f"{word}{named(refs)}" for word, refs in (("新增", came), ("解除", went)) if refs]
    moved = f"由{before}项变为{after}项" if before != after else f"仍为{after}项"
    return f"逾期{moved}（{'，'.join(whose)}）"


def _papers(effect: Effect) -> str:
    moved = [
        f"{kind}由{before.papers}{measure_word(kind)}{before.rows}行变为{after.papers}{measure_word(kind)}{after.rows}行"
        for kind, before, after in _by_kind(effect)
        if before != after
    ]
    return "应发" + "，".join(moved) if moved else "应发单不变"


def _by_kind(effect: Effect) -> list[tuple[str, PaperCount, PaperCount]]:
    before, after = effect.before.papers, effect.after.papers
    return [(kind, before[kind], after[kind]) for kind in after]


def named(refs: Sequence[str]) -> str:
    """The first few, and how many there are."""
    return first_of(refs, _NAMED, " 等{n}项")


def unit_table(moves: Sequence[UnitMove]) -> Table:
    """Unit by unit what moved, before and after; of papers the rows."""
    columns = (
        Column("牵头单位", wrap=True),
        *(
            Column(title, right=True)
            for title in ("原完成率", "现完成率", "原逾期", "现逾期", "原应发单", "现应发单")
        ),
    )
    return Table(columns, tuple(_unit_row(move) for move in moves))


def _unit_row(move: UnitMove) -> tuple[Cell, ...]:
    before, after = move.before, move.after
    worse = after["overdue"] > before["overdue"]
    return cells(
        brief(move.unit), rate_text(before), rate_text(after), before["overdue"],
        Cell(str(after["overdue"]), Tone.BAD if worse else Tone.PLAIN), *move.rows,
    )  # fmt: skip


def rank_table(moves: Sequence[RankMove]) -> Table:
    """Unit by unit score and rank, before and after; — where there is none."""
    columns = (
        Column("单位", wrap=True),
        Column("分组"),
        *(Column(title, right=True) for title in ("原得分", "现得分", "原名次", "现名次")),
    )
    return Table(columns, tuple(_rank_row(move) for move in moves))


def _rank_row(move: RankMove) -> tuple[Cell, ...]:
    was, now = move.before, move.after
    worse = was is not None and now is not None and (now.rank or 0) > (was.rank or 0) > 0
    shown = [_or_dash(place.score if place else None) for place in (was, now)]
    return cells(
        brief(move.unit), move.pool, *shown, _or_dash(was.rank if was else None),
        Cell(_or_dash(now.rank if now else None), Tone.BAD if worse else Tone.PLAIN),
    )  # fmt: skip


def _or_dash(value: object) -> str:
    return "—" if value is None else str(value)


def _rank_data(ranks: RankMoves | None) -> dict[str, Any] | None:
    if ranks is None:
        return None
    units = [
        {"unit": m.unit, "pool": m.pool, "before": _place_data(m.before), "after": _place_data(m.after)}
        for m in ranks.moves
    ]
    return {"month": ranks.month, "published": ranks.published, "units": units}


def _place_data(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {"score": str(place.score) if place.score is not None else None, "rank": place.rank}


def effect_data(effect: Effect) -> dict[str, Any]:
    return {
        "before": tally_data(effect.before.tally),
        "after": tally_data(effect.after.tally),
        "joined": effect.joined,
        "left": effect.left,
        "newly_overdue": effect.newly_overdue,
        "no_longer_overdue": effect.no_longer_overdue,
        "papers": {"before": _paper_data(effect.before), "after": _paper_data(effect.after)},
        "units": [_unit_data(move) for move in effect.units],
        "ranking": _rank_data(effect.ranks),
        "published_ranking": _rank_data(effect.published_ranks),
    }


def _paper_data(side: Side) -> dict[str, Any]:
    return {kind: {"papers": n.papers, "rows": n.rows} for kind, n in side.papers.items()}


def _unit_data(move: UnitMove) -> dict[str, Any]:
    return {
        "unit": move.unit,
        "before": tally_data(move.before),
        "after": tally_data(move.after),
        "rows": {"before": move.rows[0], "after": move.rows[1]},
    }
