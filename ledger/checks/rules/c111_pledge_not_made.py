"""C111."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import Holding, held
from ledger.measures.scoring.called import Called, called
from ledger.measures.scoring.published import published_by
from ledger.model.ledger import Ledger
from ledger.model.registers.meetings import REGISTER as MEETINGS
from ledger.model.registers.meetings import REVIEW
from ledger.model.registers.rankings import REGISTER as RANKINGS
from ledger.model.registers.rankings import Ranking

PLEDGE = "表态发言"


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    places = {holding.ref: holding for holding in held(ledger, RANKINGS)}
    for ranking in reversed(published_by(ledger, day)):
        meeting = _next_review(ledger, ranking, day)
        if meeting is None:
            continue
        spoke = {ledger.units.current(s.unit, day) for s in meeting.record.speeches if s.kind == PLEDGE}
        for pool in called(ledger, ranking, day):
            for unit in pool.pledging:
                if unit not in spoke:
                    related = ((places[ranking.id].spot("ranks"), "公布的排名"),)
                    yield Finding(meeting.spot("id"), _said(meeting, pool, unit), _HINT, related)


_HINT = f"发了言的，在 speeches 补记{PLEDGE}；没有发言的，请它在下次会上补上，并在这里写明理由放行"


def _next_review(ledger: Ledger, ranking: Ranking, day: date) -> Holding | None:
    """The first review meeting on or after the publication; several told at once are none."""
    known = [
        meeting
        for meeting in held(ledger, MEETINGS)
        if meeting.type is MEETINGS.thing and meeting.record.kind == REVIEW and meeting.record.times is None
    ]
    after = [meeting for meeting in known if ranking.date <= meeting.record.date <= day]
    return min(after, key=lambda meeting: meeting.record.date, default=None)


def _said(meeting: Holding, pool: Called, unit: str) -> str:
    times = len(pool.streaks[unit])
    last = f"连续{times}次排名最后" if times > 1 else "排名最后"
    return f"{meeting.ref} 上没有{unit}的{PLEDGE}：到{pool.ranking.month}{last}"


RULE = Rule(
    code="C111",
    name="pledge-not-made",
    severity=Severity.WARNING,
    what="排名公布以后的第一次通报会上，该作表态发言的单位没有发言：排名最后、达到 scoring.yaml 的 pledge_after 规定次数的。",
    why="排名最后的当面表态，是排名的后半截。该发言的没有发言，或者发了没有记，排名就只剩一张表。",
    example="rankings/PM-2017-10.yaml 里白堤县最后，2017-10-31 公布\n- id: HY-2017-11        # 11月1日的通报会\n  speeches: []          # 没有白堤县的表态发言",
    fix="在这次通报会的 speeches 补记发言；确实没有发言的，在会议旁边写明理由放行，下次会上补上。",
    check=_check,
)
