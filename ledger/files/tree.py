"""Reading a ledger's files from the work tree; what cannot be read becomes a diagnostic."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import printable
from ledger.files.folder import PAPER_SUFFIX, SUFFIX, ours_below, repository_top
from ledger.files.known import identity, tree_id
from ledger.files.witness import witness

MAX_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the ledger: ``path`` from the repository's top, ``name`` from the ledger's folder, both with ``/``."""

    path: str
    name: str
    content: bytes


@dataclass(frozen=True)
class WorkTree:
    """The ledger's files as they are on disk now."""

    folder: Path

    @property
    def prefix(self) -> str:
        """What stands before every name to make it a path from the repository's top: ``plans/`` or nothing."""
        top = repository_top(self.folder)
        relative = self.folder.relative_to(top).as_posix() if top else "."
        return "" if relative == "." else relative + "/"

    def files(self) -> Iterator[SourceFile | Diagnostic]:
        """Every YAML file below the folder in name order; hidden files and other kinds of files are not ours."""
        prefix, ids = self.prefix, dict[str, str]()
        listens = witness().listens
        witness().walked(self.folder)
        for name, entry in ours_below(str(self.folder), ""):
            file = (
                unreadable(prefix + name, entry)
                if isinstance(entry, OSError)
                else _read(entry, shown(prefix + name), shown(name))
            )
            if listens:
                ids[name] = identity(file)
            yield file
        witness().held(self.folder, tree_id(ids))

    def some(self, names: Iterable[str]) -> Iterator[SourceFile | Diagnostic]:
        """The files of these names, each as it would be read among all."""
        prefix = self.prefix
        return (_read(self.folder / name, shown(prefix + name), shown(name)) for name in names)


@dataclass(frozen=True)
class Overlay:
    """A work tree as it would be with some files ``changed`` (their new contents, by name from the ledger's folder)."""

    base: WorkTree
    changed: Mapping[str, bytes]

    def files(self) -> Iterator[SourceFile | Diagnostic]:
        """The same files in the same order that the tree would have after the change."""
        prefix = self.base.prefix
        replaced = {prefix + name for name in self.changed}
        kept = [f for f in self.base.files() if _path_of(f) not in replaced]
        added = [SourceFile(prefix + name, name, content) for name, content in self.changed.items()]
        yield from sorted([*kept, *added], key=lambda f: _path_of(f).split("/"))


def _path_of(file: SourceFile | Diagnostic) -> str:
    return file.place.path if isinstance(file, Diagnostic) else file.path


def read_one(folder: Path, name: str) -> SourceFile | Diagnostic:
    """One file of the ledger in this folder, as :class:`WorkTree` would read it."""
    (found,) = WorkTree(folder).some([name])
    return found


def _read(at: Path | os.DirEntry[str], path: str, name: str) -> SourceFile | Diagnostic:
    witness().read()
    try:
        status = at.stat(follow_symlinks=False)
        problem = refuse(path, status.st_mode, status.st_size)
        if problem:
            return problem
        with open(at, "rb") as file:  # noqa: PTH123 - called for every file
            content = file.read()  # to its end: asking for room for MAX_BYTES takes longer than reading
            return SourceFile(path, name, content)
    except OSError as error:
        return unreadable(path, error)


def refuse(path: str, mode: int, size: int) -> Diagnostic | None:
    """Why a file of this mode, size and name is not read, or None."""
    if stat.S_ISLNK(mode):
        return _error("R110", "是符号链接，台账不沿链接读取", path, "把文件本身放进台账文件夹")
    if stat.S_ISDIR(mode):
        return _error("R110", "是文件夹，却以 .yaml 结尾", path, "文件夹改名，不带 .yaml")
    if not stat.S_ISREG(mode):
        return _error("R110", "不是普通文件", path, "台账只读普通文件")
    if size > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        return _error(
            "R109", f"文件有 {size / 1024 / 1024:.1f} MiB，超过 {limit} MiB", path, "按方案拆成多个文件"
        )
    if not path.endswith((SUFFIX, PAPER_SUFFIX)):
        return _error("R114", "扩展名不是 .yaml，没有读入", path, "改名为 .yaml 结尾")
    return None


def unreadable(path: str, error: OSError) -> Diagnostic:
    """It may well be readable the next time, whatever it looks like then."""
    witness().disturbed()
    return _error("R111", f"读不出来：{error.strerror or error}", shown(path) or ".", "检查文件权限")


def shown(path: str) -> str:
    """A path that can always be printed, whatever bytes its name is made of."""
    return printable(path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")).replace(
        "\n", "\\u000a"
    )


def _error(code: str, message: str, path: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, Place(path), hint)
