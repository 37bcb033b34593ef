"""``ledger trend``: months as ``status`` has them, and as they were known at the time, from real commits."""

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from cli_runner import Ran, bundled, cells, commit, git, json_of, reading_anew, run
from review_repository import replace
from small_ledger import HEAD, write_ledger

from ledger.loading.load import load, read_file

FIGURES = ("total", "completed", "rate", "overdue", "not_started")
CITY = ["", "--lead 市财政局", "--unit 旅游局", "--lead 市旅游发展委", "--status 逾期", "--issued-for 6m",
        "--field 经济体制", "--status 本月完成", "--plan zb-2017-05"]  # fmt: skip


def months(done: Ran) -> list[dict[str, Any]]:
    assert done.code == 0, done.err
    found: list[dict[str, Any]] = done.data["months"]
    return found


def figures(month: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(month[key] for key in FIGURES)


@pytest.mark.parametrize("chosen", CITY)
def test_every_month_is_what_status_says_of_its_day(chosen: str) -> None:
    found = json_of("trend", *chosen.split())["months"]
    assert len(found) == 12
    for month in found:
        status = json_of("status", "--day", month["day"], *chosen.split())
        assert figures(month) == figures(status["total"])
        assert month["papers"] == (status["papers"]["month"] if status["papers"] else {})
        assert month["month"] == month["day"][:7]


def test_the_last_month_is_the_judged_day() -> None:
    days = [m["day"] for m in json_of("trend", "--day", "2017-03-15", "--months", "3")["months"]]
    assert days == ["2017-01-31", "2017-02-28", "2017-03-15"]
    assert [m["day"] for m in json_of("trend", "--month", "2017-02", "--months", "1")["months"]] == [
        "2017-02-28"
    ]


def test_months_before_the_first_record_are_left_out_and_said_to_be() -> None:
    done = bundled("trend", "--months", "120", "--format", "json")
    assert len(months(done)) == 12
    assert done.document["remarks"][-1] == "最早的记录在 2016年11月1日，此前 108 个月不列"
    assert len(months(bundled("trend", "--day", "2010-01-31", "--format", "json"))) == 1


def test_a_ledger_without_a_record_has_the_day_alone(tmp_path: Path) -> None:
    folder = write_ledger(tmp_path, {})
    done = run("trend", "--format", "json", cwd=folder)
    assert [figures(m) for m in months(done)] == [(0, 0, None, 0, 0)]
    assert done.document["remarks"][-1] == "台账里还没有记录，此前 11 个月不列"


@pytest.mark.parametrize("number", ["0", "-1", "121", "012", "1.5", "x", "", "１２"])
def test_other_numbers_of_months_are_refused(number: str) -> None:
    done = bundled("trend", "--months", number)
    assert (done.code, done.out) == (2, "")
    assert "1 至 120 的整数" in done.err


def test_a_day_to_come_is_marked_as_a_forecast(tmp_path: Path) -> None:
    folder = write_ledger(tmp_path)
    assert "预测" in run("trend", "--month", "2018-01", cwd=folder).lines[1]
    running = run("trend", "--month", "2017-11", "--format", "json", cwd=folder)
    assert "本月未完" in running.document["remarks"][0]
    assert months(running)[-1]["day"] == "2017-11-15"


def test_a_month_is_one_row_of_a_table_by_the_glossarys_names() -> None:
    rows = list(csv.DictReader(io.StringIO(bundled("trend", "--format", "csv").out)))
    may = next(row for row in rows if row["month"] == "2017-05")
    assert (may["prompt_slip_papers"], may["prompt_slip_rows"]) == ("17", "28")
    assert (may["assignment_slip_papers"], may["rectification_order_rows"]) == ("1", "0")
    assert (may["rate"], may["overdue"]) == ("9.4", "1")
    chosen = next(csv.DictReader(io.StringIO(bundled("trend", *CITY[1].split(), "--format", "csv").out)))
    assert list(chosen) == list(may)
    assert chosen["prompt_slip_papers"] == ""


@pytest.mark.parametrize("line", ["trend", "trend --recorded"])
def test_fits_a_terminal_of_80_cells(line: str) -> None:
    out = run(*line.split(), terminal=80).lines
    assert max(map(cells, out)) <= 80
    assert "计数" in "".join(out[:6])
    assert not any("计数：" in text for text in out)  # a table, not cards


# --- as it was known ---------------------------------------------------------------------------------------

DONE = "      - {date: 2017-08-25, event: 完成, evidence: [{number: 云教〔2017〕3号}]}\n"
STARTED = "      - date: 2017-06-01\n        event: 启动\n"
LATE = "      - {date: 2017-06-10, event: 进展, percent: 50, recorded: 2017-07-05}\n"


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The ledger from 20 July; on 12 October a completion of August that does not say when it was recorded.

    One entry of June says that it was recorded in July, before there was a repository.
    """
    top = tmp_path_factory.mktemp("recorded") / "repository"
    second = write_ledger(top / "plans") / "2017" / "zb-2017-02.yaml"
    replace(second, STARTED, STARTED + LATE)
    git(top, "init", "-q")
    (top / "README.md").write_text("还没有台账\n", "utf-8")
    git(top, "add", "README.md")
    git(top, "commit", "-qm", "first", day="2017-04-10")
    july = commit(top, "2017-07-20")
    replace(second, LATE, LATE + DONE)
    october = commit(top, "2017-10-12")
    return {"top": top, "july": july, "october": october}


@pytest.fixture
def copy(history: dict[str, Any], tmp_path: Path) -> Path:
    return Path(shutil.copytree(history["top"], tmp_path / "copy"))


def recorded(top: Path, *args: str) -> list[dict[str, Any]]:
    return months(run("trend", "--recorded", "--months", "6", *args, "--format", "json", cwd=top))


def test_a_month_is_read_from_the_commit_of_its_time(history: dict[str, Any]) -> None:
    july, october = (f"commit {history[name][:12]}" for name in ("july", "october"))
    found = recorded(history["top"])
    assert [(m["month"], m["source"], m["recorded_later"]) for m in found] == [
        ("2017-06", "recorded", 1),
        ("2017-07", july, 0),
        ("2017-08", july, 1),
        ("2017-09", july, 1),
        ("2017-10", october, 0),
        ("2017-11", october, 0),
    ]
    assert [(m["rate"], m["now"]["rate"]) for m in found][1:4] == [
        ("33.3", "33.3"), ("33.3", "50.0"), ("33.3", "50.0"),
    ]  # fmt: skip
    for month in found[1:]:
        then = run("status", "--at", month["day"], "--format", "json", cwd=history["top"])
        now = run("status", "--day", month["day"], "--format", "json", cwd=history["top"])
        assert figures(month) == figures(then.data["total"])
        assert figures(month["now"]) == figures(now.data["total"])


def test_filters_hold_for_both_sides(history: dict[str, Any]) -> None:
    school, finance = (recorded(history["top"], "--lead", name) for name in ("市教育局", "市财政局"))
    assert [(m["completed"], m["now"]["completed"], m["recorded_later"]) for m in school][2:4] == [
        (0, 1, 1), (0, 1, 1),
    ]  # fmt: skip
    assert all(m["recorded_later"] == 0 and figures(m) == figures(m["now"]) for m in finance)


def test_people_see_both_figures_where_they_differ(history: dict[str, Any]) -> None:
    done = run("trend", "--recorded", "--months", "6", cwd=history["top"])
    assert done.lines[2] == "1 个月没有当时的提交，按补记日期（recorded）推算，没写补记日期的算当天已记"
    august = next(line for line in done.lines if line.startswith("2017-08"))
    assert august.split() == ["2017-08", "6", "2", "现3", "33.3%", "现50.0%", "0", "1", history["july"][:12]]
    assert next(line for line in done.lines if line.startswith("2017-06")).split()[-1] == "补记日期"


def test_a_commit_is_read_once_and_what_did_not_change_is_not_parsed_again(history: dict[str, Any]) -> None:
    with (
        reading_anew(),
        mock.patch("ledger.commands.reading.load", wraps=load) as loads,
        mock.patch("ledger.loading.load.read_file", wraps=read_file) as parsed,
    ):
        assert len(recorded(history["top"])) == 6
    assert loads.call_count == 4  # the work tree and every commit, the one without a ledger too
    assert sum(call.args[0].path.endswith("zb-2017-02.yaml") for call in parsed.call_args_list) == 2
    assert sum(call.args[0].path.endswith("units.yaml") for call in parsed.call_args_list) == 1


@pytest.mark.parametrize("folder", ["台账", "."])
def test_a_ledger_that_was_moved_is_read_where_it_stood(copy: Path, folder: str) -> None:
    expected = recorded(copy)
    (copy / folder).mkdir(exist_ok=True)
    for name in ("2017", "ledger.yaml", "units.yaml"):
        git(copy, "mv", f"plans/{name}", folder)
    commit(copy, "2017-11-10")
    found = recorded(copy, "--ledger", str(copy / folder))
    assert [figures(m) for m in found] == [figures(m) for m in expected]
    assert [m["recorded_later"] for m in found] == [m["recorded_later"] for m in expected]


def test_what_a_commit_holds_in_a_broken_file_is_said_to_be_missing(copy: Path) -> None:
    path = copy / "plans" / "2017" / "zb-2017-03.yaml"
    whole = path.read_text("utf-8")
    path.write_text("id: [\n", "utf-8")
    broken = commit(copy, "2017-10-20")
    path.write_text(whole, "utf-8")
    commit(copy, "2017-11-02")
    done = run("trend", "--recorded", "--months", "2", "--format", "json", cwd=copy)
    assert [(m["total"], m["now"]["total"]) for m in months(done)] == [(4, 6), (6, 6)]
    assert done.document["remarks"][-1] == (
        f"注意：当时的提交里有文件有错，没有读入，当时的数字不含其中内容：{broken[:12]}（1 个）"
    )


def test_a_shallow_clone_says_that_older_commits_are_not_here(copy: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", copy.as_uri(), str(clone))
    done = run("trend", "--recorded", "--months", "6", "--format", "json", cwd=clone)
    sources = [m["source"] for m in months(done)]
    assert [s.split()[0] for s in sources] == ["recorded"] * 4 + ["commit"] * 2
    assert done.document["remarks"][-1].startswith("4 个月没有当时的提交")
    assert "git fetch --unshallow" in done.document["remarks"][-1]
    assert [m["completed"] for m in months(done)] == [
        1,
        2,
        3,
        3,
        3,
        3,
    ]  # the entry does not say that it was late


def _as_a_folder(top: Path) -> None:
    shutil.rmtree(top / ".git")


def _without_commits(top: Path) -> None:
    shutil.rmtree(top / ".git")
    git(top, "init", "-q")


@pytest.mark.parametrize("change", [_as_a_folder, _without_commits])
def test_without_commits_entries_say_when_they_were_recorded(
    copy: Path, change: Callable[[Path], None]
) -> None:
    change(copy)
    found = recorded(copy)
    assert {m["source"] for m in found} == {"recorded"}
    assert [m["recorded_later"] for m in found] == [1, 0, 0, 0, 0, 0]
    assert [figures(m) for m in found] == [figures(m["now"]) for m in found]


def test_the_cities_papers_of_a_month_stand_beside_those_known_then() -> None:
    for month in json_of("trend", "--recorded")["months"]:
        assert month["papers"] == month["now"]["papers"]


def test_an_archived_ledger_is_recalled_up_to_its_day(tmp_path: Path) -> None:
    folder = write_ledger(tmp_path, head=HEAD + "as_of: 2017-07-01\n")
    assert [m["day"] for m in recorded(folder)][-2:] == ["2017-06-30", "2017-07-01"]
