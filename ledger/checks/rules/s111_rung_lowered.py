"""S111."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.checks.rungs import climbs
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for climb in climbs(ledger):
        step = climb.step
        # only of those that still stand: making either of the two void settles it
        higher = [e for e in climb.before if e.rung > step.rung and e.ended is None]
        if higher:
            highest = max(higher, key=lambda e: e.rung)
            message = f"{step.subject} 本轮已发{highest.paper}，又发了低一级的{step.placed.slip.kind}"
            related = ((highest.placed.spot("subject"), "已发的上级单据"),)
            yield Finding(step.placed.spot("subject"), message, "作废发错的一份；核对判定日 as_of", related)


RULE = Rule(
    code="S111",
    name="rung-lowered",
    severity=Severity.ERROR,
    what="同一轮里，发了高一级的单据以后又发低一级的。",
    why="级次只升不降：已经催办的再发提示单，等于把逾期抹掉重来。拆分、并入也不能把级次降下来。",
    example="# 5月31日判定，已发 交办单；6月30日判定又发\nkind: 提示单\nas_of: 2017-06-30",
    fix="作废发错的一份。批准延期或反弹之后是新的一轮，从头发起；延期还没有记的，先在事项里记 批准延期。",
    check=_check,
)
