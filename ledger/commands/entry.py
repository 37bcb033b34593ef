"""A line of the command table; the table is read before anything is known to be needed, so that this imports nothing."""


class Entry:
    """``module`` has the command's ``run``; under ``panel`` the help page lists it, with its ``summary``."""

    __slots__ = ("module", "name", "panel", "summary")

    def __init__(self, panel: str, name: str, module: str, summary: str) -> None:
        self.panel, self.name, self.module, self.summary = panel, name, module, summary
