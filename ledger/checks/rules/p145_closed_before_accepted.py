"""P145."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.closings import refused
from ledger.checks.rule import Finding, Rule
from ledger.measures.gates import QUALITY
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    return refused(ledger, QUALITY, "核验通过、督察问题销号以后再申请；已经申请、销账的，记 退回 写明原因")


RULE = Rule(
    code="P145",
    name="closed-before-accepted",
    severity=Severity.ERROR,
    what="方案申请销账或销账的那一天，有事项没有核验通过（或退回、反弹后没有再报完成），或督察发现的问题还没有销号。",
    why="质量不达标不罢休：没有人核验过的“全部完成”不能报深改组；督察刚查出问题，方案却销了账，督察就白查了。",
    example=(
        "# inspections/dc-2017-08.yaml 里的问题 2 写着 items: zb-2017-03/4，还没有销号\n"
        "# 2017/zb-2017-03.yaml\n"
        "log:\n"
        "  - date: 2017-09-08\n"
        "    event: 申请销账"
    ),
    fix=(
        "用 ledger close 方案编号 看差在哪里：待核验的核验，退回的改好再报，督察问题整改、验收、销号。已经入库的申请或销账"
        "不删，记 退回，办好再申请。"
    ),
    check=_check,
)
