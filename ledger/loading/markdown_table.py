"""A table of a bulletin read back from its Markdown, as ``render/reports/markdown.py`` writes it."""

import re

_PIECE = re.compile(r"\\(.)|(\|)|([^\\|]+|\\$)")


def first_table(text: str) -> list[list[str]]:
    """The cells of the first table's rows, without its head; nothing where there is no table."""
    rows: list[list[str]] = []
    for line in text.split("\n"):
        if line.startswith("|"):
            rows.append(_cells(line))
        elif rows:
            break
    return rows[2:]


def _cells(line: str) -> list[str]:
    """What stands between unescaped bars."""
    found = [""]
    for escaped, bar, plain in _PIECE.findall(line):
        if bar:
            found.append("")
        else:
            found[-1] += escaped or plain
    return [cell.strip() for cell in found[1:-1]]
