"""What a commit holds, by git's own ids: one listing, one answer for all sizes, one for all contents."""

from collections.abc import Iterator
from pathlib import Path

from ledger.base.errors import LedgerError
from ledger.files.git import git
from ledger.files.witness import witness


def listing(at: Path, commit: str, prefix: str = "") -> list[tuple[str, str, str]]:
    """Mode, object id and path of every file below ``prefix``, in the order in which a walk of the work tree meets them."""
    paths = (prefix.rstrip("/"),) if prefix else ()
    done = git(at, "--literal-pathspecs", "ls-tree", "-r", "-z", commit, "--", *paths, lasting=True)
    if done.returncode:
        raise _damaged(commit)
    rows = []
    for line in done.stdout.split(b"\0"):
        head, _, raw = line.partition(b"\t")
        if raw:
            mode, _, oid = head.decode().split()
            rows.append((mode, oid, raw.decode("utf-8", "surrogateescape")))
    return sorted(rows, key=lambda row: row[2].split("/"))


def sizes(at: Path, oids: list[str]) -> list[int]:
    """Bytes of each object."""
    if not oids:
        return []
    lines = _batch(at, "--batch-check", oids).splitlines()
    return [_size(line, oid) for line, oid in zip(lines, oids, strict=True)]


def contents(at: Path, oids: list[str]) -> Iterator[bytes]:
    """Each object's bytes."""
    if not oids:
        return
    output, position = _batch(at, "--batch", oids), 0
    for oid in oids:
        end = output.find(b"\n", position)
        size = _size(output[position:end], oid)
        yield output[end + 1 : end + 1 + size]
        position = end + 1 + size + 1


def _batch(at: Path, how: str, oids: list[str]) -> bytes:
    done = git(at, "cat-file", how, feed="".join(f"{oid}\n" for oid in oids).encode(), lasting=True)
    if done.returncode:
        raise _damaged(oids[0])
    return done.stdout


def _size(line: bytes, oid: str) -> int:
    fields = line.split()
    if len(fields) != 3:  # "<oid> missing"
        raise _damaged(oid)
    return int(fields[2])


def _damaged(oid: str) -> LedgerError:
    witness().disturbed()
    return LedgerError(f"git 仓库里缺对象 {oid[:12]} 或对象已损坏；用 git fsck 检查，再从远端重新取来")
