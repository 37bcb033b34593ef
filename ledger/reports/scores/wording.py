"""Words and command lines that the pages of a unit's score share."""

from decimal import Decimal
from fractions import Fraction

from ledger.measures.scoring.card import ScoreCard, ScoreLine
from ledger.measures.scoring.figures import points_text
from ledger.measures.scoring.gauge import Gauge, gauges
from ledger.measures.scoring.measured import plain
from ledger.measures.scoring.unit_score import UnitScore
from ledger.reports.blocks import Cell, Tone
from ledger.reports.bulletin.queries import quoted_word

_MONTH, _UNIT = "--month {month}", "--unit {unit}"
_BY_GROUP = ("ledger items", "ledger list rows")
"""Lists of items and of what is about items: what a group answers for is found by ``--group`` there."""


def when(scored: UnitScore) -> str:
    """``--month 2017-10``; ``--day`` for a period that was not over on the day."""
    period = scored.ranking.book.period
    return f"--month {period.name}" if period.over else f"--day {period.day}"


def sheet_query(unit: str, month: str) -> str:
    """The command that prints the sheet of a period that was published."""
    return f"ledger score {quoted_word(unit)} --month {month}"


def point_query(scored: UnitScore, line: ScoreLine) -> str:
    """The command that lists what one point counts."""
    return f"ledger score {quoted_word(scored.unit)} {when(scored)} --point {quoted_word(line.checkpoint.id)}"


def own_list(scored: UnitScore, line: ScoreLine) -> str:
    """The checkpoint's own list with unit, month and the day that is its target put in; a group is asked for its items as their group."""
    gauge = gauge_of(line)
    return _filled(scored, gauge, line.checkpoint.target or gauge.target) if gauge else ""


def _filled(scored: UnitScore, gauge: Gauge, target: Decimal | None) -> str:
    line = gauge.lists.replace(_MONTH, when(scored))
    if scored.ranking.book.is_group(scored.unit) and line.startswith(_BY_GROUP):
        line = line.replace(_UNIT, "--group {unit}")
    last = scored.ranking.book.day.day
    day = f"{max(1, min(int(target or last), last)):02}"
    return line.format(unit=quoted_word(scored.unit), month=scored.month, target=day)


def gauge_of(line: ScoreLine) -> Gauge | None:
    return gauges().get(line.checkpoint.gauge)


def weight_text(weight: Decimal) -> str:
    """Without zeros that nobody wrote."""
    return plain(Fraction(weight))


def too_little(card: ScoreCard) -> str:
    """Why a card has no score."""
    return f"计分的督察重点合计{weight_text(card.applicable)}分，不到{weight_text(card.least)}分"


def points_cell(line: ScoreLine) -> Cell:
    """``10.86``, else why it does not count; all of the weight lost strikes most."""
    text = points_text(line)
    if text is None:
        return Cell(line.state, Tone.WARN if line.state == "待评" else Tone.MUTED)
    if not line.lost:
        return Cell(text, Tone.GOOD)
    return Cell(text, Tone.WARN if line.points else Tone.BAD)


def formula_text(line: ScoreLine) -> str:
    """The formula that gives the points, or why there are none."""
    if line.state == "计分":
        return line.formula
    return f"{line.why}：{line.formula}" if line.formula else line.why


def scorer(scored: UnitScore, line: ScoreLine) -> str:
    """Who gave the human score of the line; empty where nobody wrote it."""
    sheet = scored.scores.sheet
    return (line.human and line.human.by) or (sheet and sheet.by) or ""
