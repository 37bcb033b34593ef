"""G119."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import course, held, holdings
from ledger.measures.standing import standing_of
from ledger.model.findings import FINDING, rectified_on
from ledger.model.ledger import Ledger
from ledger.model.plans import ref_of
from ledger.model.registers.listed import REGISTER


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        for n, entry in standing(holding.record.log):
            if entry.event != "摘牌":
                continue
            if undone := list(_undone(ledger, set(holding.record.items), entry.date)):
                message = f"{holding.ref} 摘牌时，所涉的 {'、'.join(undone)} 还没有办完"
                hint = "核对办结的日期；确未办完就摘牌的，用 更正 作废这条"
                yield Finding(holding.spot("log", n, "event"), message, hint)


def _undone(ledger: Ledger, refs: set[str], day: date) -> Iterator[str]:
    """The items that were not reported as completed, the findings that were not rectified."""
    for plan, item in ledger.items():
        ref = ref_of(plan, item)
        if ref in refs and standing_of(plan, item, ledger, day).is_open:
            yield ref
    for holding in holdings(ledger):
        if holding.type is FINDING and holding.ref in refs:
            found = course(FINDING, holding.ref, holding.record, day)
            if rectified_on(found) is None and found.state != "quashed":
                yield holding.ref


RULE = Rule(
    code="G119",
    name="delisted-too-early",
    severity=Severity.WARNING,
    what="挂牌督办已经摘牌，所涉的事项那时还没有报完成，或所涉的督察问题还没有整改。",
    why="摘牌要在办完、核查通过以后；没有办完就摘牌，挂牌督办就只是挂一挂。",
    example="items: zb-2017-06/3         # 10月还没有完成\nlog:\n  - date: 2017-09-25\n    event: 摘牌\n    by: 沈砚青",
    fix="事项其实已经办完的，先记完成；没有办完的，用 更正 作废 摘牌，继续督办。",
    check=_check,
)
