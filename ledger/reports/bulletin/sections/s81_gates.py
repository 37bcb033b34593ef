"""销号把关: what was checked and put on public notice before it is struck off, and which plans could ask to be closed."""

from ledger.measures.closing import Closing, closing_of
from ledger.measures.plan_states import PLAN_STATES
from ledger.reports.blocks import Block, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, sentence, shown


def _build(counter: Counter) -> list[Block]:
    steps = {words: counter.items(mark) for mark, words in _STEPS.items()}
    waiting = counter.plans("unrequested")
    if not waiting.value and not any(figure.value for figure in steps.values()):
        return []
    plans = counted({"事项已全部核验、还没有申请销账的方案": waiting}, "个")
    blocks: list[Block] = [Paragraph(sentence(counted(steps), plans))]
    if waiting.value:
        columns = (Column("方案"), Column("名称", wrap=True), Column("销账三关", wrap=True))
        rows = tuple(cells(c.plan.plan.id, c.plan.plan.title, _gates(c)) for c in _waiting(counter))
        blocks += shown(Table(columns, rows), "待申请销账的方案", waiting)
    return blocks


def _waiting(counter: Counter) -> list[Closing]:
    month, state = counter.month, PLAN_STATES["unrequested"]
    known = [p.plan.plan for p in month.progress if state.fits(p, month.day)]
    return [closing_of(plan, month.ledger, month.day) for plan in known]


def _gates(closing: Closing) -> str:
    """What stands in the way, the first of each gate."""
    failed = (
        f"{g.word}不过：{g.shortfalls[0].ref} {g.shortfalls[0].why}" for g in closing.gates if not g.holds
    )
    return "；".join(failed) or "都过，可以申请"


_STEPS = {
    "self_checked_this_month": "本月自查",
    "publicized_this_month": "本月公示",
    "publicizing": "正在公示",
}


SECTION = Section("gates", "销号把关", _build, since=2)
