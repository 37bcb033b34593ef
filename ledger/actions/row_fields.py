"""What the cells of one row say → the fields of an entry, as its event asks for them."""

from collections.abc import Callable
from datetime import date

from ledger.actions.evidence import paper_fields
from ledger.actions.recording import idle_fields, missing_fields, voided_of
from ledger.base.day_forms import day_form
from ledger.base.days import parse_day
from ledger.base.diagnostics import Diagnostic, Severity
from ledger.base.errors import LedgerError
from ledger.base.text import quoted
from ledger.files.scalars import Value
from ledger.loading.phrases.papers import is_no_paper, papers_in
from ledger.loading.sheets.entry_rows import REF, words
from ledger.loading.sheets.headed import HeadedRow
from ledger.model.events import CORRECT, EventType

_NAMES = "、，,；;\n"
_PERCENT = "%％"


class RowFault(Exception):  # noqa: N818 - one row's, told with the others
    """What is wrong with a row, at the cell of ``key``."""

    def __init__(self, row: HeadedRow, code: str, key: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(code, Severity.ERROR, message, row.place(key), hint)


def happened_on(row: HeadedRow, otherwise: date | None, today: date) -> date:
    """The day of the row's cell, else ``otherwise``; raises RowFault where there is none, or one to come."""
    if "date" not in row.texts:
        if otherwise is None:
            raise RowFault(row, "I186", "date", "没有写日期", "补上日期，或用 --date 写明没写的各行是哪一天")
        return otherwise
    when = parse_day(_day(row, "date"))
    if when > today:
        raise RowFault(
            row, "I184", "date", f"{when} 还没有到，不能先记", "改成实际的日期；还没有发生的，删去这一行"
        )
    return when


def fields_in(row: HeadedRow, event: EventType) -> dict[str, "Value | None"]:
    """Every cell but the reference, the event and the day, as the entry keeps it; raises RowFault."""
    given: dict[str, Value | None] = {
        key: _READ.get(key, _as_written)(row, key) for key in row.texts if key not in {REF, "event", "date"}
    }
    for key in idle_fields(event, given):
        raise RowFault(row, "I185", key, f"记“{event.word}”用不到{_title(key)}", "清空这一格，或核对事件")
    node = {"node"} if "#" in row.texts[REF] else set()
    missing = missing_fields(event, given.keys() | node)
    if missing:
        message = f"记“{event.word}”要写{'、'.join(map(_title, missing))}"
        raise RowFault(
            row, "I186", missing[0] if missing[0] in row.places else "event", message, "补上，再记"
        )
    return given


def _title(key: str) -> str:
    """What a column of it is called: 由谁（by）."""
    return next((f"{word}（{key}）" for word, k in words().items() if k == key and word != key), key)


def _as_written(row: HeadedRow, key: str) -> Value:
    return row.texts[key]


def _one_line(row: HeadedRow, key: str) -> Value:
    return " ".join(row.texts[key].split("\n"))


def _day(row: HeadedRow, key: str) -> str:
    form = day_form(row.texts[key])
    if form is None:
        message = f"{_title(key)}写着{quoted(row.texts[key])}，不是哪一天"
        raise RowFault(row, "I184", key, message, "写作 2017-06-30 或 2017年6月30日 的样式")
    return form


def _percent(row: HeadedRow, key: str) -> Value:
    return row.texts[key].rstrip(_PERCENT).strip()


def _names(row: HeadedRow, key: str) -> Value:
    """One name is kept bare, several as a list; what a 更正 puts in place of a title is no list of names."""
    text = row.texts[key]
    if row.texts.get("event") == CORRECT:
        return text
    split = [name.strip() for name in "".join("\n" if c in _NAMES else c for c in text).split("\n")]
    names: list[Value] = [name for name in split if name]
    return names[0] if len(names) == 1 else names


def _evidence(row: HeadedRow, key: str) -> Value:
    """Papers with their numbers and titles, each with its kind behind a colon where it is given."""
    papers: list[Value] = []
    for paper in papers_in(row.texts[key]):
        if is_no_paper(paper):
            message = f"{_title(key)}写着{quoted(paper)}，不是文号，也不是哪份材料"
            raise RowFault(row, "I184", key, message, "写文号或材料名称；没有的留空")
        papers.append(paper_fields(paper))
    return papers


def _voids(row: HeadedRow, key: str) -> Value:
    try:
        return voided_of(row.texts[key])
    except LedgerError:
        message = f"{_title(key)}写着{quoted(row.texts[key])}，看不出作废哪一条"
        raise RowFault(row, "I184", key, message, "写作 2017-06-22:完成 的样式") from None


_READ: dict[str, Callable[[HeadedRow, str], Value]] = {
    "until": _day,
    "percent": _percent,
    "to": _names,
    "into": _names,
    "evidence": _evidence,
    "voids": _voids,
    "by": _one_line,
}
