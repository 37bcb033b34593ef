"""A city that nobody would write by hand, small enough to shrink: items, papers, findings, conveyances, documents."""

from dataclasses import dataclass, replace
from typing import Any

from build import (
    LEAD,
    day,
    entry,
    make_item,
    make_ledger,
    make_plan,
    make_scheme,
    make_slip,
    make_unit,
    make_upstream,
)
from tape import Tape

from ledger.model.findings import Finding
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.registers.conveyances import Conveyance
from ledger.model.registers.exemptions import Exemption
from ledger.model.registers.inspections import Inspection
from ledger.model.units import TASK_GROUP

GROUP, OTHER = "经济体制改革专项小组", "市财政局"
WHO = (LEAD, OTHER, GROUP)
UNITS = [make_unit(LEAD), make_unit(OTHER), make_unit(GROUP, kind=TASK_GROUP)]
SCHEME = make_scheme("A1 2", "A2 5", "A3 3", "A4 3", "A5 2", "B1 12", "B2 8", "B3 8", "B4 5", "B5 9")
DUES = ("2017-10-15", "2017-09-20", "2017-10-31", "2017-12-31", "2017-06-30", "长期", None)
DAYS = ("2017-10-10", "2017-09-25", "2017-10-15", "2017-10-31", "2017-08-30", "2017-11-20")
ROLES: tuple[dict[str, Any], ...] = (
    {},
    {"lead": OTHER},
    {"lead": OTHER, "participants": (LEAD,)},
    {"participants": (OTHER,)},
)


@dataclass(frozen=True)
class City:
    """Parts of a ledger; :meth:`built` in their order, or with every list the other way round."""

    items: tuple[Item, ...]
    plan: tuple[str, ...] = ()
    slips: tuple[Any, ...] = ()
    inspections: tuple[Any, ...] = ()
    conveyances: tuple[Any, ...] = ()
    upstream: tuple[Any, ...] = ()
    exemptions: tuple[Any, ...] = ()

    def built(self, *, backwards: bool = False) -> Ledger:
        step = -1 if backwards else 1
        plan = make_plan(*self.items[::step], group=GROUP, log=self.plan)
        return make_ledger(
            plan,
            units=UNITS,
            schemes=[SCHEME],
            slips=self.slips[::step],
            inspections=self.inspections[::step],
            conveyances=self.conveyances[::step],
            upstream=self.upstream[::step],
            exemptions=self.exemptions[::step],
        )

    def with_item(self, item: Item) -> "City":
        return replace(self, items=(*self.items, item))

    def with_exemption(self, subject: str, unit: str) -> "City":
        log = (
            entry("2017-10-10 核实", by="市纪委", note="属实"),
            entry("2017-10-15 认定", by="市纪委", result="免责", evidence="认1号"),
        )
        fields = {"id": "RC-1", "title": "容错", "unit": unit, "date": day("2017-10-01"), "body": "市纪委"}
        return replace(
            self, exemptions=(Exemption(**fields, subjects=(subject,), reason="先行先试", log=log),)
        )


def city_of(choices: bytes) -> City:
    tape = Tape(choices)
    items = tuple(_item(tape, str(n)) for n in range(1, 2 + tape.pick(range(4))))
    return City(
        items,
        plan=tape.pick([(), ("2017-09-26 印发",), ("2017-09-26 印发", f"{tape.pick(DAYS)} 分解立项")]),
        slips=tuple(_slip(tape, n) for n in range(tape.pick(range(4)))),
        inspections=tuple(_inspection(tape, n) for n in range(tape.pick(range(4)))),
        conveyances=tuple(_conveyance(tape, n) for n in range(tape.pick(range(3)))),
        upstream=tuple(_document(tape, n) for n in range(tape.pick(range(3)))),
    )


def _item(tape: Tape, name: str) -> Item:
    log: list[Any] = tape.pick([[], ["2017-03-01 启动"]])
    if tape.once_in(2):
        log = [*log, f"{tape.pick(DAYS)} 完成"]
    elif tape.once_in(4):
        log = [*log, entry("2017-10-05 暂缓", by="市委", until="2017-10-20", note="等")]
    nodes = tape.pick([{}, {"a": "2017-10-10"}])
    fields = {"start": make_item(due=tape.pick([None, "2017-09", "2017-10"])).due, **tape.pick(ROLES)}
    return make_item(*log, id=name, due=tape.pick(DUES), nodes=nodes, **fields)


def _slip(tape: Tape, number: int) -> Any:
    log = tape.pick([(), (f"{tape.pick(DAYS)} 回复",), (entry("2017-10-20 异议", by=LEAD, note="不实"),)])
    kind, issued = tape.pick(["JB", "CB", "ZL", "TS"]), tape.pick(["2017-10-01", "2017-09-15"])
    return make_slip(
        f"{kind}-2017-{number:03}",
        "zb-2017-01/1",
        issued=issued,
        reply_due=tape.pick(["2017-10-12", "2017-10-31", "2017-09-22"]),
        unit=tape.pick([LEAD, OTHER]),
        log=log,
    )


def _inspection(tape: Tape, number: int) -> Inspection:
    log = tape.pick([(), (entry(f"{tape.pick(DAYS)} 整改", evidence="报告"),)])
    found = Finding(
        id="1",
        title="问题",
        unit=tape.pick([LEAD, OTHER]),
        due=day(tape.pick(["2017-10-20", "2017-09-20", "2017-11-20"])),
        items=tape.pick([(), ("zb-2017-01/1",)]),
        log=log,
    )
    return Inspection(
        id=f"dc-2017-{number}", title="督察", kind="专项督察", date=day("2017-08-01"), findings=(found,)
    )


def _conveyance(tape: Tape, number: int) -> Conveyance:
    log = tape.pick([(), (entry(f"{tape.pick(DAYS)} 传达", by=LEAD, result="第一议题"),)])
    when = day(tape.pick(["2017-10-05", "2017-09-28", "2017-10-24"]))
    return Conveyance(id=f"CD-{number}", title="精神", level="省", date=when, units=(LEAD, GROUP), log=log)


def _document(tape: Tape, number: int) -> Any:
    log = ("2017-04-10 收文", *tape.pick([(), (f"{tape.pick(DAYS)} 配套印发",)]))
    return make_upstream(*log, id=f"zy-{number}", lead=tape.pick([LEAD, ()]), group=GROUP)
