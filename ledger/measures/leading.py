"""What a leader answers for on a day: items he heads, what he claimed, the projects he leads, the groups he is head of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.measures.standing import Standing
from ledger.measures.thing_states import ThingStanding, thing_standings
from ledger.model.ledger import Ledger
from ledger.model.registers.claims import REGISTER as CLAIMS
from ledger.model.registers.claims import Claim
from ledger.model.registers.sponsors import REGISTER as SPONSORS
from ledger.model.registers.sponsors import Sponsor, is_led, leader_of
from ledger.model.units import TASK_GROUP


@dataclass(frozen=True)
class Leading:
    """``items`` is everything of his, each once, in the order of the ledger; ``groups`` are those he is head of."""

    leader: str
    day: date
    items: tuple[Standing, ...]
    headed: tuple[Standing, ...]
    claims: tuple[ThingStanding[Claim], ...]
    sponsors: tuple[ThingStanding[Sponsor], ...]
    groups: tuple[str, ...]

    @property
    def late(self) -> list[Standing]:
        """The longest overdue first."""
        return sorted((s for s in self.items if s.overdue), key=lambda s: -s.overdue_days)

    def of(self, thing: ThingStanding[Claim] | ThingStanding[Sponsor]) -> list[Standing]:
        """The items of one claim or project."""
        return [s for s in self.items if _names(thing, s)]

    def why(self, item: Standing) -> str:
        """How it came to be his: 领衔、认领、领衔项目."""
        ways = {
            "领衔": item.leader == self.leader,
            "认领": any(_names(t, item) for t in self.claims),
            "领衔项目": any(_names(t, item) for t in self.sponsors),
        }
        return "、".join(word for word, so in ways.items() if so)


def leading(leader: str, ledger: Ledger, day: date, items: Sequence[Standing]) -> Leading:
    """``leader`` by the id of units.yaml; what was released or has ended is not his."""
    called = ledger.units.current
    claims = tuple(
        t
        for t in thing_standings(ledger, day, CLAIMS)
        if t.is_open and called(t.record.leader, day) == leader
    )
    sponsors = tuple(
        t
        for t in thing_standings(ledger, day, SPONSORS)
        if is_led(t.course) and called(leader_of(t.course), day) == leader
    )
    headed = tuple(s for s in items if s.leader == leader)
    his = tuple(s for s in items if s.leader == leader or any(_names(t, s) for t in (*claims, *sponsors)))
    groups = tuple(
        u.id
        for u in ledger.units
        if u.kind == TASK_GROUP and u.in_force(day) and u.head and called(u.head, day) == leader
    )
    return Leading(leader, day, his, headed, claims, sponsors, groups)


def _names(thing: ThingStanding[Claim] | ThingStanding[Sponsor], item: Standing) -> bool:
    plans = thing.record.plans if isinstance(thing.record, Sponsor) else ()
    return item.ref in thing.record.items or item.plan.id in plans
