"""What many ask of a ledger is worked out for the first who asks, and kept with it: a ledger never changes."""

from collections.abc import Callable, Iterator, Sequence
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

from ledger.model.ledger import Ledger

T = TypeVar("T")
P = ParamSpec("P")


def once(make: Callable[Concatenate[Ledger, P], T]) -> Callable[Concatenate[Ledger, P], T]:
    """For a pure function of a ledger, and of a day or so beside it. What it returns is shared: nobody may change it."""

    def made(ledger: Ledger, /, *more: P.args, **named: P.kwargs) -> T:
        key = (make, more, *named.items())
        if key not in ledger.worked_out:
            ledger.worked_out[key] = make(ledger, *more, **named)
        found: T = ledger.worked_out[key]
        return found

    update_wrapper(made, make)
    return made


def walked(
    make: Callable[Concatenate[Ledger, P], Iterator[T]],
) -> Callable[Concatenate[Ledger, P], Sequence[T]]:
    """:func:`once` for a walk: the things that it yields."""

    def walk(ledger: Ledger, /, *more: P.args, **named: P.kwargs) -> Sequence[T]:
        return list(make(ledger, *more, **named))

    update_wrapper(walk, make)
    return once(walk)
