"""三单一书: papers that were issued, their rows and the replies to them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import STRICT, Day, Identifier, Line, about

RUNGS = ("提示单", "交办单", "催办单", "责令书")
"""The four papers, lowest first; a rung's number is its place here, from 1."""

PREFIXES = {"提示单": "TS", "交办单": "JB", "催办单": "CB", "责令书": "ZL"}

IDENTIFIERS = {
    "prompt_slip": "提示单",
    "assignment_slip": "交办单",
    "urging_slip": "催办单",
    "rectification_order": "责令书",
}
"""Their English names (domain.md §3), for command lines; lowest first."""


class SlipState(StrEnum):
    """A paper is drafted until its 签发 and keeps its number when it is made void."""

    DRAFTED = "drafted"
    ISSUED = "issued"
    VOID = "void"


class RowState(StrEnum):
    """What was answered to a row; whether it is settled is derived from its subject."""

    AWAITING = "awaiting"
    REPLIED = "replied"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


SLIP_EVENTS = EventTable(
    "三单一书",
    (
        EventType("签发", "issue", ("by",), frozenset({SlipState.DRAFTED}), SlipState.ISSUED),
        EventType("作废", "void", ("by", "note"), frozenset({SlipState.ISSUED}), SlipState.VOID),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    SlipState.DRAFTED,
    {SlipState.DRAFTED: "未签发", SlipState.ISSUED: "已签发", SlipState.VOID: "已作废"},
)

_ANSWERABLE = frozenset({RowState.AWAITING, RowState.REPLIED, RowState.RETURNED})
UPHELD, QUASHED = "维持", "撤销"
"""What a review (复核) of an objection may decide."""

ROW_EVENTS = EventTable(
    "三单一书的行",
    (
        EventType("回复", "reply", ("by",), _ANSWERABLE, RowState.REPLIED),
        EventType("验收", "accept", ("by",), frozenset({RowState.REPLIED}), RowState.ACCEPTED),
        EventType("退回", "return", ("by", "note"), frozenset({RowState.REPLIED}), RowState.RETURNED),
        EventType("异议", "object", ("by", "note"), _ANSWERABLE),
        EventType("复核", "review", ("by", "result"), _ANSWERABLE),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    RowState.AWAITING,
    {
        RowState.AWAITING: "待回复",
        RowState.REPLIED: "已回复",
        RowState.RETURNED: "已退回",
        RowState.ACCEPTED: "已验收",
        RowState.WITHDRAWN: "已撤销",
    },
)


Track = Literal["item", "docking"]
"""What a paper presses for: an item, or a companion plan for an upstream document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One subject of a paper; ``limit`` is the day to finish by."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: Annotated[Identifier, about("序号", "行的序号", "1")]
    subject: Annotated[Line, about("事项", "事项或上级文件的编号", "zb-2017-05/1")]
    limit: Annotated[Day | None, about("办结期限", "要求在哪一天以前办结", "2017-11-30")] = None
    direct_entry_by: Annotated[
        Line | None, about("越级决定", "越过下级直接发这一级的，写明由谁决定", "张明远")
    ] = None
    log: Annotated[tuple[Entry, ...], about("记录", "这一行的回复、验收、退回、异议、复核")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One issued paper; the file's stem is its id."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: Annotated[
        Identifier, about("编号", "与文件名相同，TS 提示单、JB 交办单、CB 催办单、ZL 责令书", "TS-2017-025")
    ]
    kind: Annotated[
        Literal["提示单", "交办单", "催办单", "责令书"],
        about("种类", "提示单、交办单、催办单 或 责令书", "提示单"),
    ]
    track: Annotated[Track, about("轨道", "item 改革事项，docking 对接上级文件", "item")] = "item"
    number: Annotated[Line, about("文号", "编号或期号", "云改办提〔2017〕25号")]
    unit: Annotated[Line, about("主送单位", "收到这份单的单位", "市财政局")]
    as_of: Annotated[Day, about("判定日", "按哪一天的情况判定", "2017-10-31")]
    policy: Annotated[Day | None, about("规则版本", "所依据的 policy.yaml 版本的 from", "2017-01-01")] = None
    reply_due: Annotated[Day, about("回复期限", "应在哪一天以前回复", "2017-11-03")]
    log: Annotated[tuple[Entry, ...], about("记录", "签发、作废")] = ()
    rows: Annotated[tuple[Row, ...], about("各行", "一行一事")] = ()

    @property
    def rung(self) -> int:
        """1 to 4."""
        return RUNGS.index(self.kind) + 1
