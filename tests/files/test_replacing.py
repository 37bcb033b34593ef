"""A value is written anew in its own style, and every other byte of the file stays."""

import pytest

from ledger.base.diagnostics import Fix, Place, Pointer
from ledger.base.errors import LedgerError
from ledger.files.document import Document, read_document
from ledger.files.replacing import fix_of, replaced


def _document(text: str) -> Document:
    document, problems = read_document("p.yaml", text.encode())
    assert document is not None, problems
    return document


def _fix(text: str, pointer: Pointer, value: str) -> Fix:
    fix = fix_of(_document(text).place(pointer), value)
    assert fix is not None
    return fix


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: 甲  # 注\n", "甲局", "a: 甲局  # 注\n"),
        ("a: '甲'\n", "甲局", "a: '甲局'\n"),
        ('a: "甲"\n', "甲局", 'a: "甲局"\n'),
        ("a: '甲'\n", "it's", "a: it's\n"),
        ("a: 甲\n", "甲: 局", 'a: "甲: 局"\n'),
        ("a: 甲\n", "甲, 局", 'a: "甲, 局"\n'),
        ("{b: 乙, a: 甲}\n", "甲局", "{b: 乙, a: 甲局}\n"),
        ("a: 甲\r\nb: 乙\r\n", "甲局", "a: 甲局\r\nb: 乙\r\n"),
        ("b: |\n  甲\n\na: 甲", "甲局", "b: |\n  甲\n\na: 甲局"),
        ("a: 甲\n", "2017-06-30", "a: 2017-06-30\n"),
    ],
)
def test_value_keeps_its_style(before: str, value: str, after: str) -> None:
    assert replaced(before.encode(), [_fix(before, ("a",), value)]).decode() == after


def test_several_in_one_line() -> None:
    text = "a: [甲, '乙', 丙]\n"
    fixes = [_fix(text, ("a", n), name) for n, name in ((2, "丙厅"), (0, "甲厅局"), (0, "甲厅局"))]
    assert replaced(text.encode(), fixes).decode() == "a: [甲厅局, '乙', 丙厅]\n"


def test_words_say_what_it_becomes() -> None:
    assert _fix("a: 甲\n", ("a",), "甲局").words == "改为“甲局”"


@pytest.mark.parametrize(
    "text", ["a: |\n  甲\n", "a: 甲\n  乙\n", 'a: "甲\n  乙"\n', "a:\n", "a: [甲]\n", "a: {b: c}\n"]
)
def test_what_is_not_one_value_in_one_line_has_no_fix(text: str) -> None:
    place = _document(text).place(("a",))
    fix = fix_of(place, "甲局")
    if fix is not None:  # shown at its key: a place, but none of a value
        with pytest.raises(LedgerError, match=r"第 1 行这一处的写法没有把握改，没有改动"):
            replaced(text.encode(), [fix])


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (Place("p.yaml", 1, 4, 1, "a: 乙"), "第 1 行这一处的写法没有把握改"),
        (Place("p.yaml", 1, 1, 1, "a: 甲"), "第 1 行这一处的写法没有把握改"),
        (Place("p.yaml", 1, 4, 2, "a: 甲乙"), "第 1 行这一处的写法没有把握改"),
        (Place("p.yaml", 9, 1, 1, "甲"), "第 9 行这一处的写法没有把握改"),
    ],
)
def test_place_that_does_not_hold_what_it_was_told(place: Place, sentence: str) -> None:
    with pytest.raises(LedgerError, match=sentence):
        replaced("a: 甲\n".encode(), [Fix(place, "甲局", "")])


def test_two_fixes_that_want_one_place() -> None:
    text = "a: 甲\n"
    with pytest.raises(LedgerError, match="第 1 行有两种改法，没有改动"):
        replaced(text.encode(), [_fix(text, ("a",), "甲局"), _fix(text, ("a",), "乙局")])


@pytest.mark.parametrize("new", ["甲局, b: c", "[甲]", "甲 # 局", "", "'甲"])
def test_new_text_that_is_no_single_value(new: str) -> None:
    place = _document("a: 甲\n").place(("a",))
    with pytest.raises(LedgerError, match="没有改动"):
        replaced("a: 甲\n".encode(), [Fix(place, new, "")])


def test_file_that_cannot_be_read() -> None:
    with pytest.raises(LedgerError, match="文件有读不通的地方"):
        replaced(b"a: [\n", [])
