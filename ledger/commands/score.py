"""``ledger score``."""

from dataclasses import replace
from typing import Annotated

from typer import Argument, Option

from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.commands.command import command
from ledger.commands.options import Output, When, Where, Which
from ledger.commands.printing import deliver
from ledger.commands.scored import ranking_of
from ledger.commands.session import Session, open_session
from ledger.measures.scoring.card import ScoreLine
from ledger.measures.scoring.figures import RANK, TOTAL, ScoreFigure, figure_named, figures_of
from ledger.measures.scoring.month_ranking import MonthRanking
from ledger.measures.scoring.unit_score import UnitScore
from ledger.reports.scores.figure import figure_page
from ledger.reports.scores.point import point_page
from ledger.reports.scores.sheet import score_sheet


@command("score", kept=True)
def run(
    name: Annotated[str, Argument(metavar="单位", help="单位全称或简称")],
    where: Where,
    when: When,
    output: Output,
    point: Annotated[
        str | None, Option("--point", metavar="督察重点", help="只看一个督察重点，列出数了哪些，如 B3")
    ] = None,
    figure: Annotated[
        str | None,
        Option("--figure", metavar="指标", help="只要一个数：total 得分、rank 名次，方面或督察重点的编号"),
    ] = None,
) -> int:
    """一个单位一个月的评分表：每个督察重点得几分、算式、在哪里失的分；公布以后有变化的，并列现算的更正。

    例：ledger score 望川区 --month 2017-10；ledger score 望川区 --month 2017-10 --point B3
    """
    if point is not None and figure is not None:
        raise LedgerError("--point 和 --figure 只能写一个")
    session = open_session(where, when, replace(Which(), unit=[name]))
    ranking, unit = ranking_of(session), session.chosen.units[0]
    _must_be_scored(session, ranking, unit)
    scored = UnitScore(ranking, unit)
    if figure is not None:
        report = figure_page(scored, _figure(scored, figure))
    elif point is not None:
        report = point_page(scored, _line(scored, point))
    else:
        report = score_sheet(scored)
    return deliver(session.answer("score", report), output)


def _figure(scored: UnitScore, word: str) -> ScoreFigure:
    known = figures_of(scored)
    found = figure_named(known, word)
    if found is None:
        hint = did_you_mean(word, [*known, *(f.label for f in known.values())])
        raise LedgerError(f"--figure 没有{quoted(word)}；{hint or f'可写 {TOTAL}、{RANK} 或督察重点的编号'}")
    return found


def _line(scored: UnitScore, word: str) -> ScoreLine:
    lines = {line.checkpoint.id: line for line in scored.card.lines}
    found = lines.get(word) or next((x for x in lines.values() if x.checkpoint.title == word), None)
    if found is None:
        hint = did_you_mean(word, lines) or "有哪些见 ledger list checkpoints"
        raise LedgerError(f"评分方案里没有{quoted(word)}这个督察重点；{hint}")
    return found


def _must_be_scored(session: Session, ranking: MonthRanking, unit: str) -> None:
    """Raises LedgerError for whoever is no unit of units.yaml, or none any more."""
    units, day = session.ledger.units, ranking.book.day
    if units.is_leader(unit):
        raise LedgerError(f"{quoted(unit)}是领导，评分评的是单位；他的待办用 ledger unit {unit} 查看")
    found = units.find(unit, day)
    if found is None:
        hint = did_you_mean(unit, units.names) or "补进名册以后再评"
        raise LedgerError(f"units.yaml 里没有{quoted(unit)}，不知道它是哪一类单位；{hint}")
    if not found.in_force(day):
        raise LedgerError(f"{quoted(unit)}{day} 不在册，也没有承接的单位，这一天不评分")
