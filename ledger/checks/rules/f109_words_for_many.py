"""F109."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.said import core
from ledger.base.text import quoted
from ledger.checks.reporting import Reported, reported
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger

_MOST, _SHORTEST = 2, 6


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    found: dict[tuple[str, tuple[int, int]], dict[str, Reported]] = {}
    for report in reported(ledger, day):
        words = core(report.entry.note or "")
        if len(words) >= _SHORTEST:
            found.setdefault((words, report.month), {}).setdefault(report.ref, report)
    for same in found.values():
        if len(same) > _MOST:
            *others, last = same.values()
            said = quoted(last.entry.note)
            message = f"{last.ref} 等 {len(same)} 项同一个月写的是同一句话：{said}"
            related = tuple((r.spot("note"), f"{r.ref} 也这样写") for r in others)
            yield Finding(last.spot("note"), message, "逐项写清各自做了什么", related)


RULE = Rule(
    code="F109",
    name="words-for-many",
    severity=Severity.WARNING,
    what="同一个月里，三件以上事项的进展（或启动、完成的说明）是同一句话。",
    why="一句话套用到几件事上，没有一件说得清做了什么，逐项调度就成了走过场。",
    example=(
        "- {date: 2017-09-28, event: 进展, note: 正在按计划有序推进}     # zb-2017-05/1\n"
        "- {date: 2017-09-28, event: 进展, note: 正在按计划有序推进}     # zb-2017-05/3\n"
        "- {date: 2017-09-29, event: 进展, note: 正在按计划有序推进}     # zb-2017-08/2"
    ),
    fix="退给牵头单位逐项写：做了哪一步、还差哪一步、卡在哪里。",
    check=_check,
)
