"""Texts and names in cells so that exactly the same comes back, whatever programs do to blanks and odd characters.

Most stand as they are, names with 、 between them; what would not come back stands as JSON.
"""

import json
import re

from ledger.base.text import printable
from ledger.files.sheets.cells import seen

BETWEEN = "、"
LONGEST = 32_767
"""Units of UTF-16 that a cell can hold."""

_CHANGEABLE = re.compile(r"[^ -~\u3001-\u3017\u4e00-\u9fff\uff01-\uff5e‘’“”—…·]|_")


def exact(text: str) -> str:
    """The cell's text for a text."""
    return text if _is_plain(text) else as_json(text)


def exact_names(names: list[str]) -> str:
    """The cell's text for names."""
    plain = all(_is_plain(name) and BETWEEN not in name for name in names)
    return BETWEEN.join(names) if plain else as_json(names)


def meant(cell: str) -> str:
    """The text that :func:`exact` wrote; raises ValueError where somebody altered its JSON."""
    text = json.loads(cell) if cell.startswith('"') else cell
    if not isinstance(text, str):
        raise ValueError(cell)  # noqa: TRY004 - like every other wrong text
    return text


def meant_names(cell: str) -> list[str]:
    """The names that :func:`exact_names` wrote; raises ValueError where somebody altered its JSON."""
    try:
        names = json.loads(cell) if cell.startswith("[") else cell.split(BETWEEN)
    except RecursionError:
        raise ValueError(cell) from None
    if not (isinstance(names, list) and all(isinstance(name, str) for name in names)):
        raise ValueError(cell)
    return names


def as_json(value: object) -> str:
    """Without a character that some program changes or takes for the start of an escape (``_x000D_``)."""
    return _CHANGEABLE.sub(_escaped, json.dumps(value, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def length(text: str) -> int:
    """How long a text is as spreadsheets count: in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _is_plain(text: str) -> bool:
    odd = any("\ud800" <= c <= "\udfff" or c in "\ufffe\uffff" for c in text)
    marked = text.startswith(('"', "[", "<")) or "_x" in text or "x005F" in text
    return bool(text) and seen(text) == printable(text) == text and not odd and not marked
