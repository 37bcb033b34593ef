"""A new thing of a register, or within one: what was said of it by titles or keys, and the file that it goes into."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ledger.actions.creating import Created, Given
from ledger.actions.importing.home import Home
from ledger.actions.importing.thing_fates import thing_fates
from ledger.actions.importing.thing_files import name_of, thing_files
from ledger.base.diagnostics import Place
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, in_words, quoted
from ledger.files.scalars import Value
from ledger.loading.things.rows import ThingRow, heads_of
from ledger.loading.things.tables import OWNER, ThingTable
from ledger.loading.things.texts import cell_value
from ledger.measures.holdings import held


def new_thing(table: ThingTable, home: Home, name: str, given: Given, _: date) -> Created:
    """At the end of its list, or in a file of its own; of what stands in another the next number, unless ``name`` says one.

    Raises LedgerError where it is there, a field is missing or cannot be read.
    """
    owner, identifier = _named(table, name, home)
    fields: dict[str, Value] = {"id": identifier, **given}
    row = ThingRow(table, Place(""), fields, owner)
    (fate,) = thing_fates([row], home.ledger)
    word = table.thing.word
    if fate.holding is not None:
        way = "记进展用 ledger record" if table.thing.events else "看它写了什么用 ledger show"
        raise LedgerError(f"{word} {row.ref} 已经有了，在 {fate.holding.path}；{way} {row.ref}")
    missing = [fault for fault in fate.faults if fault.code == "I193"]
    if missing:
        titles = "、".join(fault.message.removeprefix("没有写") for fault in missing)
        first = missing[0].message.removeprefix("没有写")
        raise LedgerError(f"新建{word}还要写：{titles}；写作 --set {first}=…")
    if fate.faults:
        said = "；".join(filter(None, (fate.faults[0].message, fate.faults[0].hint)))
        raise LedgerError(f"新建{word}：{said}")
    after = thing_files([fate], home)
    path = name_of(fate, home)
    return Created(path, home.contents.get(home.prefix + path), after[path])


def _named(table: ThingTable, name: str, home: Home) -> tuple[str, str]:
    """The thing that it stands in, if any, and its id."""
    if not table.key:
        return "", name
    owner, _, number = name.partition("/")
    known = {h.ref: h.record for h in held(home.ledger, table.register) if h.parent is None}
    if owner not in known:
        kind, word = table.register.thing.kind, table.register.thing.word
        guess = did_you_mean(owner, known)  # of the next month's sheet it is this month's
        raise LedgerError(f"没有{word}{quoted(owner)}；{guess}还没有的，先用 ledger new {kind} {owner} 登记")
    ids = [record.id for record in getattr(known[owner], table.key)]
    return owner, number or str(1 + max((int(i) for i in ids if i.isdecimal()), default=0))


def said_of(table: ThingTable, said: Mapping[str, Value], pairs: Sequence[str]) -> dict[str, Value]:
    """The fields in the order of the record: what options said by their keys, and ``名称=…`` or ``title=…`` pairs.

    Raises LedgerError for a word that is no field, and for a field said twice.
    """
    words, texts = heads_of(table).words, dict[str, Value](said)
    for key, text in map(_pair, pairs):
        field = words.get("".join(key.split()).lower())
        if field is None or field in {"id", OWNER}:
            titles = [column.head for column in table.columns if column.key != "id"]
            raise LedgerError(
                f"{table.thing.word}没有{quoted(key)}；{did_you_mean(key, titles) or f'可写：{in_words(tuple(titles))}'}"
            )
        if field in texts:
            raise LedgerError(f"{quoted(key)}写了两次；几个名称之间用顿号")
        texts[field] = text
    return dict(_values(table, texts))


def _values(table: ThingTable, texts: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    for column in table.columns:
        if column.key in texts:
            text = texts[column.key]
            yield column.key, cell_value(column, text) if isinstance(text, str) else text


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.replace("＝", "=", 1).partition("=") if "=" not in text else text.partition("=")
    if not equals or not value.strip():
        raise LedgerError(f"--set 要写作 名称=值，不能写{quoted(text)}")
    return key.strip(), value.strip()
