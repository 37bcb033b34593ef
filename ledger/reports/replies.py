"""How papers were answered, in words and as data: the same figures on the screen and in the register."""

from typing import Any

from ledger.measures.register import Replies


def reply_line(found: Replies) -> str:
    """Both numbers of both rates."""
    line = f"应回复 {found.due} 行，已回复 {found.answered}，按期 {found.in_time}"
    return line + (f"（{found.rate}%、{found.in_time_rate}%）" if found.due else "")


def replies_data(found: Replies) -> dict[str, Any]:
    return {
        "due": found.due,
        "answered": found.answered,
        "in_time": found.in_time,
        "rate": found.rate,
        "in_time_rate": found.in_time_rate,
    }
