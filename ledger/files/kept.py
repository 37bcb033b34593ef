"""JSON that somebody kept for us: what it says, if anything does.

Whoever reads it has still to look whether it is what he would have written.
"""

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NOT_OURS = (ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError, MemoryError)
"""What comes of taking values for what they are not."""


def read_kept(raw: bytes) -> "Any":
    """None for what is no JSON, or more of it than can be read."""
    try:
        return json.loads(raw)
    except NOT_OURS:
        return None
