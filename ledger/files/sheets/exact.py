"""Texts and names in cells so that exactly the same comes back, whatever programs do to blanks and odd characters.

Most stand as they are, names with 、 between them; what would not come back stands as JSON.
"""

import json

from ledger.base.text import printable
from ledger.files.sheets.cells import seen

BETWEEN = "、"


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
    names = json.loads(cell) if cell.startswith("[") else cell.split(BETWEEN)
    if not (isinstance(names, list) and all(isinstance(name, str) for name in names)):
        raise ValueError(cell)
    return names


def as_json(value: object) -> str:
    """In ASCII and without a character that spreadsheets take for the start of an escape (``_x000D_``)."""
    return json.dumps(value).replace("_", "\\u005f")


def _is_plain(text: str) -> bool:
    odd = any("\ud800" <= c <= "\udfff" or c in "\ufffe\uffff" for c in text)
    marked = text.startswith(('"', "[", "<")) or "_x" in text or "x005F" in text
    return bool(text) and seen(text) == printable(text) == text and not odd and not marked
