"""C4 信息报送."""

from collections.abc import Iterator
from decimal import Decimal

from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import NONE, WHOLE, Measured, Piece
from ledger.measures.scoring.quotas import quota
from ledger.model.registers.briefings import OWING, REGISTER, Briefing, adopted_by


def _measure(case: Case) -> Measured:
    return quota(tuple(_pieces(case)), _yearly(case), case.day)


def _yearly(case: Case) -> Decimal | None:
    """The policy's quota is for those that owe it; a target of the scheme for the others, or where there is none."""
    policy = case.ledger.policies.on(case.day).briefing_quota
    owed = policy is not None and case.book.kind(case.unit) in OWING
    return Decimal(policy) if owed and policy is not None else case.target


def _pieces(case: Case) -> Iterator[Piece]:
    """As ``ledger list briefings`` counts the year: sent in it, and taken up by the day."""
    for thing in case.book.things(REGISTER):
        record: Briefing = thing.record
        taken = adopted_by(record, case.day)
        if record.date.year != case.day.year or not taken:
            continue
        if case.is_mine(record.unit, *(record.items or record.plans)):
            why = f"{record.date}报送，{taken[0].date}{taken[0].by}采用"
            yield Piece(thing.ref, record.title, WHOLE, NONE, why)


GAUGE = Gauge(
    code="C4",
    title="信息报送",
    formula="今年报送并被采用的信息 /（全年任务数 * 今年已过的月数 / 12），最多算1",
    data="信息报送登记簿：今年报送、到本期最后一天已被采用的，一条算一次，不论几级采用。部门、区县的全年任务数是 policy.yaml 的 "
    "briefing_quota，没有写的和其他单位用 target；都没有的不适用。信息归报送单位，也归它所说事项（没有写事项的，方案）的专项小组",
    gain="做成的、卡住的都及时报，被采用一次就登记一次",
    lists="ledger list briefings --unit {unit} --state 本年报送并采用 --month {month}",
    target_means="policy.yaml 没有定任务数的，全年应被采用多少条",
    measure=_measure,
)
