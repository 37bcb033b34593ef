"""D3 宣传稿件."""

from collections.abc import Iterator
from fractions import Fraction

from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import NONE, Form, Measured, Piece, plain
from ledger.model.registers.publicity import REGISTER, Output


def _measure(case: Case) -> Measured:
    if case.target is None:
        return Measured(Form.CAPPED, lacking="没有定任务数")
    outputs = list(_outputs(case))
    if not any(output.unit for _, output in outputs):
        return Measured(Form.CAPPED, lacking="本期的宣传没有分单位登记")
    months = case.period.months
    words = f"{plain(Fraction(case.target))}*{months}" if months > 1 else ""
    pieces = tuple(_piece(ref, output) for ref, output in outputs if case.is_me(output.unit))
    return Measured(Form.CAPPED, pieces, Fraction(case.target) * months, words, "任务数是0")


def _outputs(case: Case) -> Iterator[tuple[str, Output]]:
    for month in case.book.things(REGISTER):
        if case.period.holds(month.record.date):
            yield from ((month.ref, output) for output in month.record.outputs if output.pieces is not None)


def _piece(ref: str, output: Output) -> Piece:
    """120余 counts as 120, 近100 as 100: a bound is taken as it was written."""
    assert output.pieces is not None  # noqa: S101 - chosen by that
    why = f"{output.side}刊播{output.pieces}篇"
    return Piece(ref, output.medium, Fraction(output.pieces.value), NONE, why)


GAUGE = Gauge(
    code="D3",
    title="宣传稿件",
    formula="本期刊播的稿件 /（每月任务数 * 本期月数），最多算1",
    data="宣传推介登记簿：日期在本期、写明单位的稿件；约数照写的数算，120余算120，近100算100。本期没有分单位登记的，不适用",
    gain="刊播的稿件报宣传部门登记，写明是哪个单位的",
    lists="ledger list publicity --unit {unit} --state 本月 --month {month}",
    target_means="每个单位每月应刊播多少篇；不写则不适用",
    measure=_measure,
)
