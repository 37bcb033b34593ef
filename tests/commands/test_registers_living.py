"""Every register has all that a register is to have: an example in the bundled city, a list, a schema, its place in the bulletin."""

import json
import re

import pytest
from cli_runner import ROOT, bundled

from ledger.base.days import parse_day
from ledger.files.tree import WorkTree
from ledger.loading.load import load
from ledger.model.shelves import registers
from ledger.reports.bulletin.edition import edition
from ledger.reports.bulletin.month import Month
from ledger.reports.listing import listings

CITY, _ = load(WorkTree(ROOT / "plans"))
DAY = parse_day("2017-10-31")


@pytest.mark.parametrize("name", registers())
def test_the_bundled_city_keeps_it(name: str) -> None:
    assert CITY.registers.get(name), f"plans/registers/{name}.yaml holds nothing"


@pytest.mark.parametrize("name", registers())
def test_it_is_listed_and_has_a_schema(name: str) -> None:
    assert name in listings()
    assert json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))["title"]
    assert bundled("list", name, "--format", "json").data[name]


def test_it_has_its_place_in_the_bulletin() -> None:
    queries = " ".join(n.query for n in edition(Month.of(CITY, DAY), 10).numbers if hasattr(n, "query"))
    told = set(re.findall(r"ledger list (\S+)", queries))
    beside = {
        "matches": "upstream",
        "speeches": "meetings",
        "findings": "inspections",
        "advice": "consultations",
        "rankings": "scores",
    }
    told |= {beside[name] for name in told if name in beside}
    assert set(registers()) - told == set()
