"""Discovery: one file more is one thing more, and a file of the wrong kind shows at once."""

from collections.abc import Iterator
from pathlib import Path
from sys import modules as loaded

import pytest

from ledger.base.registry import discover, modules


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
def test_a_module_without_the_attribute_is_passed_over() -> None:
    assert discover("shelf_of_rules", "RULE", str) == ["a", "b"]


def test_an_object_of_another_type_is_refused_by_name(package: Path) -> None:
    (package / "c_wrong.py").write_text("RULE = 3")
    with pytest.raises(TypeError, match=r"shelf_of_rules\.c_wrong\.RULE is no str"):
        discover("shelf_of_rules", "RULE", str)
