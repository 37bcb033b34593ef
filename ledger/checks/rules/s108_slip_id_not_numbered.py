"""S108."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.numbers import read_id
from ledger.model.slips import PREFIXES


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for slip in ledger.slips:
        prefix = PREFIXES[slip.kind] + "-"
        numbered = read_id(slip.id)
        if slip.id.startswith(prefix) and (numbered is None or numbered.id != slip.id):  # else S101
            spot = Spot(ledger.paths["slip", slip.id], ("id",))
            hint = f"写作 {numbered.id if numbered else prefix + '2017-025'} 的样式，文件名一并改"
            yield Finding(spot, f"{slip.id} 不是 种类-年份-序号 的写法", hint)


RULE = Rule(
    code="S108",
    name="slip-id-not-numbered",
    severity=Severity.WARNING,
    what="单据编号不是 TS-2017-025 的写法：种类、四位年份、三位序号（不足补零，超过不限）。",
    why="取下一个号、查缺号，都靠编号里的年份和序号；认不出来的编号不在其列，可能重号。",
    example="id: TS-17-25             # 应为 TS-2017-025",
    fix="改成规定的写法，文件名一并改。",
    check=_check,
)
