"""``csv``: the rows of a report under the keys that json uses, for programs. Text stays text in a spreadsheet."""

import csv
import io
from typing import Any

from ledger.render.answer import Answer, Renderer, Screen

_FORMULA = ("=", "+", "-", "@", "\t")


def _render(answer: Answer, _: Screen) -> str:
    records = list(answer.report.records) if answer.report else []
    keys = answer.report.keys if answer.report else ()
    columns = keys or tuple(dict.fromkeys(key for record in records for key in record))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(record.get(column)) for column in columns] for record in records)
    return out.getvalue()


def _cell(value: Any) -> str | int:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    text = "、".join(map(str, value)) if isinstance(value, list) else str(value)
    # the writer quotes no bare \r, and readers break rows there
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith(_FORMULA) else text


RENDERER = Renderer("csv", _render)
