"""Names on the command line → the things they mean."""

from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean
from ledger.commands.session import Session
from ledger.measures.standing import Standing, standing_of
from ledger.model.plans import ref_of


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


def item_place(session: Session, standing: Standing) -> str:
    index = next(n for n, item in enumerate(standing.plan.items) if item is standing.item)
    return place_of(session, "plan", standing.plan.id, "items", index)


def no_such(session: Session, ref: str) -> LedgerError:
    """One sentence, with the nearest name that there is."""
    ledger = session.ledger
    names = [p.id for p in ledger.plans] + [ref_of(p, i) for p, i in ledger.items()]
    names += [s.id for s in ledger.slips] + [d.id for d in ledger.upstream]
    hint = did_you_mean(ref, names) or "用 ledger items、ledger list plans 查看编号"
    return LedgerError(f"没有“{ref}”；{hint}")
