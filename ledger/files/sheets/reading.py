"""A file that somebody filled in → :class:`SheetFile`; each kind is read by the module that knows it."""

from pathlib import PurePath

from ledger.base.errors import LedgerError
from ledger.files.sheets.cells import SheetFile

SUFFIXES = (".xlsx", ".xlsm", ".csv", ".txt", ".docx")
MOST_ROWS = 50_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_REMEDY = "用 Excel 或 WPS 打开，另存为 .xlsx 再导入"
_OLD = {
    ".xls": "旧版 Excel 文件",
    ".et": "WPS 表格自己的格式",
    ".wps": "WPS 文字自己的格式",
    ".doc": "旧版 Word 文件",
    ".ods": "OpenDocument 表格",
    ".xlsb": "二进制的 Excel 文件",
    ".pdf": "PDF 文件",
}


def read_sheets(path_shown: str, name: str, content: bytes) -> SheetFile:
    """What the file shows, by the suffix of ``name``; ``path_shown`` is what places and messages call it.

    Raises LedgerError where the file is of another kind, broken, locked by a password or too large.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        what = _OLD.get(suffix)
        is_old = f"是{what}，这里读不了" if what else "不是读得了的表格（xlsx、csv、docx）"
        raise LedgerError(f"{path_shown} {is_old}：{_saved_as(suffix)}")
    if not content.strip():
        raise LedgerError(f"{path_shown} 是空文件，里面没有表格")
    if content.startswith(_OLE):
        raise LedgerError(f"{path_shown} {_of_ole(content)}")
    file = _read(path_shown, suffix, content)
    if any(len(sheet.rows) > MOST_ROWS for sheet in file.sheets):
        raise LedgerError(f"{path_shown} 有一张表超过 {MOST_ROWS} 行，不像台账：删去多余的行，或分成几个文件")
    return file


def _read(path: str, suffix: str, content: bytes) -> SheetFile:
    if suffix in {".csv", ".txt"}:
        from ledger.files.sheets.separated import read_separated  # noqa: PLC0415 - only what the file needs

        return read_separated(path, content)
    from ledger.files.sheets.archive import checked_archive  # noqa: PLC0415

    archive = checked_archive(path, content)
    if suffix == ".docx":
        from ledger.files.sheets.word_tables import read_word_tables  # noqa: PLC0415

        return read_word_tables(path, archive, content)
    from ledger.files.sheets.spreadsheet import read_spreadsheet  # noqa: PLC0415

    return read_spreadsheet(path, archive, content)


def _saved_as(suffix: str) -> str:
    if suffix in {".wps", ".doc"}:
        return "用 Word 或 WPS 打开，另存为 .docx 再导入"
    return _REMEDY if suffix in _OLD and suffix != ".pdf" else "把表格另存为 .xlsx 或 .csv 再导入"


def _of_ole(content: bytes) -> str:
    if _ENCRYPTED in content:
        return "有打开密码，读不了：在 Excel 或 WPS 里去掉密码，另存后再导入"
    return f"其实是旧版（97-2003）的 Office 文件，只是改了后缀：{_REMEDY}"
