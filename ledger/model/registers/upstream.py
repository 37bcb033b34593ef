"""Documents from above that have to be taken up (对接): notice in 3 days, arrangement, companion plan."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import (
    STRICT,
    GroupName,
    Identifier,
    ItemRefs,
    Line,
    Text,
    ThingRef,
    UnitNames,
    about,
)
from ledger.model.register import Register, ThingType

_OPEN = frozenset({"open"})
UPSTREAM_EVENTS = EventTable(
    "上级文件",
    (
        EventType("通过", "adopt"),
        EventType("收文", "receive"),
        EventType("对接提示", "notify", ("by",)),
        EventType("反馈安排", "feed_back", ("by",)),
        EventType("配套印发", "issue_companion", ("plan",), _OPEN, "settled"),
        EventType("免于配套", "exempt", ("by", "note"), _OPEN, "settled"),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    "open",
    {"open": "待配套", "settled": "已配套或免于配套"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A task that the document sets, and what answers it here; neither ``matched`` nor ``no_need``: a gap."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "上级文件里的一项任务，和本级对应的事项"

    id: Annotated[Identifier, about("序号", "任务的序号，全称是 上级文件编号/序号", "1")]
    title: Annotated[Line, about("任务", "上级文件要求做什么", "推行投资项目联合审图")]
    text: Annotated[Text | None, about("原文", "上级文件里的原文")] = None
    matched: Annotated[ItemRefs, about("对应事项", "本级哪些事项落实它", ["zb-2017-05/2"])] = ()
    parent: Annotated[ThingRef | None, about("上位任务", "它落实更上级文件的哪一项任务", "zy-2016-11/1")] = (
        None
    )
    no_need: Annotated[Line | None, about("无需对应", "本级不必另立事项的理由", "由省里统一建设")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpstreamDocument:
    """One document adopted above."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一份上级文件和它的对接：收文、对接提示、反馈安排、配套印发"

    id: Annotated[Identifier, about("编号", "上级文件编号，方案的 upstream 引用它", "zy-2016-11")]
    title: Annotated[Line, about("名称", "文件名称")]
    number: Annotated[Line | None, about("文号", "发文字号")] = None
    issuer: Annotated[Line | None, about("发文机关", "谁印发的")] = None
    level: Annotated[Line | None, about("层级", "中央、省 或 市", "省")] = None
    group: Annotated[GroupName | None, about("专项小组", "负责对接的专项小组")] = None
    lead: Annotated[UnitNames, about("牵头单位", "起草配套方案的单位")] = ()
    parent: Annotated[ThingRef | None, about("上位文件", "它又落实哪份更上级的文件", "zy-2016-11")] = None
    items: Annotated[tuple[Requirement, ...], about("上级任务", "文件里的任务和本级对应的事项")] = ()
    log: Annotated[tuple[Entry, ...], about("记录", "通过、收文、对接提示、反馈安排、配套印发")] = ()


REQUIREMENT = ThingType("requirement", "上级任务", Requirement)

REGISTER = Register(
    "upstream",
    "上级文件对接",
    "须对接的上级文件",
    ThingType(
        "upstream",
        "上级文件",
        UpstreamDocument,
        UPSTREAM_EVENTS,
        unit="lead",
        ended=frozenset({"settled"}),
        inner={"items": REQUIREMENT},
    ),
)
