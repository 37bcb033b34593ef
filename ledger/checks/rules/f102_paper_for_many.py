"""F102."""

import re
from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.items import CLAIMING, items_with
from ledger.checks.rule import Finding, Rule
from ledger.model.entries import Evidence
from ledger.model.ledger import Ledger

_MOST = 2
_NUMBER = re.compile(r".*?[〔\[（(【]\d{4}[〕\]）)】]\s*\d+号")


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    for name, uses in _uses(ledger, day).items():
        if len(uses) > _MOST:
            *others, (ref, spot) = uses.items()
            message = f"{name} 作了 {len(uses)} 项的佐证，最后一项是 {ref}"
            related = tuple((at, f"{other} 也用") for other, at in others)
            yield Finding(spot, message, "翻原件，看它是不是逐项都管；不管的，换成各自的材料", related)


def _uses(ledger: Ledger, day: date) -> dict[str, dict[str, Spot]]:
    """By document the items that claim by it, each with where it does so first."""
    found: dict[str, dict[str, Spot]] = {}
    for placed in items_with(ledger, *CLAIMING):
        for n, entry in placed.entries(*CLAIMING):
            for k, evidence in enumerate(entry.evidence if entry.date <= day else ()):
                for name in _documents(evidence):
                    spot = placed.proof(n, k)
                    found.setdefault(name, {}).setdefault(placed.ref, spot)
    return found


def _documents(evidence: Evidence) -> set[str]:
    """The document whatever chapter of it is cited, the file, the page."""
    cited = _NUMBER.match("".join(evidence.name.split()))
    names = (cited[0] if cited else evidence.name, evidence.file, evidence.url)
    return {name for name in names if name}


RULE = Rule(
    code="F102",
    name="paper-for-many",
    severity=Severity.WARNING,
    what="一份文件（不论引哪一章）、一个附件或一个网址，作了三件以上事项的佐证，跨方案的也算。",
    why=(
        "完全相同的佐证 P124 已经拦下；把一份综合文件换着章节、换着说法到处引，同样是一份材料销几笔账（纸面销号）。"
    ),
    example=(
        "- title: 云政办发〔2017〕31号第一章     # zb-2017-05/1\n"
        "- title: 云政办发〔2017〕31号第二章     # zb-2017-05/4\n"
        "- title: 云政办发〔2017〕31号第五章     # zb-2017-08/2"
    ),
    fix="翻原件逐项核对；确实一份文件落实几项的，放行并写明理由；不管的，核验退回，换成各自的材料。",
    check=_check,
)
