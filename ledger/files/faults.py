"""Something YAML that the ledger does not take, before anybody knows in which file it stands."""

from dataclasses import dataclass

Span = tuple[int, int, int]
"""Line and column from 0, and how many characters to underline."""


@dataclass(slots=True)
class Fault:
    """Becomes a diagnostic once the file is known; ``related`` is where the other half of it stands."""

    code: str
    message: str
    span: Span
    hint: str = ""
    related: Span | None = None
