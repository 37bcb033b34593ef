"""党政主要负责同志认领改革事项台账 (S3, domain.md row 11): a leader claims items and does six things for them himself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import ConfigDict

from ledger.model.duty import Duty
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import STRICT, Day, Identifier, ItemRefs, LeaderName, Line, about
from ledger.model.register import Course, Register, ThingType

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

_ACTIVE = frozenset({"active"})
ACTS = ("抓部署", "抓方案", "抓协调", "抓督察", "抓落实", "抓成效")
"""亲自抓部署、方案、协调、督察、落实、成效: each wants a day of its own."""

CLAIM_EVENTS = EventTable(
    "认领",
    (
        EventType("抓部署", "deploy", (), _ACTIVE),
        EventType("抓方案", "plan", (), _ACTIVE),
        EventType("抓协调", "coordinate", (), _ACTIVE),
        EventType("抓督察", "inspect", (), _ACTIVE),
        EventType("抓落实", "implement", (), _ACTIVE),
        EventType("抓成效", "verify_effect", (), _ACTIVE),
        EventType("解除认领", "release", ("by", "note"), _ACTIVE, "released"),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    "active",
    {"active": "认领中", "released": "已解除"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One leader's claim; ``due`` is the last day for all six acts, usually that of the year."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一位领导认领的一项或几项改革事项，和他亲自抓的六件事"

    id: Annotated[Identifier, about("编号", "认领编号", "RL-2017-01")]
    title: Annotated[Line, about("名称", "认领的改革事项叫什么", "企业投资项目审批改革")]
    leader: Annotated[LeaderName, about("认领领导", "units.yaml 的 leaders 之一", "沈砚青")]
    items: Annotated[ItemRefs, about("事项", "认领的事项编号", ["zb-2017-05/1"])]
    date: Annotated[Day | None, about("认领日期", "认领的那一天；不写则算作一直认领着", "2017-02-27")] = None
    due: Annotated[Day, about("期限", "六件事应在哪一天以前都抓过", "2017-12-31")]
    log: Annotated[tuple[Entry, ...], about("记录", "抓部署、抓方案、抓协调、抓督察、抓落实、抓成效")] = ()


def _duties(claim: Course[Claim], _: "Ledger") -> Iterator[Duty]:
    """Each act once by the claim's last day; what was released owes nothing."""
    if claim.state != "active":
        return
    record = claim.record
    for act in ACTS:
        settle = f"ledger record {claim.ref} {act}"
        yield Duty(claim.ref, f"亲自{act}", record.leader, record.due, claim.on(act), claim.title, settle)


REGISTER = Register(
    "claims",
    "领导认领",
    "党政主要负责同志认领的改革事项",
    ThingType("claim", "认领", Claim, CLAIM_EVENTS, _duties, unit="leader", ended=frozenset({"released"})),
)
