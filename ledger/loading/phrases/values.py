"""What the words of a cell say: time limits, units, states. Values only; who reads them stands in the files beside.

``deadlines.read_deadline(text, *, year, issued) -> Deadline | Refusal``
``unit_lists.read_units(text, *, known, rule=None, column=None) -> UnitWords | Refusal``, ``unit_lists.stated_rule(text)``
``unit_names.match(name, units, day) -> Match``, ``unit_names.is_collective(name)``
``status_words.read_status(text) -> Status | Refusal``, ``status_words.read_percent(text)`` of a column of numbers
"""

from dataclasses import dataclass
from enum import StrEnum

from ledger.model.items import State
from ledger.model.units import Unit


@dataclass(frozen=True, slots=True)
class Refusal:
    """The words are not read: they mean nothing to us, or more than one thing. ``code`` has a page."""

    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One of several dates. ``words`` are what stands with it («开工»), may be empty; ``phrase`` is the date as written."""

    words: str
    phrase: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """``due`` as plan files write it (``2020-11``, ``2020-11-30``, ``2020Q3``, ``2020H1``, ``2020``, ``长期``); None: 待定.

    ``stages`` are the dates before it, by day; one of them may be the last day itself, when words stand with it.
    ``start`` is written like ``due``. ``remarks`` say in Chinese what was not simply copied.
    """

    due: str | None = None
    stages: tuple[Stage, ...] = ()
    start: str | None = None
    remarks: tuple[str, ...] = ()


class Role(StrEnum):
    """What a unit is to an item."""

    LEAD = "lead"
    OTHER = "other"


class LeadRule(StrEnum):
    """Who leads where a list of units does not say so: the one that is named first (排在第一位的部门为牵头部门，下同)."""

    FIRST = "first"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWords:
    """Units as written, brackets and labels taken off. Without ``leads`` the text names nobody who leads.

    ``open_ended``: the list says 等 and names not all. ``deadline`` are words of time that stood among the units.
    ``rule`` is stated in this text, and holds for it and for the rows below.
    """

    leads: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    open_ended: bool = False
    deadline: str = ""
    rule: LeadRule | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """``unit`` is None where nobody is meant for certain.

    ``how`` says in Chinese what made it certain where the words are no name of the unit, else it is empty.
    """

    unit: Unit | None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """``percent`` is whole, 0 to 100; ``remark`` says in Chinese what was not simply copied.

    Without ``state`` the cell does not say one; ``unfinished``: it says 未完成 or 否, not whether anything has begun.
    """

    state: State | None = None
    percent: int | None = None
    remark: str = ""
    unfinished: bool = False
