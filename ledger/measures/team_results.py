"""What a quarter's rating comes to: averages by team and question, and ranks (S3 #51)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from ledger.model.registers.ratings import QUESTIONS, Rating, Score


@dataclass(frozen=True, slots=True)
class TeamResult:
    """``overall`` is the mean of all answers about the team; teams of the same mean share a ``rank``.

    ``questions`` has the mean of each question, None where nobody answered it.
    """

    team: str
    raters: int
    overall: Decimal | None
    rank: int | None
    questions: dict[str, Decimal | None]


def team_results(rating: Rating) -> list[TeamResult]:
    """The best first; a team about which nobody answered anything comes last, without a rank."""
    teams: dict[str, list[Score]] = {}
    for score in rating.scores:
        teams.setdefault(score.team, []).append(score)
    means = {team: _mean(_answers(scores)) for team, scores in teams.items()}
    known = [mean for mean in means.values() if mean is not None]
    found = []
    for team, scores in teams.items():
        mean = means[team]
        rank = 1 + sum(other > mean for other in known) if mean is not None else None
        questions = {q: rounded(_mean(_answers(scores, (q,)))) for q in QUESTIONS}
        raters = len({score.by for score in scores})
        found.append(TeamResult(team, raters, rounded(mean), rank, questions))
    return sorted(found, key=lambda r: (r.rank is None, r.rank, r.team))


def last_rating(ratings: Iterable[Rating]) -> Rating | None:
    """The one of the latest quarter."""
    return max(ratings, key=lambda r: (r.period.first, r.date), default=None)


def average(ratings: Iterable[Rating]) -> Decimal | None:
    """The mean of all answers."""
    return rounded(_mean([a for rating in ratings for a in _answers(rating.scores)]))


def rounded(mean: Fraction | None) -> Decimal | None:
    """Points with two decimals, half-up."""
    if mean is None:
        return None
    return (Decimal(mean.numerator) / mean.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _answers(scores: Sequence[Score], questions: Iterable[str] = tuple(QUESTIONS)) -> list[Decimal]:
    found = (getattr(score, question) for score in scores for question in questions)
    return [answer for answer in found if answer is not None]


def _mean(answers: Sequence[Decimal]) -> Fraction | None:
    """Exact, so that ranks do not depend on rounding."""
    return sum(map(Fraction, answers), Fraction()) / len(answers) if answers else None
