"""One row, three ways: what was sent, what the unit wrote, what the ledger holds now. Conflicts are told, not guessed."""

from ledger.actions.collecting.cases import COMPLETE, PROGRESS, START, Case, moved_on, says
from ledger.actions.collecting.copies import copied_from
from ledger.base.days import parse_month
from ledger.base.diagnostics import Diagnostic, Severity
from ledger.base.text import quoted
from ledger.loading.phrases.papers import is_no_paper, papers_in
from ledger.loading.returns.returned import Filled
from ledger.loading.returns.sent import DONE, EVIDENCE, MOVED, NOTE, NOTHING, STARTED, STATE, STATES
from ledger.loading.returns.sheet_form import words_of
from ledger.model.entries import Entry
from ledger.model.items import State
from ledger.reports.returns.verdicts import Outcome, Verdict

_NO_NEWS = frozenset(
    {"无进展", "暂无进展", "没有进展", "无新进展", "暂无新进展", "无变化", "未启动", "未完成"}
)
_BY_HAND = "核对后用 ledger record 记，或请报送单位改了再报"


def weigh(case: Case) -> Verdict:
    row = Verdict(case.unit, case.filled, Outcome.KNOWN)
    if any(says(entry, case) for entry in case.since):
        return row
    incomplete = _incomplete(case, row)
    if incomplete is not None:
        return incomplete
    change = moved_on(case)
    if change:
        message = f"发出后{change}；表里填的是{_told(case.filled)}"
        return row.held("I172", STATE, message, _BY_HAND)
    leads = case.standing.leads
    if case.unit not in leads:
        message = f"在 {case.day} 由{'、'.join(leads) or '（没有单位）'}牵头，不是{case.unit}"
        return row.held("I172", STATE, message, _BY_HAND)
    return _news(case, row)


def _incomplete(case: Case, row: Verdict) -> Verdict | None:
    filled, words = case.filled, "、".join(STATES)
    if not filled.state:
        return row.held("I170", STATE, "填了内容，没有选本月状态", f"请报送单位从{words}里选一个")
    if filled.state not in STATES:
        return row.held(
            "I170", STATE, f"本月状态不能是{quoted(filled.state)}", f"请报送单位从{words}里选一个"
        )
    if filled.state == MOVED and not filled.note:
        return row.held("I170", NOTE, "选了“有进展”，没有写做了什么", "请报送单位补写进展情况")
    if filled.state in (MOVED, STARTED, DONE) and words_of(filled.note) in _NO_NEWS:
        message = f"选了{quoted(filled.state)}，进展情况写的却是{quoted(filled.note)}"
        return row.held("I170", NOTE, message, "请报送单位改对其中一个")
    papers = papers_in(filled.evidence)
    if filled.state == DONE and not papers:
        return row.held("I171", EVIDENCE, "报“已完成”，没有佐证文号", "请报送单位补上文号，或改报“有进展”")
    if unnamed := next(filter(is_no_paper, papers), None):
        hint = "请报送单位写文号或材料名称；还没有的留空，改报“有进展”"
        return row.held("I171", EVIDENCE, f"佐证里的{quoted(unnamed)}不是文号，也不是哪份材料", hint)
    return None


def _news(case: Case, row: Verdict) -> Verdict:
    filled = case.filled
    if filled.state == NOTHING:
        return Verdict(row.unit, filled, Outcome.IDLE)
    started = case.standing.history.state is not State.NOT_STARTED
    event = {DONE: COMPLETE, MOVED: PROGRESS, STARTED: PROGRESS if started else START}[filled.state]
    if event == PROGRESS and not filled.note and not filled.evidence:
        return row  # 已启动, as the ledger says
    same = copied_from(filled, case.log[: filled.sent.entries])
    if same is not None and event == PROGRESS:
        message = f"进展情况照抄 {same.date} 所报{quoted(same.note)}"
        return row.held("I174", NOTE, message, "退回重报；确实照旧的，请改选“无进展”")
    if event == COMPLETE and _late_only_by_default(case):
        return row.held(
            "I176",
            STATE,
            f"报“已完成”，没有说哪一天：按 {case.day} 记就成了逾期完成（时限 {case.standing.effective_due}）",
            f"问明完成日期，用 ledger record {row.ref} 完成 --date 日期 --by {row.unit} --evidence 文号 记",
        )
    return Verdict(row.unit, filled, Outcome.ENTRY, event, _copied_words(row, same))


def _late_only_by_default(case: Case) -> bool:
    """It fell due within the time that is reported on, and would be late by a day that nobody stated."""
    due = case.standing.effective_due
    return (
        not case.day_given
        and due is not None
        and parse_month(case.sent.month).replace(day=1) <= due < case.day
    )


def _copied_words(row: Verdict, same: Entry | None) -> Diagnostic | None:
    if same is None:
        return None
    message = f"{row.ref} 状态是新的，进展情况照抄 {same.date} 所报；已照收"
    return Diagnostic("I175", Severity.WARNING, message, row.place(NOTE), "问一问是不是填错了行")


def _told(filled: Filled) -> str:
    parts = (filled.state, filled.note, "、".join(papers_in(filled.evidence)))
    return quoted("，".join(filter(None, parts)), 60)
