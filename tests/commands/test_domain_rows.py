"""Every mechanism and figure of the sources works: the table of ``ledger/README.md``, row by row.

Each row names a command, the file that holds the data, and a value: the command prints the value, and no longer does
once the file says nothing.
"""

import contextlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from cli_runner import ROOT, bundled, run

TABLE = ROOT / "ledger" / "README.md"
HEADING = "## The rows of the sources\n"
CONTEXT = {"21", "27", "29", "69", "83"}
"""Rows of the inventory that tell of somebody else's work; of 65 the texts of other provinces' methods do."""
_ROW = re.compile(r"^\| *(\d+)([a-z]?) *\|(.+)\|$")


class Row(NamedTuple):
    number: str
    command: str
    data: str
    value: str

    def __str__(self) -> str:
        return f"{self.number} {self.command}"


def rows() -> Iterator[Row]:
    """Those with a command; a row may have several lines: 12, 12b."""
    for line in TABLE.read_text("utf-8").partition(HEADING)[2].splitlines():
        if match := _ROW.match(line):
            _, command, data, value = (cell.strip().strip("`") for cell in match[3].split(" | "))
            yield Row(match[1] + match[2], command, data, value)


ROWS = list(rows())


def test_no_row_of_the_inventory_is_missing() -> None:
    told = {row.number.rstrip("abcdefgh") for row in ROWS}
    assert {str(n) for n in range(1, 86)} - told == CONTEXT


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the bundled city. Whatever a test takes out of it is put back by :func:`silent`."""
    return shutil.copytree(ROOT / "plans", tmp_path_factory.mktemp("rows") / "plans")


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_command_prints_the_value_because_the_file_holds_it(row: Row, copy: Path) -> None:
    assert row.value in _told(row.command, ROOT / "plans")
    with silent(copy / row.data.removeprefix("plans/")):
        assert row.value not in _told(row.command, copy)


def _told(command: str, folder: Path) -> str:
    program, *words = command.split()
    assert program == "ledger"
    city = folder == ROOT / "plans"
    return (bundled(*words) if city else run(*words, "--ledger", folder, cwd=folder.parent)).out


@contextlib.contextmanager
def silent(path: Path) -> Iterator[None]:
    """In it a register holds nothing any more, its own settings a file no more; plans, papers and inspections are gone."""
    away = path.rename(path.with_name(f".{path.name}"))
    try:
        if path.parent.name == "registers":
            path.write_text(f"{path.stem}: []\n", "utf-8")
        yield
    finally:
        away.replace(path)
