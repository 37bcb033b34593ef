"""Ledgers in repositories of their own, in which papers are issued, answered and made void."""

import hashlib
import shutil
from pathlib import Path

from cli_runner import ROOT, commit, git, run
from small_ledger import HEAD, write_ledger

OCTOBER = ("escalate", "--month", "2017-10")


def october(folder: Path) -> Path:
    """A copy of the bundled city, committed in a repository of its own; its last papers are of September."""
    shutil.copytree(ROOT / "plans", folder / "plans")
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    return repository(folder)


def small(folder: Path, policy: str | None = None, head: str = HEAD) -> Path:
    """The ledger that fits on a page, committed; on 2017-10-31 it has one 提示单 and two 交办单 to issue."""
    write_ledger(folder, head=head)
    if policy is not None:
        (folder / "policy.yaml").write_text(policy, "utf-8")
    return repository(folder)


def repository(folder: Path) -> Path:
    git(folder, "init", "-q")
    commit(folder, "2017-10-31")
    return folder


def contents(folder: Path) -> dict[str, str]:
    """The digest of every file but git's own, where the lock and the journals are."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def issued(folder: Path, month: str, *more: str, today: str = "2018-12-31") -> dict[str, list[str]]:
    """One monthly run that writes: the new papers with the subjects of their rows."""
    done = run("escalate", "--month", month, "--write", *more, "--format", "json", cwd=folder, today=today)
    assert done.code == 0, done.err
    return {slip["id"]: [row["subject"] for row in slip["rows"]] for slip in done.data["issued"]}


def record(folder: Path, *args: str, today: str = "2018-12-31") -> None:
    """An entry that is to go well."""
    done = run("record", *args, cwd=folder, today=today)
    assert done.code == 0, done.err


def errors(folder: Path, day: str) -> list[str]:
    """What ``check`` has against the ledger, warnings too; notes are facts."""
    done = run("check", "--day", day, "--format", "json", cwd=folder, today="2018-12-31")
    found = done.document["diagnostics"]
    return [f"{d['path']}:{d['line']} {d['code']} {d['message']}" for d in found if d["severity"] != "note"]
