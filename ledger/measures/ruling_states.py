"""What the rulings of a run are listed by: the paper that is proposed, or why none is."""

from collections.abc import Mapping

from ledger.measures.rulings import Outcome, Ruling
from ledger.measures.states import State
from ledger.model.slips import IDENTIFIERS


def _paper(kind: str) -> State[Ruling]:
    return State(kind, lambda r, _: r.kind == kind)


def _outcome(label: str, outcome: Outcome) -> State[Ruling]:
    return State(label, lambda r, _: r.outcome is outcome)


RULING_STATES: Mapping[str, State[Ruling]] = {
    **{name: _paper(kind) for name, kind in IDENTIFIERS.items()},
    "referral": _outcome("移交建议", Outcome.REFERRAL),
    "hold": _outcome("暂不升级", Outcome.HOLD),
    "backlog": _outcome("积压清单", Outcome.BACKLOG),
}
