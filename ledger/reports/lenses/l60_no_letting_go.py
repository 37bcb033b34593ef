"""三个不罢休 (S4 #61): what is asked to be closed, or was, has to hold at each gate of closing."""

from ledger.measures.closing import Closing, closing_of
from ledger.measures.gates import QUALITY, SATISFACTION, TASK
from ledger.reports.bulletin.figures import Number
from ledger.reports.lens import Lens, Part, Verdict, View, told

_TITLES = {QUALITY: "质量不达标不罢休", TASK: "任务不落实不罢休", SATISFACTION: "群众不满意不罢休"}


def _build(view: View) -> list[Part]:
    month = view.month
    asked = [p.plan.plan for p in view.known_plans if p.plan.requested or p.plan.closed]
    closings = [closing_of(plan, month.ledger, month.day, month.items) for plan in asked]
    numbers = {
        QUALITY: told(view.items("unverified"), view.things("findings", "open")),
        TASK: told(view.plans("completed"), view.plans("requested"), view.plans("closed")),
        SATISFACTION: told(view.reading("surveys", "top_two"), view.things("surveys")),
    }
    return [_part(key, numbers[key], closings) for key in _TITLES]


def _part(key: str, figures: tuple[Number, ...], closings: list[Closing]) -> Part:
    gates = [(c.plan.plan.id, gate) for c in closings for gate in c.gates if gate.key == key]
    failed = [plan for plan, gate in gates if not gate.holds]
    verdict, why = Verdict.OPEN, "没有申请销账、已销账的方案"
    if failed:
        verdict, why = Verdict.FAILS, f"{'、'.join(failed)} 申请了销账，{gates[0][1].word}不过"
    elif gates and not gates[0][1].asked:
        why = f"督办规则没有要求{gates[0][1].word}"
    elif gates:
        verdict, why = Verdict.HOLDS, f"申请销账、已销账的{len(gates)}个方案{gates[0][1].word}都过"
    return Part(key, _TITLES[key], figures, verdict, f"{why}；各方案差在哪里见 ledger close")


LENS = Lens("no_letting_go", "三个不罢休", "质量、任务、群众满意，销账三关", _build)
