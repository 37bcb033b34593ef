"""G124."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import Holding, held
from ledger.measures.matching import matches
from ledger.model.ledger import Ledger
from ledger.model.registers.upstream import REGISTER


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    answers = {match.course.ref: match for match in matches(ledger, day, ())}
    for holding in held(ledger, REGISTER):
        if holding.parent is None:
            continue
        record = holding.record
        if record.matched and record.no_need:
            message = f"{holding.ref} 既写了对应事项，又写了无需对应"
            yield Finding(holding.spot("no_need"), message, "只留一样")
            continue
        match = answers.get(holding.ref)
        if record.matched or record.no_need or match is None or not _is_settled(holding, day):
            continue
        if not any(answers[ref].course.record.matched for ref in match.through):
            message = f"{holding.parent.ref} 已经配套，{holding.ref} 仍没有事项对应"
            yield Finding(holding.spot("title"), message, "在 matched 写本级事项；不必另立的写 no_need")


def _is_settled(holding: Holding, day: date) -> bool:
    log = holding.parent.record.log if holding.parent else ()
    return any(entry.event in {"配套印发", "免于配套"} and entry.date <= day for entry in log)


RULE = Rule(
    code="G124",
    name="task-unanswered",
    severity=Severity.WARNING,
    what="配套方案已经印发，上级文件的一项任务仍没有本级事项对应；或者既写了对应事项，又写了无需对应。",
    why="配套方案出台了不等于上级的要求都落下来了；没有事项对应的任务，没有人负责，也没有时限。",
    example=("items:\n  - id: 4\n    title: 建立现代医院管理制度    # matched、no_need 都没有写"),
    fix="在 matched 写落实它的本级事项；由省里统一做、本级不涉及的，在 no_need 写明理由。",
    check=_check,
)
