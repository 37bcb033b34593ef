"""What people scored a period with: scores/2017-10.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ledger.measures.scoring.periods import ScoredPeriod
from ledger.model.ledger import Ledger
from ledger.model.registers.scores import REGISTER, HumanScore, ScoreSheet


@dataclass(frozen=True)
class HumanScores:
    """The sheet of a period, whenever it was written: scores are given after the month is over.

    ``by_unit`` by (unit as it is called on the period's last day, point); of two for one point the first stands (an error of C104).
    """

    verified: frozenset[str] = frozenset()
    by_unit: Mapping[tuple[str, str | None], HumanScore] = field(default_factory=dict)
    sheet: ScoreSheet | None = None

    @classmethod
    def of(cls, ledger: Ledger, period: ScoredPeriod, day: date) -> "HumanScores":
        return cls.named(ledger, period.name, day)

    @classmethod
    def named(cls, ledger: Ledger, name: str, day: date) -> "HumanScores":
        """``2017-10``, or ``2017`` for the year-end scores."""
        sheet = next((s for s in ledger.of(REGISTER) if s.id == name), None)
        if sheet is None:
            return cls()
        found: dict[tuple[str, str | None], HumanScore] = {}
        for score in sheet.scores:
            found.setdefault((ledger.units.current(score.unit, day), score.point), score)
        return cls(frozenset(sheet.verified), found, sheet)

    def of_unit(self, unit: str, point: str | None) -> HumanScore | None:
        return self.by_unit.get((unit, point))
