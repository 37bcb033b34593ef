"""What items ask: of their leads to finish, to reach nodes and to review; of the office a verdict on every claim."""

from collections.abc import Iterator
from datetime import date

from ledger.measures.plans import closed_on
from ledger.measures.standing import Standing
from ledger.model.duty import ITEM, NODE, REVIEW, VERIFY, Duty
from ledger.model.items import State
from ledger.model.ledger import Ledger


def item_duties(ledger: Ledger, day: date, known: list[Standing]) -> Iterator[Duty]:
    """Nothing of what is suspended, out of count, or of a plan that was closed (销账)."""
    closed = {plan.id for plan in ledger.plans if closed_on(plan, day) is not None}
    for standing in known:
        if standing.history.state in {State.SUSPENDED, State.CANCELLED} or standing.plan.id in closed:
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


def verifications(ledger: Ledger, day: date, known: list[Standing]) -> Iterator[Duty]:
    """The office owes a verdict on every claim within the policy's working days."""
    office = ledger.office(day)
    within = ledger.policies.on(day).verify_within
    for standing in known:
        history = standing.history
        if office and history.claimed is not None and history.accepted is None:
            due = ledger.calendar.add(history.claimed, within)
            settle = f"ledger record {standing.ref} 核验通过 --by {office}"
            yield Duty(standing.ref, VERIFY, office, due, None, standing.title, settle)
