"""容错: for what nothing is deducted from a unit on a day. Status, overdue and papers never ask here: facts stay facts."""

from collections.abc import Iterator
from datetime import date

from ledger.measures.holdings import courses
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.exemptions import FULL, REGISTER, Exemption


def exempted(ledger: Ledger, ref: str, unit: str, day: date) -> Course[Exemption] | None:
    """The finding by which ``unit`` loses no points for ``ref`` on the day; None where it would.

    A finding for a plan holds for its items, one for an item for its nodes. 从轻 is about people and cancels no points.
    """
    return next(
        (e for e in exemptions_of(ledger, ref, day) if _unit(e, ledger) == _now(ledger, unit, day)), None
    )


def exemptions_of(ledger: Ledger, ref: str, day: date) -> Iterator[Course[Exemption]]:
    """Those in force for ``ref`` on the day, whichever unit has them."""
    for exemption in courses(ledger, day, REGISTER):
        if in_force(exemption) and any(covers(subject, ref) for subject in exemption.record.subjects):
            yield exemption


def in_force(exemption: Course[Exemption]) -> bool:
    """Found to be 免责, not revoked, and not over."""
    finding = exemption.last("认定")
    return (
        exemption.state in {"granted", "filed"}
        and finding is not None
        and finding.result == FULL
        and (finding.until is None or finding.until >= exemption.day)
    )


def covers(subject: str, ref: str) -> bool:
    return ref == subject or ref.startswith((f"{subject}/", f"{subject}#"))


def _unit(exemption: Course[Exemption], ledger: Ledger) -> str:
    return _now(ledger, exemption.record.unit, exemption.day)


def _now(ledger: Ledger, unit: str, day: date) -> str:
    return ledger.units.current(unit, day)
