"""What papers about one inspection say alike: which one is meant, who went where and when, and what was found."""

from ledger.base.days import in_chinese
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.measures.holdings import courses, within
from ledger.measures.thing_states import ThingStanding, standing_of_thing
from ledger.model.findings import Finding
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.inspections import REGISTER, Inspection
from ledger.reports.paper_kind import PaperRequest

Found = ThingStanding[Finding]


def inspection_asked(request: PaperRequest, word: str) -> Course[Inspection]:
    """The one that is named; raises LedgerError where it is none, or more than one."""
    known = {c.ref: c for c in courses(request.ledger, request.day, REGISTER)}
    if len(request.refs) != 1:
        raise LedgerError(f"{word}一次写一份，要写一个督察编号，如 ledger paper dc-2017-01 --kind {word}")
    (ref,) = request.refs
    if ref not in known:
        hint = did_you_mean(ref, known) or "用 ledger list inspections 查看编号"
        raise LedgerError(f"到 {request.day} 为止没有{quoted(ref)}这次督察；{hint}")
    return known[ref]


def findings_of(inspection: Course[Inspection], ledger: Ledger) -> list[Found]:
    """Those that stand: what was quashed on an objection is no finding."""
    every = [standing_of_thing(c, ledger) for c in within(inspection, "findings")]
    return [f for f in every if f.course.state != "quashed"]


def occasion(inspection: Course[Inspection], ledger: Ledger) -> str:
    """2017年8月14日至2017年8月18日，市委改革办会同市财政局，对市教育局落实《……》情况开展了专项督察."""
    record, day = inspection.record, inspection.day
    until = record.until if record.until and record.until != record.date else None
    when = in_chinese(record.date) + (f"至{in_chinese(until)}" if until else "")
    targets = "、".join(ledger.units.current(name, day) for name in record.targets)
    plans = [p.title for p in ledger.plans if p.id in record.plans]
    matter = "、".join(f"《{title}》" for title in plans)
    whom = f"对{targets}" if targets else ""
    what = f"落实{matter}情况" if matter else "改革落实情况"
    return f"{when}，{_team(inspection, ledger)}{whom}{what}开展了{record.kind}"


def addressees(inspection: Course[Inspection], found: list[Found], ledger: Ledger) -> tuple[str, ...]:
    """The units that were inspected and those that have to rectify something, in the order of units.yaml."""
    names = [*inspection.record.targets, *(f.record.unit for f in found)]
    units = {ledger.units.current(name, inspection.day) for name in names}
    return tuple(sorted(units, key=ledger.units.order))


def _team(inspection: Course[Inspection], ledger: Ledger) -> str:
    team = inspection.record.team
    office = (team.office if team else None) or ledger.settings.office
    others = (*team.group, *team.departments) if team else ()
    return f"{office}会同{'、'.join(others)}" if others else office
