"""A5 回复按时."""

from collections.abc import Iterator
from fractions import Fraction

from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, Piece, measured
from ledger.measures.settled import RowStanding


def _measure(case: Case) -> Measured:
    return measured(Form.SHARE, _pieces(case), "本期没有到期应回复的来单")


def _pieces(case: Case) -> Iterator[Piece]:
    """Whoever was written to owes the reply, and the task group that has the matter answers for it; participants do not."""
    for row in case.book.rows:
        paper = row.paper
        if case.period.holds(paper.reply_due) and _is_mine(case, row) and _was_asked(case, row):
            yield case.piece(
                Form.SHARE,
                paper.ref,
                row.title,
                Fraction(1),
                fits=row.replied_in_time,
                why=_why(row),
                about=paper.row.subject,
            )


def _is_mine(case: Case, row: RowStanding) -> bool:
    document = row.docking.group if row.docking else None
    item = row.standing.group if row.standing else None
    return case.is_me(row.paper.unit, document, item)


def _was_asked(case: Case, row: RowStanding) -> bool:
    """Until it was due nothing had ended, stopped or contested it: what comes later makes no reply that is missing a good one.

    In time counts whatever came of the matter; where none was owed any more, a late one is no worse than none.
    """
    paper = row.paper
    if paper.withdrawn:
        return False
    stopped = (
        row.suspended and paper.reply_due >= case.day
    )  # its pause moves the limit of whatever had not lapsed
    contested = paper.frozen(case.day) and paper.objected is not None and paper.objected <= paper.reply_due
    return not (stopped or contested) and (row.replied_in_time or not row.moot)


def _why(row: RowStanding) -> str:
    done = f"{row.replied}回复" if row.replied else "没有回复"
    return f"{row.paper.slip.kind}，{row.paper.reply_due}回复到期，{done}"


GAUGE = Gauge(
    code="A5",
    title="回复按时",
    formula="按期回复的来单 / 本期应回复的来单，一行算一件",
    data="三单一书登记簿：发给本单位、回复期限落在本期的各行，专项小组连同本组的；到期以前（含当天）已经办结而没有按期回复的、暂缓的、提出异议还没有复核的不算，撤销的不算；回复以最早一次没有被退回的为准",
    gain="收到就回复，先说打算怎样办、哪天办完；被退回的尽快重报",
    lists="ledger list rows --unit {unit} --state 应回复 --month {month}",
    measure=_measure,
)
