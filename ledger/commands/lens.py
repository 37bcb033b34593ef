"""``ledger lens``."""

from ledger.base.errors import LedgerError
from ledger.commands.command import command
from ledger.commands.options import Output, When, Where, Which
from ledger.commands.printing import deliver
from ledger.commands.session import open_session
from ledger.reports.bulletin.month import Month
from ledger.reports.lens import View, lenses
from ledger.reports.lens_report import lens_report


@command("lens", kept=True)
def run(where: Where, when: When, which: Which, output: Output) -> int:
    """三看、四个没有、三督三察、六看等角度：台账能说的数据和结论，台账说不了的列出由人判断。

    例：ledger lens；ledger lens --plan zb-2017-05；ledger lens --field 经济体制
    """
    session = open_session(where, when, which)
    chosen = session.chosen
    if chosen.figures or chosen.causes or chosen.text or chosen.issued_for is not None:
        raise LedgerError(
            "各个角度看的是整个方案，不能用 --status、--cause、--text、--issued-for 筛选；"
            "可用 --plan、--field、--group、--lead、--unit"
        )
    view = View.of(Month.of(session.ledger, session.day.date), chosen)
    found = [(lens, lens.build(view)) for lens in lenses()]
    return deliver(session.answer("lens", lens_report(found, session.day.date)), output)
