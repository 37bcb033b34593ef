"""四环 (S4 #58): which ring each plan is in, and what holds it there."""

from ledger.measures.assessing import MID_YEAR, was_assessed
from ledger.measures.plan_states import INSPECTION_MONTHS, STAGE_WORDS, Stage
from ledger.reports.lens import NOTHING_THERE, Lens, Part, Verdict, View, clean, told


def _build(view: View) -> list[Part]:
    return [_deploying(view), _implementing(view), _checking(view), _assessing(view)]


def _deploying(view: View) -> Part:
    late, issued = view.plans("breakdown_overdue"), view.plans("issued")
    verdict, why = Verdict.OPEN, "没有印发的方案"
    if issued.value:
        verdict = Verdict.FAILS if late.value else Verdict.HOLDS
        why = f"{late}个方案分解立项逾期" if late.value else "没有分解立项逾期的"
    figures = told(view.plans(Stage.DEPLOYING), issued, view.plans("breakdown_on_time"), late)
    return Part(Stage.DEPLOYING, STAGE_WORDS[Stage.DEPLOYING], figures, verdict, why)


def _implementing(view: View) -> Part:
    late, idle = view.items("overdue"), view.items("start_overdue")
    verdict = clean(view, late, idle)
    said = {
        Verdict.HOLDS: "没有逾期的，应启动的都已启动",
        Verdict.FAILS: f"逾期{late}项，应启动未启动{idle}项",
    }
    why = said.get(verdict, NOTHING_THERE)
    figures = told(view.plans(Stage.IMPLEMENTING), late, idle)
    return Part(Stage.IMPLEMENTING, STAGE_WORDS[Stage.IMPLEMENTING], figures, verdict, why)


def _checking(view: View) -> Part:
    """Plans in scope without this year's mid-year inspection; before July nobody is late with it."""
    day = view.month.day
    scope = [p for p in view.known_plans if p.plan.issued_for(INSPECTION_MONTHS) and not p.plan.closed]
    missing = [p.plan.plan.id for p in scope if not was_assessed(p.plan.plan, MID_YEAR, day.year, day)]
    verdict, why = Verdict.OPEN, "没有在督的方案"
    if scope:
        why = f"在督的{len(scope)}个方案今年都年中督察过"
        verdict = Verdict.HOLDS
        if missing:
            verdict = Verdict.FAILS if day.month > _MID_YEAR else Verdict.OPEN
            why = f"{'、'.join(missing)} 今年还没有年中督察"
    figures = told(view.plans(Stage.CHECKING), view.plans("inspectable"), view.plans("inspected"))
    return Part(Stage.CHECKING, STAGE_WORDS[Stage.CHECKING], figures, verdict, why)


_MID_YEAR = 6


def _assessing(view: View) -> Part:
    figures = told(
        view.plans(Stage.ASSESSING),
        view.plans("requested"),
        view.plans("closed"),
        view.things("evaluations", "this_year"),
    )
    return Part(
        Stage.ASSESSING, STAGE_WORDS[Stage.ASSESSING], figures, Verdict.OPEN, "由销账、第三方评估看",
        "评估结果用了没有",
    )  # fmt: skip


LENS = Lens("rings", "四环", "谋划部署、组织实施、督促检查、考核评估的闭环", _build)
