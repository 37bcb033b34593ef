"""Any file whatever in the ledger's folder: a diagnostic with a place, the rest still reported, never a traceback."""

import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cli_runner import Ran, git, reading_once, run
from small_ledger import PLANS, write_ledger

DAY = ("--day", "2017-10-31")
SECONDS = 60  # a guard against hanging, not a measure of speed


@dataclass(frozen=True)
class Bad:
    """How to put it into the folder ``2017``, and what has to be said of it: the code and the place."""

    make: Callable[[Path], object]
    code: str
    place: str = "2017/bad.yaml:1:1"


def content(data: bytes | str) -> Callable[[Path], object]:
    return lambda folder: (folder / "bad.yaml").write_bytes(data.encode() if isinstance(data, str) else data)


def sparse(folder: Path) -> None:
    with (folder / "bad.yaml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)


def link(target: str) -> Callable[[Path], object]:
    return lambda folder: (folder / "bad.yaml").symlink_to(target)


FOO = "id: bad\ntitle: 甲\nfoo: 1\n"


def named(name: bytes | str, text: str = FOO) -> Callable[[Path], object]:
    return lambda folder: (folder / os.fsdecode(name)).write_text(text, "utf-8")


def locked(folder: Path) -> None:
    path = folder / "bad.yaml"
    path.write_text(PLANS["zb-2017-03"].replace("zb-2017-03", "bad"), "utf-8")
    path.chmod(0)


def locked_folder(folder: Path) -> None:
    inner = folder / "锁"
    inner.mkdir(mode=0)


ALIASES = "a: &a [x, x]\n" + "".join(
    f"{c}: &{c} [{', '.join(['*' + p] * 9)}]\n" for p, c in zip("abcdefg", "bcdefgh", strict=True)
)
PLAN = PLANS["zb-2017-03"].replace("id: zb-2017-03", "id: bad")

BAD = {
    "binary": Bad(content(bytes(range(256)) * 16), "R101", "2017/bad.yaml:2:118"),
    "nul": Bad(content(PLAN.replace("title", "tit\0le", 1)), "R115", "2017/bad.yaml:2:4"),
    "empty": Bad(content(""), "R113"),
    "blank": Bad(content("\n\n# 只有注释\n"), "R113"),
    "list": Bad(content("- a\n- b\n"), "R113"),
    "word": Bad(content("x"), "R113"),
    "50 MB": Bad(sparse, "R109"),
    "nested lists": Bad(content("a: " + "[" * 10_000 + "]" * 10_000), "R112", "2017/bad.yaml:1:35"),
    "nested mappings": Bad(content("{a: " * 10_000 + "}" * 10_000), "R112", "2017/bad.yaml:1:129"),
    "nested, unclosed": Bad(content("a: " + "[" * 100_000), "R112", "2017/bad.yaml:1:35"),
    "nested by indentation": Bad(
        content("".join(" " * n + "a:\n" for n in range(1000))), "R112", "2017/bad.yaml:33:33"
    ),
    "alias bomb": Bad(content(ALIASES), "R104", "2017/bad.yaml:1:4"),
    "GB18030": Bad(content(PLAN.encode("gb18030")), "R101", "2017/bad.yaml:2:8"),
    "UTF-16": Bad(content(PLAN.encode("utf-16")), "R102"),
    "UTF-16 without a mark": Bad(content(PLAN.encode("utf-16-le")), "R101", "2017/bad.yaml:2:16"),
    "UTF-8 with a mark": Bad(content(PLAN.encode("utf-8-sig")), "R102"),
    "a folder": Bad(lambda folder: (folder / "bad.yaml").mkdir(), "R110"),
    "link out of the tree": Bad(link("/etc/passwd"), "R110"),
    "dangling link": Bad(link("没有"), "R110"),
    "link to itself": Bad(link("bad.yaml"), "R110"),
    "link to a good plan": Bad(link("zb-2017-01.yaml"), "R110"),
    "link to a folder": Bad(link(".."), "R110"),
    "link without a suffix": Bad(lambda folder: (folder / "bad").symlink_to(".."), "R110", "2017/bad:1:1"),
    "link to a device": Bad(link("/dev/zero"), "R110"),
    "fifo": Bad(lambda folder: os.mkfifo(folder / "bad.yaml"), "R110"),
    "newline in its name": Bad(named("b\nad.yaml"), "R120", "2017/b\\u000aad.yaml:3:1"),
    "escape in its name": Bad(named("b\x1b[31m.yaml"), "R120", "2017/b\\u001b[31m.yaml:3:1"),
    "bytes for a name": Bad(named(b"b\xff\xfe.yaml"), "R120", "2017/b��.yaml:3:1"),
    ".yml": Bad(named("bad.yml", PLAN), "R114", "2017/bad.yml:1:1"),
    ".YAML": Bad(named("bad.YAML", PLAN), "R114", "2017/bad.YAML:1:1"),
    "a huge line": Bad(content(FOO + "bar: " + "长" * 2_000_000), "R120", "2017/bad.yaml:3:1"),
    "a huge line of rubbish": Bad(content("x" * 7_000_000 + ": ["), "R108", "2017/bad.yaml:1:7000001"),
    "a huge key": Bad(content(FOO.replace("foo", '"' + "k" * 1000 + '"')), "R120", "2017/bad.yaml:3:1"),
    "a huge value": Bad(
        content("id: bad\ntitle: 甲\nitems: [{id: 1, title: 乙, due: '" + "9" * 1_000_000 + "'}]"),
        "R123",
        "2017/bad.yaml:3:32",
    ),
    "a huge name": Bad(content("id: " + "甲 " * 500_000 + "\ntitle: 甲\n"), "R124", "2017/bad.yaml:1:5"),
    "keys without end": Bad(content("".join(f"k{n}: 1\n" for n in range(40_000))), "R120"),
    "items without end": Bad(
        content("id: bad\ntitle: 甲\nitems:\n" + "- 1\n" * 80_000), "R122", "2017/bad.yaml:4:3"
    ),
    "merge key": Bad(content("a: &a {b: 1}\nc:\n  <<: *a\n"), "R104", "2017/bad.yaml:1:4"),
    "python tag": Bad(
        content("id: !!python/object/apply:os.system [touch x]\n"), "R105", "2017/bad.yaml:1:5"
    ),
    "two documents": Bad(content(PLAN + "---\nid: b\n"), "R107", "2017/bad.yaml:16:1"),
    "tabs": Bad(content("id: bad\n\ttitle: x\n"), "R103", "2017/bad.yaml:2:1"),
    "surrogate": Bad(content('id: bad\ntitle: "\\ud800"\n'), "R108", "2017/bad.yaml:2:11"),
    "NUL escape": Bad(content('id: bad\ntitle: "a\\0b"\nfoo: 1\n'), "R120", "2017/bad.yaml:3:1"),
    "huge number": Bad(
        content("id: bad\ntitle: 甲\nitems: [{id: 1, title: 乙, weight: " + "9" * 5000 + "}]\n"),
        "R123",
        "2017/bad.yaml:3:35",
    ),
    "odd keys": Bad(content("? [a, b]\n: 1\n"), "R108", "2017/bad.yaml:1:3"),
    "null keys": Bad(content("~: 1\n? \n: 2\nid: bad\ntitle: 甲\n"), "R120"),
    "carriage returns": Bad(content("id: bad\rtitle: 甲\rfoo: 1\r"), "R120", "2017/bad.yaml:3:1"),
    "line separators": Bad(
        content("id: bad\ntitle: 甲\u2028乙\u0085丙\nfoo: 1\n"), "R108", "2017/bad.yaml:3:1"
    ),
    "not permitted": Bad(locked, "R111"),
    "a folder not permitted": Bad(locked_folder, "R111", "2017/锁:1:1"),
}
NOT_FOR_ROOT = {"not permitted", "a folder not permitted"}
AS_ROOT = os.geteuid() == 0


IN_COMMITS = [name for name, bad in BAD.items() if bad.code not in {"R109", "R110", "R111"}]


@pytest.fixture(params=BAD, scope="module")
def case(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Bad, Path]]:
    """One bad file among good ones; every test reads the same."""
    if request.param in NOT_FOR_ROOT and AS_ROOT:
        pytest.skip("root may read everything")
    ledger = write_ledger(tmp_path_factory.mktemp("bad") / "ledger")
    bad = BAD[request.param]
    bad.make(ledger / "2017")
    with reading_once(ledger):
        yield bad, ledger


def timed(*args: str, cwd: Path) -> Ran:
    start = time.monotonic()
    done = run(*args, cwd=cwd)
    assert time.monotonic() - start < SECONDS
    assert "Traceback" not in done.err
    assert "程序出错" not in done.err
    return done


def assert_told(done: Ran, bad: Bad) -> None:
    """The diagnostic stands in the document, and its place is the one expected."""
    told = [d for d in done.document["diagnostics"] if d["code"] == bad.code]
    assert told, done.document["diagnostics"][:3]
    place = "{path}:{line}:{column}".format(**told[0])
    assert place == bad.place
    assert told[0]["severity"] == "error"
    assert all(0 < len(d["message"]) < 500 for d in told)
    assert len(done.document["diagnostics"]) <= 1000


def test_a_bad_file_is_told_and_the_good_ones_count(case: tuple[Bad, Path]) -> None:
    bad, ledger = case

    status = timed("status", *DAY, "--format", "json", cwd=ledger)
    assert status.code == 1
    assert status.document["ok"] is False
    total = status.data["total"]
    assert (total["total"], total["completed"], total["overdue"]) == (6, 2, 2)
    assert_told(status, bad)
    assert any("未读入" in remark for remark in status.document["remarks"])

    check = timed("check", *DAY, "--format", "json", cwd=ledger)
    assert check.code == 1
    assert_told(check, bad)

    overdue = timed("overdue", *DAY, "--format", "json", cwd=ledger)
    assert overdue.code == 1
    assert [item["ref"] for item in overdue.data["items"]] == ["zb-2017-02/1", "zb-2017-01/2"]

    unit = timed("unit", "市财政局", *DAY, "--format", "json", cwd=ledger)
    assert unit.code == 1
    assert unit.data["led"]["total"] == 5

    escalate = timed("escalate", *DAY, "--format", "json", cwd=ledger)
    assert escalate.code == 2
    assert escalate.document["ok"] is False
    assert escalate.data is None
    assert_told(escalate, bad)


def test_a_bad_file_is_told_to_readers(case: tuple[Bad, Path]) -> None:
    bad, ledger = case
    for form in ("plain", "markdown"):
        done = timed("status", *DAY, "--format", form, cwd=ledger)
        assert done.code == 1
        assert "33.3%" in done.out
        assert f"{bad.place} 错误 {bad.code} " in done.err
        assert not any(ord(c) < 32 and c != "\n" for c in done.out + done.err)
    for form in ("text", "github"):
        done = timed("check", *DAY, "--format", form, cwd=ledger)
        assert done.code == 1
        assert bad.code in done.out
        assert not any(ord(c) < 32 and c != "\n" for c in done.out)
        assert max(map(len, done.lines)) < 1000
    done = timed("escalate", *DAY, cwd=ledger)
    assert (done.code, done.out) == (2, "")
    assert bad.place in done.err


@pytest.mark.parametrize("case", IN_COMMITS, indirect=True)
def test_a_bad_file_is_no_worse_in_a_commit(case: tuple[Bad, Path]) -> None:
    bad, ledger = case
    git(ledger, "init", "-q")
    git(ledger, "add", "-A")
    git(ledger, "commit", "-q", "-m", "x", day="2017-10-31")
    done = timed("status", "--at", "HEAD", "--format", "json", cwd=ledger)
    assert done.code == 1
    assert done.data["total"]["total"] == 6
    assert_told(done, bad)


def test_links_in_a_commit_are_not_followed_either(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path)
    (ledger / "2017" / "bad.yaml").symlink_to("/etc/passwd")
    git(ledger, "init", "-q")
    git(ledger, "add", "-A")
    git(ledger, "commit", "-q", "-m", "x", day="2017-10-31")
    done = run("status", "--at", "HEAD", "--format", "json", cwd=ledger)
    assert_told(done, BAD["dangling link"])


# --- the files that everything leans on --------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["ledger.yaml", "units.yaml", "policy.yaml", "calendar.yaml", "registers/upstream.yaml"]
)
@pytest.mark.parametrize(
    "data", [b"", b"x: [", b"\xff\xfe", b"- 1\n", b"format: x\nunits: 1\nversions: 2\n"], ids=ascii
)
def test_a_bad_head_hides_no_plan(tmp_path: Path, name: str, data: bytes) -> None:
    ledger = write_ledger(tmp_path)
    (ledger / name).parent.mkdir(exist_ok=True)
    (ledger / name).write_bytes(data)
    done = run("status", *DAY, "--format", "json", cwd=ledger)
    assert done.code == 1, done.err
    assert done.data["total"]["total"] == 6
    assert any(d["path"] == name for d in done.document["diagnostics"])
    for line in ("check", "overdue", "items", "list units", "list plans"):
        assert run(*line.split(), *DAY, cwd=ledger).code == 1
    assert run("escalate", *DAY, cwd=ledger).code == 2


def test_a_bad_plan_whose_name_ends_alike_is_no_head(tmp_path: Path) -> None:
    folder = write_ledger(tmp_path / "plans")
    (folder / "2017" / "old-ledger.yaml").write_text("id: [", "utf-8")
    said = run("status", "--ledger", folder, *DAY, cwd=tmp_path)
    assert "old-ledger.yaml" in said.out
    assert "都没有生效" not in said.out


def test_of_two_files_with_one_id_the_one_named_so_counts(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path)
    other = PLANS["zb-2017-01"].replace("编制预算公开办法", "另一份").split("  - id: 2")[0]
    (ledger / "2017" / "aaa.yaml").write_text(other, "utf-8")
    done = run("status", *DAY, "--format", "json", cwd=ledger)
    assert done.code == 1
    assert done.data["total"]["total"] == 6
    assert [(d["code"], d["path"]) for d in done.document["diagnostics"]] == [("P101", "2017/aaa.yaml")]


def test_every_bad_file_at_once(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path)
    for n, (name, bad) in enumerate(BAD.items()):
        if name in NOT_FOR_ROOT or name in {
            "50 MB",
            "keys without end",
            "items without end",
            "a huge line of rubbish",
        }:
            continue
        (ledger / f"{n}").mkdir()
        bad.make(ledger / f"{n}")
    done = timed("status", *DAY, "--format", "json", cwd=ledger)
    assert done.data["total"]["total"] == 6
    unread = [d["path"] for d in done.document["diagnostics"]]
    assert len(set(unread)) >= 35
    out = timed("status", *DAY, cwd=ledger).out
    (note,) = [line for line in out.splitlines() if "未读入" in line]
    assert " 等" in note
    assert len(note) < 300


def test_files_that_are_not_the_ledgers_are_left_alone(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path)
    for name in (".hidden.yaml", ".git.yaml", "笔记.md", "表.xlsx", "a.yaml.bak", "a.yaml~", "README"):
        (ledger / "2017" / name).write_bytes(b"\xff\x00[")
    (ledger / ".obsidian").mkdir()
    (ledger / ".obsidian" / "x.yaml").write_text("[", "utf-8")
    done = run("check", *DAY, "--format", "json", cwd=ledger)
    assert done.code == 0
    assert done.document["diagnostics"] == []


def test_files_of_a_later_version_are_a_note(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path)
    (ledger / "bulletins").mkdir()
    (ledger / "bulletins" / "2017-10.yaml").write_text("B1: 3\n", "utf-8")
    done = run("status", *DAY, "--format", "json", cwd=ledger)
    assert done.code == 0
    assert [d["severity"] for d in done.document["diagnostics"]] == ["note"]
    assert run("status", *DAY, cwd=ledger).err == ""
    assert run("check", "--strict", *DAY, cwd=ledger).code == 0


def test_a_register_under_a_mistyped_name_is_warned_of_with_the_nearest(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path)
    (ledger / "registers").mkdir()
    (ledger / "registers" / "pilot.yaml").write_text("pilots: []\n", "utf-8")
    done = run("status", *DAY, "--format", "json", cwd=ledger)
    assert [(d["code"], d["severity"], d["hint"]) for d in done.document["diagnostics"]] == [
        ("R131", "warning", "是否为“pilots”？")
    ]
    assert run("check", "--strict", *DAY, cwd=ledger).code == 1


def test_what_a_file_says_drives_no_terminal(tmp_path: Path) -> None:
    """Titles are data: escape sequences, direction marks and markup come out as what they are."""
    ledger = write_ledger(tmp_path)
    hostile = '"\\e[31m红\\e]0;标题\\a \\u202eabc | `x` <b>粗</b> ![](x) =1+1"'
    path = ledger / "2017" / "zb-2017-01.yaml"
    path.write_text(PLANS["zb-2017-01"].replace("建立绩效评价制度", hostile), "utf-8")
    for line in (
        "items",
        "overdue",
        "show zb-2017-01/2",
        "why zb-2017-01/2",
        "unit 市财政局",
        "escalate",
        "check",
    ):
        for form in ("plain", "markdown") if line != "check" else ("text", "github"):
            done = run(*line.split(), *DAY, "--format", form, cwd=ledger)
            assert not {"\x1b", "\x07", "\u202e"} & set(done.out + done.err)
        done = run(*line.split(), *DAY, cwd=ledger, terminal=100)
        assert "\x1b]" not in done.out
        assert "\u202e" not in done.out
        assert "\x1b" not in run(*line.split(), *DAY, "--format", "json", cwd=ledger).out
    (item,) = run("items", "--text", "红", *DAY, "--format", "json", cwd=ledger).data["items"]
    assert item["title"] == json.loads(hostile.replace("\\e", "\\u001b").replace("\\a", "\\u0007"))
