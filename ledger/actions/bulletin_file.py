"""A month's bulletin → its file: made, made anew around what people wrote, or, once it is published, corrected."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ledger.files.bulletin_markers import joined
from ledger.files.bulletin_text import BulletinText, Region, renewed
from ledger.model.bulletins import CORRECTION_REGION, Amendment, Basis, Head
from ledger.render.bulletin import regions
from ledger.reports.bulletin.edition import Edition, Passage

FOLDER = "bulletins/"
_INVITATION = "<!-- 这里可以写本节的话，重新生成时保留；上面计算的部分不要手改 -->"


def computed(edition: Edition) -> list[Region]:
    """Every computed region of an uncorrected bulletin, in order."""
    return regions(edition.passages, edition.layout)


def made(head: Head, edition: Edition, old: BulletinText) -> str:
    """The file with every region computed anew; what people wrote in ``old`` is kept where it stands."""
    return joined(front(head), renewed(old, computed(edition), _INVITATION))


def corrected(head: Head, old: BulletinText, correction: Passage, basis: Amendment) -> str:
    """The file as it was published, every region of it, with one more correction above them."""
    number = len(head.corrections)
    place = next((n for n, part in enumerate(old.parts) if _is_first(part, number)), len(old.parts))
    parts = [*old.parts[:place], *regions([correction], head.layout), *old.parts[place:]]
    return joined(front(replace(head, corrections=(*head.corrections, basis))), parts)


def _is_first(part: object, corrections: int) -> bool:
    """The first region that is no correction: new ones stand right above it, the oldest first."""
    return isinstance(part, Region) and not (corrections and part.name.startswith(CORRECTION_REGION))


def front(head: Head) -> str:
    """The YAML between the fences. Corrections come last: the rest of a published one never changes."""
    return "".join(f"{line}\n" for line in _lines(head))


def _lines(head: Head) -> Iterator[str]:
    yield f"bulletin: {head.bulletin}"
    yield f"month: {head.month}"
    yield f"number: {head.number}"
    yield f"day: {head.day}"
    yield f"population: {head.population}"
    if head.policy is not None:
        yield f"policy: {head.policy}"
    yield f"layout: {head.layout}"
    yield from _basis(head)
    if head.draft:
        yield "draft: true"
    if head.corrections:
        yield "corrections:"
    for correction in head.corrections:
        yield f"  - date: {correction.date}"
        yield from (f"    {line}" for line in _basis(correction))


def _basis(basis: Basis) -> Sequence[str]:
    commit = [f"commit: {basis.commit}"] if basis.commit else []
    return [f"tool: {basis.tool}", f"digest: {basis.digest}", *commit]
