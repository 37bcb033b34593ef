"""C109."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from ledger.base.days import month_end, parse_month
from ledger.base.diagnostics import Severity
from ledger.base.text import first_of
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.measures.scoring.month_ranking import scheme_on
from ledger.measures.scoring.periods import period_ending
from ledger.measures.scoring.places import last_of
from ledger.measures.scoring.published import places_of
from ledger.model.ledger import Ledger
from ledger.model.registers.rankings import REGISTER, Ranking

_NAMED = 3


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    found = sorted(held(ledger, REGISTER), key=lambda h: h.record.month)
    for earlier, later in pairwise(found):
        between = list(_unpublished(ledger, earlier.record.month, later.record.month))
        units = _last_in_both(ledger, earlier.record, later.record) if between else []
        if units:
            message = (
                f"{first_of(between, _NAMED)} 没有公布排名；{'、'.join(units)}在 {earlier.record.month} 和 "
                f"{later.record.month} 都是最后，连续次数跨过了它"
            )
            hint = f"补公布：ledger rank --month {between[0]} --write；确实没有排的，写放行说明和理由"
            related = ((earlier.spot("month"), "前一次公布的排名"),)
            yield Finding(later.spot("month"), message, hint, related)


def _unpublished(ledger: Ledger, earlier: str, later: str) -> Iterator[str]:
    """The periods between the two."""
    day = month_end(parse_month(earlier) + timedelta(days=1))
    while day < parse_month(later):
        scheme = scheme_on(ledger, day)
        if scheme is not None and period_ending(day, scheme) is not None:
            yield f"{day:%Y-%m}"
        day = month_end(day + timedelta(days=1))


def _last_in_both(ledger: Ledger, earlier: Ranking, later: Ranking) -> list[str]:
    day = parse_month(later.month)
    return [
        unit
        for pool in later.pools
        for unit in last_of(places_of(later, pool, ledger, day))
        if unit in last_of(places_of(earlier, pool, ledger, day))
    ]


RULE = Rule(
    code="C109",
    name="month-unpublished",
    severity=Severity.WARNING,
    what="两次公布的排名之间有一期没有公布，而有单位两次都是最后。",
    why=(
        "连续几次最后要表态发言，次数按公布的算，没有公布的一期不计也不断。少公布一期，"
        "它就少一次；单位会问：那一期到底是不是最后。"
    ),
    example="rankings/PM-2017-08.yaml\nrankings/PM-2017-10.yaml      # 没有 PM-2017-09.yaml",
    fix="漏了公布的，用 ledger rank --month 2017-09 --write 补上；那一期确实没有排名的，写放行说明，写明依据。",
    check=_check,
)
