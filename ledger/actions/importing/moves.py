"""A time limit or a lead that a newer sheet gives otherwise: an entry of who decided it, never an edit."""

from collections.abc import Iterator

from ledger.actions.importing.fates import error, warning
from ledger.actions.importing.orders import Orders
from ledger.actions.importing.roll import Roll, names_of, written
from ledger.actions.importing.wanted import Wanted
from ledger.base.days import parse_due
from ledger.base.diagnostics import Diagnostic
from ledger.base.text import in_words
from ledger.loading.sheets.draft import DraftItem
from ledger.measures.standing import Standing
from ledger.model.items import ITEM_EVENTS, STATE_WORDS

_BY = "写明由谁决定：--by 单位或领导；其实没有变的，把表改回来"


def due_moved(draft: DraftItem, standing: Standing, orders: Orders) -> Iterator[Wanted | Diagnostic]:
    """An approved extension, where the sheet has another last day than the ledger.

    Days that a suspension added are not the sheet's to know: the limit before them counts.
    """
    text = draft.fields.get("due")
    if not isinstance(text, str):
        return
    told, history = parse_due(text), standing.due
    extensions = [x.until for x in standing.history.extensions if x.node is None]
    earlier = [history.last if history else None, *extensions]
    known = earlier[-1]
    if told.last in {known, standing.effective_due}:
        return
    shown = str(known) if extensions else str(history) if history else "待定"
    if told.last in earlier[:-1]:
        message = f"时限仍是{told}，台账里已延期到{known}"
        yield warning(
            "I144", message, draft, "due", "表是旧的，不记；确实又改回来的，用 ledger record 记批准延期"
        )
    elif told.last is None:
        message = f"时限：台账里是{shown}，表里是{told}"
        yield error("I141", message, draft, "due", "改为长期没有可记的事件；录入笔误用 ledger record 记 更正")
    elif settled := _settled(standing, "extend"):
        yield error("I141", f"时限：台账里是{shown}，表里是{told}", draft, "due", settled)
    elif orders.by is None:
        yield error("I143", f"时限：台账里是{shown}，表里是{told}", draft, "due", _BY)
    else:
        yield Wanted("批准延期", {"until": told.last.isoformat(), "by": orders.by}, None, "due")


def lead_moved(
    draft: DraftItem, standing: Standing, orders: Orders, roll: Roll
) -> Iterator[Wanted | Diagnostic]:
    """A transfer from those who no longer lead to those who do now."""
    told = roll.current(names_of(draft.fields.get("lead")))
    if not told or set(told) == set(standing.leads):
        return
    landed = roll.current(standing.item.lead or standing.plan.lead)
    message = f"牵头单位：台账里是{in_words(standing.leads) or '（无）'}，表里是{in_words(told)}"
    gone = [name for name in standing.leads if name not in told]
    come = [name for name in told if name not in standing.leads]
    if set(told) == set(landed):
        hint = "表是旧的，不记；确实又移交回去的，用 ledger record 记移交"
        yield warning("I144", f"{message}；原来是表里的，后来移交了", draft, "lead", hint)
    elif not gone and len(standing.leads) > 1:
        hint = "由谁分给新增的单位，表上看不出；用 ledger record 记移交（--from、--to）"
        yield error("I141", message, draft, "lead", hint)
    elif settled := _settled(standing, "transfer"):
        yield error("I141", message, draft, "lead", settled)
    elif orders.by is None:
        yield error("I143", message, draft, "lead", _BY)
    elif len(standing.leads) == 1:
        yield Wanted("移交", {"to": written(told), "by": orders.by}, None, "lead")
    else:
        for name in gone:
            fields = {"from": name, "to": written(come or told), "by": orders.by}
            yield Wanted("移交", fields, None, "lead")


def _settled(standing: Standing, name: str) -> str:
    """What to do where the event is not possible any more; nothing where it is."""
    event, state = ITEM_EVENTS.find(name), standing.history.state
    if event is None or event.allowed is None or state in event.allowed:
        return ""
    return (
        f"{STATE_WORDS[state]}的事项不能再记{event.word}：表错了改表；台账里录错的，用 ledger record 记 更正"
    )
