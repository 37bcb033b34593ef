"""The schema of a log's entries, one for each kind of log, generated from its event table."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ledger.loading.draft07 import Schema, merged, reference
from ledger.model.events import CORRECT, EventTable, EventType
from ledger.model.items import CONSOLIDATED, CORRECTABLE, ITEM_EVENTS, RELAPSED, Item
from ledger.model.plans import PLAN_EVENTS, Plan
from ledger.model.register import Register
from ledger.model.slips import QUASHED, ROW_EVENTS, SLIP_EVENTS, UPHELD, Row, Slip

_ABOUT_ENTRIES = "哪一天发生了什么；按记下的先后，新的写在最后，已写的不改"


@dataclass(frozen=True, slots=True)
class _Log:
    """Whose log it is, and what some keys may say in it."""

    owner: type
    title: str
    table: EventTable
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def keys(self) -> set[str]:
        """What an editor offers: the other keys of an entry are allowed, and mean nothing here."""
        return {key for row in self.table for key in row.fields}


_LOGS = (
    _Log(Plan, "方案记录", PLAN_EVENTS),
    _Log(
        Item,
        "事项记录",
        ITEM_EVENTS,
        {"field": CORRECTABLE, "result": (CONSOLIDATED, RELAPSED)},
    ),
    _Log(Slip, "三单一书记录", SLIP_EVENTS),
    _Log(Row, "三单一书的行的记录", ROW_EVENTS, choices={"result": (UPHELD, QUASHED)}),
)


def with_own_entries(records: dict[str, Schema], register: Register[Any] | None = None) -> dict[str, Schema]:
    """The records by name, with ``ItemEntry``, ``PlanEntry`` … in place of the model's one ``Entry``."""
    result = {name: record for name, record in records.items() if name != "Entry"}
    for log in (*_LOGS, *_of_register(register)):
        owner = log.owner.__name__
        if owner in records:
            name = f"{owner}Entry"
            result[name] = _entry(log, records["Entry"], records["Voided"])
            items = {"log": {"items": reference(name)}}
            result[owner] = merged(result[owner], {"properties": items})
    return result


def _of_register(register: Register[Any] | None) -> Iterator[_Log]:
    for thing in register.types if register else ():
        if thing.events is not None:
            results = tuple(dict.fromkeys(word for row in thing.events for word in row.outcomes))
            choices = {"result": results} if results else {}
            yield _Log(thing.record, f"{thing.word}记录", thing.events, choices)


def _entry(log: _Log, general: Schema, voided: Schema) -> Schema:
    event = _choice(general["properties"]["event"], log.table.words)
    described = [_describe(row, log.table, general["properties"]) for row in log.table]
    properties = general["properties"] | {
        "event": event | {"enumDescriptions": described},
        "voids": general["properties"]["voids"]
        | {"properties": {"event": _choice(voided["properties"]["event"], log.table.words)}},
    }
    for key, words in log.choices.items():
        properties[key] = _choice(properties[key], words)
    for key in properties.keys() - log.keys:
        properties[key] = properties[key] | {"doNotSuggest": True}
    entry = general | {"title": log.title, "description": _ABOUT_ENTRIES, "properties": properties}
    return entry | {"allOf": [_condition(row) for row in log.table if row.required]}


def _choice(schema: Schema, words: tuple[str, ...] | list[str]) -> Schema:
    """The property as an enumeration; the examples of the general entry may be no word of this one."""
    return {k: v for k, v in schema.items() if k != "examples"} | {"type": "string", "enum": list(words)}


def _condition(row: EventType) -> Schema:
    then: Schema = {"required": list(row.required)}
    if "evidence" in row.required:
        then["properties"] = {"evidence": {"minItems": 1}}
    if row.word == CORRECT:
        then["anyOf"] = [{"required": ["voids"]}, {"required": ["field", "to"]}]
    return {"if": {"properties": {"event": {"const": row.word}}, "required": ["event"]}, "then": then}


def _describe(row: EventType, table: EventTable, properties: Schema) -> str:
    """What an editor says of one event: when it may be recorded, with what, and what follows."""
    return "；".join(_sentences(row, table, properties)) or "只写日期即可"


def _sentences(row: EventType, table: EventTable, properties: Schema) -> Iterator[str]:
    if table.start:
        yield f"{_states(row.allowed, table)}时可记" if row.allowed else "随时可记"
    if row.required:
        yield "必填 " + "、".join(_named(key, properties) for key in row.required)
    if row.word == CORRECT:
        voids, field_, to = (_named(key, properties) for key in ("voids", "field", "to"))
        yield f"另写 {voids}，或 {field_}与 {to}"
    if row.leads_to:
        yield f"记后为{table.states[row.leads_to]}"


def _states(names: frozenset[str], table: EventTable) -> str:
    return "、".join(word for state, word in table.states.items() if state in names)


def _named(key: str, properties: Schema) -> str:
    return f"{key}（{properties[key]['title']}）"
