"""Wanted entries → entries that may stand in the item's log, tried on its history; or the faults of the row."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from pydantic import TypeAdapter

from ledger.actions.importing.fates import Fields, error, warning
from ledger.actions.importing.orders import Orders
from ledger.actions.importing.wanted import Said, Wanted
from ledger.actions.recording import addition
from ledger.actions.targets import Target
from ledger.base.days import NoSuchDay, parse_day
from ledger.base.diagnostics import Diagnostic, has_errors
from ledger.checks.logs import Log
from ledger.loading.sheets.draft import DraftItem
from ledger.measures.history import Step
from ledger.measures.replay import replay
from ledger.model.entries import Entry
from ledger.model.items import ITEM_EVENTS, STATE_WORDS, Item


@dataclass(frozen=True, slots=True)
class Case:
    """An item and its log; ``leads`` are the plan's, ``judged`` the last day on which a paper about it was judged.

    ``due`` is the last day on which it would be done in time.
    """

    item: Item
    leads: tuple[str, ...]
    log: Log
    judged: date | None
    due: date | None


def made(
    draft: DraftItem, case: Case, said: Iterable[Said], orders: Orders
) -> tuple[tuple[Fields, ...], tuple[Diagnostic, ...]]:
    """The entries in the order of their days, and all that is said against the row: no entries where that is an error."""
    faults, dated = [*draft.faults], list[tuple[date, Wanted]]()
    for one in said:
        if isinstance(one, Diagnostic):
            faults.append(one)
        elif isinstance(one, Wanted):
            day = _day(draft, one, orders)
            dated += [] if isinstance(day, Diagnostic) else [(day, one)]
            faults += [day] if isinstance(day, Diagnostic) else []
    if not dated or has_errors(faults):
        return (), tuple(faults)
    faults += [late for day, one in dated if (late := _late_by_default(draft, case, one, day, orders))]
    dated.sort(key=lambda pair: pair[0])
    entries = [_entry(case, one, day, orders) for day, one in dated]
    faults += _impossible(draft, case, [one for _, one in dated], entries)
    return (() if has_errors(faults) else tuple(entries)), tuple(faults)


def _day(draft: DraftItem, one: Wanted, orders: Orders) -> date | Diagnostic:
    """The row's own day, else that of the whole sheet."""
    if one.day is None:
        return orders.day
    try:
        day = parse_day(one.day)
    except NoSuchDay as no_day:
        return error("I148", str(no_day), draft, "day", "写作 2017-06-30 的样式")
    if day > orders.today:
        return error(
            "I148", f"记“{one.event}”的 {day} 还没有到", draft, "day", "核对日期；还没有发生的事不记"
        )
    return day


def _late_by_default(
    draft: DraftItem, case: Case, one: Wanted, day: date, orders: Orders
) -> Diagnostic | None:
    """A completion that only a day that nobody stated makes late: the ledger has nothing after the limit either."""
    stated = one.event != "完成" or one.day is not None or orders.dated
    if stated or case.due is None or day <= case.due:
        return None
    if any(entry.date > case.due for entry in case.log.entries):
        return None
    message = f"写着已完成，没有写哪一天：按 {day} 记就成了逾期完成（时限 {case.due}）"
    hint = "不是那天办结的，加一列“实际完成时间”写明日期，再导入；是那天的，用 --date 指明"
    return warning("I153", message, draft, one.key, hint)


def _entry(case: Case, one: Wanted, day: date, orders: Orders) -> Fields:
    event = ITEM_EVENTS.find(one.event)
    if event is None:
        raise ValueError(one.event)
    return addition(Target(case.log, event), one.fields, day, orders.today, case.judged).fields


def _impossible(
    draft: DraftItem, case: Case, dated: Sequence[Wanted], entries: Sequence[Fields]
) -> Iterator[Diagnostic]:
    """Entries that the event table does not allow where the item stands, or that leave no room for a later one."""
    new = [_reader().validate_python(dict(entry)) for entry in entries]
    asked = {id(entry): one for entry, one in zip(new, dated, strict=True)}
    before = {id(step.entry) for step in _set_aside(case.item, case)}
    hint = "核对这一行和台账；漏记的先用 ledger record 补记，错记的记 更正"
    for step in _set_aside(dataclasses.replace(case.item, log=(*case.log.entries, *new)), case):
        event, one = step.entry.event, asked.get(id(step.entry))
        if one is not None:
            message = f"台账里这时是“{STATE_WORDS[step.before]}”，不能记“{event}”"
            yield error("I146", message, draft, one.key, hint)
        elif id(step.entry) not in before:
            message = f"记下以后，台账里 {step.entry.date} 的“{event}”就不能发生了"
            yield error("I146", message, draft, dated[0].key, hint)


def _set_aside(item: Item, case: Case) -> Iterator[Step]:
    return (step for step in replay(item, case.leads, date.max).steps if not step.counted)


@cache
def _reader() -> TypeAdapter[Entry]:
    return TypeAdapter(Entry)
