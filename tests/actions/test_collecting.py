"""A row that came back beside its item: recorded, known already, nothing new, or held back with the reason."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from build import day, entry, make_item, make_ledger, make_plan, make_unit
from hypothesis import given, settings
from hypothesis import strategies as st
from returned_sheets import came_back, row, sent

from ledger.actions.collecting.cases import Case
from ledger.actions.collecting.copies import copied_from
from ledger.actions.collecting.leads import agreed
from ledger.actions.collecting.weighing import weigh
from ledger.actions.evidence import evidence_fields, names
from ledger.loading.returns.sent import SentRow
from ledger.measures.standing import standing_of
from ledger.model.entries import Entry, Evidence
from ledger.reports.packs import entry_words
from ledger.reports.returns.verdicts import Outcome, Verdict

LEAD, OTHER = "市财政局", "市教育局"
REF = "zb-2017-01/1"
BEGUN = entry("2017-10-12 进展", note="正在征求意见")
Answer = tuple[str, str, str]
MOVED: Answer = ("有进展", "已招标", "")
DONE: Answer = ("已完成", "印发", "云财〔2017〕9号")


def weighed(
    answer: Answer,
    *log: Any,
    since: Sequence[Any] = (),
    leads: tuple[str, ...] = (LEAD,),
    unit: str = LEAD,
    when: str = "2017-11-30",
    given: bool = False,
    went_out: SentRow | None = None,
    **fields: Any,
) -> Verdict:
    """``log`` is what the item's log was when the workbook went out, ``since`` what was recorded after that."""
    item = make_item(*log, *since, **({"lead": leads, "due": "2017-12-31"} | fields))
    ledger = make_ledger(make_plan(item))
    known = item.log[: len(log)]
    line = went_out or row(REF, entries=len(log), last=entry_words(known[-1]) if known else "")
    book = sent(line, unit=unit)
    standing = standing_of(ledger.plans[0], item, ledger, day(when))
    [filled] = came_back(book, answer).filled
    return weigh(Case(book, filled, standing, ledger.units, given))


def short(verdict: Verdict) -> str:
    """启动, or KNOWN, or the code of the fault."""
    if verdict.outcome is Outcome.HELD:
        return verdict.fault.code if verdict.fault else ""
    return verdict.event or verdict.outcome.name


@pytest.mark.parametrize(
    ("answer", "log", "told"),
    [
        (("已启动", "", ""), [], "启动"),
        (("已启动", "成立专班", ""), [], "启动"),
        (("已启动", "", ""), [BEGUN], "KNOWN"),
        (("已启动", "成立专班", ""), [BEGUN], "进展"),
        (("已启动", "", "云财〔2017〕9号"), [BEGUN], "进展"),
        (MOVED, [], "进展"),
        (MOVED, [BEGUN], "进展"),
        (DONE, [BEGUN], "完成"),
        (("已完成", "", "云财〔2017〕9号"), [], "完成"),
        (("无进展", "", ""), [BEGUN], "IDLE"),
        (("无进展", "等上级文件", ""), [], "IDLE"),
        (("", "已招标", ""), [BEGUN], "I170"),
        (("", "", "云财〔2017〕9号"), [BEGUN], "I170"),
        (("办结", "已招标", ""), [BEGUN], "I170"),
        (("有进展", "", "云财〔2017〕9号"), [BEGUN], "I170"),
        (("已完成", "印发", ""), [BEGUN], "I171"),
        (("已完成", "印发", "无。"), [BEGUN], "I171"),
        (("已完成", "印发", "待补"), [BEGUN], "I171"),
        (("已完成", "印发", "云财〔2017〕9号、见附件"), [BEGUN], "I171"),
        (("有进展", "已招标", "同上"), [BEGUN], "I171"),
        (("有进展", "。", ""), [BEGUN], "I170"),
        (("有进展", "暂无进展。", ""), [BEGUN], "I170"),
        (("已完成。", "印发", "云财〔2017〕9号"), [BEGUN], "完成"),
        (("有进展", "正在征求意见", ""), [BEGUN], "I174"),
        (("有进展", "2017-10-12 正在 征求意见。", ""), [BEGUN], "I174"),
        (("已启动", "正在征求意见", ""), [BEGUN], "I174"),
    ],
)
def test_what_a_row_comes_to_where_the_ledger_is_as_it_was(
    answer: Answer, log: list[Entry], told: str
) -> None:
    assert short(weighed(answer, *log)) == told


def test_a_fault_names_the_cell_that_has_to_be_mended() -> None:
    cells = {"I170": "表1!G3", "I171": "表1!I3", "I174": "表1!H3"}
    for answer in (("", "已招标", ""), ("已完成", "印发", ""), ("有进展", "正在征求意见", "")):
        fault = weighed(answer, BEGUN).fault
        assert fault is not None
        assert fault.place.cell == cells[fault.code]
        assert fault.message.startswith(REF)


def by(text: str, **fields: Any) -> Entry:
    return entry(text, **({"by": LEAD} | fields))


@pytest.mark.parametrize(
    ("answer", "since", "told"),
    [
        (MOVED, [by("2017-11-30 进展", note="已招标")], "KNOWN"),
        (MOVED, [entry("2017-11-20 进展", note="已 招标")], "KNOWN"),
        (MOVED, [by("2017-11-30 进展", note="已招标"), by("2017-12-02 进展", note="已开标")], "KNOWN"),
        (DONE, [by("2017-11-30 完成", note="印发", evidence="云财〔2017〕9号")], "KNOWN"),
        (("已完成", "", ""), [by("2017-11-30 完成", evidence="云财〔2017〕9号")], "KNOWN"),
        (("", "已招标", ""), [by("2017-11-30 进展", note="已招标")], "KNOWN"),
        (("已启动", "", ""), [by("2017-11-30 启动")], "KNOWN"),
        (DONE, [by("2017-11-30 完成", note="印发", evidence="云财〔2017〕8号")], "I172"),
        (MOVED, [by("2017-11-20 进展", note="已开标")], "I172"),
        (MOVED, [entry("2017-11-20 进展", note="已招标", by=OTHER)], "I172"),
        (MOVED, [entry("2017-11-20 移交", to=OTHER, by="市委改革办")], "I172"),
        (("无进展", "", ""), [by("2017-11-20 进展", note="已开标")], "I172"),
    ],
)
def test_where_the_ledger_has_moved_on_it_says_the_same_or_there_is_a_conflict(
    answer: Answer, since: list[Entry], told: str
) -> None:
    found = weighed(answer, BEGUN, since=since)
    assert short(found) == told
    if told == "I172":
        assert found.fault is not None
        assert f"记了 {len(since)} 条" in found.fault.message
        assert "，".join(filter(None, answer)) in found.fault.message


@settings(max_examples=60)
@given(
    st.sampled_from(["已启动", "有进展", "已完成", "无进展"]),
    st.text("甲乙 \n1。=", max_size=6),
    st.sampled_from(["", "云财〔2017〕9号", "《甲、乙办法》（云财〔2017〕9号）；纪要"]),
    st.booleans(),
)
def test_what_a_row_came_to_is_known_when_the_row_comes_again(
    state: str, note: str, papers: str, begun: bool
) -> None:
    answer, log = (state, note.strip(), papers), [BEGUN] if begun else []
    first = weighed(answer, *log)
    if first.outcome is not Outcome.ENTRY:
        return
    evidence = tuple(Evidence(**fields) for fields in evidence_fields(papers))  # type: ignore[arg-type]
    words = "\n".join(filter(None, (line.strip() for line in note.splitlines())))
    recorded = replace(entry(f"2017-11-30 {first.event}", by=LEAD, note=words or None), evidence=evidence)
    assert short(weighed(answer, *log, since=[recorded])) == "KNOWN"


def test_a_log_that_was_rewritten_is_a_conflict() -> None:
    other = entry("2017-10-12 进展", note="别的话")
    before = row(REF, entries=1, last=entry_words(BEGUN))
    found = weighed(MOVED, other, went_out=before)
    assert short(found) == "I172"
    assert found.fault is not None
    assert "2017-10-12 进展 正在征求意见" in found.fault.message
    assert short(weighed(MOVED, went_out=before)) == "I172"


def test_a_unit_reports_what_it_leads_whatever_its_workbook_says() -> None:
    found = weighed(MOVED, BEGUN, leads=(OTHER,))
    assert short(found) == "I172"
    assert found.fault is not None
    assert "由市教育局牵头，不是市财政局" in found.fault.message


def test_what_another_lead_reported_of_its_part_is_no_conflict() -> None:
    theirs = entry("2017-11-20 进展", note="已开标", by=OTHER)
    assert short(weighed(MOVED, BEGUN, since=[theirs], leads=(LEAD, OTHER))) == "进展"
    done = entry("2017-11-20 完成", by=OTHER, evidence="云教〔2017〕1号")
    assert short(weighed(MOVED, BEGUN, since=[done], leads=(LEAD, OTHER))) == "I172"


@pytest.mark.parametrize(
    ("due", "when", "given", "told"),
    [
        ("2017-11-20", "2017-11-30", False, "I176"),
        ("2017-11-15", "2017-11-30", False, "I176"),
        ("2017-11-20", "2017-11-30", True, "完成"),
        ("2017-11-20", "2017-11-20", False, "完成"),
        ("2017-11-01", "2017-11-30", False, "I176"),  # done in time, perhaps, and told in the month's return
        ("2017-10-31", "2017-11-30", False, "完成"),  # last month's return did not say so
        ("长期", "2017-11-30", False, "完成"),
        (None, "2017-11-30", False, "完成"),
    ],
)
def test_nobody_is_late_by_a_day_that_nobody_stated(
    due: str | None, when: str, given: bool, told: str
) -> None:
    assert short(weighed(DONE, BEGUN, due=due, when=when, given=given)) == told


def test_new_news_in_old_words_are_recorded_and_told() -> None:
    found = weighed(("已完成", "正在征求意见", "云财〔2017〕9号"), BEGUN)
    assert (short(found), found.fault and found.fault.code) == ("完成", "I175")


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("10月份正在征求意见", "11月正在征求意见。", True),
        ("十月底完成选址", "十一月底完成选址", True),
        ("起草送审稿", "11月起草送审稿", True),
        ("截至2017年10月25日已移交19所", "截至2017年11月底，已移交19所", True),
        ("10月25日已移交19所", "11月底，已移交19所。", True),
        ("10月", "11月", False),
        ("完成60%", "完成80%", False),
        ("已完成3家", "已完成5家", False),
        ("ＡＢＣ", "ABC", True),
        ("……", "。。", False),
    ],
)
def test_words_are_copied_when_only_stops_and_the_month_differ(old: str, new: str, same: bool) -> None:
    item = make_item(entry("2017-10-12 进展", note=old))
    [filled] = came_back(sent(row(REF)), ("有进展", new, "")).filled
    assert (copied_from(filled, item.log) is not None) == same


class TestSeveralLeads:
    def told(self, ours: Answer, theirs: Answer, *log: Any) -> list[str]:
        rows = [weighed(a, *log, leads=(LEAD, OTHER), unit=u) for a, u in ((ours, LEAD), (theirs, OTHER))]
        return [short(verdict) for verdict in agreed(rows, {REF: (LEAD, OTHER)})]

    def test_each_reports_its_own_progress(self) -> None:
        assert self.told(MOVED, ("有进展", "已开标", ""), BEGUN) == ["进展", "进展"]
        assert self.told(MOVED, ("无进展", "", ""), BEGUN) == ["进展", "IDLE"]

    def test_what_one_starts_the_other_goes_on_with(self) -> None:
        assert self.told(("已启动", "", ""), ("已启动", "成立专班", "")) == ["启动", "进展"]
        assert self.told(("已启动", "", ""), ("已启动", "", "")) == ["启动", "KNOWN"]
        assert self.told(("已启动", "", ""), ("已启动", "", "云财〔2017〕9号")) == ["启动", "进展"]
        assert self.told(MOVED, ("已启动", "成立专班", "")) == ["进展", "进展"]
        assert self.told(MOVED, ("已启动", "", "")) == ["进展", "KNOWN"]

    def test_done_is_recorded_once_and_only_where_all_who_speak_say_so(self) -> None:
        assert self.told(DONE, DONE, BEGUN) == ["完成", "KNOWN"]
        assert self.told(DONE, ("已完成", "", "云教〔2017〕1号"), BEGUN) == ["I173", "I173"]
        assert self.told(DONE, ("有进展", "已开标", ""), BEGUN) == ["I173", "I173"]
        assert self.told(DONE, ("无进展", "", ""), BEGUN) == ["I173", "I173"]

    def test_an_answer_that_is_held_back_was_given_all_the_same(self) -> None:
        assert self.told(DONE, ("有进展", "", ""), BEGUN) == ["I173", "I170"]
        assert self.told(DONE, ("已完成", "", "待补"), BEGUN) == ["I173", "I171"]

    def test_a_lead_that_said_nothing_is_told(self) -> None:
        [done] = agreed([weighed(DONE, BEGUN, leads=(LEAD, OTHER))], {REF: (LEAD, OTHER)})
        assert (short(done), done.fault and done.fault.code) == ("完成", "I178")
        [moved] = agreed([weighed(MOVED, BEGUN, leads=(LEAD, OTHER))], {REF: (LEAD, OTHER)})
        assert (short(moved), moved.fault) == ("进展", None)

    def test_the_others_words_stand_in_the_fault(self) -> None:
        rows = [weighed(a, BEGUN, leads=(LEAD, OTHER), unit=u) for a, u in ((DONE, LEAD), (MOVED, OTHER))]
        first, second = (verdict.fault for verdict in agreed(rows, {REF: (LEAD, OTHER)}))
        assert first is not None
        assert second is not None
        assert "市教育局报“有进展”" in first.message
        assert "市财政局报“已完成 云财〔2017〕9号”" in second.message


@pytest.mark.parametrize(
    ("cell", "papers"),
    [
        ("云财〔2017〕9号", [{"number": "云财〔2017〕9号"}]),
        (
            "云财〔2017〕9号、云教[2017]第 1 号；",
            [{"number": "云财〔2017〕9号"}, {"number": "云教[2017]第 1 号"}],
        ),
        ("《甲、乙管理办法》\n会议纪要", [{"title": "《甲、乙管理办法》"}, {"title": "会议纪要"}]),
        ("《管理办法》（云财〔2017〕9号）", [{"number": "云财〔2017〕9号", "title": "管理办法"}]),
        ("云财〔2017〕9号《管理办法》", [{"number": "云财〔2017〕9号", "title": "管理办法"}]),
        ("验收报告（2017年）", [{"title": "验收报告（2017年）"}]),
        ("云财〔2017〕9号：制度成果", [{"number": "云财〔2017〕9号", "kind": "制度成果"}]),
        (" 、；\n", []),
    ],
)
def test_papers_of_one_cell(cell: str, papers: list[dict[str, str]]) -> None:
    assert evidence_fields(cell) == papers
    assert names(cell) == {p.get("number", p.get("title")) for p in papers}


def test_a_unit_that_was_renamed_reports_under_its_new_name() -> None:
    units = [make_unit("市旅游局", until="2017-11-20", successor="市旅游发展委"), make_unit("市旅游发展委")]
    item = make_item(BEGUN, lead="市旅游局", due="2017-12-31")
    ledger = make_ledger(make_plan(item), units=units)
    line = row(REF, entries=1, last=entry_words(BEGUN))
    book = replace(sent(line), unit="市旅游局")
    standing = standing_of(ledger.plans[0], item, ledger, day("2017-11-30"))
    [filled] = came_back(book, MOVED).filled
    assert weigh(Case(book, filled, standing, ledger.units, False)).unit == "市旅游发展委"
