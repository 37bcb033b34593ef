"""A bulletin as it is printed and handed out: what was computed and what people wrote, in the order of the file."""

from collections.abc import Iterator
from dataclasses import replace

from ledger.actions.bulletin_file import computed
from ledger.base.errors import LedgerError
from ledger.files.bulletin_text import BulletinText, Prose, Region
from ledger.model.bulletins import CORRECTION_REGION
from ledger.render.papers.prose import parts_of
from ledger.reports.bulletin.edition import HEAD, TITLE, Edition
from ledger.reports.bulletin.report import BRIEF, BRIEF_TITLE
from ledger.reports.paper import Paper, Part
from ledger.reports.paper_readers import readers
from ledger.reports.printed import parts

_DRAFT = "草稿"


def whole(edition: Edition, text: BulletinText) -> Paper:
    """The issue. Raises LedgerError when a computed region was edited: then nobody knows which number is printed."""
    return _paper(edition, TITLE, tuple(_body(edition, text)))


def brief(edition: Edition) -> Paper:
    """The leaders' page alone."""
    blocks = next(p.blocks for p in edition.passages if p.key == BRIEF)
    page = _paper(edition, BRIEF_TITLE, parts(blocks[1:]))
    return replace(page, compact=True, cc=(), reported_to=())


def _body(edition: Edition, text: BulletinText) -> Iterator[Part]:
    passages = {passage.key: passage for passage in edition.passages}
    expected = {region.name: region.text for region in computed(edition)}
    for part in text.parts:
        match part:
            case Prose(said):
                yield from parts_of(said)
            case Region(name=name, text=said) if name.startswith(CORRECTION_REGION):
                yield from parts_of(said)
            case Region(name=name, text=said):
                if said != expected.get(name):
                    raise LedgerError(f"月报里计算的“{name}”与台账算出的不同；先用 ledger verify 核对")
                if name != HEAD:
                    yield from parts(passages[name].blocks)


def _paper(edition: Edition, agency: str, body: tuple[Part, ...]) -> Paper:
    ledger, day = edition.month.ledger, edition.month.day
    return Paper(
        agency=agency,
        number=edition.issue,
        title="",
        addressees=(),
        body=body,
        signed_by=ledger.settings.office,
        day=day,
        cc=readers(ledger),
        remark=_DRAFT if edition.draft else None,
        periodical=True,
        reported_to=(ledger.settings.commission,) if ledger.settings.commission else (),
    )
