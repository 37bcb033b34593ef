"""A103."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="A103",
    name="allowance-unused",
    severity=Severity.NOTE,
    what="放行说明没有放行任何问题：它所在的那一行（或紧接着的下一行）没有这个代码的问题。",
    why="问题改好了，注释还留着，以后再出同样的问题就会被它悄悄放行；注释写错了位置，则该放行的没有放行。",
    example=(
        "- id: 3\n"
        "  title: 出台配套办法  # ledger: allow P108 until 2017-12-31 — 时限待定\n"
        "  due: 2017-11-30          # 已经有时限，上面的说明没有用了"
    ),
    fix=(
        "删去注释或其中没有用的代码；位置不对的，移到问题所在行的末尾，或紧挨着的上一行。"
        "关于整个文件的问题，写在文件开头。历史规则（D 类）的注释不在此列。"
    ),
)
