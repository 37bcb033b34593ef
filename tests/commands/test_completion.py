"""What a shell is offered when somebody presses TAB."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from unittest import mock

import pytest
from cli_runner import PROGRAM, ROOT, Ran, environment, run, shell

from ledger.commands import completion
from ledger.commands.front import COMPLETING

PLANS = ROOT / "plans"


def asked(*words: str, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Ran:
    """What bash is told whose cursor stands at the end of the last word."""
    line = {"COMP_WORDS": "\n".join(["ledger", *words]), "COMP_CWORD": str(len(words))}
    return run(cwd=cwd, env={COMPLETING: "complete_bash", **line, **(env or {})})


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["st"], ["status"]),
        (["re"], ["record", "reply"]),
        (["status", "--is"], ["--issued-for"]),
        (["show", "zb-2017-1"], [f"zb-2017-1{n}" for n in range(7)]),
        (["show", "zb-2017-05/1"], [f"zb-2017-05/{n}" for n in (1, 10, 11, 12, 13, 14)]),
        (["record", "zb-2017-05/2#"], ["zb-2017-05/2#a"]),
        (["reply", "JB-2017-008"], ["JB-2017-008", "JB-2017-008/1"]),
        (["why", "sj-2016"], ["sj-2016-21"]),
        (["record", "zb-2017-05/2", "节"], ["节点完成"]),
        (["record", "zb-2017-05", "销"], ["销账"]),
        (["record", "TS-2017-080/1", ""], ["回复", "验收", "退回", "异议", "复核", "更正"]),
        (["record", "TS-2017-080", "作"], ["作废"]),
        (["record", "sj-2017-03", "配"], ["配套印发"]),
        (["unit", "市财"], ["市财政局"]),
        (["unit", "发改"], ["发改委"]),
        (["unit", "市文化广电"], ["市文化广电新闻出版局"]),
        (["items", "--lead", "=", "市财"], ["市财政局"]),
        (["items", "--group", "经"], ["经济体制改革专项小组"]),
        (["score", "望川区", "--point", "B"], ["B1", "B2", "B3", "B4", "B5"]),
        (["items", "--field", "社"], ["社会体制"]),
        (["items", "--cause", "资"], ["资金未落实"]),
        (["items", "--plan", "zb-2017-16"], ["zb-2017-16"]),
        (["items", "--status", "未"], ["未启动", "未调度"]),
        (["list", "slips", "--state", "本月"], ["本月签发"]),
        (["list", "slips", "--kind", "责"], ["责令书"]),
        (["list", "--status", "待定"], ["待定"]),
        (["list", "u"], ["units", "upstream"]),
        (["escalate", "--only", "移"], ["移交建议"]),
        (["escalate", "--track", ""], ["item", "docking"]),
        (["status", "--by", "g"], ["group"]),
        (["record", "zb-2017-05/1", "回头看", "--result", "巩"], ["巩固"]),
        (["record", "zb-2017-05/1", "更正", "--field", "t"], ["title"]),
        (["record", "zb-2017-05/1", "移交", "--from", "市财"], ["市财政局"]),
        (["init", "x", "--level", ""], ["中央", "省", "市", "县"]),
        (["rule", "P10"], [f"P10{n}" for n in range(1, 10)]),
        (["rule", "E1"], ["E1", "E10", "E11", "E12"]),
        (["rule", "B3"], ["B3"]),
        (["check", "--format", "s"], ["sarif"]),
        (["status", "--format", "json"], ["json", "jsonl"]),
        (["record", "zb-2017-05/1", "完成", "--by", "顾"], ["顾言之"]),
        (["record", "RL-2017-01", "抓方"], ["抓方案"]),
        (["new", "cla"], ["claim"]),
        (["new", "claim", "RL-2017-09", "--set", "认领领"], ["认领领导"]),
        (["export", "a.csv", "--kind", "find"], ["findings"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_offers(words: list[str], offered: list[str]) -> None:
    assert asked(*words).lines == offered


def test_a_unit_whose_name_went_out_of_use_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "ledger.yaml").write_text("name: 台账\n", "utf-8")
    units = (
        "units:\n  - id: 市旅游局\n    until: 2017-06-30\n    successor: 市旅游发展委\n  - id: 市旅游发展委\n"
    )
    (tmp_path / "units.yaml").write_text(units, "utf-8")
    assert asked("unit", "市", cwd=tmp_path).lines == ["市旅游发展委"]


@pytest.mark.parametrize(
    "line", [["--ledger", str(PLANS), "show", "zb-2017-16"], ["show", "--ledger", str(PLANS), "zb-2017-16"]]
)
def test_the_ledger_that_was_named_is_the_one_that_is_read(line: list[str], tmp_path: Path) -> None:
    assert asked(*line, cwd=tmp_path).lines[0] == "zb-2017-16"
    assert asked("show", "zb-2017-16", cwd=tmp_path, env={"LEDGER_DIR": str(PLANS)}).lines[0] == "zb-2017-16"


def test_a_broken_ledger_offers_what_it_can_and_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "ledger.yaml").write_text("name: [\n", "utf-8")
    (tmp_path / "units.yaml").write_bytes(b"\xff\xfe")
    (tmp_path / "p-1.yaml").write_text("id: p-1\ntitle: 好\nitems:\n  - {id: 1, title: 事}\n", "utf-8")
    (tmp_path / "p-2.yaml").write_text("\t{", "utf-8")
    for words, offered in ((["unit", ""], []), (["show", ""], ["p-1", "p-2"]), (["show", "p-2/"], [])):
        done = asked(*words, cwd=tmp_path)
        assert (done.code, done.lines, done.err) == (0, offered, "")
    assert asked("show", "p-1", cwd=tmp_path).lines == ["p-1", "p-1/1"]


@pytest.mark.parametrize(
    "words", [["show", ""], ["nosuch", "x"], ["--version", ""], ["status", "--day", ""], ["--nosuch", "x"]]
)
def test_where_there_is_no_ledger_or_no_such_command_nothing_is_said(
    words: list[str], tmp_path: Path
) -> None:
    done = asked(*words, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "Traceback" not in done.out
    assert "ledger 0" not in done.out


def test_our_own_bug_is_silent_too(tmp_path: Path) -> None:
    with mock.patch("ledger.commands.offers.offers", side_effect=RuntimeError):
        done = asked("show", "z")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_shell_that_no_longer_listens_is_no_fault() -> None:
    asking = {COMPLETING: "complete_bash", "COMP_WORDS": "ledger rule ", "COMP_CWORD": "2"}
    done = subprocess.run(
        ["bash", "-c", f"{PROGRAM} | :"], env=environment(asking), capture_output=True, check=True
    )
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("zsh", '_arguments \'*: :(("zb/1":"事 touch x y red 项"))\'\n'),
        ("fish", "zb/1\t事 touch x y red 项\n"),
        ("powershell", "zb/1:::事 touch x y red 项\n"),
        ("pwsh", "zb/1:::事 touch x y red 项\n"),
    ],
)
def test_other_shells_are_told_what_it_is_about_and_nothing_that_they_would_run(
    kind: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "ledger.yaml").write_text("name: 台账\n", "utf-8")
    item = '  - id: 1\n    title: |-\n      事\'; touch "$(x)" `y` \\ [red]:项\n  - {id: $(x), title: 名}\n'
    (tmp_path / "zb.yaml").write_text(f"id: zb\ntitle: 方案\nitems:\n{item}", "utf-8")
    env = {"_TYPER_COMPLETE_ARGS": "ledger show zb/", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    env |= {COMPLETING: f"complete_{kind}", "_TYPER_COMPLETE_WORD_TO_COMPLETE": "zb/"}
    assert run(cwd=tmp_path, env=env).out == said


def test_fish_asks_first_whether_there_is_anything(tmp_path: Path) -> None:
    env = {COMPLETING: "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "is-args"}
    assert run(env={**env, "_TYPER_COMPLETE_ARGS": "ledger show zb-"}).code == 0
    assert run(env={**env, "_TYPER_COMPLETE_ARGS": "ledger show nosuch"}).code == 1


def test_what_is_installed_works_in_a_real_bash(tmp_path: Path) -> None:
    """The line that is written into .bashrc, read by a bash of its own, asked as bash asks when TAB is pressed."""
    home = environment(
        {"HOME": str(tmp_path), "SHELL": "/bin/bash", "PATH": f"{PROGRAM.parent}:/usr/bin:/bin"}
    )
    (tmp_path / ".bashrc").write_text("# 我的设置\n", "utf-8")
    with mock.patch.object(completion, "_get_shell_name", return_value="bash"):
        said = run("--install-completion", env=home)
        again = run("--install-completion", env=home)
    assert (said.code, again.code) == (0, 0)
    assert "已为 bash 装好补全" in said.out
    bashrc = (tmp_path / ".bashrc").read_text("utf-8")
    assert bashrc.startswith("# 我的设置\n")
    assert bashrc.count("source") == 1
    press = (
        'source ~/.bashrc; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
        '_ledger_completion ledger; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    words = ["ledger", "show", "zb-2017-05/14"]
    done = subprocess.run(
        ["bash", "--norc", "-c", press, "bash", *words],
        cwd=ROOT, env=home, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("zb-2017-05/14\n", "")


def test_the_script_is_printed_for_the_shell_that_asks() -> None:
    with mock.patch.object(completion, "_get_shell_name", return_value="pwsh"):
        shown, refused = run("--show-completion"), run("--install-completion")
    assert "Register-ArgumentCompleter -Native -CommandName ledger" in shown.out
    assert (refused.code, refused.out) == (2, "")
    assert "--show-completion >> $PROFILE" in refused.err


def test_a_shell_that_is_not_known_is_told_which_are() -> None:
    with mock.patch.object(completion, "_get_shell_name", return_value=None):
        done = run("--show-completion", env={"SHELL": "/bin/nosh"})
    assert (done.code, done.err.count("PowerShell")) == (2, 1)
    assert shell(env={COMPLETING: "complete_nosh"}).stdout == ""


def test_help_and_version_do_not_know_of_it() -> None:
    """Nothing of completion is imported by what everybody runs."""
    asks = "import sys; sys.argv = ['ledger', '--help']; import runpy\n"
    asks += "try: runpy.run_module('ledger', run_name='__main__')\nexcept SystemExit: pass\n"
    asks += "print([m for m in sys.modules if m in ('ledger.commands.completion', 'rich', 'pydantic')])"
    done = subprocess.run(
        [PROGRAM.with_name("python"), "-c", asks],
        cwd=ROOT,
        env=environment({}),
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"
