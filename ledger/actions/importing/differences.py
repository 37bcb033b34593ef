"""What a sheet gives otherwise and no entry can move: told with both values, and left to people."""

from collections.abc import Iterator, Mapping
from typing import Any

from ledger.actions.importing.fates import error
from ledger.actions.importing.known import squeezed
from ledger.actions.importing.roll import Roll, names_of
from ledger.base.days import parse_due
from ledger.base.diagnostics import Diagnostic
from ledger.base.text import quoted
from ledger.loading.sheets.draft import DraftItem, Fact
from ledger.loading.sheets.parts import CARRIED
from ledger.measures.standing import Standing
from ledger.model.fields import spelling
from ledger.model.items import Item, Node
from ledger.reports.change_words import field_title

_LONG = 80
_MOVED = ("id", "lead", "due", "nodes", "log")
_ATTRIBUTES = {key: name for name, key in spelling(Item) if key not in _MOVED}
_HINT = "核对哪一个对：表错了改表；台账里录错的，名称记 更正，其他的照改方案文件"


def differences(
    draft: DraftItem, standing: Standing, roll: Roll, parts: Mapping[str, str], columns: frozenset[str]
) -> Iterator[Diagnostic]:
    """One fault for every field.

    ``parts`` are the ids in the ledger of the sheet's parts. Fields that have no column of their own in ``columns``
    were made from others, a part may be that of the row above: such are not compared.
    """
    own = columns - ({"part"} if CARRIED in draft.remarks else set())
    for key, fact in draft.fields.items():
        if key in _ATTRIBUTES and key in own:
            yield from _field(
                draft, standing, roll, key, parts.get(str(fact), fact) if key == "part" else fact
            )
    yield from _nodes(draft, standing)


def _field(draft: DraftItem, standing: Standing, roll: Roll, key: str, fact: Fact) -> Iterator[Diagnostic]:
    if key == "with":
        told = set(roll.current(names_of(fact))) - {
            *standing.leads,
            *roll.current(names_of(draft.fields.get("lead"))),
        }
        same, known = told == set(standing.participants), "、".join(standing.participants)
    else:
        value = standing.title if key == "title" else getattr(standing.item, _ATTRIBUTES[key])
        known = _text(value)
        written = {known, standing.item.title} if key == "title" else {known}
        same = squeezed(str(fact)) in map(squeezed, written)
    if not same:
        said = "、".join(names_of(fact)) or "（空）"
        message = f"{field_title(key)}：台账里是{quoted(known, _LONG) if known else '（空）'}，表里是{quoted(said, _LONG)}"
        yield error("I141", message, draft, key, _HINT)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _nodes(draft: DraftItem, standing: Standing) -> Iterator[Diagnostic]:
    """Nodes are the same when their days are: of a moved one the day it was moved to will do as well."""
    nodes = [node for node in draft.fields.get("nodes", ()) if isinstance(node, dict)]
    if not nodes:
        return
    told = sorted(str(parse_due(node["due"]).last) for node in nodes)
    moved = {node.id: node.due for node in standing.nodes}
    item = standing.item
    written = sorted(str(node.due.last) for node in item.nodes)
    effective = sorted(str(moved.get(node.id, node.due.last)) for node in item.nodes)
    if told not in (written, effective):
        known = "、".join(map(_node, item.nodes)) or "（空）"
        said = "、".join(f"{node['title']} {node['due']}" for node in nodes)
        hint = "节点的时限变了，用 ledger record 记批准延期（编号写到节点）；多出来的节点照改方案文件"
        yield error("I141", f"节点：台账里是{quoted(known)}，表里是{quoted(said)}", draft, "nodes", hint)


def _node(node: Node) -> str:
    return f"{node.title} {node.due}"
