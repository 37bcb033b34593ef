"""The rows of the table: what is measured, beside what, and what we hold ourselves to."""

import re
from dataclasses import dataclass

from sides import (
    BARE,
    Side,
    asked,
    cold,
    doorstop,
    edited,
    git_status,
    hledger,
    importing,
    libyaml,
    naive,
    openpyxl,
    program,
    reviewed,
    warm,
)

DIFF, ESCALATE = "diff HEAD", "escalate --month 2017-10"


@dataclass(frozen=True)
class Target:
    """``against`` nothing it is memory. ``hold`` is empty where we only look; ``prototype`` is what the first sketch did."""

    own: Side
    against: Side | None
    hold: str = ""
    prototype: str = ""


@dataclass(frozen=True)
class Bound:
    """On our time by the other's; or on the other's by ours, where we shall be ``faster``; or on megabytes."""

    limit: float
    faster: bool = False

    def keeps(self, figure: float) -> bool:
        return figure >= self.limit if self.faster else figure <= self.limit


def bound(hold: str) -> Bound | None:
    """``≤ 7 ×``, ``≥ 20 × faster``, ``≤ 250 MB``; None for an empty one."""
    if not hold:
        return None
    found = re.fullmatch(r"≤ (\d+) (?:×|MB)|≥ (\d+) × faster", hold)
    if not found:
        raise ValueError(hold)
    return Bound(float(found[1])) if found[1] else Bound(float(found[2]), faster=True)


TARGETS = (
    Target(program("--version"), BARE, "≤ 7 ×", "1.5 ×"),
    Target(program("--help"), BARE, "≤ 9 ×", "6–7 ×"),
    Target(warm("status", 500), BARE, "≤ 9 ×", "1.4 ×"),
    Target(warm("status", 10_000), git_status(10_000), "≤ 6 ×", "2.6 ×"),
    Target(edited("status", 10_000, 1), warm("status", 10_000), "≤ 3 ×", "2.4 ×"),
    Target(cold("status", 500, cores=1), libyaml(500, cores=1), "≤ 14 ×", "4.5 ×"),
    Target(cold("status", 500, cores=2), libyaml(500, cores=2), "≤ 9 ×", "2.9 ×"),
    Target(cold("status", 500), naive(500), "≥ 20 × faster", "103 × faster"),
    Target(cold("check", 500), doorstop(10_000), "≥ 10 × faster", "50 × faster"),
    Target(cold("status", 10_000, cores=2), hledger(200_000), "≥ 1 × faster", "6.5 × faster"),
    Target(warm(ESCALATE, 500), warm("status", 500), "≤ 3 ×"),
    Target(reviewed(DIFF, 500, 20), warm("status", 500), "≤ 3 ×"),
    Target(edited(DIFF, 500, 20), warm("status", 500), "≤ 3 ×"),
    Target(reviewed(DIFF, 10_000, 20), warm("status", 10_000), "≤ 3 ×"),
    Target(edited(DIFF, 10_000, 20), warm("status", 10_000), "≤ 3 ×"),
    Target(cold("status", 10_000), None, "≤ 250 MB", "86 MB"),
    Target(warm("status", 10_000), None, "≤ 60 MB", "14 MB"),
    Target(cold("status", 10_000), cold("status", 1_000), "≤ 11 ×"),
)

LOOKS = (
    *(Target(cold(line, 500), BARE) for line in ("status", "check", "items", "bulletin", "trend", ESCALATE)),
    *(Target(warm(line, 500), BARE) for line in ("check", "items", "bulletin", "trend")),
    Target(asked("status --text 第{}项", 500), BARE),
    Target(asked("items --text 第{}项", 500), BARE),
    *(Target(edited(line, 500, 1), BARE) for line in ("status", "check", ESCALATE)),
    Target(edited("check --since HEAD", 500, 20), warm("status", 500)),
    Target(warm("status", 35), BARE),
    Target(cold("status", 35), BARE),
    Target(importing(10_000), openpyxl(10_000)),
)
"""Nobody promised anything about them; they shall not get slower unnoticed."""
