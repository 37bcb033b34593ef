"""A real document as a ledger: 国办发〔2020〕43号, 76 items. Figures are counted again here, from the bare YAML.

The ledger is not part of this repository. It is looked for in ``LEDGER_REAL`` (its folder), then beside the checkout
in ``../shared/real/ledger-2020``; where it is absent these tests are skipped.
"""

import calendar
import os
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli_runner import ROOT, run
from ruamel.yaml import YAML

REAL = Path(os.environ.get("LEDGER_REAL") or ROOT.parent / "shared" / "real" / "ledger-2020")
pytestmark = pytest.mark.skipif(
    not (REAL / "ledger.yaml").is_file(), reason=f"the real ledger is not here: {REAL} (set LEDGER_REAL)"
)
RUNG_BY_DAYS = {"交办单": range(1, 10_000), "提示单": range(-31, 1)}


def data(*args: str) -> Any:
    done = run(*args, "--ledger", REAL, "--format", "json")
    assert done.code == 0, done.err
    return done.data


def _last(due: str) -> date:
    if len(due) == 10:
        return date.fromisoformat(due)
    year, month = map(int, due.split("-"))
    return date(year, month, calendar.monthrange(year, month)[1])


@pytest.fixture(scope="module")
def items() -> list[dict[str, Any]]:
    """The items as written, with ``lead`` a list and ``deadline`` the earliest of due and nodes: nothing was ever done."""
    (path,) = (REAL / "2020").glob("*.yaml")
    plan = YAML(typ="base").load(path)
    found = []
    for item in plan["items"]:
        lead = item.get("lead", plan["lead"])
        dues = [_last(x["due"]) for x in (item, *item.get("nodes", ())) if "due" in x]
        assert "log" not in item
        found.append(
            {
                "ref": f"{plan['id']}/{item['id']}",
                "lead": [lead] if isinstance(lead, str) else lead,
                "with": item.get("with", []),
                "deadline": min(dues, default=None),
            }
        )
    return found


def test_it_is_sound() -> None:
    done = run("check", "--ledger", REAL, "--format", "json")
    assert done.code == 0
    assert Counter(d["code"] for d in done.document["diagnostics"]) == {"P108": 49}


def test_its_items(items: list[dict[str, Any]]) -> None:
    total = data("status")["total"]
    assert total["total"] == total["not_started"] == len(items) == 76
    assert total["undated"] == sum(i["deadline"] is None for i in items) == 49
    assert sum(len(i["lead"]) > 1 for i in items) == 9
    assert [i["ref"] for i in data("items")["items"]] == [i["ref"] for i in items]
    assert [i["lead"] for i in data("items")["items"]] == [i["lead"] for i in items]


def test_overdue_on_the_first_of_july(items: list[dict[str, Any]]) -> None:
    day = date(2021, 7, 1)
    expected = {i["ref"]: (day - i["deadline"]).days for i in items if i["deadline"] and i["deadline"] < day}
    found = {i["ref"]: i["overdue_days"] for i in data("overdue", "--day", "2021-07-01")["items"]}
    assert found == expected
    assert len(found) == 23
    assert data("status", "--day", "2021-07-01")["total"]["overdue"] == 23
    assert Counter(found.values()) == {213: 1, 182: 15, 92: 3, 1: 4}


def test_a_unit(items: list[dict[str, Any]]) -> None:
    unit = data("unit", "市场监管总局")
    assert unit["led"]["total"] == sum("市场监管总局" in i["lead"] for i in items) == 14
    assert unit["joined"]["total"] == sum("市场监管总局" in i["with"] for i in items)
    assert {d["unit"] for d in unit["duties"]} == {"市场监管总局"}


def test_escalation_of_june(items: list[dict[str, Any]]) -> None:
    day = date(2021, 6, 30)
    escalate = data("escalate", "--month", "2021-06")
    for rung, span in RUNG_BY_DAYS.items():
        expected = [
            (i["ref"], lead, (day - i["deadline"]).days)
            for i in items
            if i["deadline"] and (day - i["deadline"]).days in span
            for lead in i["lead"]
        ]
        found = [(r["subject"], r["unit"], r["days"]) for r in escalate["proposed"] if r["rung"] == rung]
        assert sorted(found) == sorted(expected)
        papers = len({lead for _, lead, _ in expected})
        assert escalate["counts"][rung] == {"papers": papers, "rows": len(expected)}
    assert escalate["counts"]["交办单"] == {"papers": 12, "rows": 22}
    assert escalate["counts"]["提示单"] == {"papers": 3, "rows": 4}
    assert escalate["counts"]["催办单"] == escalate["counts"]["责令书"] == {"papers": 0, "rows": 0}
    assert escalate["hold"] == escalate["referral"] == []
