"""D119."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import WRITTEN_THEN
from ledger.checks.rule import Finding, Rule
from ledger.files.tree import LEDGER_FILE
from ledger.measures.published import bulletin_month


def _compare(comparison: Comparison) -> Iterator[Finding]:
    heads = (version.paths.get(("ledger", "")) for version in (comparison.after, comparison.before))
    head = next(filter(None, heads), LEDGER_FILE)
    for path, corrections in sorted(comparison.before.bulletins.items()):
        if bulletin_month(path) >= comparison.reached:
            continue
        was, month = ((Spot(path), WRITTEN_THEN),), PurePosixPath(path).stem
        if path in comparison.gone:
            yield Finding(Spot(head), f"{month} 的月报被删去", "用 git 恢复", was=was)
        elif path in comparison.altered and comparison.after.bulletins.get(path, 0) <= corrections:
            message = f"{month} 的月报被改动，没有写明更正"
            hint = "恢复原来的数字，另加一行 更正：写明哪个数字应为多少、为什么"
            yield Finding(Spot(path), message, hint, was=was)


RULE = Rule(
    code="D119",
    name="bulletin-edited",
    severity=Severity.ERROR,
    what="已经过去的月份，月报（bulletins/2017-10.md）被删去，或被改动而没有多出一行写着“更正”的。",
    why="月报已经印发，开会、考核都引用过。不声不响换了数字，拿着原来那份的人就和台账对不上。",
    example="# bulletins/2017-09.md\n完成率 64.6%      <- 印发时是 64.3%，没有更正的话",
    fix=(
        "恢复印发时的数字。数字有误的，原数保留，另加一行，例如：更正：完成率应为 64.6%，"
        "因某事项的完成日期误记。当月还没有过完的，可以照常改。"
    ),
    compare=_compare,
)
