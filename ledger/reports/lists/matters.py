"""``ledger list matters``: what audit, 督查, 巡视 and the like handed over, and what was handed over to them."""

from ledger.measures.thing_states import choice_states
from ledger.model.registers.matters import GIVEN, PARTNERS, REGISTER, TAKEN
from ledger.reports.register_list import RegisterList, ThingColumn, register_listing

LISTING = register_listing(
    "matters",
    "统筹联动：与督查、审计、巡视等相互移交的事项",
    RegisterList(
        REGISTER,
        "统筹联动事项",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("partner", "联动方", lambda t: t.record.partner),
            ThingColumn("direction", "方向", lambda t: t.record.direction),
            ThingColumn("unit", "承办单位", lambda t: t.record.unit, wrap=True),
            ThingColumn("date", "移交", lambda t: t.record.date),
        ),
        kinds={**choice_states("partner", PARTNERS), **choice_states("direction", (TAKEN, GIVEN))},
    ),
)
