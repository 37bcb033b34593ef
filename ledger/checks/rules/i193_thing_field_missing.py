"""I193."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I193",
    name="thing-field-missing",
    severity=Severity.ERROR,
    what="登记簿的表里，新登记的一件少了必须写的字段。",
    why="没有责任单位的问题没有人整改，没有期限的催不动。",
    example="编号,问题,责任单位,整改期限\ndc-2017-08/4,,市教育局,2017-11-30",
    fix="补上缺的一格。一时没有的，先不登记这一件。",
)
