"""``ledger rank``."""

from datetime import date
from typing import Annotated

from typer import Option

from ledger.actions.publishing import must_be_publishable
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.commands.clock import today
from ledger.commands.command import command
from ledger.commands.options import Output, When, Where
from ledger.commands.printing import deliver, must_print, say
from ledger.commands.publishing import Publishing, planned, publish, unfinished
from ledger.commands.scored import ranking_of, without_scheme
from ledger.commands.session import Session, open_session
from ledger.commands.writing import writing_session
from ledger.measures.scoring.month_ranking import MonthRanking, PoolRanking, scheme_on
from ledger.measures.scoring.published import published_in
from ledger.measures.scoring.year_end import year_lines, year_ranked
from ledger.model.score_settings import Pool
from ledger.reports.blocks import Report
from ledger.reports.ranking import ranking_report
from ledger.reports.year_end import YearPool, year_report


@command("rank", kept=True)
def run(
    where: Where,
    asked: Publishing,
    output: Output,
    month: Annotated[
        str | None,
        Option("--month", metavar="月份", help="哪个月的排名，如 2017-10；按季排名的写季末的月份"),
    ] = None,
    year: Annotated[
        int | None,
        Option("--year", metavar="年", help="年度综合考核：公布的月度得分和年底得分合计"),
    ] = None,
    kind: Annotated[
        str | None, Option("--pool", metavar="类别", help="只看一组：区县、专项小组、部门等单位类别")
    ] = None,
) -> int:
    """一月一排名：名次、得分、升降、连续最后，谁作典型发言、表态发言，下月会诊谁；--write 公布。

    例：ledger rank --month 2017-10；ledger rank --month 2017-10 --pool 部门；ledger rank --month 2017-10 --write；ledger rank --year 2017
    """
    _must_make_sense(asked, kind, month, year)
    must_print(output)
    if year is not None:
        session = open_session(where, _end_of(year))
        return deliver(session.answer("rank", _year(session, year, kind)), output)
    with writing_session(where, When(month=month), wanted=asked.write) as (session, store):
        ranking = ranking_of(session)
        if store is not None:
            return publish(session, store, ranking, asked, output)
        patch = None
        if asked.diff:
            must_be_publishable(ranking)
            patch = planned(session, ranking, asked).preview(session.top)
        pools, outside = _pools(session, ranking, kind)
        report = ranking_report(ranking, pools, unfinished(session), outside=outside)
        code = deliver(session.answer("rank", report), output)
        if patch and output.format in {"table", "plain", "markdown"}:
            say(patch)
        return code


def _must_make_sense(asked: Publishing, kind: str | None, month: str | None, year: int | None) -> None:
    if year is not None and (month is not None or asked.write or asked.diff):
        raise LedgerError("--year 看的是年度综合考核，不与 --month、--write、--diff 一起写")
    if kind is not None and (asked.write or asked.diff):
        raise LedgerError("公布的是一期的各组排名，--pool 只用来看，不能与 --write、--diff 一起写")
    if (asked.by or asked.date) and not (asked.write or asked.diff):
        raise LedgerError("--by、--date 是公布时写的，要与 --write（或 --diff）一起写")


def _pools(session: Session, ranking: MonthRanking, kind: str | None) -> tuple[list[PoolRanking], bool]:
    """Those to show, and whether the scheme leaves them out."""
    if kind is None:
        return ranking.pools, False
    pool = ranking.book.scheme.pool(kind)
    if pool is not None:
        return [ranking.pool(pool)], False
    return [ranking.pool(Pool(kind=_known(kind, session), pledge_after=0))], True


def _known(kind: str, session: Session) -> str:
    """Raises LedgerError for a kind that no unit has."""
    kinds = list(dict.fromkeys(unit.kind for unit in session.ledger.units))
    if kind not in kinds:
        known = f"可写{'、'.join(kinds)}" if kinds else "units.yaml 里还没有单位"
        raise LedgerError(f"没有{quoted(kind)}这一类单位；{did_you_mean(kind, kinds) or known}")
    return kind


def _end_of(year: int) -> When:
    """The last day of the year, today while it runs."""
    now = today()
    return When(day=f"{now}" if year == now.year else f"{year:04}-12-31")


def _year(session: Session, year: int, kind: str | None) -> Report:
    """Raises LedgerError where no scheme says how the year is reckoned."""
    ledger, day = session.ledger, session.day.date
    scheme = scheme_on(ledger, day)
    if scheme is None:
        raise without_scheme(ledger, day)
    kinds = [_known(kind, session)] if kind is not None else [pool.kind for pool in scheme.pools]
    pools = [YearPool(k, year_ranked(year_lines(ledger, year, k, day, scheme.monthly_carry))) for k in kinds]
    months = [ranking.month for ranking in published_in(ledger, year)]
    running = "" if day == date(year, 12, 31) else f"{year} 年还没有过完"
    return year_report(year, day, scheme, months, pools, unfinished(session) or running)
