"""The READMEs' commands work, and print what is said they print. LEDGER_README_UPDATE=1 writes their output anew."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from equal_files import equal_files_once

from cli import COMMANDS
from ledger.commands.front import open_door
from ledger.files.held import Held
from ledger.files.tree import WorkTree
from ledger.model.shelves import registers

TOP = Path(__file__).parent.parent
README = TOP / "README.md"
CLERKS = TOP / "plans/README.md"
ACTS = re.compile(r"`ledger ((?:record|reply|paper|new) [^`…]+)`")
WRITES = re.compile(r"^ledger ((?:record|reply|bulletin|new) .+?)(?: +#.*)?$", re.MULTILINE)
DIGEST = re.compile(r"^find .* sha256sum$", re.MULTILINE)
BLOCK = re.compile(r"```console\n\$ ledger ([^\n]+)\n(.*?)```", re.DOTALL)


def blocks() -> list[str]:
    return [match[1] for match in BLOCK.finditer(README.read_text("utf-8"))]


def run(line: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert entered(line) == 0
    return capsys.readouterr().out


def entered(line: str) -> int:
    with equal_files_once():
        return open_door(COMMANDS, shlex.split(line))


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the bundled plans on the disk of the tests. They are given links to its files, which nobody writes into."""
    folder = shutil.copytree(TOP / "plans", tmp_path_factory.mktemp("city") / "plans")
    yield folder
    for path in folder.rglob("*.*"):
        assert path.is_dir() or path.read_bytes() == (TOP / "plans" / path.relative_to(folder)).read_bytes()


@pytest.mark.parametrize("line", blocks())
def test_readme_shows_what_the_command_prints(line, capsys, monkeypatch):
    monkeypatch.chdir(TOP)
    printed = run(line, capsys)
    text = README.read_text("utf-8")
    if os.environ.get("LEDGER_README_UPDATE"):
        start = f"```console\n$ ledger {line}\n"
        pattern = re.compile(re.escape(start) + r".*?```", re.DOTALL)
        README.write_text(pattern.sub(lambda _: start + printed + "```", text), "utf-8")
        return
    assert dict(BLOCK.findall(text))[line] == printed


def test_every_command_is_in_the_readme():
    text = README.read_text("utf-8")
    assert [c.name for c in COMMANDS if f"`ledger {c.name}" not in text] == []


@pytest.mark.parametrize(
    "line", ACTS.findall(README.read_text("utf-8")) + WRITES.findall(CLERKS.read_text("utf-8"))
)
def test_an_example_that_writes_works_on_the_bundled_plans(line, city, tmp_path, monkeypatch):
    shutil.copytree(city, tmp_path / "plans", copy_function=os.link)
    (tmp_path / "例会.csv").write_text(
        "编号,事件,日期,说明\nzb-2017-05/8,进展,2017-10-30,例会上报\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert entered(line) == 0


def test_clerks_are_told_of_every_register():
    rows = [line.split("|") for line in CLERKS.read_text("utf-8").splitlines() if line.count("|") == 5]
    told = {(row[1].strip(" `"), row[2].strip()) for row in rows}
    for register in registers().values():
        file = register.file.replace("*", f"{register.thing.word}编号")
        assert (file, f"{register.thing.word} `{register.thing.kind}`") in told


def test_clerks_can_compute_the_digest_of_a_bulletin_with_a_shell():
    (line,) = DIGEST.findall(CLERKS.read_text("utf-8"))
    done = subprocess.run(["bash", "-c", line], cwd=TOP / "plans", capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == Held(tuple(WorkTree(TOP / "plans").files())).digest
