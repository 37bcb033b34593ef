"""The front matter of a bulletin is read as it was written, and what is wrong with one is told at its line."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.actions.bulletin_file import corrected, front
from ledger.base.days import month_end
from ledger.files.bulletin_markers import joined, split
from ledger.files.bulletin_text import Prose, Region
from ledger.loading.bulletins import read_head
from ledger.model.bulletins import Amendment, Head
from ledger.reports.blocks import Paragraph
from ledger.reports.bulletin.edition import Passage

HEAD = Head(
    bulletin=1,
    month="2017-10",
    number=10,
    day=date(2017, 10, 31),
    population=176,
    layout=1,
    tool="0.1.0",
    digest="5f" * 32,
    commit="0a" * 20,
)
DIGESTS = st.text("0123456789abcdef", min_size=64, max_size=64)
COMMITS = st.none() | st.text("0123456789abcdef", min_size=40, max_size=40)
TOOLS = st.sampled_from(["0.1.0", "1.0", "2", "1.0.0.dev1+g5f0c"])
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
AMENDMENTS = st.builds(Amendment, date=DAYS, tool=TOOLS, digest=DIGESTS, commit=COMMITS)
HEADS = st.builds(
    lambda day, **said: Head(bulletin=1, month=f"{day:%Y-%m}", day=month_end(day), **said),
    DAYS,
    number=st.integers(1, 99),
    population=st.integers(0, 9999),
    policy=st.none() | DAYS,
    layout=st.integers(1, 9),
    tool=TOOLS,
    digest=DIGESTS,
    commit=COMMITS,
    draft=st.booleans(),
    corrections=st.lists(AMENDMENTS, max_size=3).map(tuple),
)


@given(HEADS)
def test_it_is_read_as_it_was_written(head: Head) -> None:
    text = split(joined(front(head), [Region("head", "月报")]))
    assert read_head("bulletins/x.md", text) == (head, [])
    if head.corrections:
        assert front(head).startswith(
            front(replace(head, corrections=head.corrections[:-1])).removesuffix("\n")
        )


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("number: 10", "number: 十", ["R123 b.md:4:9"]),
        ("day: 2017-10-31", "day: 2017-10-32", ["R123 b.md:5:6"]),
        ("month: 2017-10", "month: 2017-09", ["R123 b.md:1:1"]),
        ("population: 176\n", "", ["R121 b.md:1:1"]),
        ("tool: 0.1.0", "tools: 0.1.0", ["R120 b.md:8:1", "R121 b.md:1:1"]),
        ("layout: 1", "layout: [", ["R108 b.md:9:7"]),
        ("layout: 1", "layout: 1\nlayout: 1", ["R106 b.md:8:1"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_line(was: str, becomes: str, told: list[str]) -> None:
    text = joined(front(HEAD), [Region("head", "月报")])
    assert text.count(was) == 1
    head, problems = read_head("b.md", split(text.replace(was, becomes)))
    assert head is None
    assert sorted(f"{p.code} {p.place}" for p in problems) == told


def test_a_correction_stands_above_what_was_published_and_below_earlier_ones() -> None:
    basis = Amendment(date=HEAD.day + timedelta(days=12), tool="0.1.0", digest="00" * 32)
    old = split(
        joined(front(HEAD), [Prose("前言"), Region("head", "月报"), Prose("话"), Region("due", "到期")])
    )
    once = corrected(HEAD, old, Passage("correction-1", "更正之1", (Paragraph("第一次"),)), basis)
    head = replace(HEAD, corrections=(basis,))
    twice = corrected(head, split(once), Passage("correction-2", "更正之2", (Paragraph("第二次"),)), basis)
    assert [p.text for p in split(twice).parts] == ["前言", "第一次", "第二次", "月报", "话", "到期"]
    assert read_head("b.md", split(twice)) == (replace(HEAD, corrections=(basis, basis)), [])
