"""S107."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.numbers import read_printed
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.numbers import read_id


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for slip in ledger.slips:
        identifier, printed = read_id(slip.id), read_printed(slip.number)
        if identifier and printed and identifier[1:] != printed:
            spot = Spot(ledger.paths["slip", slip.id], ("number",))
            message = f"文号 {slip.number} 与编号 {slip.id} 的年份或序号不一致"
            yield Finding(
                spot, message, f"应是 {identifier.year} 年第 {identifier.number} 号；改正写错的一处"
            )


RULE = Rule(
    code="S107",
    name="number-unlike-id",
    severity=Severity.WARNING,
    what="文号里的年份、序号与单据编号（id）的不一致。",
    why="按文号查找单据时会找到另一份；下一份按编号往后取号，文号也会跟着重或跳。",
    example="id: TS-2017-026\nnumber: 云改办提〔2017〕25号   # 应为 26号",
    fix="还没有送达的，改正写错的一处；已经送达的以纸面文号为准，改 id 和文件名。",
    check=_check,
)
