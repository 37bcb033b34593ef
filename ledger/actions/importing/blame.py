"""What the rules find in the files that an import would leave, told at the cells that it comes from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ledger.actions.importing.fates import ItemFate, Outcome, PartFate, PlanFate
from ledger.base.diagnostics import Diagnostic, Place, Pointer
from ledger.files.composition import compose

_Row = PartFate | ItemFate


def blamed(
    findings: Iterable[Diagnostic], fates: Sequence[PlanFate], contents: Mapping[str, bytes]
) -> tuple[list[PlanFate], list[Diagnostic]]:
    """The fates with the findings that are about their rows, and the other findings as they are.

    ``contents`` are those of the new files, by the path that findings name.
    """
    by_path: dict[str, list[Diagnostic]] = {}
    for found in findings:
        by_path.setdefault(found.place.path, []).append(found)
    told = []
    for fate in fates:
        source = contents.get(fate.path)
        mine = by_path.pop(fate.path, []) if source is not None else []
        kept, rest = _of_rows(fate, mine, source or b"")
        by_path[fate.path] = rest
        told.append(kept)
    return told, sorted((d for rest in by_path.values() for d in rest), key=lambda d: d.sort_key)


def _of_rows(
    fate: PlanFate, findings: Sequence[Diagnostic], source: bytes
) -> tuple[PlanFate, list[Diagnostic]]:
    if not findings:
        return fate, []
    rows, pointers = _written(fate), pointers_in(source)
    more: dict[int, list[Diagnostic]] = {}
    rest = []
    for found in findings:
        pointer = pointers.get((found.place.line, found.place.column), ())
        row = rows.get(pointer[:2])
        if row is None:
            rest.append(found)
        else:
            at = _cell(row, pointer[2:])
            more.setdefault(id(row), []).append(replace(found, place=at, fix=None))
    return replace(
        fate,
        parts=tuple(replace(p, faults=(*p.faults, *more.get(id(p), ()))) for p in fate.parts),
        items=tuple(replace(i, faults=(*i.faults, *more.get(id(i), ()))) for i in fate.items),
    ), rest


def _written(fate: PlanFate) -> dict[Pointer, _Row]:
    """Where in the new file each row stands that brings something."""
    plan = fate.plan
    found: dict[Pointer, _Row] = {}
    new_parts = [p for p in fate.parts if p.outcome is Outcome.NEW]
    new_items = [i for i in fate.items if i.outcome is Outcome.NEW]
    found |= {("parts", n): p for n, p in enumerate(new_parts, len(plan.parts) if plan else 0)}
    found |= {("items", n): i for n, i in enumerate(new_items, len(plan.items) if plan else 0)}
    changed = (i for i in fate.items if i.outcome is Outcome.ENTRIES)
    return found | {("items", i.number): i for i in changed if i.number is not None}


def pointers_in(source: bytes) -> dict[tuple[int, int], Pointer]:
    """What stands at a line and a column, from 1; of several things that begin there the outermost."""
    read = compose(source, positions=True)
    found: dict[tuple[int, int], Pointer] = {}
    for spans in (read.keys, read.values):
        for pointer, (line, column, _) in spans.items():
            known = found.get((line + 1, column + 1))
            if known is None or len(pointer) < len(known):
                found[line + 1, column + 1] = pointer
    return found


def _cell(row: _Row, inner: Pointer) -> Place:
    """The cell that the innermost key was read from, else the row's."""
    if isinstance(row, PartFate):
        return row.draft.place
    keys = [key for key in reversed(inner) if isinstance(key, str)]
    return next((row.draft.places[key] for key in keys if key in row.draft.places), row.draft.place)
