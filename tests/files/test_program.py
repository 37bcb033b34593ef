"""Which program this is: every edit of our own files makes it another one."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ledger.files import program as module


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("cli.py", "ledger/files/program.py", "ledger/starters/plan.yaml"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("a = 1\n", "utf-8")
        os.utime(file, ns=(0, 1_000_000_000))
    monkeypatch.setattr(module, "__file__", str(tmp_path / "ledger/files/program.py"))
    return tmp_path


def _touch(package: Path) -> None:
    os.utime(package / "ledger/starters/plan.yaml", ns=(0, 1_000_000_001))


def _lengthen(package: Path) -> None:
    file = package / "ledger/files/program.py"
    file.write_text("a = 11\n", "utf-8")
    os.utime(file, ns=(0, 1_000_000_000))


def _edit_in_size(package: Path) -> None:
    time.sleep(0.02)  # longer than the grain of this system's clock
    file = package / "ledger/files/program.py"
    file.write_text("a = 2\n", "utf-8")
    os.utime(file, ns=(0, 1_000_000_000))


def _edit_the_table(package: Path) -> None:
    os.utime(package / "cli.py", ns=(0, 1_000_000_001))


def _add(package: Path) -> None:
    (package / "ledger/files/more.py").write_text("", "utf-8")


def _take_away(package: Path) -> None:
    (package / "ledger/starters/plan.yaml").unlink()


@pytest.mark.parametrize("edit", [_touch, _lengthen, _edit_in_size, _edit_the_table, _add, _take_away])
def test_every_edit_of_our_own_files_makes_another_program(
    package: Path, edit: Callable[[Path], None]
) -> None:
    before = module.program.__wrapped__()
    assert module.program.__wrapped__() == before
    edit(package)
    assert module.program.__wrapped__() != before


def test_what_python_compiled_makes_no_other_program(package: Path) -> None:
    before = module.program.__wrapped__()
    (package / "ledger/__pycache__").mkdir()
    (package / "ledger/__pycache__/x.pyc").write_bytes(b"x")
    assert module.program.__wrapped__() == before


def test_another_place_to_import_from_makes_another_program(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del package
    before = module.program.__wrapped__()
    monkeypatch.syspath_prepend(tmp_path / "elsewhere")
    assert module.program.__wrapped__() != before
