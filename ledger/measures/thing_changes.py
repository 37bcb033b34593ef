"""What changed in one thing: what is said of it, and its log."""

from collections.abc import Iterator
from dataclasses import replace

from ledger.base.diagnostics import Spot
from ledger.measures.change import Change, Kind, lost_evidence
from ledger.measures.identity import Identity
from ledger.measures.log_changes import Became, LogChange, log_changes
from ledger.measures.things import Thing


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
    for change in log_changes(*identity.logs(old, now), _LIKENESSES):
        yield from _of_entry(old, now, change)


_LIKENESSES = (
    lambda e: (e.date, e.event),
    lambda e: (e.event, e.by, e.note, e.evidence, e.until, e.to),
    lambda e: (e.date, e.by, e.note, e.evidence, e.until, e.to),
)
_KINDS = {
    Became.REMOVED: Kind.ENTRY_REMOVED,
    Became.EDITED: Kind.ENTRY_EDITED,
    Became.MOVED: Kind.ENTRY_MOVED,
    Became.INSERTED: Kind.ENTRY_INSERTED,
    Became.ADDED: Kind.ENTRY_ADDED,
}


def _of_entry(old: Thing, now: Thing, change: LogChange) -> Iterator[Change]:
    before = old.log[change.before] if change.before is not None else None
    after = now.log[change.after] if change.after is not None else None
    log = Spot(now.spot.path, (*now.spot.pointer, "log"))
    spot = now.entry_spot(change.after) if change.after is not None else log
    was = old.entry_spot(change.before) if change.before is not None else None
    found = Change(
        _KINDS[change.became], now.kind, now.subject, before, after, spot, was, number=change.after
    )
    if before is None or after is None or not lost_evidence(before, after):
        yield found
        return
    yield replace(found, kind=Kind.EVIDENCE_REMOVED)
    if replace(before, evidence=()) != replace(after, evidence=()):
        yield found


def _at(spot: Spot, key: str) -> Spot:
    """Where a key of a thing stands: of a dotted one the rule it stands in."""
    steps: list[str | int] = [int(s) - 1 if s.isdigit() else s for s in key.split(".")]
    return Spot(spot.path, (*spot.pointer, *steps))
