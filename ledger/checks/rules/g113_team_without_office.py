"""G113."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.inspections import inspections
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger

_WITHOUT = frozenset({"牵头部门重点督", "地方具体督"})


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in inspections(ledger):
        record = holding.record
        if (
            record.team is None
            or record.team.office
            or record.kind == "年底自查"
            or record.led_by in _WITHOUT
        ):
            continue
        hint = f"在 team 里写 office: {ledger.settings.office or '改革办'}；由部门、地方自己督的，写明 led_by"
        yield Finding(holding.spot("team"), f"{record.id} 的督察组没有牵头单位", hint)


RULE = Rule(
    code="G113",
    name="team-without-office",
    severity=Severity.WARNING,
    what="督察组没有写牵头单位（office），又不是牵头部门、地方自己督的，也不是自查。",
    why="督察组由改革办一家、专项小组一家、部门若干家组成（1+1+n）；没有牵头单位，报告由谁出、整改由谁验收就没有着落。",
    example="kind: 专项督察\nteam:                  # 没有 office\n  group: 经济体制改革专项小组\n  departments: [市审计局]",
    fix="写上牵头的改革办；牵头部门重点督、地方具体督的，写明 led_by。",
    check=_check,
)
