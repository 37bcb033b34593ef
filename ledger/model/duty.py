"""The duty: somebody owes something by a day; and what may be owed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Duty:
    """``unit`` owes ``what`` for ``ref`` by ``due`` (its last day); ``met_on`` is when it was done.

    ``settle`` is the command that would settle it.
    """

    ref: str
    what: str
    unit: str
    due: date
    met_on: date | None
    title: str
    settle: str = ""

    def overdue_days(self, day: date) -> int:
        """Calendar days past due; 0 when met, or due today or later."""
        return max(0, (day - self.due).days) if self.met_on is None else 0


ITEM, NODE, REVIEW = "办结事项", "完成节点", "复查长期事项"
REPLY, LIMIT = "回复来单", "按单办结"
VERIFY = "核验完成"
LOOK_BACK = "回头看"
OBJECTION = "复核异议"
NOTICE, FEEDBACK, COMPANION = "对接提示", "反馈对接安排", "印发配套方案"
CONSULT = "会诊"
