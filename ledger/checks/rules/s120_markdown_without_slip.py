"""S120."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.markdown import markdown_of
from ledger.checks.numbers import unread
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.numbers import read_id


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    if not ledger.papers:
        return
    known = {markdown_of(ledger.paths["slip", slip.id]) for slip in ledger.slips}
    known |= {markdown_of(str(path)) for path in unread(ledger)}
    for path in sorted(ledger.papers.keys() - known):
        stem = PurePosixPath(path).stem
        if read_id(stem):
            message = f"有 {stem} 的文稿，旁边没有 {stem}.yaml"
            yield Finding(Spot(path), message, "补上单据的 .yaml；放错文件夹的移过去；多余的删去")


RULE = Rule(
    code="S120",
    name="markdown-without-slip",
    severity=Severity.WARNING,
    what="slips/ 里有名为单据编号的 Markdown，旁边却没有这份单据的 .yaml。",
    why="文稿发出去了，台账里没有这份单，件数、期限和以后的级次都没有它。多半是漏入库，或改了 .yaml 的文件名。",
    example="slips/2017/TS-2017-025.md\n# 旁边没有 slips/2017/TS-2017-025.yaml",
    fix="把 .yaml 补入库；改过编号的，文稿一并改名重新生成；没有发出的，删去。",
    check=_check,
)
