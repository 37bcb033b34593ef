"""D107."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity, Spot
from ledger.base.text import quoted
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import WRITTEN_THEN, entry_name, finding
from ledger.checks.logs import logs
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Kind, lost_evidence
from ledger.measures.comparing.things import LOGGED
from ledger.model.ledger import Ledger


def _compare(comparison: Comparison) -> Iterator[Finding]:
    for change in comparison.of(Kind.EVIDENCE_REMOVED, *LOGGED):
        names = "、".join(map(quoted, lost_evidence(change.before, change.after)))
        message = f"{change.subject} 的记录 {entry_name(change.before)}原有的佐证{names}被删去"
        hint = "恢复原文；佐证有误的，记 更正 作废这条记录，再补记一条"
        yield finding(change, message, hint, "evidence")
    if comparison.missing:
        then = _named(comparison.before, comparison.missing)
        for file, (spot, ref) in _named(comparison.after, comparison.missing).items():
            if file in then:
                message = f"{ref} 的佐证文件 {quoted(file, 80)} 已从仓库删去"
                was = ((then[file][0], WRITTEN_THEN),)
                yield Finding(spot, message, "用 git 恢复这个文件；佐证一经入库，文件不删不移", was=was)


def _named(ledger: Ledger, files: frozenset[str]) -> dict[str, tuple[Spot, str]]:
    """Where each of these files is first named as evidence, and by what."""
    found: dict[str, tuple[Spot, str]] = {}
    for log in logs(ledger):
        for n, entry in enumerate(log.entries):
            for m, evidence in enumerate(entry.evidence):
                if evidence.file in files:
                    found.setdefault(str(evidence.file), (log.spot(n, "evidence", m, "file"), log.ref))
    return found


RULE = Rule(
    code="D107",
    name="evidence-removed",
    severity=Severity.ERROR,
    what="已经入库的记录，原有的佐证被删去或换成别的；或佐证所指的文件从仓库里删去了。",
    why="报完成凭佐证，核验看的也是佐证。佐证事后不见了，这一项为什么算完成就说不清了。",
    example=(
        "- date: 2017-06-22\n"
        "  event: 完成\n"
        "  evidence:\n"
        "    - title: 会议纪要       # 入库时是 number: 云政办发〔2017〕31号"
    ),
    fix=(
        "恢复原来的佐证和文件。佐证确实有误的，在最后补一条 更正，用 voids 作废这条记录，"
        "再补记一条写对的，写 recorded。"
    ),
    compare=_compare,
)
