"""D123."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.landed_rankings import behind_a_ranking
from ledger.checks.history.then_and_now import edited, finding, put_back
from ledger.checks.rule import Finding, Rule
from ledger.checks.rules.d108_due_edited import is_limit
from ledger.checks.rules.d109_lead_edited import responsible
from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.things import RANKING, UPSTREAM
from ledger.model.forms import field_words
from ledger.model.shelves import thing_types


def _compare(comparison: Comparison) -> Iterator[Finding]:
    for change in comparison.of(Kind.EDITED, *thing_types()):
        if rewritten(change, comparison) and not _is_told_elsewhere(change, comparison):
            words = field_words(thing_types()[change.thing].record, change.field)
            hint = f"{put_back(change)}；登记有误的，可以改，提交说明里写明依据"
            yield finding(change, edited(change, words), hint)


def rewritten(change: Change, comparison: Comparison) -> bool:
    """Whether something that was said is not said any more."""
    return change.before is not None and not _grew(change, comparison)


def _grew(change: Change, comparison: Comparison) -> bool:
    """Whether a list only got longer, whatever units are called in it."""
    before, after = change.before, change.after
    if not (isinstance(before, tuple) and isinstance(after, tuple)):
        return False
    alike = comparison.identity.alike
    return all(any(alike(change.field, (old,), (now,)) for now in after) for old in before)


def _is_told_elsewhere(change: Change, comparison: Comparison) -> bool:
    """Titles, limits and who owes, of what has a log; what was published, and what it was made of."""
    kind = thing_types()[change.thing]
    if change.thing == RANKING or behind_a_ranking(change, comparison):
        return True
    if kind.events is None:
        return False
    owed = responsible(change.thing, change.field) or (change.thing, change.field) == (UPSTREAM, "group")
    return change.field == "title" or is_limit(kind, change.field) or bool(owed)


RULE = Rule(
    code="D123",
    name="register-edited",
    severity=Severity.WARNING,
    what=(
        "登记簿里已经入库的一件，内容在原处被改动或删去：满意度的份数、会议的日期、督察的种类等。"
        "原来没有写、补上的不算，名单添了新的也不算。名称、时限和责任单位见 D108、D109、D110。"
    ),
    why=(
        "登记簿里的数也进月报和考核。原处一改，过去的数字跟着变，与公布过的对不上，也看不出改过。"
        "登记的人确有写错的时候，所以是警告：复核的人看一眼，依据写在提交说明里。"
    ),
    example="inspections:\nkind: 全面督察          # 入库时写的是 专项督察",
    fix="不是有意的，改回原来的写法。登记有误的可以改，提交说明里写明依据；公布过的月报由 ledger verify 说明哪些数变了。",
    compare=_compare,
)
