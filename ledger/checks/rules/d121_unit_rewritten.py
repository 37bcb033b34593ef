"""D121."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import days_after
from ledger.base.diagnostics import Severity, Spot
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import WRITTEN_THEN, edited, finding, put_back
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Kind
from ledger.measures.comparing.things import UNIT
from ledger.model.units import Unit, Units

_KEY = ("units", "")
_SPAN = ("from", "until", "successor")
_HINT = "恢复原来的登记；撤并的，在原单位写 until 和 successor，不删去"


def _compare(comparison: Comparison) -> Iterator[Finding]:
    before, after = comparison.before, comparison.after
    if _KEY not in before.paths:
        return
    if _KEY not in after.paths:  # gone, or there and not read: then nobody knows
        if before.paths[_KEY] in comparison.gone:
            was = ((Spot(before.paths[_KEY]), WRITTEN_THEN),)
            head = Spot(after.paths.get(("ledger", ""), before.paths[_KEY]))
            yield Finding(
                head, "单位登记 units.yaml 被删去，各单位的别名和撤并都不认得了", "恢复原文", was=was
            )
        return
    yield from _names(comparison)
    for change in comparison.of(Kind.EDITED, UNIT):
        if change.field in _SPAN and change.before is not None:
            hint = f"{put_back(change)}；登记以后又有变动的，另立一个单位，写 from"
            yield finding(change, edited(change, f" {change.field} "), hint)


def _names(comparison: Comparison) -> Iterator[Finding]:
    """Names that meant one unit and mean another or none: their items went over unseen.

    A unit that is registered under another name is itself, unless that one was there too.
    """
    before, after = comparison.before, comparison.after
    places = {unit.id: n for n, unit in enumerate(after.units.register.units)}
    path, old_path = after.paths[_KEY], before.paths[_KEY]
    for n, unit in enumerate(before.units.register.units):
        was = ((Spot(old_path, ("units", n)), WRITTEN_THEN),)
        for name in dict.fromkeys((unit.id, *unit.aliases)):
            if before.units.find(name) is not unit:
                continue
            now = after.units.find(name)
            if now is None and name == unit.id:
                yield Finding(Spot(path, ("units",)), f"登记的单位“{name}”被删去", _HINT, was=was)
            elif now is not None and now.id != unit.id and _is_another(comparison, name, unit, now):
                message = f"“{name}”原来指 {unit.id}，现在指 {now.id}，名下的事项跟着换了单位"
                yield Finding(Spot(path, ("units", places[now.id])), message, _HINT, was=was)


def _is_another(comparison: Comparison, name: str, unit: Unit, now: Unit) -> bool:
    """Whether the name changed hands: the two were never one unit, and both bear it on the same days."""
    kept = [u for u in comparison.after.units if u.id == unit.id]
    if kept and all(_after_its_time(name, u, now) for u in kept):
        return False
    other = comparison.before.units.find(now.id)
    if other is None or other is unit:  # a name of its own for what was one unit, unless that is still there
        return bool(kept)
    return _were_two(comparison.before.units, unit, other)


def _after_its_time(name: str, unit: Unit, heir: Unit) -> bool:
    """Whether both bear the name, one after the other: on no day it means another unit than it did."""
    bears = name in (unit.id, *unit.aliases)
    return bears and unit.until is not None and heir.from_ is not None and unit.until < heir.from_


def _were_two(known: Units, unit: Unit, other: Unit) -> bool:
    """On any day: one unit that was only renamed is one."""
    starts = [u.from_ for u in (unit, other) if u.from_]
    starts += [days_after(u.until, 1) for u in (unit, other) if u.until]
    return any(known.current(unit.id, d) != known.current(other.id, d) for d in (date.min, *starts))


RULE = Rule(
    code="D121",
    name="unit-rewritten",
    severity=Severity.ERROR,
    what="已经入库的单位被删去，起止日期或继任单位被改动，或它的名称、别名改指另一个单位。",
    why=(
        "事项、记录、三单一书都只写单位的名称。名称一换主，事项不声不响就到了别的单位名下，"
        "各单位公布过的数字都跟着变，而方案里一个字没动。"
    ),
    example=("- id: 市国资委\n  aliases: [市农业局]        # 市农业局原来是单独登记的单位"),
    fix=(
        "恢复原来的登记。单位撤并、更名的，原单位照留，写 until（用到哪一天）和 successor（由谁承接）；"
        "新名称另立一条，写 from。事项换牵头单位的，逐项记 移交。"
    ),
    compare=_compare,
)
