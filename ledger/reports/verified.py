"""``ledger verify``: what was recomputed, for programs; for people the remarks and diagnostics say it."""

from typing import Any

from ledger.reports.blocks import Report


def verified(bulletins: list[dict[str, Any]]) -> Report:
    return Report("月报核对", None, (), {"bulletins": bulletins}, bulletins)
