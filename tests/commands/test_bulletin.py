"""``ledger bulletin --write``: what is written, and when nothing is."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bulletin_ledger import SEPTEMBER, commit, committed, edit, git, text, verify, written
from cli_runner import ROOT, run
from hostile_ledger import WORDS, write_hostile
from markdown_it import MarkdownIt
from markdown_it.token import Token
from output_shape import faults

from ledger.base.text import printable
from ledger.files.bulletin_markers import split
from ledger.files.tree import WorkTree
from ledger.loading.load import load
from ledger.reports.bulletin.figures import Counter, Figure, Number
from ledger.reports.bulletin.layout import LAYOUT
from ledger.reports.bulletin.month import Month
from ledger.reports.bulletin.section import sections

READER = MarkdownIt("commonmark").enable(["table"])
SECTIONS = [
    "head",
    "brief",
    "overview",
    "dispatch",
    "due",
    "papers",
    "closing",
    "causes",
    "next_month",
    "method",
]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return committed(tmp_path_factory.mktemp("committed"))


@pytest.fixture
def ledger(prepared: Path, tmp_path: Path) -> Path:
    return shutil.copytree(prepared, tmp_path / "ledger", symlinks=True)


def _nothing_written(folder: Path) -> bool:
    return git(folder, "status", "--porcelain", "--", "bulletins") == ""


class TestWriting:
    def test_the_file(self, ledger: Path) -> None:
        assert written(ledger).err == f"已写 {SEPTEMBER}\n"
        found = split(text(ledger))
        assert found.faults == ()
        assert list(found.regions) == SECTIONS
        assert {p.text for p in found.prose} == {
            "<!-- 这里可以写本节的话，重新生成时保留；上面计算的部分不要手改 -->"
        }
        assert len(found.prose) == len(SECTIONS)
        basis = git(ledger, "rev-parse", "HEAD")
        assert re.fullmatch(
            r"bulletin: 1\nmonth: 2017-09\nnumber: 9\nday: 2017-09-30\npopulation: 6\nlayout: 3\ntool: \S+\n"
            rf"digest: [0-9a-f]{{64}}\ncommit: {basis}\n",
            found.front,
        )

    def test_a_look_writes_nothing_and_prints_the_file(self, ledger: Path) -> None:
        done = run("bulletin", "--month", "2017-09", "--format", "markdown", cwd=ledger)
        assert (done.code, done.err, _nothing_written(ledger)) == (0, "", True)
        written(ledger)
        assert text(ledger) == done.out

    def test_what_would_be_written(self, ledger: Path) -> None:
        done = run("bulletin", "--month", "2017-09", "--diff", "--write", cwd=ledger)
        assert done.out.startswith(f"--- {SEPTEMBER}\n+++ {SEPTEMBER}\n@@ -0,0 ")
        assert "+# 改革督察月报 2017年第9期\n" in done.out

    def test_for_programs(self, ledger: Path) -> None:
        done = run("bulletin", "--month", "2017-09", "--write", "--format", "json", cwd=ledger)
        assert (done.code, faults(done.document)) == (0, [])
        assert done.data["commit"] == git(ledger, "rev-parse", "HEAD")
        assert [s["key"] for s in done.data["sections"]] == SECTIONS[1:]

    def test_a_folder_inside_the_repository(self, ledger: Path, tmp_path: Path) -> None:
        top = tmp_path / "top"
        shutil.copytree(ledger, top / "plans", ignore=shutil.ignore_patterns(".git"))
        git(tmp_path, "init", "-q", str(top))
        commit(top, "2017-10-01")
        assert run("bulletin", "--month", "2017-09", "--write", cwd=top).err == f"已写 plans/{SEPTEMBER}\n"
        commit(top, "2017-10-02")
        assert run("verify", cwd=top).out.startswith(f"plans/{SEPTEMBER}：一致，取自提交 ")

    def test_the_year_before_the_ledger_has_nothing_to_say(self, ledger: Path) -> None:
        done = run("bulletin", "--month", "2015-12", "--write", cwd=ledger)
        assert (done.code, verify(ledger).code) == (0, 0)


class TestRefusing:
    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            ("--month 2017-11", "2017-11 还没有过完，只是草稿，不能写；不加 --write 可以先看"),
            ("--month 2017-12", "2017-12 还没有过完，只是草稿，不能写；不加 --write 可以先看"),
            ("--month 2017-13", "2017-13"),
            ("--month 2017-09 --at HEAD", "--at"),
            ("--month 2017-09 --brief", "要情是月报的一节，--write 写的是整期，不能与 --brief 一起写"),
            ("--month 2017-09 --format yaml", "--format 不能写“yaml”"),
        ],
    )
    def test_what_cannot_be_written(self, ledger: Path, words: str, sentence: str) -> None:
        done = run("bulletin", *words.split(), "--write", cwd=ledger)
        assert (done.code, done.out, _nothing_written(ledger)) == (2, "", True)
        assert sentence in done.err

    def test_a_month_is_over_on_the_day_after_its_last(self, ledger: Path) -> None:
        on = {
            day: run("bulletin", "--month", "2017-09", "--write", cwd=ledger, today=day).code
            for day in ("2017-09-29", "2017-09-30", "2017-10-01")
        }
        assert on == {"2017-09-29": 2, "2017-09-30": 0, "2017-10-01": 0}

    def test_an_archived_ledger_says_nothing_of_later_months(self, ledger: Path) -> None:
        edit(ledger, "ledger.yaml", "format: 1\n", "format: 1\nas_of: 2017-09-30\n")
        commit(ledger, "2017-10-01")
        done = run("bulletin", "--month", "2017-10", "--write", cwd=ledger)
        assert (done.code, done.err) == (
            2,
            "错误：归档台账截至 2017-09-30，2017-10 的只是推算，不能写；不加 --write 可以先看\n",
        )
        written(ledger)
        assert run("bulletin", cwd=ledger).lines[0] == "改革督察月报 2017年第9期"

    @pytest.mark.parametrize("fault", ["id: [\n", "id: zb-2017-01\ntitle: 又一个\nlead: 市财政局\n"])
    def test_a_ledger_with_errors(self, ledger: Path, fault: str) -> None:
        (ledger / "2017" / "zb-2017-09.yaml").write_text(fault, "utf-8")
        done = run("bulletin", "--month", "2017-09", "--write", cwd=ledger)
        assert (done.code, _nothing_written(ledger)) == (2, True)
        assert "台账有未读入的文件或错误，不能据以写月报" in done.err
        assert run("bulletin", "--month", "2017-09", cwd=ledger).code == 1

    def test_one_made_by_hand_is_let_alone(self, ledger: Path) -> None:
        (ledger / "bulletins").mkdir()
        (ledger / SEPTEMBER).write_text("# 月报\n", "utf-8")
        for words in (["--write"], []):
            done = run("bulletin", "--month", "2017-09", *words, cwd=ledger)
            assert (done.code, text(ledger)) == (2, "# 月报\n")
            assert f"{SEPTEMBER} 不是 ledger 生成的，不会改写；改名或删去以后再生成" in done.err


class TestHostileData:
    @pytest.fixture
    def hostile(self, tmp_path: Path) -> Path:
        folder = write_hostile(tmp_path / "ledger")
        git(folder, "init", "-q")
        commit(folder, "2017-10-31")
        done = run("bulletin", "--month", "2017-10", "--write", cwd=folder)
        assert (done.code, done.err) == (0, "已写 bulletins/2017-10.md\n")
        commit(folder, "2017-11-01")
        return folder

    def test_no_word_is_a_marker_or_a_fence(self, hostile: Path) -> None:
        found = split(text(hostile, "bulletins/2017-10.md"))
        assert (list(found.regions), found.faults) == (SECTIONS, ())
        assert len({p.text for p in found.prose}) == 1
        for region in found.regions.values():
            for token in _tokens(region.text):
                assert token.type not in {"hr", "link_open", "image", "ordered_list_open", "bullet_list_open"}
                if token.type.startswith("html"):
                    assert re.fullmatch(
                        r"<details>\n<summary>[^<>]*</summary>\n?|</details>\n?", token.content
                    )
                if token.type == "fence":
                    assert token.info == "mermaid"

    def test_commands_are_shown_as_they_are_typed(self, hostile: Path) -> None:
        figures = run("bulletin", "--month", "2017-10", "--format", "json", cwd=hostile).data["figures"]
        regions = split(text(hostile, "bulletins/2017-10.md")).regions
        shown = [t.content for r in regions.values() for t in _tokens(r.text) if t.type == "code_inline"]
        assert shown == [printable(f["query"]) for f in figures if f["query"] is not None]

    def test_it_agrees_and_its_correction_too(self, hostile: Path) -> None:
        assert verify(hostile).code == 0
        for word in WORDS:
            assert (
                run("items", "--lead", word, "--month", "2017-10", "--format", "jsonl", cwd=hostile).code == 0
            )
        file = hostile / "p.yaml"
        edited = file.read_text("utf-8").replace("recorded: 2017-10-03", "recorded: 2017-10-02")
        ended = (
            "      - {date: 2017-09-01, event: 终止, by: '-->', "
            'note: "一\\n<!-- /ledger:due -->", recorded: 2017-11-02}\n'
        )
        file.write_text(edited + ended, "utf-8")
        commit(hostile, "2017-11-02")
        done = run("bulletin", "--month", "2017-10", "--write", cwd=hostile)
        assert done.code == 0, done.err
        found = split(text(hostile, "bulletins/2017-10.md"))
        assert (list(found.regions), found.faults) == (["correction-1", *SECTIONS], ())
        assert verify(hostile).code == 0


def _tokens(text: str) -> list[Token]:
    """As GitHub reads it, those within a line too."""
    return [inner for token in READER.parse(text) for inner in (token, *(token.children or ()))]


class _Once(dict[str, Number]):
    """Numbers, none of which takes the place of another one; an item whose cause reads 未填 has none."""

    def __setitem__(self, key: str, value: Number) -> None:
        if key in self:
            assert _counted(self[key]) == _counted(value), key
        super().__setitem__(key, value)


def _counted(number: Number) -> tuple[Any, ...]:
    if isinstance(number, Figure):
        return (number.query, number.value)
    return (number.part.key, number.whole.key)


@pytest.mark.parametrize(
    "write", [write_hostile, committed, lambda _: ROOT / "plans"], ids=["hostile", "small", "city"]
)
def test_no_number_takes_the_place_of_another(write: Callable[[Path], Path], tmp_path: Path) -> None:
    ledger, _ = load(WorkTree(write(tmp_path / "ledger")))
    month = Month.of(ledger, date(2017, 10, 31))
    for section in sections(LAYOUT):
        section.build(Counter(month, section.key, _Once()))
