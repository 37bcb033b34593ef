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
_TRANSFER = "移交"
_MOVED = ("id", "lead", "due", "nodes", "log")
_ATTRIBUTES = {key: name for name, key in spelling(Item) if key not in _MOVED}
_HINT = "核对哪一个对：表错了改表；台账里录错的，名称记 更正，其他的照改方案文件"


def differences(
    draft: DraftItem, standing: Standing, roll: Roll, parts: Mapping[str, str], columns: frozenset[str]
) -> Iterator[Diagnostic | str]:
    """One fault for every field, and remarks.

    ``parts`` are the ids in the ledger of the sheet's parts. Fields that have no column of their own in ``columns``
    were made from others, a part may be that of the row above: such are not compared.
    """
    own = columns - ({"part"} if CARRIED in draft.remarks else set())
    for key, fact in draft.fields.items():
        if key == "with" and key in own:
            yield from _participants(draft, standing, roll, names_of(fact))
        elif key in _ATTRIBUTES and key in own:
            yield from _field(draft, standing, key, parts.get(str(fact), fact) if key == "part" else fact)
    yield from _nodes(draft, standing)


def _participants(
    draft: DraftItem, standing: Standing, roll: Roll, said: list[str]
) -> Iterator[Diagnostic | str]:
    """Whoever leads, led or is to lead may stand among them or not: a transfer moves nobody into or out of the list."""
    log, landed = standing.item.log, standing.item.lead or standing.plan.lead
    handed = [name for entry in log if entry.event == _TRANSFER for name in entry.to or ()]
    leads = {*standing.leads, *roll.current([*landed, *handed, *names_of(draft.fields.get("lead"))])}
    told, others = roll.current(said), set(standing.participants)
    if set(told) - leads != others - leads:
        yield _unlike(draft, "with", "、".join(standing.participants), said)
    elif new := [name for name in told if name not in {*others, *standing.leads}]:
        yield f"{'、'.join(new)}原来牵头，改为配合没有另记"


def _field(draft: DraftItem, standing: Standing, key: str, fact: Fact) -> Iterator[Diagnostic]:
    value = standing.title if key == "title" else getattr(standing.item, _ATTRIBUTES[key])
    known = _text(value)
    written = {known, standing.item.title} if key == "title" else {known}
    if squeezed(str(fact)) not in map(squeezed, written):
        yield _unlike(draft, key, known, names_of(fact))


def _unlike(draft: DraftItem, key: str, known: str, told: list[str]) -> Diagnostic:
    said = "、".join(told) or "（空）"
    message = f"{field_title(key)}：台账里是{quoted(known, _LONG) if known else '（空）'}，表里是{quoted(said, _LONG)}"
    return error("I141", message, draft, key, _HINT)


def left_empty(draft: DraftItem, standing: Standing, columns: frozenset[str]) -> Iterator[str]:
    """Remarks about cells that say nothing of what the ledger knows: an empty cell changes nothing."""
    known = {
        "due": str(standing.due) if standing.due else "",
        "with": "、".join(standing.participants),
        "text": standing.item.text or "",
    }
    for key, value in known.items():
        if value and key in columns and key not in draft.fields:
            yield f"{field_title(key)}没有写，台账里的{quoted(value)}没有动"


def _text(value: Any) -> str:
    if value is None:
        return ""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _nodes(draft: DraftItem, standing: Standing) -> Iterator[Diagnostic | str]:
    """Nodes are the same when their days are: of a moved one the day it was moved to will do as well.

    Their names are often made of the words around a day: another one is told, and is no fault.
    """
    nodes = [node for node in draft.fields.get("nodes", ()) if isinstance(node, dict)]
    if not nodes:
        return
    told = sorted(str(parse_due(node["due"]).last) for node in nodes)
    moved = {node.id: node.due for node in standing.nodes}
    item = standing.item
    written = sorted(str(node.due.last) for node in item.nodes)
    effective = sorted(str(moved.get(node.id, node.due.last)) for node in item.nodes)
    known = "、".join(map(_node, item.nodes)) or "（空）"
    said = "、".join(f"{node['title']} {node['due']}" for node in nodes)
    if told in (written, effective):
        if {squeezed(node["title"]) for node in nodes} != {squeezed(node.title) for node in item.nodes}:
            yield f"节点的名称没有动：台账里是{quoted(known, _LONG)}，表里是{quoted(said, _LONG)}"
    else:
        hint = "节点的时限变了，用 ledger record 记批准延期（编号写到节点）；多出来的节点照改方案文件"
        yield error("I141", f"节点：台账里是{quoted(known)}，表里是{quoted(said)}", draft, "nodes", hint)


def _node(node: Node) -> str:
    return f"{node.title} {node.due}"
