"""The clauses E1 to E12 (domain.md §4.3), tried in their order: the first that fits decides."""

from ledger.base.days import in_chinese
from ledger.measures.rulings import Case, Outcome, Ruling
from ledger.model.items import State
from ledger.model.slips import RUNGS


def rule_on(case: Case) -> Ruling:
    """The first clause that fits."""
    for clause in (_settled, _paused, _undated, _in_reply, _dated):
        ruling = clause(case)
        if ruling is not None:
            return ruling
    return _ruling(case, "E12", Outcome.HOLD, None, _waiting(case))


def _settled(case: Case) -> Ruling | None:
    standing, history = case.standing, case.standing.history
    if case.closed is not None:
        return _ruling(case, "E1", Outcome.NONE, None, f"方案已于{in_chinese(case.closed)}销账")
    if history.state is State.CANCELLED:
        return _ruling(case, "E1", Outcome.NONE, None, "事项已终止、并入或拆分，不再计数")
    if not standing.is_claimed or history.claimed is None:
        return None
    limit = case.calendar.add(history.claimed, case.policy.verify_within)
    if history.accepted is None and limit < case.day:
        because = (
            f"{in_chinese(history.claimed)}报完成，核验期限{in_chinese(limit)}已过：待核验超期，由改革办办理"
        )
        return _ruling(case, "E4", Outcome.NONE, None, because)
    return _ruling(case, "E1", Outcome.NONE, None, f"已于{in_chinese(history.claimed)}报完成")


def _paused(case: Case) -> Ruling | None:
    history = case.standing.history
    if history.state is not State.SUSPENDED:
        return None
    return _ruling(
        case, "E2", Outcome.NONE, None, f"暂缓至{in_chinese(history.pauses[-1].until)}，期间不发单"
    )


def _undated(case: Case) -> Ruling | None:
    if case.standing.deadline is not None:
        return None
    review = case.standing.history.review
    if review is not None and review < case.day and case.standing.reviewed is None:
        because = f"长期事项，复查日期{in_chinese(review)}已过，请提出下一节点和时限"
        if case.level == 0:
            return _ruling(case, "E3", Outcome.PROPOSE, 1, because)
        return _ruling(case, "E3", Outcome.HOLD, None, because + f"；已发{_paper(case)}")
    return _ruling(case, "E3", Outcome.NONE, None, "长期或待定事项，没有可以到期的时限")


def _in_reply(case: Case) -> Ruling | None:
    last = case.last
    if last is None or last.rejected or case.day > last.slip.reply_due:
        return None
    return _ruling(
        case, "E5", Outcome.HOLD, None, f"{_paper(case)}回复期限{in_chinese(last.slip.reply_due)}未过"
    )


def _dated(case: Case) -> Ruling | None:
    days, level, ladder = case.days, case.level, case.ladder
    if days is None:
        return None
    if days < -ladder.prompt_ahead:
        return _ruling(
            case, "E6", Outcome.NONE, None, f"{_when(case)}，超过{ladder.prompt_ahead}天，不必提示"
        )
    if days <= 0:
        if level == 0:
            return _ruling(case, "E7", Outcome.PROPOSE, 1, f"{_when(case)}，本轮未发过单")
        return None
    if level <= 1:
        if days <= (ladder.rung(2).after or 0):
            return None
        before = f"本轮已发{_paper(case)}" if case.last else "本轮未发过单"
        return _ruling(case, "E8", Outcome.PROPOSE, 2, f"{_when(case)}，{before}")
    reason = _opened(case)
    if reason is None:
        return None
    if level == len(RUNGS):
        return _ruling(
            case, "E11", Outcome.REFERRAL, None, f"{_when(case)}，{reason}；列入移交建议，提请会议研究"
        )
    after = ladder.rung(level + 1).after or 0
    if days > after:
        clause = {2: "E9", 3: "E10"}[level]
        return _ruling(case, clause, Outcome.PROPOSE, level + 1, f"{_when(case)}，超过{after}天；{reason}")
    return None


def _opened(case: Case) -> str | None:
    """Why the next rung is open after the last paper: its limit is over, or the reply to it was sent back."""
    last = case.last
    if last is None:
        return None
    if last.rejected and case.level < len(RUNGS):
        return f"{_paper(case)}的回复已退回"
    if last.lapsed(case.day) and last.row.limit is not None:
        return f"{_paper(case)}办结期限{in_chinese(last.row.limit)}已过"
    return None


def _waiting(case: Case) -> str:
    if case.last is None:
        return _when(case)
    if case.last.row.limit is not None and not case.last.lapsed(case.day):
        return f"{_when(case)}，{_paper(case)}办结期限{in_chinese(case.last.row.limit)}未过"
    return f"{_when(case)}，已发{_paper(case)}，未到发下一级的天数"


def _when(case: Case) -> str:
    days, deadline = case.days, case.standing.deadline
    if days is None or deadline is None:
        return ""
    node = case.standing.node
    what = f"节点 {node.id} 时限" if node is not None and deadline == node.due else "时限"
    if days > 0:
        return (
            f"{what}{in_chinese(deadline)}，至{in_chinese(case.day)}逾期{days}天（工作日{case.workdays}天）"
        )
    if days == 0:
        return f"{what}{in_chinese(deadline)}，当日到期"
    return f"{what}{in_chinese(deadline)}，还有{-days}天"


def _paper(case: Case) -> str:
    last = case.last
    return f"{last.slip.kind}{last.slip.id}（{in_chinese(last.issued)}签发）" if last else ""


def _ruling(case: Case, clause: str, outcome: Outcome, rung: int | None, because: str) -> Ruling:
    return Ruling(
        standing=case.standing,
        unit=case.unit,
        clause=clause,
        outcome=outcome,
        rung=rung,
        level=case.level,
        due=case.standing.deadline,
        days=case.days,
        workdays=case.workdays,
        last=case.last,
        because=because,
    )
