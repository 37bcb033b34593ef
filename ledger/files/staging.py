"""What goes before the decision: is everything as it was read, what will change, and the new contents on the disk."""

from collections.abc import Mapping
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.files.durable import (
    digest,
    digest_of,
    make_folders,
    mode_of,
    patiently,
    refusing,
    sync_folder,
    token,
    write_new,
)
from ledger.files.journal import Journal, Step, inside
from ledger.files.state import State
from ledger.files.tree import shown

UNTOUCHED = "，台账没有改动"


def compare(ledger: Path, seen: Mapping[Path, str | None]) -> None:
    """Raises LedgerError when a file no longer has the digest it was read with."""
    for path, expected in seen.items():
        with refusing(path, UNTOUCHED):
            now = digest_of(path)
        if now != expected:
            done = "改动过" if expected is not None else "建立"
            raise LedgerError(f"{_shown(ledger, path)} 在读取之后被{done}，没有写入任何文件；请重新运行")


def draw_up(ledger: Path, new: Mapping[Path, bytes]) -> Journal:
    """The journal of writing ``new``; raises LedgerError for what is not a file of this ledger."""
    steps = []
    for path in sorted(new):
        try:
            name = path.relative_to(ledger).as_posix()
            inside(ledger, name)
        except ValueError as error:
            raise LedgerError(f"不能写 {_shown(ledger, path)}：{shown(str(error))}{UNTOUCHED}") from None
        with refusing(path, UNTOUCHED):
            steps.append(Step(name, digest_of(path), digest(new[path])))
    return Journal(token(), tuple(steps))


def announce(state: State, journal: Journal) -> None:
    """Say on the disk which files are about to be staged, so that a kill leaves none that nobody knows of."""
    draft = state.staging.with_suffix(".tmp")
    with refusing(state.folder, UNTOUCHED):
        draft.unlink(missing_ok=True)
        write_new(draft, journal.dump())
        patiently(lambda: draft.replace(state.staging))
        sync_folder(state.folder)


def stage(state: State, journal: Journal, new: Mapping[Path, bytes]) -> None:
    """Write every new content beside its file, down to the disk."""
    for _, target, staged in journal.places(state.ledger):
        with refusing(target, UNTOUCHED):
            make_folders(target.parent)
            write_new(staged, new[target], mode_of(target))
    for folder in {target.parent for target in new}:
        with refusing(folder, UNTOUCHED):
            sync_folder(folder)


def _shown(ledger: Path, path: Path) -> str:
    return shown(path.relative_to(ledger).as_posix() if path.is_relative_to(ledger) else str(path))
