"""0 clean, 1 an error in the files, 2 wrong use, 3 our bug, 130 interrupted; and a pipe that closes is no fault."""

import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
from cli_runner import PROGRAM, ROOT, bundled, environment, run, shell
from small_ledger import write_ledger

from cli import COMMANDS
from ledger import __version__

NAMES = [entry.name for entry in COMMANDS]


def one_sentence(err: str) -> bool:
    return len(err.splitlines()) == 1 and err.startswith("错误：") and "Traceback" not in err


# --- help --------------------------------------------------------------------------------------------------


def test_help_lists_every_command_with_its_summary() -> None:
    done = bundled("--help")
    assert done.code == 0
    assert done.err == ""
    for entry in COMMANDS:
        assert entry.name in done.out
        assert entry.summary in done.out
    assert bundled("-h").out == done.out


def test_without_a_command_help_is_shown_and_the_exit_code_says_so() -> None:
    done = bundled()
    assert done.code == 2
    assert "用法：ledger" in done.out + done.err


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_in_chinese(name: str) -> None:
    done = bundled(name, "--help")
    assert done.code == 0
    assert done.out.startswith(f"用法：ledger {name}")
    assert "例：" in done.out
    for english in (
        "Usage",
        "Options",
        "Arguments",
        "Show this message",
        "[required]",
        "[default",
        "[OPTIONS]",
        "INTEGER",
    ):
        assert english not in done.out
    assert bundled(name, "-h").out == done.out


def test_version() -> None:
    done = bundled("--version")
    assert done.code == 0
    assert __version__ in done.out


def test_help_needs_no_ledger(tmp_path: Path) -> None:
    for args in (["--help"], ["status", "--help"], ["--version"], ["rule"], ["rule", "P123"]):
        assert run(*args, cwd=tmp_path).code == 0


# --- 1: errors in files ------------------------------------------------------------------------------------


def test_an_error_in_a_file_is_1_and_warnings_are_0(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path)
    assert run("check", cwd=ledger).code == 0
    (ledger / "2017" / "bad.yaml").write_text("id: [", "utf-8")
    for line in (
        "check",
        "status",
        "trend",
        "items",
        "overdue",
        "upcoming",
        "causes",
        "list plans",
        "unit 市财政局",
    ):
        assert run(*line.split(), cwd=ledger).code == 1


def test_a_rule_error_is_1_for_check_and_0_for_status(tmp_path: Path) -> None:
    """Rule errors take nothing out of the figures; only unread files do."""
    ledger = write_ledger(tmp_path)
    path = ledger / "2017" / "zb-2017-01.yaml"
    path.write_text(path.read_text("utf-8").replace("lead: 市财政局", "lead: 市财政厅"), "utf-8")
    assert run("check", cwd=ledger).code == 1
    assert run("status", cwd=ledger).code == 0
    done = run("escalate", "--format", "json", cwd=ledger)
    assert done.code == 2
    assert done.data is None
    assert "P103" in done.codes


def test_strict_makes_warnings_fail(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path)
    assert run("check", "--strict", cwd=ledger).code == 0
    path = ledger / "2017" / "zb-2017-03.yaml"
    path.write_text(path.read_text("utf-8").replace("    due: 2017-11-10\n", ""), "utf-8")
    assert run("check", cwd=ledger).code == 0
    assert run("check", "--strict", cwd=ledger).code == 1


# --- 2: wrong use ------------------------------------------------------------------------------------------

WRONG = {
    "statu": "status",
    "--ledger plans": "没有写命令",
    "没有": "--help",
    "status --fromat json": "--format",
    "status --没有": "--help",
    "status --by 部门": "lead",
    "status --by leed": "lead",
    "status --format yaml": "json",
    "status --format": "--format",
    "status 多余": "多余",
    "items --status 完成了": "已完成",
    "items --lead 市财正局": "市财政局",
    "items --plan zb-2017-5": "zb-2017-05",
    "items --field 经济": "经济体制",
    "items --group 经济体制改革小组": "经济体制改革专项小组",
    "status --month 2017-13": "2017-13",
    "status --day 2017-02-30": "28",
    "show": "--help",
    "why": "--help",
    "unit": "--help",
    "rule P1234": "P12",
    "list plan": "plans",
    "upcoming --days 三": "--days",
    "causes --by 部门": "group",
    "trend --months 三": "120",
    "roadmap 没有": "ledger list plans",
    "roadmap zb-2017-05 --format docx": "-o",
    "bulletin -o 月报.docx": "--format docx",
    "rank --month 2016-10": "scoring.yaml",
    "rank --pool 部们": "部门",
    "rank --month 2017-10 --pool 区县 --write": "--pool",
    "rank --month 2017-10 --by 市委改革办": "--write",
    "rank --year 2017 --month 2017-10": "--year",
    "rank --year 今年": "--year",
    "rank --year 17": "1900",
    "rank -o 排名.docx": "文字",
    "status -o 表.xlsx": "ledger export",
    "trend --months 121": "120",
    "trend --recorded --at HEAD": "--at",
    "list units --open": "--open",
    "escalate --track 事项": "docking",
    "escalate --issued-on 2017-02-30": "28",
    "escalate --issued-on 2017-10-30": "2017-10-31",
    "paper": "-o",
    "paper TS-2017-25": "TS-2017-025",
    "paper TS-2017-025 --format pdf": "docx",
    "paper TS-2017-025 --format docx": "-o",
    "paper --month 2017-13": "2017-13",
    "consult 市农正局": "市农业局",
    "score": "--help",
    "score 市农正局": "市农业局",
    "paper 市农业局 --kind 通报": "提级通报",
    "paper 市农业局 --kind 提级通报 --write": "--write",
    "paper TS-2017-025 --number 云改办〔2017〕1号": "--kind",
    "paper --month 2016-01": "2016-01",
    "export": "--help",
    "export 台账.pdf": ".xlsx",
    "export 台账.yaml": ".xlsx",
    "export -": "--to",
    "export - --to xlsx": "ics",
    "export a.csv --to csv": "扩展名",
    "export a.csv --by unit": "xlsx",
    "export a.xlsx --by 方案": "plan",
    "export a.csv --lead 市财正局": "市财政局",
    "export - --to csv --status 逾期 --cause 未填 --text 没有": "ledger items",
    "record": "--help",
    "record zb-2017-05/1": "--help",
    "reply": "--help",
    "reply TS-2017-025 --percent 5": "--help",
    "import": "--help",
    "import 没有.xlsx": "没有.xlsx",
    "import README.md": "xlsx",
    "import 没有.xlsx --partial": "--write",
    "import 没有.xlsx --year 今年": "--year",
    "import 没有.xlsx --lead 市财正局": "市财政局",
    "import 没有.xlsx --by 市财正局": "市财政局",
    "import 没有.xlsx --date 2017-02-30": "28",
    "fmt none.yaml --check": "不在台账文件夹",
    "record --from 没有.csv": "没有 没有.csv 这个文件",
    "new": "--help",
    "new plans zb-2017-17": "plan",
    "new plan zb-2017-17": "要写 --title",
    "new unit 市新局 --due 2017": "用不到 --due",
    "--ledger": "--ledger",
    "--没有": "--help",
}


@pytest.mark.parametrize(("line", "hint"), WRONG.items())
def test_wrong_use_is_one_sentence_that_says_what_to_write(line: str, hint: str) -> None:
    done = bundled(*line.split())
    assert done.code == 2
    assert done.out == ""
    assert one_sentence(done.err), done.err
    assert hint in done.err


@pytest.mark.parametrize("line", WRONG)
def test_wrong_use_is_told_in_chinese(line: str) -> None:
    err = bundled(*line.split()).err
    for english in ("No such", "Missing", "Invalid", "is not", "Error", "unexpected", "requires", "Got "):
        assert english not in err


ASKED_FOR = {
    "show": ["zb-2017-05"],
    "why": ["zb-2017-05/1"],
    "roadmap": ["zb-2017-05"],
    "unit": ["市财政局"],
    "consult": ["市财政局"],
    "score": ["市财政局"],
    "record": ["zb-2017-05/1", "启动"],
    "new": ["unit", "市新局"],
    "reply": ["TS-2017-001"],
    "import": ["任务分解表.xlsx"],
    "merge": ["--install"],
    "export": ["a.csv"],
    "pack": ["--out", "分发"],
    "collect": ["."],
}


@pytest.mark.parametrize("name", [n for n in NAMES if n not in {"init", "rule", "schema"}])
def test_no_ledger_found(name: str, tmp_path: Path) -> None:
    args = ASKED_FOR.get(name, [])
    done = run(name, *args, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert one_sentence(done.err)
    assert "--ledger" in done.err
    assert list(tmp_path.iterdir()) == []
    if name in {"paper", "export"}:  # a paper is no data, an export nothing else
        return
    json = run(name, *args, "--format", "json", cwd=tmp_path)
    assert json.code == 2
    assert json.document["ok"] is False
    assert json.document["command"] == name


def test_a_ledger_of_a_newer_format(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path, head="format: 99\nname: 将来\n")
    done = run("status", cwd=ledger)
    assert done.code == 2
    assert one_sentence(done.err)
    assert "99" in done.err


HOSTILE = ["a\nb", "\x1b[31m红", "x" * 10_000, "", " ", "\u202eabc", "%s{0}", "'; rm -rf", "\udcff", "［］"]


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("form", ["table", "json"])
@pytest.mark.parametrize(
    "before",
    [
        "unit",
        "show",
        "why",
        "list",
        "rule",
        "items --lead",
        "status --by",
        "status --day",
        "escalate --track",
        "reply --date 2017-11-01",
        "record zb-2017-05/1",
    ],
)
def test_hostile_words_are_one_printable_sentence(before: str, text: str, form: str) -> None:
    done = run(*before.split(), text, "--format", form)
    assert done.code == 2
    assert (done.out == "") if form == "table" else (done.document["ok"] is False)
    assert one_sentence(done.err), done.err
    assert not any(ord(c) < 32 and c != "\n" for c in done.err)


@pytest.mark.parametrize("text", HOSTILE[:2] + HOSTILE[8:9], ids=ascii)
@pytest.mark.parametrize("line", ["{}", "status --{}", "status --{}=1", "status 甲 {}", "upcoming --days {}"])
def test_hostile_words_in_other_places_too(line: str, text: str) -> None:
    done = run(*[word.format(text) for word in line.split(" ")])
    assert done.code == 2
    assert one_sentence(done.err), done.err
    assert not any(ord(c) < 32 and c != "\n" for c in done.err)


def test_a_name_that_is_no_text_is_no_crash() -> None:
    done = subprocess.run(
        [PROGRAM, b"unit", b"\xff\xfe"], cwd=ROOT, env=environment({}), capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_diagnostics_of_wrong_use_go_to_stderr_and_the_document_to_stdout() -> None:
    done = bundled("status", "--month", "2017-13", "--format", "json")
    assert done.code == 2
    assert done.document["ok"] is False
    assert one_sentence(done.err)


@pytest.mark.parametrize("line", ["status --by 部门", "status --bye lead", "upcoming --days x", "show"])
def test_wrong_use_under_json_is_always_a_document(line: str) -> None:
    done = bundled(*line.split(), "--format", "json")
    assert done.code == 2
    assert done.document["ok"] is False


# --- 3: our bug --------------------------------------------------------------------------------------------


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A command that falls over; crash logs go to the folder that is returned."""

    def fall(*_: object) -> None:
        message = "第三层\n塌了"
        raise ZeroDivisionError(message)

    monkeypatch.setattr("ledger.commands.status.summed", fall)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_our_bug_is_3_and_says_where_the_log_is(broken: Path) -> None:
    done = run("status", "--by", "lead")
    assert done.code == 3
    assert done.out == ""
    assert "Traceback" not in done.err
    assert 'File "' not in done.err
    (log,) = broken.iterdir()
    assert str(log) in done.err
    text = log.read_text("utf-8")
    assert "ZeroDivisionError" in text
    assert "Traceback" in text
    assert __version__ in text


def test_the_log_of_our_bug_is_for_its_reader_alone(broken: Path) -> None:
    run("status")
    (log,) = broken.iterdir()
    assert log.stat().st_mode & 0o077 == 0


def test_our_bug_is_not_mistaken_for_the_users(broken: Path) -> None:
    assert "错误：" not in run("status").err


def test_our_bug_under_json(broken: Path) -> None:
    """Even then nothing but a document may stand on stdout; nothing at all is fine."""
    assert run("status", "--format", "json").out == ""


# --- 130, and pipes ----------------------------------------------------------------------------------------


def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ledger.commands.status.summed", interrupt)
    done = run("status")
    assert done.code == 130
    assert done.out == ""
    assert "Traceback" not in done.err


def test_interrupted_from_the_keyboard(tmp_path: Path) -> None:
    """While it waits for git, which says that it was asked and never answers."""
    git, asked = tmp_path / "git", tmp_path / "asked"
    git.write_text(f"#!/bin/sh\n: > '{asked}'\nexec sleep 60\n", "utf-8")
    git.chmod(0o755)
    env = environment({"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"})
    process = subprocess.Popen([PROGRAM, "diff"], cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True)
    while not asked.exists():
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err


@pytest.mark.parametrize("line", ["items | head -1", "items --format csv | head -1", "check | true"])
def test_a_closed_pipe_is_quiet(line: str) -> None:
    command, _, reader = line.partition(" | ")
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; '{PROGRAM}' {command} | {reader}"],
        cwd=ROOT,
        env=environment({}),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert [text for text in done.stderr.splitlines() if not text.startswith("截至")] == []
    assert done.returncode == 0


def test_a_closed_pipe_of_help_is_quiet() -> None:
    done = subprocess.run(
        ["bash", "-c", f"'{PROGRAM}' --help | true"],
        env=environment({}),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stderr == ""


def test_who_closed_stderr_gets_the_answer_all_the_same() -> None:
    words = ["bash", "-c", f"'{PROGRAM}' check 2>&-"]
    done = subprocess.run(
        words, cwd=ROOT, env=environment({}), capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (0, bundled("check").out)


def test_a_full_disk_is_said() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [PROGRAM, "items"],
            cwd=ROOT,
            env=environment({}),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert done.stderr


# --- the installed program ---------------------------------------------------------------------------------


def test_the_installed_program_answers_as_this_process_does() -> None:
    line = "escalate --month 2017-10 --format json"
    done = shell(*line.split())
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == bundled(*line.split()).out


def test_python_m_ledger_is_the_same_program() -> None:
    done = subprocess.run(
        [PROGRAM.with_name("python"), "-m", "ledger", "list", "units"],
        cwd=ROOT,
        env=environment({}),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout == bundled("list", "units").out


def test_a_locale_without_chinese_prints_chinese() -> None:
    done = shell("list", "units", env={"LC_ALL": "C", "LANG": "C"})
    assert done.returncode == 0
    assert "市财政局" in done.stdout


def test_an_encoding_without_chinese_is_no_crash() -> None:
    done = subprocess.run(
        [PROGRAM, "list", "units"],
        cwd=ROOT,
        env=environment({"PYTHONIOENCODING": "ascii"}),
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, 2}
    assert b"Traceback" not in done.stderr
