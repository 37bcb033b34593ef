"""Files broken on purpose, each beside the exact words that its reader gets.

``R106-duplicate-key.yaml`` stands in a small ledger as ``2017/R106-duplicate-key.yaml``; what comes before a dot in
the name says that it is read as another kind of file. ``NAME.txt`` lists every diagnostic, related places indented.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

import pytest

from ledger.base.diagnostics import Diagnostic
from ledger.checks.run import check, rules
from ledger.files import tree
from ledger.files.tree import MAX_BYTES, SourceFile, WorkTree
from ledger.loading.load import Tree, load

HERE = Path(__file__).parent
BROKEN = sorted(path for path in HERE.iterdir() if path.suffix in {".yaml", ".bin"})
DAY = date(2017, 10, 31)
GOOD = {
    "2017/good.yaml": "id: good\ntitle: 好方案\nlead: 甲局\nitems:\n  - {id: 1, title: 事项, due: 2017-12-31}\n",
    "ledger.yaml": "name: 试例\n",
    "units.yaml": "units: [{id: 甲局}, {id: 乙局}]\n",
}
KINDS = {
    "ledger": "ledger.yaml",
    "units": "units.yaml",
    "policy": "policy.yaml",
    "slip": "slips/{name}",
    "bulletins": "bulletins/2017-10.yaml",
    "register": "registers/pilot.yaml",
}


@dataclass
class Beside:
    """The good ledger with one more file."""

    path: str
    content: bytes

    def files(self) -> Iterator[SourceFile]:
        contents = {path: text.encode() for path, text in GOOD.items()} | {self.path: self.content}
        for path, content in sorted(contents.items()):
            yield SourceFile(path, path, content)


def _beside(path: Path) -> Beside:
    name = path.with_suffix(".yaml").name
    kind, dot, _ = path.stem.partition(".")
    place = KINDS[kind].format(name=name) if dot else f"2017/{name}"
    return Beside(place, path.read_bytes())


def _told(files: Tree) -> list[str]:
    ledger, sources = load(files)
    assert [plan.id for plan in ledger.plans] == ["good"], "a bad file never hides the good ones"
    return [line for diagnostic in check(ledger, sources, DAY) for line in _lines(diagnostic)]


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    hint = f" | {diagnostic.hint}" if diagnostic.hint else ""
    yield f"{diagnostic.place} {diagnostic.code} {diagnostic.message}{hint}"
    for place, words in diagnostic.related:
        yield f"    {place} {words}"


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_reader_is_told(path: Path) -> None:
    """With GOLDEN_UPDATE=1 the texts are written anew: read their diff before committing it."""
    golden = path.with_suffix(".txt")
    told = "".join(f"{line}\n" for line in _told(_beside(path)))
    if os.environ.get("GOLDEN_UPDATE"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_every_text_has_its_file() -> None:
    assert sorted(path.stem for path in HERE.glob("*.txt")) == sorted(path.stem for path in BROKEN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in GOOD.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def test_symbolic_link_is_not_followed(folder: Path) -> None:
    (folder / "2017/link.yaml").symlink_to(folder / "2017/good.yaml")
    (folder / "more").symlink_to(folder)
    assert _told(WorkTree(folder)) == [
        "2017/link.yaml:1:1 R110 是符号链接，台账不沿链接读取 | 把文件本身放进台账文件夹",
        "more:1:1 R110 是符号链接，台账不沿链接读取 | 把文件本身放进台账文件夹",
    ]


def test_folder_named_like_a_file(folder: Path) -> None:
    (folder / "2017/folder.yaml").mkdir()
    assert _told(WorkTree(folder)) == [
        "2017/folder.yaml:1:1 R110 是文件夹，却以 .yaml 结尾 | 文件夹改名，不带 .yaml"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipe_is_never_opened(folder: Path) -> None:
    os.mkfifo(folder / "2017/pipe.yaml")
    assert _told(WorkTree(folder)) == ["2017/pipe.yaml:1:1 R110 不是普通文件 | 台账只读普通文件"]


def test_huge_file(folder: Path) -> None:
    with (folder / "2017/huge.yaml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert _told(WorkTree(folder)) == [
        "2017/huge.yaml:1:1 R109 文件有 8.0 MiB，超过 8 MiB | 按方案拆成多个文件"
    ]


@pytest.mark.parametrize("suffix", [".yml", ".YAML", ".YML"])
def test_another_extension(folder: Path, suffix: str) -> None:
    (folder / f"2017/plan{suffix}").write_text("id: plan\n", encoding="utf-8")
    assert _told(WorkTree(folder)) == [
        f"2017/plan{suffix}:1:1 R114 扩展名不是 .yaml，没有读入 | 改名为 .yaml 结尾"
    ]


def test_unreadable_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: os.PathLike[str], mode: str) -> IO[Any]:
        if os.fspath(path).endswith("closed.yaml"):
            raise PermissionError(13, "Permission denied")
        return open(path, mode)  # noqa: PTH123 - stands in for the very same call

    (folder / "2017/closed.yaml").write_text("id: closed\n", encoding="utf-8")
    monkeypatch.setattr(tree, "open", refuse, raising=False)
    assert _told(WorkTree(folder)) == ["2017/closed.yaml:1:1 R111 读不出来：Permission denied | 检查文件权限"]


def test_hundred_thousand_brackets() -> None:
    told = _told(Beside("2017/deep.yaml", b"id: " + b"[" * 100_000))
    assert told == ["2017/deep.yaml:1:36 R112 嵌套超过 32 层 | 照 plans/README.md 的样例减少嵌套"]


def test_every_reading_code_is_met_here() -> None:
    words = "".join(path.read_text(encoding="utf-8") for path in [*HERE.glob("*.txt"), Path(__file__)])
    told = set(re.findall(r":\d+:\d+ (R\d{3}) ", words))
    assert told == {rule.code for rule in rules() if rule.code.startswith("R")}
