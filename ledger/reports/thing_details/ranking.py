"""A published ranking: who is first and last, who speaks, and whom the office consults and by when."""

from collections.abc import Iterator, Sequence
from typing import Any

from ledger.measures.scoring.called import Called, called
from ledger.measures.scoring.consulting_duties import consult_by
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.rankings import Ranking
from ledger.reports.blocks import Block, Cell, Facts, Heading
from ledger.reports.last_ranking import called_data, last_text
from ledger.reports.thing_detail import ThingDetail


def _build(course: Course[Ranking], ledger: Ledger) -> tuple[Sequence[Block], dict[str, Any]]:
    pools = called(ledger, course.record, course.day)
    blocks: list[Block] = []
    for pool in pools:
        if facts := tuple(_facts(pool)):
            blocks += [Heading(pool.pool.kind, 2), Facts(facts)]
    return blocks, called_data(pools) or {}


def _facts(pool: Called) -> Iterator[tuple[str, Cell]]:
    if pool.first:
        yield "典型发言", Cell("、".join(pool.first))
    if pool.streaks:
        yield "最后", Cell("、".join(last_text(unit, months) for unit, months in pool.streaks.items()))
    if pool.pledging:
        yield "表态发言", Cell("、".join(pool.pledging))
    if pool.consulted:
        yield "会诊", Cell(f"{'、'.join(pool.consulted)}，{consult_by(pool.ranking)}前")


DETAIL = ThingDetail(_build)
