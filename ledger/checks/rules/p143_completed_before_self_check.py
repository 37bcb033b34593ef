"""P143."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import PlacedItem, items_with
from ledger.checks.rule import Finding, Rule
from ledger.model.entries import Entry
from ledger.model.facts import facts
from ledger.model.items import sends_back
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    asked = any(policy.closing.self_check for policy in ledger.policies.versions)
    for placed in items_with(ledger, "完成") if asked else ():
        for n, entry in placed.entries("完成"):
            if ledger.policies.on(entry.date).closing.self_check and not _was_checked(placed, entry):
                message = f"{placed.ref} 报完成以前没有自查"
                yield Finding(placed.spot("log", n, "event"), message, "先记 自查，再报完成；自查过的，补记")


def _was_checked(placed: PlacedItem, claim: Entry) -> bool:
    """Some 自查 stands above the claim, and below what sent the item back last."""
    checked = False
    for entry in facts(placed.item.log, claim.date):
        if entry is claim:
            break
        checked = entry.event == "自查" or (checked and not sends_back(entry))
    return checked


RULE = Rule(
    code="P143",
    name="completed-before-self-check",
    severity=Severity.ERROR,
    what="督办规则要求自查的，没有自查（退回、反弹以后没有重新自查）就报完成。",
    why="报完成就是申请销号；牵头单位自己先对一遍账，核验才不是替它查漏补缺。",
    example=(
        "# policy.yaml 写着 self_check: true\n"
        "- date: 2017-08-01\n"
        "  event: 进展\n"
        "- date: 2017-09-22\n"
        "  event: 完成             # 前面没有 自查\n"
        "  evidence:\n"
        "    - number: 云政办发〔2017〕90号"
    ),
    fix="先自查，记一条 自查，再记 完成；自查过没有记的，补记。要不要自查由 policy.yaml 的 closing.self_check 定。",
    check=_check,
)
