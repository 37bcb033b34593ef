"""A table as Chinese Excel opens it right: UTF-8 with its mark, CRLF, and nothing that it would take for something else.

``="1.10"`` is how a csv tells Excel that digits are words; what would be a formula begins with a character that shows
nothing. ``import`` reads both as what they stand for.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# Chinese Excel takes digits and signs of full width for those of half, and (1) for -1
_NUMBERLIKE = re.compile(r"(?=.*[0-9０-９])[0-9０-９.．,，/／:：%％eE+＋\-－()（）$￥¥年月日时分秒 ]+")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_UNSEEN = "\u200b"


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(text) for text in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _cell(text: str) -> str:
    if _NUMBERLIKE.fullmatch(text):
        return f'="{text}"'
    # the writer quotes no bare \r, and readers break rows there
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN + plain if _FORMULA.match(plain) else plain
