"""Duties: somebody owes something by a day. Overdue, upcoming and a unit's page are folds of these.

A register that can name its duties gets the rest for nothing: add a function to ``SOURCES``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ledger.base.days import add_months, days_after
from ledger.measures.facts import first
from ledger.measures.papers import IssuedRow, issued_rows, of_this_cycle
from ledger.measures.standing import Standing, standings
from ledger.model.items import State
from ledger.model.ledger import Ledger
from ledger.model.upstream import UpstreamDocument


@dataclass(frozen=True, slots=True)
class Duty:
    """``unit`` owes ``what`` for ``ref`` by ``due`` (its last day); ``met_on`` is when it was done.

    ``settle`` is the command that would settle it.
    """

    ref: str
    what: str
    unit: str
    due: date
    met_on: date | None
    title: str
    settle: str = ""

    def overdue_days(self, day: date) -> int:
        """Calendar days past due; 0 when met, or due today or later."""
        return max(0, (day - self.due).days) if self.met_on is None else 0


ITEM, NODE, REVIEW = "办结事项", "完成节点", "复查长期事项"
REPLY, LIMIT = "回复来单", "按单办结"
VERIFY = "核验完成"
NOTICE, FEEDBACK, COMPANION = "对接提示", "反馈对接安排", "印发配套方案"


def duties(ledger: Ledger, day: date, known: Iterable[Standing] | None = None) -> list[Duty]:
    """Every duty that stands on ``day``, the longest overdue first; ``known`` saves judging the items again."""
    judged = list(standings(ledger, day)) if known is None else list(known)
    found = [duty for source in SOURCES for duty in source(ledger, day, judged)]
    found.sort(key=lambda d: (d.due, d.ref, d.what, d.unit))
    return found


def owed(found: Iterable[Duty]) -> list[Duty]:
    """Those not yet met."""
    return [d for d in found if d.met_on is None]


def _item_duties(_: Ledger, __: date, known: list[Standing]) -> Iterator[Duty]:
    for standing in known:
        if standing.history.state in {State.SUSPENDED, State.CANCELLED}:
            continue
        for unit in standing.leads:
            yield from _of_item(standing, unit)
            yield from _of_review(standing, unit)


def _of_item(standing: Standing, unit: str) -> Iterator[Duty]:
    ref, history = standing.ref, standing.history
    if standing.effective_due is None:
        return
    settle = f"ledger record {ref} 完成 --evidence 文号"
    yield Duty(ref, ITEM, unit, standing.effective_due, history.claimed, standing.title, settle)
    for node in () if standing.is_claimed else standing.nodes:
        settle = f"ledger record {ref} 节点完成 --node {node.id} --evidence 文号"
        yield Duty(f"{ref}#{node.id}", NODE, unit, node.due, None, f"{standing.title}：{node.title}", settle)


def _of_review(standing: Standing, unit: str) -> Iterator[Duty]:
    review = standing.history.review
    if review is None or not standing.is_open or standing.effective_due is not None:
        return
    settle = f"ledger record {standing.ref} 进展 --note 复查情况"
    yield Duty(standing.ref, REVIEW, unit, review, standing.reviewed, standing.title, settle)


def _verifications(ledger: Ledger, day: date, known: list[Standing]) -> Iterator[Duty]:
    """The office owes a verdict on every claim within the policy's working days."""
    office = ledger.units.current(ledger.settings.office, day)
    within = ledger.policies.on(day).verify_within
    for standing in known:
        history = standing.history
        if office and history.claimed is not None and history.accepted is None:
            due = ledger.calendar.add(history.claimed, within)
            settle = f"ledger record {standing.ref} 核验通过 --by {office}"
            yield Duty(standing.ref, VERIFY, office, due, None, standing.title, settle)


def _paper_duties(ledger: Ledger, day: date, known: list[Standing]) -> Iterator[Duty]:
    """A reply to every row; and of the last paper, above 提示单, its day to finish by. Settled with the item.

    A paper asks nothing more of a unit that handed the item over, in another cycle, or while the item is suspended.
    """
    items = {s.ref: s for s in known}
    papers = [p for p in issued_rows(ledger, day) if _presses(p, items.get(p.row.subject))]
    last = {(p.row.subject, p.unit): p.ref for p in sorted(papers, key=lambda p: (p.issued, p.slip.rung))}
    for paper in papers:
        slip, row, standing = paper.slip, paper.row, items.get(paper.row.subject)
        title = f"{slip.kind}：{standing.title if standing else row.subject}"
        done = standing.history.claimed if standing else None
        replied = None if paper.rejected else paper.replied
        settle = f"ledger reply {slip.id if len(slip.rows) == 1 else paper.ref}"
        yield Duty(paper.ref, REPLY, paper.unit, slip.reply_due, replied or done, title, settle)
        if slip.rung > 1 and row.limit is not None and last[row.subject, paper.unit] == paper.ref:
            settle = f"ledger record {row.subject} 完成 --evidence 文号"
            yield Duty(paper.ref, LIMIT, paper.unit, row.limit, done, title, settle)


def _presses(paper: IssuedRow, standing: Standing | None) -> bool:
    if standing is None:  # a document from above: its own duties say what is owed
        return paper.slip.track == "docking"
    stands = standing.history.state not in {State.SUSPENDED, State.CANCELLED}
    return stands and paper.unit in standing.leads and of_this_cycle(paper, standing)


def _docking_duties(ledger: Ledger, day: date, _: list[Standing]) -> Iterator[Duty]:
    for document in ledger.upstream:
        yield from _of_document(document, ledger, day)


def _of_document(document: UpstreamDocument, ledger: Ledger, day: date) -> Iterator[Duty]:
    """Notice in 3 days after adoption above (S1), the group's arrangement, the companion plan in half a year."""
    rules, ref, title = ledger.policies.on(day).docking, document.id, document.title
    when = {event: found.date for event in _DOCKING if (found := first(document.log, event, day)) is not None}
    exempt, adopted, notified, received = (when.get(e) for e in ("免于配套", "通过", "对接提示", "收文"))

    def duty(event: str, what: str, unit: str, due: date, key: str) -> Duty:
        settle = f"ledger record {ref} {event} {key}"
        return Duty(ref, what, unit, due, when.get(event) or exempt, title, settle)

    office = ledger.units.current(ledger.settings.office, day)
    if adopted is not None and office:
        yield duty("对接提示", NOTICE, office, days_after(adopted, rules.notice_within), f"--by {office}")
    if notified is not None and document.group:
        group = ledger.units.current(document.group, day)
        due = ledger.calendar.add(notified, rules.feedback_within)
        yield duty("反馈安排", FEEDBACK, group, due, f"--by {group}")
    if received is not None:
        due = add_months(received, rules.companion_within)
        for lead in dict.fromkeys(ledger.units.current(name, day) for name in document.lead):
            yield duty("配套印发", COMPANION, lead, due, "--plan 方案编号")


_DOCKING = ("通过", "收文", "对接提示", "反馈安排", "配套印发", "免于配套")

SOURCES: tuple[Callable[[Ledger, date, list[Standing]], Iterator[Duty]], ...] = (
    _item_duties,
    _verifications,
    _paper_duties,
    _docking_duties,
)
