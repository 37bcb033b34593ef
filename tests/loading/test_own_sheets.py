"""Sheets that export wrote are read word for word, and what they say of a ledger is what it says already."""

from datetime import date

import pytest
from build import LEAD, entry, make_item, make_ledger, make_plan, make_unit
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.files.sheets.cells import SheetFile
from ledger.files.sheets.reading import read_sheets
from ledger.loading.exports.exported import exported
from ledger.loading.exports.own_sheets import HEADS
from ledger.loading.sheets.asked import Asked
from ledger.loading.sheets.draft import DraftPlan
from ledger.loading.sheets.reading import read_drafts
from ledger.measures.plans import plan_standing
from ledger.measures.standing import standings
from ledger.model.plans import Part
from ledger.render.sheet_csv import csv_bytes
from ledger.render.workbook import workbook_bytes
from ledger.reports.exports.printed_book import Chosen, by_plan, by_unit
from ledger.reports.exports.printed_table import COLUMNS

DAY = date(2017, 10, 31)
ODD = "<市>局；和http://x.cn（等）"
UNITS = [make_unit(LEAD), make_unit("市教育局"), make_unit("工业和信息化局"), make_unit(ODD)]


def chosen(*plans) -> Chosen:
    ledger = make_ledger(*plans, units=UNITS)
    return Chosen(ledger, DAY, [plan_standing(p, DAY) for p in plans], list(standings(ledger, DAY)))


def csv_of(it: Chosen) -> SheetFile:
    rows = [[column.cell(s).text for column in COLUMNS] for s in it.items]
    return read_sheets("a.csv", "a.csv", csv_bytes([column.head for column in COLUMNS], rows))


def drafts(file: SheetFile, it: Chosen) -> list[DraftPlan]:
    _, shown = exported(file)
    return read_drafts(shown, Asked(units=it.ledger.units, day=DAY))


def test_export_and_import_call_the_columns_alike():
    assert tuple(column.head for column in COLUMNS) == HEADS


@pytest.mark.parametrize("number", ["1", "1.1", "（一）", "1-2", "M1C1-00-ITA-1", "第3件", "007", "①"])
def test_a_number_stays_as_it_is(number):
    it = chosen(make_plan(make_item(id="1.1.1"), make_item(id="甲"), make_item(id=number)))
    (draft,) = drafts(csv_of(it), it)
    assert [item.fields["id"] for item in draft.items] == ["1.1.1", "甲", number]
    assert draft.parts == ()


@pytest.mark.parametrize(
    "title", ["建立清单。推进落实；完善制度", "1. 建立清单", "很长" * 40, "2017年底前完成清理", "合计"]
)
def test_a_title_stays_as_it_is(title):
    it = chosen(make_plan(make_item(title=title, text="原文，2017年底前。", due="2017")))
    ((item,),) = (draft.items for draft in drafts(csv_of(it), it))
    assert (item.fields["title"], item.fields["text"]) == (title, "原文，2017年底前。")
    assert item.faults == item.remarks == ()


def test_headings_are_those_of_the_plan_and_a_row_without_one_says_so():
    parts = (Part(id="一", title="精简"), Part(id="二", title="一、下放"))
    items = [make_item(id=str(n), part=part) for n, part in enumerate(["一", None, "二"], 1)]
    it = chosen(make_plan(*items, parts=parts))
    (draft,) = drafts(csv_of(it), it)
    assert [part.title for part in draft.parts] == ["精简", "一、下放"]
    named = {part.id: part.title for part in draft.parts}
    assert [named.get(item.fields.get("part")) for item in draft.items] == ["精简", None, "一、下放"]


def test_an_item_that_nobody_leads_is_none_that_the_reader_has_to_ask_about():
    it = chosen(make_plan(make_item(due="2017"), lead=()))
    ((item,),) = (draft.items for draft in drafts(csv_of(it), it))
    assert "lead" not in item.fields
    assert item.faults == ()


def test_what_only_repeats_the_ledger_is_not_read_and_hidden_sheets_are_not_told_of():
    late = make_item(entry("2017-04-01 进展", note="已起草", cause="资金未落实"), due="2017-06")
    it = chosen(make_plan(late))
    content = workbook_bytes(by_plan(it))
    (draft,) = drafts(read_sheets("a.xlsx", "a.xlsx", content), it)
    assert (draft.items[0].progress.note, draft.remarks, draft.skipped) == ("已起草", (), ())
    assert draft.fields == {"id": "zb-2017-01"}


def test_what_several_units_lead_stands_on_several_sheets_and_is_one_item():
    it = chosen(make_plan(make_item(id="1", lead=["市教育局", LEAD]), make_item(id="2", lead="市教育局")))
    (draft,) = drafts(read_sheets("a.xlsx", "a.xlsx", workbook_bytes(by_unit(it))), it)
    assert [item.fields["id"] for item in draft.items] == ["1", "2"]
    assert [item.faults for item in draft.items] == [(), ()]


WORDS = st.text("建立清单，。；、：（）1.-年底前一 0A", min_size=1, max_size=12).map(str.strip).filter(bool)
ITEMS = st.lists(
    st.builds(
        lambda number, title, text, lead, due: make_item(
            id=number, title=title, text=text, lead=lead, due=due
        ),
        st.sampled_from(["1", "1.1", "1.10", "2", "一", "（一）", "1-2", "A"]),
        WORDS,
        st.none() | WORDS,
        st.sampled_from([(), LEAD, ["市教育局", "工业和信息化局"], ODD]),
        st.sampled_from([None, "2017", "2017-06", "2017-06-30", "2017Q2", "2017H1", "长期"]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda item: item.id,
)


@settings(max_examples=60, deadline=None)
@given(ITEMS)
def test_whatever_is_printed_is_read_as_the_ledger_has_it(items):
    it = chosen(make_plan(*items))
    (draft,) = drafts(csv_of(it), it)
    assert draft.parts == draft.faults == ()
    for read, standing in zip(draft.items, it.items, strict=True):
        assert read.faults == ()
        lead = read.fields.get("lead", ())
        assert (read.fields["id"], read.fields["title"]) == (standing.item.id, standing.title)
        assert read.fields.get("text") == standing.item.text
        assert ((lead,) if isinstance(lead, str) else tuple(lead)) == standing.leads
        assert read.fields.get("due") == (str(standing.due) if standing.due else None)
