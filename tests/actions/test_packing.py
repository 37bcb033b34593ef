"""Files for the units: names that every system takes, and nothing of anybody's overwritten."""

from pathlib import Path

import pytest
from build import LEAD, day, make_item, make_ledger

from ledger.actions.packing import file_names, packed
from ledger.base.errors import LedgerError
from ledger.model.registers.inspections import Finding, Inspection
from ledger.reports.packs import packs, workbook


def test_names_are_told_apart_and_taken_by_every_system() -> None:
    units = ["市财政局", "市/区:一*局?", "市_区_一_局_", 'A"<>|\\B', "a____b", "局. ", "长" * 300]
    names = file_names("2017-11", units)
    assert list(names) == units
    assert names["市/区:一*局?"] == "2017-11-市_区_一_局_.xlsx"
    assert names["市_区_一_局_"] == "2017-11-市_区_一_局_-2.xlsx"
    assert names["局. "] == "2017-11-局.xlsx"
    assert len({name.casefold() for name in names.values()}) == len(units)
    assert not any(set(name) & set('<>:"/\\|?*') for name in names.values())
    assert max(len(name.encode()) for name in names.values()) < 255


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"a")
    writes = packed(tmp_path, {"a.xlsx": b"a", "b.xlsx": b"b"})
    assert [path.name for path in writes.paths] == ["b.xlsx"]
    with pytest.raises(LedgerError, match=r"已有 1 份与这次的不同，也许有人填过，没有写任何文件：a\.xlsx"):
        packed(tmp_path, {"a.xlsx": b"A", "b.xlsx": b"b"})
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_workbook_says_what_registers_ask_of_the_unit_and_no_other() -> None:
    finding = Finding(id="1", title="公开不及时", unit=LEAD, due=day("2017-10-20"))
    other = Finding(id="2", title="经费没有到位", unit="市财政局", due=day("2017-10-20"))
    inspection = Inspection(
        id="dc-1", title="督察", kind="专项督察", date=day("2017-09-04"), findings=(finding, other)
    )
    ledger = make_ledger(make_item(due="2017-12-31"), inspections=[inspection])
    (pack,) = packs(ledger, "2017-10", day("2017-10-31"))
    sheet, page = workbook(pack, "改革办").pages
    assert (sheet.name, page.name) == ("报送表", "登记簿待办")
    assert [[cell.text for cell in row] for row in page.rows] == [
        ["dc-1/1", "整改督察问题", "公开不及时", "2017-10-20", "11"]
    ]
