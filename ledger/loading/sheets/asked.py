"""What the person says who hands a sheet in, and what its words are compared with.

``reading.read_drafts(file: SheetFile, asked: Asked) -> list[DraftPlan]``
"""

from dataclasses import dataclass
from datetime import date

from ledger.model.units import Units


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """``day`` says which units are in force. ``fields`` are those of ledger.yaml.

    ``year`` and ``issued`` (the document's day) are for time limits without a year; a sheet's own day and number come
    after them. ``lead`` leads the rows that say of nobody that he does. ``sheets`` are names of those to be read, hidden
    ones too; empty: all that are to be seen.
    """

    units: Units
    day: date
    fields: tuple[str, ...] = ()
    year: int | None = None
    issued: date | None = None
    lead: str | None = None
    sheets: tuple[str, ...] = ()
