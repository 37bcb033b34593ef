"""V108."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="V108",
    name="computed-covered",
    severity=Severity.ERROR,
    what=(
        "月报里人写的话遮住计算的部分：代码块没有结束，把后面一节包了进去；或者用了 HTML 标签（<details>、<style> 等），能把"
        "别处的数字收起来、划掉。"
    ),
    why="数字一个没改，看的人却看不到它，看到的是人写的那张表：这样的月报不能说一致。",
    example="~~~~\n（没有结束）\n<!-- ledger:overview 由 ledger 计算，勿手改 -->",
    fix="结束代码块；标签改用 Markdown 写。注释和 <br>、<u>、<b>、<i>、<em>、<strong>、<sub>、<sup> 可以用。",
)
