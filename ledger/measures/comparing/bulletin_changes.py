"""What became of the bulletins between two versions of a ledger: one change each, computed regions never line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from ledger.measures.published import is_published
from ledger.model.bulletins import CORRECTION_REGION, Bulletin
from ledger.model.ledger import Ledger


class Fate(StrEnum):
    """The gravest first: what touches a published one (D119 judges it), then what is merely new."""

    REMOVED = "removed"
    EDITED = "edited"
    REWORDED = "reworded"
    CORRECTED = "corrected"
    RENEWED = "renewed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class BulletinChange:
    """``path`` from the repository's top. A side is None where that version has no such bulletin.

    ``corrections`` are the texts of those that came, by their number. RENEWED is a draft made anew, or no draft any more.
    """

    fate: Fate
    path: str
    before: Bulletin | None
    after: Bulletin | None
    corrections: dict[int, str]

    @property
    def month(self) -> str:
        return PurePosixPath(self.path).stem


def bulletin_changes(
    before: Ledger, after: Ledger, unread: frozenset[str] = frozenset()
) -> list[BulletinChange]:
    """By month; of an ``unread`` file nothing can be told."""
    paths = sorted({*before.bulletins, *after.bulletins} - unread, key=lambda p: PurePosixPath(p).name)
    found = (_change(p, before.bulletins.get(p), after.bulletins.get(p)) for p in paths)
    return [change for change in found if change is not None]


def _change(path: str, old: Bulletin | None, new: Bulletin | None) -> BulletinChange | None:
    if old == new:
        return None
    return BulletinChange(_fate(old, new), path, old, new, dict(_corrections(old, new)))


def _fate(old: Bulletin | None, new: Bulletin | None) -> Fate:
    if old is None or new is None:
        return Fate.ADDED if old is None else Fate.REMOVED
    if not is_published(old):
        return Fate.RENEWED
    if any(new.regions.get(name) != text for name, text in old.regions.items()):
        return Fate.EDITED
    if old.front == new.front:
        return Fate.REWORDED if old.regions.keys() == new.regions.keys() else Fate.EDITED
    return Fate.CORRECTED if new.front.startswith(old.front) and dict(_corrections(old, new)) else Fate.EDITED


def _corrections(old: Bulletin | None, new: Bulletin | None) -> Iterator[tuple[int, str]]:
    known = old.regions if old else {}
    for name, text in (new.regions if new else {}).items():
        number = name.removeprefix(CORRECTION_REGION)
        if name not in known and number != name and number.isdecimal():
            yield int(number), text
