"""The command beside a number is one that a shell takes as it is meant; the sections of a layout keep their names."""

import re
import shlex
import subprocess
from dataclasses import replace
from datetime import date
from unittest import mock

import pytest
from build import make_item, make_ledger
from hostile_ledger import WORDS
from hypothesis import given
from hypothesis import strategies as st

from ledger.measures.selection import Selection
from ledger.reports.bulletin import section
from ledger.reports.bulletin.edition import edition
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.layout import LAYOUT
from ledger.reports.bulletin.month import Month
from ledger.reports.bulletin.queries import flags_of, query_of, quoted_word
from ledger.reports.bulletin.section import sections

DAY = date(2017, 10, 31)
PUBLISHED = [
    "brief",
    "overview",
    "dispatch",
    "due",
    "papers",
    "docking",
    "closing",
    "causes",
    "next_month",
    "method",
]
"""The keys of layout 1: they name regions of files that were published, and never change."""


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))))
def test_a_query_is_taken_apart_as_it_was_put_together(words: list[str]) -> None:
    assert shlex.split(query_of(["items"], DAY, words)) == ["ledger", "items", "--month", "2017-10", *words]


def test_a_shell_takes_every_word_for_itself() -> None:
    line = " ".join(map(quoted_word, WORDS))
    done = subprocess.run(["bash", "-c", f"printf '%s\\0' {line}"], capture_output=True, check=True)
    assert done.stdout.decode().split("\0")[:-1] == WORDS


@pytest.mark.parametrize("word", ["市财政局", "zb-2017-01", "2017-10", "经济体制（含金融）", "甲、乙"])
def test_plain_words_need_no_quotes(word: str) -> None:
    assert quoted_word(word) == word


def test_what_was_chosen_is_asked_for() -> None:
    chosen = Selection(plans=("a",), fields=("经济 体制", "b"), groups=("c",), leads=("d",), causes=("未填",))
    assert flags_of(chosen) == [
        "--plan", "a", "--field", "经济 体制", "--field", "b", "--group", "c", "--lead", "d", "--cause", "未填",
    ]  # fmt: skip
    counter = Counter(Month.of(make_ledger(make_item()), DAY), "due")
    figure = counter.items("total", chosen, of="某")
    assert (figure.key, figure.label, figure.value) == (
        "due.total.plan.a.field.经济 体制.field.b.group.c.lead.d.cause.未填", "某 计数事项", 0,
    )  # fmt: skip
    assert figure.query == (
        "ledger items --month 2017-10 --plan a --field '经济 体制' --field b --group c --lead d --cause 未填 --status total"
    )


def test_the_sections_that_were_published_keep_their_names() -> None:
    assert [s.key for s in sections(1)] == PUBLISHED
    for found in sections(LAYOUT):
        assert re.fullmatch(r"[a-z][a-z0-9_-]*", found.key)
        assert not found.key.startswith(("head", "correction-"))


def test_a_section_that_came_or_went_is_of_its_layouts_only() -> None:
    first, *others = sections(1)
    late, gone = replace(first, key="late", since=3), replace(first, key="gone", until=2)
    modules = [mock.Mock(SECTION=s) for s in (first, late, gone, *others[:1])]
    with mock.patch.object(section, "modules", return_value=modules):
        assert [[s.key for s in sections(layout)] for layout in (1, 2, 3)] == [
            ["brief", "gone", "overview"],
            ["brief", "gone", "overview"],
            ["brief", "late", "overview"],
        ]


def test_titles_are_numbered_without_gaps() -> None:
    found = edition(Month.of(make_ledger(), DAY), 10)
    titles = [p.title for p in found.passages]
    assert titles[:4] == ["改革督察月报", "要情", "一、总体情况", "二、调度"]
    assert [t[0] for t in titles[2:-1]] == list("一二三四五六七八")[: len(titles) - 3]
    assert titles[-1] == "附：口径与更正"
