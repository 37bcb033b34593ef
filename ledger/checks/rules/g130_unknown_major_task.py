"""G130."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.text import did_you_mean
from ledger.checks.items import placed_items
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.registers.major_tasks import REGISTER


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    known = {task.id for task in ledger.of(REGISTER)}
    if not known:
        return
    for placed in placed_items(ledger):
        task = placed.item.major_task
        if task and task not in known:
            hint = (
                did_you_mean(task, known)
                or f"在 {REGISTER.file} 里登记，或用 ledger list major_tasks 查看编号"
            )
            yield Finding(placed.spot("major_task"), f"没有 {task} 这项重大改革任务", hint)


RULE = Rule(
    code="G130",
    name="unknown-major-task",
    severity=Severity.ERROR,
    what="事项的 major_task 不在重大改革任务登记簿里。没有这个登记簿的，不检查。",
    why="重大任务是否完成，看它的各个事项；编号写错，事项就不算在任务里，任务会被当作已经完成。",
    example="- id: 12\n  title: 搭建企业诉求直通平台\n  major_task: ZD-2017-30     # 登记簿里是 ZD-2017-03",
    fix="按提示改正编号；确是新任务的，在 registers/major_tasks.yaml 里登记。",
    check=_check,
)
