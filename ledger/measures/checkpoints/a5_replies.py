"""A5 回复按时."""

from collections.abc import Iterator
from datetime import timedelta
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
    """As seen when the day is over: a reply due on the period's last day is asked for in this period, not in none."""
    paper = row.paper
    held_up = paper.withdrawn or paper.frozen(case.day) or row.suspended
    return not held_up and row.reply_asked(case.day + timedelta(days=1))


def _why(row: RowStanding) -> str:
    done = f"{row.replied}回复" if row.replied else "没有回复"
    return f"{row.paper.slip.kind}，{row.paper.reply_due}回复到期，{done}"


GAUGE = Gauge(
    code="A5",
    title="回复按时",
    formula="按期回复的来单 / 本期应回复的来单，一行算一件",
    data="三单一书登记簿：发给本单位、回复期限落在本期的各行，专项小组连同本组的；期限以前已经办结、撤销、暂缓和异议复核中的不算",
    gain="收到就回复，先说打算怎样办、哪天办完；被退回的尽快重报",
    lists="ledger list rows --unit {unit} --state 应回复 --month {month}",
    measure=_measure,
)
