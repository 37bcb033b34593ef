"""D105."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import edited_keys, entry_name, finding
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Kind, lost_evidence
from ledger.measures.comparing.things import LOGGED


def _compare(comparison: Comparison) -> Iterator[Finding]:
    for change in comparison.of(Kind.ENTRY_EDITED, *LOGGED):
        keys = dict(edited_keys(change.before, change.after, comparison))
        if lost_evidence(change.before, change.after):  # D107 says it
            keys.pop("evidence", None)
        if not keys:
            continue
        message = (
            f"{change.subject} 已入库的记录 {entry_name(change.before)}被改动：{'，'.join(keys.values())}"
        )
        yield finding(change, message, "恢复原文；写错的在最后另记一条 更正", *list(keys)[:1])


RULE = Rule(
    code="D105",
    name="entry-edited",
    severity=Severity.ERROR,
    what="已经入库的一条记录，内容被改动。",
    why=(
        "通报、排名、发单都是按当时的记录算的。改了旧记录，公布过的数字就对不上，也没有人知道改过。"
        "单位写成全称还是简称不算改动。"
    ),
    example=(
        "- date: 2017-06-22          # 入库时写的是 2017-07-05\n"
        "  event: 完成\n"
        "  evidence: [{number: 云政办发〔2017〕31号}]"
    ),
    fix="恢复原来的写法；确实记错的，在最后补一条 更正，写 voids（作废哪一条），再补记正确的一条，写 recorded。",
    compare=_compare,
)
