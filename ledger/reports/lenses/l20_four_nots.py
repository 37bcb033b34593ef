"""四个没有 (S1 #39): not left on paper, not seriously late, not selective, not without effect."""

from ledger.reports.lens import NOTHING_THERE, Lens, Part, Verdict, View, clean, told


def _build(view: View) -> list[Part]:
    return [_on_paper(view), _late(view), _selective(view), _without_effect(view)]


def _on_paper(view: View) -> Part:
    old, idle = view.plans("inspectable"), view.plans("on_paper")
    verdict, why = Verdict.OPEN, "没有印发满半年的方案"
    if old.value:
        verdict = Verdict.FAILS if idle.value else Verdict.HOLDS
        why = f"{idle}个方案印发满半年，一项也没有启动" if idle.value else "印发满半年的方案都已启动"
    return Part("on_paper", "没有停留在纸面", told(old, idle), verdict, why)


def _late(view: View) -> Part:
    late, long = view.items("overdue"), view.items("overdue_over_60")
    verdict = clean(view, long)
    said = {Verdict.HOLDS: "没有逾期超过60天的", Verdict.FAILS: f"{long}项逾期超过60天"}
    why = said.get(verdict, NOTHING_THERE)
    return Part("late", "没有严重滞后", told(late, long), verdict, why)


def _selective(view: View) -> Part:
    """Hard ones that lag are no proof: they are hard."""
    hard = view.rate(view.items("hard_completed"), view.items("hard"), "硬骨头完成率")
    other = view.rate(view.items("other_completed"), view.items("other"), "其他事项完成率")
    done, of = hard.part.value, hard.whole.value
    verdict, why = Verdict.OPEN, "没有标明硬骨头的事项" if not of else f"硬骨头{hard.full}，其他{other.full}"
    if of and not done and other.part.value:
        verdict, why = Verdict.FAILS, f"硬骨头{of}项，一项没有完成，其他已完成{other.part}项"
    elif of and done * other.whole.value >= other.part.value * of:
        verdict, why = Verdict.HOLDS, f"硬骨头完成率不低于其他事项（{hard.full}，{other.full}）"
    return Part(
        "selective", "没有选择性落实", told(hard, other), verdict, why,
        "难的事项慢，是难在事情本身，还是避重就轻",
    )  # fmt: skip


def _without_effect(view: View) -> Part:
    done, bare = view.items("completed"), view.items("done_without_evidence")
    output = view.items("done_with_institution")
    content = view.reading("surveys", "top_two")
    verdict, why = Verdict.OPEN, "已完成的都有佐证" if done.value else "没有已完成的事项"
    if bare.value:
        verdict, why = Verdict.FAILS, f"{bare}项报了完成，没有佐证"
    return Part(
        "without_effect", "没有不见实效", told(done, bare, output, content), verdict, why,
        "成果有没有特色亮点，群众有没有获得感",
    )  # fmt: skip


LENS = Lens("four_nots", "四个没有", "督察评估结论：纸面、滞后、选择性、不见效", _build)
