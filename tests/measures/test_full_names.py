"""A name written in another way changes nothing; a name that means another unit now does, wherever it shows."""

from collections.abc import Mapping

import pytest
from build import day, entry, make_leader, make_ledger, make_unit
from versions import FILES, compared, edited, read

from ledger.measures.comparing.changes import changes
from ledger.measures.comparing.effect import Effect, Side
from ledger.measures.comparing.full_names import FullNames
from ledger.measures.comparing.moves import with_moves

LEDGER = make_ledger(
    units=[make_unit("甲局", aliases="甲"), make_unit("乙局", aliases=["乙", "乙部"])],
    leaders=[make_leader("沈砚青", aliases=("沈主任",))],
)
NAMES = FullNames(LEDGER)


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("lead", ("甲", "乙部", "丁局"), ("甲局", "乙局", "丁局")),
        ("with", ("乙",), ("乙局",)),
        ("unit", "甲", "甲局"),
        ("leader", "沈主任", "沈砚青"),
        ("ladder.rungs.1.signer", "甲", "甲局"),
        ("ladder.rungs.1.cc", ("甲", "专项小组"), ("甲局", "专项小组")),
        ("ladder.authority.2.issuer", "沈主任", "沈砚青"),
        ("title", "甲", "甲"),
        ("aliases", ("甲",), ("甲",)),
        ("lead", None, None),
    ],
)
def test_a_name_is_read_in_full_where_a_unit_or_leader_is_meant(
    key: str, value: object, expected: object
) -> None:
    assert NAMES.full(key, value) == expected


def test_an_entry_is_read_with_its_names_in_full() -> None:
    written = entry("2017-05-01 移交", by="沈主任", to=["乙部", "丁局"], from_="甲", note="甲")
    meant = entry("2017-05-01 移交", by="沈砚青", to=["乙局", "丁局"], from_="甲局", note="甲")
    assert NAMES.of_entry(written) == meant
    assert NAMES.of_entry(entry("2017-05-01 启动")) == entry("2017-05-01 启动")


REGISTERED = "  - id: 甲局\n    aliases: [甲]\n"
RENAMED = FILES["units.yaml"].replace(REGISTERED, "  - id: 甲委\n    aliases: [甲局, 甲]\n")
SAME = {
    "alias of a lead": ("p.yaml", "lead: [甲局, 乙局]", "lead: [甲, 乙]"),
    "alias of a plan's lead": ("q.yaml", "lead: 乙局", "lead: 乙"),
    "full name of a leader": ("p.yaml", "leader: 沈主任", "leader: 沈砚青"),
    "alias in a reply": ("slips/TS-2017-001.yaml", "event: 回复\n        by: 甲局", "event: 回复\n        by: 甲"),
    "addressee of a paper": ("slips/TS-2017-001.yaml", "unit: 甲局", "unit: 甲"),
    "copies of the ladder": ("policy.yaml", "cc: [甲]", "cc: [甲局]"),
    "document": ("registers/upstream.yaml", "lead: 甲局", "lead: 甲"),
}  # fmt: skip


@pytest.mark.parametrize("edit", list(SAME.values()), ids=list(SAME))
@pytest.mark.parametrize("unread", [None, "units.yaml"])
def test_an_alias_for_a_full_name_is_no_change(edit: tuple[str, str, str], unread: str | None) -> None:
    after = edited(*edit)
    assert after != FILES
    assert compared(FILES, after | ({unread: "["} if unread else {})) == []
    assert compared(after, FILES | ({unread: "["} if unread else {})) == []


def test_a_unit_renamed_in_the_register_changes_no_plan_whichever_name_is_written() -> None:
    units = ["removed 甲局 @ units.yaml", "added 甲委 @ units.yaml: id: 甲委"]
    renamed = {path: text.replace("甲局", "甲委") for path, text in FILES.items()} | {"units.yaml": RENAMED}
    assert compared(FILES, FILES | {"units.yaml": RENAMED}) == units
    assert compared(FILES, renamed) == units


def test_an_alias_is_told_from_lost_evidence() -> None:
    before = edited("p.yaml", "event: 完成", "event: 完成\n        by: 甲局")
    after = edited(
        "p.yaml", "event: 完成", "event: 完成\n        by: 甲", "          - title: 施行情况\n", ""
    )
    assert compared(before, after) == ["evidence_removed p/1 @ p.yaml: date: 2017-06-22"]


REASSIGNED = FILES["units.yaml"].replace("    aliases: [甲]\n", "").replace(
    "  - id: 丙局\n", "  - id: 丙局\n    aliases: [甲]\n"
)  # fmt: skip
BY_ALIAS = (
    FILES["q.yaml"].replace("lead: 乙局", "lead: 甲")
    + "    log:\n      - {date: 2017-03-01, event: 启动, by: 甲}\n"
)
MORE = BY_ALIAS + "      - {date: 2017-04-01, event: 进展}\n"


@pytest.mark.parametrize(
    ("plan", "told"), [(BY_ALIAS, []), (MORE, ["entry_added q/1 @ q.yaml: {date: 2017-04-01, event: 进展}"])]
)
def test_an_alias_given_to_another_unit_edits_no_plan(plan: str, told: list[str]) -> None:
    before, after = FILES | {"q.yaml": BY_ALIAS}, FILES | {"q.yaml": plan, "units.yaml": REASSIGNED}
    units = ["edited 甲局.aliases @ units.yaml: id: 甲局", "edited 丙局.aliases @ units.yaml: aliases: [甲]"]
    assert compared(before, after) == units + told


def _moved(before: Mapping[str, str], after: Mapping[str, str]) -> list[tuple[str, str, object, object]]:
    old, new = read(before)[0], read(after)[0]
    on = day("2017-10-31")
    found = with_moves(changes(old, new), Effect(Side(old, on), Side(new, on)))
    return [(c.kind, c.subject, c.before, c.after) for c in found if c.thing != "unit"]


def test_an_alias_given_to_another_unit_shows_as_another_lead() -> None:
    before = FILES | {"q.yaml": BY_ALIAS}
    after = before | {"units.yaml": REASSIGNED}
    assert _moved(before, after) == [("lead", "q/1", ("甲局",), ("丙局",))]


def test_the_full_name_of_whom_the_alias_means_now_is_an_edit() -> None:
    after = FILES | {"q.yaml": BY_ALIAS.replace("lead: 甲", "lead: 丙局"), "units.yaml": REASSIGNED}
    told = compared(FILES | {"q.yaml": BY_ALIAS}, after)
    assert told[0] == "edited q.lead @ q.yaml: 丙局"
