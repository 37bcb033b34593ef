"""Whether an answer is printed in colour."""

import os
import sys

from ledger.base.errors import LedgerError
from ledger.commands.streams import takes_escapes
from ledger.files.tree import shown


def wants_color(choice: str) -> bool:
    """--color, then NO_COLOR, then FORCE_COLOR, then whether anybody is looking; raises LedgerError for another word."""
    if choice not in {"auto", "always", "never"}:
        raise LedgerError(f"--color 不能写“{shown(choice)}”；可写 auto、always、never")
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and takes_escapes()
