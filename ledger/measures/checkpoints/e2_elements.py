"""E2 责任要素完整."""

from collections.abc import Iterator

from ledger.measures.progress import IN_COUNT
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, measured
from ledger.measures.standing import Standing


def _measure(case: Case) -> Measured:
    """Of everything in count: what was done lacks nothing any more, and finishing it costs nothing."""

    def lacks(item: Standing) -> list[str]:
        return [] if item.is_claimed else list(_lacks(case, item))

    def why(item: Standing) -> str:
        if item.is_claimed:
            return f"{item.history.claimed}完成"
        return f"缺{'、'.join(missing)}" if (missing := lacks(item)) else "责任要素齐全"

    pieces = case.of_items(
        Form.SHARE, lambda item: item.status in IN_COUNT, lambda item: not lacks(item), why
    )
    return measured(Form.SHARE, pieces, "没有计数的事项")


def _lacks(case: Case, item: Standing) -> Iterator[str]:
    """Who leads, by when, who in person; of what is hard or in focus also the steps."""
    if not item.leads:
        yield "牵头单位"
    if item.due is None and item.effective_due is None:
        yield "时限"
    if item.leader is None and not any(_is_staffed(case, lead) for lead in item.leads):
        yield "责任人"
    if (item.item.hard or item.item.focus) and not item.item.nodes:
        yield "节点"


def _is_staffed(case: Case, name: str) -> bool:
    unit = case.ledger.units.find(name, case.day)
    return unit is not None and bool(unit.head or unit.liaison)


GAUGE = Gauge(
    code="E2",
    title="责任要素完整",
    formula="责任要素齐全的事项 / 计数的事项",
    data="方案里计数的事项，办完的算齐全，没有办完的看：有牵头单位；有时限（长期也是时限，待定不是）；有责任人，即事项的领衔领导，或 units.yaml 里牵头单位的主要负责人、"
    "联络员；硬骨头、重点事项还要有节点。配合的事项按份额算",
    gain="待定的事项报批时限；在 units.yaml 写明主要负责人或联络员；硬骨头、重点事项分出节点",
    lists="ledger items --unit {unit} --status 计数事项 --month {month}",
    measure=_measure,
)
