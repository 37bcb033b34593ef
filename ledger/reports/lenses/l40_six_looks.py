"""六看督查 (S0 #42), six questions that one prefecture asked of relocation, put to reform plans.

Procedure, targets, needs, measures, indicators, mechanism. Which data stands for which of them is ours.
"""

from ledger.measures.plans import PlanStanding
from ledger.reports.lens import NOTHING_THERE, Lens, Part, Verdict, View, clean, told


def _build(view: View) -> list[Part]:
    return [
        _procedure(view),
        _targets(view),
        _needs(view),
        _measures(view),
        _indicators(view),
        _mechanism(view),
    ]


def _procedure(view: View) -> Part:
    issued, adopted = view.plans("issued"), view.plans("adopted")
    without = [p.plan.plan.id for p in view.known_plans if p.plan.issued and not _adopted_before(p.plan)]
    verdict, why = Verdict.OPEN, "没有印发的方案"
    if issued.value:
        verdict = Verdict.FAILS if without else Verdict.HOLDS
        why = f"{'、'.join(without)} 印发以前没有审议通过" if without else "印发的方案都先经审议通过"
    return Part("procedure", "程序对不对", told(adopted, issued), verdict, why, "征求意见、论证、评估等程序")


def _adopted_before(plan: PlanStanding) -> bool:
    return plan.adopted is not None and plan.issued is not None and plan.adopted <= plan.issued


def _targets(view: View) -> Part:
    total, nobody = view.items("total"), view.items("without_lead")
    verdict = clean(view, nobody)
    said = {Verdict.HOLDS: "事项都明确到牵头单位", Verdict.FAILS: f"{nobody}项没有牵头单位"}
    why = said.get(verdict, NOTHING_THERE)
    return Part("targets", "对象准不准", told(total, nobody), verdict, why, "改革的受益对象找得准不准")


def _needs(view: View) -> Part:
    known, solved = view.things("problems"), view.things("problems", "with_document")
    why = "由改革问题清单看" if known is not None and known.value else "问题清单里没有相关的问题"
    return Part("needs", "需求清不清", told(known, solved), Verdict.OPEN, why, "问题是不是从基层、群众中来")


def _measures(view: View) -> Part:
    done, bare = view.items("completed"), view.items("done_without_evidence")
    output = view.items("done_with_institution")
    verdict, why = Verdict.OPEN, "已完成的都有佐证" if done.value else "没有已完成的事项"
    if bare.value:
        verdict, why = Verdict.FAILS, f"{bare}项报了完成，没有佐证"
    return Part("measures", "措施实不实", told(done, bare, output), verdict, why, "到现场看措施落地没有")


def _indicators(view: View) -> Part:
    undated, nobody = view.items("undated"), view.items("without_lead")
    silent = view.items("unreported")
    verdict = clean(view, undated, nobody, silent)
    said = {
        Verdict.HOLDS: "时限、牵头单位齐全，本月都有调度",
        Verdict.FAILS: f"没有时限的{undated}项，没有牵头单位的{nobody}项，本月未调度的{silent}项",
    }
    why = said.get(verdict, NOTHING_THERE)
    return Part("indicators", "数据全不全", told(undated, nobody, silent), verdict, why)


def _mechanism(view: View) -> Part:
    output, experiences = view.items("done_with_institution"), view.things("experiences", "selected")
    return Part(
        "mechanism", "机制好不好", told(output, experiences), Verdict.OPEN, f"完成有制度成果的{output}项",
        "机制能不能长期管用，值不值得推广",
    )  # fmt: skip


LENS = Lens("six_looks", "六看", "程序、对象、需求、措施、数据、机制", _build)
