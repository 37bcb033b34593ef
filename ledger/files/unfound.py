"""Why git does not have what was asked for, and what to fetch."""

import re
from datetime import date
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.files.git import ask, is_shallow, remote_of
from ledger.files.tree import shown

_BRANCH = re.compile(r"\w(?:[\w/-]|\.(?!\.))*")
_WHOLE_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_ID = re.compile(r"[0-9a-f]{7,64}")
_FORMS = "可写提交号、分支、标签或 2017-10-31 这样的日期"
_CUT = "本仓库是浅克隆，更早的提交没有取来；先执行 git fetch --unshallow 取回"


def no_such_commit(at: Path, name: str) -> LedgerError:
    """For a name that no commit has."""
    missing = f"没有“{shown(name)}”这个版本"
    if not ask(at, "rev-list", "--max-count=1", "--all"):
        return LedgerError(f"{missing}：仓库里还没有提交；先用 git commit 提交一次")
    if name in {"HEAD", "@"}:
        return LedgerError(f"{missing}：当前分支还没有提交；请写明用哪个版本")
    remote = remote_of(at)
    if remote is not None and _WHOLE_ID.fullmatch(name):
        return LedgerError(f"{missing}；先执行 git fetch {remote} {name} 取回")
    if is_shallow(at) and (_ID.fullmatch(name) or not _BRANCH.fullmatch(name)):
        return LedgerError(f"{missing}：{_CUT}")
    if remote is None or not _BRANCH.fullmatch(name):
        return LedgerError(f"{missing}；{_FORMS}")
    branch = name.removeprefix(f"{remote}/")
    tracked = f"{remote}/{branch}"
    if name == branch and ask(at, "rev-parse", "--verify", "--quiet", f"refs/remotes/{tracked}"):
        return LedgerError(f"{missing}：本地没有这个分支；远端的请写 {tracked}")
    fetch = f"先执行 git fetch {remote} {branch}:refs/remotes/{tracked}，再写 {tracked}"
    return LedgerError(f"{missing}；{_FORMS}；在远端而没有取来的，{fetch}")


def no_commit_by(at: Path, day: date) -> LedgerError:
    """For a day before everything that is there."""
    if is_shallow(at):
        return LedgerError(f"没有 {day} 及以前的提交：{_CUT}")
    return LedgerError(f"{day} 及以前没有提交；用 git log 查看最早的提交日期")


def no_common_ancestor(at: Path, one: str, other: str) -> LedgerError:
    """For two commits that never parted, as far as one can see."""
    apart = f"找不到“{shown(one)}”与“{shown(other)}”是从哪里分开的"
    if is_shallow(at):
        return LedgerError(f"{apart}：{_CUT}")
    return LedgerError(f"{apart}：两者没有共同的历史；请换一个版本作基准")
