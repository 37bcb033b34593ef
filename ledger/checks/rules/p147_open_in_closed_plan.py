"""P147."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.closings import last_day
from ledger.checks.items import PlacedItem, placed_items
from ledger.checks.rule import Finding, Rule
from ledger.measures.standing import Standing, standing_of
from ledger.model.items import RELAPSED, State, sends_back
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    closed_on = {plan: closed for plan, closed in last_day(ledger).items() if closed <= day}
    for placed in placed_items(ledger) if closed_on else ():
        closed = closed_on.get(placed.plan.id)
        if closed is None or _is_open(placed, ledger, closed) or not _is_open(placed, ledger, day):
            continue  # what was open on the day of the closing is P144's
        spot, word = _what_happened(placed, closed)
        message = f"方案 {placed.plan.id} 已于 {closed} 销账，{placed.ref} 此后{word}，方案还是已销账"
        yield Finding(spot, message, "给方案记一条 退回（by、note 写明原因），事项才重新督办；办完再申请销账")


def _is_open(placed: PlacedItem, ledger: Ledger, day: date) -> bool:
    standing: Standing = standing_of(placed.plan, placed.item, ledger, day)
    return not standing.is_claimed and standing.history.state is not State.CANCELLED


def _what_happened(placed: PlacedItem, closed: date) -> tuple[Spot, str]:
    for n, entry in placed.entries("核验退回", "回头看"):
        if entry.date >= closed and sends_back(entry):
            return placed.spot("log", n, "event"), "反弹" if entry.result == RELAPSED else "被退回"
    return placed.spot("id"), "没有完成"


RULE = Rule(
    code="P147",
    name="open-in-closed-plan",
    severity=Severity.WARNING,
    what="已销账的方案里，有事项在销账以后反弹、被退回，或作废了完成，方案却没有退回。",
    why="已销账的方案不再催办，重新打开的事项就成了没有人管的事；方案的账要重新打开，原来的销账记录照旧保留。",
    example=(
        "log:\n"
        "  - date: 2017-09-20\n"
        "    event: 销账\n"
        "    by: 市委深改组\n"
        "items:\n"
        "  - id: 3\n"
        "    log:\n"
        "      - date: 2017-10-18\n"
        "        event: 回头看\n"
        "        by: 市委改革办\n"
        "        result: 反弹"
    ),
    fix="给方案记一条 退回：ledger record 方案编号 退回 --by 市委深改组 --note 原因。原来的申请和销账留着；事项办完，再申请销账。",
    check=_check,
)
