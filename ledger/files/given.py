"""A file that somebody named on the command line."""

from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.files.tree import shown
from ledger.files.witness import witness


def read_given(path: Path) -> bytes:
    """Its bytes; raises LedgerError, with what to look at, when there is no such file or it cannot be read."""
    witness().disturbed()
    name = shown(str(path))
    if path.is_dir():
        raise LedgerError(f"{name} 是文件夹，这里要写一个文件")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise LedgerError(f"没有 {name} 这个文件；请核对路径和文件名") from None
    except OSError as error:
        raise LedgerError(
            f"读不了 {name}：{error.strerror or error}；请检查权限，或关掉正打开它的程序"
        ) from None
