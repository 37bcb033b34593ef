"""The command line that lists what a number counts, as it is typed in a shell."""

import re
import shlex
from datetime import date

from ledger.measures.selection import Selection

_SPECIAL = re.compile(r"""[\s"'\\$`!&|;<>()\[\]{}*?~#%^]""")


def query_of(command: list[str], day: date, flags: list[str]) -> str:
    """``ledger items --month 2017-10 --status completed``: a line to be typed in a shell."""
    return " ".join(["ledger", *command, "--month", f"{day:%Y-%m}", *map(quoted_word, flags)])


def flags_of(chosen: Selection) -> list[str]:
    """What was chosen, as options of the look commands; figures are the caller's."""
    named = {
        "--plan": chosen.plans,
        "--field": chosen.fields,
        "--group": chosen.groups,
        "--lead": chosen.leads,
        "--unit": chosen.units,
        "--cause": chosen.causes,
    }
    return [word for flag, values in named.items() for value in values for word in (flag, value)]


def slug_of(chosen: Selection) -> tuple[str, ...]:
    """``field``, ``经济体制``: a field and a group may bear one name, and items may have neither."""
    return tuple(word.removeprefix("--") for word in flags_of(chosen))


def quoted_word(word: str) -> str:
    """As a shell takes it for one word; Chinese needs no quotes."""
    return shlex.quote(word) if not word or _SPECIAL.search(word) else word
