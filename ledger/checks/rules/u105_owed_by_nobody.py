"""U105."""

from collections.abc import Container, Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.base.text import first_of
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    path = ledger.paths.get(("units", ""), "")
    gone = {
        unit.id: n
        for n, unit in enumerate(ledger.units)
        if unit.until is not None and unit.until < day and unit.successor is None
    }
    for name, refs in _waiting(ledger, day, gone).items() if gone else ():
        message = f"“{name}”已撤销，没有写由谁承接，还欠着 {len(refs)} 件：{first_of(refs, 3, '等')}"
        hint = "写上 successor: 承接的单位；分给几个单位的，把这几件分别移交、改派"
        yield Finding(Spot(path, ("units", gone[name], "id")), message, hint)


def _waiting(ledger: Ledger, day: date, gone: Container[str]) -> dict[str, dict[str, None]]:
    """What each of them owes, by reference."""
    from ledger.measures.duties import duties, owed  # noqa: PLC0415 - most units that ended have a successor

    found: dict[str, dict[str, None]] = {}
    for duty in owed(duties(ledger, day)):
        if duty.unit in gone:
            found.setdefault(duty.unit, {})[duty.ref] = None
    return found


RULE = Rule(
    code="U105",
    name="owed-by-nobody",
    severity=Severity.WARNING,
    what="单位已经撤销（until 已过），没有写继任单位，名下还有没办的事。",
    why="撤了的单位不会再办，也没有人再看它的待办；事情还挂在它名下，就没有人接。",
    example=(
        "- id: 市物价局\n"
        "  until: 2017-03-31            # 没有 successor\n"
        "# zb-2017-05/9 还由市物价局牵头，没有完成"
    ),
    fix="在 units.yaml 写 successor，欠账就归承接的单位；职能分给几个单位的，事项用 移交，登记簿里的改责任单位。",
    check=_check,
)
