"""V103."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="V103",
    name="region-differs",
    severity=Severity.ERROR,
    what="月报里计算的各节缺了、多了、重复了或次序不对，或者标记不配对。",
    why="标记分开计算的和人写的：标记乱了，人写的话会被当成计算的，或者改过的数字会被当成人写的。",
    example="<!-- ledger:overview 由 ledger 计算，勿手改 -->\n……\n（少了 <!-- /ledger:overview -->）",
    fix=(
        "标记不配对的，先恢复标记（重复的一节删去一份）；缺了、多了的，用 ledger bulletin --month 2017-10 --write "
        "重新生成：人写的话都会保留。"
    ),
)
