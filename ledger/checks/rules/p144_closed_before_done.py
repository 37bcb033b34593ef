"""P144."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.closings import refused
from ledger.checks.rule import Finding, Rule
from ledger.measures.gates import TASK
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    return refused(ledger, TASK, "没有完成的办完再申请；节点漏记的补记；已经申请、销账的，记 退回 写明原因")


RULE = Rule(
    code="P144",
    name="closed-before-done",
    severity=Severity.ERROR,
    what="方案申请销账或销账的那一天，还有事项没有完成、暂缓，或有节点没有完成记录；或方案没有分解出事项。",
    why="任务不完成不罢休：方案销账以后不再督办，没有办完的事项就没有人再管。",
    example=(
        "log:\n"
        "  - date: 2017-09-08\n"
        "    event: 申请销账\n"
        "items:\n"
        "  - id: 3\n"
        "    log:\n"
        "      - date: 2017-08-11\n"
        "        event: 进展            # 没有 完成"
    ),
    fix=(
        "用 ledger close 方案编号 看差在哪里。已经入库的申请或销账不删，记 退回（by、note 写明原因），办完再申请；"
        "事项确实不办了的，记 终止、并入 或 拆分。"
    ),
    check=_check,
)
