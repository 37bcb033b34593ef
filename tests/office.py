"""LibreOffice opens what we wrote: the reader of office files that people have, besides the libraries.

A test that calls it is marked ``needs_office``: without LibreOffice it is skipped and says so. CI sets
``LEDGER_OFFICE=required``; there it fails instead.
"""

import csv
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
REQUIRED = os.environ.get("LEDGER_OFFICE") == "required"
# every sheet (-1) as it is shown, in UTF-8 (76), comma and double quote
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
PARTS = ("libsclo.*", "libswlo.*")  # Calc and Writer are installed one by one


def _is_whole() -> bool:
    return SOFFICE is not None and all(any(Path(SOFFICE).resolve().parent.glob(part)) for part in PARTS)


needs_office = pytest.mark.skipif(
    not REQUIRED and not _is_whole(), reason="LibreOffice (soffice with Calc and Writer) is not installed"
)


def pdfs(*paths: Path) -> list[bytes]:
    """Every file printed. One start of the program for all of them: it takes longer than the printing."""
    with tempfile.TemporaryDirectory() as made:
        _convert(paths, "pdf", Path(made))
        return [(Path(made) / f"{number}.pdf").read_bytes() for number, _ in enumerate(paths)]


def tables(*paths: Path) -> list[dict[str, list[list[str]]]]:
    """The sheets of every workbook by name, hidden ones too: rows of cells, as a reader sees them."""
    with tempfile.TemporaryDirectory() as made:
        _convert(paths, CSV, Path(made))
        return [
            {
                file.stem.removeprefix(f"{number}-"): _rows(file)
                for file in sorted(Path(made).glob(f"{number}-*.csv"))
            }
            for number, _ in enumerate(paths)
        ]


def resaved(*paths: Path) -> list[bytes]:
    """Every workbook as LibreOffice saves it again."""
    with tempfile.TemporaryDirectory() as made:
        _convert(paths, "xlsx:Calc MS Excel 2007 XML", Path(made))
        return [(Path(made) / f"{number}.xlsx").read_bytes() for number, _ in enumerate(paths)]


def pages(pdf: bytes) -> int:
    (count,) = re.findall(rb"/Type\s*/Pages\b.*?/Count (\d+)", pdf, re.DOTALL)
    return int(count)


def _rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened))


def _convert(paths: Sequence[Path], into: str, made: Path) -> None:
    """Copies named ``0``, ``1`` … are converted: two files may share a name, and a sheet's name follows the file's."""
    if not _is_whole():
        pytest.fail("LibreOffice is required here (LEDGER_OFFICE) and not installed with Calc and Writer")
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder) / f"{number}{path.suffix}" for number, path in enumerate(paths)]
        for path, copy in zip(paths, copies, strict=True):
            shutil.copyfile(path, copy)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [SOFFICE, profile, "--headless", "--convert-to", into, "--outdir", made, *copies]
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    for number, path in enumerate(paths):
        assert any(made.glob(f"{number}[.-]*")), f"LibreOffice cannot open {path.name}: {done.stderr}"
