"""The register of units with more units at its end."""

from collections.abc import Sequence
from typing import NamedTuple

from ledger.actions.importing.fates import Fields
from ledger.actions.importing.home import Home
from ledger.base.errors import LedgerError
from ledger.files.splice import append
from ledger.files.tails import Tail

REGISTER = "units.yaml"


class Grown(NamedTuple):
    """``name`` is the file's from the ledger's folder."""

    name: str
    before: bytes
    after: bytes


def grown_register(units: Sequence[Fields], home: Home) -> Grown:
    """Raises LedgerError where there is none: one that holds these units alone would make strangers of all others."""
    path = home.ledger.paths.get(("units", ""))
    if path is None:
        raise LedgerError(
            f"没有读到单位名册 {REGISTER}；没有的照 plans/README.md 建一个，把在用的单位都写上，此后才查单位名称"
        )
    before = home.contents[path]
    return Grown(home.name(path), before, append(before, [Tail((), units, "units")]))
