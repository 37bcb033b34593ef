"""Real git repositories in a folder, that no setting of whoever runs the tests reaches."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from ledger.base.diagnostics import Diagnostic
from ledger.files.repository import Repository, repository_of
from ledger.files.revisions import Revision
from ledger.files.tree import WorkTree


class Git:
    """A work tree, or with ``--bare`` none, that tests may change."""

    def __init__(self, top: Path, *options: str, made: bool = True) -> None:
        self.top = top
        if made:
            top.mkdir(parents=True, exist_ok=True)
            self.git("init", "--quiet", "--template=", "--initial-branch=main", *options)

    @property
    def known(self) -> Repository:
        return repository_of(self.top)

    def git(self, *arguments: str, when: str = "2017-01-01T12:00:00+0800", feed: str = "") -> str:
        dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        done = subprocess.run(
            ["git", "-C", self.top, *arguments],
            env=os.environ | dates,
            input=feed,
            capture_output=True,
            check=True,
            text=True,
        )
        return done.stdout.strip()

    def put(self, name: str, content: str = "id: 1\n") -> None:
        (self.top / name).parent.mkdir(parents=True, exist_ok=True)
        (self.top / name).write_text(content, "utf-8")

    def commit(self, when: str = "2017-01-01T12:00:00+0800", **files: str) -> str:
        for name, content in files.items():
            self.put(f"{name}.yaml", content)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=x", when=when)
        return self.git("rev-parse", "HEAD")

    def branch(self, name: str, *start: str) -> None:
        self.git("checkout", "--quiet", "-B", name, *start)

    def copy(self, to: Path) -> "Git":
        return Git(shutil.copytree(self.top, to, symlinks=True, dirs_exist_ok=True), made=False)

    def clone(self, to: Path, *options: str) -> "Git":
        """As over the network: a path alone would be copied whole."""
        self.git("clone", "--quiet", "--template=", *options, self.top.as_uri(), str(to))
        return Git(to, made=False)


def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git with no settings but these."""
    for name in [n for n in os.environ if n.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "改革办")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "office@example.org")
    settings = {"gc.auto": "0", "protocol.file.allow": "always"}
    monkeypatch.setenv("GIT_CONFIG_COUNT", str(len(settings)))
    for number, (key, value) in enumerate(settings.items()):
        monkeypatch.setenv(f"GIT_CONFIG_KEY_{number}", key)
        monkeypatch.setenv(f"GIT_CONFIG_VALUE_{number}", value)


def contents(found: Revision) -> dict[str, str]:
    return {f.path: f.content.decode() for f in found.files() if not isinstance(f, Diagnostic)}


def told(files: Revision | WorkTree) -> list[tuple[str, str]]:
    """What is read with its name, and what is not with its code, sorted."""
    found = files.files()
    return sorted((f.place.path, f.code) if isinstance(f, Diagnostic) else (f.path, f.name) for f in found)


def everything(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file below a folder, git's own included: when it was written and what it holds."""
    return {
        str(p.relative_to(folder)): (p.lstat().st_mtime_ns, b"" if p.is_dir() else p.read_bytes())
        for p in sorted(folder.rglob("*"))
    }
