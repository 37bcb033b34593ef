"""谋划审议和分解立项: the calendar of reviews, the four rings, broken down in time, major tasks, information (S1, S4)."""

from ledger.measures.plan_states import STAGE_WORDS
from ledger.reports.blocks import Block, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, sentence, shown
from ledger.reports.register_list import owed_cell

_REGISTERS = ("reviews", "major_tasks", "agendas", "briefings", "project_groups")


def _build(counter: Counter) -> list[Block]:
    if not any(counter.month.things(name) for name in _REGISTERS):
        return []
    plans = _plans(counter) if counter.month.plans else []
    return [*_reviews(counter), *plans, *_tasks(counter), *_late(counter)]


def _reviews(counter: Counter) -> list[Block]:
    planned = counter.things("reviews")
    if not planned.value:
        return []
    told = {
        "已审议通过": counter.things("reviews", "adopted"),
        "待上会": counter.things("reviews", "waiting"),
        "撤出": counter.things("reviews", "withdrawn"),
    }
    lag = counter.reading("reviews", "lag")
    return [
        Paragraph(
            sentence(
                f"累计列入上会审议计划{planned}件，{counted(told, '件')}",
                f"已印发的从审议通过到印发平均{lag}" if lag.value is not None else "",
                counted({"逾期未上会": counter.things("reviews", "overdue")}, "件"),
            )
        )
    ]


def _plans(counter: Counter) -> list[Block]:
    stages = {words: counter.plans(stage) for stage, words in STAGE_WORDS.items()}
    adopted = counter.plans("adopted")
    inspected = counter.rate(counter.plans("inspected"), adopted, "督察面")
    return [
        Paragraph(
            sentence(
                f"改革方案按环节分，{counted(stages, '个')}",
                _broken_down(counter),
                f"督察过的占审议通过的{inspected.full}" if adopted.value else "",
            )
        )
    ]


def _broken_down(counter: Counter) -> str:
    done, whole = counter.plans("breakdown_on_time"), counter.plans("breakdown_known")
    rate = counter.rate(done, whole, "按时分解立项率")
    late = counted({"分解立项逾期": counter.plans("breakdown_overdue")}, "个")
    return "，".join(filter(None, (f"按时分解立项{rate.full}", late))) if whole.value else ""


def _tasks(counter: Counter) -> list[Block]:
    major, sent = counter.things("major_tasks"), counter.things("briefings", "this_year")
    states = {
        "已完成": "completed",
        "推进中": "in_progress",
        "未启动": "not_started",
        "还没有落实到事项": "without_items",
    }
    parts = {words: counter.things("major_tasks", state) for words, state in states.items()}
    groups = counter.things("agendas", "this_year", "工作台账")
    told = [
        f"重大改革任务{major}项，{counted(parts)}" if major.value else "",
        f"专项小组本年工作台账{groups}份" if groups.value else "",
        f"本年报送信息{sent}条，{_adopted(counter)}" if sent.value else "",
        _followed(counter),
    ]
    return [Paragraph(sentence(*told))] if any(told) else []


def _followed(counter: Counter) -> str:
    """One stop from drafting to landing: the office's own people behind every plan (S1)."""
    groups = counter.things("project_groups")
    plans = counter.reading("project_groups", "plans")
    return f"改革办项目组{groups}个，跟踪方案{plans}" if groups.value else ""


def _adopted(counter: Counter) -> str:
    taken = counter.things("briefings", "adopted_this_year")
    return f"被采用{taken}条" if taken.value else "还没有被采用的"


def _late(counter: Counter) -> list[Block]:
    """What should have come before the commission by now."""
    late = [t for t in counter.month.things("reviews") if t.overdue_days]
    if not late:
        return []
    columns = (
        Column("编号"), Column("名称", wrap=True), Column("牵头单位", wrap=True), Column("情况", wrap=True),
    )  # fmt: skip
    rows = tuple(cells(t.ref, t.record.title, "、".join(t.record.lead), owed_cell(t)) for t in late)
    return list(shown(Table(columns, rows), "逾期未上会的方案", counter.things("reviews", "overdue")))


SECTION = Section("pipeline", "谋划审议和分解立项", _build, since=2)
