"""G123."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import Holding, held
from ledger.model.ledger import Ledger
from ledger.model.registers.upstream import REGISTER

_RANKS = {"中央": 0, "省": 1, "市": 2, "县": 3}


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    known = {holding.ref: holding for holding in held(ledger, REGISTER)}
    for holding in known.values():
        parent = holding.record.parent
        if parent is None or (fault := _fault(holding, known.get(parent))) is None:
            continue
        hint = "写更上级的那份文件" if holding.parent is None else "写更上级文件的任务，如 zy-2016-11/1"
        yield Finding(holding.spot("parent"), f"{holding.ref} 的上位{_word(holding)} {parent} {fault}", hint)


def _word(holding: Holding) -> str:
    return "文件" if holding.parent is None else "任务"


def _fault(holding: Holding, above: Holding | None) -> str | None:
    """A document is answered by documents, a task by tasks, and both by what stands lower."""
    if above is None or above.type is not holding.type:
        return f"不是上级文件登记簿里的{_word(holding)}"
    lower, higher = (_RANKS.get(_document(h).level or "") for h in (holding, above))
    if lower is not None and higher is not None and higher >= lower:
        return f"是{_document(above).level}一级的，并不更高"
    return "就是它自己" if above is holding else None


def _document(holding: Holding) -> Any:
    return (holding.parent or holding).record


RULE = Rule(
    code="G123",
    name="upstream-chain-astray",
    severity=Severity.ERROR,
    what="上级文件的 parent 不是更上级的文件，或上级任务的 parent 不是更上级文件的任务。",
    why="中央、省、市一级一级对应，靠 parent 相连；连错了，中央的任务由市里哪一项落实就答不出来。",
    example=("upstream:\n  - id: sj-2017-03\n    level: 省\n    parent: sj-2016-21      # 同是省一级的文件"),
    fix="parent 写它所落实的更上级文件（任务写 文件编号/序号）；没有更上级文件的，不写。",
    check=_check,
)
