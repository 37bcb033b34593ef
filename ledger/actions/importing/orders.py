"""What the one who imports has said beside the sheet."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """``day`` is the day of what the sheet reports, where a row gives none; ``today`` that of the clock.

    ``dated``: somebody said the day; else one that stands on the sheet goes before.

    ``as_of`` is the day on which items stand where they stand and rules judge.

    ``by`` decided what only somebody may decide: extensions and transfers. ``add_units``: names that nobody knows are
    new units. ``year`` is that of the folder a new plan goes into, where its document has no day.
    """

    day: date
    today: date
    as_of: date
    dated: bool = False
    by: str | None = None
    add_units: bool = False
    year: int | None = None
