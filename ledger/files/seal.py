"""A seal under a generated file: whoever changes the text by hand breaks it, and the tool sees that.

``head -n -1 paper.md | sha256sum`` prints the digest in it, as long as the lines end with a line feed.
"""

import hashlib
import re
from enum import StrEnum

_WORDS = "本文由 ledger 生成，勿手改；要改请改数据后重新生成"
# the words may change from one version to the next; nothing in them can close the comment and be seen
_SEAL = re.compile(r"<!-- ledger (\S+) sha256:([0-9a-f]{64}) [^<>\n]*-->\n", re.ASCII)
_TRACE = "<!-- ledger "


class SealState(StrEnum):
    INTACT = "intact"
    EDITED = "edited"
    UNSEALED = "unsealed"


def seal(text: str, name: str) -> str:
    """``text``, which ends with a line break, and a comment naming it and holding the digest of all above.

    Raises ValueError for a name that an HTML comment cannot carry.
    """
    if not re.fullmatch(r"[^\s<>]+", name) or "--" in name:
        raise ValueError(f"{name!r} cannot stand in a comment")
    above = f"{text}\n"
    return f"{above}<!-- ledger {name} sha256:{_digest(above)} {_WORDS} -->\n"


def seal_state(text: str, name: str) -> SealState:
    r"""Whether ``text`` is what was sealed under ``name``.

    Git may check files out with ``\r\n``; that changes nothing. Any other difference does.
    """
    text = text.replace("\r\n", "\n")
    start = text.rfind("\n", 0, -1) + 1
    above, last = text[:start], text[start:]
    found = _SEAL.fullmatch(last)
    if found is None:
        # text below the seal, or a seal that somebody mended, is an edit like any other
        return SealState.EDITED if f"\n{_TRACE}" in f"\n{text}" else SealState.UNSEALED
    intact = found[1] == name and found[2] == _digest(above)
    return SealState.INTACT if intact else SealState.EDITED


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
