"""D125."""

from collections.abc import Iterator
from dataclasses import replace

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import edited, finding, named
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.things import RANKING
from ledger.model.forms import field_words
from ledger.model.ledger import Ledger
from ledger.model.registers.rankings import REGISTER, Rank, Ranking

_HINT = "恢复公布时的样子；今天重算的不同，ledger rank 会列在旁边（更正）"


def _compare(comparison: Comparison) -> Iterator[Finding]:
    for change in comparison.of(Kind.REMOVED, RANKING):
        yield finding(change, f"{change.subject} 被删去，它是公布过的排名", "恢复原文")
    for change in comparison.of(Kind.RENUMBERED, RANKING):
        message = f"公布的排名 {change.before} 的编号被改为 {change.after}"
        yield finding(change, message, f"改回 {change.before}", "id")
    edits: dict[str, list[Change]] = {}
    for change in comparison.of(Kind.EDITED, RANKING):
        edits.setdefault(change.subject, []).append(change)
    for subject, found in edits.items():
        before, after = _ranking(comparison.before, subject), _ranking(comparison.after, subject)
        words = [_words(change, before, after) for change in found]
        yield finding(found[0], f"公布过的排名 {subject} 被改动：{named(words)}", _HINT)


def _ranking(ledger: Ledger, subject: str) -> Ranking | None:
    return next((r for r in ledger.of(REGISTER) if r.id == subject), None)


def _words(change: Change, before: Ranking | None, after: Ranking | None) -> str:
    """望川区 的名次由“1”改为“2”."""
    own, _, rest = change.field.partition(".")
    number, _, key = rest.partition(".")
    if own != "ranks" or not number.isdecimal():
        return edited(change, field_words(Ranking, change.field)).removeprefix(f"{change.subject} 的")
    ranks = [
        rank for r in (before, after) if r is not None for rank in r.ranks[int(number) - 1 : int(number)]
    ]
    unit = ranks[0].unit if ranks else f"第 {number} 条"
    return edited(replace(change, subject=unit), field_words(Rank, key))


RULE = Rule(
    code="D125",
    name="ranking-altered",
    severity=Severity.ERROR,
    what="已经入库的公布排名（rankings/PM-2017-10.yaml）被改动、改了编号或删去。",
    why="排名开会通报过，发言、会诊、年底得分都照它。不声不响改了，拿着通报的单位就和台账对不上。",
    example="- {pool: 区县, unit: 望川区, score: 92.41, rank: 1}     # 公布时是 90.10，第 2 名",
    fix=(
        "用 git 恢复公布时的样子。公布以后才发现的事实照常补记，ledger rank 把今天算的得分、名次列在公布的旁边，"
        "写明是更正；要更正通报的，由公布的单位另发。"
    ),
    compare=_compare,
)
