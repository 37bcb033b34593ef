"""A table of entries, one a row, under heads that are an entry's keys or what they are called in Chinese."""

from functools import cache

from ledger.base.diagnostics import Diagnostic, Severity
from ledger.files.sheets.cells import SheetFile
from ledger.loading.sheets.headed import HeadedRow, Heads, first_place, read_headed
from ledger.model.entries import Entry
from ledger.model.forms import form

REF = "ref"
_RECORDED = "recorded"
"""Not asked: it is the day on which the table is recorded, where that matters."""
_MORE_WORDS = {
    "事项": REF,
    "事项编号": REF,
    "编号": REF,
    "完成比例": "percent",
    "延期至": "until",
    "移交给": "to",
    "拆分为": "into",
    "并入": "into",
}


def read_entry_rows(file: SheetFile) -> tuple[list[HeadedRow], list[Diagnostic]]:
    """Every row of every table that people see, and what is wrong with tables and cells."""
    rows, faults = read_headed(file, Heads(words(), frozenset({REF, "event"}), tuple(_titles()), "I181"))
    if not rows and not faults:
        hint = "上面加一行列名：编号、事件、日期，其余用到的如 由谁、说明、佐证；再在下面写各条"
        said = "没有找到写着“编号”和“事件”的表头和其下的记录"
        faults.append(Diagnostic("I180", Severity.ERROR, said, first_place(file), hint))
    return rows, faults


@cache
def words() -> dict[str, str]:
    """What a head may say → the key of an entry that it means."""
    found = {REF: REF, **_MORE_WORDS}
    for field in form(Entry):
        if field.key != _RECORDED:
            found |= {field.key: field.key, field.title: field.key}
    return found


def _titles() -> list[str]:
    """One word of each key."""
    return list({key: word for word, key in reversed(words().items()) if not word.isascii()}.values())[::-1]
