"""``ledger rule``: a rule's page, a clause's, a checkpoint's, and the index of all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ledger.base.diagnostics import SEVERITIES
from ledger.checks.rule import Rule
from ledger.measures.scoring.gauge import Gauge
from ledger.reports.blocks import Block, Column, Heading, Lines, Paragraph, Report, Table, cells

FAMILIES = {
    "R": "读取文件",
    "P": "方案和事项",
    "U": "单位",
    "S": "三单一书",
    "K": "放假安排",
    "D": "修改历史",
    "G": "登记簿",
    "C": "评分和排名",
    "F": "形式主义（check --audit）",
    "A": "放行说明",
    "V": "月报核对",
    "I": "读入表格",
}
"""By the first letter of a code, in the order in which they are shown."""

Clause = tuple[str, str]
"""Its name and its text."""
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


def clause_page(code: str, clause: Clause, gauge: Gauge | None = None) -> Report:
    """``gauge`` is the checkpoint of the same code, if there is one: then both are shown."""
    data: dict[str, Any] = _clause_data(code, clause)
    if gauge is None:
        return Report(f"{code} {clause[0]}", None, _clause_blocks(clause), data, [data])
    blocks = (
        Heading(f"升级条款 {code}：{clause[0]}", 2), *_clause_blocks(clause),
        Heading(f"督察重点 {code}：{gauge.title}", 2), *_gauge_blocks(gauge, 3),
    )  # fmt: skip
    data |= {"checkpoint": gauge_data(gauge)}
    return Report(f"{code}（升级条款，也是督察重点）", None, blocks, data, [data])


def gauge_page(gauge: Gauge) -> Report:
    data = gauge_data(gauge)
    return Report(f"督察重点 {gauge.code} {gauge.title}", None, tuple(_gauge_blocks(gauge, 2)), data, [data])


def index_of_rules(
    rules: Sequence[Rule], clauses: Mapping[str, Clause], gauges: Mapping[str, Gauge]
) -> Report:
    clause_rows = tuple(cells(code, name, text) for code, (name, text) in clauses.items())
    gauge_rows = tuple(cells(g.code, g.title, _way(g), g.formula) for g in gauges.values())
    blocks = (
        *_families(rules, (_CODE, _SEVERITY, _WHAT)),
        Heading("三单一书升级条款", 2),
        Table((Column("条款"), Column("名称"), Column("内容", wrap=True)), clause_rows),
        Heading("督察重点的算法", 2),
        Table((Column("编号"), Column("名称"), Column("由谁算"), Column("怎样算", wrap=True)), gauge_rows),
    )
    records = [_data(rule) for rule in rules]
    listed = [_clause_data(code, clause) for code, clause in clauses.items()]
    points = [gauge_data(gauge) for gauge in gauges.values()]
    data = {"rules": records, "clauses": listed, "checkpoints": points}
    return Report("检查规则", None, blocks, data, records)


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


def _clause_data(code: str, clause: Clause) -> dict[str, str]:
    return {"code": code, "name": clause[0], "what": clause[1]}


def _clause_blocks(clause: Clause) -> tuple[Block, ...]:
    note = "天数和工作日以 policy.yaml 当时的版本为准，这里写的是默认值。"
    return (Paragraph(clause[1]), Paragraph(note))


def _gauge_blocks(gauge: Gauge, level: int) -> Iterator[Block]:
    """Weights are a ledger's own, and rules are read without one."""
    said = {
        "怎样算": gauge.formula,
        "数从哪里来": gauge.data,
        "定额（target）": target_words(gauge),
        "怎样得分": gauge.gain,
    }
    for head, text in said.items():
        if text:
            yield Heading(head, level)
            yield Paragraph(text)
    if gauge.lists:
        yield Heading("列出", level)
        yield Lines((gauge.lists.format(unit="单位", month="月份", target=gauge.target),))
    yield Paragraph(_SCHEME if gauge.measure else f"{_SCHEME}{_BY_PEOPLE}")


_SCHEME = "满分和由谁评写在 scoring.yaml 里，用 ledger list checkpoints 看；旧月份按当时的一版。"
_BY_PEOPLE = "评分记在 scores/月份.yaml；没有评的不是0分，是待评。"


def target_words(gauge: Gauge) -> str:
    """What ``target`` is for, and its default; empty where it means nothing."""
    if not gauge.target_means:
        return ""
    return f"{gauge.target_means}（默认{gauge.target}）" if gauge.target is not None else gauge.target_means


def _way(gauge: Gauge) -> str:
    return "程序" if gauge.measure else "人"


def gauge_data(gauge: Gauge) -> dict[str, Any]:
    return {
        "code": gauge.code,
        "name": gauge.title,
        "formula": gauge.formula,
        "source": gauge.data,
        "gain": gauge.gain,
        "lists": gauge.lists.replace("{target}", str(gauge.target)) or None,
        "target": str(gauge.target) if gauge.target is not None else None,
        "target_means": gauge.target_means or None,
        "computed": gauge.measure is not None,
    }


def _data(rule: Rule) -> dict[str, str]:
    return {"code": rule.code, "name": rule.name, "severity": rule.severity.value, "what": rule.what}
