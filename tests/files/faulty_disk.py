"""A small ledger, one write of it, and a disk that fails or a process that dies at a chosen moment of it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from ledger.files.state import OWN_NAME
from ledger.files.store import writing
from ledger.files.writes import WriteSet

OLD = {"ledger.yaml": b"name: old\n", "2017/a.yaml": b"id: a\n", "2017/b.yaml": b"id: b\n"}
NEW = {
    **OLD,
    "2017/a.yaml": b"id: a\nlog: []\n",
    "2017/b.yaml": b"id: b2\n",
    "slips/2017/TS-1.yaml": b"id: 1\n",
}
CALLS = ("open", "fdopen", "replace", "fsync", "unlink", "mkdir", "chmod")


class Killed(BaseException):
    """The process is gone: nothing that it would have done afterwards happens."""


def make(folder: Path) -> Path:
    for name, content in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def planned(folder: Path) -> WriteSet:
    writes = WriteSet()
    writes.expect(folder / "ledger.yaml", OLD["ledger.yaml"])
    for name in ("2017/a.yaml", "2017/b.yaml"):
        writes.edit(folder / name, OLD[name], NEW[name])
    writes.create(folder / "slips/2017/TS-1.yaml", NEW["slips/2017/TS-1.yaml"])
    return writes


def write(folder: Path) -> None:
    with writing(folder) as store:
        planned(folder).apply(store)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file but those of the state, the hidden ones too: litter shows."""
    files = (path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in files}
    return {n: p.read_bytes() for n, p in names.items() if not n.startswith((OWN_NAME + "/", ".git/"))}


def visible(folder: Path) -> dict[str, bytes]:
    """The files that a reader of the ledger reads."""
    return {name: content for name, content in tree(folder).items() if "/." not in f"/{name}"}


@contextmanager
def before_every_call(hook: Callable[[int, str, tuple[Any, ...]], None]) -> Iterator[list[str]]:
    """Call ``hook(n, name, arguments)`` before the n-th time that a name or a byte is about to change on the disk."""
    made: list[str] = []

    def patched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            made.append(name)
            hook(len(made), name, args)
            return real(*args, **options)

        return call

    with mock.patch.multiple(os, **{name: patched(name, getattr(os, name)) for name in CALLS}):
        yield made


def cut_short(folder: Path, renamed: int = 0) -> None:
    """Write, and be killed when ``renamed`` files have taken their place."""
    left = renamed

    def hook(_: int, name: str, args: tuple[Any, ...]) -> None:
        nonlocal left
        if (
            name == "replace"
            and Path(args[0]).name.startswith(".ledger-")
            and Path(args[1]).suffix == ".yaml"
        ):
            left -= 1
        if left < 0:
            raise Killed

    try:
        with before_every_call(hook):
            write(folder)
    except Killed:
        return
    raise AssertionError("nobody was killed")
