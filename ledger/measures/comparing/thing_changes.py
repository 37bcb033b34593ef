"""What changed in one thing: what is said of it, and its log."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ledger.base.diagnostics import Spot
from ledger.measures.comparing.change import Change, Kind, lost_evidence
from ledger.measures.comparing.identity import Identity
from ledger.measures.comparing.log_changes import Became, LogChange, log_changes
from ledger.measures.comparing.things import Thing
from ledger.model.entries import Entry


def field_changes(old: Thing, now: Thing, identity: Identity) -> Iterator[Change]:
    """Every key whose value was edited in place."""
    for key in [*old.fields, *(k for k in now.fields if k not in old.fields)]:
        if not identity.same(key, old, now):
            yield Change(
                Kind.EDITED, now.kind, now.subject, old.fields.get(key), now.fields.get(key),
                _at(now.spot, key), _at(old.spot, key), field=key,
            )  # fmt: skip


def entry_changes(old: Thing, now: Thing, identity: Identity) -> Iterator[Change]:
    """Every entry that was added, or is not as it was."""
    if old.log == now.log:
        return
    before, after = identity.logs(old, now)
    for change in log_changes(before, after, _ANYWHERE, _IN_PLACE):
        found = _of_entry(old, now, change)
        if change.before is None or change.after is None:
            yield found
        else:
            yield from _edited(found, before[change.before], after[change.after])


def _edited(found: Change, before: Entry, after: Entry) -> Iterator[Change]:
    """An entry of both logs, its names in full: papers that it lost are told apart from the rest."""
    lost = lost_evidence(before, after)
    if lost:
        yield replace(found, kind=Kind.EVIDENCE_REMOVED)
    if not lost or replace(before, evidence=()) != replace(after, evidence=()):
        yield found


def _told(e: Entry) -> tuple[Any, ...] | None:
    """What somebody wrote of a fact, beside its day and its event: enough to know it again anywhere."""
    return _content(e) if e.note or e.evidence else None


def _content(e: Entry) -> tuple[Any, ...]:
    return (e.by, e.note, e.evidence, e.until, e.to, e.into, e.node)


_ANYWHERE = (
    lambda e: (e.date, e.event),
    lambda e: _told(e) and (e.event, _told(e)),
    lambda e: _told(e) and (e.date, _told(e)),
)
_IN_PLACE = (lambda e: (e.event, _content(e)), lambda e: (e.date, _content(e)))
_KINDS = {
    Became.REMOVED: Kind.ENTRY_REMOVED,
    Became.EDITED: Kind.ENTRY_EDITED,
    Became.MOVED: Kind.ENTRY_MOVED,
    Became.INSERTED: Kind.ENTRY_INSERTED,
    Became.ADDED: Kind.ENTRY_ADDED,
}


def _of_entry(old: Thing, now: Thing, change: LogChange) -> Change:
    before = old.log[change.before] if change.before is not None else None
    after = now.log[change.after] if change.after is not None else None
    log = Spot(now.spot.path, (*now.spot.pointer, "log"))
    spot = now.entry_spot(change.after) if change.after is not None else log
    was = old.entry_spot(change.before) if change.before is not None else None
    return Change(_KINDS[change.became], now.kind, now.subject, before, after, spot, was, number=change.after)


def _at(spot: Spot, key: str) -> Spot:
    """Where a key of a thing stands: of a dotted one the rule it stands in."""
    steps: list[str | int] = [int(s) - 1 if s.isdigit() else s for s in key.split(".")]
    return Spot(spot.path, (*spot.pointer, *steps))
