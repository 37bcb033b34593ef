"""Which registers there are: one module each in ``registers/``, imported when it is asked for."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from ledger.base.registry import Shelf
from ledger.model.register import Register


@cache
def registers() -> Mapping[str, Register[Any]]:
    """By name, in the order of names."""
    return Shelf("ledger.model.registers", "REGISTER", Register)


def kind_words() -> dict[str, str]:
    """Every kind of thing that a register may hold, and what it is called."""
    return {thing.kind: thing.word for register in registers().values() for thing in register.types}
