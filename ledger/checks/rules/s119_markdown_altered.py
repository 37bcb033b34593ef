"""S119."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.markdown import markdown_of
from ledger.checks.rule import Finding, Rule
from ledger.files.seal import SealState
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for slip in ledger.slips:
        path = markdown_of(ledger.paths["slip", slip.id])
        state = ledger.papers.get(path, SealState.INTACT)
        if state != SealState.INTACT:
            hint = f"用 git 恢复原文；还没有送出的，也可用 ledger paper {slip.id} --write 重新生成"
            yield Finding(Spot(path), f"{slip.id} 的文稿{_WORDS[SealState(state)]}", hint)


_WORDS = {
    SealState.EDITED: "生成以后被手工改过",
    SealState.UNSEALED: "末行没有封记，不是程序生成的，或封记被删",
}


RULE = Rule(
    code="S119",
    name="markdown-altered",
    severity=Severity.ERROR,
    what="单据的文稿（Markdown）与末行的封记对不上，或没有封记。",
    why="文稿由数据生成。手工改了文稿，数据没有跟着改，纸上一个期限、台账里一个期限，以哪个为准就说不清了。",
    example="# slips/2017/TS-2017-025.md\n请于2017年11月10日前回复。   <- 数据里是 2017-11-03",
    fix="用 git 恢复原文；单还没有送出、内容确需改动的，改 .yaml 里的数据，再用 ledger paper 编号 --write 重新生成。",
    check=_check,
)
