"""Pilots from filing to promotion, and clean-ups counted from them or kept as reported (S0: 3169 → 1596, 141 = 27 + 54 + 60)."""

from datetime import date
from typing import Any

import pytest
from build import LEAD, OFFICE, day, entry, make_ledger

from ledger.measures.duties import duties
from ledger.measures.pilots import cleanup_counts
from ledger.measures.selection import Selection
from ledger.model.ledger import Ledger
from ledger.model.policy import Pilots, Policy
from ledger.model.registers.cleanups import Cleanup
from ledger.model.registers.pilots import Pilot
from ledger.reports.listing import listings

ON = day("2017-10-31")
FILED = entry("2017-01-20 备案", by=OFFICE, evidence="备1号")


def pilot(
    *log: Any,
    name: str = "SD",
    since: str = "2017-01-10",
    until: str | None = "2017-09-30",
    level: str = "省级",
) -> Pilot:
    last = day(until) if until else None
    entries = tuple(entry(e) if isinstance(e, str) else e for e in log)
    return Pilot(id=name, title=name, level=level, unit=LEAD, date=day(since), until=last, log=entries)  # type: ignore[arg-type]


def cleanup(**said: Any) -> Cleanup:
    return Cleanup(id="QL", title="清理", date=day("2017-04-01"), until=day("2017-06-30"), **said)


def decided(word: str, when: str = "2017-05-10") -> Any:
    more = {"合并": {"into": "SD-0"}, "终止": {"note": "到期"}, "保留": {"result": "继续试点"}}[word]
    return entry(f"{when} {word}", by=OFFICE, **more)


def data_of(register: str, ledger: Ledger, on: date = ON, **chosen: Any) -> Any:
    return listings()[register].build(ledger, on, Selection(**chosen)).data


# --- the clean-ups of the sources --------------------------------------------------------------------------


def test_3169_pilots_became_1596() -> None:
    counts = cleanup_counts(cleanup(before=3169, kept=1596), make_ledger(), ON)
    assert counts is not None
    assert (str(counts), counts.words) == ("3169 → 1596", "保留50.4%，减少1573")


def test_141_pilots_were_27_merged_54_closed_and_60_kept() -> None:
    words = ["合并"] * 27 + ["终止"] * 54 + ["保留"] * 60
    ledger = make_ledger(
        pilots=[pilot(decided(word), name=f"SD-{n}", until=None) for n, word in enumerate(words)],
        cleanups=[cleanup()],
    )
    row = data_of("cleanups", ledger)["cleanups"][0]
    assert (row["counts"], row["words"]) == ("141 = 27 + 54 + 60", "合并27，终止54，保留60（42.6%），减少81")
    assert data_of("cleanups", ledger)["figures"] == {"retention": "42.6%（60/141）"}
    assert data_of("pilots", ledger)["figures"]["disposed"] == "141 = 27 + 54 + 60"
    states = {
        state: len(data_of("pilots", ledger, states=(state,))["pilots"])
        for state in ("merged", "closed", "all_kept")
    }
    assert states == {"merged": 27, "closed": 54, "all_kept": 60}


def test_a_reported_clean_up_says_its_parts_where_they_are_known() -> None:
    counts = cleanup_counts(cleanup(before=141, merged=27, closed=54), make_ledger(), ON)
    assert str(counts) == "141 = 27 + 54 + 60"
    nothing = cleanup_counts(cleanup(before=0, kept=0), make_ledger(), ON)
    assert nothing is not None
    assert nothing.words == "保留—，减少0"


def test_what_others_count_is_not_known_before_the_clean_up_is_over() -> None:
    ledger = make_ledger(cleanups=[cleanup(before=3169, kept=1596)])
    row = data_of("cleanups", ledger, day("2017-06-29"))
    assert (row["cleanups"][0]["counts"], row["cleanups"][0]["words"]) == ("正在清理", "")
    assert row["figures"] == {"retention": None}
    assert data_of("cleanups", ledger, day("2017-06-30"))["figures"] == {"retention": "50.4%（1596/3169）"}


def test_a_clean_up_counts_what_was_there_when_it_began_and_was_decided_in_it() -> None:
    ledger = make_ledger(
        pilots=[
            pilot(decided("终止", "2017-03-31"), name="ended before"),
            pilot(name="approved later", since="2017-04-02"),
            pilot(decided("终止"), name="closed"),
            pilot(decided("保留", "2017-03-01"), name="kept before, not in it"),
            pilot(decided("保留"), decided("终止", "2017-07-01"), name="closed after it"),
        ]
    )
    assert str(cleanup_counts(cleanup(), ledger, ON)) == "3 = 0 + 1 + 1 + 1"
    assert str(cleanup_counts(cleanup(), ledger, day("2017-05-01"))) == "3 = 0 + 0 + 0 + 3"


def test_promotions_are_counted_by_how_far_they_reach() -> None:
    """Jiangsu: 55 national and 66 provincial, of more pilots than were kept: merged and closed ones are promoted, too."""
    reach = ["全国"] * 55 + ["全省"] * 66
    ledger = make_ledger(
        pilots=[
            pilot(decided("终止"), entry("2017-06-01 推广", by=OFFICE, result=result), name=f"SD-{n}")
            for n, result in enumerate(reach)
        ]
    )
    found = {
        state: len(data_of("pilots", ledger, states=(state,))["pilots"])
        for state in ("promoted_nation", "promoted_province", "promoted_city")
    }
    assert found == {"promoted_nation": 55, "promoted_province": 66, "promoted_city": 0}


# --- what is owed ------------------------------------------------------------------------------------------


def told(*log: Any, on: date = ON, **fields: Any) -> list[tuple[str, str, str, str | None]]:
    ledger = make_ledger(pilots=[pilot(*log, **fields)])
    return [(d.what, d.unit, str(d.due), str(d.met_on) if d.met_on else None) for d in duties(ledger, on)]


PASSED = {"by": OFFICE, "result": "通过"}
FULL = (
    FILED,
    "2017-02-01 启动",
    entry("2017-05-20 中期评估", **PASSED),
    entry("2017-09-20 终期评估", **PASSED),
)


def test_filing_both_assessments_and_the_decision_are_owed_in_turn() -> None:
    assert told() == [
        ("试点方案备案", LEAD, "2017-02-09", None),
        ("组织中期评估", OFFICE, "2017-05-21", None),
        ("组织终期评估", OFFICE, "2017-09-30", None),
    ]
    assert told(*FULL) == [
        ("试点方案备案", LEAD, "2017-02-09", "2017-01-20"),
        ("组织中期评估", OFFICE, "2017-05-21", "2017-05-20"),
        ("组织终期评估", OFFICE, "2017-09-30", "2017-09-20"),
        ("决定试点去留", OFFICE, "2017-10-20", None),
    ]


@pytest.mark.parametrize("word", ["合并", "终止"])
def test_what_was_merged_or_closed_owes_nothing_that_it_had_not_done(word: str) -> None:
    assert told("2017-02-01 启动", decided(word)) == []


def test_an_extension_after_the_last_assessment_asks_for_another() -> None:
    again = (
        *FULL,
        decided("保留", "2017-09-25"),
        entry("2017-09-26 批准延期", until="2018-06-30", by=OFFICE),
    )
    assert [d for d in told(*again) if d[3] is None] == [("组织终期评估", OFFICE, "2018-06-30", None)]


def test_the_days_for_filing_are_the_policys_on_the_day_of_approval() -> None:
    ledger = make_ledger(pilots=[pilot()], policy=Policy(pilots=Pilots(file_within=10)))
    assert [str(d.due) for d in duties(ledger, ON) if d.what == "试点方案备案"] == ["2017-01-20"]


def test_filing_rate_is_of_those_in_force() -> None:
    ledger = make_ledger(pilots=[pilot(FILED, name="a"), pilot(name="b"), pilot(decided("终止"), name="c")])
    assert data_of("pilots", ledger)["figures"]["filing_rate"] == "50.0%（1/2）"
    assert [r["id"] for r in data_of("pilots", ledger, states=("unfiled",))["pilots"]] == ["b"]
