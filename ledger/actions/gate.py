"""When papers may be issued at all: on a day that has come, in the order of days, by somebody."""

from collections.abc import Iterable
from datetime import date

from ledger.base.errors import LedgerError
from ledger.measures.rulings import Outcome, Ruling
from ledger.model.ledger import Ledger


def must_allow(ledger: Ledger, rulings: Iterable[Ruling], day: date, *, forecast: bool) -> None:
    """Raises LedgerError, in one sentence, when what is proposed on ``day`` cannot be issued."""
    if forecast:
        raise LedgerError(f"{day} 还没有到，只能预测，不能签发；去掉 --write 查看")
    started = ledger.policies.on(day).ladder.adopted_on
    if started is not None and day < started:
        raise LedgerError(f"policy.yaml 写明从 {started} 起用本程序发单，不能签发 {day} 的单")
    if not (ledger.settings.office or ledger.settings.commission):
        raise LedgerError("ledger.yaml 没有写 office（改革办），不知道由谁签发")
    for track in sorted({r.track for r in rulings if r.outcome is Outcome.PROPOSE}):
        _in_order(ledger, track, day)


def _in_order(ledger: Ledger, track: str, day: date) -> None:
    """Each track by itself: the daily notices of docking do not close the month of the items."""
    later = [s for s in ledger.slips if s.track == track and s.as_of > day]
    if not later:
        return
    last = max(later, key=lambda s: (s.as_of, s.id))
    other = "item" if track == "docking" else "docking"
    raise LedgerError(
        f"{last.id} 已按 {last.as_of} 判定签发，不能再签发更早的 {day}；"
        f"漏发的等下一次运行时一并判定，另一条轨道可用 --track {other} 单独办"
    )
