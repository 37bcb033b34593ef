"""Which new entries an error of a rule is about: it names lines, and each entry has its own."""

from collections.abc import Iterable, Iterator, Mapping

from ledger.actions.recording import Addition
from ledger.base.diagnostics import Diagnostic, Pointer
from ledger.files.document import read_document
from ledger.files.scalars import Value

_Line = tuple[str, int]


def to_blame(
    errors: Iterable[Diagnostic], additions: Mapping[int, Addition], changed: Mapping[str, bytes]
) -> dict[int, Diagnostic]:
    """By the key of the addition the error for which its entry cannot stand; what an error says beside its own place counts, too.

    An error at an older entry of a log was brought about by the new ones of the same log: a second 启动, dated before it.
    ``changed`` are the files with the entries in them. Several entries of one log stand in the order of ``additions``.
    """
    errors = list(errors)
    lines, logs = _lines(additions, changed) if errors else ({}, {})
    blamed: dict[int, Diagnostic] = {}
    for error in errors:
        places = [(place.path, place.line) for place in (error.place, *(place for place, _ in error.related))]
        own = [lines[place] for place in places if place in lines]
        for key in own or [key for place in places for key in logs.get(place, ())]:
            blamed.setdefault(key, error)
    return blamed


def objection(error: Diagnostic) -> str:
    """Why the entry cannot stand, for the row that asks for it."""
    return f"记下就通不过 {error.code}：{error.message}"


def _lines(
    additions: Mapping[int, Addition], changed: Mapping[str, bytes]
) -> tuple[dict[_Line, int], dict[_Line, list[int]]]:
    """Every line of a new entry → the key of its addition; every line of a log and of what it is about → all its keys."""
    documents = {path: read_document(path, content, positions=True)[0] for path, content in changed.items()}
    numbers: dict[str, int] = {}
    lines: dict[_Line, int] = {}
    logs: dict[_Line, list[int]] = {}
    for key, added in additions.items():
        log, document = added.target.log, documents[added.target.log.path]
        if document is None:
            continue
        number = numbers.setdefault(added.ref, len(log.entries))
        numbers[added.ref] += 1
        for pointer in _pointers((*log.pointer, "log", number), dict(added.fields)):
            lines[log.path, document.place(pointer).line] = key
        first, last = (document.place((*log.pointer, "log", n)).line for n in (0, number))
        for line in (document.place(log.pointer).line, *range(first, last)):
            logs.setdefault((log.path, line), []).append(key)
    return lines, logs


def _pointers(at: Pointer, value: Value) -> Iterator[Pointer]:
    yield at
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _pointers((*at, key), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _pointers((*at, number), inner)
