"""G148."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.cleanups import REGISTER

_PARTS = {"merged": "合并", "closed": "终止", "kept": "保留"}


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        record = holding.record
        said = {key: n for key in _PARTS if (n := getattr(record, key)) is not None}
        if record.before is None:
            for key in said:
                message = f"{holding.ref} 写了{_PARTS[key]}的个数，没有写原有几个"
                yield Finding(holding.spot(key), message, "写上 before；由本台账的试点算出的，都不写")
            continue
        total = sum(said.values())
        if total > record.before or (len(said) == len(_PARTS) and total < record.before):
            sums = " + ".join(f"{_PARTS[key]}{n}" for key, n in said.items())
            message = f"{holding.ref} 原有{record.before}个，{sums} 是{total}个"
            yield Finding(holding.spot("before"), message, "核对报来的数，改正写错的那个")
        if "kept" not in said and len(said) < len(_PARTS) - 1:
            message = f"{holding.ref} 没有写保留几个，也算不出来"
            yield Finding(holding.spot("before"), message, "写 kept，或者 merged 和 closed 都写")


RULE = Rule(
    code="G148",
    name="cleanup-does-not-add-up",
    severity=Severity.ERROR,
    what="试点清理规范的数加不起来：合并、终止、保留之和不是原有的个数，或者缺了算不出保留率的数。",
    why="原有多少、保留多少是清理规范的底数；加不起来，保留率和减少的个数都是错的。",
    example="cleanups:\n  - id: QL-2017-01\n    before: 141\n    merged: 27\n    closed: 54\n    kept: 61               # 应为 60",
    fix="照通报核对，改正写错的那个；通报没有分列合并和终止的，只写 before 和 kept。",
    check=_check,
)
