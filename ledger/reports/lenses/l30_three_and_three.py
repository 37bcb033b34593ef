"""三督三察 (S0 #40): tasks, progress, results; awareness, responsibility, conduct."""

from ledger.reports.bulletin.figures import Figure
from ledger.reports.lens import NOTHING_THERE, Lens, Part, Verdict, View, clean, none_of, told


def _build(view: View) -> list[Part]:
    return [_tasks(view), _progress(view), _results(view), _awareness(view), _duty(view), _conduct(view)]


def _tasks(view: View) -> Part:
    issued, broken, late = (view.plans(s) for s in ("issued", "broken_down", "breakdown_overdue"))
    total, nobody = view.items("total"), view.items("without_lead")
    verdict = clean(view, late, nobody)
    said = {
        Verdict.HOLDS: "分解立项没有逾期，事项都有牵头单位",
        Verdict.FAILS: f"{late}个方案分解立项逾期，{nobody}项没有牵头单位",
    }
    why = said.get(verdict, NOTHING_THERE)
    return Part("tasks", "督任务", told(issued, broken, late, total, nobody), verdict, why)


def _progress(view: View) -> Part:
    due, met = view.items("due_this_month"), view.items("due_and_completed")
    late = view.items("overdue")
    verdict = clean(view, late)
    why = {Verdict.HOLDS: "没有逾期的", Verdict.FAILS: f"逾期{late}项"}.get(verdict, NOTHING_THERE)
    return Part("progress", "督进度", told(due, met, late, view.items("late")), verdict, why)


def _results(view: View) -> Part:
    output, evaluated = view.items("done_with_institution"), view.things("evaluations", "this_year")
    content = view.reading("surveys", "top_two")
    why = f"完成有制度成果的{output}项"
    return Part(
        "results", "督成效", told(output, content, evaluated), Verdict.OPEN, why,
        "改革改出了什么，群众认不认",
    )  # fmt: skip


def _awareness(view: View) -> Part:
    timely, waiting = view.reading("conveyances", "timely"), view.things("conveyances", "overdue")
    claims, idle = view.things("claims"), view.things("claims", "none_done")
    verdict, why = Verdict.OPEN, "由传达学习和领导认领看"
    if waiting is not None and waiting.value:
        verdict, why = Verdict.FAILS, f"{waiting}次会议精神逾期没有传达"
    return Part(
        "awareness", "察认识", told(timely, waiting, claims, idle), verdict, why,
        "是真学真抓，还是以会议落实会议",
    )  # fmt: skip


def _duty(view: View) -> Part:
    nobody, silent = view.items("without_lead"), view.rows("unanswered")
    open_, late = view.things("findings", "open"), view.things("findings", "overdue")
    verdict = clean(view, nobody, silent, late)
    clauses = {"项没有牵头单位": nobody, "行来单应回复未回复": silent, "个督察问题逾期未办": late}
    found = "，".join(f"{n}{words}" for words, n in clauses.items() if n is not None and n.value)
    return Part(
        "duty", "察责任", told(nobody, silent, open_, late), verdict, found or _in_order(verdict, silent),
        "主要负责同志是不是亲自抓，配合单位是不是各尽其责",
    )  # fmt: skip


def _in_order(verdict: Verdict, silent: Figure | None) -> str:
    if verdict is Verdict.OPEN:
        return NOTHING_THERE
    return f"事项有牵头单位，{'来单有回复，' if silent is not None else ''}督察问题没有逾期"


def _conduct(view: View) -> Part:
    sent_back, returned, again = view.rows("returned"), view.items("returned"), view.items("relapsed")
    relapsed, named = view.things("findings", "relapsed"), view.things("findings", "accountability")
    figures = told(sent_back, returned, again, relapsed, named)
    found = not none_of(sent_back, returned, again, relapsed, named)
    verdict = Verdict.OPEN if found else clean(view)
    words = NOTHING_THERE if verdict is Verdict.OPEN else "没有退回、反弹和问责建议"
    return Part(
        "conduct", "察作风", figures, verdict, "有被退回、反弹或提出问责建议的，逐件看" if found else words,
        "退回、反弹是疏忽，还是弄虚作假、敷衍应付；可对照 ledger check --audit",
    )  # fmt: skip


LENS = Lens("three_and_three", "三督三察", "督任务、督进度、督成效，察认识、察责任、察作风", _build)
