"""D126."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.landed_rankings import behind_a_ranking
from ledger.checks.history.then_and_now import edited, finding, put_back
from ledger.checks.rule import Finding, Rule
from ledger.checks.rules.d123_register_edited import rewritten
from ledger.measures.comparing.change import Kind
from ledger.measures.comparing.things import SCORE, SCORE_SHEET
from ledger.model.forms import field_words
from ledger.model.shelves import thing_types


def _compare(comparison: Comparison) -> Iterator[Finding]:
    for change in comparison.of(Kind.EDITED, SCORE_SHEET, SCORE):
        if rewritten(change, comparison) and behind_a_ranking(change, comparison):
            words = field_words(thing_types()[change.thing].record, change.field)
            month = change.subject.partition("/")[0]
            message = f"{edited(change, words)}，而 {month} 的排名已经公布"
            yield finding(change, message, f"{put_back(change)}；评错了的，由评分的单位书面更正，写放行说明")


RULE = Rule(
    code="D126",
    name="score-altered-after-publication",
    severity=Severity.ERROR,
    what="一期的排名已经公布，这一期的人工评分在原处被改动，或核实过的又去掉了。删去的见 D101，公布以前改的见 D123。",
    why="公布的排名里有这个分。事后改分，程序再算就和公布的不一样，看上去像是当时算错了。",
    example="# scores/2017-10.yaml，10月排名已经公布\n- {id: 1, unit: 望川区, point: C2, score: 3}      # 公布时是 2.5",
    fix="改回公布时的分。确实评错的，评分的单位说明以后可以改，写放行说明和依据；公布的排名不动，ledger rank 在旁边写更正。",
    compare=_compare,
)
