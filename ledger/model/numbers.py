"""The number of a paper within its kind and year, as ids have it: TS-2017-025."""

import re
from typing import NamedTuple

from ledger.model.slips import PREFIXES, Slip

_ID = re.compile(rf"({'|'.join(PREFIXES.values())})-(\d{{4}})-(\d{{1,6}})", re.ASCII)


class Numbered(NamedTuple):
    """A place in the register of one kind and year."""

    prefix: str
    year: int
    number: int

    @property
    def id(self) -> str:
        return f"{self.prefix}-{self.year:04}-{self.number:03}"


def read_id(identifier: str) -> Numbered | None:
    """Also where zeros are missing, TS-2017-25; None for what is not written like an id."""
    match = _ID.fullmatch(identifier)
    return Numbered(match[1], int(match[2]), int(match[3])) if match else None


def register_order(slip: Slip) -> tuple[int, int, int, str]:
    """Rung by rung, each in the order of its numbers: TS-2017-1000 stands behind TS-2017-999."""
    known = read_id(slip.id)
    return (slip.rung, known.year if known else 0, known.number if known else 0, slip.id)
