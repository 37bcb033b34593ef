"""The bulletin of a month as it would be written: new, or made anew around what people wrote in it."""

from dataclasses import dataclass, replace
from pathlib import Path

from ledger import __version__
from ledger.actions import bulletin_file
from ledger.base.errors import LedgerError
from ledger.commands.correcting import Landed, correct, landed, must_agree
from ledger.commands.judging import unfinished_month
from ledger.commands.progress import watching
from ledger.commands.session import Session
from ledger.files.bulletin_markers import split
from ledger.files.bulletin_text import BulletinText
from ledger.files.fingerprint import fingerprint
from ledger.files.held_commits import commit_of_files
from ledger.files.tree import WorkTree
from ledger.files.writes import WriteSet
from ledger.loading.bulletins import read_head
from ledger.model.bulletins import BULLETIN_FORMAT, Basis, Head
from ledger.reports.bulletin.edition import Edition, edition
from ledger.reports.bulletin.layout import LAYOUT
from ledger.reports.bulletin.month import Month

_UNCOMMITTED = "台账文件没有全部提交，只是草稿：先提交台账文件，再生成月报"


@dataclass(frozen=True)
class Issue:
    """``text`` is what the file ``path`` would hold; ``before`` what it held when it was read.

    ``remarks`` are for the one who asked: why it is a draft, what became of a published one; ``unfinished`` is why it
    may not be written, ``settled`` what writing one that is published comes to.
    """

    edition: Edition
    head: Head
    path: Path
    before: bytes | None
    text: str
    remarks: tuple[str, ...] = ()
    unfinished: str = ""
    settled: str = ""

    @property
    def writes(self) -> WriteSet:
        writes = WriteSet()
        if self.before is None:
            writes.create(self.path, self.text.encode())
        else:
            writes.edit(self.path, self.before, self.text.encode())
        return writes


def open_issue(session: Session, number: int | None) -> Issue:
    """Compute it and read what there is of it; of a published one the numbers stay, and a correction may come.

    Raises LedgerError when the file was made by hand, its markers do not agree, what a published one was computed
    from cannot be found, or it shall have another number than it was published under.
    """
    day = session.day.date
    path = f"{WorkTree(session.folder).prefix}{bulletin_file.FOLDER}{day:%Y-%m}.md"
    before = session.sources.contents.get(path) if session.revision is None else None
    old = split(before.decode("utf-8", "replace")) if before else BulletinText()
    if before and not old.regions:
        raise LedgerError(f"{path} 不是 ledger 生成的，不会改写；改名或删去以后再生成")
    must_agree(path, old)
    published = landed(session.folder, path) if session.revision is None else None
    basis = basis_of(session)
    if published is not None:
        _keeps_its_number(published.head, number)
        return _published(session, published, old, before, basis)
    known = read_head(path, old)[0] if before else None
    chosen = number or (known.number if known else day.month)
    unfinished = unfinished_month(session.day, session.ledger.settings.as_of)
    why = [words for words in (unfinished, _UNCOMMITTED if basis.commit is None else "") if words]
    found = edition(Month.of(session.ledger, day), chosen, draft=bool(why), each=watching("计算月报"))
    if known is not None and known.digest == basis.digest and known.commit and basis.commit:
        basis = replace(
            basis, commit=known.commit
        )  # the same files: an earlier commit that held them will do
    head = _head(found, basis)
    text = bulletin_file.made(head, found, old)
    return Issue(found, head, session.on_disk(path), before, text, tuple(why), unfinished)


def _keeps_its_number(head: Head, number: int | None) -> None:
    if number not in {None, head.number}:
        raise LedgerError(f"{head.month} 的月报已经入库，是第{head.number}期，期号不能再改；去掉 --number")


def _published(
    session: Session, published: Landed, old: BulletinText, before: bytes | None, basis: Basis
) -> Issue:
    """Its own number and layout; the whole file is what landed, but for people's words and a correction."""
    corrected = correct(session, published, old, basis)
    path = session.on_disk(published.path)
    said = (corrected.remark,) if corrected.due else ()
    return Issue(
        corrected.edition,
        corrected.head,
        path,
        before,
        corrected.text,
        said,
        _UNCOMMITTED if corrected.due and basis.commit is None else "",
        corrected.remark,
    )


def basis_of(session: Session) -> Basis:
    """The files that were read, and the commit that holds them; none for what is not committed."""
    read = {**session.sources.contents, **session.sources.passed}
    digest = fingerprint({session.name_of(path): content for path, content in read.items()})
    commit = session.revision or commit_of_files(session.folder, digest)
    return Basis(tool=__version__, digest=digest, commit=commit)


def _head(found: Edition, basis: Basis) -> Head:
    month = found.month
    return Head(
        bulletin=BULLETIN_FORMAT,
        month=f"{month.day:%Y-%m}",
        number=found.number,
        day=month.day,
        population=month.population,
        policy=month.policy.from_,
        layout=LAYOUT,
        tool=basis.tool,
        digest=basis.digest,
        commit=basis.commit,
        draft=found.draft,
    )
