"""三看 (S1 #38): coordinated after issue? on schedule? anything that institutions keep?"""

from collections.abc import Iterator

from ledger.reports.lens import NOTHING_THERE, Lens, Part, Verdict, View, clean, told


def _build(view: View) -> list[Part]:
    return [*_coordination(view), *_progress(view), *_breakthrough(view)]


def _coordination(view: View) -> Iterator[Part]:
    issued, done, missing = (view.plans(s) for s in ("issued", "coordinated", "uncoordinated"))
    verdict, why = Verdict.OPEN, "没有印发的方案"
    if issued.value:
        verdict = Verdict.FAILS if missing.value else Verdict.HOLDS
        why = f"{missing}个方案印发后没有协调记录" if missing.value else "印发的方案都协调过"
    yield Part(
        "coordination", "看协调", told(issued, done, missing), verdict, why,
        "协调解决了什么问题；记录里没有的，是没有协调还是没有记",
    )  # fmt: skip


def _progress(view: View) -> Iterator[Part]:
    late, idle = view.items("overdue"), view.items("start_overdue")
    verdict = clean(view, late, idle)
    said = {
        Verdict.HOLDS: "没有逾期的，应启动的都已启动",
        Verdict.FAILS: f"逾期{late}项，应启动未启动{idle}项",
    }
    why = said.get(verdict, NOTHING_THERE)
    rate = view.rate(view.items("completed"), view.items("total"), "完成率")
    yield Part("progress", "看进度", told(rate, view.items("on_time"), late, idle), verdict, why)


def _breakthrough(view: View) -> Iterator[Part]:
    done, output, without = (
        view.items(f) for f in ("completed", "done_with_institution", "done_without_institution")
    )
    verdict, why = Verdict.OPEN, f"已完成{done}项，其中有制度成果的{output}项"
    if done.value and not output.value:
        verdict, why = Verdict.FAILS, f"已完成{done}项，没有一项有制度成果"
    yield Part(
        "breakthrough", "看突破", told(done, output, without), verdict, why,
        "制度成果是不是体制机制上的突破，管用不管用",
    )  # fmt: skip


LENS = Lens("three_looks", "三看", "督察评估标准：协调、进度、体制机制突破", _build)
