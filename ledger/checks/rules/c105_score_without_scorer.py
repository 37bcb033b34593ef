"""C105."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.checks.scoring import sheets
from ledger.model.ledger import Ledger
from ledger.model.registers.scores import ScoreSheet

_HINT = "写 by：谁评的；整张表由一家评的，写在表头"


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in sheets(ledger):
        sheet: ScoreSheet = holding.record
        if sheet.by is not None:
            continue
        for n, score in enumerate(sheet.scores):
            if score.by is None:
                message = f"{sheet.id}/{score.id} 给“{score.unit}”评分，没有写谁评的"
                yield Finding(holding.spot("scores", n), message, _HINT)
        if sheet.verified:
            message = f"{sheet.id} 核实了 {'、'.join(sheet.verified)}，没有写由谁核实"
            yield Finding(holding.spot("verified"), message, "表头写 by：谁核实的")


RULE = Rule(
    code="C105",
    name="score-without-scorer",
    severity=Severity.ERROR,
    what="人工评分没有写谁评的：这一条没有 by，整张表也没有；或核实了混合的督察重点，没有写由谁核实。",
    why="单位凭这个分排名，有权知道分是谁给的，有异议找谁。没有人署名的分不能作数。",
    example="id: 2017-10\nscores:\n  - {id: 1, unit: 望川区, point: C2, score: 2.5}     # 缺少 by",
    fix="在表头写 by；各条由不同的单位、领导评的，逐条写 by。",
    check=_check,
)
