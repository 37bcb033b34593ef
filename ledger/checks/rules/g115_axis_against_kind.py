"""G115."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.inspections import inspections
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.registers.inspections import IMPLIED


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in inspections(ledger):
        record = holding.record
        for key, implied in IMPLIED.get(record.kind, {}).items():
            written = getattr(record, key)
            if written is not None and written != implied:
                message = f"{record.id} 的种类是{record.kind}，{key} 却写作“{written}”"
                yield Finding(
                    holding.spot(key), message, f"{record.kind}就是{implied}的，删去 {key} 或改种类"
                )


RULE = Rule(
    code="G115",
    name="axis-against-kind",
    severity=Severity.WARNING,
    what="督察的范围、频次、重点等与它的种类矛盾。",
    why="四个相结合（全面与专项、日常与定期、重点督察与整改复查、明察与暗访）按这几个键统计；矛盾的一次会记到错的一面，空缺就看不出来。",
    example="kind: 专项督察\nscope: 全面             # 专项督察的范围就是专项",
    fix="种类已经说明的不必写；写了的要一致。",
    check=_check,
)
