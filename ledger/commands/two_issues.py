"""Two issues of the bulletin, named by their files or months, opened to be compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.base.days import NoSuchDay, in_chinese, parse_month
from ledger.base.diagnostics import Diagnostic
from ledger.base.errors import LedgerError
from ledger.commands.basis import Bases, Found
from ledger.commands.bulletins import every, named, opened
from ledger.commands.correcting import edition_of
from ledger.commands.options import Folder
from ledger.commands.remarks import guesses, listed, provisional
from ledger.files.folder import find_ledger
from ledger.files.repository import repository_of
from ledger.files.revisions import commit_of
from ledger.files.tree import shown
from ledger.measures.comparing.bearing import bearing, counted_then
from ledger.measures.comparing.changes import changes
from ledger.render.answer import Answer
from ledger.reports.issue_diff.issues import Issue, Issues
from ledger.reports.issue_diff.report import issue_report


@dataclass(frozen=True, slots=True)
class _Side:
    issue: Issue
    found: Found


def issue_names(where: Folder, written: Sequence[str]) -> list[str]:
    """The one or two bulletins that a command line names; nothing where it names commits.

    What git knows as a commit stays one: a branch may be called 2017-10. Its bulletin is then named by its file.
    """
    names = written[0].split("...") if len(written) == 1 else list(written)
    if len(names) <= 2 and names and all(_is_bulletin(where, name) for name in names):
        return names
    if len(written) > 1:
        raise LedgerError(
            f"“{shown(' '.join(written))}”不是两期月报；月报写文件名或月份，两个版本写成 main...分支 的样式"
        )
    return []


def _is_bulletin(where: Folder, name: str) -> bool:
    if name.endswith(".md"):
        return True
    try:
        parse_month(name)
        folder = find_ledger(Path.cwd(), where.ledger)
    except (NoSuchDay, LedgerError):
        return False
    try:
        return commit_of(repository_of(folder), name) is None
    except LedgerError:  # without a repository there are no commits
        return True


def compared_issues(where: Folder, names: Sequence[str]) -> Answer:
    """Of one bulletin, against the issue before it. Raises LedgerError for what cannot be found or computed again."""
    folder, files = _files(where, names)
    bases = Bases(folder)
    before, after = (_side(bases, file) for file in files)
    old, day = before.found.reading.ledger, before.issue.day
    now = counted_then(after.found.reading.ledger, old, day)
    unread = [*before.found.reading.sources.unread, *after.found.reading.sources.unread]
    found = bearing(changes(old, now, unread), day)
    sources = after.found.reading.sources
    issues = Issues(
        before.issue,
        after.issue,
        edition_of(now, before.issue.head),
        found,
        lambda spot: sources.place(spot.path, spot.pointer, key=spot.key),
    )
    report = issue_report(issues)  # before anybody asks which years it leaned on
    return Answer(
        "diff", after.issue.day, report, after.found.commit, _provisional(issues),
        tuple(_remarks(before, after)),
    )  # fmt: skip


def _files(where: Folder, names: Sequence[str]) -> tuple[Path, list[Path]]:
    """The folder of the ledger, and its earlier and its later bulletin."""
    found = [named(where, name) for name in names]
    folder, file = found[0]
    if len(found) == 1:
        earlier = [f for f in every(folder) if f.stem < file.stem]
        if not earlier:
            raise LedgerError(f"{file.stem} 以前没有月报，没有可比的上期")
        return folder, [earlier[-1], file]
    if found[1][0] != folder:
        raise LedgerError("两期月报不是同一个台账的")
    if found[1][1] == file:
        raise LedgerError(f"两次写的都是 {file.stem} 的月报，没有可比的")
    return folder, sorted((f for _, f in found), key=lambda f: f.stem)


def _side(bases: Bases, file: Path) -> _Side:
    found = opened(bases.folder, file)
    if found.head is None:
        raise LedgerError(f"{found.faults[0].place} {found.faults[0].message}")
    try:
        basis = bases.find(found.head, found.path)
    except LedgerError as error:
        raise LedgerError(f"{found.path}：{error}") from None
    return _Side(
        Issue(found.path, found.head, edition_of(basis.reading.ledger, found.head), basis.words), basis
    )


def _remarks(*sides: _Side) -> Iterator[str]:
    for side in sides:
        issue, unread = side.issue, side.found.reading.sources
        said = f"{issue.name}：截至 {in_chinese(issue.day)}，取自{issue.source}"
        times = len(issue.head.corrections)
        yield f"{said}；已加写更正 {times} 次，这里用印发时的原数" if times else said
        if unread.unread:
            yield f"注意：{issue.source}有 {len(unread.unread)} 个文件有错未读入，数字不含其中内容：{listed(unread)}"
        if guessed := guesses(issue.ledger):
            yield guessed


def _provisional(issues: Issues) -> list[Diagnostic]:
    found = (d for side in (issues.before, issues.after) for d in provisional(side.ledger))
    return list({d.message: d for d in found}.values())
