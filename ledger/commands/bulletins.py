"""Bulletins by what users call them, a file or a month of the ledger; and one of them opened."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ledger import __version__
from ledger.actions.bulletin_file import FOLDER
from ledger.base.days import NoSuchDay, month_end, parse_month
from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.errors import LedgerError
from ledger.commands.options import Folder
from ledger.files.bulletin_markers import split
from ledger.files.bulletin_text import BulletinText
from ledger.files.folder import find_ledger, is_bulletin
from ledger.files.tree import WorkTree, shown
from ledger.files.witness import witness
from ledger.loading.bulletins import read_head
from ledger.model.bulletins import BULLETIN_FORMAT, Head
from ledger.reports.bulletin.layout import LAYOUT


@dataclass(frozen=True, slots=True)
class Opened:
    """A bulletin's file; ``path`` from the repository's top. Without a ``head`` the ``faults`` say why."""

    path: str
    text: BulletinText
    head: Head | None
    faults: list[Diagnostic]


def opened(folder: Path, file: Path) -> Opened:
    """``file`` stands in the ledger in ``folder``; a symbolic link is not followed, for git keeps only the link."""
    witness().disturbed()
    path = WorkTree(folder).prefix + file.relative_to(folder).as_posix()
    if file.is_symlink() or file.parent.is_symlink() or not file.is_file():
        said = "是符号链接或文件夹，不是月报文件，没有核对"
        return Opened(path, BulletinText(), None, [_unknown(path, said, "把文件本身放在这里")])
    return opened_content(path, file.read_bytes())


def opened_content(path: str, content: bytes) -> Opened:
    """``path`` is from the repository's top; its name says the month."""
    text = split(content.decode("utf-8", "replace"))
    return Opened(path, text, *_head(path, text, PurePosixPath(path).stem))


def named(where: Folder, name: str) -> tuple[Path, Path]:
    """The folder of the ledger and the file, by its path or its month; raises LedgerError for what is neither."""
    witness().disturbed()
    path = Path(name)
    if path.suffix != ".md":
        try:
            month = parse_month(name)
        except NoSuchDay as error:
            raise LedgerError(f"{shown(name)} 不是月报文件，也不是月份：{error}") from None
        folder = find_ledger(Path.cwd(), where.ledger)
        path = folder / FOLDER / f"{month:%Y-%m}.md"
    if not path.is_file():
        raise LedgerError(f"没有 {shown(str(path))} 这个文件")
    path = path.parent.resolve() / path.name
    folder = find_ledger(path.parent, where.ledger)
    if not is_bulletin(path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name):
        raise LedgerError(f"{shown(name)} 不是台账里的月报；月报在 {FOLDER} 下，以月份为名，如 2017-10.md")
    return folder, path


def every(folder: Path) -> Iterator[Path]:
    """All bulletins of the ledger, by month, and whatever stands in the place of one."""
    witness().disturbed()
    for file in sorted((folder / FOLDER).glob("*.md")):
        if is_bulletin(f"{FOLDER}{file.name}"):
            yield file


def _head(path: str, text: BulletinText, month: str) -> tuple[Head | None, list[Diagnostic]]:
    if not text.front:
        hint = f"用 ledger bulletin --month {month} --write 生成"
        return None, [_unknown(path, "没有文首，不是 ledger 生成的月报，无从核对", hint)]
    head, problems = read_head(path, text)
    if head is None:
        return None, problems
    if head.bulletin != BULLETIN_FORMAT or head.layout > LAYOUT:
        said = f"由更新的程序（{head.tool}）生成，本程序（{__version__}）核对不了；请升级 ledger"
        return None, [_unknown(path, said)]
    if head.month != month or head.day != month_end(head.day):
        said = f"文件名是 {month}，文首写的是 {head.month}，截至 {head.day}"
        return None, [_unknown(path, said)]
    return head, []


def _unknown(path: str, said: str, hint: str = "") -> Diagnostic:
    return Diagnostic("V101", Severity.ERROR, said, Place(path), hint)
