"""Where git is asked and where the ledger is in there: a work tree's folder, or a bare repository."""

from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from ledger.base.errors import LedgerError
from ledger.files.folder import LEDGER_FILE, repository_top
from ledger.files.git import ask
from ledger.files.tree import WorkTree, shown


@dataclass(frozen=True)
class Repository:
    """A repository with a ledger in it.

    ``at`` is the top of its work tree, or itself where it is ``bare``. ``prefix`` makes a name of the ledger a path of
    the repository: ``plans/`` or nothing; None while only a commit can tell.
    """

    at: Path
    prefix: str | None
    bare: bool = False

    def settled(self, commit: str) -> "Repository":
        """With the prefix, looked for in ``commit`` where nobody said it.

        Raises LedgerError when there is no ledger.
        """
        if self.prefix is not None:
            return self
        places = {f"{prefix}{LEDGER_FILE}": prefix for prefix in ("", "plans/")}
        asked = ("ls-tree", "-z", "--name-only", commit, "--", *places)
        found = ask(self.at, *asked, lasting=True).split("\0")
        for path, prefix in places.items():
            if path in found:
                return replace(self, prefix=prefix)
        raise LedgerError(
            f"版本 {commit[:12]} 里没有 {' 或 '.join(places)}；用 --ledger 写明台账在仓库里的文件夹"
        )


def repository_of(folder: Path) -> Repository:
    """The one whose work tree holds the ledger's ``folder``; raises LedgerError outside any repository."""
    top = repository_top(folder)
    if top is None:
        raise LedgerError(f"{shown(str(folder))} 不在 git 仓库里，没有过去的版本可读")
    return Repository(top, WorkTree(folder).prefix)


def bare_repository(cwd: Path, chosen: Path | None = None) -> Repository | None:
    """``cwd`` itself, if it is a repository without a work tree around it; ``chosen`` is a folder in its commits.

    Raises LedgerError when ``chosen`` leads out of it.
    """
    at = cwd.resolve()
    if not ((at / "HEAD").is_file() and (at / "objects").is_dir() and (at / "refs").is_dir()):
        return None
    return Repository(at, None if chosen is None else _prefix(at, chosen), bare=True)


def _prefix(at: Path, chosen: Path) -> str:
    folder = chosen.parent if chosen.name == LEDGER_FILE else chosen
    inner = PurePosixPath(folder.relative_to(at) if folder.is_relative_to(at) else folder)
    if inner.is_absolute() or ".." in inner.parts:
        raise LedgerError(
            f"{shown(str(chosen))} 不是仓库里的文件夹；在裸仓库里，--ledger 写从仓库顶层算起的文件夹，如 plans"
        )
    return "" if inner == PurePosixPath() else f"{inner}/"
