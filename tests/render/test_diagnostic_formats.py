"""Diagnostics: text with an excerpt, GitHub's annotations, json."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import width
from ledger.render.answer import Answer, Screen, diagnostic_renderers

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
LINE = st.text(st.sampled_from("市财政局lead: -\t\x1b\u202e〔〕é"), min_size=1, max_size=200)


def make(
    code: str = "P103", severity: Severity = ERROR, message: str = "没有这个单位", **place: object
) -> Diagnostic:
    hint = str(place.pop("hint", ""))
    related = place.pop("related", ())
    where = Place(str(place.pop("path", "plans/a.yaml")), **place)  # type: ignore[arg-type]
    return Diagnostic(code, severity, message, where, hint, related)  # type: ignore[arg-type]


def render(name: str, *diagnostics: Diagnostic, color: bool = False) -> str:
    answer = Answer("check", None, None, diagnostics=diagnostics)
    return diagnostic_renderers()[name].render(answer, Screen(None, color))


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


# --- github ------------------------------------------------------------------------------------------------

COMMAND = re.compile(r"::(error|warning|notice)( [a-z]+=[^:,]*(,[a-z]+=[^:,]*)*)?::(.*)")


def unescaped(text: str) -> str:
    """As GitHub's runner does."""
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_an_annotation() -> None:
    out = render("github", make(line=12, column=11, hint="改为市财政局"))
    assert out == ("::error file=plans/a.yaml,line=12,col=11,title=P103::没有这个单位。改法：改为市财政局\n")


@given(TEXT, TEXT)
def test_annotations_hold_any_text_in_one_line(message: str, path: str) -> None:
    out = render("github", make(message=message, path=path))
    assert out.count("\n") == 1
    match = COMMAND.fullmatch(out[:-1])
    assert match
    assert unescaped(match[4]) == message
    properties = dict(part.split("=", 1) for part in match[2].strip().split(","))
    assert unescaped(properties["file"]) == path


@pytest.mark.parametrize("count", [1, 9, 10])
def test_up_to_ten_of_a_level_are_shown(count: int) -> None:
    lines = render("github", *[make(line=n) for n in range(1, count + 1)]).splitlines()
    assert len(lines) == count
    assert "还有" not in lines[-1]


@pytest.mark.parametrize(("count", "rest"), [(11, 2), (12, 3), (300, 291)])
def test_beyond_ten_the_tenth_counts_the_rest(count: int, rest: int) -> None:
    lines = render("github", *[make(line=n) for n in range(1, count + 1)]).splitlines()
    assert len(lines) == 10
    assert f"还有 {rest} 条" in lines[-1]
    assert lines[-1].startswith("::error::")


def test_levels_are_capped_apart_and_the_worst_come_first() -> None:
    mixed = [make(severity=s, line=n) for n in range(1, 21) for s in (NOTE, WARNING, ERROR)]
    lines = render("github", *mixed).splitlines()
    assert [line.split("::")[1].split(" ")[0] for line in lines] == ["error"] * 10 + ["warning"] * 10 + [
        "notice"
    ] * 10


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
        }
    ]


def test_warnings_are_ok() -> None:
    assert json.loads(render("json", make(severity=WARNING)))["ok"] is True


def test_formats_are_those_of_the_help_page() -> None:
    assert set(diagnostic_renderers()) == {"text", "github", "json"}
