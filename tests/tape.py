"""Random choices for properties."""

from typing import Any


class Tape:
    """Choices read off a string of bytes: fast to draw, and it shrinks towards the first choice of everything."""

    def __init__(self, choices: bytes) -> None:
        self.choices = iter(choices)

    def pick(self, options: Any) -> Any:
        return options[next(self.choices, 0) % len(options)]

    def once_in(self, times: int) -> bool:
        return bool(self.pick(range(times)) == times - 1)
