"""Rows compared with the ledger: what is new, what is the same, what becomes an entry, and what nobody may decide."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drafts import cell, imported, row, sheet, told, write
from small_ledger import write_ledger

from ledger.actions.importing.fates import Outcome
from ledger.base.days import parse_day
from ledger.base.errors import LedgerError
from ledger.files.tree import WorkTree
from ledger.loading.load import load
from ledger.loading.sheets.draft import Reported

PLAN = "zb-2017-01"
"""Of 市财政局: 1 accepted, 2 begun and due 2017-09-30, 3 begun (20%) and due 2017-12-31."""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_ledger(tmp_path)


def one(ledger: Path, number: int, said: dict[str, Any] | None = None, **cells: Any) -> tuple[Any, list[str]]:
    """The fate of a row about that item, and what is found, but that other items are missing from the sheet."""
    done = imported(ledger, sheet(row(3, id=str(number), **cells)), plan=PLAN, **(said or {}))
    return done.fates[0].items[0], [found for found in told(done) if not found.startswith("I151")]


def entries(ledger: Path, number: int, said: dict[str, Any] | None = None, **cells: Any) -> list[dict]:
    fate, found = one(ledger, number, said, **cells)
    assert found == []
    return [dict(entry) for entry in fate.entries]


SAME: dict[str, tuple[int, dict[str, Any]]] = {
    "nothing but the number": (2, {}),
    "the same words": (2, {"title": "建立绩效评价 制度", "lead": "市财政局", "due": "2017-09-30"}),
    "another name of the unit": (2, {"lead": "财政局"}),
    "the same last day": (2, {"due": "2017Q3"}),
    "the same state": (2, {"state": "in_progress"}),
    "accepted is completed": (1, {"state": "completed", "evidence": ("云财〔2017〕1号",)}),
    "not finished": (2, {"unfinished": True}),
    "the same percent": (3, {"state": "in_progress", "percent": "20"}),
}


@pytest.mark.parametrize(("number", "cells"), SAME.values(), ids=SAME)
def test_what_the_ledger_says_already_adds_nothing(ledger: Path, number: int, cells: dict[str, Any]) -> None:
    fate, found = one(ledger, number, **cells)
    assert (fate.outcome, found) == (Outcome.SAME, [])


MOVES: dict[str, tuple[int, dict[str, Any], list[dict[str, Any]]]] = {
    "a later limit": (
        2,
        {"due": "2017-12"},
        [{"date": "2017-11-15", "event": "批准延期", "by": "市委改革办", "until": "2017-12-31"}],
    ),
    "another lead": (
        2,
        {"lead": "市教育局"},
        [{"date": "2017-11-15", "event": "移交", "by": "市委改革办", "to": "市教育局"}],
    ),
    "two leads": (
        2,
        {"lead": ["市财政局", "市教育局"]},
        [{"date": "2017-11-15", "event": "移交", "by": "市委改革办", "to": ["市财政局", "市教育局"]}],
    ),
}


@pytest.mark.parametrize(("number", "cells", "wanted"), MOVES.values(), ids=MOVES)
def test_a_limit_or_a_lead_moves_by_an_entry_of_who_decided_it(
    ledger: Path, number: int, cells: dict[str, Any], wanted: list[dict[str, Any]]
) -> None:
    assert entries(ledger, number, {"by": "市委改革办"}, **cells) == wanted
    fate, found = one(ledger, number, **cells)
    assert (fate.outcome, found) == (Outcome.REFUSED, ["I143 Sheet1!B3"])


STATES: dict[str, tuple[int, dict[str, Any], list[dict[str, Any]]]] = {
    "a note": (
        2,
        {"state": "in_progress", "note": "已征求意见"},
        [{"date": "2017-11-15", "event": "进展", "note": "已征求意见"}],
    ),
    "a note without a state": (
        3,
        {"note": "已清理两类"},
        [{"date": "2017-11-15", "event": "进展", "note": "已清理两类"}],
    ),
    "a percent": (3, {"percent": "60"}, [{"date": "2017-11-15", "event": "进展", "percent": "60"}]),
    "done on a day of its own": (
        2,
        {"state": "completed", "evidence": ("云财〔2017〕7号", "绩效评价办法"), "day": "2017-09-28"},
        [
            {
                "date": "2017-09-28",
                "event": "完成",
                "evidence": [{"number": "云财〔2017〕7号"}, {"title": "绩效评价办法"}],
            }
        ],
    ),
    "done before what is recorded above": (
        3,
        {"state": "completed", "evidence": ("云财〔2017〕7号",), "day": "2017-02-28"},
        [
            {
                "date": "2017-02-28",
                "event": "完成",
                "evidence": [{"number": "云财〔2017〕7号"}],
                "recorded": "2017-11-15",
            }
        ],
    ),
}


@pytest.mark.parametrize(("number", "cells", "wanted"), list(STATES.values())[:4], ids=list(STATES)[:4])
def test_a_state_moves_on_by_an_entry(
    ledger: Path, number: int, cells: dict[str, Any], wanted: list[dict[str, Any]]
) -> None:
    assert entries(ledger, number, **cells) == wanted


def test_what_became_known_late_says_when(ledger: Path) -> None:
    """Dated before the 进展 above it, which then may not have happened any more."""
    number, cells, _ = STATES["done before what is recorded above"]
    fate, found = one(ledger, number, **cells)
    assert (fate.outcome, found) == (Outcome.REFUSED, ["I146 Sheet1!B3"])
    [extended] = entries(ledger, 2, {"by": "市委改革办", "day": "2017-02-28"}, due="2017-10-31")
    assert (extended["date"], extended["recorded"]) == ("2017-02-28", "2017-11-15")


REFUSED: dict[str, tuple[int, dict[str, Any], str]] = {
    "another title": (2, {"title": "建立预算绩效评价制度"}, "I141 Sheet1!B3"),
    "another text": (2, {"text": "原文"}, "I141 Sheet1!B3"),
    "others take part": (2, {"with_": ["市教育局"]}, "I141 Sheet1!B3"),
    "for ever": (2, {"due": "长期"}, "I141 Sheet1!B3"),
    "a node": (2, {"nodes": [{"id": "a", "title": "出台", "due": "2017-08"}]}, "I141 Sheet1!B3"),
    "not begun any more": (2, {"state": "not_started"}, "I142 Sheet1!B3"),
    "not done any more": (1, {"state": "in_progress"}, "I142 Sheet1!B3"),
    "not finished any more": (1, {"unfinished": True}, "I142 Sheet1!B3"),
    "done with, and due later": (1, {"due": "2017-12"}, "I141 Sheet1!B3"),
    "done with, and led by others": (1, {"lead": "市教育局"}, "I141 Sheet1!B3"),
    "a part of it done": (1, {"percent": "60"}, "I142 Sheet1!B3"),
    "nothing of it done": (1, {"percent": "0", "unfinished": True}, "I142 Sheet1!C3"),
    "less done": (3, {"percent": "10"}, "I142 Sheet1!B3"),
    "suspended by a cell": (2, {"state": "suspended"}, "I142 Sheet1!B3"),
    "accepted by a cell": (2, {"state": "accepted"}, "I142 Sheet1!B3"),
    "done without a paper": (2, {"state": "completed"}, "I145 Sheet1!B3"),
    "done by half": (2, {"state": "completed", "percent": "50", "evidence": ("甲",)}, "I147 Sheet1!B3"),
    "done tomorrow": (2, {"state": "completed", "evidence": ("甲",), "day": "2017-11-16"}, "I148 Sheet1!D3"),
    "nobody knows the unit": (2, {"lead": "市财正局"}, "I140 Sheet1!B3"),
}


@pytest.mark.parametrize(("number", "cells", "code"), REFUSED.values(), ids=REFUSED)
def test_what_no_entry_can_say_is_left_to_people(
    ledger: Path, number: int, cells: dict[str, Any], code: str
) -> None:
    fate, found = one(ledger, number, {"by": "市委改革办"}, **cells)
    assert (fate.outcome, found) == (Outcome.REFUSED, [code])
    assert fate.entries == ()
    assert all(d.message and d.hint for d in fate.faults)


def test_both_values_are_named(ledger: Path) -> None:
    fate, _ = one(ledger, 2, title="建立预算绩效评价制度")
    assert fate.faults[0].message == "名称：台账里是“建立绩效评价制度”，表里是“建立预算绩效评价制度”"
    fate, _ = one(ledger, 2, lead="市财正局")
    assert "是否为“市财政局”？" in fate.faults[0].hint


def test_an_old_sheet_does_not_undo_an_extension_or_a_transfer(ledger: Path) -> None:
    done = imported(ledger, sheet(row(2, id="2", due="2017-12", lead="市教育局")), plan=PLAN, by="市委改革办")
    write(ledger, done)
    fate, found = one(ledger, 2, {"by": "市委改革办"}, due="2017-09-30", lead="市财政局")
    assert (fate.outcome, found) == (Outcome.SAME, ["I144 Sheet1!B3", "I144 Sheet1!C3"])
    again, found = one(ledger, 2, {"by": "市委改革办"}, due="2017-12-31", lead="市教育局")
    assert (again.outcome, found) == (Outcome.SAME, [])


def test_of_two_leads_the_one_that_goes_hands_over(ledger: Path) -> None:
    both = {"lead": ["市财政局", "市教育局"]}
    write(ledger, imported(ledger, sheet(row(2, id="2", **both)), plan=PLAN, by="市委改革办"))
    [entry] = entries(ledger, 2, {"by": "市委改革办"}, lead="市教育局")
    assert (entry["from"], entry["to"]) == ("市财政局", "市教育局")
    more, found = one(ledger, 2, {"by": "市委改革办"}, lead=["市财政局", "市教育局", "市委改革办"])
    assert (more.outcome, found) == (Outcome.REFUSED, ["I141 Sheet1!B3"])


def test_a_title_made_from_the_text_is_not_compared(ledger: Path) -> None:
    draft = sheet(row(3, id="2", title="建立"))
    without = type(draft)(items=draft.items, columns=draft.columns - {"title"})
    assert imported(ledger, without, plan=PLAN).fates[0].items[0].outcome is Outcome.SAME


def test_a_cell_that_was_emptied_changes_nothing_and_is_told(ledger: Path) -> None:
    fate, found = one(ledger, 2)
    assert (fate.outcome, found) == (Outcome.SAME, [])
    assert fate.remarks == ("时限没有写，台账里的“2017-09-30”没有动",)


def test_a_node_of_another_name_changes_nothing_and_is_told(ledger: Path) -> None:
    nodes = [{"id": "a", "title": "出台办法", "due": "2017-12"}]
    write(ledger, imported(ledger, sheet(row(2, id="4", title="推进公开", nodes=nodes)), plan=PLAN))
    same, found = one(ledger, 4, nodes=nodes)
    assert (same.outcome, found, same.remarks) == (Outcome.SAME, [], ())
    fate, found = one(ledger, 4, nodes=[{**nodes[0], "title": "印发办法"}])
    assert (fate.outcome, found) == (Outcome.SAME, [])
    assert fate.remarks == ("节点的名称没有动：台账里是“出台办法 2017-12”，表里是“印发办法 2017-12”",)


def test_who_takes_part_and_leads_now_is_still_the_same_list(ledger: Path) -> None:
    new = {"id": "4", "title": "推进公开", "lead": "市财政局"}
    write(ledger, imported(ledger, sheet(row(2, **new, with_=["市教育局"])), plan=PLAN))
    swapped = sheet(row(2, **{**new, "lead": "市教育局"}, with_=["市财政局"]))
    done = imported(ledger, swapped, plan=PLAN, by="市委改革办")
    assert [entry["event"] for entry in done.fates[0].items[0].entries] == ["移交"]
    write(ledger, done)
    [fate] = imported(ledger, swapped, plan=PLAN).fates[0].items
    assert (fate.outcome, fate.remarks) == (Outcome.SAME, ("市财政局原来牵头，改为配合没有另记",))


def test_notes_are_known_again_however_their_cell_breaks_them(ledger: Path) -> None:
    write(ledger, imported(ledger, sheet(row(2, id="2", note="已征求意见，\n修改两稿")), plan=PLAN))
    fate, found = one(ledger, 2, note="已征求意见， 修改两稿")
    assert (fate.outcome, found) == (Outcome.SAME, [])


def test_what_cannot_be_recorded_is_said_beside_the_row(ledger: Path) -> None:
    fate, found = one(ledger, 1, note="正在推广", due="2017-06-30")
    assert (fate.outcome, found) == (Outcome.SAME, [])
    assert fate.remarks == ("进展没有记：已核验的事项没有可记的事件",)


# --- whole sheets ------------------------------------------------------------------------------------------------


def test_new_items_stand_behind_the_others_and_missing_ones_are_told(ledger: Path) -> None:
    draft = sheet(row(2, id="4", title="推进预决算公开", lead="市财政局", due="2018-06"), row(3, id="2"))
    done = imported(ledger, draft, plan=PLAN)
    assert told(done) == ["I151 Sheet1!A2"]
    assert "有 2 项表里没有：1、3" in done.findings[0].message
    write(ledger, done)
    text = (ledger / "2017/zb-2017-01.yaml").read_text("utf-8")
    assert text.endswith("  - id: 4\n    title: 推进预决算公开\n    lead: 市财政局\n    due: 2018-06\n")
    again = imported(ledger, draft, plan=PLAN)
    assert again.changes.files == {}


def test_a_number_that_slipped_is_no_new_item(ledger: Path) -> None:
    done = imported(ledger, sheet(row(2, id="4", title="清理专项资金", lead="市财政局")), plan=PLAN)
    assert told(done) == ["I149 Sheet1!A2", "I151 Sheet1!A2"] or told(done) == [
        "I151 Sheet1!A2",
        "I149 Sheet1!A2",
    ]
    assert done.changes.files == {}


def test_rows_behind_a_new_first_one_are_neither_other_items_nor_new(ledger: Path) -> None:
    """Numbers slipped by one: only the new first row is compared with what its number is in the ledger."""
    titles = ["推进预决算公开", "编制预算公开办法", "建立绩效评价制度", "清理专项资金"]
    rows = [row(n + 1, id=str(n), title=title, lead="市财政局") for n, title in enumerate(titles, 1)]
    done = imported(ledger, sheet(*rows), plan=PLAN, by="市委改革办")
    assert told(done) == ["I141 Sheet1!B2", "I149 Sheet1!A3", "I149 Sheet1!A4", "I149 Sheet1!A5"]
    assert done.changes.files == {}


def test_a_title_that_two_items_have_is_no_slip(ledger: Path) -> None:
    rows = [row(2, id="3", title="清理专项资金"), row(3, id="4", title="清理专项资金", lead="市财政局")]
    outcomes = [fate.outcome for fate in imported(ledger, sheet(*rows), plan=PLAN).fates[0].items]
    assert outcomes == [Outcome.SAME, Outcome.NEW]


def test_words_that_it_has_not_begun_do_not_begin_an_item(ledger: Path) -> None:
    new = {"id": "4", "title": "推进预决算公开", "lead": "市财政局", "note": "因上级方案未出台，尚未启动"}
    assert "I135 Sheet1!D2" in told(imported(ledger, sheet(row(2, **new)), plan=PLAN))
    (fate,) = imported(ledger, sheet(row(2, **new, state="in_progress")), plan=PLAN).fates[0].items
    assert fate.outcome is Outcome.NEW


def test_what_a_sheet_reports_is_of_the_day_that_it_says(ledger: Path) -> None:
    draft = sheet(row(2, id="3", note="已清理两类"))
    draft = replace(draft, reported=Reported(cell(1), "截至10月底", parse_day("2017-10-31")))
    [entry] = imported(ledger, draft, plan=PLAN).fates[0].items[0].entries
    assert entry["date"] == "2017-10-31"
    done = imported(ledger, draft, plan=PLAN, dated=True)
    assert done.fates[0].items[0].entries[0]["date"] == "2017-11-15"
    assert "按 --date 记在 2017-11-15" in done.fates[0].draft.remarks[-1][1]
    early = replace(draft, reported=Reported(cell(1), "截至年底", parse_day("2017-12-31")))
    assert imported(ledger, early, plan=PLAN).fates[0].items[0].entries[0]["date"] == "2017-11-15"


def test_nothing_done_yet_does_not_begin_an_item(ledger: Path) -> None:
    draft = sheet(row(2, id="4", title="推进预决算公开", lead="市财政局", percent="0"))
    (fate,) = imported(ledger, draft, plan=PLAN).fates[0].items
    assert (fate.outcome, "log" in fate.fields) == (Outcome.NEW, False)


def test_a_unit_that_is_new_enters_the_register(ledger: Path) -> None:
    draft = sheet(
        row(2, id="4", title="推进公开", lead="市审计局", with_=["各县（市、区）", "财政局"], due="2018")
    )
    refused = imported(ledger, draft, plan=PLAN)
    assert {f.split()[0] for f in told(refused)} == {"I140", "I151"}
    done = imported(ledger, draft, plan=PLAN, add_units=True)
    assert [dict(unit) for unit in done.changes.units] == [
        {"id": "市审计局", "kind": "部门"},
        {"id": "各县（市、区）", "kind": "集体"},
    ]
    write(ledger, done)
    now, _ = load(WorkTree(ledger))
    assert now.plans[0].items[3].participants == ("各县（市、区）", "市财政局")
    assert now.units.find("市审计局")


def test_what_a_rule_finds_in_the_result_is_told_at_the_cell(ledger: Path) -> None:
    """P124: the paper proves another item already. The other row is imported all the same."""
    rows = (
        row(2, id="2", state="completed", evidence=("云财〔2017〕1号",)),
        row(3, id="3", note="已清理两类"),
    )
    done = imported(ledger, sheet(*rows), plan=PLAN)
    assert "P124 Sheet1!C2" in told(done)
    outcomes = [fate.outcome for fate in done.fates[0].items]
    assert outcomes == [Outcome.REFUSED, Outcome.ENTRIES]
    assert list(done.changes.files) == ["2017/zb-2017-01.yaml"]


def test_which_plan_is_meant_is_never_guessed(ledger: Path) -> None:
    with pytest.raises(LedgerError, match="用 --plan 编号 指明"):
        imported(ledger, sheet(row(2, id="2")))
    with pytest.raises(LedgerError, match="核对是哪个方案"):
        imported(ledger, sheet(row(2, id="2"), id="zb-2017-02"), plan=PLAN)
    with pytest.raises(LedgerError, match="几张表都是"):
        imported(ledger, sheet(id=PLAN), sheet(id=PLAN))


def test_a_paper_with_title_and_number_keeps_both_apart(ledger: Path) -> None:
    paper = "《预算办法》（云财〔2017〕9号）"
    fate, _ = one(ledger, 2, state="completed", evidence=(paper, "云教〔2017〕1号:文件"))
    assert fate.entries[-1]["evidence"] == [
        {"number": "云财〔2017〕9号", "title": "预算办法"},
        {"number": "云教〔2017〕1号", "kind": "文件"},
    ]


@pytest.mark.parametrize(
    ("number", "said", "cells", "found"),
    [
        (2, {}, {}, True),
        (2, {}, {"day": "2017-09-20"}, False),
        (2, {"dated": True}, {}, False),
        (3, {}, {}, False),
        (2, {"by": "市委改革办"}, {"due": "2017-12"}, False),
        (8, {}, {"due": "2017-09-30"}, True),
        (8, {}, {"due": "长期"}, False),
    ],
)
def test_a_completion_that_only_a_day_nobody_stated_makes_late_is_told(
    ledger: Path, number: int, said: dict[str, Any], cells: dict[str, Any], found: bool
) -> None:
    new = {"title": "推进公开", "lead": "市财政局"} if number == 8 else {}
    done = imported(
        ledger,
        sheet(row(3, id=str(number), state="completed", evidence=("云财〔2017〕90号",), **new, **cells)),
        plan=PLAN,
        **said,
    )
    messages = [fault.message for fault in done.fates[0].items[0].faults if fault.code == "I153"]
    late = "写着已完成，没有写哪一天：按 2017-11-15 记就成了逾期完成（时限 2017-09-30）"
    assert messages == ([late] if found else [])
    if found:
        assert done.fates[0].items[0].outcome in {Outcome.NEW, Outcome.ENTRIES}
