"""Two versions of a ledger compared thing by thing: every kind of change, whose it is and where it stands."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from build import make_item, make_ledger, make_plan
from hypothesis import given
from hypothesis import strategies as st
from tape import Tape
from versions import FILES, compared, edited, read

from ledger.measures.comparing.change import GRAVITY, Kind
from ledger.measures.comparing.changes import changes
from ledger.measures.comparing.roots import roots
from ledger.model.ledger import Ledger

LAST = "      - date: 2017-06-28\n        event: 核验通过\n        by: 改革办\n"
PROGRESS = "      - date: 2017-05-04\n        event: 进展\n        note: 征求意见稿已印发\n"
START = "      - date: 2017-03-15\n        event: 启动\n"
EVIDENCE = "          - number: 云政办发〔2017〕31号\n"
NODE_B = "      - id: b\n        title: 全面推开\n        due: 2017-11-30\n"
THIRD = "  - id: 3\n    title: 清理证明材料\n    with: 丙局\n    due: 2017-10\n"
SECOND = FILES["p.yaml"][FILES["p.yaml"].index("  - id: 2\n    title: 健全") : -len(THIRD)]
SLIP = "slips/TS-2017-001.yaml"
UPSTREAM = "registers/upstream.yaml"

EDITS = {
    "due": (("p.yaml", "due: 2017-06-30", "due: 2017-07-31"), ["edited p/1.due @ p.yaml: 2017-07-31"]),
    "due taken away": (("p.yaml", "    due: 2017-06-30\n", ""), ["edited p/1.due @ p.yaml: id: 1"]),
    "due given": (
        ("q.yaml", "due: 2017-12-31", "due: 2017-12-31\n  - id: 2\n    title: 补充事项"),
        ["added q/2 @ q.yaml: id: 2"],
    ),
    "list": (("p.yaml", "lead: [甲局, 乙局]", "lead: [甲局, 丙局]"), ["edited p/1.lead @ p.yaml: lead: [甲局, 丙局]"]),
    "list by lines": (
        ("p.yaml", "lead: [甲局, 乙局]", "lead:\n      - 甲局"),
        ["edited p/1.lead @ p.yaml: lead:"],
    ),
    "title of a plan": (("p.yaml", "审批改革方案", "审批方案"), ["edited p.title @ p.yaml: 审批方案"]),
    "with": (("p.yaml", "with: 丙局", "with: 乙局"), ["edited p/3.with @ p.yaml: 乙局"]),
    "flag": (("p.yaml", "with: 丙局", "with: 丙局\n    hard: true"), ["edited p/3.hard @ p.yaml: true"]),
    "no weight": (("p.yaml", "with: 丙局", "with: 丙局\n    weight: 0"), ["edited p/3.weight @ p.yaml: 0"]),
    "node": (("p.yaml", "due: 2017-11-30", "due: 2017-12-31"), ["edited p/2#b.due @ p.yaml: 2017-12-31"]),
    "node removed": (("p.yaml", NODE_B, ""), ["removed p/2#b @ p.yaml: nodes:"]),
    "node renumbered": (("p.yaml", "id: b", "id: c"), ["renumbered p/2#b @ p.yaml: id: c"]),
    "part removed": (("p.yaml", "  - id: 二\n    title: 保障措施\n", ""), ["removed p：二 @ p.yaml: parts:"]),
    "part renamed": (("p.yaml", "title: 保障措施", "title: 保障"), ["edited p：二.title @ p.yaml: 保障"]),
    "item removed": (("p.yaml", THIRD, ""), ["removed p/3 @ p.yaml: items:"]),
    "item removed with its nodes": (
        ("p.yaml", SECOND, ""),
        ["removed p/2 @ p.yaml: items:", "removed p/2#a @ p.yaml: items:", "removed p/2#b @ p.yaml: items:"],
    ),
    "item renumbered": (("p.yaml", "id: 3", "id: 4"), ["renumbered p/3 @ p.yaml: id: 4"]),
    "item renumbered and retitled": (
        ("p.yaml", "id: 3\n    title: 清理", "id: 4\n    title: 取消"),
        ["removed p/3 @ p.yaml: items:", "added p/4 @ p.yaml: id: 4"],
    ),
    "items swapped": (("p.yaml", SECOND + THIRD, THIRD + SECOND), []),
    "id reused": (
        ("p.yaml", "title: 清理证明材料\n    with: 丙局\n    due: 2017-10", "title: 建设数据平台\n    due: 2018"),
        ["id_reused p/3 @ p.yaml: id: 3"],
    ),
    "title mended": (("p.yaml", "title: 清理证明", "title: 精简证明"), ["edited p/3.title @ p.yaml: 精简证明材料"]),
    "plan renumbered, and edited inside": (
        ("p.yaml", "id: p\n", "id: p2\n", "due: 2017-10\n", "due: 2017-12\n"),
        ["renumbered p @ p.yaml", "edited p2/3.due @ p.yaml: 2017-12"],
    ),
    "entry added": (
        ("p.yaml", LAST, LAST + "      - date: 2017-07-10\n        event: 销号\n        by: 改革办\n"),
        ["entry_added p/1 @ p.yaml: date: 2017-07-10"],
    ),
    "entry inserted": (
        ("p.yaml", PROGRESS, PROGRESS + "      - date: 2017-05-20\n        event: 进展\n"),
        ["entry_inserted p/1 @ p.yaml: date: 2017-05-20"],
    ),
    "entry removed": (("p.yaml", PROGRESS, ""), ["entry_removed p/1 @ p.yaml: log:"]),
    "last entry removed": (("p.yaml", LAST, ""), ["entry_removed p/1 @ p.yaml: log:"]),
    "note edited": (("p.yaml", "征求意见稿已印发", "已印发"), ["entry_edited p/1 @ p.yaml: date: 2017-05-04"]),
    "event edited": (("p.yaml", "event: 启动", "event: 进展"), ["entry_edited p/1 @ p.yaml: date: 2017-03-15"]),
    "last date edited": (("p.yaml", "2017-06-28", "2017-07-05"), ["entry_edited p/1 @ p.yaml: date: 2017-07-05"]),
    "last event edited": (
        ("p.yaml", "event: 核验通过", "event: 销号"),
        ["entry_edited p/1 @ p.yaml: date: 2017-06-28"],
    ),
    "last one another": (
        ("p.yaml", LAST, "      - date: 2017-07-02\n        event: 核验退回\n        by: 改革办\n        note: 不足\n"),
        ["entry_removed p/1 @ p.yaml: log:", "entry_added p/1 @ p.yaml: date: 2017-07-02"],
    ),
    "last one returned before it was accepted": (
        ("p.yaml", LAST, "      - date: 2017-06-25\n        event: 核验退回\n        by: 改革办\n" + LAST.replace("28", "29")),
        [
            "entry_removed p/1 @ p.yaml: log:",
            "entry_added p/1 @ p.yaml: date: 2017-06-25",
            "entry_added p/1 @ p.yaml: date: 2017-06-29",
        ],
    ),
    "date edited and put in its place": (
        ("p.yaml", PROGRESS, "", LAST, PROGRESS.replace("05-04", "07-04") + LAST),
        ["entry_edited p/1 @ p.yaml: date: 2017-07-04"],
    ),
    "entries swapped": (
        ("p.yaml", START + PROGRESS, PROGRESS + START),
        ["entry_moved p/1 @ p.yaml: date: 2017-03-15"],
    ),
    "evidence removed": (("p.yaml", EVIDENCE, ""), ["evidence_removed p/1 @ p.yaml: date: 2017-06-22"]),
    "evidence replaced": (
        ("p.yaml", "〔2017〕31号", "〔2017〕32号"),
        ["evidence_removed p/1 @ p.yaml: date: 2017-06-22"],
    ),
    "evidence added": (
        ("p.yaml", EVIDENCE, EVIDENCE + "          - title: 公告\n"),
        ["entry_edited p/1 @ p.yaml: date: 2017-06-22"],
    ),
    "evidence removed and a note added": (
        ("p.yaml", EVIDENCE, "", "event: 完成", "event: 完成\n        note: 已办"),
        ["entry_edited p/1 @ p.yaml: date: 2017-06-22", "evidence_removed p/1 @ p.yaml: date: 2017-06-22"],
    ),
    "log of a plan": (("p.yaml", "2017-02-20", "2017-02-21"), ["entry_edited p @ p.yaml: date: 2017-02-21"]),
    "number of a paper": ((SLIP, "2017〕1号", "2017〕2号"), [f"edited TS-2017-001.number @ {SLIP}: 改办提〔2017〕2号"]),
    "paper renumbered": (
        (SLIP, "id: TS-2017-001", "id: TS-2017-002", "2017〕1号", "2017〕2号"),
        [f"renumbered TS-2017-001 @ {SLIP}", f"edited TS-2017-002.number @ {SLIP}: 改办提〔2017〕2号"],
    ),
    "another paper": (
        (SLIP, "id: TS-2017-001", "id: TS-2017-002", "subject: p/2", "subject: p/1"),
        [
            f"removed {gone} @ {SLIP}" for gone in ("TS-2017-001", "TS-2017-001/1", "TS-2017-001/2")
        ] + [
            f"added TS-2017-002 @ {SLIP}",
            f"added TS-2017-002/1 @ {SLIP}: id: 1",
            f"added TS-2017-002/2 @ {SLIP}: id: 2",
        ],
    ),
    "row": ((SLIP, "subject: p/2", "subject: p/1"), [f"edited TS-2017-001/2.subject @ {SLIP}: p/1"]),
    "row removed": ((SLIP, "  - id: 2\n    subject: p/2\n", ""), [f"removed TS-2017-001/2 @ {SLIP}: rows:"]),
    "reply removed": (
        (SLIP, "    log:\n      - date: 2017-10-09\n        event: 回复\n        by: 甲局\n", ""),
        [f"entry_removed TS-2017-001/1 @ {SLIP}: id: 1"],
    ),
    "document": ((UPSTREAM, "lead: 甲局", "lead: 乙局"), [f"edited zy-1.lead @ {UPSTREAM}: 乙局"]),
    "document removed": ((UPSTREAM, "  - id: zy-2\n    title: 上级通知\n", ""), [f"removed zy-2 @ {UPSTREAM}"]),
    "document added": (
        (UPSTREAM, "title: 上级通知\n", "title: 上级通知\n  - id: zy-3\n    title: 又一件\n"),
        [f"added zy-3 @ {UPSTREAM}: id: zy-3"],
    ),
    "unit added": (("units.yaml", "  - id: 丙局\n", "  - id: 丙局\n  - id: 丁局\n"), ["added 丁局 @ units.yaml: id: 丁局"]),
    "unit removed": (("units.yaml", "  - id: 丙局\n", ""), ["removed 丙局 @ units.yaml"]),
    "alias": (("units.yaml", "[乙]", "[乙, 乙部]"), ["edited 乙局.aliases @ units.yaml: aliases: [乙, 乙部]"]),
    "alias of another unit": (
        ("units.yaml", "    aliases: [甲]\n", "", "  - id: 丙局", "  - id: 丙局\n    aliases: [甲]"),
        ["edited 甲局.aliases @ units.yaml: id: 甲局", "edited 丙局.aliases @ units.yaml: aliases: [甲]"],
    ),
    "leader": (("units.yaml", "  - id: 沈砚青", "  - id: 沈砚青\n    title: 书记"), ["edited 沈砚青.title @ units.yaml: 书记"]),
    "second period of a unit": (
        ("units.yaml", "  - id: 丙局\n", "  - id: 丙局\n    until: 2017-06-30\n  - id: 丙局\n    from: 2017-09-01\n"),
        ["edited 丙局.until @ units.yaml: 2017-06-30", "added 丙局（2017-09-01起） @ units.yaml: id: 丙局"],
    ),
    "policy deep inside": (
        ("policy.yaml", "after: 60", "after: 90"),
        ["edited 2017-01-01.ladder.rungs.4.after @ policy.yaml: 90"],
    ),
    "policy at its default": (("policy.yaml", "      prompt_ahead: 31\n", ""), []),
    "zero days": (
        ("policy.yaml", "after: 0\n", "after: 1\n"),
        ["edited 2017-01-01.ladder.rungs.2.after @ policy.yaml: 1"],
    ),
    "zero days taken away": (
        ("policy.yaml", "          after: 0\n", ""),
        ["edited 2017-01-01.ladder.rungs.2.after @ policy.yaml: kind: 交办单"],
    ),
    "policy list": (
        ("policy.yaml", "[资金未落实]", "[资金未落实, 意见不一致]"),
        ["edited 2017-01-01.causes @ policy.yaml: causes: [资金未落实, 意见不一致]"],
    ),
    "rules that were left out": (
        ("policy.yaml", "    causes:", "    docking:\n      order_after: 40\n    causes:"),
        ["edited 2017-01-01.docking.order_after @ policy.yaml: 40"],
    ),
    "policy version added": (
        ("policy.yaml", "versions:\n", "versions:\n  - from: 2018-01-01\n    due_soon: 20\n"),
        ["added 2018-01-01 @ policy.yaml: from: 2018-01-01"],
    ),
    "policy version of another day": (
        ("policy.yaml", "from: 2017-01-01", "from: 2017-02-01"),
        ["removed 2017-01-01 @ policy.yaml", "added 2017-02-01 @ policy.yaml: from: 2017-02-01"],
    ),
    "settings": (("ledger.yaml", "office: 改革办", "office: 深改组"), ["edited ledger.yaml.office @ ledger.yaml: 深改组"]),
    "archived": (
        ("ledger.yaml", "office:", "as_of: 2017-10-31\noffice:"),
        ["edited ledger.yaml.as_of @ ledger.yaml: 2017-10-31"],
    ),
    "calendar": (
        ("calendar.yaml", "[2030-01-01]", "[2030-01-01, 2030-01-02]"),
        ["edited 2030.holidays @ calendar.yaml"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), list(EDITS.values()), ids=list(EDITS))
def test_an_edit_is_told_with_its_place(edit: tuple[str, ...], expected: list[str]) -> None:
    assert read(edited(*edit))[1].unread == ()
    assert compared(FILES, edited(*edit)) == expected


def without(*paths: str) -> dict[str, str]:
    return {path: text for path, text in FILES.items() if path not in paths}


FILE_CHANGES = {
    "plan removed": (
        FILES, without("q.yaml"), ["removed q @ ledger.yaml", "removed q/1 @ ledger.yaml"],
    ),
    "plan added": (
        without("q.yaml"), FILES, ["added q @ q.yaml", "added q/1 @ q.yaml: id: 1"],
    ),
    "file moved": (
        FILES, without("q.yaml") | {"2017/q.yaml": FILES["q.yaml"]}, ["moved q @ 2017/q.yaml"],
    ),
    "file moved and edited": (
        FILES,
        without("q.yaml") | {"2017/q.yaml": FILES["q.yaml"].replace("2017-12-31", "2018")},
        ["edited q/1.due @ 2017/q.yaml: 2018", "moved q @ 2017/q.yaml"],
    ),
    "file and plan renamed, and edited inside": (
        FILES,
        without("q.yaml") | {"r.yaml": FILES["q.yaml"].replace("id: q", "id: r").replace("-12-31", "-12-30")},
        ["renumbered q @ r.yaml", "edited r/1.due @ r.yaml: 2017-12-30"],
    ),
    "another plan in its file": (
        FILES,
        FILES | {"q.yaml": "id: r\ntitle: 教育方案\nlead: 丙局\nitems:\n- id: 1\n  title: 甲\n"},
        ["removed q @ q.yaml", "removed q/1 @ q.yaml", "added r @ q.yaml", "added r/1 @ q.yaml: id: 1"],
    ),
    "paper removed": (
        FILES, without(SLIP), [f"removed TS-2017-001{row} @ ledger.yaml" for row in ("", "/1", "/2")],
    ),
    "register removed": (
        FILES, without(UPSTREAM), ["removed zy-1 @ ledger.yaml", "removed zy-2 @ ledger.yaml"],
    ),
    "policy removed": (FILES, without("policy.yaml"), ["removed 2017-01-01 @ ledger.yaml"]),
    "calendar removed": (FILES, without("calendar.yaml"), ["removed 2030 @ ledger.yaml"]),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), list(FILE_CHANGES.values()), ids=list(FILE_CHANGES))
def test_files_that_come_and_go_are_told(
    before: Mapping[str, str], after: Mapping[str, str], expected: list[str]
) -> None:
    assert compared(before, after) == expected


def test_every_kind_of_change_to_records_is_shown_above() -> None:
    told = [line for _, lines in EDITS.values() for line in lines]
    told += [line for *_, lines in FILE_CHANGES.values() for line in lines]
    assert {line.split()[0] for line in told} == set(Kind) - {Kind.STATUS, Kind.DUE, Kind.LEAD}


def test_nothing_changed_between_a_ledger_and_itself() -> None:
    once, twice = read()[0], read()[0]
    assert (changes(once, once), changes(once, twice)) == ([], [])
    assert once.plans[0] is not twice.plans[0]


BROKEN = "id: [\n"


@pytest.mark.parametrize("path", list(FILES))
def test_what_an_unread_file_held_is_neither_gone_nor_new(path: str) -> None:
    broken = FILES | {path: BROKEN}
    assert read(broken)[1].unread == (path,)
    assert compared(FILES, broken) == []
    assert compared(broken, FILES) == []


@pytest.mark.parametrize("path", list(FILES))
def test_an_unread_file_hides_no_change_elsewhere(path: str) -> None:
    other, edit = ("q.yaml", "2017-12-31") if path != "q.yaml" else ("p.yaml", "2017-06-30")
    after = edited(other, edit, "2018") | {path: BROKEN}
    ref = "q/1" if other == "q.yaml" else "p/1"
    assert compared(FILES, after) == [f"edited {ref}.due @ {other}: 2018"]


def test_a_plan_that_moved_to_a_file_nobody_can_read_is_not_gone() -> None:
    assert compared(FILES, without("q.yaml") | {"2018/q.yaml": BROKEN}) == []


def test_a_year_is_not_taken_for_an_unread_plan_of_that_name() -> None:
    after = without("calendar.yaml") | {"2030.yaml": BROKEN}
    assert compared(FILES | {"2030.yaml": BROKEN}, after) == ["removed 2030 @ ledger.yaml"]


@pytest.mark.parametrize(
    ("path", "first", "second", "gone"),
    [
        ("p.yaml", THIRD, THIRD.replace("2017-10", "2018"), "p/3 @ p.yaml: items:"),
        ("units.yaml", "  - id: 丙局\n", "  - id: 丙局\n    kind: 机构\n", "丙局 @ units.yaml"),
    ],
    ids=["items", "units"],
)
def test_of_two_things_of_one_name_none_is_lost(path: str, first: str, second: str, gone: str) -> None:
    assert compared(edited(path, first, first + second), FILES) == [f"removed {gone}"]


ONE_PERIOD = edited("units.yaml", "  - id: 丙局\n", "  - id: 丙局\n    from: 2009-01-01\n")
TWO_PERIODS = edited(
    "units.yaml", "  - id: 丙局\n",
    "  - id: 丙局\n    from: 2017-09-01\n  - id: 丙局\n    from: 2009-01-01\n    until: 2017-06-30\n",
)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            ONE_PERIOD,
            TWO_PERIODS,
            [
                "edited 丙局.until @ units.yaml: 2017-06-30",
                "added 丙局（2017-09-01起） @ units.yaml: id: 丙局",
            ],
        ),
        (
            TWO_PERIODS,
            ONE_PERIOD,
            ["removed 丙局（2017-09-01起） @ units.yaml", "edited 丙局.until @ units.yaml: id: 丙局"],
        ),
        (
            TWO_PERIODS,
            FILES | {"units.yaml": TWO_PERIODS["units.yaml"].replace("2017-06-30", "2017-08-31")},
            ["edited 丙局.until @ units.yaml: 2017-08-31"],
        ),
    ],
)
def test_a_unit_of_two_periods_is_known_by_its_first_days(
    before: Mapping[str, str], after: Mapping[str, str], expected: list[str]
) -> None:
    assert compared(before, after) == expected


def test_the_graver_comes_first_then_the_order_of_the_ledger() -> None:
    after = edited("p.yaml", NODE_B, "", THIRD, "", PROGRESS, "", "due: 2017-06-30", "due: 2017-07-31")
    after |= {"q.yaml": FILES["q.yaml"].replace("2017-12-31", "2018"), "a.yaml": "id: a\ntitle: 新方案\n"}
    after["q.yaml"] += "  - id: 2\n    title: 又一项\n"
    after["policy.yaml"] = FILES["policy.yaml"].replace("after: 60", "after: 90")
    del after[SLIP]
    assert [line.partition(" @")[0] for line in compared(FILES, after)] == [
        "removed p/2#b",
        "removed p/3",
        "removed TS-2017-001",
        "removed TS-2017-001/1",
        "removed TS-2017-001/2",
        "entry_removed p/1",
        "edited p/1.due",
        "edited q/1.due",
        "edited 2017-01-01.ladder.rungs.4.after",
        "added a",
        "added q/2",
    ]


def test_thousands_of_other_items_are_told_quickly() -> None:
    old = make_plan(*(make_item(id=f"a{n}", title=f"事项{n}") for n in range(2000)))
    new = make_plan(*(make_item(id=f"b{n}", title=f"新事项{n}") for n in range(1000)),
                    *(make_item(id=f"c{n}", title=f"事项{n}") for n in range(1000)))  # fmt: skip
    found = changes(_filed(make_ledger(old)), _filed(make_ledger(new)))
    kinds = [c.kind for c in found]
    assert [kinds.count(k) for k in (Kind.REMOVED, Kind.RENUMBERED, Kind.ADDED)] == [1000, 1000, 1000]


def _filed(ledger: Ledger) -> Ledger:
    return replace(ledger, paths={("plan", plan.id): f"{plan.id}.yaml" for plan in ledger.plans})


def _drawn(tape: Tape) -> dict[str, str]:
    """The files with some lists of things cut, doubled or shuffled and some values replaced."""
    files = dict(FILES)
    for _ in range(tape.pick(range(5))):
        path = tape.pick(list(FILES))
        blocks = files[path].split("\n  - ")
        first, second = tape.pick(range(len(blocks))), tape.pick(range(len(blocks)))
        match tape.pick(["swap", "cut", "double", "value", "file", "break"]):
            case "swap" if first and second:
                blocks[first], blocks[second] = blocks[second], blocks[first]
            case "cut" if first:
                del blocks[first]
            case "double" if first:
                blocks.insert(second or 1, blocks[first])
            case "value":
                old, new = tape.pick(
                    [
                        ("2017-0", "2016-0"),
                        ("甲局", "乙局"),
                        ("id: 1", "id: 9"),
                        ("title: ", "title: 新"),
                        ("甲", "丙"),
                    ]
                )
                blocks[first] = blocks[first].replace(old, new)
            case "file":
                files.pop(path, None)
                continue
            case "break":
                blocks[0] = "["
        files[path] = "\n  - ".join(blocks).rstrip("\n") + "\n"
    return files


@given(st.binary(max_size=30), st.binary(max_size=30))
def test_every_change_names_something_of_one_of_the_versions(left: bytes, right: bytes) -> None:
    (before, old), (after, new) = (read(_drawn(Tape(choices))) for choices in (left, right))
    found = changes(before, after, (*old.unread, *new.unread))
    known = {t.subject for ledger in (before, after) for r in roots(ledger) for t in r.unfold().walk()}
    assert {c.subject for c in found} <= known
    assert all(GRAVITY[a.kind] <= GRAVITY[b.kind] for a, b in pairwise(found))
    assert found == changes(before, after, (*old.unread, *new.unread))
    paths = {*new.contents, *new.unread, *before.paths.values(), "ledger.yaml"}
    assert {c.spot.path for c in found} <= paths
    assert changes(after, after, new.unread) == []
