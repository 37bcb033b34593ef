"""What inspectors ask of items beyond their state (S1 三看, 四个没有): outputs of institutions, evidence, hard ones, owners.

Each is a predicate of an item on its day, so that ``ledger items --status`` lists what it counts.
"""

from collections.abc import Callable

from ledger.measures.progress import IN_COUNT
from ledger.measures.standing import Standing
from ledger.model.facts import facts
from ledger.model.items import State

INSTITUTIONAL = "制度成果"


def _papers(standing: Standing) -> list[str | None]:
    """The kinds of all papers that the item's facts name."""
    return [e.kind for entry in facts(standing.item.log, standing.day) for e in entry.evidence]


def _counts(standing: Standing) -> bool:
    return standing.status in IN_COUNT


def _is_done(standing: Standing) -> bool:
    return standing.status is State.COMPLETED


LENS_MARKS: dict[str, tuple[str, Callable[[Standing], bool]]] = {
    "done_with_institution": ("完成有制度成果", lambda s: _is_done(s) and INSTITUTIONAL in _papers(s)),
    "done_without_institution": ("完成无制度成果", lambda s: _is_done(s) and INSTITUTIONAL not in _papers(s)),
    "done_without_evidence": ("完成无佐证", lambda s: _is_done(s) and not _papers(s)),
    "hard": ("硬骨头", lambda s: _counts(s) and s.item.hard),
    "hard_completed": ("硬骨头已完成", lambda s: _is_done(s) and s.item.hard),
    "other": ("非硬骨头", lambda s: _counts(s) and not s.item.hard),
    "other_completed": ("非硬骨头已完成", lambda s: _is_done(s) and not s.item.hard),
    "without_lead": ("没有牵头单位", lambda s: _counts(s) and not s.leads),
    "returned": ("退回过", lambda s: any(e.event == "核验退回" for e in facts(s.item.log, s.day))),
    "relapsed": ("反弹过", lambda s: s.history.relapsed),
}
"""Name of a figure → what it is called, and which items it counts."""
