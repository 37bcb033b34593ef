"""A ledger whose bulletin of September has landed, for every file that does not prepare one of its own."""

import shutil
from pathlib import Path

import pytest
from bulletin_ledger import published


@pytest.fixture(scope="session")
def published_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Not to be changed."""
    return published(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="module")
def prepared(published_ledger: Path) -> Path:
    return published_ledger


@pytest.fixture
def ledger(prepared: Path, tmp_path: Path) -> Path:
    """A copy of what the file prepared."""
    return shutil.copytree(prepared, tmp_path / "ledger", symlinks=True)
