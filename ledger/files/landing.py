"""Which side of a merge has landed, asked of git; and the setting that lets git call us."""

import os
import re
import shlex
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.files.git import ask, git
from ledger.files.ranges import MAINS

_DRIVER = "merge.ledger.driver"
_HEAD = re.compile(r"GITHEAD_([0-9a-f]{40}|[0-9a-f]{64})")


def theirs_landed(at: Path) -> bool:
    """Whether what is merged in has landed and what is checked out has not: ``git merge main`` on a branch.

    The first main branch that has one of them and not the other tells. In a rebase nothing is merged in: what is
    checked out is what landed.
    """
    theirs = [found[1] for name in sorted(os.environ) if (found := _HEAD.fullmatch(name))]
    theirs = theirs or ask(at, "rev-parse", "--verify", "--quiet", "MERGE_HEAD").split()
    for main in MAINS:
        landed = any(_holds(at, main, head) for head in theirs)
        if landed != _holds(at, main, "HEAD"):
            return landed
    return False


def _holds(at: Path, branch: str, commit: str) -> bool:
    return git(at, "merge-base", "--is-ancestor", commit, branch).returncode == 0


def set_driver(at: Path, python: str) -> None:
    """Let git merge files that have the attribute ``merge=ledger`` with this program as ``python`` runs it.

    Where either has gone, git merges the text: else the file would keep one side's entries only, without a mark.
    Raises LedgerError when git does not keep the setting.
    """
    # /: git runs it in a shell of its own, on Windows too; -P: not what a folder of the repository is called
    program = shlex.join([Path(python).as_posix(), "-P"])
    gone = f"{program} -c 'import ledger.__main__' 2>/dev/null || exec git merge-file %A %O %B"
    if git(at, "config", _DRIVER, f"{gone}; {program} -m ledger merge %O %A %B --path %P").returncode:
        raise LedgerError("git 没有记下设置；检查仓库的 .git/config 能不能写")


def has_driver(at: Path, path: Path) -> bool:
    """Whether git would merge the file with it, by its attributes."""
    return ask(at, "check-attr", "merge", "--", str(path)).endswith(": merge: ledger")
