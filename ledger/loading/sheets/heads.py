"""Where the head of a table is, and what each of its columns holds."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledger.base.text import first_of, quoted
from ledger.files.sheets.cells import Row, Sheet, letters
from ledger.loading.sheets.head_words import SEVERAL, Head, head_of, plain_head

_SEARCHED = 40
NAMING = frozenset({Head.TITLE, Head.TEXT})
ENOUGH = 3
"""So many columns that a row names, and nothing else is said so: the first such row is the head."""
_PLACING = frozenset({Head.LEAD, Head.PARTICIPANTS, Head.UNITS, Head.DUE, Head.FINISHED})


@dataclass(frozen=True, slots=True)
class Table:
    """``first`` and ``last`` are the head's row numbers, ``words`` what it says by column.

    ``remarks`` say what a reader would not take for granted; ``twice`` are two columns that say the same.
    """

    first: int
    last: int
    columns: dict[Head, tuple[int, ...]]
    words: dict[int, str]
    remarks: tuple[str, ...] = ()
    twice: tuple[int, ...] = ()

    def has(self, *heads: Head) -> bool:
        return any(head in self.columns for head in heads)


def find_table(sheet: Sheet) -> Table | None:
    """The first rows that name enough columns, else those that name most; at least a title or text and one other."""
    best: tuple[int, int, dict[int, str]] | None = None
    found = 0
    for first, last, words in _candidates(sheet.rows[:_SEARCHED]):
        if best is not None and found >= ENOUGH and first > best[1]:
            break
        heads = {head_of(word) for column, word in words.items() if column not in sheet.hidden_columns} - {
            None
        }
        if heads & NAMING and len(heads) > max(1, found):
            best, found = (first, last, words), len(heads)
    return _table(sheet, *best) if best else None


def looked_for() -> str:
    """What a sheet has to have so that it is read."""
    return "一行里要有 事项（工作任务、改革事项、工作内容、具体措施 等），和 序号、责任单位、牵头单位、完成时限 等中的一个"


def _candidates(rows: Sequence[Row]) -> Iterator[tuple[int, int, dict[int, str]]]:
    """Every row as a head, and with the row below it where that is a second row of the same head."""
    for n, row in enumerate(rows):
        words = {c.column: c.text for c in row.cells}
        yield row.number, row.number, words
        below = rows[n + 1] if n + 1 < len(rows) else None
        if below is not None and below.number == row.number + 1 and _goes_on(row, below):
            yield row.number, below.number, _joined(words, below)


def _goes_on(upper: Row, lower: Row) -> bool:
    """A head of two rows: cells merged over several columns above, or merged downwards into both."""
    downwards = any(c.merged and c.text == upper.cell(c.column).text for c in lower.cells)
    own = [c for c in lower.cells if not (c.merged and c.text == upper.cell(c.column).text)]
    sideways = [c for c in upper.cells if c.merged]
    if not own or not (downwards or sideways) or any(len(c.text) > 20 for c in own):
        return False
    return not _is_title(upper, own[0].column)


def _is_title(row: Row, leftmost: int) -> bool:
    """Words that head no column, or one text from the first column on: what stands above the list, not in its head."""
    texts = {cell.text for cell in row.cells}
    return all(head_of(text) is None for text in texts) or (
        len(texts) == 1 and row.cells[0].column <= leftmost
    )


def _joined(words: dict[int, str], lower: Row) -> dict[int, str]:
    """The lower word where it says enough by itself, else both: 责任单位 over 牵头, 完成 over 时限."""
    both = dict(words)
    for cell in lower.cells:
        above = words.get(cell.column, "")
        if cell.text != above:
            alone = head_of(cell.text) is not None or head_of(above + cell.text) is None
            both[cell.column] = cell.text if alone else above + cell.text
    return both


def _table(sheet: Sheet, first: int, last: int, words: dict[int, str]) -> Table:
    columns = defaultdict[Head, list[int]](list)
    remarks: list[str] = []
    unknown: list[str] = []
    hidden: list[str] = []
    for column, word in words.items():
        head = head_of(word)
        named = f"{quoted(plain_head(word) or word)}（{letters(column)}列）"
        if column in sheet.hidden_columns:
            hidden.append(named)
        elif head is None:
            unknown.append(named)
        else:
            columns[head].append(column)
    if unknown:
        remarks.append(f"不认得的列，没有读：{first_of(unknown, 20)}")
    if hidden:
        remarks.append(f"隐藏的列，没有读：{first_of(hidden, 20)}；要读，先取消隐藏")
    if unkept := columns.pop(Head.UNKEPT, []):
        remarks.append(f"不入账的列，没有读：{'、'.join(quoted(plain_head(words[c])) for c in unkept)}")
    remarks += _settled(sheet, last, columns, words)
    twice = next((c for h, c in columns.items() if len(c) > 1 and h not in SEVERAL), [])
    return Table(
        first, last, {h: tuple(c) for h, c in columns.items() if c}, words, tuple(remarks), tuple(twice)
    )


def _settled(sheet: Sheet, last: int, columns: dict[Head, list[int]], words: dict[int, str]) -> Iterator[str]:
    """Heads whose meaning hangs on the others; says how they were taken."""
    if Head.ID in columns and Head.NUMBER in columns:
        columns.pop(Head.NUMBER)
        yield "编号取“编号”一列，“序号”只是排列"
    columns[Head.ID] = columns.pop(Head.ID, []) + columns.pop(Head.NUMBER, [])
    if Head.FINISHED in columns:
        head = Head.DONE_ON if Head.DUE in columns else Head.DUE
        if head not in columns:
            columns[head] = columns[Head.FINISHED]
            yield f"“完成时间”一列读作{'实际完成的日期' if head is Head.DONE_ON else '时限'}"
        else:
            yield "时限和实际完成的日期都另有一列，“完成时间”一列没有读"
        columns.pop(Head.FINISHED)
    if Head.LEAD in columns and Head.UNITS in columns:
        columns[Head.PARTICIPANTS] = columns.get(Head.PARTICIPANTS, []) + columns.pop(Head.UNITS)
        yield "已有牵头单位一列，“责任单位”一列读作配合单位"
    titles = columns.get(Head.TITLE, [])
    if len(titles) == 2 and _is_broader(sheet, last, titles[0]):
        columns[Head.PART] = [*columns.get(Head.PART, []), titles.pop(0)]
        yield f"{quoted(words[columns[Head.PART][-1]])}一列合并了几行，读作所属部分"


def _is_broader(sheet: Sheet, last: int, column: int) -> bool:
    return any(row.cell(column).merged for row in sheet.rows if row.number > last)
