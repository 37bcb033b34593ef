"""The teams of one rating by rank, with the mean of every question."""

from ledger.measures.team_results import TeamResult
from ledger.model.registers.ratings import QUESTIONS
from ledger.reports.blocks import Column, Table, cells


def team_table(results: list[TeamResult]) -> Table:
    columns = (
        Column("督察组", wrap=True),
        Column("名次", right=True),
        Column("测评单位", right=True),
        *(Column(word, right=True) for word in QUESTIONS.values()),
        Column("平均", right=True),
    )
    rows = (cells(r.team, r.rank, r.raters, *r.questions.values(), r.overall) for r in results)
    return Table(columns, tuple(rows))
