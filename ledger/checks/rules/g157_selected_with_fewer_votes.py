"""G157."""

from collections.abc import Iterator
from datetime import date

from ledger.base.counts import Count
from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import Holding, held
from ledger.model.ledger import Ledger
from ledger.model.registers.experiences import REGISTER


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    batches: dict[str, list[Holding]] = {}
    for holding in held(ledger, REGISTER):
        if holding.record.votes is not None:
            batches.setdefault(holding.record.batch, []).append(holding)
    for batch in batches.values():
        best = max((h for h in batch if not h.record.selected), key=_votes, default=None)
        for holding in batch:
            if best is not None and holding.record.selected and _votes(holding) < _votes(best):
                message = f"{holding.ref} 得票{holding.record.votes}入选，同批的 {best.ref} 得票{best.record.votes}没有入选"
                yield Finding(holding.spot("votes"), message, "核对得票；评审另有考虑的，在公告里说明")


def _votes(holding: Holding) -> int:
    votes: Count = holding.record.votes
    return votes.value


RULE = Rule(
    code="G157",
    name="selected-with-fewer-votes",
    severity=Severity.NOTE,
    what="一条入选的经验，得票比同批没有入选的少。",
    why="公开筛选就要经得起公开核对。得票少的入选，不一定错，但要说得出为什么；多半是票数或 selected 写错了。",
    example="- {id: JY-2017-02, votes: 9100, selected: true, …}\n- {id: JY-2017-03, votes: 15300, …}       # 同一批，没有入选",
    fix="对照票数表改正 votes 或 selected；评审不只看票数的，不用改。",
    check=_check,
)
