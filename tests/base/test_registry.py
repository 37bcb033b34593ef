"""Discovery: one file more is one thing more, and a file of the wrong kind shows at once."""

from collections.abc import Iterator
from pathlib import Path
from sys import modules as loaded

import pytest

from ledger.base.registry import Shelf, modules


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "shelf_of_rules"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "b_second.py").write_text("RULE = 'b'")
    (folder / "a_first.py").write_text("RULE = 'a'")
    (folder / "helper.py").write_text("OTHER = 1")
    (folder / "inner").mkdir()
    (folder / "inner" / "__init__.py").write_text("RULE = 'inner'")
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    for name in [n for n in loaded if n.startswith("shelf_of_rules")]:
        del loaded[name]


@pytest.mark.usefixtures("package")
def test_modules_come_in_name_order_without_packages() -> None:
    assert [m.__name__ for m in modules("shelf_of_rules")] == [
        "shelf_of_rules.a_first", "shelf_of_rules.b_second", "shelf_of_rules.helper",
    ]  # fmt: skip


@pytest.mark.usefixtures("package")
def test_a_shelf_knows_its_names_and_imports_only_what_is_taken() -> None:
    shelf = Shelf("shelf_of_rules", "RULE", str)
    assert list(shelf) == ["a_first", "b_second", "helper"]
    assert "a_first" in shelf
    assert "inner" not in shelf
    assert shelf["b_second"] == "b"
    assert "shelf_of_rules.b_second" in loaded
    assert "shelf_of_rules.a_first" not in loaded


@pytest.mark.usefixtures("package")
def test_a_name_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Shelf("shelf_of_rules", "RULE", str)["c_third"]


def test_an_object_missing_or_of_another_type_is_refused_by_name(package: Path) -> None:
    (package / "c_wrong.py").write_text("RULE = 3")
    shelf = Shelf("shelf_of_rules", "RULE", str)
    for name in ("c_wrong", "helper"):
        with pytest.raises(TypeError, match=rf"shelf_of_rules\.{name}\.RULE is no str"):
            shelf[name]
