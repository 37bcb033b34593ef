"""Runs the scripts of the action as a runner would: values in env, answers in files. Repositories are real."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

TOP = Path(__file__).parents[2]
ACTION = TOP / ".github/actions/check"
PROGRAM = Path(sys.executable).parent / "ledger"

PLAIN = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "LANG": "C.UTF-8",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_ALLOW_PROTOCOL": "file",
    "GIT_AUTHOR_NAME": "测试",
    "GIT_AUTHOR_EMAIL": "test@example.invalid",
    "GIT_COMMITTER_NAME": "测试",
    "GIT_COMMITTER_EMAIL": "test@example.invalid",
}

HOSTILE = [
    "$(touch x)",
    "`touch x`",
    "a\"b'c;touch x",
    "a\n::error::b",
    "--upload-pack=touch x",
    "-h",
    "空 格%0A",
    "main:refs/heads/stolen",
]


def git(folder: Path, *arguments: str, feed: bytes | None = None) -> str:
    done = subprocess.run(
        ["git", "-c", "maintenance.auto=false", "-C", str(folder), *arguments],
        input=feed,
        capture_output=True,
        check=True,
        env=PLAIN,
    )
    return done.stdout.decode().strip()


def commit(folder: Path, name: str, content: str = "") -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content or name, "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", name)
    return git(folder, "rev-parse", "HEAD")


def repository(folder: Path) -> Path:
    folder.mkdir()
    git(folder, "init", "-q", "--template=", "-b", "main")
    return folder


def checkout(origin: Path, folder: Path, ref: str, *, depth: int | None = 1) -> Path:
    """What actions/checkout leaves behind: one ref of origin, detached."""
    repository(folder)
    git(folder, "remote", "add", "origin", origin.as_uri())
    git(folder, "fetch", "-q", *([f"--depth={depth}"] if depth else []), "origin", ref)
    git(folder, "checkout", "-q", "--detach", "FETCH_HEAD")
    return folder


@dataclass
class Done:
    code: int
    out: str
    err: str
    outputs: dict[str, str]
    summary: str

    def commands(self) -> list[str]:
        """The lines that the runner would obey."""
        obeyed, stop = [], ""
        for line in self.out.splitlines():
            if stop:
                stop = "" if line == f"::{stop}::" else stop
            elif line.startswith("::stop-commands::"):
                stop = line.removeprefix("::stop-commands::")
            elif line.lstrip().startswith("::") or "##[" in line:
                obeyed.append(line)
        return obeyed


@dataclass
class Job:
    workspace: Path
    temp: Path
    env: dict[str, str] = field(default_factory=dict)

    def run(self, script: str, **values: str | Path) -> Done:
        answers, summary = self.temp / "outputs", self.temp / "summary"
        answers.write_text("")
        summary.write_text("")
        env = PLAIN | {
            "GITHUB_OUTPUT": str(answers),
            "GITHUB_STEP_SUMMARY": str(summary),
            "RUNNER_TEMP": str(self.temp),
        }
        env |= self.env | {name: str(value) for name, value in values.items()}
        done = subprocess.run(
            ["bash", str(ACTION / script)],
            cwd=self.workspace,
            env=env,
            capture_output=True,
            check=False,
            timeout=60,
        )
        outputs = dict(line.split("=", 1) for line in answers.read_text("utf-8").splitlines())
        return Done(
            done.returncode, done.stdout.decode(), done.stderr.decode(), outputs, summary.read_text("utf-8")
        )
