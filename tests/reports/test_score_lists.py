"""Human scores and published rankings as lists: whose score costs points, every unit's ranks side by side."""

from typing import Any

import pytest
from build import day, make_ledger, make_scheme, make_scores, make_unit

from ledger.measures.selection import Selection
from ledger.model.registers.rankings import Rank, Ranking
from ledger.reports.blocks import Heading, Table
from ledger.reports.listing import listings

ON = day("2017-10-31")


def _ranking(month: str, *ranks: tuple[str, int | None], published: str = "公开") -> Ranking:
    return Ranking(
        id=f"PM-{month}", month=month, date=day(f"{month}-28"), by="改革办", publish=published,  # type: ignore[arg-type]
        ranks=tuple(Rank(pool="区县", unit=unit, rank=rank) for unit, rank in ranks),
    )  # fmt: skip


LEDGER = make_ledger(
    units=[
        make_unit("甲区", kind="区县", until="2017-09-30", successor="新甲区"),
        make_unit("新甲区", kind="区县", from_="2017-10-01"),
        *(make_unit(name, kind="区县") for name in ("乙区", "丙区")),
    ],
    schemes=[
        make_scheme("C2 3 人工"),
        make_scheme("C2 5 人工", "C5 2 人工", from_="2017-10-01"),
    ],
    scores=[
        make_scores("甲区 C2 3", "乙区 C2 2.5 没有推广", id="2017-09"),
        make_scores("新甲区 C2 3 晚报", "乙区 C5 2", "乙区 X 1", id="2017-10", verified=("C3",)),
        make_scores("乙区 - 88", id="2017"),
    ],
    rankings=[
        _ranking("2017-08", ("甲区", 1), ("乙区", 2), ("丙区", 3)),
        _ranking("2017-09", ("丙区", 1), ("甲区", 2), ("乙区", 2), published="内部"),
        _ranking("2017-10", ("新甲区", 1), ("乙区", 2), ("丙区", None)),
    ],
)


def _built(name: str, **chosen: Any) -> Any:
    return listings()[name].build(LEDGER, ON, Selection(**chosen))


def test_each_score_stands_beside_what_its_point_weighed_then() -> None:
    told = [(r["id"], r["title"], r["score"], r["weight"], r["by"]) for r in _built("scores").records]
    assert told == [
        ("2017-09/1", "重点C2", "3", "3", "市委改革办"),
        ("2017-09/2", "重点C2", "2.5", "3", "市委改革办"),
        ("2017-10/1", "重点C2", "3", "5", "市委改革办"),
        ("2017-10/2", "重点C5", "2", "2", "市委改革办"),
        ("2017-10/3", "", "1", None, "市委改革办"),
        ("2017/1", "年底得分", "88", "100", "市委改革办"),
    ]


@pytest.mark.parametrize(
    ("name", "chosen", "expected"),
    [
        ("scores", {"states": ("this_month",)}, ["2017-10/1", "2017-10/2", "2017-10/3"]),
        ("scores", {"states": ("lost",)}, ["2017-09/2", "2017-10/1"]),
        ("scores", {"states": ("year_end",)}, ["2017/1"]),
        ("scores", {"units": ("新甲区",)}, ["2017-09/1", "2017-10/1"]),
        ("scores", {"text": "C5"}, ["2017-10/2"]),
        ("rankings", {"kinds": ("内部",)}, ["PM-2017-09"]),
        ("rankings", {"states": ("this_month",)}, ["PM-2017-10"]),
    ],
)
def test_what_is_listed(name: str, chosen: dict[str, Any], expected: list[str]) -> None:
    assert [r["id"] for r in _built(name, **chosen).records] == expected


def test_what_was_verified_is_told_sheet_by_sheet() -> None:
    (table,) = [b for b in _built("scores").blocks if isinstance(b, Table)][1:]
    assert [(row[0].text, row[3].text, row[4].text, row[5].text) for row in table.rows] == [
        ("2017-09", "2", "2", ""), ("2017-10", "2", "3", "C3"), ("2017", "1", "1", "")
    ]  # fmt: skip


def test_a_renamed_unit_is_one_line_of_ranks() -> None:
    report = _built("rankings")
    assert [(r["first"], r["last"]) for r in report.records] == [
        (["甲区"], ["丙区"]), (["丙区"], ["甲区", "乙区"]), (["新甲区"], [])
    ]  # fmt: skip
    heading, table = report.blocks[-2:]
    assert heading == Heading("区县各期名次", 2)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["新甲区", "1", "2", "1"], ["乙区", "2", "2", "2"], ["丙区", "3", "1", "—"]
    ]  # fmt: skip
