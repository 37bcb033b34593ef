"""A month's returns for programs."""

from typing import Any

from ledger.loading.returns.sent import STATE
from ledger.reports.returns.summary import Returns
from ledger.reports.returns.verdicts import Verdict


def returns_data(returns: Returns) -> dict[str, Any]:
    return {
        "month": returns.batch.month,
        "date": returns.when.isoformat(),
        "written": returns.written,
        "units": [_unit(unit, returns) for unit in returns.batch.units],
        "unread": list(returns.unread),
        "rows": [_row(row) for row in returns.rows],
        "diff": returns.diff,
    }


def _unit(unit: str, returns: Returns) -> dict[str, Any]:
    batch = returns.batch
    chosen = batch.chosen.get(unit)
    return {
        "unit": unit,
        "came": batch.came[unit].value,
        "file": chosen.path if chosen else None,
        "sent": len(chosen.sent.rows) if chosen else None,
        "filled": len(chosen.filled) if chosen else None,
        "unfilled": chosen.unfilled if chosen else [],
        "unreadable": chosen.unreadable if chosen else None,
    }


def _row(row: Verdict) -> dict[str, Any]:
    place, filled, fault = row.place(STATE), row.filled, row.fault
    return {
        "ref": row.ref,
        "unit": row.unit,
        "file": place.path,
        "cell": place.cell,
        "state": filled.state,
        "note": filled.note,
        "evidence": filled.evidence,
        "outcome": row.outcome.value,
        "event": row.event or None,
        "fault": fault.code if fault else None,
    }
