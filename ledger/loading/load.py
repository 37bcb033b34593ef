"""Files → :class:`Ledger`. A bad file never hides the good ones: its problems stand beside them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Protocol

from ledger import FORMAT
from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.errors import LedgerError
from ledger.base.garbage import no_garbage_collection
from ledger.base.workdays import Calendar
from ledger.files.document import Document, read_document
from ledger.files.documents import Data, Documents
from ledger.files.folder import is_bulletin, is_paper
from ledger.files.seal import SealState, seal_state
from ledger.files.tree import SourceFile
from ledger.loading.kinds import CALENDAR, LEDGER, PLAN, POLICY, SCORING, SLIP, UNITS, Kind, kind_of
from ledger.loading.records import read_record
from ledger.loading.sources import Sources
from ledger.model.ledger import Ledger
from ledger.model.policy import Policies
from ledger.model.scoring import Schemes
from ledger.model.settings import RestYears, Settings
from ledger.model.units import Register, Units

if TYPE_CHECKING:
    from ledger.model.bulletins import Bulletin


class Tree(Protocol):
    """Where files come from: the work tree, or a commit."""

    def files(self) -> Iterator[SourceFile | Diagnostic]: ...


@dataclass
class _Shelf:
    """Records as they come in, each with its path."""

    records: dict[str, list[tuple[str, Any]]] = field(default_factory=dict)
    registers: dict[str, Kind] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    papers: dict[str, str] = field(default_factory=dict)
    bulletins: "dict[str, Bulletin]" = field(default_factory=dict)
    passed: dict[str, bytes] = field(default_factory=dict)
    read: dict[str, Any] = field(default_factory=dict)

    def single(self, kind: Kind, default: Any) -> Any:
        found = self.records.get(kind.name)
        return found[0][1] if found else default


def load(
    tree: Tree, before: Sources | None = None, documents: Documents | None = None
) -> tuple[Ledger, Sources]:
    """Read everything once; of files that are as they were ``before``, the record is taken from there.

    Raises LedgerError only when the ledger's format is newer than this program.
    """
    shelf, known, documents = _Shelf(), before or Sources(), documents or Documents()
    with no_garbage_collection():
        files = list(tree.files())
        said = _documents(files, known, documents)
        for file in documents.each(files):
            _take(file, shelf, known, said)
    settings: Settings = shelf.single(LEDGER, Settings())
    if settings.format != FORMAT:
        raise LedgerError(f"台账格式是 {settings.format}，本程序只认得 {FORMAT}；请升级 ledger")
    rest: RestYears = shelf.single(CALENDAR, RestYears())
    policies: Policies = shelf.single(POLICY, Policies())
    paths: dict[tuple[str, str], str] = {}
    ledger = Ledger(
        settings=settings,
        units=Units(shelf.single(UNITS, Register())),
        policies=policies,
        calendar=Calendar(rest.by_year()),
        scoring=shelf.single(SCORING, Schemes()),
        plans=tuple(_unique(shelf, PLAN, paths)),
        slips=tuple(_unique(shelf, SLIP, paths)),
        registers={name: tuple(_things(shelf, name, paths)) for name in sorted(shelf.registers)},
        paths=paths | {(k.name, ""): shelf.records[k.name][0][0] for k in _HEADS if k.name in shelf.records},
        papers=shelf.papers,
        bulletins=shelf.bulletins,
        problems=tuple(sorted(shelf.problems, key=lambda d: d.sort_key)),
    )
    return ledger, Sources(shelf.contents, shelf.read, tuple(sorted(shelf.unread)), shelf.passed)


_HEADS = (LEDGER, UNITS, POLICY, CALENDAR, SCORING)


def _documents(
    files: Iterable[SourceFile | Diagnostic], before: Sources, documents: Documents
) -> Mapping[str, Data | None]:
    """What those files say, by path, of which the record is not known ``before``."""
    wanted = {
        file.path: file.content
        for file in files
        if isinstance(file, SourceFile) and _is_document(file.name) and not _as_before(file, before)
    }
    return dict(zip(wanted, documents.read(list(wanted.values())), strict=True))


def _is_document(name: str) -> bool:
    return not is_paper(name) and not is_bulletin(name) and kind_of(name) is not None


def _as_before(file: SourceFile, before: Sources) -> bool:
    return file.path in before.records and before.contents.get(file.path) == file.content


def _take(
    file: SourceFile | Diagnostic, shelf: _Shelf, before: Sources, said: Mapping[str, Data | None]
) -> None:
    if isinstance(file, Diagnostic):
        shelf.problems.append(file)
        shelf.unread.append(file.place.path)
        return
    if is_paper(file.name):
        shelf.papers[file.path] = _seal(file)
        shelf.contents[file.path] = file.content
        return
    if is_bulletin(file.name):
        shelf.bulletins[file.path] = _bulletin(file)
        shelf.contents[file.path] = file.content
        return
    kind = kind_of(file.name)
    if kind is None:
        shelf.problems.append(_passed_over(file))
        shelf.passed[file.path] = file.content
        return
    record, problems = before.records.get(file.path), list[Diagnostic]()
    if not _as_before(file, before):
        record, problems = read_file(file, kind, said[file.path])
    if record is None:
        shelf.problems.extend(problems)
        shelf.unread.append(file.path)
        return
    shelf.contents[file.path] = file.content
    shelf.read[file.path] = record
    shelf.records.setdefault(kind.name, []).append((file.path, record))
    if kind.register is not None:
        shelf.registers[kind.name] = kind


def read_file(file: SourceFile, kind: Kind, said: Data | None = None) -> tuple[Any, list[Diagnostic]]:
    """The record of one file, None when it has a fault. ``said`` is what it says, if that is known."""
    document, problems = _document(file, said)
    if document is None:
        return None, problems
    record, problems = read_record(document, kind)
    elsewhere = _elsewhere(file, document) if record is None and kind is PLAN else None
    return record, [elsewhere] if elsewhere is not None else problems


def _document(file: SourceFile, said: Data | None) -> tuple[Document | None, list[Diagnostic]]:
    if said is not None:
        return Document(file.path, said, file.content), []
    return read_document(file.path, file.content)


def _elsewhere(file: SourceFile, document: Document) -> Diagnostic | None:
    from ledger.loading.astray import astray  # noqa: PLC0415 - most plans are plans

    return astray(file, document.data)


def _passed_over(file: SourceFile) -> Diagnostic:
    from ledger.loading.astray import passed_over  # noqa: PLC0415 - most files are read

    return passed_over(file)


def _bulletin(file: SourceFile) -> "Bulletin":
    from ledger.loading.bulletins import read_bulletin  # noqa: PLC0415 - where there is one

    return read_bulletin(file.content)


def _seal(file: SourceFile) -> str:
    try:
        text = file.content.decode("utf-8")
    except UnicodeDecodeError:
        return SealState.EDITED
    return seal_state(text, PurePosixPath(file.name).stem)


def _unique(shelf: _Shelf, kind: Kind, paths: dict[tuple[str, str], str]) -> list[Any]:
    """Of several files with one id, the one whose stem is the id counts, else the first by path."""
    by_id: dict[str, list[tuple[str, Any]]] = {}
    for path, record in shelf.records.get(kind.name, []):
        by_id.setdefault(record.id, []).append((path, record))
    kept = []
    for identifier, files in sorted(by_id.items()):
        files.sort(key=lambda f: (PurePosixPath(f[0]).stem != identifier, f[0]))
        (path, record), *others = files
        paths[(kind.name, identifier)] = path
        kept.append(record)
        shelf.problems.extend(_twin(identifier, other, path) for other, _ in others)
    return kept


def _twin(identifier: str, path: str, counted: str) -> Diagnostic:
    message = f"编号 {identifier} 已有另一个文件使用，本文件不计入"
    related = ((Place(counted), "计入的是这个文件"),)
    return Diagnostic(
        "P101", Severity.ERROR, message, Place(path), "改用不重复的编号，并使文件名与编号相同", related
    )


def _things(shelf: _Shelf, name: str, paths: dict[tuple[str, str], str]) -> Iterable[Any]:
    """What a register holds. Its file is known by ("name", ""), each thing of it by the thing's id."""
    kind = shelf.registers[name]
    if kind.register is not None and kind.register.folder:
        yield from _unique(shelf, kind, paths)
        return
    for path, register in shelf.records[name]:
        paths[(name, "")] = path
        for thing in getattr(register, name):
            paths[(name, thing.id)] = path
            yield thing
