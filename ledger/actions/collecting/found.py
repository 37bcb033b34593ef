"""The files that came back: those named, and all below the folders named; what cannot be read is told, never dropped."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.errors import LedgerError
from ledger.files.sheets.reading import read_sheets
from ledger.files.tree import shown
from ledger.loading.returns.return_reading import read_returned
from ledger.loading.returns.returned import Returned

_SUFFIXES = {".xlsx", ".xlsm"}
_ELSE = "让报送单位用发出的 .xlsx 填，或在 Excel、WPS 里另存为 .xlsx"
# what office programs put beside a file that is open, and what systems put into folders
_NOT_RETURNED = ("~$", ".")
_OF_SYSTEMS = {"thumbs.db", "desktop.ini"}


def files_of(paths: Iterable[Path]) -> list[Path]:
    """Every file once, folders in the order of names. Raises LedgerError for a path that does not exist."""
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise LedgerError(f"没有 {shown(str(path))} 这个文件或文件夹")
        for file in _below(path) if path.is_dir() else (path,):
            found.setdefault(file.resolve(), file)
    return list(found.values())


def _below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(_NOT_RETURNED) or path.name.lower() in _OF_SYSTEMS:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _below(path)
        elif not path.is_dir():
            yield path


def read_back(path: Path) -> Returned | Diagnostic:
    """A workbook that we sent, or why it cannot be taken for one."""
    name = shown(str(path))
    if path.suffix.lower() not in _SUFFIXES:
        return _unread(name, "不是 .xlsx 文件，读不了", _ELSE)
    try:
        return read_returned(read_sheets(name, path.name, path.read_bytes()))
    except LedgerError as error:
        return _unread(name, str(error).removeprefix(name).strip(), _ELSE)
    except OSError as error:
        return _unread(name, f"打不开：{error.strerror or error}", "检查权限，或关掉正打开它的程序")


def _unread(name: str, what: str, hint: str) -> Diagnostic:
    return Diagnostic("I160", Severity.ERROR, f"{what}；没有收", Place(name), hint)
