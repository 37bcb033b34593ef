"""The states that plans are listed and counted by: how far on their way, in which of the four rings, broken down in time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.measures.plans import PlanStanding
from ledger.measures.progress import Tally
from ledger.measures.states import State, this_month

INSPECTION_MONTHS = 6


class Stage(StrEnum):
    """The four rings of the closed loop (S4)."""

    DEPLOYING = "deploying"
    IMPLEMENTING = "implementing"
    CHECKING = "checking"
    ASSESSING = "assessing"


STAGE_WORDS: dict[Stage, str] = {
    Stage.DEPLOYING: "谋划部署",
    Stage.IMPLEMENTING: "组织实施",
    Stage.CHECKING: "督促检查",
    Stage.ASSESSING: "考核评估",
}


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """A plan with the tally of all its own items; None where it has none.

    ``inspected`` is the last time that anybody inspected it, ``breakdown_due`` the last day to break it down.
    """

    plan: PlanStanding
    own: Tally | None
    inspected: date | None = None
    breakdown_due: date | None = None

    @property
    def completed(self) -> bool:
        """Every item that counts is, and there is one."""
        return self.own is not None and 0 < self.own["total"] == self.own["completed"]

    @property
    def accepted(self) -> bool:
        """Every item that counts was completed and accepted, and there is one."""
        return self.completed and self.own is not None and self.own["total"] == self.own["accepted"]

    @property
    def coordinated(self) -> bool:
        """Somebody coordinated it on its day of issue or later (S1 三看)."""
        plan = self.plan
        return plan.issued is not None and plan.coordinated is not None and plan.issued <= plan.coordinated

    @property
    def on_paper(self) -> bool:
        """In force for half a year, and nothing begun (S1 四个没有)."""
        if self.plan.closed or not self.plan.issued_for(INSPECTION_MONTHS):
            return False
        return self.own is None or self.own["total"] == self.own["not_started"]

    @property
    def broken_down(self) -> bool:
        """Said to be, or issued and there are items."""
        plan = self.plan
        return plan.broken_down is not None or (plan.issued is not None and self.own is not None)

    @property
    def breakdown_overdue(self) -> bool:
        due = self.breakdown_due
        return not self.broken_down and due is not None and due < self.plan.day

    @property
    def breakdown_known(self) -> bool:
        """Whether it can be told that it was broken down in time or not."""
        return self.breakdown_overdue or (self.plan.issued is not None and self.plan.broken_down is not None)

    @property
    def breakdown_on_time(self) -> bool:
        done, due = self.plan.broken_down, self.breakdown_due
        return done is not None and due is not None and done <= due

    @property
    def stage(self) -> Stage:
        """The ring it is in: inspections and self-checks of earlier years are rounds that are over."""
        plan = self.plan
        if plan.closed or plan.requested or self.completed or self._this_year(plan.self_checked):
            return Stage.ASSESSING
        if not self.broken_down:
            return Stage.DEPLOYING
        return Stage.CHECKING if self._this_year(self.inspected) else Stage.IMPLEMENTING

    def _this_year(self, when: date | None) -> bool:
        return this_month(when, self.plan.day, year=True)


def _in(stage: Stage) -> State[PlanProgress]:
    return State(STAGE_WORDS[stage], lambda p, _: p.stage is stage)


PLAN_STATES: Mapping[str, State[PlanProgress]] = {
    "adopted": State("审议通过", lambda p, _: p.plan.adopted is not None),
    "issued": State("已印发", lambda p, _: p.plan.issued is not None),
    "inspectable": State("印发满半年", lambda p, _: p.plan.issued_for(INSPECTION_MONTHS)),
    "completed": State("事项全部完成", lambda p, _: p.completed),
    "accepted": State("事项全部核验", lambda p, _: p.accepted),
    "unrequested": State(
        "待申请销账",
        lambda p, _: p.accepted and p.plan.requested is None and p.plan.closed is None,
    ),
    "requested": State("已申请销账", lambda p, _: p.plan.requested is not None and p.plan.closed is None),
    "closed": State("已销账", lambda p, _: p.plan.closed is not None),
    "adopted_this_month": State("本月审议通过", lambda p, day: this_month(p.plan.adopted, day)),
    "issued_this_month": State("本月印发", lambda p, day: this_month(p.plan.issued, day)),
    "requested_this_month": State("本月申请销账", lambda p, day: this_month(p.plan.requested, day)),
    "closed_this_month": State("本月销账", lambda p, day: this_month(p.plan.closed, day)),
    "broken_down": State("已分解立项", lambda p, _: p.broken_down),
    "breakdown_known": State("应已分解立项", lambda p, _: p.breakdown_known),
    "breakdown_on_time": State("按时分解立项", lambda p, _: p.breakdown_on_time),
    "breakdown_overdue": State("分解立项逾期", lambda p, _: p.breakdown_overdue),
    "inspected": State("督察过", lambda p, _: p.inspected is not None),
    "inspected_closed": State(
        "督察过并已销账", lambda p, _: p.inspected is not None and p.plan.closed is not None
    ),
    "coordinated": State("印发后协调过", lambda p, _: p.coordinated),
    "uncoordinated": State("印发后没有协调", lambda p, _: p.plan.issued is not None and not p.coordinated),
    "on_paper": State("印发满半年没有启动", lambda p, _: p.on_paper),
    **{stage.value: _in(stage) for stage in Stage},
}
_COUNTED = ("adopted", "issued", "inspectable", "completed", "closed")


def count_plans(plans: Iterable[PlanStanding], tallies: Mapping[str, Tally]) -> dict[str, int]:
    """Plans adopted, issued, inspectable (issued 6 months), with every counted item completed, and closed.

    ``tallies`` are the plans' own, by id.
    """
    known = [PlanProgress(p, tallies.get(p.plan.id)) for p in plans]
    return {name: sum(PLAN_STATES[name].fits(p, p.plan.day) for p in known) for name in _COUNTED}
