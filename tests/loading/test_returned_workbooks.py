"""What people did to a workbook before they returned it: what is read all the same, what is told, what is not read."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from returned_sheets import HEAD, came_back, filled, row, sent, sheet_file

from ledger.base.errors import LedgerError
from ledger.files.sheets.cells import Cell, Row, Sheet, SheetFile
from ledger.files.sheets.kept import KEPT_SHEET, kept_rows
from ledger.loading.returns.batch import Came, batch_of
from ledger.loading.returns.return_reading import read_returned
from ledger.loading.returns.returned import Returned
from ledger.loading.returns.sent import Sent, properties_of, read_sent

TWO = sent(row("p/1"), row("p/2"))
Table = list[list[str]]


def returned(table: Table, went_out: Sent = TWO) -> Returned:
    return read_returned(sheet_file(went_out, table))


def codes(back: Returned) -> list[str]:
    return [d.code for d in back.faults]


def said(back: Returned) -> dict[str, tuple[str, str, str]]:
    return {r.sent.ref: r.said for r in back.filled}


def test_what_went_out_is_read_back_as_it_was() -> None:
    assert read_sent(sheet_file(TWO)) == TWO


def test_an_untouched_workbook_is_empty_and_faultless() -> None:
    back = came_back(TWO)
    assert (back.empty, back.faults, back.unfilled, back.unreadable) == (True, [], ["p/1", "p/2"], 0)


def test_rows_are_known_by_their_reference_and_columns_by_their_heads() -> None:
    head, first, second = filled(TWO, ("有进展", "已招标", ""), ("已完成", "", "云财〔2017〕9号"))
    moved = [[line[n] for n in (8, 0, 1, 2, 3, 4, 5, 7, 6)] for line in (head, second, first)]
    back = returned([["填报单位：市财政局"], *moved])
    assert said(back) == {"p/1": ("有进展", "已招标", ""), "p/2": ("已完成", "", "云财〔2017〕9号")}
    assert back.faults == []
    assert back.filled[0].places["本月状态"].cell == "表1!I4"


def test_words_for_nothing_are_nothing() -> None:
    back = came_back(TWO, ("", "无", "—"), (" 有 进展", "ＡＢ 12", "暂无"))
    assert said(back) == {"p/2": ("有进展", "AB12", "")}
    assert back.unfilled == ["p/1"]


def test_a_head_printed_again_and_empty_rows_are_no_rows() -> None:
    head, first, second = filled(TWO, ("有进展", "已招标", ""))
    assert returned([head, first, ["", "", ""], head, second]).faults == []


def test_the_same_row_twice_counts_once_where_it_says_the_same() -> None:
    head, first, second = filled(TWO, ("有进展", "已招标", ""))
    blank = filled(TWO)[1]
    assert said(returned([head, first, blank, second, first])) == {"p/1": ("有进展", "已招标", "")}
    other = [*first[:7], "已开标", ""]
    back = returned([head, first, other, second])
    assert (codes(back), said(back), back.unreadable) == (["I165"], {}, 1)
    assert "表1!A3、表1!A4" in back.faults[0].message


def test_a_cell_merged_over_the_next_one_is_one_cell() -> None:
    file = sheet_file(TWO, filled(TWO, ("有进展", "已招标", "")))
    sheet = file.sheets[0]
    line = sheet.rows[2]
    merged = replace(line, cells=(*line.cells, Cell(9, "已招标", merged=True)))
    file = replace(file, sheets=(replace(sheet, rows=(*sheet.rows[:2], merged)), *file.sheets[1:]))
    assert said(read_returned(file)) == {"p/1": ("有进展", "已招标", "")}


def alter(line: int, column: int, text: str) -> Table:
    table = filled(TWO, ("有进展", "已招标", ""), ("有进展", "已验收", ""))
    table[line][column] = text
    return table


@pytest.mark.parametrize(
    ("table", "code", "cell", "rows"),
    [
        (alter(1, 2, "2018-06-30"), "I164", "表1!C3", 2),
        (alter(1, 1, "事项p/2"), "I166", "表1!B3", 1),
        (alter(1, 0, "p/9"), "I165", "表1!A3", 1),
        (alter(1, 0, ""), "I165", "表1!A3", 1),
        (alter(1, 7, "#REF!"), "I168", "表1!H3", 1),
        (alter(0, 6, "状态"), "I163", "表1!A2", 0),
        (alter(0, 8, "进展情况"), "I163", "表1!A2", 0),
        (alter(0, 4, "说明"), "I164", "表1!A2", 2),
        ([*alter(0, 0, "编号"), ["", "", "", "", "", "", "", "新事", ""]], "I165", "表1!A5", 2),
        ([*alter(0, 0, "编号"), ["", "填报人：张三"]], "I167", "表1!A5", 2),
        ([[*line, "电话"] for line in alter(0, 0, "编号")], "I167", "表1!J2", 2),
    ],
)
def test_what_was_done_to_the_sheet_is_told_by_its_cell(
    table: Table, code: str, cell: str, rows: int
) -> None:
    back = returned(table)
    assert code in codes(back)
    assert next(d.place.cell for d in back.faults if d.code == code) == cell
    assert len(back.filled) == rows
    assert not back.empty


def test_a_row_in_which_two_locked_cells_changed_may_be_another_items() -> None:
    table = alter(1, 2, "2018-06-30")
    table[1][5] = "31"
    back = returned(table)
    assert (codes(back), list(said(back))) == (["I166"], ["p/2"])


def test_columns_moved_by_a_deleted_one_are_still_found() -> None:
    table = [[*line[:4], *line[5:]] for line in alter(0, 0, "编号")]
    back = returned(table)
    assert (codes(back), len(back.filled)) == (["I164"], 2)
    gone = returned([line[:8] for line in alter(0, 0, "编号")])
    assert (codes(gone), gone.readable, gone.unreadable) == (["I163"], False, 2)
    assert "“佐证文号”不见了" in gone.faults[0].message


def test_a_deleted_row_is_named_and_counts_as_not_filled() -> None:
    back = returned(filled(TWO, ("有进展", "已招标", ""))[:2])
    assert (codes(back), back.unfilled, back.unreadable) == (["I169"], ["p/2"], 0)
    assert "p/2" in back.faults[0].message


def test_two_sheets_that_look_alike_are_not_chosen_between() -> None:
    table = filled(TWO, ("有进展", "已招标", ""))
    back = read_returned(sheet_file(TWO, table, table))
    assert (codes(back), back.readable) == (["I163"], False)
    assert "“表1”、“表2”" in back.faults[0].message


def test_what_we_did_not_send_is_refused_in_a_sentence() -> None:
    whole = sheet_file(TWO, filled(TWO))
    copied = SheetFile("汇总.xlsx", whole.sheets[:1])
    with pytest.raises(LedgerError, match=r"汇总\.xlsx 里没有发出时的底稿"):
        read_returned(copied)
    for wrong in (
        "[]",
        '{"format": 1}',
        '{"format": 2}',
        properties_of(TWO)["pack"].replace("2017-11", "17"),
        properties_of(TWO)["pack"].replace('"p/2"', '"p/1"'),
        properties_of(TWO)["pack"].replace(', 0, ""]', ', -1, ""]'),
        properties_of(TWO)["pack"].replace(', 0, ""]', ', 1e999, ""]'),
        properties_of(TWO)["pack"].replace(', 0, ""]', ', "", 0, ""]'),
        "[" * 100_000,
    ):
        with pytest.raises(LedgerError, match="底稿读不懂"):
            read_sent(kept({"pack": wrong}))


def kept(properties: dict[str, str]) -> SheetFile:
    rows = [
        Row(n, tuple(Cell(c, text) for c, text in enumerate(texts, 1)))
        for n, texts in enumerate(kept_rows(properties), 1)
    ]
    return SheetFile("a.xlsx", (Sheet(KEPT_SHEET, tuple(rows), hidden=True),))


ANSWERS = st.tuples(*[st.sampled_from(["", "有进展", "无", "已招标"])] * 3)
THREE = sent(row("p/1"), row("p/2"), row("p/3"))


@settings(max_examples=80)
@given(st.lists(ANSWERS, min_size=3, max_size=3), st.randoms(use_true_random=False), st.integers(0, 4))
def test_nothing_that_was_filled_in_gets_lost_or_under_another_item(
    answers: list[tuple[str, str, str]], chance: Random, strokes: int
) -> None:
    head, *rows = filled(THREE, *answers)
    for _ in range(strokes):
        _scramble(rows, chance)
    back = returned([head, *rows], THREE)
    read = said(back)
    for line in rows:
        assert not any(_told(line)) or read.get(line[0]) == _told(line) or back.held
    for ref, words in read.items():
        assert words in [_told(line) for line in rows if line[:2] == [ref, f"事项{ref}"]]
    assert len(back.rows) + len(back.lost) + back.unreadable == len(THREE.rows)


def _scramble(rows: Table, chance: Random) -> None:
    line = chance.choice(rows)
    match chance.randrange(3):
        case 0:
            chance.shuffle(rows)
        case 1:
            rows.append(list(line))
        case 2:
            line[chance.randrange(9)] = chance.choice(["", "p/1", "事项p/2", "x"])


def _told(line: list[str]) -> tuple[str, ...]:
    """What its three cells say; 无 in one of words says nothing."""
    return (line[6], *("" if text == "无" else text for text in line[7:]))


# --- the files of a month ----------------------------------------------------------------------------------

ONE = sent(row("p/1"))
OTHER = sent(row("q/1"), unit="市教育局")
NEWS, OTHER_NEWS = ("有进展", "已招标", ""), ("有进展", "已开标", "")


def test_who_has_not_returned_is_whoever_was_sent_one_and_is_not_among_the_files() -> None:
    batch = batch_of([came_back(ONE, NEWS)], "台账", None)
    assert batch.came == {"市财政局": Came.FILLED, "市教育局": Came.MISSING}
    batch = batch_of([came_back(ONE), came_back(OTHER, NEWS)], "台账", None)
    assert batch.came == {"市财政局": Came.EMPTY, "市教育局": Came.FILLED}
    assert batch.faults == []


def test_of_several_files_of_a_unit_the_one_that_was_filled_counts() -> None:
    files = [
        came_back(ONE, path="a.xlsx"),
        came_back(ONE, NEWS, path="b.xlsx"),
        came_back(ONE, NEWS, path="c.xlsx"),
    ]
    batch = batch_of(files, "台账", None)
    assert (batch.chosen["市财政局"].path, batch.faults) == ("b.xlsx", [])
    batch = batch_of([*files, came_back(ONE, OTHER_NEWS, path="d.xlsx")], "台账", None)
    assert batch.came["市财政局"] is Came.DISPUTED
    assert [(d.code, d.place.path) for d in batch.faults] == [
        ("I162", n) for n in ("b.xlsx", "c.xlsx", "d.xlsx")
    ]
    assert "市财政局" not in batch.chosen


def test_a_file_with_a_row_that_cannot_be_told_is_not_like_any_other() -> None:
    odd = read_returned(sheet_file(TWO, alter(1, 1, "事项p/2"), path="b.xlsx"))
    same = came_back(TWO, ("", "", ""), ("有进展", "已验收", ""))
    assert batch_of([odd, same], "台账", None).came["市财政局"] is Came.DISPUTED


def test_other_months_and_ledgers_are_told_and_left_out() -> None:
    october = sent(row("p/1"), month="2017-10")
    foreign = sent(row("p/1"), ledger="别处的台账")
    files = [came_back(ONE, NEWS), came_back(foreign, NEWS, path="f.xlsx")]
    batch = batch_of(files, "台账", None)
    assert [(d.code, d.place.path) for d in batch.faults] == [("I161", "f.xlsx")]
    with pytest.raises(LedgerError, match="2017-10、2017-11 几个月"):
        batch_of([*files, came_back(october, NEWS)], "台账", None)
    batch = batch_of([*files, came_back(october, NEWS, path="o.xlsx")], "台账", "2017-11")
    assert {d.place.path for d in batch.faults} == {"f.xlsx", "o.xlsx"}
    assert batch_of(files, "台账", "2017-10").units == ()


def test_a_workbook_without_its_columns_came_but_cannot_be_read() -> None:
    broken = read_returned(sheet_file(ONE, [HEAD[:7]]))
    assert batch_of([broken], "台账", None).came["市财政局"] is Came.UNREADABLE
