"""``ledger rule``: a rule's page, a clause's page, and the index of both."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from ledger.base.diagnostics import SEVERITIES
from ledger.checks.rule import Rule
from ledger.reports.blocks import Block, Column, Heading, Lines, Paragraph, Report, Table, cells

FAMILIES = {
    "R": "读取文件",
    "P": "方案和事项",
    "U": "单位",
    "S": "三单一书",
    "K": "放假安排",
    "D": "修改历史",
    "G": "登记簿",
    "F": "形式主义（check --audit）",
    "A": "放行说明",
    "V": "月报核对",
    "I": "读入表格",
}
"""By the first letter of a code, in the order in which they are shown."""

_Shown = tuple[Column, Callable[[Rule], str]]
_CODE: _Shown = (Column("代码"), lambda rule: rule.code)
_NAME: _Shown = (Column("名称"), lambda rule: rule.name)
_SEVERITY: _Shown = (Column("级别"), lambda rule: SEVERITIES[rule.severity])
_WHAT: _Shown = (Column("查什么", wrap=True), lambda rule: rule.what)


def rule_page(rule: Rule) -> Report:
    blocks: tuple[Block, ...] = (
        Heading("查什么", 2), Paragraph(rule.what),
        Heading("为什么", 2), Paragraph(rule.why),
        Heading("例子", 2), Lines(tuple(rule.example.splitlines())),
        Heading("怎么改", 2), Paragraph(rule.fix),
    )  # fmt: skip
    data = _data(rule) | {"why": rule.why, "example": rule.example, "fix": rule.fix}
    return Report(f"{rule.code}（{SEVERITIES[rule.severity]}）", None, blocks, data, [data])


def clause_page(code: str, clause: tuple[str, str]) -> Report:
    name, text = clause
    data = {"code": code, "name": name, "what": text}
    note = "天数和工作日以 policy.yaml 当时的版本为准，这里写的是默认值。"
    return Report(f"{code} {name}", None, (Paragraph(text), Paragraph(note)), data, [data])


def index_of_rules(rules: Sequence[Rule], clauses: Mapping[str, tuple[str, str]]) -> Report:
    clause_rows = tuple(cells(code, name, text) for code, (name, text) in clauses.items())
    blocks = (
        *_families(rules, (_CODE, _SEVERITY, _WHAT)),
        Heading("三单一书升级条款", 2),
        Table((Column("条款"), Column("名称"), Column("内容", wrap=True)), clause_rows),
    )
    records = [_data(rule) for rule in rules]
    listed = [{"code": c, "name": n, "what": t} for c, (n, t) in clauses.items()]
    return Report("检查规则", None, blocks, {"rules": records, "clauses": listed}, records)


def table_of_rules(rules: Sequence[Rule]) -> Report:
    """The rules alone, with their names: what ``checks/README.md`` shows."""
    return Report("检查规则", None, tuple(_families(rules, (_CODE, _NAME, _SEVERITY, _WHAT))), {})


def _families(rules: Sequence[Rule], shown: Sequence[_Shown]) -> Iterator[Block]:
    columns = tuple(column for column, _ in shown)
    for letter, family in FAMILIES.items():
        rows = tuple(cells(*(text(r) for _, text in shown)) for r in rules if r.code[0] == letter)
        if rows:
            yield Heading(f"{letter}：{family}", 2)
            yield Table(columns, rows)


def _data(rule: Rule) -> dict[str, str]:
    return {"code": rule.code, "name": rule.name, "severity": rule.severity.value, "what": rule.what}
