"""``ledger score``: what is printed is enough to recompute every point, and who cannot be scored is told why."""

import re
from decimal import Decimal
from fractions import Fraction
from math import floor
from pathlib import Path

import pytest
from arithmetic import evaluated
from cli_runner import Ran, bundled, json_of, run
from small_ledger import write_ledger

MONTH = ("--month", "2017-10")
POOLS = ("区县", "专项小组")
NUMBER = re.compile(r"\d+\.\d\d")


def rounded(number: Fraction) -> Decimal:
    return Decimal(floor(number * 100 + Fraction(1, 2))).scaleb(-2)


def units(pool: str) -> list[str]:
    return [unit["id"] for unit in json_of("list", "units")["units"] if unit["kind"] == pool]


class Sheet:
    """A printed sheet, as somebody with a calculator reads it."""

    def __init__(self, out: str) -> None:
        self.facts: dict[str, str] = {}
        self.printed: dict[str, Decimal] = {}
        formulas: dict[str, str] = {}
        for line in out.splitlines():
            fields = re.split(r"\s{2,}", line.strip())
            if len(fields) == 2:
                self.facts.setdefault(*fields)
            elif len(fields) == 5 and NUMBER.fullmatch(fields[3]):
                self.printed[fields[0]], formulas[fields[0]] = Decimal(fields[3]), fields[4]
        subtotals = {key for key, text in formulas.items() if re.search("[A-Z]", text)}
        self.values = {key: evaluated(formulas[key]) for key in formulas.keys() - subtotals}
        self.values |= {key: evaluated(formulas[key], self.values) for key in subtotals}

    @property
    def total(self) -> Fraction | None:
        formula = self.facts.get("现算算式") or self.facts.get("算式")
        return evaluated(formula, self.values) if formula else None

    @property
    def computed(self) -> tuple[Decimal, int] | None:
        """The score and the rank as they are printed: those of 更正 where the published ones are others."""
        words = self.facts.get("更正") or f"{self.facts['得分']} {self.facts['名次']}"
        found = re.search(r"(\d+\.\d\d).*?第 (\d+) 名", words)
        return (Decimal(found[1]), int(found[2])) if found else None


@pytest.mark.parametrize("pool", POOLS)
def test_every_point_of_october_is_recomputed_from_the_printed_formula_alone(pool: str) -> None:
    sheets = {unit: Sheet(bundled("score", unit, *MONTH).out) for unit in units(pool)}
    for sheet in sheets.values():
        assert {key: rounded(value) for key, value in sheet.values.items()} == sheet.printed
    totals = {unit: rounded(total) for unit, sheet in sheets.items() if (total := sheet.total) is not None}
    assert len(totals) >= 3
    ranks = {unit: 1 + sum(other > mine for other in totals.values()) for unit, mine in totals.items()}
    assert {unit: sheet.computed for unit, sheet in sheets.items() if sheet.computed} == {
        unit: (totals[unit], ranks[unit]) for unit in totals
    }


@pytest.mark.parametrize("pool", POOLS)
def test_every_piece_of_a_point_adds_up_to_its_formula(pool: str) -> None:
    unit = units(pool)[0]
    for point in json_of("score", unit, *MONTH)["points"]:
        found = json_of("score", unit, *MONTH, "--point", point["id"])
        assert found["point"] == point
        pieces = found["pieces"]
        assert sum(evaluated(p["part"]) for p in pieces) == evaluated(found["part"] or "0")
        if point["state"] == "计分" and pieces and found["point"]["scored_by"] is None:
            assert found["part"] in point["formula"]


def test_a_figure_by_itself_is_what_the_sheet_says() -> None:
    unit = units("专项小组")[0]
    sheet = json_of("score", unit, *MONTH)

    def figure(name: str) -> str | None:
        value: str | None = json_of("score", unit, *MONTH, "--figure", name)["value"]
        return value

    assert figure("total") == sheet["score"]
    assert figure("computed_total") == figure("现算得分") == sheet["computed"]["score"]
    assert figure("rank") == (str(sheet["rank"]) if sheet["rank"] else None)
    assert {a["id"]: figure(a["id"]) for a in sheet["aspects"]} == {
        a["id"]: a["score"] for a in sheet["aspects"]
    }
    assert figure("B3") == next(p["score"] for p in sheet["points"] if p["id"] == "B3")


def test_queries_are_asked_as_they_are_printed() -> None:
    for query in bundled("score", "社会组", *MONTH).out.partition("逐件清单")[2].splitlines()[2:4]:
        done = bundled(*query.split()[1:])
        assert done.code == 0
        assert done.out.startswith("社会体制改革专项小组 2017-10 ")
    listed = bundled("score", "社会组", *MONTH, "--point", "B1").out.splitlines()
    query = next(line for line in listed if line.startswith("ledger items"))
    refs = [piece["ref"] for piece in json_of("score", "社会组", *MONTH, "--point", "B1")["pieces"]]
    assert {item["ref"] for item in json_of(*query.split()[1:])["items"]} == set(refs)


def test_any_name_of_a_unit_asks_for_it_and_a_renamed_one_is_one() -> None:
    assert json_of("score", "社会组", *MONTH)["unit"] == "社会体制改革专项小组"
    assert json_of("score", "旅游局", *MONTH)["unit"] == "市旅游发展委"
    assert json_of("score", "市旅游发展委", "--month", "2017-07")["unit"] == "市旅游局"


def test_a_pool_that_is_not_ranked_is_said_to_be_computed_only() -> None:
    sheet = json_of("score", "市财政局", *MONTH)
    assert (sheet["pool"], sheet["ranked_pool"], sheet["published"]) == ("部门", False, None)
    assert "部门的排名不公布" in bundled("score", "市财政局", *MONTH).out


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("score 望川 --month 2017-10", "望川区"),
        ("score 薛临川 --month 2017-10", "ledger unit 薛临川"),
        ("score 望川区 --month 2016-10", "2017-01-01 起"),
        ("score 望川区 --point b3", "是否为“B3”"),
        ("score 望川区 --point 没有", "ledger list checkpoints"),
        ("score 望川区 --figure totl", "是否为“total”"),
        ("score 望川区 --figure 没有", "rank"),
        ("score 望川区 --point B3 --figure B3", "只能写一个"),
    ],
)
def test_who_and_what_cannot_be_scored_is_told_in_one_sentence(line: str, says: str) -> None:
    assert_told(bundled(*line.split()), says)


@pytest.mark.parametrize(
    ("scoring", "says"),
    [
        (None, "没有评分方案"),
        (
            "schemes:\n  - aspects: [{id: B, title: 乙}]\n  - from: 2017-10-01\n",
            "2017-10-31 执行的一版评分方案没有写督察重点",
        ),
        ("schemes:\n  - {from: 2017-01-01, period: 季, aspects: [{id: B, title: 乙}]}\n", "--month 2017-12"),
    ],
)
def test_without_a_scheme_or_within_a_quarter_nothing_is_scored(
    tmp_path: Path, scoring: str | None, says: str
) -> None:
    ledger = write_ledger(tmp_path)
    if scoring:
        (ledger / "scoring.yaml").write_text(scoring, "utf-8")
    assert_told(run("score", "市财政局", *MONTH, cwd=ledger), says)


def assert_told(done: Ran, says: str) -> None:
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert says in done.err
