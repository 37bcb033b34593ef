"""Git's own three-way merge of one file's text: ``git merge-file``, on copies, nothing written in the repository."""

from pathlib import Path
from tempfile import TemporaryDirectory

from ledger.base.errors import LedgerError
from ledger.files.git import git

_NAMES = ("ours", "base", "theirs")


def merge_text(at: Path, ours: bytes, base: bytes, theirs: bytes) -> tuple[bytes, bool]:
    """The merged text, and whether it has no conflict; conflicts are marked as the repository ``at`` wants it.

    Raises LedgerError for what git takes for no text.
    """
    with TemporaryDirectory(prefix="ledger-merge-") as folder:
        for name, content in zip(_NAMES, (ours, base, theirs), strict=True):
            (Path(folder) / name).write_bytes(content)
        labels = [word for name in _NAMES for word in ("-L", name)]
        done = git(at, "merge-file", "-p", *labels, *(str(Path(folder) / name) for name in _NAMES))
    if done.returncode > 127:  # up to that it counts conflicts
        raise LedgerError("git 认为这不是文本，不能合并；请从两个版本里选一个")
    return done.stdout, done.returncode == 0
