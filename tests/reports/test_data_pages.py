"""Plans through a workbook and back: the same records, whatever their texts are made of."""

import json
import re
from dataclasses import replace

import pytest
from build import make_item, make_plan
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from ledger.base.days import parse_due
from ledger.base.errors import LedgerError
from ledger.files.sheets.cells import Cell, SheetFile
from ledger.files.sheets.reading import read_sheets
from ledger.loading.exports.data_sheets import DATA_SHEETS, columns
from ledger.loading.exports.exported import exported
from ledger.loading.exports.whole import whole_lines
from ledger.model.entries import Entry, Evidence, Voided
from ledger.model.fields import spelling
from ledger.model.items import Item, Node
from ledger.model.plans import Part, Plan
from ledger.render.workbook import workbook_bytes
from ledger.reports.exports.data_pages import data_pages
from ledger.reports.exports.lines import records
from ledger.reports.workbook import Workbook

ODD = [
    "=1+1",
    "1.10",
    " 两头 ",
    "一、二",
    '"引"',
    "[甲]",
    "_x000D_",
    "<r>x</r>",
    "a\u200bb",
    "\ufeff市",
    "x005F_",
    "#REF!",
]
WORDS = st.one_of(st.sampled_from([*ODD, "市财政局", "0", "true"]), st.text(min_size=1, max_size=8))
LINES = WORDS.filter(lambda t: not set(t) & set("\r\n"))
IDS = st.one_of(st.sampled_from(["1", "1.10", "一", "007", "=a"]), st.text(min_size=1, max_size=6)).filter(
    lambda t: not any(c.isspace() or c in "/#\x85" for c in t)
)
DAYS = st.dates(min_value=parse_due("1901-01-01").last, max_value=parse_due("2200").last)
DUES = st.sampled_from(["2017", "2017-06", "2017-06-30", "2017Q2", "2017H1", "长期"]).map(parse_due)


def maybe(strategy):
    return st.none() | strategy


def names(most: int = 3):
    return st.lists(LINES.filter(str.strip), max_size=most, unique=True).map(tuple)


def unique(strategy):
    return st.lists(strategy, max_size=3, unique_by=lambda thing: thing.id).map(tuple)


EVIDENCE = st.builds(
    Evidence,
    number=maybe(LINES),
    title=maybe(LINES),
    kind=maybe(st.just("文件")),
    date=maybe(DAYS),
    file=maybe(LINES),
)
ENTRIES = st.builds(
    Entry,
    date=DAYS,
    event=LINES,
    note=maybe(WORDS),
    percent=maybe(st.integers(0, 100)),
    until=maybe(DAYS),
    to=maybe(names().filter(bool)),
    from_=maybe(LINES),
    evidence=st.lists(EVIDENCE, max_size=2).map(tuple),
    voids=maybe(st.builds(Voided, date=DAYS, event=LINES)),
)
LOGS = st.lists(ENTRIES, max_size=3).map(tuple)
ITEMS = st.builds(
    Item,
    id=IDS,
    title=LINES,
    text=maybe(WORDS),
    lead=names(),
    participants=names(),
    due=maybe(DUES),
    focus=st.booleans(),
    weight=maybe(st.decimals(0, 9, places=2)),
    nodes=unique(st.builds(Node, id=IDS, title=LINES, due=DUES)),
    review_by=maybe(DAYS),
    log=LOGS,
)
PLANS = st.builds(
    Plan,
    id=IDS,
    title=LINES,
    number=maybe(LINES),
    lead=names(),
    parts=unique(st.builds(Part, id=IDS, title=LINES)),
    log=LOGS,
    items=unique(ITEMS),
)


def read(plans: list[Plan]) -> SheetFile:
    content = workbook_bytes(Workbook("台账", tuple(data_pages(plans))))
    return read_sheets("台账.xlsx", "台账.xlsx", content)


@settings(max_examples=20, deadline=None)
@given(unique(PLANS))
def test_whatever_stands_in_plans_comes_back(plans):
    found, shown = exported(read(list(plans)))
    assert [TypeAdapter(Plan).validate_python(p.data) for p in found] == list(plans)
    assert shown.sheets == ()
    lines = "".join(json.dumps(record) + "\n" for record in records(plans)).encode()
    assert [TypeAdapter(Plan).validate_python(p.data) for p in whole_lines("a.jsonl", lines)] == list(plans)


def test_every_key_of_every_record_has_a_column():
    for sheet in DATA_SHEETS:
        kept = {key for _, key in spelling(sheet.record)} - set(sheet.apart)
        assert {c.keys[0] for c in columns(sheet) if len(c.keys) == 1} == kept
        assert len(set(sheet.heads)) == len(sheet.heads)


def test_a_file_without_data_sheets_is_left_as_it_is():
    file = SheetFile("台账.xlsx", ())
    assert exported(file) == ([], file)


@pytest.mark.parametrize(
    ("sheet", "row", "column", "text", "words"),
    [
        ("数据-事项", 1, 0, "zb-2017-09", "数据-事项'!A2 这一行属于“zb-2017-09”，文件里没有它"),
        ("数据-记录", 2, 2, "1", "数据-记录'!A3 与前面的一行重复（zb-2017-01/1/1）"),
        ("数据-方案", 0, 1, "名字", "缺少“名称”一列"),
        ("数据-方案", 1, 1, '"半个', "数据-方案'!B2 被改动过"),
        ("数据-方案", 1, 0, "", "数据-方案'!A2 被改动过"),
    ],
)
def test_what_was_altered_is_refused_with_its_cell(sheet, row, column, text, words):
    file = read([make_plan(make_item("2017-03-15 启动", "2017-04-15 进展"))])
    with pytest.raises(LedgerError, match=re.escape(words)):
        exported(altered(file, sheet, row, column, text))


def altered(file: SheetFile, name: str, row: int, column: int, text: str) -> SheetFile:
    def cells(sheet, at):
        found = sheet.rows[at].cells
        kept = [c for c in found if c.column != column + 1]
        return replace(
            sheet.rows[at], cells=tuple(sorted([*kept, Cell(column + 1, text)], key=lambda c: c.column))
        )

    def anew(sheet):
        rows = [cells(sheet, at) if at == row else found for at, found in enumerate(sheet.rows)]
        return replace(sheet, rows=tuple(rows))

    return replace(file, sheets=tuple(anew(s) if s.name == name else s for s in file.sheets))


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "x",
        '{"record": "item", "plan": "乙", "id": "1"}',
        '{"id": "1"}',
        '{"record": "plan", "id": "甲"}',
    ],
)
def test_a_line_that_is_no_record_is_refused_with_its_number(line):
    lines = json.dumps({"record": "plan", "id": "甲", "title": "甲"}) + "\n" + line
    with pytest.raises(LedgerError, match=r"a.jsonl:2:1 不是"):
        whole_lines("a.jsonl", lines.encode())


def test_a_text_that_no_cell_can_hold_is_refused_and_a_long_odd_one_is_not():
    held = make_plan(make_item(text="　　改革" + "任务" * 16_000))
    assert exported(read([held]))[0][0].data["items"][0]["text"] == held.items[0].text
    with pytest.raises(LedgerError, match=r"zb-2017-01/1 的“.*”太长.*jsonl"):
        data_pages([make_plan(make_item(text="任务" * 20_000))])
