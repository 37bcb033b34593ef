"""领导认领和领衔: who claimed what, what of the six acts was done; led projects, dispatched and reported (S3, S4)."""

from collections.abc import Iterator

from ledger.reports.blocks import Block, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, sentence, shown
from ledger.reports.lists.claims import acts_of
from ledger.reports.register_list import owed_cell


def _build(counter: Counter) -> list[Block]:
    blocks: list[Block] = []
    if counter.month.things("claims"):
        blocks += _claims(counter)
    if counter.month.things("sponsors"):
        blocks += _sponsors(counter)
    if counter.month.things("task_forces"):
        forces = counter.things("task_forces", "in_force")
        units, people = (counter.reading("task_forces", name) for name in ("units", "people"))
        blocks.append(Paragraph(f"运行中的工作专班{forces}个，抽调{units}单位的{people}。"))
    return blocks


def _claims(counter: Counter) -> Iterator[Block]:
    active = counter.things("claims", "active")
    leaders, items = (counter.reading("claims", name) for name in ("leaders", "claimed_items"))
    yield Paragraph(
        sentence(
            f"领导{leaders}认领{active}件、改革事项{items}",
            counted({words: counter.things("claims", state) for state, words in _ACTS.items()}, "件"),
            counted({"逾期没有抓全的": counter.things("claims", "overdue")}, "件"),
        )
    )
    columns = (
        Column("认领"), Column("名称", wrap=True), Column("领导"), Column("事项完成"), Column("亲自抓", wrap=True),
    )  # fmt: skip
    rows = tuple(
        cells(t.ref, t.course.title, t.beside.leader, t.beside.done, "、".join(acts_of(t)) or "还没有")
        for t in counter.month.things("claims")
        if t.is_open
    )
    yield from shown(Table(columns, rows), "认领中的", active)


_ACTS = {"all_six": "六件事都亲自抓了的", "some_done": "抓了其中几件的", "none_done": "一件还没有抓的"}


def _sponsors(counter: Counter) -> Iterator[Block]:
    led, reported = counter.things("sponsors", "in_force"), counter.things("sponsors", "reported_this_year")
    if not led.value:
        return
    leaders = counter.reading("sponsors", "leaders")
    coverage = counter.rate(reported, led, "本年汇报覆盖率")
    schedule = counter.reading("sponsors", "on_schedule")
    above = counter.month.ledger.settings.commission or "上级"
    yield Paragraph(
        sentence(
            f"领导{leaders}领衔改革项目{led}个",
            counted({words: counter.things("sponsors", state) for state, words in _QUARTER.items()}, "个"),
            f"本年到期的季度按季调度率{schedule}" if schedule.value else "",
            f"本年向{above}汇报覆盖率{coverage.full}" if reported.value else f"本年还没有向{above}汇报的",
            counted({"调度、督导、汇报有逾期的": counter.things("sponsors", "overdue")}, "个"),
        )
    )
    columns = (
        Column("项目"), Column("名称", wrap=True), Column("领导"), Column("牵头单位", wrap=True), Column("事项完成"), Column("还欠", wrap=True),
    )  # fmt: skip
    rows = tuple(
        cells(t.ref, t.course.title, t.beside.leader, t.beside.unit, t.beside.done, owed_cell(t))
        for t in counter.month.things("sponsors")
        if t.is_open
    )
    yield from shown(Table(columns, rows), "领衔项目", led)


_QUARTER = {"dispatched_this_quarter": "本季度已调度", "undispatched_this_quarter": "本季度还没有调度"}


SECTION = Section("leaders", "领导认领和领衔", _build, since=2)
