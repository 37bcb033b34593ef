"""The three gates of a plan that is to be closed, before anybody judges them (``closing.py``)."""

from dataclasses import dataclass
from datetime import date

from ledger.model.entries import Entry
from ledger.model.facts import facts
from ledger.model.plans import Plan

QUALITY, TASK, SATISFACTION = "quality", "task", "satisfaction"
WORDS = {QUALITY: "质量关", TASK: "任务关", SATISFACTION: "满意关"}


@dataclass(frozen=True, slots=True)
class Shortfall:
    """``ref`` stands in the way, because ``why``."""

    ref: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Gate:
    """One of the three; ``said`` is what it rests on when it holds. One that is not ``asked`` holds."""

    key: str
    shortfalls: tuple[Shortfall, ...]
    said: str
    asked: bool = True

    @property
    def word(self) -> str:
        return WORDS[self.key]

    @property
    def holds(self) -> bool:
        return not self.shortfalls


def standing_requests(plan: Plan) -> list[Entry]:
    """The entries 申请销账 and 销账 that no 退回 took back since."""
    found: list[Entry] = []
    for entry in facts(plan.log, date.max):
        if entry.event == "退回":
            found = []
        elif entry.event in {"申请销账", "销账"}:
            found.append(entry)
    return found
