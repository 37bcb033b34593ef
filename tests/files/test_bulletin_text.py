"""Computed regions and what people wrote between them: taken apart, put together, renewed, and nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.files.bulletin_markers import joined, split
from ledger.files.bulletin_text import BulletinText, Fault, Part, Prose, Region, renewed

FRONT = "bulletin: 1\nmonth: 2017-10\n"
NAMES = ["head", "brief", "overview", "due", "next_month", "correction-1"]
OPENING = "<!-- ledger:{} 由 ledger 计算，勿手改 -->"
CLOSING = "<!-- /ledger:{} -->"
NEARLY = "像是标记又不是：标记要单独一行、顶格，照生成时的写法"
ODD = [
    "", " ", "\u3000", "---", "- - -", "```", "~~~", "# 一", "| a | b |", "    四个空格", "<!-- 说明 -->", "<!--", "-->",
    "<!-- ledger -->", "<!-- ledger: -->", "<!-- ledger:Due -->", " <!-- ledger:due -->", "> <!-- ledger:due -->",
    "<!-- /ledger:due 完 -->", "<!-- ledger:due --> 后面有字", "<details>", "$x$", "@某人 #1", "更正：应为 3 项", "1.", "🧾",
    "month: 2017-10", "a\rb", "\x0b", "\x85", "\u2028", "\ufeff",
]  # fmt: skip
LINES = st.sampled_from(ODD) | st.text(
    st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=12
)
MARKERS = st.builds(
    str.format, st.sampled_from([OPENING, CLOSING, "<!-- ledger:{} -->"]), st.sampled_from(NAMES)
)


def _trimmed(lines: list[str]) -> str:
    while lines and not lines[0].strip():
        lines = lines[1:]
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return "\n".join(lines)


TEXTS = st.lists(LINES, max_size=5).map(_trimmed)
PROSE = TEXTS.filter(bool).map(Prose)


@st.composite
def layouts(draw: st.DrawFn) -> list[Part]:
    """Regions in any order with what people wrote before, between and behind them."""
    parts: list[Part] = []
    for name in (None, *draw(st.lists(st.sampled_from(NAMES), unique=True))):
        if name is not None:
            parts.append(Region(name, draw(TEXTS)))
        if draw(st.booleans()):
            parts.append(draw(PROSE))
    return parts


FILES = st.lists(MARKERS | LINES, max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n".join(lines), joined(FRONT, []) + "\n".join(lines)])
)
"""Anything that may have become of a bulletin."""
FRESH = st.lists(st.sampled_from(NAMES), unique=True).map(
    lambda names: [Region(n, f"{n} 新算的") for n in names]
)


def _told(parts: list[Part] | tuple[Part, ...]) -> list[tuple[str, str]]:
    return [(part.name if isinstance(part, Region) else "", part.text) for part in parts]


@given(layouts())
def test_what_is_put_together_comes_apart_the_same(parts: list[Part]) -> None:
    text = joined(FRONT, parts)
    found = split(text)
    assert (found.front, _told(found.parts)) == (FRONT, _told(parts))
    assert {fault.message for fault in found.faults} <= {NEARLY}
    assert joined(found.front, found.parts) == text


@given(layouts())
def test_places_are_those_of_the_file(parts: list[Part]) -> None:
    text = joined(FRONT, parts)
    lines = text.split("\n")
    for part in split(text).parts:
        held = part.text.split("\n")
        if part.text:
            assert lines[part.line - 1 : part.line - 1 + len(held)] == held


@given(FILES)
def test_a_file_that_windows_wrote_is_the_same_file(text: str) -> None:
    text = text.lstrip("\ufeff")
    unix = split(text)
    assert split(text.replace("\n", "\r\n")) == unix
    assert split("\ufeff" + text) == unix


@given(FILES, FRESH)
def test_what_people_wrote_is_kept_line_by_line(text: str, regions: list[Region]) -> None:
    """Whatever regions there were before, and whether their markers agree."""
    old = split(text)
    parts = renewed(old, regions)
    assert [p for p in parts if isinstance(p, Region)] == regions
    assert sorted(p.text for p in parts if isinstance(p, Prose)) == sorted(p.text for p in old.prose)


@given(layouts(), FRESH)
def test_to_renew_twice_is_to_renew_once(parts: list[Part], regions: list[Region]) -> None:
    once = joined(FRONT, renewed(split(joined(FRONT, parts)), regions))
    assert joined(FRONT, renewed(split(once), regions)) == once
    if [p.name for p in parts if isinstance(p, Region)] == [r.name for r in regions]:
        assert [text for name, text in _told(split(once).parts) if not name] == [
            text for name, text in _told(parts) if not name
        ]


@given(layouts(), FRESH)
def test_words_stay_behind_the_region_they_followed(parts: list[Part], regions: list[Region]) -> None:
    names = {r.name for r in regions}
    before = [_place(parts, n, names) for n, part in enumerate(parts) if isinstance(part, Prose)]
    after = renewed(split(joined(FRONT, parts)), regions)
    kept = [_place(after, n, names) for n, part in enumerate(after) if isinstance(part, Prose)]
    assert sorted(before) == sorted(kept)


def _place(parts: list[Part], number: int, names: set[str]) -> tuple[str, str]:
    """What stands at ``number``, and the region it follows that there still is."""
    above = [p.name for p in parts[:number] if isinstance(p, Region) and p.name in names]
    return above[-1] if above else "", parts[number].text


@given(FILES)
def test_every_line_of_a_file_is_somewhere(text: str) -> None:
    """In a region, in what people wrote, in the front matter; or it is a marker or empty."""
    found = split(text)
    kept = [*found.front.split("\n"), *(line for part in found.parts for line in part.text.split("\n"))]
    gone = [n for n in text.replace("\r\n", "\n").split("\n") if n.strip() and n not in kept]
    assert all(line.lstrip("\ufeff").startswith(("<!-- ledger:", "<!-- /ledger:", "---")) for line in gone)


@pytest.mark.parametrize(
    ("body", "faults", "names"),
    [
        (["<due", ">due"], [], ["due"]),
        (["<due"], [(5, "“due”没有结束标记")], ["due"]),
        ([">due"], [(5, "“due”结束了，却没有开始")], []),
        (["<due", "<brief", ">brief", ">due"],
         [(6, "“due”还没有结束，又开始了“brief”"), (7, "“brief”结束了，却没有开始")], ["due"]),
        (["<due", ">due", "话", "<due", ">due"], [(9, "“due”出现了两次")], ["due", "due"]),
        (["<due", ">brief", ">due"], [(6, "“brief”结束了，却没有开始")], ["due"]),
        (["<due", "<due", ">due"], [(6, "“due”还没有结束，又开始了“due”")], ["due"]),
    ],
)  # fmt: skip
def test_markers_that_do_not_agree(body: list[str], faults: list[tuple[int, str]], names: list[str]) -> None:
    lines = [{"<": OPENING, ">": CLOSING}.get(b[0], "{}").format(b.lstrip("<>")) for b in body]
    found = split(f"---\n{FRONT}---\n" + "\n".join(lines))
    assert found.faults == tuple(Fault(*fault) for fault in faults)
    assert [p.name for p in found.parts if isinstance(p, Region)] == names


@pytest.mark.parametrize(
    "line", [" <!-- ledger:due -->", "<!--LEDGER:due -->", "> <!-- ledger:due -->", "<!-- / ledger: due-->", "<!-- ledger:due -->\u3000"]
)  # fmt: skip
def test_what_looks_like_a_marker_and_is_none(line: str) -> None:
    """It would make a fake region of what people wrote."""
    found = split(f"---\n{FRONT}---\n{line}\n99%\n<!-- 说明 ledger -->\n")
    assert found.faults == (Fault(5, NEARLY),)
    assert found.regions == {}


@pytest.mark.parametrize(
    "text", ["", "\n", "---", "---\n没有结束", "一\n---\nmonth: 2017-10\n---\n", " ---\nx\n---"]
)
def test_what_has_no_front_matter(text: str) -> None:
    assert split(text).front == ""


def test_a_file_without_words_has_none() -> None:
    assert split("") == split("\n\n \n") == BulletinText()


@pytest.mark.parametrize("marker", ["<!-- ledger:due -->", "<!-- /ledger:brief -->", OPENING.format("head")])
def test_a_computed_text_never_holds_a_marker(marker: str) -> None:
    with pytest.raises(ValueError, match="overview holds a marker"):
        joined(FRONT, [Region("overview", f"一\n{marker}\n二")])


def test_an_invitation_stands_behind_every_region_of_a_new_file_only() -> None:
    regions = [Region("head", "月报"), Region("due", "到期")]
    new = renewed(BulletinText(), regions, "请写")
    assert _told(new) == [("head", "月报"), ("", "请写"), ("due", "到期"), ("", "请写")]
    assert _told(renewed(BulletinText(parts=(Region("due", "旧"),)), regions, "请写")) == _told(regions)


@pytest.mark.parametrize(
    ("text", "says"),
    [("<!-- 这里可以写 -->", False), ("<!-- 一\n二 --> \n<!-- 三 -->", False), ("有话", True), ("<!-- 一 -->话", True), ("<!-- 没有完", True),
     ("<!--> 99% <!-- -->", True), ("<!-- 一 --!> 99% -->", True), ("`<!--` 99% `-->`", True), (r"\<!-- 99% -->", True),
     ("    <!--\n99%\n    -->", True), ("   <!-- 一 -->", False)],
)  # fmt: skip
def test_comments_say_nothing(text: str, *, says: bool) -> None:
    assert Prose(text).says_something is says
