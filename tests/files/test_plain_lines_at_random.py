"""The short way against the composer on files made at random: of what people write, with slips in every place."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from ledger.files.composer import composed
from ledger.files.plain_lines import NotPlain, read_lines

ROOT = Path(__file__).parents[2]
TEXTS = [
    path.read_text("utf-8") for top in ("plans", "ledger") for path in sorted((ROOT / top).rglob("*.yaml"))
]
KEYS = [
    *"aabbccdd",
    "due",
    "log",
    "改",
    "'a'",
    "a b",
    "A1_",
    "x" * 64,
    "x" * 65,
    "",
    "?",
    "[a]",
    "<<",
    "&a a",
    "!t a",
]
GAPS = [*[": "] * 12, ":", " : ", ":  ", ":\t"]
VALUES = (
    *("a", "改", "1.5", "2017-01-01", "true", "~", "a  b", "http://x/y#z", "50%", "（一）", "x:y", "x#y", "a\\b", "a'b", "", "  "),
    *("x: y", "x #y", "a:", "- a", "-1", "?", "? a", ": a", "'q'", "'q''r'", '"q"', '"\\n"', "' # '", "'q' r", "'q", "a # b", "#b"),
    *("[]", "[a]", "[a, 改]", "[ a]", "[a,b]", "[a b]", "[[a]]", "[a]b", "[a] # b", "[a]#b", "[a: b]", "[a, ]", "[-]", "[a", "a]"),
    *("{}", "{a: b}", "{a: b, c: d}", "{a: [b, c], d: e}", "{a: []}", "{a: b, a: c}", "{a: [b]c}", "{a: }", "{a:b}", "{a: {b: c}}"),
    *("|", ">-", "&a b", "*a", "!t a", "@a", "`a", "%a", ",a", "a\u3000b", "a\u00a0", "a\tb", "a\x85b", "a\u2028b", "\ufeff", "a\u200b"),
    *("...", "---", "--- a", "x" * 1100, "'" + "y" * 1100 + "'", "²", "\u0378", "\ue000", "\U0001f600", "=", "<", "<<<<<<< a"),
)  # fmt: skip
SLIPS = (*"\n -:#'\"[]{},&*!|>%@?\\\t\r_aA0改“", "\n  ", "\n    ", "\n- ", "  - ", ": ", " #", ", ", "''", "---\n", "\u3000", "\x85", "\ufeff")  # fmt: skip


def block(random: Random, column: int, depth: int = 0) -> Iterator[str]:
    """The lines of a mapping or a list, mostly well indented."""
    listed = depth > 0 and random.random() < 0.45
    for _ in range(random.randrange(1, 5)):
        indent = " " * (column if random.random() < 0.98 else random.randrange(9))
        below = list(block(random, column + 2, depth + 1)) if depth < 6 and random.random() < 0.35 else []
        key = random.choice(KEYS) + random.choice(GAPS)
        if listed and below:
            yield f"{indent}- {below[0].lstrip()}"
            yield from below[1:]
        elif listed:
            yield f"{indent}- {random.choice(VALUES)}"
        elif below:
            yield indent + key + random.choice(("", "", "# c", " # c"))
            further = " " * random.choice((0, 0, 0, 0, 1, 2))
            yield from (further + line for line in below)
        else:
            yield indent + key + random.choice(VALUES) + random.choice(("", "", "", " ", "  # c"))
        if random.random() < 0.1:
            yield " " * random.randrange(5) + random.choice(("", "#", "# a: b"))


def excerpt(random: Random) -> str:
    """Some lines of a file as they stand, its first ones most often."""
    lines = random.choice(TEXTS).split("\n")
    first = 0 if random.random() < 0.7 else random.randrange(len(lines))
    return "\n".join(lines[first : first + random.randrange(1, 30)])


def with_slips(random: Random, text: str) -> str:
    for _ in range(random.choice((0, 1, 1, 2, 4))):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(SLIPS) + text[at + random.randrange(3) :]
    return text


@pytest.mark.parametrize("seed", range(4))
def test_what_both_take_they_read_alike(seed: int) -> None:
    random, taken = Random(seed), 0
    for number in range(4000):
        text = "\n".join(block(random, 0)) if number % 2 else with_slips(random, excerpt(random))
        try:
            said = read_lines(text.encode())
        except NotPlain:
            continue
        found, taken = composed(text.encode(), positions=False), taken + 1
        assert (repr(found.data), found.faults) == (repr(said), []), text
    assert taken > 500
