"""What any register holds goes into a table and a workbook and comes back, by nothing but its records' forms."""

import json

import pytest
from build import day, make_ledger
from hypothesis import given, settings
from hypothesis import strategies as st
from register_samples import holding, made, without

from ledger.actions.importing.fates import Outcome
from ledger.actions.importing.thing_fates import ThingFate, thing_fates
from ledger.files.sheets.reading import read_sheets
from ledger.loading.exports.exported_things import exported_things, thing_lines
from ledger.loading.things.rows import ThingRow, read_things
from ledger.loading.things.tables import ThingTable, table_named, tables
from ledger.measures.selection import Selection
from ledger.model.ledger import Ledger
from ledger.model.registers.claims import Claim
from ledger.render.sheet_csv import csv_bytes
from ledger.render.workbook import workbook_bytes
from ledger.reports.exports.lines import thing_records
from ledger.reports.exports.thing_pages import thing_pages, thing_sheet, whole_things
from ledger.reports.workbook import Workbook

DAY = day("2017-10-31")
TABLES = list(tables())
EVERY = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def back(table: ThingTable, ledger: Ledger) -> list[ThingRow]:
    """The rows of its csv."""
    sheet = thing_sheet(table, ledger, DAY, Selection())
    rows, faults = read_things(read_sheets("a.csv", "a.csv", csv_bytes(sheet.heads, sheet.rows)), table)
    assert {fault.severity.value for fault in faults} <= {"note"}, faults
    return rows


def test_every_table_has_a_name_and_a_page_of_its_own() -> None:
    for words in ([t.name for t in TABLES], [t.title for t in TABLES], [t.thing.kind for t in TABLES]):
        assert len(words) == len(set(words))
    assert [table_named(w).name for w in ("claim", "认领", "领导认领", "findings")] == ["claims"] * 3 + [
        "findings"
    ]


@EVERY
def test_its_own_table_is_no_news_to_a_ledger(table: ThingTable) -> None:
    ledger = holding(table)
    assert [(f.outcome, f.faults) for f in thing_fates(back(table, ledger), ledger)] == [(Outcome.SAME, ())]


@EVERY
def test_a_ledger_without_it_gets_the_same_record(table: ThingTable) -> None:
    if table.key:
        owner = make_ledger(**{table.register.name: [made(table.register.thing, "T-1")]})
    else:
        owner = without(table.register)
    (fate,) = thing_fates(back(table, holding(table)), owner)
    assert (fate.outcome, fate.record) == (Outcome.NEW, made(table.thing, fate.row.id))


def everything() -> Ledger:
    found = {t.register.name: () for t in TABLES}
    for table in TABLES:
        found[table.register.name] = holding(table).registers[table.register.name]
    return make_ledger(**found)


def records(fates: list[ThingFate]) -> dict[tuple[str, str], object]:
    assert not any(fate.faults for fate in fates)
    return {(fate.row.table.register.name, fate.row.ref): fate.record for fate in fates}


def test_a_workbook_and_lines_hold_all_registers_whole() -> None:
    ledger = everything()
    pages = thing_pages(ledger, DAY, Selection())
    rows, faults, rest = exported_things(
        read_sheets("a.xlsx", "a.xlsx", workbook_bytes(Workbook("台账", tuple(pages))))
    )
    told = [json.dumps(r) for r in thing_records(h for _, h in whole_things(ledger, DAY, Selection()))]
    lines = thing_lines("a.jsonl", "\n".join(told).encode())
    held = {(name, thing.id): thing for name, things in ledger.registers.items() for thing in things}
    empty = make_ledger(**dict.fromkeys(ledger.registers, ()))
    assert (faults, rest.sheets) == ([], ())
    assert records(thing_fates(rows, empty)) == held
    assert records(thing_fates(lines, empty)) == held
    assert {fate.outcome for fate in thing_fates(rows, ledger)} == {Outcome.SAME}


@settings(max_examples=40, deadline=None)
@given(
    title=st.text(min_size=1, max_size=30).filter(lambda t: not {"\r", "\n"} & set(t)),
    items=st.lists(st.text(min_size=1, max_size=8).filter(str.strip), min_size=1, max_size=3, unique=True),
)
def test_odd_texts_come_back_as_they_were(title: str, items: list[str]) -> None:
    claim = Claim(id="RL-1", title=title, leader="沈砚青", items=tuple(items), due=DAY)
    (row,) = back(table_named("claims"), make_ledger(claims=[claim]))
    (fate,) = thing_fates([row], make_ledger(claims=()))
    assert fate.record == claim


def test_people_write_days_lists_and_flags_in_their_ways() -> None:
    text = "认领编号,编号,名称,认领领导,事项,期限\n,RL-1,甲,沈砚青,p/1；p/2，p/3,2017年12月31日\n"
    rows, faults = read_things(read_sheets("a.csv", "a.csv", text.encode()), table_named("claims"))
    assert [f.code for f in faults] == ["I191"]
    assert rows[0].data == {
        "id": "RL-1", "title": "甲", "leader": "沈砚青", "items": ["p/1", "p/2", "p/3"], "due": "2017-12-31",
    }  # fmt: skip
