"""``ledger paper``: the papers on stdout, in files, in a folder; and beside their records again."""

import hashlib
import zipfile
from pathlib import Path

import pytest
from cli_runner import ROOT, bundled, run
from issuing_ledger import OCTOBER, contents, small

SLIPS = ROOT / "plans" / "slips" / "2017"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """TS-2017-001, JB-2017-001 and JB-2017-002, issued on 2017-10-31."""
    folder = small(tmp_path)
    assert run(*OCTOBER, "--write", cwd=folder).code == 0
    return folder


def codes(ledger: Path) -> set[str]:
    return run("check", "--day", "2017-10-31", "--format", "json", cwd=ledger).codes


@pytest.mark.parametrize("ref", ["TS-2017-001", "TS-2017-076", "JB-2017-006", "CB-2017-005", "ZL-2017-003"])
def test_markdown_on_stdout_is_the_file_beside_the_record(ref: str) -> None:
    done = bundled("paper", ref)
    assert (done.code, done.err) == (0, "")
    assert done.out.encode() == (SLIPS / f"{ref}.md").read_bytes()
    assert bundled("paper", f"{ref}/1").out == done.out


def test_a_document_to_print(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    out = tmp_path_factory.mktemp("out")
    for name in ("a.docx", "b.docx"):
        done = run("paper", "JB-2017-001", "--format", "docx", "-o", out / name, cwd=ledger)
        assert (done.code, done.out) == (0, "")
        assert name in done.err
    assert len({hashlib.sha256(path.read_bytes()).digest() for path in out.iterdir()}) == 1
    with zipfile.ZipFile(out / "a.docx") as archive:
        text = archive.read("word/document.xml").decode()
    assert "云改办交〔2017〕1号" in text
    assert "建立绩效评价制度" in text


def test_several_go_into_a_folder_that_is_made(
    ledger: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("out") / "打印"
    done = run("paper", "JB-2017-001", "TS-2017-001", "--format", "docx", "-o", out, cwd=ledger)
    assert done.code == 0
    assert sorted(path.name for path in out.iterdir()) == ["JB-2017-001.docx", "TS-2017-001.docx"]
    assert run("paper", "-o", out / "全部", cwd=ledger).code == 0
    for path in (out / "全部").iterdir():
        assert path.read_bytes() == (ledger / "slips/2017" / path.name).read_bytes()
    assert len(list((out / "全部").iterdir())) == 3


def test_those_of_a_month(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert run("escalate", "--month", "2017-11", "--write", cwd=ledger, today="2018-12-31").code == 0
    out = tmp_path_factory.mktemp("out")
    assert run("paper", "--month", "2017-10", "-o", out, cwd=ledger).code == 0
    assert sorted(path.stem for path in out.iterdir()) == ["JB-2017-001", "JB-2017-002", "TS-2017-001"]
    done = run("paper", "--month", "2017-09", "-o", out, cwd=ledger)
    assert (done.code, done.err) == (2, "错误：2017-09 没有签发过单\n")


def test_a_single_paper_into_a_folder_that_is_there(
    ledger: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("out")
    assert run("paper", "JB-2017-001", "-o", out, cwd=ledger).code == 0
    assert [path.name for path in out.iterdir()] == ["JB-2017-001.md"]


@pytest.mark.parametrize("args", [["--format", "docx", "JB-2017-001"], ["JB-2017-001", "TS-2017-001"], []])
def test_what_does_not_fit_on_stdout_asks_for_a_place(ledger: Path, args: list[str]) -> None:
    done = run("paper", *args, cwd=ledger)
    assert (done.code, done.out) == (2, "")
    assert "-o" in done.err


def test_a_ledger_without_papers(tmp_path: Path) -> None:
    done = run("paper", cwd=small(tmp_path))
    assert (done.code, done.err) == (2, "错误：还没有签发过单\n")


def test_papers_that_are_missing_or_edited_are_found_and_restored(ledger: Path) -> None:
    before = contents(ledger)
    missing, edited = ledger / "slips/2017/TS-2017-001.md", ledger / "slips/2017/JB-2017-001.md"
    missing.unlink()
    edited.write_text(edited.read_text("utf-8").replace("改革事项", "事情"), "utf-8")
    assert codes(ledger) >= {"S118", "S119"}
    done = run("paper", "--write", cwd=ledger)
    assert (done.code, done.out, done.err) == (0, "", "已写 2 份文稿\n")
    assert contents(ledger) == before
    assert codes(ledger) & {"S118", "S119"} == set()
    assert run("paper", "--write", cwd=ledger).err == "文稿都在，没有改动\n"


def test_only_those_that_were_named_are_restored(ledger: Path) -> None:
    for name in ("TS-2017-001", "JB-2017-001"):
        (ledger / f"slips/2017/{name}.md").unlink()
    assert run("paper", "JB-2017-001", "--write", cwd=ledger).code == 0
    assert (ledger / "slips/2017/JB-2017-001.md").is_file()
    assert not (ledger / "slips/2017/TS-2017-001.md").exists()


def test_papers_checked_out_with_windows_line_ends_are_whole(ledger: Path) -> None:
    path = ledger / "slips/2017/JB-2017-001.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert "S119" not in codes(ledger)
    assert run("paper", "--write", cwd=ledger).err == "文稿都在，没有改动\n"


def test_a_paper_may_not_be_restored_in_the_past(ledger: Path) -> None:
    done = run("paper", "--at", "HEAD", "--write", cwd=ledger)
    assert done.code == 2
    assert "--at" in done.err
