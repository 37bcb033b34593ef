"""What people type by mistake into the commands that write: exit 2, one sentence, and no byte changed."""

from pathlib import Path

import pytest
from cli_runner import run
from issuing_ledger import OCTOBER, contents, repository, small
from output_shape import faults
from small_ledger import write_ledger

NASTY = [
    "a\nb",
    "\x1b[31m红",
    "x" * 5000,
    " ",
    "\u202eabc",
    "%s{0}",
    "'; rm -rf /",
    "\udcff",
    "../..",
    "/",
    "#",
    "//#",
]
WITH_TEXT = [
    "record {} 进展",
    "record zb-2017-01/3 {}",
    "record zb-2017-01/3 进展 --by {}",
    "record zb-2017-01/3 进展 --date {}",
    "record zb-2017-01/3 进展 --percent {}",
    "record zb-2017-01/3 进展 --node {}",
    "record zb-2017-01/3 批准延期 --by 市委改革办 --until {}",
    "record zb-2017-01/3 移交 --by 市委改革办 --to {}",
    "record zb-2017-01/3 拆分 --by 市委改革办 --into {}",
    "record zb-2017-01/3 更正 --by 市委改革办 --note 甲 --voids {}",
    "record zb-2017-01/3 更正 --by 市委改革办 --note 甲 --to 甲 --field {}",
    "reply {}",
    "reply JB-2017-001/{}",
    "reply JB-2017-001 --by {}",
    "reply JB-2017-001 --date {}",
    "paper {}",
    "paper --month {} -o 打印",
    "escalate --write --track {}",
    "escalate --write --issued-on {}",
    "escalate --write --month {}",
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small(tmp_path_factory.mktemp("ledger"))
    assert run(*OCTOBER, "--write", cwd=folder).code == 0
    return folder


@pytest.mark.parametrize("line", WITH_TEXT)
def test_nasty_words_change_nothing(ledger: Path, line: str) -> None:
    before = contents(ledger)
    for text in NASTY:
        done = run(*[word.format(text) for word in line.split(" ")], cwd=ledger, today="2018-12-31")
        assert done.code == 2, (text, done.out)
        assert done.out == ""
        assert done.err.splitlines()[-1].startswith("错误：")
        assert "Traceback" not in done.err
        assert not any(ord(c) < 32 and c != "\n" for c in done.err)
    assert contents(ledger) == before


@pytest.mark.parametrize("option", ["--format yaml", "--format Json", "--color 红", "--format ''", "-o 2017"])
@pytest.mark.parametrize(
    "line",
    ["escalate --month 2017-11 --write", "record zb-2017-01/3 进展", "reply JB-2017-001 --date 2017-11-02"],
)
def test_an_answer_that_cannot_be_printed_is_refused_before_anything_is_written(
    ledger: Path, line: str, option: str
) -> None:
    before = contents(ledger)
    done = run(*line.split(), *option.replace("''", " ").split(" ", 1), cwd=ledger, today="2018-12-31")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("错误：-")
    assert contents(ledger) == before


@pytest.mark.parametrize(
    "line",
    ["zb-2017-01#a 印发", "JB-2017-001#a 作废 --by 改革办 --note 甲", "JB-2017-001/1#b 回复 --by 改革办"],
)
def test_what_has_no_nodes_is_not_addressed_by_one(ledger: Path, line: str) -> None:
    before = contents(ledger)
    done = run("record", *line.split(), cwd=ledger)
    assert done.code == 2
    assert "没有节点" in done.err
    assert done.err.count("\n") == 1
    assert contents(ledger) == before


def test_an_empty_text_is_as_good_as_none(ledger: Path) -> None:
    """A script that fills in nothing: what is required is missed, and what is not is left out."""
    before = contents(ledger)
    done = run("record", "zb-2017-01/3", "移交", "--to", "市教育局", "--by", "", cwd=ledger)
    assert (done.code, done.err) == (2, "错误：记“移交”要写 --by\n")
    done = run("record", "", "进展", cwd=ledger)
    assert done.code == 2
    done = run("record", "zb-2017-01/3", "", cwd=ledger)
    assert done.code == 2
    assert run("record", "zb-2017-01/3", "完成", "--evidence", "", cwd=ledger).code == 2
    assert contents(ledger) == before


def test_outside_of_git_everything_works_and_the_state_hides_itself(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path)
    assert run(*OCTOBER, "--write", cwd=ledger).code == 0
    assert run("record", "zb-2017-01/3", "进展", cwd=ledger).code == 0
    assert run("reply", "JB-2017-001", cwd=ledger).code == 0
    assert (ledger / ".ledger/.gitignore").read_text("utf-8") == "*\n"
    assert [path.name for path in ledger.iterdir() if path.name.startswith(".")] == [".ledger"]
    repository(ledger)
    assert ".ledger" not in run("check", "--format", "json", cwd=ledger).out


def test_a_yml_beside_the_plans_keeps_papers_from_being_issued_but_not_entries(tmp_path: Path) -> None:
    ledger = small(tmp_path)
    (ledger / "2017/zb-2017-04.yml").write_text("id: zb-2017-04\n", "utf-8")
    assert run(*OCTOBER, "--write", cwd=ledger).code == 2
    assert run("record", "zb-2017-01/3", "进展", cwd=ledger).code == 0


def test_from_a_folder_below_and_from_another_place(tmp_path: Path) -> None:
    ledger = small(tmp_path / "city")
    assert run("record", "zb-2017-01/3", "进展", cwd=ledger / "2017").code == 0
    assert run("record", "zb-2017-01/3", "进展", "--ledger", "city", cwd=tmp_path).code == 0
    assert run("record", "zb-2017-01/3", "进展", cwd=tmp_path, env={"LEDGER_DIR": str(ledger)}).code == 0
    assert (ledger / "2017/zb-2017-01.yaml").read_text("utf-8").count("event: 进展") == 4


def test_a_file_that_ends_without_a_line_end(tmp_path: Path) -> None:
    ledger = small(tmp_path)
    path = ledger / "2017/zb-2017-03.yaml"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    done = run("record", "zb-2017-03/2", "核验通过", "--by", "市委改革办", "--format", "json", cwd=ledger)
    assert done.code == 0, done.err
    assert faults(done.document) == []
    assert run("check", cwd=ledger).code == 0
