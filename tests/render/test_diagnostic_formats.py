"""Diagnostics as text with an excerpt, and as json."""

import json
import re

import pytest
from diagnostic_answers import ERROR, HUGE, NOTE, TEXT, WARNING, allowed, huge, make, mended, render
from hypothesis import given
from hypothesis import strategies as st

from ledger.base.diagnostics import Place
from ledger.base.text import width
from ledger.commands.options import Findings
from ledger.render.answer import diagnostic_renderers

LINE = st.text(st.sampled_from("市财政局lead: -\t\x1b\u202e〔〕é"), min_size=1, max_size=200)


# --- text --------------------------------------------------------------------------------------------------


def test_place_sentence_excerpt_remedy() -> None:
    text = "    lead: 市财正局"
    related = ((Place("plans/units.yaml", 7, 3), "最接近的在这里"),)
    out = render(
        "text", make(line=12, column=11, length=4, text=text, hint="是否为“市财政局”？", related=related)
    )
    assert out.split("\n\n")[0].splitlines() == [
        "plans/a.yaml:12:11 错误 P103 没有这个单位",
        "  12 |     lead: 市财正局",
        "     |           ^^^^^^^^",
        "  参见 plans/units.yaml:7:3 最接近的在这里",
        "  改法：是否为“市财政局”？",
    ]


@given(LINE, st.data())
def test_the_underline_stands_under_the_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    length = data.draw(st.integers(1, len(text) - start))
    out = render("text", make(line=3, column=start + 1, length=length, text=text)).splitlines()
    if not text.strip():
        assert "|" not in out[1]
        return
    excerpt, underline = out[1].partition(" | ")[2], out[2].partition(" | ")[2]
    first = len(underline) - len(underline.lstrip(" "))
    marked = underline.strip()
    assert set(marked) == {"^"}
    assert out[1].index("|") == out[2].index("|")
    assert width(excerpt) >= first
    under = [c for n, c in enumerate(excerpt) if first <= width(excerpt[:n]) < first + len(marked)]
    expected = "".join(_visible(c) for c in text[start : start + length])
    seen = "".join(under)
    assert expected.startswith(seen) or seen.startswith(expected)
    assert seen or width(expected) == 0


def _visible(character: str) -> str:
    return f"\\u{ord(character):04x}" if character in "\t\x1b\u202e" else character


def test_a_long_line_is_shown_where_it_is_wrong() -> None:
    text = "甲" * 500 + "错" + "乙" * 500
    lines = render("text", make(line=1, column=501, length=1, text=text)).splitlines()
    assert "错" in lines[1]
    assert max(map(width, lines)) < 220
    excerpt, underline = (line.partition(" | ")[2] for line in lines[1:3])
    at = excerpt.index("错")
    assert width(excerpt[:at]) == len(underline) - len(underline.lstrip())


@pytest.mark.parametrize(("column", "length"), [(1, 0), (99, 1), (3, 0), (1, 99)])
def test_an_underline_has_at_least_one_mark(column: int, length: int) -> None:
    assert "^" in render("text", make(line=1, column=column, length=length, text="甲乙"))


def test_a_whole_file_has_no_excerpt() -> None:
    assert render("text", make("R113", message="文件是空的")).splitlines()[1] == ""


def test_counts_stand_at_the_end() -> None:
    out = render("text", make(), make(severity=WARNING), make(severity=WARNING), make(severity=NOTE))
    assert out.splitlines()[-1].startswith("错误 1，警告 2，说明 1")


def test_what_is_allowed_is_counted_at_the_end() -> None:
    some = [allowed(make()), allowed(make(line=2))]
    out = render("text", make(), allow=some)
    assert out.splitlines()[-1].startswith("错误 1；另有 2 条按文件中的说明放行。用 ledger rule")
    assert render("text", allow=some) == "有 2 条按文件中的说明放行。\n"


def test_remarks_stand_below_the_counts() -> None:
    out = render("text", make(), remarks=("另有 3 条\n是原来就有的",))
    assert out.splitlines()[-2].startswith("错误 1。")
    assert out.splitlines()[-1] == "另有 3 条 是原来就有的"


def test_a_clean_ledger_says_nothing_but_remarks() -> None:
    assert render("text") == ""
    assert render("text", remarks=("另有 3 条是原来就有的",)) == "另有 3 条是原来就有的\n"


def test_a_fix_is_offered_below_the_remedy() -> None:
    lines = render("text", make(hint="登记它", fix=mended())).splitlines()
    assert lines[1:3] == ["  改法：登记它", "  可自动修复：改为“市发展改革委”（ledger check --fix）"]


def test_an_old_place_names_its_version() -> None:
    old = Place("b.yaml", 2, 3, revision="0123456789abcdef")
    out = render("text", make(revision="0123456789abcdef", related=((old, "原来在这里"),)))
    assert out.splitlines()[:2] == [
        "plans/a.yaml:1:1（版本 0123456789ab） 错误 P103 没有这个单位",
        "  参见 b.yaml:2:3（版本 0123456789ab） 原来在这里",
    ]


def test_colour_marks_the_severity_alone() -> None:
    out = render("text", make(), color=True)
    assert "\x1b[1;31m错误 P103\x1b[0m" in out
    assert re.sub("\x1b\\[[0-9;]*m", "", out) == render("text", make())


@given(TEXT)
def test_text_of_files_drives_no_terminal(text: str) -> None:
    place = {"path": "a.yaml", "line": 1, "column": 1, "length": 3, "text": text}
    out = render("text", make(message=text, hint=text, related=((Place("b"), text),), **place))
    assert not any(ord(c) < 32 and c != "\n" for c in out)
    assert "\u202e" not in out


@given(TEXT)
def test_a_message_is_one_line(text: str) -> None:
    """A line of the output that does not start with blanks is a diagnostic: programs split on that."""
    out = render("text", make(message=text))
    assert out.splitlines()[0].startswith("plans/a.yaml:1:1 错误 P103")
    assert len([line for line in out.splitlines() if line.startswith("plans/a.yaml")]) == 1
    assert len(out.split("\n")) == 4


def test_of_warnings_alike_the_first_are_whole_and_the_rest_brief() -> None:
    many = [make("P108", WARNING, f"第{n}项", line=n, text="due:", length=3) for n in range(1, 30)]
    out = render("text", *many)
    assert all(f"第{n}项" in out for n in range(1, 30))
    assert out.count("^^^") < 10


def test_errors_are_all_whole() -> None:
    many = [make("P108", ERROR, f"第{n}项", line=n, text="due:", length=3) for n in range(1, 30)]
    assert render("text", *many).count("^^^") == 29


# --- json --------------------------------------------------------------------------------------------------


def test_json_is_the_envelope() -> None:
    related = ((Place("b.yaml", 2, 3), "另一处"),)
    document = json.loads(render("json", make(line=4, column=5, hint="改", related=related)))
    assert document["ok"] is False
    assert document["data"] is None
    assert document["diagnostics"] == [
        {
            "code": "P103",
            "severity": "error",
            "message": "没有这个单位",
            "path": "plans/a.yaml",
            "line": 4,
            "column": 5,
            "hint": "改",
            "related": [{"path": "b.yaml", "line": 2, "column": 3, "message": "另一处"}],
            "fix": None,
        }
    ]


def test_warnings_are_ok() -> None:
    assert json.loads(render("json", make(severity=WARNING)))["ok"] is True


def test_a_fix_and_an_old_place_in_json() -> None:
    old = Place("b.yaml", 2, 3, revision="0123456789abcdef")
    document = json.loads(render("json", make(fix=mended(), related=((old, "原来在这里"),))))
    (found,) = document["diagnostics"]
    assert found["fix"] == {
        "path": "plans/a.yaml",
        "line": 4,
        "column": 11,
        "length": 4,
        "text": "市发展改革委",
    }
    assert found["related"][0]["revision"] == "0123456789abcdef"
    assert "revision" not in found


@given(TEXT)
def test_text_reads_back_from_json_as_it_was(text: str) -> None:
    (found,) = json.loads(render("json", make(message=text, hint=text, path=text)))["diagnostics"]
    assert [found["message"], found["hint"], found["path"]] == [text] * 3


@pytest.mark.parametrize("name", ["text", "json"])
def test_thirty_thousand_findings_are_all_shown(name: str) -> None:
    out = render(name, *huge())
    assert out.count("没有这个单位") == HUGE


def test_formats_are_those_of_the_help_page() -> None:
    (metadata,) = (f for f in Findings.__dataclass_fields__.values() if f.name == "format")
    named = set(re.findall("[a-z]+", metadata.type.__metadata__[0].help))
    assert set(diagnostic_renderers()) == named
