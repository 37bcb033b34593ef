"""The event table: what may happen to a kind of thing, in which state, and what has to be said with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

CORRECT = "更正"
CORRECTING = ("voids", "field", "to")
"""What a 更正 says: one entry void, or a slip of the pen mended."""

ANYWHERE = frozenset({"date", "event", "by", "note", "cause", "evidence", "recorded"})
"""What may stand with every event (design §2)."""


@dataclass(frozen=True, slots=True)
class EventType:
    """One row of an event table.

    ``allowed`` names the states it may happen in (None: any); ``leads_to`` the state after it (None: no change);
    ``required`` the fields an entry has to carry, as files spell them, ``optional`` those that mean something beside
    what may stand with every event. ``outcomes`` are what ``result`` may say, each with the state after it ("": no
    change). ``by_other``: whoever is responsible for the thing cannot record it ``by`` itself.
    """

    word: str
    name: str
    required: tuple[str, ...] = ()
    allowed: frozenset[str] | None = None
    leads_to: str | None = None
    optional: tuple[str, ...] = ()
    outcomes: Mapping[str, str] = field(default_factory=dict)
    by_other: bool = False

    @property
    def fields(self) -> frozenset[str]:
        """Every field that means something with it."""
        return ANYWHERE | frozenset(self.required) | frozenset(self.optional)


@dataclass(frozen=True)
class EventTable:
    """All events of one kind of thing, in the order in which people think of them.

    ``start`` is the state before any event; ``states`` says what each state is called.
    """

    kind: str
    rows: tuple[EventType, ...]
    start: str = ""
    states: Mapping[str, str] = field(default_factory=dict)
    _index: dict[str, EventType] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for row in self.rows:
            self._index[row.word] = row
            self._index[row.name] = row

    def __iter__(self) -> Iterator[EventType]:
        return iter(self.rows)

    def find(self, word: str) -> EventType | None:
        """By the Chinese word of files or the identifier of code."""
        return self._index.get(word)

    @property
    def words(self) -> list[str]:
        return [row.word for row in self.rows]
