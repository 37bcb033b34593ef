"""G160."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import days_after
from ledger.base.diagnostics import Severity
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import Holding, holdings
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in holdings(ledger):
        if holding.type.kind != "finding" or holding.parent is None:
            continue
        told, spot_of = _told(holding.parent)
        within = ledger.policies.on(told).ladder.objection_within
        last = days_after(told, within)
        for n, entry in standing(holding.record.log):
            if entry.event == "异议" and entry.date > last:
                message = f"{holding.ref} 的异议逾期：督察结论之后 {within} 天内（{last} 以前）可以提出"
                related = ((holding.parent.spot(*spot_of), "督察结论的日期"),)
                yield Finding(
                    holding.spot("log", n, "date"), message, "核对日期；确是逾期的，可以另行答复", related
                )


def _told(inspection: Holding) -> tuple[date, tuple[str, ...]]:
    """When those inspected learned the conclusion, and which key says so."""
    record = inspection.record
    if record.report is not None:
        return record.report.date, ("report", "date")
    return (record.until, ("until",)) if record.until else (record.date, ("date",))


RULE = Rule(
    code="G160",
    name="finding-objected-late",
    severity=Severity.WARNING,
    what="对督察问题的异议在督察结论之后超过 objection_within 天（默认 30 天）才提出。",
    why="期限内的异议在复核以前不要求整改；逾期再提，整改就可以一直拖着不办。",
    example="# 督察报告 2017-06-30\n- date: 2017-08-15        # 超过30天\n  event: 异议\n  by: 市农业局\n  note: 事项已移交",
    fix="日期写错的，用 更正 作废后另记；确是逾期的，用 更正 作废这条异议，另行书面答复。",
    check=_check,
)
