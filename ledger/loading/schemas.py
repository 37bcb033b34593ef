"""JSON Schemas of every kind of file, from the records: what an editor completes, explains and refuses.

They look at one file by itself and at values as an editor types them (``id: 1`` is a number there).
Names that have to exist, the order of dates and the states of things are left to ``ledger check``.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from ledger.loading.draft07 import DIALECT, Schema, arranged, draft07, merged
from ledger.loading.entry_schemas import with_own_entries
from ledger.loading.kinds import Kind, adapter, kinds, register_kind
from ledger.model.entries import Entry
from ledger.model.fields import (
    CountText,
    Day,
    DueText,
    Identifier,
    Line,
    MonthText,
    Number,
    QuarterText,
    Signed,
)
from ledger.model.forms import form
from ledger.model.register import Register

_CAPTIONS = {
    "Settings": ("台账", "ledger.yaml：这是谁的台账。放在台账文件夹里，程序据此找到台账"),
    "Register": ("单位名册", "units.yaml：单位和领导。单位的先后就是三单一书编号的先后"),
    "Unit": ("单位", "一个单位一条；更名、撤并的不改旧名，写 until 和 successor，新名另写一条"),
    "Leader": ("领导", "作决定（by）或领衔（leader）的人"),
    "Policies": ("督办规则", "policy.yaml：督办规则的各版本；没有这个文件就用内置的规则"),
    "Policy": ("一版规则", "从 from 起执行的一版规则；不写的键用内置的规则"),
    "Docking": ("对接", "对接上级文件的各项期限"),
    "Pilots": ("试点", "改革试点备案和处置的期限"),
    "Closing": ("销号销账", "销号、回头看和方案销账另外要求什么"),
    "Ladder": ("三单一书", "提示单、交办单、催办单、责令书怎样逐级发出"),
    "Rung": ("一级", "三单一书的一级：逾期多少天发、谁签发、多久回复、多久办结"),
    "Authority": ("签发权限", "一个签发单位，和它可以向哪几类单位下交办单、催办单、责令书"),
    "RestYears": ("放假安排", "calendar.yaml：日历库还没有收录的年份的放假和调休"),
    "RestYear": ("一年", "一年的放假和调休，照国务院办公厅的通知写"),
    "Schemes": ("评分方案", "scoring.yaml：月度评分方案的各版；没有这个文件就不评分"),
    "Scheme": ("一版方案", "从 from 起执行的一版评分方案"),
    "Aspect": ("方面", "几个督察重点同属的一个方面，如“五个坚持”之一"),
    "Pool": ("分组", "一类单位在一起排名；其中排名最后的要做什么"),
    "Deductions": ("三单一书扣分", "每收到一行提示单、交办单、催办单、责令书，扣几分"),
    "Checkpoint": ("督察重点", "每月评分的一点：考什么、满分多少、怎样评"),
    "Plan": ("改革方案", "一个方案一个文件，文件名就是 id；只记哪一天发生了什么，完成率、逾期由程序算"),
    "Part": ("部分", "方案正文的一个标题；事项用 part 指向它，本身不计数"),
    "Item": ("改革事项", "方案分解出的一件事；名称、牵头单位、时限照最初的写，此后的变动记在 log 里"),
    "Node": ("节点", "事项里分步完成、有自己时限的一步"),
    "Evidence": ("佐证", "证明一件事的文件或材料；文号（number）和名称（title）至少写一个"),
    "Voided": ("作废的记录", "更正要作废的那一条：写它的日期和事件"),
    "Slip": ("三单一书", "一份已签发的单或书，文件名就是 id；由 ledger escalate 生成，回复记在各行"),
    "Row": ("行", "单里的一件事：要求哪一天以前办结，回复、验收了没有"),
}
"""What an editor says of a record; of its keys, the records themselves do."""

_NARROWER: dict[str, Schema] = {
    "Evidence": {"anyOf": [{"required": ["number"]}, {"required": ["title"]}]},
}
"""What the types of the records do not say, and rules refuse all the same."""


def schemas() -> dict[str, str]:
    """The text of every published schema by its file name."""
    return {schema_name(kind): _text(kind) for kind in kinds()}


def schema_name(kind: Kind) -> str:
    return f"{kind.name}.schema.json"


@cache
def _text(kind: Kind) -> str:
    return json.dumps(_schema(kind), ensure_ascii=False, indent=2) + "\n"


def _schema(kind: Kind) -> Schema:
    whole = draft07(adapter(kind).json_schema())
    root = kind.record.__name__
    captions = _CAPTIONS | (_of_register(kind.register) if kind.register else {})
    records = {root: whole, **whole.pop("definitions", {})}
    records = {name: merged(record, _NARROWER.get(name, {})) for name, record in records.items()}
    records = {
        name: _captioned(name, record, captions)
        for name, record in with_own_entries(records, kind.register).items()
    }
    head = {"$schema": DIALECT, "$id": schema_name(kind), **records.pop(root)}
    if records:
        head["definitions"] = dict(sorted(records.items()))
    return arranged(_explained(head))


def _of_register(register: Register[Any]) -> dict[str, tuple[str, str]]:
    """What its file is called, and every record that may stand in it: each says of itself what it is (ABOUT)."""
    listed = {} if register.folder else {register_kind(register.name).record.__name__: register.word}
    captions = {name: (word, f"{register.file}：{register.about}") for name, word in listed.items()}
    words = {kind.record: kind.word for kind in register.types}
    return captions | {r.__name__: (words.get(r, r.ABOUT), r.ABOUT) for r in _records(register.thing.record)}


def _records(record: Any) -> Iterator[Any]:
    yield record
    for field in form(record):
        if field.inner is not None and field.inner is not Entry:
            yield from _records(field.inner)


def _captioned(name: str, record: Schema, captions: Mapping[str, tuple[str, str]]) -> Schema:
    """Entries come with their captions; a record that nobody has described yet is a KeyError, not a gap."""
    if name.endswith("Entry"):
        return record
    title, description = captions[name]
    return record | {"title": title, "description": description}


def _explained(schema: Schema) -> Schema:
    """Say in words what a pattern wants: an editor would print the regular expression."""
    result = {k: _explained(v) if isinstance(v, dict) else v for k, v in schema.items()}
    message = _pattern_messages().get(str(schema.get("pattern")))
    return result | {"patternErrorMessage": message} if message else result


@cache
def _pattern_messages() -> dict[str, str]:
    messages = {
        Day: "应写作 2017-06-30 的样式",
        DueText: "可写 2017-06-30、2017-06、2017Q2、2017H1、2017 或 长期",
        QuarterText: "应写作 2017Q3 的样式",
        MonthText: "应写作 2017-10 的样式",
        CountText: "应写作 170、170余 或 近170",
        Number: "应写作 2 或 2.5 的样式",
        Signed: "应写作 7.8 或 -9.4 的样式",
        Identifier: "不能有空白、换行、/ 或 #",
        Line: "只能写一行",
    }
    return {TypeAdapter(kind).json_schema()["pattern"]: message for kind, message in messages.items()}
