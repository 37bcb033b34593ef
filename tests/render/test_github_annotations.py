"""``github``: workflow commands, read here as GitHub's runner reads them."""

from dataclasses import dataclass

import pytest
from diagnostic_answers import ERROR, HUGE, NOTE, TEXT, WARNING, huge, make, mended, render
from hypothesis import example, given

from ledger.base.diagnostics import Diagnostic

KNOWN = {"error", "warning", "notice", "debug", "add-mask", "stop-commands", "set-output", "set-env", "group"}


@dataclass
class Command:
    name: str
    properties: dict[str, str]
    data: str


def read(line: str) -> Command | None:
    """One line of a log: a command, or None for a line that is only shown.

    As the runner does: leading blanks go; the head ends at the next ``::``; properties are parted at commas, blanks
    around them all go, and one without a value is none; a per cent sign is decoded last.
    """
    line = line.lstrip()
    head, end, data = line.removeprefix("::").partition("::")
    name, _, properties = head.partition(" ")
    if not line.startswith("::") or not end or name not in KNOWN:
        return None
    pairs = [part.partition("=")[::2] for part in properties.strip().split(",") if part]
    signs = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    return Command(name, {k: decoded(v, signs) for k, v in pairs if v}, decoded(data, signs, skip=":,"))


def decoded(text: str, signs: dict[str, str], skip: str = "") -> str:
    for code, sign in signs.items():
        text = text if sign in skip else text.replace(code, sign)
    return text


def commands(*diagnostics: Diagnostic) -> list[Command]:
    """Every line of the output is one command: nothing else reaches the log."""
    read_back = [read(line) for line in render("github", *diagnostics).replace("\r", "\n").split("\n")[:-1]]
    assert all(read_back)
    return [command for command in read_back if command]


def test_an_annotation() -> None:
    out = render("github", make(line=12, column=11, hint="改为市财政局"))
    assert out == ("::error file=plans/a.yaml,line=12,col=11,title=P103::没有这个单位。改法：改为市财政局\n")


def test_what_is_underlined_ends_somewhere_and_a_fix_is_told() -> None:
    (command,) = commands(make(line=12, column=11, length=4, fix=mended()))
    assert command.properties == {
        "file": "plans/a.yaml",
        "line": "12",
        "col": "11",
        "endColumn": "15",
        "title": "P103",
    }
    assert command.data == "没有这个单位。改法：可自动修复：改为“市发展改革委”（ledger check --fix）"


def test_an_old_place_has_no_line() -> None:
    (command,) = commands(make(line=40, column=3, length=2, revision="0123456789abcdef"))
    assert command.properties == {"file": "plans/a.yaml", "title": "P103"}
    assert command.data == "没有这个单位（版本 0123456789ab:40:3）"


def test_a_clean_ledger_says_nothing() -> None:
    assert render("github") == ""


@given(TEXT, TEXT)
@example("::error::假的", "a")
@example("甲\n::set-env name=A::b", "a\r\n::stop-commands::x")
@example("100%0A%25%3A%2C", "50%2C%.yaml")
@example("##[set-env]", "a,line=3::b")
def test_any_text_stays_data(message: str, path: str) -> None:
    (command,) = commands(make(message=message, path="p" + path, line=7))
    assert command.name == "error"
    assert command.data == message
    assert command.properties == {"file": "p" + path, "line": "7", "col": "1", "title": "P103"}


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
    mixed = [make(severity=s, line=n) for n in range(20, 0, -1) for s in (NOTE, WARNING, ERROR)]
    found = commands(*mixed)
    assert [c.name for c in found] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert [c.properties.get("line") for c in found[:10]] == [*map(str, range(1, 10)), None]


def test_of_thirty_thousand_nine_of_a_level_are_shown() -> None:
    found = commands(*huge())
    assert len(found) == 30
    assert found[9].data.startswith(f"还有 {HUGE // 3 - 9} 条")
