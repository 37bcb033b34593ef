"""Every file of a ledger in the one layout; what cannot be laid out without a doubt stays as it is."""

from collections.abc import Collection
from dataclasses import dataclass, field

from ledger.base.diagnostics import Diagnostic, Pointer
from ledger.base.errors import LedgerError
from ledger.checks.allowances import addressed_lines
from ledger.files.composer import compose
from ledger.files.document import read_document
from ledger.files.formatting import formatted
from ledger.files.tree import SUFFIX, SourceFile, WorkTree
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
    elif _allowed(result) != _allowed(file.content):
        done.left[file.path] = "有放行的注释，整理后对不上原来的那一行，没有改动；请手工整理"
    else:
        done.old[file.name], done.new[file.name] = file.content, result


def _allowed(source: bytes) -> list[tuple[str, bool, list[Pointer]]]:
    """What each comment that allows something says, whether it speaks of the whole file, and what its lines hold."""
    said = [(words, lines) for _, lines, words in addressed_lines("", source)]
    if not said:
        return []
    composition = compose(source, positions=True)
    spans = {*composition.keys.items(), *composition.values.items()}
    return sorted(
        (words, 1 in lines, sorted({p for p, (line, _, _) in spans if line + 1 in lines}, key=str))
        for words, lines in said
    )
