"""Two versions of a ledger side by side, for the rules about history."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.effect import Effect
from ledger.measures.comparing.identity import Identity
from ledger.model.ledger import Ledger


@dataclass(frozen=True)
class Comparison:
    """``changes`` are those of records, the graver first.

    ``altered`` are the files of both versions that read differently; ``gone`` those of the old one that are not there
    any more, and ``missing`` the evidence that was in the repository and is not now. Both go by the old path of a file
    that was only moved. ``landed`` is the day the old version was committed.
    """

    effect: Effect
    changes: tuple[Change, ...]
    altered: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    landed: date = date.min

    @cached_property
    def identity(self) -> Identity:
        """What means the same in both, whatever the names."""
        return Identity(self.before, self.after)

    @property
    def before(self) -> Ledger:
        return self.effect.before.ledger

    @property
    def after(self) -> Ledger:
        return self.effect.after.ledger

    @property
    def day(self) -> date:
        return self.effect.after.day

    @property
    def reached(self) -> date:
        """The day up to which something may have been published, even if the new version is judged on an earlier one."""
        return max(self.day, self.before.settings.as_of or self.landed)

    def of(self, kind: Kind, *things: str) -> Iterator[Change]:
        """The changes of that kind to such things; what came or went with a greater thing is left out."""
        return (c for c in self.changes if c.kind is kind and c.thing in things and not c.nested)
