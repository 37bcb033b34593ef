"""Names on the command line → the things they mean."""

from datetime import date
from typing import Any

from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.commands.session import Session, unread_plans
from ledger.measures.holdings import Holding, course, holdings
from ledger.measures.standing import Standing, standing_of
from ledger.model.plans import ref_of
from ledger.model.register import Course


def find_item(session: Session, ref: str) -> Standing | None:
    """The item of ``plan/item`` (a node's ``#a`` is dropped), judged on the day; None when it is no item's name."""
    wanted = ref.partition("#")[0]
    for plan, item in session.ledger.items():
        if ref_of(plan, item) == wanted:
            return standing_of(plan, item, session.ledger, session.day.date)
    return None


def place_of(
    session: Session, kind: str, identifier: str, list_key: str = "", index: int | None = None
) -> str:
    """``plans/2017/zb-2017-05.yaml:29`` for a record, or for one of its list."""
    path = session.ledger.paths.get((kind, identifier), "")
    if index is None:
        return path
    place = session.sources.place(path, (list_key, index))
    return f"{place.path}:{place.line}"


def find_thing(session: Session, ref: str) -> tuple[Course[Any], str] | None:
    """A thing of a register, or within one, as it stands on the day, and its place; None when nothing is called so."""
    day = session.day.date
    holding = next((h for h in holdings(session.ledger) if h.ref == ref), None)
    if holding is None:
        return None
    place = session.sources.place(holding.path, holding.pointer)
    return course(holding.type, ref, holding.record, day, _parent(holding, day)), f"{place.path}:{place.line}"


def _parent(holding: Holding, day: date) -> Course[Any] | None:
    parent = holding.parent
    return course(parent.type, parent.ref, parent.record, day, _parent(parent, day)) if parent else None


def item_place(session: Session, standing: Standing) -> str:
    index = next(n for n, item in enumerate(standing.plan.items) if item is standing.item)
    return place_of(session, "plan", standing.plan.id, "items", index)


def no_such(session: Session, ref: str, *, only_items: bool = False) -> LedgerError:
    """One sentence, with the nearest name that there is."""
    ledger, plan = session.ledger, ref.partition("/")[0]
    if plan in unread_plans(session.sources):
        return LedgerError(f"{quoted(plan)}的文件有错，没有读入；运行 ledger check 查看")
    others = [
        *(p.id for p in ledger.plans),
        *(s.id for s in ledger.slips),
        *(h.ref for h in holdings(ledger)),
    ]
    if only_items and plan in others:
        return LedgerError(
            f"why 说明事项、单和登记簿里的事；方案用 ledger show {plan} 查看，事项编号写作 zb-2017-05/1 的样式"
        )
    names = [ref_of(p, i) for p, i in ledger.items()]
    hint = (
        did_you_mean(ref, names if only_items else [*others, *names])
        or "用 ledger items、ledger list plans 查看编号"
    )
    return LedgerError(f"没有{quoted(ref)}；{hint}")
