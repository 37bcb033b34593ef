"""A bulletin that is published: its numbers stay; what the ledger says now stands above them as a correction."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.actions import bulletin_file
from ledger.base.errors import LedgerError
from ledger.commands.basis import Bases, Found
from ledger.commands.clock import today
from ledger.commands.progress import watching
from ledger.commands.session import Session
from ledger.files.bulletin_markers import joined, split
from ledger.files.bulletin_text import BulletinText, renewed
from ledger.files.commits import on_main
from ledger.files.repository import repository_of
from ledger.loading.bulletins import read_head
from ledger.measures.comparing.bearing import counted_then
from ledger.measures.comparing.changes import changes
from ledger.measures.comparing.renamed import under_names_of
from ledger.model.bulletins import Amendment, Basis, Head
from ledger.model.ledger import Ledger
from ledger.reports.bulletin.correction import amendment, restated
from ledger.reports.bulletin.edition import Edition, Passage, edition
from ledger.reports.bulletin.month import Month

_SAME = "本期已经入库，数字与现在的台账一致，没有要更正的"


@dataclass(frozen=True, slots=True)
class Landed:
    """A bulletin as it stands on the main branch."""

    path: str
    text: BulletinText
    head: Head

    @property
    def last(self) -> Basis:
        """What its latest numbers were computed from: those of its last correction, if it had any."""
        return self.head.corrections[-1] if self.head.corrections else self.head


@dataclass(frozen=True, slots=True)
class Corrected:
    """The file with all that was published in it, and a correction where one was ``due``; ``edition`` is the issue as published."""

    edition: Edition
    head: Head
    text: str
    remark: str
    due: bool = False


def landed(folder: Path, path: str) -> Landed | None:
    """None while it has not landed, and when what landed is a draft, or was made by hand."""
    try:
        content = on_main(repository_of(folder), path)
    except LedgerError:
        return None
    text = split((content or b"").decode("utf-8", "replace"))
    head, problems = read_head(path, text) if text.regions else (None, [])
    if problems:
        raise LedgerError(f"已入库的 {problems[0].place} 读不出来：{problems[0].message}；先改正再更正月报")
    if head is None or head.draft:
        return None
    must_agree(f"已入库的 {path}", text)
    return Landed(path, text, head)


def must_agree(path: str, text: BulletinText) -> None:
    """Raises LedgerError where markers do not: what people wrote might be taken for computed, and be lost."""
    if text.faults:
        fault = text.faults[0]
        raise LedgerError(
            f"{path} 第 {fault.line} 行标记不配对：{fault.message}；先恢复标记，再重新生成：现在分不清哪些话是人写的"
        )


def correct(session: Session, published: Landed, old: BulletinText, basis: Basis) -> Corrected:
    """``old`` is the file as it is now: what people wrote in it stays.

    Raises LedgerError when what was published cannot be computed again: then nobody knows what has changed.
    """
    regions = list(published.text.regions.values())
    kept = BulletinText(published.text.front, tuple(renewed(old if old.parts else published.text, regions)))
    plain = joined(kept.front, kept.parts)
    bases = Bases(session.folder)
    first, then = (bases.find(b, published.path) for b in (published.head, published.last))
    issued = edition_of(first.reading.ledger, published.head)
    if then.digest == basis.digest:
        return Corrected(issued, published.head, plain, _SAME)
    was = under_names_of(then.reading.ledger, session.ledger)
    now = counted_then(session.ledger, was, published.head.day)
    if not restated(edition_of(was, published.head), edition_of(now, published.head)):
        return Corrected(issued, published.head, plain, _SAME)
    passage = correction(published.head, then, session.ledger, today())
    mark = Amendment(date=today(), tool=basis.tool, digest=basis.digest, commit=basis.commit)
    text = bulletin_file.corrected(published.head, kept, passage, mark)
    return Corrected(issued, published.head, text, _remark(basis), due=True)


def _remark(basis: Basis) -> str:
    said = "本期已经入库，原数不动，另加更正"
    return said if basis.commit else f"{said}；台账文件没有全部提交，更正只是草稿"


def edition_of(ledger: Ledger, head: Head) -> Edition:
    """The issue as its front matter describes it, computed from ``ledger``."""
    return edition(
        Month.of(ledger, head.day), head.number, head.layout, draft=head.draft, each=watching("计算月报")
    )


def correction(head: Head, then: Found, ledger: Ledger, on: date, number: int | None = None) -> Passage:
    """The correction that ``ledger`` calls for, after what the bulletin was last computed from."""
    old = under_names_of(then.reading.ledger, ledger)
    now = counted_then(ledger, old, head.day)
    return amendment(
        number or len(head.corrections) + 1,
        on,
        edition_of(old, head),
        edition_of(now, head),
        changes(old, now, then.reading.sources.unread),
    )
