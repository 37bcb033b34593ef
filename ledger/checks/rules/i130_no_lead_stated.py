"""I130."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I130",
    name="no-lead-stated",
    severity=Severity.ERROR,
    what="这一行没有写明由谁牵头：几个单位按职责分工负责，或者只有“各地区、各部门”。",
    why="没有牵头单位，提示单、交办单发不出去，逾期也算不到谁头上。",
    example="责任单位：市财政局、市人力资源社会保障局按职责分工负责",
    fix="在格里写明“某某牵头”；文件说了排在第一位的牵头，就把那句话留在表里；或用 --lead 单位 回答。",
)
