"""Every safe fix of the findings made in the files, and what the rules find afterwards."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ledger.base.diagnostics import Diagnostic, Fix
from ledger.base.errors import LedgerError
from ledger.checks.run import check
from ledger.files.replacing import replaced
from ledger.files.tree import Overlay, SourceFile, WorkTree
from ledger.loading.load import load
from ledger.loading.sources import Sources

MOST_ROUNDS = 100
"""A file that was not read shows what is wrong behind its dates only once they are mended; each round mends more."""


@dataclass
class Fixing:
    """``old`` and ``new`` hold the files that change, by their name from the ledger's folder.

    ``made`` counts the fixes of each file by its path; ``left`` says why a file was left alone.
    """

    sources: Sources
    findings: Sequence[Diagnostic]
    old: dict[str, bytes] = field(default_factory=dict)
    new: dict[str, bytes] = field(default_factory=dict)
    made: Counter[str] = field(default_factory=Counter)
    left: dict[str, str] = field(default_factory=dict)

    def leave(self, file: SourceFile, why: str) -> None:
        """The file stays as it was, with all its fixes undone."""
        self.new.pop(file.name, None)
        self.made.pop(file.path, None)
        self.left[file.path] = why


def fixing(tree: WorkTree, sources: Sources, findings: Sequence[Diagnostic], day: date) -> Fixing:
    """What the files would be with every fix of ``findings`` made, and those that come to light by it.

    A file of which a fix cannot be proven right, or that could be read and afterwards cannot, stays as it is.
    Raises LedgerError when a file has gone since it was read.
    """
    done = Fixing(sources, findings)
    files: dict[str, SourceFile] = {}
    for _ in range(MOST_ROUNDS):
        wanted = _by_file(done)
        if not wanted:
            break
        files = files or {f.path: f for f in tree.files() if isinstance(f, SourceFile)}
        gone = sorted(wanted.keys() - files.keys())
        if gone:
            raise LedgerError(f"{gone[0]} 在读取期间被移走，没有写入任何文件；请重新运行")
        for path, fixes in wanted.items():
            _fix(done, files[path], fixes)
        _read_back(done, tree, files, day)
    done.old = {f.name: f.content for f in files.values() if f.name in done.new}
    return done


def _by_file(done: Fixing) -> dict[str, list[Fix]]:
    fixes: dict[str, list[Fix]] = {}
    for found in done.findings:
        if found.fix is not None and found.fix.place.path not in done.left:
            fixes.setdefault(found.fix.place.path, []).append(found.fix)
    return fixes


def _fix(done: Fixing, file: SourceFile, fixes: Sequence[Fix]) -> None:
    try:
        done.new[file.name] = replaced(done.new.get(file.name, file.content), fixes)
    except LedgerError as error:
        done.leave(file, str(error))
    else:
        done.made[file.path] += len(fixes)


def _read_back(done: Fixing, tree: WorkTree, files: Mapping[str, SourceFile], day: date) -> None:
    ledger, sources = load(Overlay(tree, done.new), done.sources)
    lost = set(sources.unread) - set(done.sources.unread)
    for path in sorted(lost & files.keys()):
        done.leave(files[path], "改后读不通，没有改动；请手工改")
    if lost:
        ledger, sources = load(Overlay(tree, done.new), done.sources)
    done.sources, done.findings = sources, check(ledger, sources, day)
