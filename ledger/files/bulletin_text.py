"""The text of a bulletin: front matter, computed regions, and what people wrote between those.

As a file, with the markers of ``bulletin_markers``::

    ---
    month: 2017-10
    ---

    <!-- ledger:overview 由 ledger 计算，勿手改 -->

    ## 一、总体情况 …

    <!-- /ledger:overview -->

    What stands here is a person's, and is kept when the regions are computed anew.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_COMMENT = re.compile(r"^ {0,3}<!--(?!-?>)(?:(?!--!?>).)*-->[ \t]*$", re.DOTALL | re.MULTILINE)
"""One that every reader takes for one, with nothing beside it: not `<!-->`, nor in code, nor behind a backslash."""


@dataclass(frozen=True, slots=True)
class Region:
    """What was computed under ``name``; ``line`` is the first line of ``text`` in the file, from 1."""

    name: str
    text: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Prose:
    """What people wrote."""

    text: str
    line: int = 1

    @property
    def says_something(self) -> bool:
        """More than comments, which nobody sees."""
        return bool(_COMMENT.sub("", self.text).strip())


Part = Region | Prose


@dataclass(frozen=True, slots=True)
class Fault:
    """Markers that do not agree."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class BulletinText:
    """``front`` is the YAML between the fences, empty where there is none; its first line is line 2 of the file.

    Texts have neither empty lines around them nor a line break at the end; empty prose is left out. ``source`` is all
    of it, as it was read.
    """

    front: str = ""
    parts: tuple[Part, ...] = ()
    faults: tuple[Fault, ...] = ()
    source: str = field(default="", compare=False, repr=False)

    @property
    def regions(self) -> dict[str, Region]:
        """By name; of two under one name, which is a fault, the first."""
        found: dict[str, Region] = {}
        for part in self.parts:
            if isinstance(part, Region):
                found.setdefault(part.name, part)
        return found

    @property
    def prose(self) -> list[Prose]:
        return [part for part in self.parts if isinstance(part, Prose)]


def renewed(old: BulletinText, regions: Sequence[Region], invitation: str = "") -> list[Part]:
    """The new regions in their order, and after each what people wrote after it; nothing of theirs is lost.

    Prose above the first region stays above; that after a region which is no more follows the one before it.
    ``invitation`` stands after each region of a file that did not exist.
    """
    written: dict[str, list[Prose]] = {}
    after, names = "", {region.name for region in regions}
    for part in old.parts:
        if isinstance(part, Prose):
            written.setdefault(after, []).append(part)
        elif part.name in names:
            after = part.name
    parts: list[Part] = list(written.get("", ()))
    for region in regions:
        parts.append(region)
        parts += written.get(region.name, ())
        if invitation and not old.parts:
            parts.append(Prose(invitation))
    return parts
