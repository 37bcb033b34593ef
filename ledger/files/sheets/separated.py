"""csv, and text with tabs or semicolons as spreadsheets save it."""

import codecs
import csv
import io
import re
from collections import Counter
from itertools import islice

from ledger.base.errors import LedgerError
from ledger.files.sheets.cells import Cell, Row, Sheet, SheetFile, seen

MOST_BYTES = 50 * 2**20

_LOOKED_AT = 20
_MARKS = {
    codecs.BOM_UTF8: ("utf-8-sig", "UTF-8（带 BOM）"),
    codecs.BOM_UTF16_LE: ("utf-16", "UTF-16"),
    codecs.BOM_UTF16_BE: ("utf-16", "UTF-16"),
}
# ="1.10" is how a csv tells Excel that digits are words
_TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')


def read_separated(path: str, content: bytes) -> SheetFile:
    """One sheet without a name; its rows are counted as Excel does, a cell of several lines being one row.

    Raises LedgerError where the encoding is none of UTF-8, UTF-16 and GB18030, or quotation marks do not pair up.
    """
    if len(content) > MOST_BYTES:
        raise LedgerError(f"{path} 超过 {MOST_BYTES // 2**20} MB，不像台账：分成几个文件再导入")
    text, encoding = _decoded(path, content)
    rows = tuple(_rows(path, text, _delimiter(text)))
    return SheetFile(path, (Sheet("", rows),), f"按 {encoding} 编码读取")


def _decoded(path: str, content: bytes) -> tuple[str, str]:
    marked = next((found for mark, found in _MARKS.items() if content.startswith(mark)), None)
    for codec, name in [marked] if marked else [("utf-8", "UTF-8"), ("gb18030", "GB18030（GBK）")]:
        try:
            return content.decode(codec), name
        except UnicodeDecodeError:
            continue
    raise LedgerError(
        f"{path} 的编码既不是 UTF-8，也不是 GB18030（GBK）：用 Excel 打开，另存为“CSV UTF-8”或 .xlsx"
    )


def _delimiter(text: str) -> str:
    """What cuts the first lines into rows of one width; sentences hold commas too, but not equally many."""

    def evenness(delimiter: str) -> int:
        try:
            rows = islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _LOOKED_AT)
            widths = Counter(len(row) for row in rows if len(row) > 1)
        except csv.Error:
            return 0
        return max((width * count for width, count in widths.items()), default=0)

    return max(",\t;", key=evenness)


def _rows(path: str, text: str, delimiter: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    try:
        for number, fields in enumerate(reader, 1):
            shown = enumerate(map(_field, fields), 1)
            cells = tuple(Cell(column, field) for column, field in shown if field)
            if cells:
                rows.append(Row(number, cells))
    except csv.Error as error:
        raise LedgerError(
            f"{path} 第 {reader.line_num} 行前后的英文引号不成对，分不出单元格：用 Excel 打开，另存为 .xlsx 再导入"
        ) from error
    return rows


def _field(text: str) -> str:
    shown = seen(text)
    if match := _TEXT_FORMULA.fullmatch(shown):
        return seen(match[1].replace('""', '"'))
    return shown
