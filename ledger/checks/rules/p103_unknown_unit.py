"""P103."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.text import nearest
from ledger.checks.names import Mention, has_register, leader_names, mentions_of, named
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.policy import ROLES


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    if not has_register(ledger):
        return
    units = ledger.units
    unknown = {name for name in named(ledger) if units.find(name) is None}
    for mention in mentions_of(ledger, unknown):
        if not (mention.may_be_leader and units.is_leader(mention.name)):
            yield Finding(mention.spot, _message(ledger, mention), _hint(ledger, mention))


def _message(ledger: Ledger, mention: Mention) -> str:
    if ledger.units.is_leader(mention.name):
        return f"“{mention.name}”是领导，这里要写单位"
    kind = "单位或领导" if mention.may_be_leader else "单位"
    return f"units.yaml 里没有“{mention.name}”这个{kind}"


def _hint(ledger: Ledger, mention: Mention) -> str:
    guess = ledger.units.suggestion(mention.name)
    if guess is None and mention.may_be_leader:
        roles = ROLES if "cc" in mention.pointer else ()
        guess = nearest(mention.name, [*leader_names(ledger), *roles])
    return f"是否为“{guess}”？" if guess else "在 units.yaml 中登记，或改成已登记的名称"


RULE = Rule(
    code="P103",
    name="unknown-unit",
    severity=Severity.ERROR,
    what=(
        "写了一个 units.yaml 里没有的单位。牵头、配合、主送单位须是单位；由谁决定（by）、"
        "移交给谁（to）也可以是领导。"
    ),
    why="同一个单位有几种写法，欠账就分散到几个名下，谁也看不全；写错的名称不会出现在任何单位的清单里。",
    example="lead: 市发改局           # units.yaml 里是 市发展改革委，别名 市发改委",
    fix=(
        "按提示改成登记的名称；确是该单位的另一种写法，在 units.yaml 的 aliases 里加上；"
        "新单位在 units.yaml 登记。"
    ),
    check=_check,
)
