"""Bulletins are read only to see whether a past one was altered: they never trouble ``check``."""

from datetime import date
from pathlib import Path

import pytest

from ledger.checks.run import check
from ledger.files.bulletin_markers import joined
from ledger.files.bulletin_text import Prose, Region
from ledger.files.folder import is_bulletin
from ledger.files.tree import WorkTree
from ledger.loading.load import load
from ledger.loading.sources import Sources
from ledger.model.bulletins import Bulletin
from ledger.model.ledger import Ledger


def _load(folder: Path, **bulletins: bytes) -> tuple[Ledger, Sources]:
    (folder / "ledger.yaml").write_text("name: 试例\n", "utf-8")
    (folder / "units.yaml").write_text("units: [{id: 甲局}]\n", "utf-8")
    (folder / "bulletins").mkdir()
    for name, content in bulletins.items():
        (folder / "bulletins" / f"{name}.md").write_bytes(content)
    return load(WorkTree(folder))


def test_what_is_kept_of_a_bulletin_made_by_hand(tmp_path: Path) -> None:
    text = "完成率 64.3%\n更正：应为 64.6%，更正两次的只算一行\n\n附：更正说明\n".encode()
    ledger, sources = _load(tmp_path, **{"2017-09": text, "2017-10": b"\xff\xfe\n", "2017-11": b""})
    assert ledger.bulletins == {
        "bulletins/2017-09.md": Bulletin("", {}, (text.decode().removesuffix("\n"),), 2),
        "bulletins/2017-10.md": Bulletin("", {}, ("\ufffd\ufffd",), 0),
        "bulletins/2017-11.md": Bulletin("", {}, (), 0),
    }
    assert sources.contents["bulletins/2017-09.md"] == text
    assert ledger.papers == {}


def test_what_is_kept_of_a_computed_one(tmp_path: Path) -> None:
    text = joined(
        "month: 2017-09\n", [Region("head", "月报"), Prose("更正：一处"), Region("due", "更正 3 项")]
    )
    ledger, _ = _load(tmp_path, **{"2017-09": text.encode()})
    regions = {"head": "月报", "due": "更正 3 项"}
    assert ledger.bulletins["bulletins/2017-09.md"] == Bulletin(
        "month: 2017-09\n", regions, ("更正：一处",), 1
    )


def test_check_has_nothing_to_say_of_them(tmp_path: Path) -> None:
    _load(tmp_path, **{"2017-09": b"\tkey: [\n", "2017-10": b"\xff", "readme": b""})
    (tmp_path / "bulletins" / "2017-08.md").symlink_to("2017-09.md")
    ledger, sources = load(WorkTree(tmp_path))
    assert sorted(ledger.bulletins) == ["bulletins/2017-09.md", "bulletins/2017-10.md"]
    assert sources.unread == ()
    assert check(ledger, sources, date(2017, 10, 31)) == []
    assert str(sources.place("bulletins/2017-09.md")) == "bulletins/2017-09.md:1:1"


@pytest.mark.parametrize(
    "name",
    [
        "bulletins/2017-13.md",
        "bulletins/2017-1.md",
        "bulletins/0017-10.md",
        "bulletins/2017-10.md.md",
        "bulletins/2017/2017-10.md",
        "2017-10.md",
        "bulletins/２０１７-10.md",
    ],
)
def test_other_names_are_none(name: str) -> None:
    assert is_bulletin("bulletins/2017-10.md")
    assert not is_bulletin(name)
