"""What is compared with what: ``BASE``, ``BASE...HEAD``, ``BASE..HEAD``, or the branch with what it grew from."""

import re
from dataclasses import dataclass

from ledger.base.errors import LedgerError
from ledger.files.git import ask
from ledger.files.repository import Repository
from ledger.files.revisions import Revision, commit_of, made, revision
from ledger.files.tree import shown
from ledger.files.unfound import no_common_ancestor

_DOTS = re.compile(r"(\.{2,})")
MAINS = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/remotes/origin/master",
    "refs/heads/main",
    "refs/heads/master",
)
"""Where what has landed stands: the first of them that exists."""


@dataclass(frozen=True)
class Range:
    """Two states of a ledger; without ``after`` the second one is the work tree. ``words`` name both for a reader."""

    before: Revision
    after: Revision | None
    words: str


def revision_range(repository: Repository, written: str | None) -> Range:
    """What ``written`` means: two dots compare with the base itself, three with the point where the branch left it.

    Raises LedgerError for what is no range of commits, and for the work tree of a bare repository.
    """
    base, dots, tip = _parts(written)
    if repository.bare and not dots:
        raise LedgerError("裸仓库里没有当前文件，不能与它比较；写成 main...分支 的样式")
    if base is None:
        return _since_it_left_main(repository)
    if not dots:
        before = revision(repository, base)
        return Range(before, None, f"{_and(_words(base, before))}当前文件")
    after = revision(repository, tip)
    before = revision(after.repository, base)
    words = _words(base, before)
    if dots == "...":
        before = _fork(before, base, after, tip)
        words = _words(base, before, "从 {} 分出时")
    return Range(before, after, f"{_and(words)} {_words(tip, after)}")


def branch_point(repository: Repository, name: str, tip: Revision | None = None) -> Revision:
    """Where ``tip``, or HEAD, left ``name``; raises LedgerError when that cannot be known."""
    if tip is None:
        return _fork(revision(repository, name), name, revision(repository, "HEAD"), "HEAD")
    return _fork(revision(tip.repository, name), name, tip, tip.commit[:12])


def _parts(written: str | None) -> tuple[str | None, str, str]:
    """Base, dots and tip; a side that is left out is HEAD, as for git."""
    if written is None:
        return None, "", ""
    match _DOTS.split(written):
        case [base]:
            return base, "", ""
        case [base, ".." | "..." as dots, tip] if base or tip:
            return base or "HEAD", dots, tip or "HEAD"
    raise LedgerError(f"“{shown(written)}”不是版本范围；写成 main 或 main...分支 的样式")


def _since_it_left_main(repository: Repository) -> Range:
    head = revision(repository, "HEAD")
    main = next((name for name in MAINS if commit_of(repository, name)), None)
    if main is None:
        known = "、".join(map(_short, MAINS))
        raise LedgerError(f"不知道与哪个版本比较：{known} 都没有；请写明基准，如 HEAD~1")
    name = _short(ask(repository.at, "symbolic-ref", "--quiet", main) or main)
    before = _fork(revision(repository, main), name, head, "HEAD")
    return Range(before, None, f"{_words(name, before, '从 {} 分出时')}与当前文件")


def _fork(one: Revision, called: str, other: Revision, its_name: str) -> Revision:
    at = one.repository.at
    commit = ask(at, "merge-base", one.commit, other.commit)
    if not commit:
        raise no_common_ancestor(at, called, its_name)
    return one if commit == one.commit else made(one.repository, commit)


def _short(ref: str) -> str:
    return ref.removeprefix("refs/remotes/").removeprefix("refs/heads/")


def _words(name: str, found: Revision, said: str = "{}") -> str:
    """A commit that was named by its own hash is told once, and short, as CI names it."""
    short = found.commit[:12]
    if len(name) >= len(short) and found.commit.startswith(name):
        return said.format(short)
    return f"{said.format(shown(name))}（{short}）"


def _and(words: str) -> str:
    return f"{words} 与" if words[-1].isascii() else f"{words}与"
