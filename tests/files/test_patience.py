"""Windows renames nothing over a file that somebody has open; a moment later it does."""

from pathlib import Path
from unittest import mock

import pytest
from faulty_disk import NEW, OLD, make, tree, visible, write

from ledger.base.errors import LedgerError
from ledger.files import durable


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable, "WINDOWS", True)
    monkeypatch.setattr(durable, "_POLL", 0.001)
    monkeypatch.setattr(durable, "PATIENCE", 0.05)


def held(times: int) -> mock._patch:
    """Every file is open for the first ``times`` that something is renamed over it."""
    real, asked = Path.replace, dict[str, int]()

    def replace(self: Path, target: Path) -> Path:
        asked[str(target)] = asked.get(str(target), 0) + 1
        if asked[str(target)] <= times:
            raise PermissionError(13, "被另一个程序占用")
        return real(self, target)

    return mock.patch.object(Path, "replace", replace)


@pytest.mark.usefixtures("windows")
def test_a_file_that_is_open_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    ledger = make(tmp_path)
    with held(3):
        write(ledger)
    assert tree(ledger) == NEW


@pytest.mark.usefixtures("windows")
def test_one_that_stays_open_leaves_a_ledger_that_the_next_run_finishes_or_the_old_one(
    tmp_path: Path,
) -> None:
    ledger = make(tmp_path)
    with held(10**6), pytest.raises(LedgerError, match="被另一个程序占用"):
        write(ledger)
    assert visible(ledger) == OLD
    write(ledger)
    assert tree(ledger) == NEW


def test_elsewhere_a_refusal_is_final(tmp_path: Path) -> None:
    ledger = make(tmp_path)
    with held(1), pytest.raises(LedgerError):
        write(ledger)
    assert visible(ledger) == OLD


@pytest.mark.usefixtures("windows")
def test_no_folder_is_opened_there(tmp_path: Path) -> None:
    with mock.patch.object(durable.os, "open", side_effect=PermissionError):
        durable.sync_folder(tmp_path)
