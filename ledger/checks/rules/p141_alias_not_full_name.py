"""P141."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.aliases import aliases
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for alias in aliases(ledger):
        message = f"“{alias.name}”是 {alias.full} 的别名"
        if alias.twice:
            yield Finding(alias.spot, message, f"{alias.full} 在这里写了两次，留一个")
        else:
            yield Finding(alias.spot, message, f"改写全称“{alias.full}”", mend=alias.full)


RULE = Rule(
    code="P141",
    name="alias-not-full-name",
    severity=Severity.NOTE,
    what=(
        "单位或专项小组写的是别名，不是全称。更名前的旧名称不是别名；几个单位先后用过的名称、已签发的单据和"
        "督办规则，不在此列。"
    ),
    why="程序认得别名，数字不受影响；但在文件里按全称查找、核对时会漏掉，别名以后也可能归了别的单位。",
    example="lead: 市发改委           # units.yaml 里是 市发展改革委，别名 市发改委",
    fix="运行 ledger check --fix 改成全称；先加 --diff 可以看怎么改。",
    check=_check,
)
