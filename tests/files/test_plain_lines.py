"""The short way: whatever it takes, the composer understands without a fault and in the same way; it takes nearly everything."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from messy_yaml import Messy

from ledger.files.composition import compose
from ledger.files.plain_lines import NotPlain, read_lines

CITY = Path(__file__).parents[2] / "plans"


def _short(source: bytes) -> object:
    try:
        return read_lines(source)
    except NotPlain:
        return None


def _agree(source: bytes) -> None:
    """Keys in the same order, too."""
    said = _short(source)
    if said is not None:
        found = compose(source, positions=True)
        assert (repr(found.data), found.faults) == (repr(said), [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1", {"a": "1"}),
        ("a: 市财政局  \nb: x #y  # 一", {"a": "市财政局", "b": "x"}),
        ("# a: b\n\na:   # 一\n  # 二\n   b: 2\nc: 3\n", {"a": {"b": "2"}, "c": "3"}),
        ("a:\nb:\n  c:\n", {"b": {}}),
        ("a:\n  - 1\n  - b: 2\n    c:\n      - 3\n  - 4\nd: 5", {"a": ["1", {"b": "2", "c": ["3"]}, "4"], "d": "5"}),
        ("a: [甲, 1-2] # 一\nb: []\nc: {x: 90%, y: b.c}\nd: {}", {"a": ["甲", "1-2"], "b": [], "c": {"x": "90%", "y": "b.c"}, "d": {}}),
        ("a: {x: [甲, b.c], y: d, z: []}  # 一", {"a": {"x": ["甲", "b.c"], "y": "d", "z": []}}),
        ("a: 'x: \"y\" # z'\nb: \"it's\"\nc: ''\nd: \"\"", {"a": 'x: "y" # z', "b": "it's", "c": "", "d": ""}),
        ("a: http://x#y\nb: x:y", {"a": "http://x#y", "b": "x:y"}),
    ],
)  # fmt: skip
def test_what_it_takes(text: str, said: object) -> None:
    assert _short(text.encode()) == said
    _agree(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        *("", "# 一", "改革", "- 1", " a: 1", "a : 1", "改: 1", "? a\n: 1", "'a': 1", f"{'a' * 65}: 1"),
        *("a: 1\na: 2", "a:\na: 1", "a: {b: 1, b: 2}"),
        *("a: b\n  c", "a: b\n  c: d", "a: b\n  - c", "a:\n- b", "a:\n  b: 1\n c: 2", "a:\n  - b\n  c: 1"),
        *("a:\n  -  b", "a:\n  - - b", "a:\n  - - b: 1", "a:\n  -\n    b: 1", "a:\n  - # b", "a:\n    - b\n  - c"),
        *("a: b: c", "a: b:", "a: b: # c", "a: -1", "a: - b", "a: ,", "a: |\n  b", "a: >-\n  b", "a: ?", "a: :"),
        *("a: &b c", "a: *b", "a: !b c", "a: @b", "a: `b", "a: %b", "--- a: 1", "---\na: 1", "a: 1\n---\nb: 2", "a: 1\n..."),
        *("a: [b", "a: [b c]", "a: [b,c]", "a: [b, ]", "a: [b: c]", "a: [-]", "a: [[b]]", "a: {b}", "a: {b:c}", "a: {b: c d}"),
        *("a: {b: [c], b: d}", "a: {b: [c]d}", "a: {b: [c,d]}", "a: {b: [[c]]}", "a: {b: {c: d}}", "a: [{b: c}]", "a: {b: [c: d]}"),
        *("a: [b]c", "a: [b]#c", "a: 'b''c'", "a: 'b' c", "a: 'b", 'a: "b\\n"', 'a: "b\n  c"', "a: 'b': c"),
        *("a: b\tc", "\ta: b", "a: b\r\nc: d\r\n", "a: b\x85c: d", "a: b\u2028c: d", "\ufeffa: b", "a: b\x07", "a: 全角\u3000"),
        "".join(f"{'  ' * n}a:\n" for n in range(40)),
    ],
)  # fmt: skip
def test_what_it_leaves_to_the_composer(text: str) -> None:
    assert _short(text.encode()) is None


def test_what_is_no_text_is_left_to_the_composer() -> None:
    assert _short(b"a: \xff") is None


HEADS = ("", "- ", "- - ", "-", "? ")
KEYS = ("a: ", "b: ", "c:", "ab:", "", "'a': ", "a :", "改: ", "a:  ", "A1_: ")
VALUES = (
    *("", "1", "改革", "a b", "a  b ", "'x: y'", "''", "'it''s'", '"x"', '"\\n"', "[a, b]", "[]", "[a b]", "[a,b]", "[a, ]"),
    *("{}", "{a: b, c: d}", "{a: b, a: c}", "{a:b}", "{a: b c}", "a # b", "a #: b", "a#b", "# a: b", "x: y", "x:", "-", "- a"),
    *("|", ">-", "&a", "*a b", "!t", "@", "a,b", "a]", "?", "?a", ":", ":a", "“x”", "…", "---", "...", "a\u3000", "%a", "a\x85b"),
)  # fmt: skip
LINES = st.tuples(
    st.sampled_from(["", "", "  ", "  ", "    ", "      ", " "]),
    *(st.sampled_from(words) for words in (HEADS, KEYS, VALUES)),
).map("".join)


@settings(max_examples=500)
@given(st.lists(LINES, min_size=1, max_size=8).map("\n".join))
def test_it_never_says_anything_else_than_the_composer(text: str) -> None:
    _agree(text.encode())


@settings(max_examples=300)
@given(
    st.sampled_from(sorted(CITY.rglob("*.yaml"))),
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from([*"\n :-#'\",[]{}&|>", "\n  ", ": ", "- ", " #", ""])), max_size=4),
)  # fmt: skip
def test_nor_of_a_file_with_some_slips(path: Path, slips: list[tuple[float, str]]) -> None:
    text = path.read_text("utf-8")[:3000]
    for where, what in slips:
        at = int(where * len(text))
        text = text[:at] + what + text[at + 1 :]
    _agree(text.encode())


@settings(max_examples=200)
@given(st.integers(0, 10**9))
def test_nor_of_a_messy_file(seed: int) -> None:
    _agree(Messy(seed).text.encode())


def test_nearly_every_file_goes_the_short_way() -> None:
    files = [path.read_bytes() for path in CITY.rglob("*.yaml")]
    taken = sum(_short(source) is not None for source in files)
    assert taken / len(files) >= 0.99  # the other has a text of several lines
