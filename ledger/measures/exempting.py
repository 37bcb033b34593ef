"""容错: for what nothing is deducted from a unit on a day. Status, overdue and papers never ask here: facts stay facts."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from ledger.measures.holdings import courses
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.exemptions import FULL, REGISTER, Exemption


def exempted(ledger: Ledger, ref: str, unit: str, day: date) -> Course[Exemption] | None:
    """The finding by which ``unit`` loses no points for ``ref`` on the day; None where it would."""
    return covering(exemptions_on(ledger, day).get(ledger.units.current(unit, day), ()), ref)


def exemptions_on(ledger: Ledger, day: date) -> dict[str, list[Course[Exemption]]]:
    """Those in force on the day, by the unit that has them, as it is called then."""
    found: defaultdict[str, list[Course[Exemption]]] = defaultdict(list)
    for exemption in courses(ledger, day, REGISTER):
        if in_force(exemption):
            found[ledger.units.current(exemption.record.unit, day)].append(exemption)
    return found


def covering(exemptions: Iterable[Course[Exemption]], ref: str) -> Course[Exemption] | None:
    """The first of those that is about ``ref``.

    A finding for a plan holds for its items, one for an item for its nodes. 从轻 is about people and cancels no points.
    """
    return next((e for e in exemptions if any(covers(subject, ref) for subject in e.record.subjects)), None)


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
