"""S105."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for slip in ledger.slips:
        other = first.setdefault(slip.number, slip.id)
        if other != slip.id:
            spot = Spot(ledger.paths["slip", slip.id], ("number",))
            related = ((Spot(ledger.paths["slip", other], ("number",)), f"{other} 先用"),)
            yield Finding(spot, f"文号 {slip.number} 已由 {other} 使用", "改用下一个没有用过的号", related)


RULE = Rule(
    code="S105",
    name="number-used-twice",
    severity=Severity.ERROR,
    what="两份单据用了同一个文号，作废的也算。",
    why="文号是单据的身份。两个分支各自取号，合并后就会重号；作废的单据仍占着号，再用就说不清指的是哪一份。",
    example="# TS-2017-025.yaml 和 TS-2017-026.yaml 都写\nnumber: 云改办提〔2017〕25号",
    fix="后取号的一份改用下一个没有用过的号，id、文件名和 number 一并改；已经送达的，作废一份，另取新号补发。",
    check=_check,
)
