"""A journal that was damaged or planted is refused before anything is touched."""

import json
from pathlib import Path
from typing import Any

import pytest
from faulty_disk import OLD, make, tree

from ledger.base.errors import LedgerError
from ledger.files.durable import digest, staged_name
from ledger.files.journal import Journal, Step, read_journal
from ledger.files.recovery import read_whole, recover
from ledger.files.state import State, generation, state_of
from ledger.files.store import writing

ID = "0123456789abcdef" * 2
STEP = {"path": "2017/a.yaml", "old": digest(OLD["2017/a.yaml"]), "new": digest(b"new\n")}


def planted(folder: Path, content: bytes, name: str = "journal") -> State:
    state = state_of(make(folder))
    state.make()
    {"journal": state.journal, "staging": state.staging}[name].write_bytes(content)
    return state


def test_it_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    steps = (Step("2017/改革.yaml", None, "a" * 64), Step("odd\udcff/b.yaml", "b" * 64, "c" * 64))
    state = planted(tmp_path, Journal(ID, steps).dump())
    assert read_journal(state.journal, tmp_path) == Journal(ID, steps)
    state.journal.rename(state.last)
    assert generation(tmp_path) == ID


def test_a_journal_that_is_right_is_carried_out(tmp_path: Path) -> None:
    planted(tmp_path, json.dumps({"id": ID, "steps": [STEP]}).encode())
    (tmp_path / "2017" / staged_name(ID, 0)).write_bytes(b"new\n")
    recover(tmp_path)
    assert tree(tmp_path) == {**OLD, "2017/a.yaml": b"new\n"}


PATHS: list[Any] = [
    "../victim.yaml",
    "2017/../../victim.yaml",
    "/etc/hostname",
    "//victim.yaml",
    "./2017/a.yaml",
    "2017//a.yaml",
    "2017/a.yaml/",
    "2017/.",
    ".git/hooks/pre-commit",
    "2017/.hidden.yaml",
    ".ledger/lock",
    "out/victim.yaml",
    "link.yaml",
    "a\0b",
    "",
    ".",
    None,
    7,
    ["2017/a.yaml"],
]
JOURNALS: list[bytes] = [
    b"",
    b"{",
    b"null",
    b"[]",
    b"7",
    b'"text"',
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"id": "x", "steps": []}',
    *(
        json.dumps(document).encode()
        for document in (
            {"id": ID},
            {"steps": [STEP]},
            {"id": ID, "steps": []},
            {"id": ID, "steps": {}},
            {"id": ID, "steps": [STEP, STEP]},
            {"id": ID, "steps": [None]},
            {"id": ID, "steps": [{"path": "2017/a.yaml"}]},
            {"id": "../../x", "steps": [STEP]},
            {"id": ID + "\n", "steps": [STEP]},
            {"id": ID.upper(), "steps": [STEP]},
            {"id": 7, "steps": [STEP]},
            {"id": ID, "steps": [{**STEP, "new": None}]},
            {"id": ID, "steps": [{**STEP, "new": "abc"}]},
            {"id": ID, "steps": [{**STEP, "old": 7}]},
            *({"id": ID, "steps": [STEP, {**STEP, "path": path}]} for path in PATHS),
        )
    ),
]


@pytest.mark.parametrize("content", JOURNALS, ids=range(len(JOURNALS)))
@pytest.mark.parametrize("name", ["journal", "staging"])
def test_a_journal_that_is_not_ours_is_refused_and_nothing_is_touched(
    tmp_path: Path, content: bytes, name: str
) -> None:
    folder = tmp_path / "ledger"
    state = planted(folder, content, name)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/victim.yaml").write_bytes(b"victim\n")
    (folder / "out").symlink_to(tmp_path / "outside")
    (folder / "link.yaml").symlink_to(tmp_path / "outside/victim.yaml")
    for place in (folder, folder / "2017", tmp_path, tmp_path / "outside"):
        for number in range(2):
            (place / staged_name(ID, number)).write_bytes(b"new\n")
    before = tree(tmp_path)
    said = r"已损坏（.*），没有改动任何文件；请用 git status 核对台账，再删去 .*json$"
    with pytest.raises(LedgerError, match=said), writing(folder):
        pass
    if name == "journal":
        with pytest.raises(LedgerError, match="已损坏"):
            recover(folder)
    else:  # undecided: readers need not care
        assert read_whole(folder, (folder / "ledger.yaml").read_bytes) == OLD["ledger.yaml"]
    before.pop("ledger/.ledger/lock", None)
    after = tree(tmp_path)
    after.pop("ledger/.ledger/lock", None)
    assert after == before
    assert (state.journal.exists(), state.staging.exists()) == (name == "journal", name == "staging")
