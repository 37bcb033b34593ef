"""Whose name it is: exactly, or as an abbreviation that fits one unit only. What is merely likely is not for here."""

import re
from collections.abc import Callable
from datetime import date

from ledger.base.text import in_order
from ledger.loading.phrases.plain import plain
from ledger.loading.phrases.values import Match
from ledger.model.units import Unit, Units

_BLANK = re.compile(r"\s+")
_ENDINGS = (("办公室", "办"), ("办公厅", "办"), ("委员会", "委"), ("委会", "委"))


def match(name: str, units: Units, day: date) -> Match:
    """Whom ``name`` means on ``day``. Names that are not registered cost a walk over the register: keep the answers."""
    unit = units.find(name, day)
    if unit is not None:
        return Match(unit)
    wanted = _written(name)
    alike = _meant(units, day, lambda known: _written(known) == wanted)
    found = alike or _meant(units, day, lambda known: _shortens(wanted, _written(known)))
    if len(found) == 1:
        return Match(found[0], "" if alike else "只有它依次含有这几个字")
    return Match(None)


def _meant(units: Units, day: date, fits: Callable[[str], bool]) -> list[Unit]:
    return [
        unit for unit in units if unit.in_force(day) and any(fits(name) for name in (unit.id, *unit.aliases))
    ]


def _written(name: str) -> str:
    """The same name from another keyboard: blanks and the width of brackets make no difference."""
    return _BLANK.sub("", plain(name))


def _shortens(short: str, full: str) -> bool:
    """人社厅 of 省人力资源和社会保障厅; but 市委 is not short for 市委办公室, nor 公安局 for a bureau's detachment."""
    short, full = _kind_short(short), _kind_short(full)
    return 2 < len(short) <= len(full) and short[-1] == full[-1] and in_order(short, full)


def _kind_short(name: str) -> str:
    return next((name.removesuffix(long) + short for long, short in _ENDINGS if name.endswith(long)), name)
