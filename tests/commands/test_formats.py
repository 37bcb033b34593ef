"""``--format``, ``-o``, ``--color``: the same answer on a pipe, in a file, on a terminal."""

import csv
import io
import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from cli_runner import PROGRAM, ROOT, bundled, cells, doubtful, environment, json_of, plain, run, shell

LOOKS = [
    "status",
    "status --by lead",
    "trend",
    "trend --recorded --lead 市财政局",
    "items",
    "overdue",
    "upcoming",
    "unit 市财政局",
    "unit 市委改革办",
    "show zb-2017-05",
    "show zb-2017-05/2",
    "show TS-2017-025",
    "show zy-2016-11",
    "why zb-2017-05/8",
    "why zb-2017-02/8",
    "list",
    "list plans",
    "list slips",
    "list upstream",
    "list units",
    "rule",
    "rule P123",
    "rule E8",
    "rule B3",
    "escalate --month 2017-10",
    "escalate --month 2017-12",
]
FORMATS = ["table", "plain", "markdown", "json", "jsonl", "csv"]


# --- in a pipe ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", LOOKS)
@pytest.mark.parametrize("form", FORMATS)
def test_every_look_command_takes_every_format(line: str, form: str) -> None:
    done = bundled(*line.split(), "--format", form)
    assert done.code == 0, done.err
    if form in {"csv", "jsonl"} and not line.startswith("rule"):
        assert done.err.startswith("截至 2017年")  # rows have no room for the day
    else:
        assert done.err == ""
    assert "\x1b" not in done.out + done.err
    if form == "jsonl":
        assert all(text.startswith("{") for text in done.lines)
    else:
        assert done.out.endswith("\n")
        assert not done.out.endswith("\n\n")


@pytest.mark.parametrize("line", LOOKS)
def test_table_in_a_pipe_is_plain(line: str) -> None:
    assert bundled(*line.split()).out == bundled(*line.split(), "--format", "plain").out


@pytest.mark.parametrize("form", ["plain", "markdown"])
def test_nothing_is_cut_in_a_pipe(form: str) -> None:
    out = bundled("items", "--format", form).out
    for item in json_of("items")["items"]:
        assert item["ref"] in out
        assert item["title"] in out
        for lead in item["lead"]:
            assert lead in out


def test_plain_columns_stand_under_each_other() -> None:
    lines = bundled("items", "--format", "plain").lines
    rule = next(line for line in lines if re.fullmatch("[- ]+", line))
    starts = [cells(rule[: m.start()]) for m in re.finditer("-+", rule)]
    for line in lines[lines.index(rule) + 1 :]:
        if "/" not in line:
            continue
        positions = {cells(line[:n]) for n in range(len(line))}
        assert set(starts) <= positions
        assert all(line[n] != " " for n in range(len(line)) if cells(line[:n]) in starts)


@pytest.mark.parametrize("line", LOOKS)
def test_jsonl_and_csv_hold_the_same_rows(line: str) -> None:
    rows = [json.loads(text) for text in bundled(*line.split(), "--format", "jsonl").lines]
    table = list(csv.DictReader(io.StringIO(bundled(*line.split(), "--format", "csv").out)))
    assert len(rows) == len(table)
    keys = list(dict.fromkeys(key for row in rows for key in row))
    for row, cell in zip(rows, table, strict=True):
        assert list(cell) == keys
        for key, value in row.items():
            if isinstance(value, str) and not value.startswith(("=", "+", "-", "@")):
                assert cell[key] == value
            elif isinstance(value, bool):
                assert cell[key] == str(value).lower()
            elif isinstance(value, int):
                assert cell[key] == str(value)
            elif value is None:
                assert cell[key] == ""


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("items", "items"),
        ("overdue", "duties"),
        ("upcoming", "duties"),
        ("status --by lead", "groups"),
        ("list plans", "plans"),
        ("list slips", "slips"),
        ("escalate", "proposed"),
        ("unit 市财政局", "duties"),
    ],
)
def test_jsonl_is_the_list_that_json_holds(line: str, key: str) -> None:
    rows = [json.loads(text) for text in bundled(*line.split(), "--format", "jsonl").lines]
    assert rows == json_of(*line.split())[key]


def test_csv_without_rows_has_its_columns() -> None:
    """A program that reads columns by name must not fall over on a good month."""
    out = bundled("overdue", "--day", "2016-01-01", "--format", "csv").out
    assert "ref" in out.splitlines()[0]


@pytest.mark.parametrize("command", ["check", "check --day 2017-06-30"])
@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_check_has_formats_of_its_own(command: str, form: str) -> None:
    done = bundled(*command.split(), "--format", form)
    assert done.code == 0, done.err
    assert "P108" in done.out


def test_check_prints_text_unless_told() -> None:
    assert bundled("check").out == bundled("check", "--format", "text").out


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("status --format yaml", "table"),
        ("status --format JSON", "json"),
        ("status --format jsn", "json"),
        ("check --format csv", "text"),
        ("check --format jsonl", "json"),
        ("status --color blue", "always"),
    ],
)
def test_another_format_or_colour_is_wrong_use(line: str, hint: str) -> None:
    done = bundled(*line.split())
    assert done.code == 2
    assert done.out == ""
    assert hint in done.err
    assert len(done.err.splitlines()) == 1


def test_the_same_input_gives_the_same_bytes() -> None:
    for line in ("status --format json", "escalate --format markdown", "items --format csv"):
        assert run(*line.split()).out == run(*line.split()).out


# --- into a file -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_stdout_would_have_shown(form: str, tmp_path: Path) -> None:
    path = tmp_path / "结果"
    done = run("items", "--format", form, "-o", path)
    assert (done.code, done.out) == (0, "")
    assert path.read_bytes().decode() == bundled("items", "--format", form).out


def test_a_file_of_check_too(tmp_path: Path) -> None:
    run("check", "--format", "github", "-o", tmp_path / "a")
    assert (tmp_path / "a").read_text("utf-8") == bundled("check", "--format", "github").out


def test_a_table_in_a_file_is_not_cut_and_has_no_colour(tmp_path: Path) -> None:
    run("items", "-o", tmp_path / "a", terminal=40)
    text = (tmp_path / "a").read_text("utf-8")
    assert "\x1b" not in text
    for item in json_of("items")["items"]:
        assert item["title"] in text


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("旧" * 100_000, "utf-8")
    other = tmp_path / "hard-link"
    os.link(path, other)
    run("overdue", "--format", "csv", "-o", path)
    assert path.read_text("utf-8") == bundled("overdue", "--format", "csv").out
    assert other.read_text("utf-8").startswith("旧"), "a reader of the old file keeps it"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.csv", "hard-link"], "nothing is left lying about"


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    assert run("status", "-o", tmp_path / "甲" / "乙.txt").code == 0
    assert (tmp_path / "甲" / "乙.txt").is_file()


def test_a_relative_file_stands_in_the_current_folder(tmp_path: Path) -> None:
    run("status", "--ledger", ROOT / "plans", "-o", "a.txt", cwd=tmp_path)
    assert (tmp_path / "a.txt").is_file()


@pytest.mark.parametrize("target", [".", "/proc/nowhere/a.txt", "file/a.txt"])
def test_a_file_that_cannot_be_written_is_wrong_use(target: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    done = run("status", "--ledger", ROOT / "plans", "-o", target, cwd=tmp_path)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1


def test_dev_stdout_is_a_file_like_any_other() -> None:
    done = shell("list", "-o", "/dev/stdout")
    assert done.returncode == 0
    assert done.stdout == bundled("list").out


# --- colour ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "env", "terminal", "coloured"),
    [
        ([], {}, None, False),
        ([], {}, 80, True),
        (["--color", "never"], {}, 80, False),
        (["--color", "always"], {}, None, True),
        ([], {"NO_COLOR": "1"}, 80, False),
        ([], {"NO_COLOR": ""}, 80, True),
        ([], {"FORCE_COLOR": "1"}, None, True),
        ([], {"FORCE_COLOR": "0"}, None, False),
        ([], {"NO_COLOR": "1", "FORCE_COLOR": "1"}, None, False),
        (["--color", "always"], {"NO_COLOR": "1"}, None, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, 80, False),
        ([], {"TERM": "dumb"}, 80, False),
    ],
)
@pytest.mark.parametrize("command", ["overdue", "check"])
def test_colour(
    command: str, args: list[str], env: dict[str, str], terminal: int | None, *, coloured: bool
) -> None:
    assert ("\x1b" in run(command, *args, env=env, terminal=terminal).out) is coloured


@pytest.mark.parametrize("form", ["markdown", "json", "jsonl", "csv", "plain"])
def test_formats_for_programs_never_have_colour(form: str) -> None:
    assert "\x1b" not in run("overdue", "--format", form, "--color", "always").out


def test_coloured_tables_in_a_pipe_are_not_cut() -> None:
    out = plain(run("items", "--color", "always").out)
    for item in json_of("items")["items"]:
        assert item["title"] in out


def test_check_with_colour_is_check_without() -> None:
    assert plain(run("check", "--color", "always").out) == bundled("check").out


# --- on a terminal -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", LOOKS)
@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(line: str, width: int) -> None:
    done = bundled(*line.split(), terminal=width)
    assert done.code == 0, done.err
    wide = [text for text in plain(done.out).splitlines() if cells(text) > width]
    assert wide == []


@pytest.mark.parametrize("line", LOOKS)
def test_no_character_of_a_terminal_screen_is_of_doubtful_width(line: str) -> None:
    """Quotation marks that a file's own text has are its author's; everything that we add is safe."""
    out = plain(bundled(*line.split(), terminal=120).out)
    assert doubtful(out) - set("“”‘’—…·") == set()
    if line.split(maxsplit=1)[0] not in {"rule", "why"}:
        assert doubtful(out) == set()


@pytest.mark.parametrize("width", [80, 100])
def test_a_terminal_folds_and_leaves_nothing_out(width: int) -> None:
    lines = plain(bundled("items", terminal=width).out).splitlines()
    head = next(n for n, line in enumerate(lines) if line.startswith("事项 "))
    first, last = (cells(lines[head].partition(title)[0]) for title in ("名称", "牵头单位"))
    texts = [_between(line, first, last) for line in lines[head + 2 :]]
    titles = "".join(texts).replace(" ", "")
    for item in json_of("items")["items"]:
        assert item["title"] in titles


def _between(line: str, first: int, last: int) -> str:
    """The characters that stand in cells ``first`` to ``last``."""
    return "".join(c for n, c in enumerate(line) if first <= cells(line[:n]) < last)


@pytest.mark.parametrize(
    "line", ["items", "overdue", "list plans", "list slips", "list upstream", "list units"]
)
def test_columns_of_a_table_never_shrink_to_a_thread(line: str) -> None:
    """On 80 cells a row may take some lines, but nobody reads one character a line."""
    lines = plain(bundled(*line.split(), terminal=80).out).splitlines()
    thread = [re.fullmatch(r" +\S( +\S)*", text) is not None for text in lines]
    run_of_three = [n for n in range(len(lines) - 2) if all(thread[n : n + 3])]
    assert [lines[n - 1 : n + 3] for n in run_of_three[:1]] == []


@pytest.mark.parametrize("width", [20, 30, 50])
def test_a_very_narrow_terminal_is_no_fault(width: int) -> None:
    for line in ("status", "items", "list upstream", "unit 市财政局"):
        assert bundled(*line.split(), terminal=width).code == 0


@pytest.mark.parametrize("width", [80, 120])
def test_a_real_terminal(width: int) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [PROGRAM, "status"], cwd=ROOT, stdout=theirs, env=environment({"COLUMNS": str(width)})
    )
    os.close(theirs)
    read = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not piece:
            break
        read += piece
    os.close(ours)
    assert process.wait(30) == 0
    text = read.decode()
    assert "\x1b[" in text
    assert "###" in text, "the bar"
    assert max(cells(line) for line in text.splitlines()) <= width
    assert doubtful(plain(text)) == set()
