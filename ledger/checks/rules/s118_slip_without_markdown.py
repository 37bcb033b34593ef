"""S118."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.markdown import markdown_of
from ledger.checks.papers import standing_slips
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    standing = list(standing_slips(ledger))
    missing = [paper for paper in standing if markdown_of(paper.path) not in ledger.papers]
    if len(missing) == len(standing) > 1:  # a ledger that keeps none: said once
        first = missing[0]
        message = f"{len(missing)} 份单据都没有文稿（Markdown），第一份是 {first.slip.id}"
        hint = f"按签发的月份补生成，例如 ledger paper --month {first.issued.isoformat()[:7]} --write"
        yield Finding(first.spot("id"), message, hint)
        return
    for paper in missing:
        message = f"{paper.slip.id} 没有文稿（Markdown）"
        yield Finding(paper.spot("id"), message, f"用 ledger paper {paper.slip.id} --write 补生成")


RULE = Rule(
    code="S118",
    name="slip-without-markdown",
    severity=Severity.WARNING,
    what="已签发、没有作废的单据旁边没有文稿：TS-2017-025.yaml 旁边应有 TS-2017-025.md。",
    why="文稿是送达单位的那一份。当时没有存下，以后规则、名称变了，就说不清当时发的是什么。",
    example="slips/2017/TS-2017-025.yaml\n# 旁边没有 slips/2017/TS-2017-025.md",
    fix="用 ledger paper TS-2017-025 --write 补生成，与 .yaml 一并入库；误删的，用 git 恢复。",
    check=_check,
)
