"""Every file of a ledger in the one layout; what cannot be laid out without a doubt stays as it is."""

from collections.abc import Collection
from dataclasses import dataclass, field

from ledger.base.diagnostics import Diagnostic, Pointer
from ledger.base.errors import LedgerError
from ledger.checks.allowances import addressed_lines
from ledger.files.composition import compose
from ledger.files.document import read_document
from ledger.files.folder import SUFFIX
from ledger.files.formatting import formatted
from ledger.files.tree import SourceFile, WorkTree
from ledger.loading.key_order import key_order
from ledger.loading.kinds import kind_of


@dataclass
class LayingOut:
    """``old`` and ``new`` hold the files that change, by their name from the ledger's folder.

    ``tidy`` counts those that need no change, ``faults`` say why a file could not be read, ``left`` by path why one
    that was read is left alone.
    """

    old: dict[str, bytes] = field(default_factory=dict)
    new: dict[str, bytes] = field(default_factory=dict)
    tidy: int = 0
    faults: list[Diagnostic] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)


def laying_out(tree: WorkTree, names: Collection[str] = ()) -> LayingOut:
    """Of the files of these ``names`` from the ledger's folder, or of all, what they would be.

    Papers and bulletins are no YAML, and files of kinds that this version does not read are not ours to judge: who
    names one is told.
    """
    done, wanted = LayingOut(), set(names)
    for file in tree.files():
        name = file.name if isinstance(file, SourceFile) else file.place.path.removeprefix(tree.prefix)
        if names and name not in names:
            continue
        if isinstance(file, Diagnostic):
            done.faults.append(file)
        elif name.endswith(SUFFIX) and kind_of(name) is not None:
            _lay_out(done, file)
        else:
            continue
        wanted.discard(name)
    done.left |= {tree.prefix + name: "它不是这个版本的台账读取的文件" for name in wanted}
    return done


def _lay_out(done: LayingOut, file: SourceFile) -> None:
    document, faults = read_document(file.path, file.content)
    kind = kind_of(file.name)
    if document is None or kind is None:
        done.faults += faults
        return
    try:
        result = formatted(file.content, key_order(kind))
    except LedgerError as error:
        done.left[file.path] = str(error)
        return
    if result == file.content:
        done.tidy += 1
        return
    strayed = _strayed(file.content, result)
    if strayed:
        done.left[file.path] = (
            f"第 {strayed} 行放行的注释整理后对不上原来的那一行，没有改动；请把它写到所放行那一行的末尾，再整理"
        )
    else:
        done.old[file.name], done.new[file.name] = file.content, result


def _strayed(before: bytes, after: bytes) -> int | None:
    """The line of the first comment that would no longer allow what it allows."""
    found = [said for _, said in _allowed(after)]
    return next((line for line, said in _allowed(before) if said not in found), None)


def _allowed(source: bytes) -> list[tuple[int, tuple[str, bool, frozenset[Pointer]]]]:
    """Of each comment that allows something its line, and what it says, whether of the whole file, and of which values."""
    said = list(addressed_lines("", source))
    if not said:
        return []
    composition = compose(source, positions=True)
    keys, values = composition.keys, composition.values
    holders = {
        pointer[:-1] for pointer in values if pointer
    } & keys.keys()  # shown at their keys, wherever they begin
    spans = [*keys.items(), *((p, span) for p, span in values.items() if p not in holders)]
    return [
        (place.line, (words, 1 in lines, frozenset(p for p, (line, _, _) in spans if line + 1 in lines)))
        for place, lines, words in said
    ]
