"""The only clock of the program."""

from datetime import date


def today() -> date:
    """Where the office sits."""
    return date.today()  # noqa: DTZ011 - a calendar day of the place where the office sits
