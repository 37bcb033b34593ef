"""The plan (改革方案): a container of items with a log of its own; one plan is one file."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import STRICT, Identifier, Line, Names, about
from ledger.model.items import Item

_LIVE = frozenset({"live", "requested"})
PLAN_EVENTS = EventTable(
    "方案",
    (
        EventType("审议通过", "adopt", ("by",), _LIVE),
        EventType("印发", "issue", (), _LIVE),
        EventType("分解立项", "break_down", (), _LIVE),
        EventType("协调", "coordinate", (), _LIVE),
        EventType("年中督察", "mid_year_inspection", ("by",), _LIVE),
        EventType("年底自查", "year_end_self_check", (), _LIVE),
        EventType("申请销账", "request_closure", (), _LIVE, "requested"),
        EventType("销账", "close_plan", ("by",), _LIVE, "closed"),
        EventType("退回", "return", ("by", "note"), None, "live"),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    "live",
    {"live": "在办", "requested": "已申请销账", "closed": "已销账"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading of the plan's text; items point to it, it is never counted."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: Annotated[Identifier, about("编号", "部分的编号", "一")]
    title: Annotated[Line, about("标题", "部分的标题", "精简审批事项")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One plan file. ``id`` is the file's stem."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: Annotated[Identifier, about("编号", "方案编号，与文件名相同（不含 .yaml）", "zb-2017-05")]
    title: Annotated[Line, about("名称", "方案的名称", "企业投资项目审批改革实施方案")]
    number: Annotated[Line | None, about("文号", "印发文号", "云改办发〔2017〕5号")] = None
    field: Annotated[Line | None, about("领域", "ledger.yaml 的 fields 之一", "经济体制")] = None
    group: Annotated[Line | None, about("专项小组", "units.yaml 里的专项小组", "经济体制改革专项小组")] = None
    lead: Annotated[Names, about("牵头单位", "起草并负责落实方案的单位", "市发展改革委")] = ()
    upstream: Annotated[Names, about("上级文件", "所对接的上级文件编号", "zy-2016-11")] = ()
    parts: Annotated[tuple[Part, ...], about("部分", "方案正文的各部分标题；只有事项计数")] = ()
    log: Annotated[tuple[Entry, ...], about("记录", "方案的审议、印发、分解立项、督察、销账等")] = ()
    items: Annotated[tuple[Item, ...], about("事项", "分解出的改革事项")] = ()


def ref_of(plan: Plan, item: Item) -> str:
    """How everybody names an item: ``zb-2017-05/1``."""
    return f"{plan.id}/{item.id}"


def plan_of(ref: str) -> str:
    """The id of the plan that the item of this name is in."""
    return ref.partition("/")[0]
