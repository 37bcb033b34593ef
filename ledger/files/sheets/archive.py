"""xlsx and docx are zip archives: what is no archive, or would not fit into memory, is refused before it is read."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from ledger.base.errors import LedgerError

MOST_BYTES = 100 * 2**20
MOST_CELLS = 2_000_000

_AREA = re.compile(
    rb"""<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})["']"""
)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")


@dataclass(frozen=True, slots=True)
class Archive:
    """``members`` are the names of its parts; ``formulas``: at least one cell of a sheet is computed."""

    members: frozenset[str]
    formulas: bool


def checked_archive(path: str, content: bytes) -> Archive:
    """Raises LedgerError where the archive is broken or its sheets would take more memory than a ledger ever does."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            size = sum(i.file_size for i in infos if i.filename.endswith((".xml", ".rels")))
            if size > MOST_BYTES:
                raise LedgerError(
                    f"{path} 展开后有 {size // 2**20} MB，不像台账：清除多余的行、列和格式，或分成几个文件再导入"
                )
            parts = [archive.read(i) for i in infos if i.filename.endswith(".xml")]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise unreadable(path) from error
    if sum(map(_covered, parts)) > MOST_CELLS:
        raise LedgerError(f"{path} 有合并到整列、整行的单元格，范围太大：取消合并，只合并有内容的部分")
    return Archive(frozenset(i.filename for i in infos), any(_FORMULA.search(s) for s in parts))


def unreadable(path: str) -> LedgerError:
    return LedgerError(
        f"{path} 已经损坏，或不是后缀所说的格式，读不出来：用 Excel 或 WPS 打开，另存一份再导入"
    )


def _covered(part: bytes) -> int:
    """How many cells merged areas and links cover; the library makes an object of each."""
    return sum(
        (_column(last) - _column(first) + 1) * (int(bottom) - int(top) + 1)
        for first, top, last, bottom in _AREA.findall(part)
    )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
