"""The rows below a head: which are lines of the list, and which are not, each with the reason."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ledger.base.diagnostics import Place
from ledger.files.sheets.cells import Cell, Row, Sheet, letters, place
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.heads import Table
from ledger.loading.sheets.numbering import read_number

_TOTAL = re.compile(r"(?:合|总|小|共)\s*计(?:[\s（(：:\d].*)?|(?:以上)?共\s*\d+\s*[项件条].*", re.DOTALL)
_NOTE = re.compile(
    r"(?:备?注|说明|填表说明|填报说明|编制说明|填报(?:单位|人|日期|时间)|填表(?:单位|人|日期|时间)|制表人?|审核人?|审签人?|联系(?:人|电话)"
    r"|单位(?:负责人|盖章|公章)|(?:主要|分管)?(?:负责人|领导)(?:签字|签名)?|日期|报送(?:单位|日期|时间))\s*[（(：:\d].*",
    re.DOTALL,
)
_NOTED = re.compile(r"备?注|(?:填表|填报|编制|有关)?说明")
_PAGE = re.compile(r"第\s*[\d一二三四五六七八九十]+\s*页.*|.{0,60}(?:[（(]续表?\d*[)）]|续表\d*)")
_LISTED = frozenset(Head) - {
    Head.ID,
    Head.NUMBER,
    Head.PLAN_ID,
    Head.PLAN_TITLE,
    Head.PLAN_NUMBER,
    Head.PLAN_DATE,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list: its cells by what they hold, only those that say something, in the order of the columns."""

    path: str
    sheet: Sheet
    table: Table = field(repr=False)
    row: Row
    cells: Mapping[Head, tuple[Cell, ...]] = field(repr=False)

    def cell(self, head: Head) -> Cell | None:
        found = self.cells.get(head)
        return found[0] if found else None

    def text(self, head: Head) -> str:
        """Of several columns every one in a line of its own."""
        return "\n".join(cell.text for cell in self.cells.get(head, ()))

    def own(self, head: Head) -> str:
        """The same without what a merged area repeats from another row or column."""
        return "\n".join(cell.text for cell in self.cells.get(head, ()) if not cell.merged)

    def place(self, head: Head | None = None) -> Place:
        """The cell; where it is empty, the one in which it would stand."""
        cell = self.cell(head) if head else None
        column = cell.column if cell else self.table.columns.get(head, (1,))[0] if head else 1
        return place(self.path, self.sheet, self.row.number, column)

    @property
    def name(self) -> str:
        """``C14`` of a cell that says something, for a sentence about another row."""
        first = next(iter(self.cells.values()))[0]
        return f"{letters(first.column)}{self.row.number}"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no line. ``hidden``: it says something, but nobody who looks at the sheet sees it."""

    place: Place
    reason: str
    text: str
    hidden: bool = False


def read_lines(path: str, sheet: Sheet, table: Table) -> Iterator[Line | Skipped]:
    """Everything below the head, in order."""
    heads = {column: head for head, columns in table.columns.items() for column in columns}
    for row in sheet.rows:
        if row.number <= table.last:
            continue
        cells: dict[Head, tuple[Cell, ...]] = {}
        for cell in row.cells:
            if head := heads.get(cell.column):
                cells[head] = (*cells.get(head, ()), cell)
        said = list(dict.fromkeys(c.text for c in row.cells))
        reason = _reason(row, cells, said, table)
        if reason:
            spot = place(path, sheet, row.number, row.cells[0].column)
            yield Skipped(spot, reason, "\n".join(said), row.hidden)
        elif cells:
            yield Line(path, sheet, table, row, cells)


def _reason(row: Row, cells: Mapping[Head, tuple[Cell, ...]], said: list[str], table: Table) -> str:
    if row.hidden:
        return "隐藏的行，没有读"
    if _TOTAL.fullmatch(said[0]):
        return "合计行"
    if len(said) == 1 and _PAGE.fullmatch(said[0]):
        return "页码或续表的标题"
    if len(said) == 2 and _NOTED.fullmatch(said[0]):
        return "说明或落款，不是事项"
    if _NOTE.fullmatch(said[0]) and (len(said) <= 2 or all(map(_NOTE.fullmatch, said))):
        return "说明或落款，不是事项"
    if sum(table.words.get(c.column) == c.text for c in row.cells) > max(1, len(row.cells) // 2):
        return "重复的表头"
    if len(said) > 2 and [c.text.strip("()（）") for c in row.cells] == [
        str(n) for n in range(1, len(row.cells) + 1)
    ]:
        return "栏次"
    if any(head in _LISTED for head in cells) or _is_heading(cells):
        return ""
    return "只有编号，没有内容" if cells else "只有没有读的列里有字"


def _is_heading(cells: Mapping[Head, tuple[Cell, ...]]) -> bool:
    """Words in the column of numbers and nowhere else: a heading that nobody merged over the row."""
    text = "".join(cell.text for cell in cells.get(Head.ID, ()))
    number = read_number(text) if text else None
    return bool(text) and (number is None or (number.value == 0 and not text.isascii()))
