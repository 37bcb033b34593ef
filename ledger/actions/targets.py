"""What ``ledger record REF EVENT`` means: whose log, and which of its events."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.checks.logs import Log, logs
from ledger.measures.holdings import holdings
from ledger.measures.papers import issued_rows
from ledger.model.events import EventType
from ledger.model.items import ITEM_EVENTS
from ledger.model.ledger import Ledger
from ledger.model.slips import ROW_EVENTS, SLIP_EVENTS, RowState, Slip


@dataclass(frozen=True, slots=True)
class Target:
    """A log, the event to be recorded in it, and the node that the reference named."""

    log: Log
    event: EventType
    node: str | None = None


def find_target(ledger: Ledger, ref: str, word: str, known: Mapping[str, Log] | None = None) -> Target:
    """Raises LedgerError, with the nearest name, for an unknown thing or an event that it does not have.

    ``known`` are the ledger's logs by reference, of whoever asks for many.
    """
    owner, _, node = ref.partition("#")
    known = known or {log.ref: log for log in logs(ledger)}
    slip = next((s for s in ledger.slips if s.id == owner), None)
    if slip is not None and ROW_EVENTS.find(word) and not SLIP_EVENTS.find(word):
        owner = _only_row(slip, word)
    if owner not in known:
        _must_be_unknown(ledger, owner)
        hint = did_you_mean(owner, known) or "用 ledger items、ledger list slips 查看编号"
        raise LedgerError(f"没有{quoted(owner)}；{hint}")
    log = known[owner]
    event = log.table.find(word)
    if event is None:
        near = did_you_mean(word, log.table.words) or f"可记 {'、'.join(log.table.words)}"
        rows = (
            f"；它的行（{slip.id}/行号）可记 {'、'.join(ROW_EVENTS.words)}"
            if slip is not None and owner == slip.id
            else ""
        )
        raise LedgerError(f"{log.table.kind}没有{quoted(word)}这个事件；{near}{rows}")
    if "#" in ref and log.table is not ITEM_EVENTS:
        raise LedgerError(f"{log.table.kind}没有节点，不能写{quoted(ref)}；写 {owner}")
    return Target(log, event, node or None)


def _must_be_unknown(ledger: Ledger, ref: str) -> None:
    """Raises LedgerError for a thing of a register that is there, but whose type has no events."""
    known = list(holdings(ledger))
    thing = next((h for h in known if h.ref == ref), None)
    if thing is None:
        return
    inner = next((h for h in known if h.parent is thing and h.type.events is not None), None)
    hint = f"记在它的{inner.type.word}上，如 {inner.ref}" if inner else f"要补充的直接写进 {thing.path}"
    raise LedgerError(f"{thing.type.word} {ref} 没有可记的事件；{hint}")


def _only_row(slip: Slip, word: str) -> str:
    if len(slip.rows) == 1:
        return f"{slip.id}/{slip.rows[0].id}"
    rows = "、".join(f"{slip.id}/{row.id}（{row.subject}）" for row in slip.rows[:5])
    raise LedgerError(f"{slip.id} 有 {len(slip.rows)} 行，{word}记在哪一行？写作 {rows}")


def rows_to_answer(ledger: Ledger, ref: str, day: date) -> tuple[Slip, list[str]]:
    """The paper and its rows that still want a reply on ``day``; of a row's own reference that row, answered or not.

    Raises LedgerError for an unknown paper, and when every row has been answered.
    """
    name, _, row = ref.partition("/")
    slip = next((s for s in ledger.slips if s.id == name), None)
    if slip is None:
        hint = did_you_mean(name, [s.id for s in ledger.slips]) or "用 ledger list slips 查看编号"
        raise LedgerError(f"没有{quoted(name)}这份单；{hint}")
    if row:
        return slip, [ref]
    waiting = [p for p in issued_rows(ledger, day) if p.slip is slip and p.state in _WAITING]
    if not waiting:
        raise LedgerError(f"{slip.id} 在 {day} 没有待回复的行；要补充回复某一行，写 {slip.id}/行号")
    return slip, [p.ref for p in waiting]


_WAITING = {RowState.AWAITING, RowState.RETURNED}
