"""D124."""

from collections.abc import Iterator
from dataclasses import replace

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.landed_rankings import ranked_under, ranked_words
from ledger.checks.history.scheme_changes import scheme_changes
from ledger.checks.history.then_and_now import finding, named
from ledger.checks.history.versions import came_and_went
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.things import SCORING
from ledger.model.scoring import Scheme

_HINT = "恢复原文；要改方案，另加一版，写新的 from:"


def _compare(comparison: Comparison) -> Iterator[Finding]:
    first: dict[str, Change] = {}
    for change in comparison.of(Kind.EDITED, SCORING):
        first.setdefault(change.subject, change)
    for subject, change in first.items():
        words = list(scheme_changes(_then(comparison, change), _now(comparison, change)))
        if words:
            message = f"评分方案 {subject} 被改动：{named(words)}；{_told(comparison, change)}"
            yield finding(change, message, _HINT)
    _, removed, redated = came_and_went(comparison, SCORING)
    for change in removed:
        yield finding(change, f"评分方案 {change.subject} 这一版被删去；{_told(comparison, change)}", _HINT)
    for gone, now in redated:
        message = f"评分方案 {gone.subject} 的起用日被改为 {now.subject}；{_told(comparison, gone)}"
        hint = f"改回 {gone.subject}；要改方案，另加一版，写新的 from:"
        yield finding(replace(now, was=gone.was), message, hint, "from")


def _told(comparison: Comparison, change: Change) -> str:
    """Which published rankings were made by that version."""
    return ranked_words(ranked_under(comparison.before, _then(comparison, change)))


def _then(comparison: Comparison, change: Change) -> Scheme:
    return comparison.before.scoring.schemes[_number(change.was)]


def _now(comparison: Comparison, change: Change) -> Scheme:
    return comparison.after.scoring.schemes[_number(change.spot)]


def _number(spot: Spot | None) -> int:
    assert spot is not None  # noqa: S101 - what was edited or removed stood somewhere
    return int(spot.pointer[1])


RULE = Rule(
    code="D124",
    name="scheme-edited",
    severity=Severity.ERROR,
    what=(
        "scoring.yaml 里已经入库的一版评分方案被改动或删去，而不是另加一版写新的 from。"
        "督察重点只是换了先后的不算。"
    ),
    why=(
        "旧的月份按当时的一版评分。改了旧的一版，从它起用那天起每个单位的得分、名次都跟着变，与公布过的排名对不上；"
        "单位是照公布的方案干的，不能事后换尺子。"
    ),
    example="- {id: B3, title: 逾期存量, weight: 10}      # 入库时写的是 weight: 8",
    fix=(
        "恢复旧的一版，在 schemes 最后另加一版，from 写新方案起用的那一天，basis 写依据的文件。"
        "还在起草、没有按它排过名的，可以改，写放行说明（写法见 ledger rule A101）。"
    ),
    compare=_compare,
)
