"""Asking git: a list of arguments, never a shell. Nothing is fetched behind the user's back, no index is refreshed."""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.files.cache import digest
from ledger.files.questions import GIT
from ledger.files.tree import shown
from ledger.files.witness import witness

_STEERING = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_PREFIX",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
)
"""What a hook's git hands down and would make ours look elsewhere. Where objects are stays: a push that is being
received has its new ones apart (GIT_QUARANTINE_PATH)."""

_REFUSALS = {
    rb"^fatal: (detected dubious ownership|unsafe repository)": (
        "git 拒绝读取 {at}：文件夹属于另一个用户；按 git status 的提示设置 safe.directory"
    ),
    rb"^fatal: cannot use bare repository": (
        "git 拒绝读取裸仓库 {at}：设置了 safe.bareRepository=explicit；在命令前写 GIT_DIR=. 再运行"
    ),
    rb"^fatal: (not a git repo|invalid gitfile|bad config|unknown repository ext|Expected git repo version)": (
        "git 读不了 {at} 的仓库；用 git status 查看原因"
    ),
    rb"^fatal: could not fetch .* from promisor remote": (
        "部分克隆里缺这个版本的文件内容；先执行 git fetch --refetch --no-filter {remote} 取全"
    ),
}


def git(
    at: Path, *arguments: str, feed: bytes | None = None, lasting: bool = False
) -> subprocess.CompletedProcess[bytes]:
    """What git answers ``at`` the top of a work tree, or inside a bare repository.

    ``lasting``: all that is asked for is called by its id, so that there is one answer for ever.
    Raises LedgerError when there is no git, or it refuses the repository as a whole.
    """
    done = answer(at, arguments, feed)
    if done.returncode or not lasting:
        if feed is not None:
            witness().disturbed()
        witness().asked((GIT, str(at), *arguments), said(done))
    if done.returncode:
        for refusal, sentence in _REFUSALS.items():
            if re.search(refusal, done.stderr, re.MULTILINE):
                # a repository that git refuses has no remotes to ask for
                remote = (remote_of(at) or "origin") if "{remote}" in sentence else ""
                raise LedgerError(sentence.format(at=shown(str(at)), remote=remote))
    return done


def answer(
    at: Path, arguments: Sequence[str], feed: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The same, also where git refuses the repository."""
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments, never a shell
            ["git", "-C", str(at), *arguments],
            input=feed,
            capture_output=True,
            check=False,
            env=_environment(at),
        )
    except (FileNotFoundError, PermissionError):
        witness().disturbed()
        raise LedgerError("没有找到 git；读取过去的版本要用它，请先安装") from None


def said(done: subprocess.CompletedProcess[bytes]) -> bytes:
    """A digest of all that git said."""
    return digest(str(done.returncode), done.stdout, done.stderr)


def ask(at: Path, *arguments: str, lasting: bool = False) -> str:
    """The answer without the blanks around it; nothing where git has none. ``lasting``: see :func:`git`."""
    done = git(at, *arguments, lasting=lasting)
    return done.stdout.decode("utf-8", "surrogateescape").strip() if done.returncode == 0 else ""


def is_shallow(at: Path) -> bool:
    """Whether history was cut off when it was cloned."""
    return ask(at, "rev-parse", "--is-shallow-repository") == "true"


def remote_of(at: Path) -> str | None:
    """``origin``, or the first remote by name; None where the repository knows no other."""
    remotes = ask(at, "remote").splitlines()
    return "origin" if "origin" in remotes else min(remotes, default=None)


def _environment(at: Path) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if name not in _STEERING}
    if Path(os.environ.get("GIT_DIR") or os.devnull).resolve() == at:  # a hook in a bare repository
        ours["GIT_DIR"] = str(at)
    return ours | {
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",  # a commit is what its id says
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "",  # the same for a git that does not know GIT_NO_LAZY_FETCH
        "GIT_CEILING_DIRECTORIES": str(at.parent),  # never another repository around this one
    }
