"""销账 of a plan: the three gates (三个不罢休, S4), each with what stands in its way by reference.

Quality: every claim is accepted, nothing sent back is unanswered, no finding about the plan is open. Task: every item
that counts is completed, nodes included. Satisfaction: the newest survey about the plan reaches what the policy asks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.base.days import in_chinese
from ledger.measures.gates import QUALITY, SATISFACTION, TASK, Gate, Shortfall
from ledger.measures.holdings import inner_courses
from ledger.measures.plans import PlanStanding, plan_standing
from ledger.measures.progress import percent
from ledger.measures.standing import Standing, standing_of
from ledger.model.entries import Entry
from ledger.model.findings import FINDING, Finding
from ledger.model.items import RELAPSED, STATE_WORDS, State, sends_back
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan
from ledger.model.registers.inspections import REGISTER as INSPECTIONS
from ledger.model.registers.inspections import Inspection
from ledger.model.registers.surveys import REGISTER as SURVEYS
from ledger.model.registers.surveys import Survey


@dataclass(frozen=True, slots=True)
class Closing:
    """A plan before its gates on a day; ``items`` are all of its own."""

    plan: PlanStanding
    items: tuple[Standing, ...]
    gates: tuple[Gate, ...]

    @property
    def ready(self) -> bool:
        return all(gate.holds for gate in self.gates)

    @property
    def refusal(self) -> str:
        """What is wrong, in one clause, with the first thing that stands in the way; empty where nothing does."""
        failed = [gate for gate in self.gates if not gate.holds]
        if not failed:
            return ""
        gates, first = (f"{g.word}{len(g.shortfalls)}处不过" for g in failed), failed[0].shortfalls[0]
        return f"{self.plan.plan.id} {'、'.join(gates)}（如 {first.ref} {first.why}）"

    @property
    def counted(self) -> list[Standing]:
        """What had to be done: all but what was ended or handed over to other items."""
        return [s for s in self.items if s.status is not State.CANCELLED]


def closing_of(plan: Plan, ledger: Ledger, day: date, known: Iterable[Standing] | None = None) -> Closing:
    """``known`` are items judged on the day, of this plan or of all: they save judging them again."""
    judged = (standing_of(plan, item, ledger, day) for item in plan.items) if known is None else known
    items = tuple(s for s in judged if s.plan is plan)
    gates = (_quality(plan, items, ledger, day), _task(plan, items), _satisfaction(plan, ledger, day))
    return Closing(plan_standing(plan, day), items, gates)


def _quality(plan: Plan, items: Sequence[Standing], ledger: Ledger, day: date) -> Gate:
    refused = [Shortfall(s.ref, s.title, why) for s in items if (why := _unaccepted(s))]
    found = [
        Shortfall(f.ref, f.title, f"督察发现的问题，{f.state_word}")
        for f in inner_courses(ledger, day, INSPECTIONS, "findings")
        if f.state not in FINDING.ended and _is_about(plan, f.record, f.parent.record if f.parent else None)
    ]
    return Gate(QUALITY, (*refused, *found), "各事项均已核验通过，没有未销号的督察问题")


def _unaccepted(standing: Standing) -> str:
    """Why the item is not good enough; nothing of one that was never claimed, which is the task's gate."""
    if standing.status is State.CANCELLED or standing.accepted:
        return ""
    if standing.is_claimed:
        return f"{standing.history.claimed} 报完成，还没有核验通过"
    back = [s.entry for s in standing.history.steps if s.counted and sends_back(s.entry)]
    return f"{back[-1].date} {_word_of(back[-1])}，还没有再报完成" if back else ""


def _word_of(entry: Entry) -> str:
    return "回头看反弹" if entry.result == RELAPSED else "核验退回"


def _is_about(plan: Plan, finding: Finding, inspection: Inspection | None) -> bool:
    """It names the plan or an item of it; or names nothing, and the inspection was of this plan alone."""
    if finding.items:
        return any(ref.partition("/")[0] == plan.id for ref in finding.items)
    return inspection is not None and tuple(inspection.plans) == (plan.id,)


def _task(plan: Plan, items: Sequence[Standing]) -> Gate:
    found = [shortfall for s in items for shortfall in _undone(s)]
    if not items:
        found = [Shortfall(plan.id, plan.title, "没有分解出事项")]
    done = sum(s.is_claimed for s in items)
    return Gate(TASK, tuple(found), f"{done}项全部完成" if done else "没有要办的事项")


def _undone(standing: Standing) -> Iterator[Shortfall]:
    if standing.status is State.CANCELLED:
        return
    if not standing.is_claimed:
        yield Shortfall(standing.ref, standing.title, STATE_WORDS[standing.history.state])
        return
    for node in standing.nodes:
        yield Shortfall(f"{standing.ref}#{node.id}", node.title, "事项已报完成，节点没有完成记录")


def _satisfaction(plan: Plan, ledger: Ledger, day: date) -> Gate:
    """Told also where nobody asks for it; compared unrounded."""
    wanted = ledger.policies.on(day).closing.satisfaction
    survey = newest_survey(plan, ledger, day)
    said = _result(survey) if survey else ""
    if wanted is None:
        return Gate(SATISFACTION, (), said, asked=False)
    if survey is None or survey.satisfaction is None:
        return Gate(SATISFACTION, (Shortfall(plan.id, plan.title, "没有满意度调查"),), "")
    said = f"{said}，要求{wanted}%"
    missed = () if survey.satisfaction >= wanted else (Shortfall(survey.id, survey.title, said),)
    return Gate(SATISFACTION, missed, said)


def _result(survey: Survey) -> str:
    if survey.valid and survey.very_satisfied is not None:
        content = survey.very_satisfied + (survey.satisfied or 0)
        rate = f"{percent(content, survey.valid)}%（{content}/{survey.valid}）"
        word = "满意率" if survey.satisfied is not None else "非常满意率"
        return f"{in_chinese(survey.date)}《{survey.title}》{word}{rate}"
    return f"{in_chinese(survey.date)}《{survey.title}》满意度{survey.published}%（公布值）"


def newest_survey(plan: Plan, ledger: Ledger, day: date) -> Survey | None:
    """The last survey by ``day`` about the plan or an item of it that came to a result; None where there is none."""
    found = [
        survey
        for survey in ledger.of(SURVEYS)
        if survey.date <= day
        and survey.satisfaction is not None
        and any(ref.partition("/")[0] == plan.id for ref in survey.subjects)
    ]
    return max(found, key=lambda survey: (survey.date, survey.id), default=None)
