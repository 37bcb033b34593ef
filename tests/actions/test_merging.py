"""Two versions that both added to a file, merged: what stands where, what is kept, and what is left to people."""

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from build import make_ledger
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.actions.merging import Merged, Versions, by_meaning, by_text
from ledger.files import transplant
from ledger.files.composition import compose
from ledger.files.document import read_document
from ledger.files.scalars import Value
from ledger.files.splice import append_entry
from ledger.loading.kinds import PLAN
from ledger.loading.records import read_record
from ledger.measures.standing import standing_of
from ledger.model.plans import Plan

HERE = Path(__file__).parent
TODAY = date(2017, 11, 15)
RECORDED = "        recorded: 2017-11-15\n"
PLAN_TEXT = """\
id: zb-2017-01
title: 预算改革方案
lead: 市财政局
log:
  - date: 2017-01-20
    event: 印发
items:
  - id: 1
    title: 编制预算公开办法
    due: 2017-06-30
    log:
      - date: 2017-02-01
        event: 启动

  - id: 2
    title: 建立绩效评价制度
    due: 2017-09-30
"""
STARTED = "        event: 启动\n"
PROGRESS = "      - date: 2017-05-05\n        event: 进展\n        percent: 50\n"
DONE = "      - date: 2017-06-20\n        event: 完成\n        evidence: [{number: 云财〔2017〕1号}]\n"


def under(text: str, line: str, new: str) -> str:
    """``new`` below the one place where ``line`` stands."""
    assert text.count(line) == 1
    return text.replace(line, line + new)


def merge(base: str, ours: str, theirs: str, *, theirs_landed: bool = False) -> Merged:
    versions = Versions(base.encode(), ours.encode(), theirs.encode())
    return by_meaning(HERE, versions, by_text(HERE, versions), TODAY, theirs_landed=theirs_landed)


def merged(base: str, ours: str, theirs: str, *, theirs_landed: bool = False) -> str:
    done = merge(base, ours, theirs, theirs_landed=theirs_landed)
    assert done.clean, done.content.decode()
    assert compose(done.content).faults == []
    return done.content.decode()


def conflict(base: str, ours: str, theirs: str) -> str:
    done = merge(base, ours, theirs)
    assert not done.clean
    return done.content.decode()


def log_of(text: str, item: int = 0) -> list[Any]:
    return compose(text.encode()).data["items"][item]["log"]


def test_git_alone_calls_it_a_conflict_and_its_union_mixes_the_entries(tmp_path: Path) -> None:
    """Why there is a merge of our own: ``merge=union`` keeps a line only once that both entries begin with."""
    other = PROGRESS.replace("50", "60")
    sides = [under(PLAN_TEXT, STARTED, PROGRESS), PLAN_TEXT, under(PLAN_TEXT, STARTED, other)]
    for name, text in zip("abc", sides, strict=True):
        (tmp_path / name).write_text(text, "utf-8")
    assert not by_text(HERE, Versions(*(sides[n].encode() for n in (1, 0, 2)))).clean
    done = subprocess.run(
        ["git", "merge-file", "-p", "--union", "a", "b", "c"], cwd=tmp_path, capture_output=True, check=True
    )
    mixed = under(PLAN_TEXT, STARTED, PROGRESS + "        percent: 60\n")
    assert done.stdout.decode() == mixed
    assert [fault.code for fault in compose(mixed.encode()).faults] == ["R106"]
    assert merged(sides[1], sides[0], sides[2]) == under(PLAN_TEXT, STARTED, PROGRESS + other)


# --- logs --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theirs_landed", [False, True])
def test_what_landed_stands_first_and_the_rest_says_when_it_was_recorded(*, theirs_landed: bool) -> None:
    ours, theirs = under(PLAN_TEXT, STARTED, DONE), under(PLAN_TEXT, STARTED, PROGRESS)
    found = merged(PLAN_TEXT, ours, theirs, theirs_landed=theirs_landed)
    new = PROGRESS + DONE if theirs_landed else DONE + PROGRESS + RECORDED
    assert found == under(PLAN_TEXT, STARTED, new)


def test_an_entry_that_says_when_it_was_recorded_keeps_that_day() -> None:
    known = PROGRESS + "        recorded: 2017-07-01\n"
    found = merged(PLAN_TEXT, under(PLAN_TEXT, STARTED, DONE), under(PLAN_TEXT, STARTED, known))
    assert found == under(PLAN_TEXT, STARTED, DONE + known)


def test_an_entry_between_brackets_can_say_it_too() -> None:
    bare = "      - {date: 2017-05-05, event: 进展}\n"
    found = merged(PLAN_TEXT, under(PLAN_TEXT, STARTED, DONE), under(PLAN_TEXT, STARTED, bare))
    said = "      - {date: 2017-05-05, event: 进展, recorded: 2017-11-15}\n"
    assert found == under(PLAN_TEXT, STARTED, DONE + said)


def test_what_stands_above_is_not_counted_when_it_was_made_void() -> None:
    """Else the entry would be marked where no rule asks for it."""
    void = "      - date: 2017-06-21\n        event: 更正\n        by: 市委改革办\n        note: 笔误\n"
    void += "        voids: {date: 2017-06-20, event: 完成}\n"
    later = PROGRESS.replace("05-05", "06-21")
    found = merged(PLAN_TEXT, under(PLAN_TEXT, STARTED, DONE + void), under(PLAN_TEXT, STARTED, later))
    assert found == under(PLAN_TEXT, STARTED, DONE + void + later)


def test_the_same_entry_on_both_sides_is_one() -> None:
    ours = under(PLAN_TEXT, STARTED, PROGRESS + DONE)
    quoted = PROGRESS.replace("2017-05-05", '"2017-05-05"')
    last = "      - date: 2017-06-26\n        event: 核验通过\n        by: 市委改革办\n"
    assert merged(PLAN_TEXT, ours, under(PLAN_TEXT, STARTED, quoted + last)) == under(
        PLAN_TEXT, STARTED, PROGRESS + DONE + last
    )


@pytest.mark.parametrize("day", ["", RECORDED.replace("11-15", "11-08")])
def test_an_entry_that_an_earlier_merge_marked_is_the_same(day: str) -> None:
    """A branch that picked it from main has it marked; main has not, or says another day."""
    marked = under(PLAN_TEXT, STARTED, DONE + PROGRESS + RECORDED)
    bare = under(PLAN_TEXT, STARTED, PROGRESS + day)
    assert merged(PLAN_TEXT, marked, bare) == marked
    assert merged(PLAN_TEXT, bare, marked) == under(PLAN_TEXT, STARTED, PROGRESS + day + DONE)


def test_a_second_commit_is_picked_onto_what_became_of_the_first() -> None:
    """In a rebase the branch's first entry is already there, below what landed, and marked."""
    base = under(PLAN_TEXT, STARTED, PROGRESS)
    landed = under(PLAN_TEXT, STARTED, DONE.replace("完成", "进展") + PROGRESS + RECORDED)
    picked = under(PLAN_TEXT, STARTED, PROGRESS + DONE)
    assert merged(base, landed, picked) == under(landed, RECORDED, DONE)


@pytest.mark.parametrize("empty", ["", "    log: []\n", "    log:\n", "    log: []  # 待办\n"])
def test_a_log_that_both_began_is_one(empty: str) -> None:
    base = PLAN_TEXT + empty
    key = empty.replace(": []", ":") or "    log:\n"
    found = merged(base, PLAN_TEXT + key + PROGRESS, PLAN_TEXT + key + DONE)
    assert found == PLAN_TEXT + key + PROGRESS + DONE


def test_logs_of_plan_and_items_are_merged_at_once() -> None:
    issued = "    event: 印发\n"
    first = "  - date: 2017-03-01\n    event: 分解立项\n"
    second = "  - date: 2017-03-05\n    event: 协调\n"
    ours = under(under(PLAN_TEXT, issued, second), STARTED, DONE)
    theirs = under(under(PLAN_TEXT, issued, first), STARTED, PROGRESS)
    marked = first + "    recorded: 2017-11-15\n"
    wanted = under(under(PLAN_TEXT, issued, second + marked), STARTED, DONE + PROGRESS + RECORDED)
    assert merged(PLAN_TEXT, ours, theirs) == wanted


@pytest.mark.parametrize(("key", "start"), [("rows", "id: TS-2017-001\n"), ("upstream", "")])
def test_rows_of_slips_and_documents_from_above_have_logs_too(key: str, start: str) -> None:
    base = f"{start}{key}:\n- id: 1\n  log:\n  - date: 2017-01-01\n    event: 通过\n"
    one, two = "  - date: 2017-02-01\n    event: 收文\n", "  - date: 2017-02-02\n    event: 回复\n"
    assert merged(base, base + one, base + two) == base + one + two


def test_entries_move_to_where_the_other_side_put_its_dashes() -> None:
    wide = "    log:\n        - date: 2017-06-20\n          event: 完成\n"
    note = "    log:\n      # 来函\n      - date: 2017-06-22\n        event: 进展\n        note: |\n          一\n\n          二\n"
    found = merged(PLAN_TEXT, PLAN_TEXT + wide, PLAN_TEXT + note)
    moved = "        # 来函\n        - date: 2017-06-22\n          event: 进展\n          note: |\n            一\n\n            二\n"
    assert found == PLAN_TEXT + wide + moved
    found = merged(PLAN_TEXT, PLAN_TEXT + note, PLAN_TEXT + wide)
    assert found == PLAN_TEXT + note + "      - date: 2017-06-20\n        event: 完成\n" + RECORDED


def test_a_correction_must_void_what_it_voided() -> None:
    """Both completed it on one day; the 更正 means its own branch's, and would now mean the other's."""
    void = "      - date: 2017-06-21\n        event: 更正\n        by: 市委改革办\n        note: 笔误\n"
    void += "        voids: {date: 2017-06-20, event: 完成}\n"
    base = under(PLAN_TEXT, STARTED, DONE)
    other = DONE.replace("1号", "2号")
    left = conflict(base, under(base, DONE, other), under(base, DONE, void))
    assert other in left
    assert void in left


def test_a_file_is_not_read_once_more_for_every_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long log may have hundreds of entries to mark."""
    read: list[int] = []
    marks = transplant.read_nodes
    monkeypatch.setattr(transplant, "read_nodes", lambda source: (read.append(len(source)), marks(source))[1])
    times = set()
    for months in (2, 12):
        days = [f"2016-{month:02}-05" for month in range(months, 0, -1)]
        late = "".join(PROGRESS.replace("2017-05-05", day) for day in days)
        found = merged(PLAN_TEXT, under(PLAN_TEXT, STARTED, DONE), under(PLAN_TEXT, STARTED, late))
        assert found.count(RECORDED) == months
        times.add(len(read))
        read.clear()
    assert len(times) == 1


# --- comments and lines ------------------------------------------------------------------------------------


def test_comments_go_with_their_entries() -> None:
    base = under(PLAN_TEXT, STARTED, "      # 以上已核对\n")
    first = "      # 甲一\n" + DONE.replace("完成\n", "完成  # 甲二\n") + "      # 甲三\n"
    second = "      # 乙一\n" + PROGRESS
    for landed, other in ((first, second), (second, first)):
        marked = other + RECORDED if other is second else other
        found = merged(base, under(base, "# 以上已核对\n", landed), under(base, "# 以上已核对\n", other))
        assert found == under(base, "# 以上已核对\n", landed + marked)


def test_a_comment_that_was_there_stays_when_entries_were_put_above_it() -> None:
    base = under(PLAN_TEXT, STARTED, "      # 完\n")
    found = merged(base, under(base, "# 完\n", DONE), under(base, STARTED, PROGRESS))
    assert found == under(base, "# 完\n", DONE + PROGRESS + RECORDED)


def test_a_comment_that_belongs_to_no_log_is_not_doubled() -> None:
    """It stands no further right than ``log``; both sides put their entries below it."""
    base = "items:\n- id: 1\n  log:\n  - date: 2017-02-01\n    event: 启动\n  # 完\n"
    first = "  # 甲\n  - date: 2017-05-01\n    event: 进展\n"
    second = "  - date: 2017-06-01\n    event: 进展\n"
    found = merged(base, base + first, base + second)
    assert found == base.replace("  # 完\n", first + second + "  # 完\n")


def test_a_comment_that_would_be_lost_is_a_conflict() -> None:
    """The same entry on both sides, and one of them says more about it."""
    ours = under(PLAN_TEXT, STARTED, PROGRESS + DONE)
    theirs = under(PLAN_TEXT, STARTED, PROGRESS.replace("50\n", "50  # 据来函\n"))
    assert "# 据来函" in conflict(PLAN_TEXT, ours, theirs)


def test_a_comment_that_would_be_lost_is_missed_though_another_says_the_same() -> None:
    base = under(PLAN_TEXT, "items:\n", "  # 已核对\n")
    ours = under(base, STARTED, PROGRESS + DONE)
    theirs = under(base, STARTED, PROGRESS + "      # 已核对\n")
    assert conflict(base, ours, theirs).count("# 已核对") == 2


def test_an_entry_between_brackets_keeps_its_comment_when_it_is_marked() -> None:
    bare = "      - {date: 2017-05-05, event: 进展}  # 据来函\n"
    found = merged(PLAN_TEXT, under(PLAN_TEXT, STARTED, DONE), under(PLAN_TEXT, STARTED, bare))
    said = "      - {date: 2017-05-05, event: 进展, recorded: 2017-11-15}  # 据来函\n"
    assert found == under(PLAN_TEXT, STARTED, DONE + said)


def test_windows_line_breaks_stay() -> None:
    base, ours, theirs = (
        text.replace("\n", "\r\n")
        for text in (PLAN_TEXT, under(PLAN_TEXT, STARTED, DONE), under(PLAN_TEXT, STARTED, PROGRESS))
    )
    wanted = under(PLAN_TEXT, STARTED, DONE + PROGRESS + RECORDED)
    assert merged(base, ours, theirs) == wanted.replace("\n", "\r\n")


def test_a_side_with_windows_line_breaks_takes_entries_of_one_without() -> None:
    ours = under(PLAN_TEXT, STARTED, DONE).replace("\n", "\r\n")
    wanted = under(PLAN_TEXT, STARTED, DONE + PROGRESS + RECORDED).replace("\n", "\r\n")
    assert merged(PLAN_TEXT, ours, under(PLAN_TEXT, STARTED, PROGRESS)) == wanted


def test_files_without_a_last_line_break_are_merged() -> None:
    base = PLAN_TEXT + "    log:\n" + PROGRESS[:-1]
    second = DONE.replace("06-20", "06-21")
    found = merged(base, base + "\n" + DONE[:-1], base + "\n" + second[:-1])
    assert found == base + "\n" + DONE + second


# --- everything else ---------------------------------------------------------------------------------------


def test_what_was_edited_elsewhere_is_merged_by_git() -> None:
    ours = under(PLAN_TEXT, STARTED, DONE).replace("绩效评价", "绩效考评")
    theirs = under(PLAN_TEXT, STARTED, PROGRESS).replace("title: 预算", "title: 市级预算")
    wanted = under(PLAN_TEXT, STARTED, DONE + PROGRESS + RECORDED)
    wanted = wanted.replace("绩效评价", "绩效考评").replace("title: 预算", "title: 市级预算")
    assert merged(PLAN_TEXT, ours, theirs) == wanted


def test_items_that_both_added_stand_below_each_other() -> None:
    third, fourth = "\n  - id: 3\n    title: 清理账户\n", "\n  # 新增\n  - id: 4\n    title: 清理资金\n"
    assert merged(PLAN_TEXT, PLAN_TEXT + third, PLAN_TEXT + fourth) == PLAN_TEXT + third + fourth
    assert merged(PLAN_TEXT, PLAN_TEXT + third, PLAN_TEXT + third + fourth) == PLAN_TEXT + third + fourth


def test_an_item_and_the_first_entry_of_the_last_one_meet_at_the_end_of_a_file() -> None:
    began, third = "    log:\n" + PROGRESS, "  - id: 3\n    title: 清理账户\n"
    for ours, theirs in ((began, third), (third, began)):
        assert merged(PLAN_TEXT, PLAN_TEXT + ours, PLAN_TEXT + theirs) == PLAN_TEXT + began + third


def test_two_items_of_one_id_are_a_conflict() -> None:
    first, second = "  - id: 3\n    title: 清理账户\n", "  - id: 3\n    title: 清理资金\n"
    left = conflict(PLAN_TEXT, PLAN_TEXT + first, PLAN_TEXT + second)
    assert "清理账户" in left
    assert "清理资金" in left


def test_two_new_titles_are_an_ordinary_conflict_of_git() -> None:
    ours = under(PLAN_TEXT, STARTED, DONE).replace("预算改革", "甲")
    theirs = under(PLAN_TEXT, STARTED, PROGRESS).replace("预算改革", "乙")
    left = conflict(PLAN_TEXT, ours, theirs)
    assert "<<<<<<< ours\ntitle: 甲方案\n" in left
    assert "=======\ntitle: 乙方案\n>>>>>>> theirs\n" in left
    assert DONE.splitlines()[0] in left
    assert PROGRESS.splitlines()[0] in left


@pytest.mark.parametrize(
    "ours",
    [
        under(PLAN_TEXT, STARTED, DONE).replace("2017-02-01", "2017-02-02"),  # a landed entry edited
        PLAN_TEXT.replace("      - date: 2017-02-01\n" + STARTED, DONE),  # and one removed
        under(PLAN_TEXT, "    log:\n", DONE),  # put before it
        under(PLAN_TEXT, STARTED, "      - date: 何时\n        event: 完成\n"),
        under(PLAN_TEXT, STARTED, DONE + "      - 一句话\n"),
        PLAN_TEXT.replace(
            "    log:\n      - date: 2017-02-01\n" + STARTED,
            "    log: [{date: 2017-02-01, event: 启动}, {date: 2017-06-20, event: 完成}]\n",
        ),
        under(PLAN_TEXT, STARTED, DONE + "      - &a x: 1\n"),
    ],
)
def test_what_is_not_an_addition_is_left_to_git(ours: str) -> None:
    theirs = under(PLAN_TEXT, STARTED, PROGRESS)
    for one, two in ((ours, theirs), (theirs, ours)):
        versions = Versions(PLAN_TEXT.encode(), one.encode(), two.encode())
        assert merge(PLAN_TEXT, one, two) == by_text(HERE, versions)


def test_one_key_that_both_added_in_two_places_is_a_conflict() -> None:
    """Git takes both lines; a mapping with the key twice is read by nobody."""
    ours = PLAN_TEXT.replace("    due: 2017-06-30\n", "    weight: 2\n    due: 2017-06-30\n")
    theirs = PLAN_TEXT.replace("    due: 2017-06-30\n", "    due: 2017-06-30\n    weight: 3\n")
    assert conflict(PLAN_TEXT, ours, theirs).count("weight: ") == 2


def test_what_git_merges_in_another_order_is_a_conflict_where_we_cannot_move_it() -> None:
    """Git would put the other side's first entry between two that landed."""
    base = PLAN_TEXT + "    log: [\n      {date: 2017-02-01, event: 启动},\n    ]\n"
    first, both, last = (f"      {{date: 2017-0{n}-01, event: 进展}},\n" for n in (5, 6, 8))
    ours, theirs = under(base, "启动},\n", both + last), under(base, "启动},\n", first + both)
    versions = Versions(base.encode(), ours.encode(), theirs.encode())
    text = Merged(under(base, "启动},\n", first + both + last).encode(), clean=True)
    assert by_meaning(HERE, versions, text, TODAY, theirs_landed=False) == Merged(text.content, clean=False)


def test_a_file_without_logs_is_merged_by_git() -> None:
    base = "units:\n  - id: 市财政局\n  - id: 市审计局\n"
    found = merged(base, base.replace("财政局", "财政局  # 一"), base + "  - id: 市教育局\n")
    assert found == base.replace("财政局", "财政局  # 一") + "  - id: 市教育局\n"
    assert "<<<<<<< ours" in conflict(base, base + "  - id: 市农业局\n", base + "  - id: 市教育局\n")


def test_a_file_that_nobody_had_before_is_left_to_git() -> None:
    assert conflict("", PLAN_TEXT, PLAN_TEXT.replace("预算改", "决算改")).count("<<<<<<< ours") == 1


# --- any entries -------------------------------------------------------------------------------------------

DAYS = st.dates(date(2017, 2, 2), date(2017, 10, 31)).map(date.isoformat)
EVENTS = [
    {"event": "进展", "percent": "30"},
    {"event": "进展", "note": "一\n二"},
    {"event": "完成", "evidence": [{"number": "云财〔2017〕1号"}]},
    {"event": "核验退回", "by": "市委改革办", "note": "缺材料 # 再报"},
]


@st.composite
def sides(draw: st.DrawFn) -> tuple[list[dict[str, Value]], list[dict[str, Value]]]:
    """Entries of two branches, no two of them of one day, each branch in the order of days."""
    days = draw(st.lists(DAYS, max_size=6, unique=True))
    split = draw(st.integers(0, len(days)))
    return tuple(
        [{"date": day, **draw(st.sampled_from(EVENTS))} for day in sorted(part)]
        for part in (days[:split], days[split:])
    )


def with_entries(entries: list[dict[str, Value]], item: int) -> str:
    source = PLAN_TEXT.encode()
    for entry in entries:
        source = append_entry(source, ("items", item), entry)
    return source.decode()


def figures(text: str, item: int) -> Any:
    document, _ = read_document("a.yaml", text.encode())
    assert document is not None
    plan, problems = read_record(document, PLAN)
    assert isinstance(plan, Plan), problems
    found = standing_of(plan, plan.items[item], make_ledger(plan), date(2017, 10, 31))
    return found.status, found.effective_due, found.nodes, found.claimed_late, found.is_claimed


@settings(max_examples=25)
@given(sides(), st.sampled_from([0, 1]))
def test_whatever_both_added_the_item_stands_the_same_in_either_order(both: Any, item: int) -> None:
    before = len(log_of(PLAN_TEXT)) if item == 0 else 0
    texts = [with_entries(entries, item) for entries in both]
    results = []
    for landed, other in ((0, 1), (1, 0)):
        found = merged(PLAN_TEXT, texts[landed], texts[other])
        if not (both[0] or both[1]):
            assert found == PLAN_TEXT
            return
        log = log_of(found, item)[before:]
        assert log[: len(both[landed])] == both[landed]
        last = max([e["date"] for e in both[landed]], default="")
        wanted = [
            {**e, "recorded": "2017-11-15"} if n == 0 and e["date"] < last else e
            for n, e in enumerate(both[other])
        ]
        assert log[len(both[landed]) :] == wanted
        results.append(figures(found, item))
    assert results[0] == results[1]


# --- registers ---------------------------------------------------------------------------------------------

CLAIM = "  - id: {0}\n    title: 认领{0}\n    leader: 沈砚青\n    items: [p/1]\n    due: 2017-12-31\n"
REGISTER = "claims:\n" + CLAIM.format("RL-1") + "    log:\n      - date: 2017-03-01\n        event: 抓部署\n"
ACTED = "        event: 抓部署\n"
INSPECTION = """\
id: dc-1
title: 督察
kind: 专项督察
date: 2017-03-01
findings:
  - id: 1
    title: 问题
    unit: 市财政局
    due: 2017-06-30
    log:
      - date: 2017-04-01
        event: 整改
        evidence: [{number: 云财〔2017〕1号}]
"""
RECTIFIED = "        evidence: [{number: 云财〔2017〕1号}]\n"


def test_both_sides_add_to_one_claim_and_each_a_claim_of_its_own() -> None:
    one, other = (
        "      - date: 2017-05-05\n        event: 抓方案\n",
        "      - date: 2017-06-01\n        event: 抓督察\n",
    )
    ours = under(REGISTER, ACTED, one) + "\n" + CLAIM.format("RL-2")
    theirs = under(REGISTER, ACTED, other) + "\n" + CLAIM.format("RL-3")
    data = compose(merged(REGISTER, ours, theirs).encode()).data["claims"]
    assert [claim["id"] for claim in data] == ["RL-1", "RL-2", "RL-3"]
    assert [entry["event"] for entry in data[0]["log"]] == ["抓部署", "抓方案", "抓督察"]


def test_both_sides_add_to_a_finding_and_one_finds_another() -> None:
    accepted = "      - date: 2017-04-20\n        event: 验收\n        by: 市委改革办\n"
    blamed = "      - date: 2017-05-02\n        event: 问责建议\n        by: 市委改革办\n        note: 约谈\n"
    ours = under(INSPECTION, RECTIFIED, accepted)
    theirs = (
        under(INSPECTION, RECTIFIED, blamed)
        + "\n  - id: 2\n    title: 又一个\n    unit: 市教育局\n    due: 2017-07-31\n"
    )
    data = compose(merged(INSPECTION, ours, theirs).encode()).data["findings"]
    assert [(f["id"], [e["event"] for e in f.get("log", [])]) for f in data] == [
        ("1", ["整改", "验收", "问责建议"]),
        ("2", []),
    ]


def test_two_who_each_begin_the_same_register_have_it_together() -> None:
    head = "# yaml-language-server: $schema=../schemas/experts.schema.json\nexperts:\n"
    one, two = (
        f"  - id: {name}\n    title: 甲\n    pool: 专家智库\n    expertise: 经济\n    from: 2017-01-01\n"
        for name in ("ZJ-1", "ZJ-2")
    )
    assert merged("", head + one, head + two) == head + one + two
    assert merged("", f"experts:\n{one}", head + two) == head + one + two
    for empty in ("experts: []\n", "experts:\n"):
        assert merged(empty, head + one, head + two) == head + one + two
    conflict("", head + one, head + one.replace("经济", "法律"))
