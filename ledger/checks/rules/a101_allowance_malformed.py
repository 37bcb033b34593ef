"""A101."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="A101",
    name="allowance-malformed",
    severity=Severity.ERROR,
    what=(
        "放行说明（“# ledger:”注释）不合要求，没有起作用：代码不存在或不能放行，没有到期日或"
        "到期日不成立，没有理由，或 ledger: 后面不是 allow。"
    ),
    why=(
        "放行一个问题是一个决定，要说得出为什么、到什么时候为止，并且只放行说明白的那一个；写错的注释"
        "若悄悄不起作用，或者放行了别的，谁也不会知道。"
    ),
    example=(
        "title: 出台配套办法  # ledger: allow P108 — 时限待定\n"
        "title: 出台配套办法  # ledger: allow P108 until 2017-12-31\n"
        "# 前两条没有到期日、没有理由，应写作\n"
        "title: 出台配套办法  # ledger: allow P108 until 2017-12-31 — 年底前报批"
    ),
    fix=(
        "照样例改写：代码可写几个，用逗号隔开；到期日写作 2017-12-31；破折号后面写理由。"
        "读入文件时发现的问题（R 类）、A 类，以及 P101、U101、S105、S109 不能放行，改正即可。"
    ),
)
