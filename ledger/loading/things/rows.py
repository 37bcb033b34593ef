"""A sheet of a register's things → what each row says of one, by the keys of files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import first_of
from ledger.files.scalars import Value
from ledger.files.sheets.cells import SheetFile
from ledger.loading.sheets.headed import HeadedRow, Heads, first_place, read_headed
from ledger.loading.things.tables import OWNER, ThingTable
from ledger.loading.things.texts import cell_value

STATE, OWED = "状态", "还欠"
"""Columns that the ledger computes of tracked things."""
_COMPUTED = "由记录推算；有变化的用 ledger record 记"
_NAMED = 6


@dataclass(frozen=True, slots=True)
class ThingRow:
    """One thing as a row, a line or a command tells it.

    ``fields`` are by the keys of files, dotted where they lead into a record; ``owner`` is the id of the thing that it
    stands in. ``whole``: nothing of it is missing, log and all, and the keys are not dotted.
    """

    table: ThingTable
    at: Place
    fields: Mapping[str, Value]
    owner: str = ""
    places: Mapping[str, Place] = field(default_factory=dict)
    whole: bool = False

    @property
    def id(self) -> str:
        return str(self.fields.get("id", ""))

    @property
    def ref(self) -> str:
        return f"{self.owner}/{self.id}" if self.table.key else self.id

    @property
    def data(self) -> dict[str, Value]:
        """As a file would have it."""
        return dict(self.fields) if self.whole else nested(self.fields)

    def place(self, key: str) -> Place:
        """The cell of that key, or of one within it, else the row's first."""
        within = (place for name, place in self.places.items() if name.startswith(f"{key}."))
        return self.places.get(key) or next(within, self.at)


def nested(fields: Mapping[str, Value]) -> dict[str, Value]:
    """Dotted keys as records within the record."""
    data: dict[str, Value] = {}
    for key, value in fields.items():
        *outer, last = key.split(".")
        inside = data
        for step in outer:
            inner = inside.setdefault(step, {})
            assert isinstance(inner, dict)  # noqa: S101 - a key holds a record or a value, never both
            inside = inner
        inside[last] = value
    return data


def read_things(file: SheetFile, table: ThingTable) -> tuple[list[ThingRow], list[Diagnostic]]:
    """Every row below a head that names the things and says something else of them."""
    rows, faults = read_headed(file, heads_of(table))
    if not rows and not faults:
        wanted = first_of([*([table.owner] if table.key else []), *(c.head for c in table.columns)], _NAMED)
        said = f"没有找到{table.title}的表头和其下的行"
        hint = f"上面加一行列名：{wanted}；可用 ledger export 空表.xlsx --kind {table.name} 取一张表"
        faults.append(Diagnostic("I190", Severity.ERROR, said, first_place(file), hint))
    return [_row(table, row) for row in rows], faults


def heads_of(table: ThingTable) -> Heads:
    """Titles before keys: what people call a column counts first."""
    words: dict[str, str] = {}
    for column in table.columns:
        for word in (column.head, column.key):
            words.setdefault("".join(word.split()).lower(), column.key)
    words.setdefault("编号", "id")
    words.setdefault("序号", "id")
    if table.key:
        words |= {OWNER: OWNER, table.owner: OWNER}
    computed = {STATE: _COMPUTED, OWED: _COMPUTED} if table.thing.events else {}
    lists = dict.fromkeys((*table.left_out, "记录"), "一格装不下，照改登记簿文件")
    idle = {word: why for word, why in (lists | computed).items() if word not in words}
    needed = {"id", OWNER} if table.key else {"id"}
    return Heads(words, frozenset(needed), tuple(c.head for c in table.columns), "I191", idle, least=2)


def _row(table: ThingTable, row: HeadedRow) -> ThingRow:
    fields = dict(_fields(table, row.texts))
    return ThingRow(table, row.at, fields, row.texts.get(OWNER, ""), row.places)


def _fields(table: ThingTable, texts: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
    """In the order of the record."""
    for column in table.columns:
        if column.key in texts:
            yield column.key, cell_value(column, texts[column.key])
