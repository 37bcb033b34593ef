"""A rule is a page (what, why, example, fix) plus, unless its fault is met while reading, a function."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.base.diagnostics import Severity, Spot
from ledger.model.ledger import Ledger

if TYPE_CHECKING:
    from ledger.checks.history.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say about one spot.

    ``mend`` is what the scalar at the spot should read, where that is safe: the ledger means the same afterwards.
    ``was`` are places in the version that is compared with.
    """

    spot: Spot
    message: str
    hint: str = ""
    related: tuple[tuple[Spot, str], ...] = ()
    mend: str | None = None
    was: tuple[tuple[Spot, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One code. The four texts are what ``ledger rule CODE`` prints, in Chinese.

    ``name`` reads after "allow": ``due-before-start``. ``check`` judges a ledger on a day, ``compare`` what became of
    one version in another; both are None where reading raises the code.
    """

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    example: str
    fix: str
    check: Callable[[Ledger, date], Iterator[Finding]] | None = None
    compare: "Callable[[Comparison], Iterator[Finding]] | None" = None
