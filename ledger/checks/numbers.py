"""What the number of a paper says as it is printed: 云改办提〔2017〕25号, 2017年第4期; and what may be there unread."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ledger.model.ledger import Ledger

_PRINTED = re.compile(r"[〔\[【（(](\d{4})[〕\]】）)]\s*第?(\d{1,6})号|(\d{4})年第?(\d{1,6})期", re.ASCII)


def read_printed(number: str) -> tuple[int, int] | None:
    """Year and number; None where it is written in some other way."""
    match = _PRINTED.search(number)
    return (int(match[1] or match[3]), int(match[2] or match[4])) if match else None


def unread(ledger: Ledger) -> Iterator[PurePosixPath]:
    """Files that are there and hold no record: what they may be is taken as known, one fault, one finding."""
    read = set(ledger.paths.values())
    for path in {problem.place.path for problem in ledger.problems} - read:
        yield PurePosixPath(path)
