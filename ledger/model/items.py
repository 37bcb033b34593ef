"""The item (改革事项): the atom that is counted, its nodes, and everything that may happen to it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import STRICT, Day, DueText, Flag, Identifier, Line, Names, Number, Text, about


class State(StrEnum):
    """Where an item stands. ACCEPTED is COMPLETED seen closer; figures count both as completed."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    ACCEPTED = "accepted"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


STATE_WORDS: dict[str, str] = {
    State.NOT_STARTED: "未启动",
    State.IN_PROGRESS: "已启动未完成",
    State.COMPLETED: "已完成",
    State.ACCEPTED: "已核验",
    State.SUSPENDED: "暂缓",
    State.CANCELLED: "终止或并出",
}

_OPEN = frozenset({State.NOT_STARTED, State.IN_PROGRESS})
_LIVE = _OPEN | {State.SUSPENDED}
_CLAIMED = frozenset({State.COMPLETED, State.ACCEPTED})

ITEM_EVENTS = EventTable(
    "事项",
    (
        EventType("启动", "start", (), frozenset({State.NOT_STARTED}), State.IN_PROGRESS),
        EventType("进展", "progress", (), _OPEN, State.IN_PROGRESS, ("node", "percent", "until")),
        EventType("节点完成", "reach_node", ("node", "evidence"), _OPEN, State.IN_PROGRESS),
        EventType("自查", "self_check", (), _OPEN),
        EventType("完成", "complete", ("evidence",), _OPEN, State.COMPLETED),
        EventType("核验通过", "accept", ("by",), _CLAIMED, State.ACCEPTED),
        EventType("核验退回", "return", ("by", "note"), _CLAIMED, State.IN_PROGRESS),
        EventType("申请延期", "request_extension", ("until", "note"), _OPEN, None, ("node",)),
        EventType("批准延期", "extend", ("until", "by"), _OPEN, None, ("node",)),
        EventType("暂缓", "suspend", ("by", "until", "note"), _OPEN, State.SUSPENDED),
        EventType("恢复", "resume", ("by",), frozenset({State.SUSPENDED})),
        EventType("移交", "transfer", ("to", "by"), _LIVE, None, ("from",)),
        EventType("终止", "cancel", ("by", "note"), _LIVE, State.CANCELLED),
        EventType("并入", "merge", ("by", "into"), _LIVE, State.CANCELLED),
        EventType("拆分", "split", ("by", "into"), _LIVE, State.CANCELLED),
        EventType("公示", "publicize", ("until",), frozenset({State.ACCEPTED})),
        EventType("销号", "close", ("by",), frozenset({State.ACCEPTED})),
        EventType("回头看", "look_back", ("by", "result"), frozenset({State.ACCEPTED})),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    State.NOT_STARTED,
    STATE_WORDS,
)
CORRECTABLE = ("title", "due", "lead")
RELAPSED, CONSOLIDATED = "反弹", "巩固"


def sends_back(entry: Entry) -> bool:
    """Whether what was claimed, accepted and shown before it counts no more."""
    return entry.event == "核验退回" or entry.result == RELAPSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A step of an item with a time limit of its own."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: Annotated[Identifier, about("编号", "节点编号，在事项里不重复", "a")]
    title: Annotated[Line, about("名称", "节点要做成什么", "出台细则")]
    due: Annotated[DueText, about("时限", "节点的时限，写法同事项", "2017-09-30")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One commitment, as first landed: lead, due and title move by entries only.

    An absent ``due`` is 待定; absent ``lead``, ``field`` and ``group`` are the plan's.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: Annotated[Identifier, about("编号", "事项编号，在方案里不重复；1.10 一类要加引号", "1", "1.10")]
    title: Annotated[Line, about("名称", "改革事项的名称", "建立企业投资项目负面清单")]
    part: Annotated[Identifier | None, about("所属部分", "方案 parts 里的编号", "一")] = None
    text: Annotated[Text | None, about("原文", "方案里的原文")] = None
    lead: Annotated[Names, about("牵头单位", "一个或几个单位；不写则同方案", "市发展改革委")] = ()
    participants: Annotated[
        Names, about("配合单位", "参与的单位", ["市财政局", "市国土资源局"], alias="with")
    ] = ()
    field: Annotated[Line | None, about("领域", "ledger.yaml 的 fields 之一；不写则同方案")] = None
    group: Annotated[Line | None, about("专项小组", "units.yaml 里的专项小组；不写则同方案")] = None
    leader: Annotated[Line | None, about("领衔领导", "领衔的领导，取 units.yaml 的 leaders")] = None
    focus: Annotated[Flag, about("重点", "重点或挂牌督办事项写 true", True)] = False
    hard: Annotated[Flag, about("硬骨头", "难度大的事项写 true", True)] = False
    weight: Annotated[Number | None, about("权重", "加权完成率用的权重", 2)] = None
    major_task: Annotated[Identifier | None, about("重大任务", "所属重大改革任务的编号")] = None
    start: Annotated[DueText | None, about("计划启动", "计划启动的时间，写法同时限", "2017-03")] = None
    due: Annotated[
        DueText | None,
        about(
            "时限",
            "日、月、季、半年、年或 长期，指该时段最后一天；不写为 待定",
            "2017-06-30",
            "2017-06",
            "2017Q2",
            "2017H1",
            "2017",
            "长期",
        ),
    ] = None
    nodes: Annotated[tuple[Node, ...], about("节点", "分步完成的节点")] = ()
    review_by: Annotated[Day | None, about("复查日期", "长期事项在哪一天以前要复查", "2017-12-31")] = None
    log: Annotated[tuple[Entry, ...], about("记录", "按记下的先后，新的写在最后，已写的不改")] = ()
