"""Sections about registers, on the bundled city: every number in them is what its query lists or prints."""

import shlex
from pathlib import Path

import pytest

from ledger.base.days import parse_month
from ledger.commands.reading import read_folder
from ledger.measures.selection import Selection
from ledger.reports.blocks import Paragraph
from ledger.reports.bulletin.figures import Counter, Figure, Reading
from ledger.reports.bulletin.layout import LAYOUT
from ledger.reports.bulletin.month import Month
from ledger.reports.bulletin.section import Section, sections
from ledger.reports.listing import listings

PLANS = Path(__file__).parents[2] / "plans"
NEW = [s for s in sections(LAYOUT) if s.since > 1]


@pytest.fixture(scope="module", params=["2017-06", "2017-10"])
def month(request: pytest.FixtureRequest) -> Month:
    return Month.of(read_folder(PLANS).ledger, parse_month(str(request.param)))


@pytest.mark.parametrize("section", NEW, ids=lambda s: str(s.key))
def test_numbers_are_what_their_queries_list(section: Section, month: Month) -> None:
    counter = Counter(month, section.key)
    section.build(counter)
    for number in counter.numbers.values():
        if isinstance(number, Figure | Reading) and " list " in number.query:
            assert asked(number, month) == number.value, number.query


def asked(number: Figure | Reading, month: Month) -> int | str | None:
    """What the query finds: so many rows, the value of one figure, or what stands in a column of one row."""
    _, _, register, _, name, *flags = shlex.split(number.query)
    assert name == f"{month.day:%Y-%m}"
    said = dict(zip(flags[::2], flags[1::2], strict=True))
    chosen = Selection(
        states=tuple(filter(None, (said.get("--state"),))),
        kinds=tuple(filter(None, (said.get("--kind"),))),
        figure=said.get("--figure", ""),
        text=said.get("--text"),
    )
    report = listings()[register].build(month.ledger, month.day, chosen)
    if chosen.figure:
        value: str | None = report.records[0]["value"]
        return value
    if chosen.text:
        _, _, ref, key = number.key.split(".")
        return str(next(r[key] for r in report.records if r["id"] == ref))
    return len(report.records)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("pilots", "在试的改革试点6个（国家级1个，省级2个，市级1个，县级2个），已备案5个，备案率83.3%"),
        ("pilots", "历次处置：合并1个，终止1个，保留2个；试点经验累计推广至全省1个，推广至全市1个。"),
        ("pilots", "试点清理规范2次，已结束2次："),
        (
            "leaders",
            "领导5人认领5件、改革事项8项；六件事都亲自抓了的1件，抓了其中几件的3件，一件还没有抓的1件。",
        ),
        ("leaders", "本年到期的季度按季调度率81.8%（9/11）；本年向市委深改组汇报覆盖率50.0%（2/4）"),
        ("leaders", "运行中的工作专班2个，抽调7个单位的7人。"),
    ],
)
def test_what_october_says(key: str, said: str) -> None:
    month = Month.of(read_folder(PLANS).ledger, parse_month("2017-10"))
    (section,) = (s for s in NEW if s.key == key)
    text = "\n".join(b.text for b in section.build(Counter(month, key)) if isinstance(b, Paragraph))
    assert said in text
