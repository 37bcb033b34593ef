"""P102."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import in_files
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for kind, identifier in _named(ledger):
        path = ledger.paths[kind, identifier]
        name = path.rpartition("/")[2]
        if name != f"{identifier}.yaml":
            stem = name.removesuffix(".yaml")
            message = f"编号是 {identifier}，文件名是 {stem}.yaml"
            hint = f"把文件改名为 {identifier}.yaml，或把 id 改为 {stem}"
            yield Finding(Spot(path, ("id",)), message, hint)


def _named(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Whatever has a file of its own."""
    yield from (("plan", plan.id) for plan in ledger.plans)
    yield from (("slip", slip.id) for slip in ledger.slips)
    yield from in_files(ledger)


RULE = Rule(
    code="P102",
    name="id-unlike-file-name",
    severity=Severity.ERROR,
    what="方案、单据或督察的编号与文件名不同。",
    why="编号和文件名一致，才能从编号直接找到文件，也不会有两个文件抢同一个编号。",
    example="# 文件 plans/2017/zb-2017-05.yaml\nid: zb-2017-50",
    fix="编号写错的改 id；文件名写错的改文件名（git mv），保留 .yaml。",
    check=_check,
)
