"""Files that stand where nothing of their kind is read: told with the place where they belong."""

from typing import Any

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import did_you_mean, printable
from ledger.files.folder import SUFFIX
from ledger.files.tree import SourceFile
from ledger.model.forms import form
from ledger.model.register import Register
from ledger.model.shelves import registers


def passed_over(file: SourceFile) -> Diagnostic:
    """A file of a folder of which this version reads only what it knows."""
    folder, _, rest = file.name.partition("/")
    if folder != "registers":
        note = "本版本的程序还不读这类文件，其中内容不在任何数字里"
        return Diagnostic("R130", Severity.NOTE, note, Place(file.path))
    name = rest.removesuffix(SUFFIX)
    meant = registers().get(name.rpartition("/")[2])
    if meant is not None:
        return _astray(file, meant)
    hint = did_you_mean(name, registers()) or f"可用的登记簿：{'、'.join(registers())}"
    message = f"没有叫 {printable(name)} 的登记簿，其中内容不在任何数字里"
    return Diagnostic("R131", Severity.WARNING, message, Place(file.path), hint)


def astray(file: SourceFile, data: object) -> Diagnostic | None:
    """That what was read as a plan is a register, or a thing of one; None where it is neither."""
    keys = set(data) if isinstance(data, dict) else set()
    meant = next((register for register in registers().values() if _fits(register, keys)), None)
    return _astray(file, meant) if meant is not None else None


def _fits(register: Register[Any], keys: set[str]) -> bool:
    if not register.folder:
        return keys == {register.name}
    fields = form(register.thing.record)
    return {f.key for f in fields if f.required} <= keys <= {f.key for f in fields}


def _astray(file: SourceFile, meant: Register[Any]) -> Diagnostic:
    message = f"登记簿 {meant.name}（{meant.word}）放错了地方，没有读入，其中内容不在任何数字里"
    where = f"{meant.name} 文件夹，一件一个文件" if meant.folder else meant.file
    return Diagnostic("R132", Severity.ERROR, message, Place(file.path), f"移到 {where}")
