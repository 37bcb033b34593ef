"""What papers and their rows are listed and counted by; kinds stand apart, so that 本月签发的提示单 can be asked for."""

from collections.abc import Mapping

from ledger.measures.paper_counts import issued_since
from ledger.measures.papers import issued_on, signed_on
from ledger.measures.register import is_answered, is_answered_in_time, is_asked, lapse
from ledger.measures.settled import RowStanding
from ledger.measures.states import State, next_month
from ledger.model.slips import IDENTIFIERS, Slip

SLIP_STATES: Mapping[str, State[Slip]] = {
    "issued": State("已签发", issued_since),
    "issued_this_month": State("本月签发", lambda s, day: issued_since(s, day, day.replace(day=1))),
    "issued_this_year": State("本年签发", lambda s, day: issued_since(s, day, day.replace(month=1, day=1))),
    "docking": State("对接上级文件的", lambda s, _: s.track == "docking"),
    "item": State("督促改革事项的", lambda s, _: s.track == "item"),
    "void": State("已作废", lambda s, day: signed_on(s, day) is not None and issued_on(s, day) is None),
}

TRACKS = frozenset({"docking", "item"})
"""Those of papers that part them whole: each track is a funnel of its own."""

ROW_STATES: Mapping[str, State[RowStanding]] = {
    "issued_this_month": State("本月签发", lambda r, day: r.paper.issued >= day.replace(day=1)),
    "issued_this_year": State("本年签发", lambda r, day: r.paper.issued >= day.replace(month=1, day=1)),
    "reply_asked": State("应回复", is_asked),
    "replied": State("已回复", is_answered),
    "replied_in_time": State("按期回复", is_answered_in_time),
    "unanswered": State("应回复未回复", lambda r, day: is_asked(r, day) and not is_answered(r, day)),
    "open": State("未办结", lambda r, _: r.open),
    "settled": State("已办结", lambda r, _: not r.open),
    "lapsing": State("下月底以前到期", lambda r, day: lapse(r, day) is not None),
    "lapsing_next_month": State(
        "下月到期", lambda r, day: any(next_month(limit, day) for limit in r.limits_ahead(day))
    ),
    "lapsed": State("逾期未办结", lambda r, day: r.presses(day) and r.paper.lapsed(day)),
    "returned": State("回复被退回", lambda r, _: r.paper.rejected),
    "objected": State("有异议", lambda r, day: r.paper.frozen(day)),
    "withdrawn": State("异议成立已撤销", lambda r, _: r.paper.withdrawn),
}
"""Rows of papers that were made void are none."""


def _slip_kind(kind: str) -> State[Slip]:
    return State(kind, lambda s, _: s.kind == kind)


def _row_kind(kind: str) -> State[RowStanding]:
    return State(kind, lambda r, _: r.paper.slip.kind == kind)


SLIP_KINDS = {name: _slip_kind(kind) for name, kind in IDENTIFIERS.items()}
ROW_KINDS = {name: _row_kind(kind) for name, kind in IDENTIFIERS.items()}
