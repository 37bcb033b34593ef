"""New things of registers → the contents of files; and what the rules find there, told at the rows that they come from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ledger.actions.importing.blame import pointers_in
from ledger.actions.importing.fates import Outcome
from ledger.actions.importing.home import Home
from ledger.actions.importing.new_plan import file_text, must_name_a_file
from ledger.actions.importing.thing_fates import ThingFate, ordered
from ledger.base.diagnostics import Diagnostic, Pointer
from ledger.base.errors import LedgerError
from ledger.files.folder import SUFFIX
from ledger.files.scalars import Value
from ledger.files.splice import append
from ledger.files.tails import Tail
from ledger.loading.kinds import register_kind
from ledger.model.register import Register


def thing_files(fates: Iterable[ThingFate], home: Home) -> dict[str, bytes]:
    """By name from the ledger's folder: a file for each new thing of a folder, one tail for each list that grows.

    Raises LedgerError where a file is in the way or cannot be spliced.
    """
    files, tails = dict[str, bytes](), dict[str, dict[tuple[Pointer, str], list[Mapping[str, Value]]]]()
    for fate in (fate for fate in fates if fate.outcome is Outcome.NEW):
        table = fate.row.table
        name, fields = name_of(fate, home), ordered(table, fate.data)
        if table.register.folder and not table.key:
            _must_be_free(name, home)
            files[name] = file_text(fields, register_kind(table.register.name), name, home.folder).encode()
        else:
            pointer = fate.owner.pointer if fate.owner else ()
            tails.setdefault(name, {}).setdefault((pointer, table.key or table.register.name), []).append(
                fields
            )
    for name, lists in tails.items():
        files[name] = _grown(name, lists, home)
    return files


def _grown(
    name: str, lists: Mapping[tuple[Pointer, str], Sequence[Mapping[str, Value]]], home: Home
) -> bytes:
    before = home.contents.get(home.prefix + name)
    if before is not None:
        return append(before, [Tail(owner, rows, key, apart=True) for (owner, key), rows in lists.items()])
    _must_be_free(name, home)
    fields: dict[str, Value] = {key: [dict(row) for row in rows] for (_, key), rows in lists.items()}
    ((_, key),) = lists
    return file_text(fields, register_kind(key), name, home.folder).encode()


def _must_be_free(name: str, home: Home) -> None:
    twin = next((p for p in home.contents if home.name(p).casefold() == name.casefold()), None)
    if twin is not None:
        raise LedgerError(f"{twin} 与 {name} 在 Windows、macOS 上是同一个文件；改用不同的编号")
    if (home.folder / name).exists():
        raise LedgerError(f"{name} 已经有了，没有读入；先按 ledger check 改好那个文件")


def name_of(fate: ThingFate, home: Home) -> str:
    """The file that a new thing goes into."""
    if fate.owner is not None:
        return home.name(fate.owner.path)
    register = fate.row.table.register
    if register.folder:
        must_name_a_file(fate.row.id)
        return f"{register.name}/{fate.row.id}{SUFFIX}"
    return _file(register, home)


def _file(register: Register[Any], home: Home) -> str:
    path = home.ledger.paths.get((register.name, ""))
    return home.name(path) if path else register.file


def things_blamed(
    findings: Iterable[Diagnostic],
    fates: Sequence[ThingFate],
    contents: Mapping[str, bytes],
    home: Home,
) -> tuple[list[ThingFate], list[Diagnostic]]:
    """The fates with what was found in them, and the other findings as they are; ``contents`` by the paths of findings."""
    rows = {(home.prefix + name, pointer): n for name, pointer, n in _written(fates, home)}
    more: dict[int, list[Diagnostic]] = {}
    rest, read = list[Diagnostic](), dict[str, dict[tuple[int, int], Pointer]]()
    for found in findings:
        path = found.place.path
        if path not in contents:
            rest.append(found)
            continue
        pointers = read.setdefault(path, pointers_in(contents[path]) if path not in read else {})
        pointer = pointers.get((found.place.line, found.place.column), ())
        at = next((pointer[:n] for n in range(len(pointer), -1, -1) if (path, pointer[:n]) in rows), None)
        if at is None:
            rest.append(found)
            continue
        number = rows[path, at]
        key = ".".join(step for step in pointer[len(at) :] if isinstance(step, str))
        more.setdefault(number, []).append(replace(found, place=fates[number].row.place(key), fix=None))
    told = [replace(f, faults=(*f.faults, *more[n])) if n in more else f for n, f in enumerate(fates)]
    return told, rest


def _written(fates: Sequence[ThingFate], home: Home) -> Iterator[tuple[str, Pointer, int]]:
    """In which file and where in it each new thing stands."""
    counts: dict[tuple[str, Pointer], int] = {}
    for number, fate in enumerate(fates):
        if fate.outcome is not Outcome.NEW:
            continue
        table, name = fate.row.table, name_of(fate, home)
        if table.register.folder and not table.key:
            yield name, (), number
            continue
        owner = fate.owner.pointer if fate.owner else ()
        there = getattr(fate.owner.record, table.key) if fate.owner else home.ledger.of(table.register)
        key = table.key or table.register.name
        place = (name, (*owner, key))
        n = counts.setdefault(place, len(there))
        counts[place] += 1
        yield name, (*owner, key, n), number
