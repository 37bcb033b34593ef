"""E5 数据质量."""

from collections.abc import Iterator
from datetime import date

from ledger.base.periods import periods
from ledger.measures.holdings import course
from ledger.measures.scoring.book import Share
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import WHOLE, Form, Measured, Piece, measured
from ledger.model.facts import voided
from ledger.model.findings import Finding
from ledger.model.items import ITEM_EVENTS
from ledger.model.register import Course, began
from ledger.model.registers.inspections import REGISTER

REPORTS = frozenset(event.word for event in ITEM_EVENTS if "by" not in event.required)
"""What a unit reports itself; what others decide says nothing of its data."""


def _measure(case: Case) -> Measured:
    """A false report that stands leaves nothing of the point, whatever else was reported."""
    false = list(_false(case))
    if any(piece.part for piece in false):
        return measured(Form.LOSS, (piece for piece in false if piece.part), "")
    pieces = (piece for share in case.items for piece in _entries(case, share))
    return measured(Form.LOSS, pieces, "本期没有报的记录")


def _false(case: Case) -> Iterator[Piece]:
    for finding in case.book.things(REGISTER, "findings"):
        since = _false_since(case, finding.course)
        if case.is_me(finding.record.unit) and case.period.holds(since):
            why = f"{since}认定虚报，本期这一点不得分"
            yield case.piece(Form.LOSS, finding.ref, finding.record.title, WHOLE, fits=True, why=why)


def _false_since(case: Case, finding: Course[Finding]) -> date | None:
    """The day by which it counts, in one period only: found, or upheld where an objection waited at the end of the period of that."""
    found = began(finding)
    if found is None or not finding.record.false_report or finding.state in {"contested", "quashed"}:
        return None
    (period,) = periods(found, found, case.period.months)
    waited = course(finding.type, finding.ref, finding.record, period.last).state == "contested"
    upheld = finding.last("复核")
    return upheld.date if waited and upheld else found


def _entries(case: Case, answered: Share) -> Iterator[Piece]:
    """What was told in the period and stands, and what a 更正 of the period made void, whenever that had been told."""
    item, share = answered
    log = item.item.log
    void = voided(log, case.day)
    for n, entry in enumerate(log):
        if entry.event not in REPORTS or entry.date > case.day:
            continue
        said = f"{entry.date}{entry.event}"
        if n in void and case.period.holds(taken_back := log[void[n]].date):
            why = f"{said}，{taken_back}更正作废"
            yield case.piece(Form.LOSS, item.ref, item.title, share, fits=True, why=why)
        elif n not in void and case.period.holds(entry.recorded or entry.date):
            yield case.piece(Form.LOSS, item.ref, item.title, share, fits=False, why=said)


GAUGE = Gauge(
    code="E5",
    title="数据质量",
    formula="1 - 更正作废的记录 / 本期的记录；有查实的虚报，得0",
    data="方案里事项的记录，只看单位自己报的（启动、进展、节点完成、自查、完成、申请延期、公示）：本期报的，加上本期被更正作废的；"
    "一条记录作废只在更正的那一期算。更正笔误（时限、名称、牵头单位）不算。配合的事项按份额算。虚报是督察问题写了“虚报”的，"
    "在查出的那一期算；有异议的，复核维持以后在那一期算",
    gain="报以前核对，拿不准的不报；报错了及时更正，不要等督察发现",
    lists="ledger items --unit {unit} --status 本月更正 --month {month}",
    measure=_measure,
)
