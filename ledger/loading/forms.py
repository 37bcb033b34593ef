"""Days and time limits that were written in another way than the ledger writes them: the hint, and the safe fix."""

from pydantic_core import ErrorDetails

from ledger.base.day_forms import day_form, due_form
from ledger.base.days import NoSuchDay, NoSuchDue
from ledger.base.diagnostics import Fix, Place
from ledger.files.replacing import fix_of


def remedy(error: ErrorDetails, place: Place) -> tuple[str, Fix | None]:
    """What to write instead of the value at ``place``; nothing where that would need a guess."""
    form = form_for(error)
    return (f"写作 {form}", fix_of(place, form)) if form else ("", None)


def form_for(error: ErrorDetails) -> str | None:
    """The way in which the ledger writes that value; None where that would need a guess."""
    reason = error.get("ctx", {}).get("error")
    if isinstance(reason, NoSuchDue):
        return due_form(error["input"])
    return day_form(error["input"]) if isinstance(reason, NoSuchDay) else None
