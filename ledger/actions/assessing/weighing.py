"""One row of an assessment: whether its conclusion is what the ledger says, and what follows from it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from ledger.base.days import parse_due
from ledger.base.text import one_line, quoted
from ledger.loading.phrases.deadlines import read_deadline
from ledger.loading.phrases.values import Refusal
from ledger.loading.returns.assessed import CONCLUSION, DEMAND, LIMIT, PROBLEM, SentSheet
from ledger.loading.returns.sent import SentRow
from ledger.loading.returns.sheet_form import RowBack, plain
from ledger.measures.assessing import CONCLUSIONS, claimed_state
from ledger.measures.standing import Standing
from ledger.model.entries import Entry
from ledger.model.items import STATE_WORDS, State
from ledger.reports.assessed.judged import Judged, Outcome, Problem
from ledger.reports.packs import entry_words

ACCEPT, RETURN = "核验通过", "核验退回"
_DONE = STATE_WORDS[State.COMPLETED]
_TURNS = frozenset({"启动", "完成", ACCEPT, RETURN, "暂缓", "恢复", "终止", "并入", "拆分", "更正"})
"""Entries that may have made a conclusion out of date."""


@dataclass(frozen=True, slots=True)
class Case:
    """A filled row beside its item on the day of the round; ``by`` is who verifies, where somebody says so.

    ``known`` are the titles of findings that the round's inspection has about the item.
    """

    sheet: SentSheet
    sent: SentRow
    row: RowBack
    standing: Standing
    by: str | None
    known: Collection[str]

    @property
    def when(self) -> date:
        return self.standing.day

    @property
    def since(self) -> tuple[Entry, ...]:
        """What was recorded after the sheet went out."""
        return self.standing.item.log[self.sent.entries :]


def weigh(case: Case) -> Judged:
    standing, conclusion = case.standing, case.row.texts[CONCLUSION]
    state = claimed_state(standing)
    row = Judged(case.sheet, case.row, standing.title, state, Outcome.SAME)
    words = f"请从{'、'.join(CONCLUSIONS)}里选一个"
    if not conclusion:
        return row.held("I200", CONCLUSION, "填了内容，没有写评估结论", words)
    if conclusion not in CONCLUSIONS:
        return row.held("I200", CONCLUSION, f"评估结论不能是{quoted(conclusion)}", words)
    row = _with_problem(case, row)
    if row.outcome is Outcome.HELD or conclusion == state:
        return row if row.outcome is Outcome.HELD else _agreeing(case, row)
    return _contradicting(case, row)


def _with_problem(case: Case, row: Judged) -> Judged:
    """存在问题 with what is demanded and by when; all of it, or nothing."""
    problem, demand, limit = (case.row.texts[head] for head in (PROBLEM, DEMAND, LIMIT))
    if not (problem or demand or limit):
        return row
    if not problem:
        return row.held(
            "I201", PROBLEM, "写了整改要求或期限，没有写存在问题", "补写存在问题，或把要求、期限清空"
        )
    if not limit:
        return row.held("I201", LIMIT, "写了存在问题，没有写整改期限", "补写整改期限，如 2017-08-31")
    read = read_deadline(limit, year=case.when.year, issued=case.when)
    due = None if isinstance(read, Refusal) or not read.due else parse_due(read.due).last
    if due is None:
        return row.held("I201", LIMIT, f"整改期限{quoted(limit)}读不出是哪一天", "写作 2017-08-31 的样式")
    if due < case.when:
        return row.held(
            "I201", LIMIT, f"整改期限 {due} 早于评估日 {case.when}", "核对期限，或用 --date 写明评估的那一天"
        )
    leads = case.standing.leads
    if not leads:
        return row.held("I201", PROBLEM, "没有牵头单位，问题不知道由谁整改", "先把事项的牵头单位写进台账")
    title, *rest = (line.strip() for line in problem.splitlines() if line.strip())
    text = "\n".join((*rest, *(f"整改要求：{line}" for line in [one_line(demand)] if line)))
    known = plain(title) in {plain(other) for other in case.known}
    return replace(row, problem=Problem(one_line(title), text, leads[0], due, known))


def _agreeing(case: Case, row: Judged) -> Judged:
    """A claim that the conclusion confirms is accepted, where somebody says who confirms it."""
    if row.state != _DONE or case.standing.accepted or case.by is None:
        return row
    return _by_others(case, row, ACCEPT, row.remark)


def _contradicting(case: Case, row: Judged) -> Judged:
    said = f"台账是{row.state}，评估结论是{row.conclusion}"
    if any(entry.event == RETURN for entry in case.since) and not case.standing.is_claimed:
        return row  # sent back since, as the conclusion asks
    turned = [entry for entry in case.since if entry.event in _TURNS]
    if turned:
        hint = "核对后用 ledger record 记，或重新发表评估"
        return row.held(
            "I203", CONCLUSION, f"{said}，而发出后记了{quoted(entry_words(turned[-1]), 60)}", hint
        )
    if not case.standing.is_claimed:
        hint = (
            f"请{'、'.join(case.standing.leads) or '牵头单位'}报完成并附佐证：ledger record {row.ref} 完成"
            if row.conclusion == _DONE
            else "核对台账的启动、进展记录"
        )
        return replace(row.told("I202", CONCLUSION, said, hint), outcome=Outcome.TOLD)
    if case.by is None:
        hint = "核验不通过的，加 --by 单位 再收一次，记核验退回；结论有误的，改表"
        return replace(row.told("I202", CONCLUSION, said, hint), outcome=Outcome.TOLD)
    reason = one_line(case.row.texts[PROBLEM]) or row.remark
    if not reason:
        return row.held("I205", PROBLEM, f"{said}，要退回却没有写为什么", "写明存在问题，或写在备注里")
    return _by_others(case, row, RETURN, reason)


def _by_others(case: Case, row: Judged, event: str, note: str) -> Judged:
    if case.by in case.standing.leads:
        message = f"由{case.by}牵头，不能自己核验"
        return row.held("I204", CONCLUSION, message, "--by 写核验的单位，如改革办；自查的不写 --by")
    return replace(row, outcome=Outcome.ENTRY, event=event, note=note)
