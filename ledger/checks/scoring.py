"""Versions of scoring.yaml, sheets of scores and published rankings with their places, for the rules about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.base.diagnostics import Pointer, Spot
from ledger.checks.numbers import unread
from ledger.measures.holdings import Holding, held
from ledger.model.ledger import Ledger
from ledger.model.registers.scores import REGISTER, HumanScore, ScoreSheet
from ledger.model.scoring import Checkpoint, Scheme


@dataclass(frozen=True, slots=True)
class PlacedScheme:
    """One version, and which of the file it is."""

    scheme: Scheme
    path: str
    number: int

    @property
    def name(self) -> str:
        since = self.scheme.from_
        return f"评分方案 {since} 起的一版" if since else "评分方案没有写起用日的一版"

    def spot(self, *steps: str | int) -> Spot:
        return Spot(self.path, ("schemes", self.number, *steps))

    def points(self) -> Iterator[tuple[Checkpoint, Pointer]]:
        """Each with the steps that lead to it."""
        for a, aspect in enumerate(self.scheme.aspects):
            for c, point in enumerate(aspect.checkpoints):
                yield point, ("aspects", a, "checkpoints", c)


def placed_schemes(ledger: Ledger) -> list[PlacedScheme]:
    """Those that score anything."""
    path = ledger.paths.get(("scoring", ""), "")
    return [PlacedScheme(s, path, n) for n, s in enumerate(ledger.scoring.schemes) if s.aspects]


@dataclass(frozen=True, slots=True)
class PlacedSheet:
    """A sheet of human scores. ``day`` is the last of its period, ``scheme`` the version in force then."""

    sheet: ScoreSheet
    holding: Holding
    day: date
    scheme: Scheme

    def scores(self) -> Iterator[tuple[HumanScore, Holding]]:
        for n, score in enumerate(self.sheet.scores):
            pointer = (*self.holding.pointer, "scores", n)
            ref = f"{self.sheet.id}/{score.id}"
            kind = self.holding.type.inner["scores"]
            yield score, Holding(kind, ref, score, self.holding.path, pointer, self.holding)

    def point(self, score: HumanScore) -> Checkpoint | None:
        return next((p for p in self.scheme.checkpoints if p.id == score.point), None)


def placed_sheets(ledger: Ledger) -> Iterator[PlacedSheet]:
    """Those whose period there is, and was scored; of the others C103 tells."""
    for holding in sheets(ledger):
        sheet: ScoreSheet = holding.record
        scheme = ledger.scoring.on(sheet.day) if sheet.day else None
        if sheet.day and scheme and scheme.aspects:
            yield PlacedSheet(sheet, holding, sheet.day, scheme)


def sheets(ledger: Ledger) -> Iterator[Holding]:
    """Nothing where scoring.yaml is there and was not read: every score would seem to be for nothing."""
    if all(path.name != "scoring.yaml" for path in unread(ledger)):
        yield from (holding for holding in held(ledger, REGISTER) if holding.parent is None)
