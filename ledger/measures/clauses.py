"""The clauses E1 to E12 of the item track (domain.md §4.3), tried in their order: the first that fits decides."""

from ledger.base.days import in_chinese
from ledger.measures.climbing import climb, in_reply, waiting
from ledger.measures.rulings import Case, Ruling
from ledger.measures.standing import Standing
from ledger.model.items import State
from ledger.model.slips import RUNGS


def rule_on(case: Case, standing: Standing) -> Ruling:
    """The first clause that fits."""
    for clause in (_settled, _paused, _undated, _in_reply, _dated):
        ruling = clause(case, standing)
        if ruling is not None:
            return ruling
    return waiting(case, _when(case, standing))


def _settled(case: Case, standing: Standing) -> Ruling | None:
    history = standing.history
    if case.closed is not None:
        return case.none("E1", f"方案已于{in_chinese(case.closed)}销账")
    if history.state is State.CANCELLED:
        return case.none("E1", "事项已终止、并入或拆分，不再计数")
    if not standing.is_claimed or history.claimed is None:
        return None
    limit = case.calendar.add(history.claimed, case.policy.verify_within)
    claimed = in_chinese(history.claimed)
    if history.accepted is None and limit < case.day:
        because = f"{claimed}报完成，核验期限{in_chinese(limit)}已过：待核验超期，由改革办办理"
        return case.none("E4", because)
    return case.none("E1", f"已于{claimed}报完成")


def _paused(case: Case, standing: Standing) -> Ruling | None:
    history = standing.history
    if history.state is not State.SUSPENDED:
        return None
    return case.none("E2", f"暂缓至{in_chinese(history.pauses[-1].until)}，期间不发单")


def _undated(case: Case, standing: Standing) -> Ruling | None:
    if standing.deadline is not None:
        return None
    review = standing.history.review
    if review is not None and review < case.day and standing.reviewed is None:
        because = f"长期事项，复查日期{in_chinese(review)}已过，请提出下一节点和时限"
        if case.level == 0:
            return case.propose("E3", 1, because)
        return case.hold("E3", because + f"；已发{case.paper}")
    return case.none("E3", "长期或待定事项，没有可以到期的时限")


def _in_reply(case: Case, _: Standing) -> Ruling | None:
    return in_reply(case)


def _dated(case: Case, standing: Standing) -> Ruling | None:
    days, level, ladder = case.days, case.level, case.policy.ladder
    if days is None:
        return None
    when = _when(case, standing)
    if days < -ladder.prompt_ahead:
        return case.none("E6", f"{when}，超过{ladder.prompt_ahead}天，不必提示")
    if days <= 0:  # what is not overdue climbs no further, whatever was issued in the cycle
        return case.propose("E7", 1, f"{when}，本轮未发过单") if level == 0 else None
    if level <= 1:
        if days <= (ladder.rung(2).after or 0):
            return None
        before = f"本轮已发{case.paper}" if case.last else "本轮未发过单"
        return case.propose("E8", 2, f"{when}，{before}")
    after = ladder.rung(level + 1).after or 0 if level < len(RUNGS) else 0
    return climb(case, when, after)


def _when(case: Case, standing: Standing) -> str:
    node = standing.node
    of_node = node is not None and case.deadline == node.due != standing.effective_due
    return case.past(f"节点 {node.id} 时限" if node is not None and of_node else "时限")
