"""S101."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.slips import PREFIXES


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for slip in ledger.slips:
        prefix = PREFIXES[slip.kind] + "-"
        if not slip.id.startswith(prefix):
            spot = Spot(ledger.paths["slip", slip.id], ("id",))
            yield Finding(spot, f"{slip.kind}的编号应以 {prefix} 开头，这里是 {slip.id}", "改正 id 或 kind")


RULE = Rule(
    code="S101",
    name="slip-id-unlike-kind",
    severity=Severity.ERROR,
    what="单据编号的开头与种类不符：提示单 TS、交办单 JB、催办单 CB、责令书 ZL。",
    why="编号按种类、年度连续编排；开头不对，会占了别的种类的号，件数也会数错。",
    example="id: TS-2017-025\nkind: 交办单             # 应为 JB-",
    fix="种类写错的改 kind；编号写错的改 id，文件名一并改。",
    check=_check,
)
