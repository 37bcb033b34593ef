"""S110."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.checks.rungs import Climb, Step, climbs
from ledger.model.ledger import Ledger
from ledger.model.slips import RUNGS


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for climb in climbs(ledger):
        step = climb.step
        highest = _reached(climb)
        # an overdue item that was never warned enters at 交办单, not 提示单 (domain.md §4.1 c)
        allowed = max(highest.rung + 1 if highest else 1, FIRST_ORDER)
        if step.rung > allowed and step.placed.row.direct_entry_by is None:
            yield _finding(step, highest, RUNGS[allowed - 1])


FIRST_ORDER = 2


def _reached(climb: Climb) -> Step | None:
    """The highest rung as it was known on the day the case was judged: what fell away later was there to climb on."""
    stood = (e for e in climb.before if e.stood(climb.step.as_of))
    return max(stood, key=lambda e: e.rung, default=None)


def _finding(step: Step, highest: Step | None, usual: str) -> Finding:
    before = f"此前发到{highest.paper}" if highest else "此前没有发过单"
    message = f"{step.subject} 本轮{before}，越级发了{step.placed.slip.kind}"
    related = ((highest.placed.spot("subject"), "此前最高一级"),) if highest else ()
    hint = f"应先发{usual}：作废本单；经批准越级的，在这一行写 direct_entry_by: 决定人"
    return Finding(step.placed.spot("subject"), message, hint, related)


RULE = Rule(
    code="S110",
    name="rung-skipped",
    severity=Severity.ERROR,
    what="单据越过了中间的级次：一轮里先发提示单或交办单，以后一级一级往上发，没有写明由谁决定越级。",
    why="三单一书逐级升：给过期限、期限过了，才发上一级。没有发过下一级的单，直接催办、责令，程序上站不住。",
    example="# 只发过 提示单，就发\nkind: 催办单\nrows:\n  - id: 1\n    subject: zb-2017-06/3   # 缺 交办单",
    fix=(
        "发错的作废，先发下一级；领导批示要求直接发这一级的，在这一行写 direct_entry_by: 决定人；"
        "下一级发过而没有入库的，补入库。拆分、并入来的事项，承接原事项已发到的级次。"
    ),
    check=_check,
)
