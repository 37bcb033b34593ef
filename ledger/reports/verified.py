"""``ledger verify``: what was recomputed, for programs; for people the remarks and diagnostics say it."""

from typing import Any

from ledger.reports.blocks import Report
from ledger.reports.checked import Past, since_data


def verified(bulletins: list[dict[str, Any]], past: Past | None = None) -> Report:
    return Report("", None, (), {"bulletins": bulletins} | since_data(past), bulletins)
