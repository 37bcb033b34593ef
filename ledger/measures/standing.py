"""Where an item stands on a day: the definitions of design §3, each in one place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ledger.base.days import Due
from ledger.measures.history import History
from ledger.measures.limits import OpenNode, cycle_start, effective_due, open_nodes
from ledger.measures.replay import replay
from ledger.model.events import CORRECT
from ledger.model.items import Item, State
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan, ref_of

OPEN = frozenset({State.NOT_STARTED, State.IN_PROGRESS})
CLAIMED = frozenset({State.COMPLETED, State.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Standing:
    """One item on one day. Units are named as they are called on that day.

    ``effective_due`` is the item's; ``deadline`` is what binds it now: the earlier of that and its earliest unreached
    node (None for 长期 and 待定, which are never overdue). ``overdue_days`` are calendar days past it, 0 when not
    overdue (due today is not overdue). ``status`` is how it is counted.
    """

    plan: Plan
    item: Item
    day: date
    history: History
    status: State
    leads: tuple[str, ...]
    participants: tuple[str, ...]
    effective_due: date | None
    nodes: tuple[OpenNode, ...]
    deadline: date | None
    overdue_days: int
    claimed_late: bool

    @property
    def ref(self) -> str:
        return ref_of(self.plan, self.item)

    @property
    def title(self) -> str:
        return self.history.title

    @property
    def due(self) -> Due | None:
        """As written (a slip of the pen mended)."""
        return self.history.due

    @property
    def field(self) -> str | None:
        return self.item.field or self.plan.field

    @property
    def leader(self) -> str | None:
        """Who of the leaders heads it."""
        return self.history.unit(self.item.leader) if self.item.leader else None

    @property
    def group(self) -> str | None:
        name = self.item.group or self.plan.group
        return self.history.unit(name) if name else None

    @property
    def accepted(self) -> bool:
        return self.history.state is State.ACCEPTED

    @property
    def is_claimed(self) -> bool:
        """A 完成 stands, accepted or not."""
        return self.history.state in CLAIMED

    @property
    def is_open(self) -> bool:
        """Something is still to be done now: not claimed, not suspended, not out of count."""
        return self.history.state in OPEN

    @property
    def node(self) -> OpenNode | None:
        """The earliest unreached node."""
        return self.nodes[0] if self.nodes else None

    @property
    def late(self) -> bool:
        """Completed after its effective due as it was on the day of the claim."""
        return self.claimed_late and self.status is State.COMPLETED

    @property
    def overdue(self) -> bool:
        return self.overdue_days > 0

    @property
    def on_time(self) -> bool:
        """Completed by its effective due; what never had one is neither late nor on time."""
        return self.status is State.COMPLETED and not self.late and self.effective_due is not None

    @property
    def cause(self) -> str | None:
        """Why it is stuck, as last recorded; nothing once it is claimed or out of count."""
        return self.history.cause if self.history.state in OPEN | {State.SUSPENDED} else None

    @property
    def cycle_start(self) -> date | None:
        """The first day of the cycle that papers count in; None for the first one."""
        return cycle_start(self.history, self.day)

    @property
    def reviewed(self) -> date | None:
        """When a 长期 item was first reported on, on or after its review day: that settles the review."""
        review = self.history.review
        facts = (s.entry for s in self.history.steps if s.counted and s.entry.event != CORRECT)
        return next((e.date for e in facts if review is not None and e.date >= review), None)

    def due_within(self, days: int) -> bool:
        """Open, not overdue, and due in the next ``days`` days, today included."""
        return self.is_open and self.deadline is not None and 0 <= (self.deadline - self.day).days <= days


def standings(ledger: Ledger, day: date, known: Iterable[Standing] = ()) -> Iterator[Standing]:
    """Every item of the ledger, in the order of its files' ids.

    ``known`` are those of another version on that day which :func:`judge_alike`: records that both share are not judged again.
    """
    judged = {id(s.item): s for s in known}
    for plan, item in ledger.items():
        found = judged.get(id(item))
        yield found if found and found.plan is plan else standing_of(plan, item, ledger, day)


def judge_alike(one: Ledger, other: Ledger) -> bool:
    """Whether all that :func:`standing_of` asks of a ledger is the same in both."""
    return one.units.register == other.units.register and one.policies == other.policies


def standing_of(plan: Plan, item: Item, ledger: Ledger, day: date) -> Standing:
    def unit(name: str) -> str:
        return ledger.units.current(name, day)

    history = replay(item, plan.lead, day, unit, ledger.units.current)
    due, nodes, leads = effective_due(history, day), open_nodes(history, item, day), history.leads
    deadline = min(due, nodes[0].due) if due is not None and nodes else due
    past = (day - deadline).days if deadline is not None and history.state in OPEN else 0
    return Standing(
        plan=plan,
        item=item,
        day=day,
        history=history,
        status=_status(history.state, ledger, day),
        leads=leads,
        participants=tuple(dict.fromkeys(n for n in map(unit, item.participants) if n not in leads)),
        effective_due=due,
        nodes=nodes,
        deadline=deadline,
        overdue_days=max(0, past),
        claimed_late=_is_late(history, item, plan, unit),
    )


def _status(state: State, ledger: Ledger, day: date) -> State:
    if state is State.ACCEPTED:
        return State.COMPLETED
    if state is State.COMPLETED and ledger.policies.on(day).acceptance == "required":
        return State.IN_PROGRESS
    return state


def _is_late(history: History, item: Item, plan: Plan, unit: Callable[[str], str]) -> bool:
    """A 完成 stands, and is dated after the effective due as it was on that date."""
    claimed = history.claimed
    if claimed is None:
        return False
    corrected = any(s.entry.event == CORRECT and s.entry.date > claimed for s in history.steps)
    then = replay(item, plan.lead, claimed, unit) if corrected else history
    due = effective_due(then, claimed)
    return due is not None and claimed > due
