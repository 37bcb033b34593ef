"""A ledger's files as they were in a commit: ``git cat-file --batch``, no worktree, no checkout, nothing written."""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from ledger.base.days import NoSuchDay, parse_day
from ledger.base.diagnostics import Diagnostic
from ledger.base.errors import LedgerError
from ledger.files.tree import SourceFile, WorkTree, is_ours, refuse, repository_top, shown

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_HIDDEN = re.compile(r"(^|/)\.")
_LINK, _SUBMODULE = "120000", "160000"


@dataclass(frozen=True)
class Revision:
    """The ledger's files in ``commit``, made on ``day`` (the committer's calendar day)."""

    folder: Path
    commit: str
    day: date

    def files(self) -> Iterator[SourceFile | Diagnostic]:
        """The same files, in the same order, that the work tree would have had."""
        top = _top(self.folder)
        prefix = WorkTree(self.folder).prefix
        wanted: list[tuple[str, str]] = []
        for mode, oid, size, path in _listing(top, self.commit, prefix):
            name = path[len(prefix) :]
            if mode == _SUBMODULE or _HIDDEN.search(name) or not is_ours(name, link=mode == _LINK):
                continue
            problem = refuse(shown(path), int(mode, 8), size)
            if problem:
                yield problem
            else:
                wanted.append((path, oid))
        for (path, _), content in zip(wanted, _contents(top, [oid for _, oid in wanted]), strict=True):
            yield SourceFile(shown(path), shown(path[len(prefix) :]), content)


def revision(folder: Path, name: str) -> Revision:
    """The commit that ``name`` means: a revision, or the last commit made on or before a date.

    Raises LedgerError when there is no such commit, and outside a repository.
    """
    top = _top(folder)
    if _DATE.fullmatch(name):
        return Revision(folder, _last_commit(top, _day(name)), _day(name))
    commit = _ask(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if not _COMMIT.fullmatch(commit):  # `^main` is answered with `^0123…`
        raise LedgerError(f"没有“{shown(name)}”这个版本；可写提交号、分支、标签或 2017-10-31 这样的日期")
    _, made = next(_commits(top, "--max-count=1", commit))
    return Revision(folder, commit, made)


def _day(name: str) -> date:
    try:
        return parse_day(name)
    except NoSuchDay as error:
        raise LedgerError(str(error)) from None


def _last_commit(top: Path, day: date) -> str:
    """By the calendar of whoever committed, so that the answer is the same in every time zone."""
    surely_later = day + timedelta(days=2)
    for commit, made in _commits(top, f"--before={surely_later}T00:00:00Z", "HEAD", "--"):
        if made <= day:
            return commit
    raise LedgerError(f"{day} 及以前没有提交；用 git log 查看最早的提交日期")


def _commits(top: Path, *selection: str) -> Iterator[tuple[str, date]]:
    """Commits and the committer's calendar days, the newest first."""
    for line in _ask(top, "rev-list", "--format=%H %cs", *selection).splitlines():
        commit, _, made = line.partition(" ")
        if commit != "commit":  # the headings of rev-list
            yield commit, parse_day(made)


def _top(folder: Path) -> Path:
    top = repository_top(folder)
    if top is None:
        raise LedgerError(f"{folder} 不在 git 仓库里，不能用 --at 查看过去的版本")
    return top


def _ask(top: Path, *arguments: str) -> str:
    done = _git(top, arguments)
    return done.stdout.decode("utf-8", "surrogateescape").strip() if done.returncode == 0 else ""


def _git(
    top: Path, arguments: tuple[str, ...], feed: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, never a shell
            ["git", "-C", str(top), *arguments],
            input=feed,
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except FileNotFoundError:
        raise LedgerError("没有找到 git；--at 要用它读取过去的版本，请先安装") from None
    if b"dubious ownership" in done.stderr:
        raise LedgerError(
            f"git 不肯读取 {top}：文件夹属于另一个用户；按 git status 的提示设置 safe.directory"
        )
    return done


def _listing(top: Path, commit: str, prefix: str) -> Iterator[tuple[str, str, int, str]]:
    """Mode, object id, size and path of every file, in the order in which a walk of the work tree meets them."""
    paths = (prefix.rstrip("/"),) if prefix else ()
    done = _git(top, ("--literal-pathspecs", "ls-tree", "-r", "-z", "-l", commit, "--", *paths))
    rows = []
    for line in done.stdout.split(b"\0"):
        head, _, raw = line.partition(b"\t")
        if not raw:
            continue
        mode, _, oid, size = head.decode().split()
        rows.append((mode, oid, 0 if size == "-" else int(size), raw.decode("utf-8", "surrogateescape")))
    return iter(sorted(rows, key=lambda row: row[3].split("/")))


def _contents(top: Path, oids: list[str]) -> Iterator[bytes]:
    if not oids:
        return
    done = _git(top, ("cat-file", "--batch"), "".join(f"{oid}\n" for oid in oids).encode())
    output, position = done.stdout, 0
    for oid in oids:
        end = output.find(b"\n", position)
        fields = output[position:end].split()
        if len(fields) != 3:  # "<oid> missing": a partial clone without its objects
            raise LedgerError(f"git 里缺对象 {oid[:12]}（浅克隆或部分克隆）；先执行 git fetch 取全")
        size = int(fields[2])
        yield output[end + 1 : end + 1 + size]
        position = end + 1 + size + 1
