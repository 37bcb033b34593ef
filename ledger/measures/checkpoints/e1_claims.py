"""E1 主要领导认领并亲自抓."""

from collections.abc import Iterator

from ledger.base.periods import QUARTER, periods
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import WHOLE, Form, Measured, Piece, measured
from ledger.measures.thing_states import ThingStanding
from ledger.model.registers.claims import ACTS, REGISTER, Claim


def _measure(case: Case) -> Measured:
    return measured(Form.SHARE, _pieces(case), "没有认领中的事项")


def _pieces(case: Case) -> Iterator[Piece]:
    (quarter,) = periods(case.day, case.day, QUARTER)
    for claim in _claims(case):
        acts = [e for e in claim.course.facts if e.event in ACTS and e.date >= quarter.first]
        done = f"{acts[-1].date}{acts[-1].event}" if acts else f"{quarter}还没有亲自抓过"
        why = f"{claim.record.leader}认领，{done}"
        yield case.piece(Form.SHARE, claim.ref, claim.record.title, WHOLE, fits=bool(acts), why=why)


def _claims(case: Case) -> list[ThingStanding[Claim]]:
    """Those of the unit's head; where he has none, those of items that the unit leads, or that are the group's."""
    called = case.ledger.units.current
    unit = case.ledger.units.find(case.unit, case.day)
    head = called(unit.head, case.day) if unit and unit.head else None
    known = [claim for claim in case.book.things(REGISTER) if claim.is_open]
    own = [claim for claim in known if head and called(claim.record.leader, case.day) == head]
    return own or [claim for claim in known if case.has(*claim.record.items)]


GAUGE = Gauge(
    code="E1",
    title="主要领导认领并亲自抓",
    formula="本季度亲自抓过的认领 / 认领中的认领",
    data="领导认领登记簿：单位主要负责人（units.yaml 的 head）认领的；他没有认领的，看各位领导认领的、由本单位牵头（或本专项小组）的事项。"
    "本期最后一天所在的季度里，抓部署、方案、协调、督察、落实、成效有一条记录就算抓过。程序数出来以后，由人核实",
    gain="主要负责人认领改革事项，每季度至少亲自抓一次，抓一次记一次",
    lists="ledger list claims --open --month {month}",
    measure=_measure,
)
