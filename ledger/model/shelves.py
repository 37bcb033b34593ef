"""Which registers there are: one module each in ``registers/``, imported when it is asked for."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from ledger.base.registry import Shelf
from ledger.model.register import Register, ThingType


@cache
def registers() -> Mapping[str, Register[Any]]:
    """By name, in the order of names."""
    return Shelf("ledger.model.registers", "REGISTER", Register)


@cache
def thing_types() -> Mapping[str, ThingType[Any]]:
    """Every kind of thing that a register may hold, by its name."""
    return {thing.kind: thing for register in registers().values() for thing in register.types}


def kind_words() -> dict[str, str]:
    """What each of them is called."""
    return {kind: thing.word for kind, thing in thing_types().items()}
