"""``escalate --write``: what it issues, with which numbers, signers and limits; and that twice is once."""

from collections import Counter
from pathlib import Path

import pytest
from cli_runner import ROOT, Ran, commit, git, json_of, run
from issuing_ledger import OCTOBER, contents, errors, issued, october, small
from output_shape import faults
from small_ledger import write_ledger

# --- the bundled October -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """The bundled city after its October run, and what the run said."""
    folder = october(tmp_path_factory.mktemp("october"))
    return folder, run(*OCTOBER, "--write", "--format", "json", cwd=folder)


def test_october_issues_what_it_proposed(written: tuple[Path, Ran]) -> None:
    _, done = written
    assert (done.code, done.err) == (0, "")
    assert faults(done.document) == []
    before = json_of(*OCTOBER)
    assert {key: done.data[key] for key in ("proposed", "counts", "referral", "hold")} == {
        key: before[key] for key in ("proposed", "counts", "referral", "hold")
    }
    papers = Counter(slip["rung"] for slip in done.data["issued"])
    assert papers == {kind: count["papers"] for kind, count in before["counts"].items()}
    rows = {(s["rung"], s["track"], r["subject"], s["unit"]) for s in done.data["issued"] for r in s["rows"]}
    assert rows == {(p["rung"], p["track"], p["subject"], p["unit"]) for p in before["proposed"]}


def test_numbers_go_on_within_their_kind_and_orders_are_numbered_by_issue(written: tuple[Path, Ran]) -> None:
    slips = written[1].data["issued"]
    assert [s["id"] for s in slips] == [
        *(f"TS-2017-{n:03}" for n in range(93, 103)),
        *(f"JB-2017-{n:03}" for n in range(12, 21)),
        *(f"CB-2017-{n:03}" for n in range(6, 10)),
        "ZL-2017-004",
        "ZL-2017-005",
    ]
    numbers = {s["id"]: s["number"] for s in slips}
    assert numbers["TS-2017-093"] == "云改办提〔2017〕93号"
    assert numbers["JB-2017-012"] == "云改办交〔2017〕12号"
    assert numbers["CB-2017-009"] == "云改办催〔2017〕9号"
    assert numbers["ZL-2017-004"] == "2017年第4期"


def test_limits_run_in_working_days_from_the_day_of_issue(written: tuple[Path, Ran]) -> None:
    """2017-10-31 and 2, 3, 5, 10, 15 working days: 11-02, 11-03, 11-07, 11-14, 11-21; one calendar month: 11-30."""
    slips = written[1].data["issued"]
    within = {(s["rung"], s["track"]): s["reply_due"] for s in slips}
    assert within == {
        ("提示单", "item"): "2017-11-03",
        ("提示单", "docking"): "2017-11-14",
        ("交办单", "item"): "2017-11-07",
        ("交办单", "docking"): "2017-11-07",
        ("催办单", "item"): "2017-11-03",
        ("责令书", "item"): "2017-11-02",
    }
    limits = {(s["rung"], r["limit"]) for s in slips for r in s["rows"] if s["track"] == "item"}
    assert limits - {("提示单", f"2017-11-{day}") for day in (15, 20, 30)} == {
        ("提示单", None),  # the 长期 item has no day to finish by
        ("交办单", "2017-11-21"),
        ("催办单", "2017-11-14"),
        ("责令书", "2017-11-30"),
    }
    docking = {r["subject"]: r["limit"] for s in slips for r in s["rows"] if s["track"] == "docking"}
    assert docking == {"zy-2017-18": None, "zy-2017-15": "2018-04-17", "sj-2017-03": "2017-11-21"}


def test_git_shows_two_new_files_a_paper_and_no_other(written: tuple[Path, Ran]) -> None:
    folder, done = written
    new = git(folder, "status", "--porcelain", "-uall").splitlines()
    names = [f"plans/slips/2017/{s['id']}{end}" for s in done.data["issued"] for end in (".md", ".yaml")]
    assert sorted(new) == sorted(f"?? {name}" for name in names)


def test_what_was_issued_passes_check_and_is_sealed(written: tuple[Path, Ran]) -> None:
    folder, done = written
    before = [e for e in errors(ROOT, "2017-10-31") if "zb-2017" in e]
    assert errors(folder, "2017-10-31") == before
    for slip in done.data["issued"]:
        paper = (folder / "plans/slips/2017" / f"{slip['id']}.md").read_text("utf-8")
        assert slip["number"] in paper
        assert paper.rstrip().splitlines()[-1].startswith(f"<!-- ledger {slip['id']} sha256:")


def test_a_record_is_as_documented(written: tuple[Path, Ran]) -> None:
    text = (written[0] / "plans/slips/2017/JB-2017-015.yaml").read_text("utf-8")
    assert (
        text
        == """\
# yaml-language-server: $schema=../../../schemas/slip.schema.json
id: JB-2017-015
kind: 交办单
track: item
number: 云改办交〔2017〕15号
unit: 市住房城乡建设局
as_of: 2017-10-31
policy: 2017-01-01
reply_due: 2017-11-07
log:
  - date: 2017-10-31
    event: 签发
    by: 市委改革办
rows:
  - id: 1
    subject: zb-2017-05/2
    limit: 2017-11-21
    log: []
"""
    )


def test_a_second_run_says_0_new_and_changes_no_byte(written: tuple[Path, Ran]) -> None:
    folder, first = written
    before = contents(folder)
    for more in ([], ["--issued-on", "2017-11-02"], ["--track", "item"], ["--track", "docking"]):
        done = run(*OCTOBER, "--write", *more, "--format", "json", cwd=folder)
        assert done.code == 0
        assert faults(done.document) == []
        assert done.data["issued"] == done.data["proposed"] == []
        assert all(count == {"papers": 0, "rows": 0} for count in done.data["counts"].values())
        assert contents(folder) == before
    assert len(run(*OCTOBER, "--format", "json", cwd=folder).data["earlier"]) == len(first.data["issued"])
    assert "新增 0 件" in run(*OCTOBER, "--write", cwd=folder).out


def test_the_papers_of_the_day_before_are_no_longer_proposed(written: tuple[Path, Ran]) -> None:
    data = run(*OCTOBER, "--format", "json", cwd=written[0]).data
    assert data["proposed"] == []
    assert {row["clause"] for row in data["hold"]} == {"E3", "E5", "E12"}


# --- options, on a ledger that fits on a page -----------------------------------------------------------------


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return small(tmp_path)


def test_without_a_policy_the_built_in_ladder_numbers_signs_and_limits(ledger: Path) -> None:
    assert issued(ledger, "2017-10") == {
        "TS-2017-001": ["zb-2017-03/1"],
        "JB-2017-001": ["zb-2017-01/2"],
        "JB-2017-002": ["zb-2017-02/1"],
    }
    text = (ledger / "slips/2017/JB-2017-001.yaml").read_text("utf-8")
    assert "number: 云改办交〔2017〕1号\nunit: 市财政局\nas_of: 2017-10-31\nreply_due: 2017-11-07\n" in text
    assert "policy:" not in text
    assert "by: 市委改革办" in text
    assert "schema" not in text
    assert errors(ledger, "2017-10-31") == []
    issued(ledger, "2017-11")
    issued(ledger, "2017-12")
    text = (ledger / "slips/2017/ZL-2017-001.yaml").read_text("utf-8")
    assert "number: 云改办责〔2017〕1号" in text
    assert "by: 市委深改组" in text
    assert errors(ledger, "2017-12-31") == []


def test_without_write_nothing_is_written(ledger: Path) -> None:
    before = contents(ledger)
    assert run(*OCTOBER, cwd=ledger).code == 0
    assert run(*OCTOBER, "--issued-on", "2017-11-02", cwd=ledger).code == 0
    assert contents(ledger) == before
    assert not (ledger / "slips").exists()


def test_issued_on_is_the_day_from_which_limits_run(ledger: Path) -> None:
    done = run(*OCTOBER, "--issued-on", "2017-11-02", "--write", "--format", "json", cwd=ledger)
    assert faults(done.document) == []
    slip = next(s for s in done.data["issued"] if s["id"] == "JB-2017-001")
    assert (slip["issued"], slip["reply_due"], slip["rows"][0]["limit"]) == (
        "2017-11-02",
        "2017-11-09",
        "2017-11-23",
    )
    text = (ledger / "slips/2017/JB-2017-001.yaml").read_text("utf-8")
    assert "as_of: 2017-10-31" in text
    assert "- date: 2017-11-02\n    event: 签发" in text
    assert "2017年11月2日" in (ledger / "slips/2017/JB-2017-001.md").read_text("utf-8")


@pytest.mark.parametrize("second", [[], ["--issued-on", "2017-11-02"], ["--issued-on", "2017-11-10"]])
def test_a_month_issued_some_days_later_is_still_issued_once(ledger: Path, second: list[str]) -> None:
    run(*OCTOBER, "--issued-on", "2017-11-02", "--write", cwd=ledger)
    before = contents(ledger)
    done = run(*OCTOBER, *second, "--write", "--format", "json", cwd=ledger)
    assert done.code == 0
    assert done.data["issued"] == []
    assert len(done.data["earlier"]) == 3
    assert contents(ledger) == before


def test_papers_of_december_issued_in_january_are_numbered_by_the_year_of_issue(ledger: Path) -> None:
    issued(ledger, "2017-10")
    later = issued(ledger, "2017-12", "--issued-on", "2018-01-03", today="2018-01-05")
    assert later
    assert all("-2018-" in name for name in later)
    assert {Path(name).parent.name for name in contents(ledger) if "2018" in name} == {"2018"}
    assert errors(ledger, "2018-01-05") == []


def test_diff_adds_what_would_be_written_and_writes_nothing(ledger: Path) -> None:
    before = contents(ledger)
    patch = run(*OCTOBER, "--diff", cwd=ledger)
    assert (patch.code, patch.err) == (0, "")
    assert patch.out.startswith(run(*OCTOBER, cwd=ledger).out)
    json = run(*OCTOBER, "--diff", "--format", "json", cwd=ledger)
    assert faults(json.document) == []
    assert json.data["diff"].startswith("--- slips/2017/JB-2017-001.md\n")
    assert patch.out.endswith(json.data["diff"])
    assert json.data["issued"] == []
    assert contents(ledger) == before
    written = run(*OCTOBER, "--diff", "--write", "--format", "json", cwd=ledger)
    assert written.data["diff"] == json.data["diff"]
    assert len(written.data["issued"]) == 3
    for name in sorted(contents(ledger).keys() - before.keys()):
        lines = (ledger / name).read_text("utf-8").splitlines()
        assert "\n".join(f"+{line}" for line in lines) in patch.out


def test_a_track_is_issued_by_itself(ledger: Path) -> None:
    (ledger / "registers").mkdir()
    (ledger / "registers/upstream.yaml").write_text(
        "upstream:\n  - id: sj-1\n    title: 意见\n    group: 经济体制改革专项小组\n    lead: 市财政局\n"
        "    log:\n      - date: 2017-10-29\n        event: 通过\n",
        "utf-8",
    )
    assert issued(ledger, "2017-10", "--track", "docking") == {"TS-2017-001": ["sj-1"]}
    assert issued(ledger, "2017-10", "--track", "docking") == {}
    assert set(issued(ledger, "2017-10", "--track", "item")) == {"TS-2017-002", "JB-2017-001", "JB-2017-002"}
    assert issued(ledger, "2017-10") == {}


def test_the_answer_may_go_into_a_file(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    target = tmp_path_factory.mktemp("out") / "run.md"
    done = run(*OCTOBER, "--write", "--format", "markdown", "-o", target, cwd=ledger)
    assert (done.code, done.out) == (0, "")
    text = target.read_text("utf-8")
    assert "JB-2017-001" in text
    assert text.startswith("# 三单一书签发")


def test_one_paper_a_unit_and_rung_or_one_a_row(tmp_path: Path) -> None:
    plan = "id: p\ntitle: 方案\nlead: 市财政局\nitems:\n" + "".join(
        f"  - id: {n}\n    title: 事项{n}\n    due: 2017-10-0{n}\n" for n in (3, 1, 2)
    )
    grouped = small(tmp_path / "a")
    (grouped / "2017/p.yaml").write_text(plan, "utf-8")
    papers = issued(grouped, "2017-10")
    assert papers["JB-2017-001"] == ["p/3", "p/1", "p/2", "zb-2017-01/2"]
    each = small(tmp_path / "b", policy="versions:\n  - from: 2017-01-01\n    ladder: {grouping: per_item}\n")
    (each / "2017/p.yaml").write_text(plan, "utf-8")
    papers = issued(each, "2017-10")
    assert [rows for name, rows in papers.items() if name.startswith("JB")] == [
        ["p/3"],
        ["p/1"],
        ["p/2"],
        ["zb-2017-01/2"],
        ["zb-2017-02/1"],
    ]
    assert errors(each, "2017-10-31") == []


def test_a_ledger_outside_of_git_is_issued_too(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path)
    assert len(issued(ledger, "2017-10")) == 3
    assert issued(ledger, "2017-10") == {}
    assert errors(ledger, "2017-10-31") == []


def test_a_month_later_the_ladder_is_climbed(ledger: Path) -> None:
    """交办单 of 10-31 ran out on 11-21; on 11-30 both items are more than 30 days late. That prompted is 20 days late."""
    issued(ledger, "2017-10")
    commit(ledger, "2017-10-31")
    assert issued(ledger, "2017-11") == {
        "TS-2017-002": ["zb-2017-01/3"],
        "JB-2017-003": ["zb-2017-03/1"],
        "CB-2017-001": ["zb-2017-01/2"],
        "CB-2017-002": ["zb-2017-02/1"],
    }


def test_the_number_of_a_paper_whose_record_is_lost_is_not_used_again(ledger: Path) -> None:
    """Its Markdown is still there, so somebody may have it in his hands; what it was for is issued anew."""
    issued(ledger, "2017-10")
    (ledger / "slips/2017/JB-2017-002.yaml").unlink()
    paper = (ledger / "slips/2017/JB-2017-002.md").read_bytes()
    assert issued(ledger, "2017-10") == {"JB-2017-003": ["zb-2017-02/1"]}
    assert (ledger / "slips/2017/JB-2017-002.md").read_bytes() == paper
    assert "S120" in run("check", "--day", "2017-10-31", "--format", "json", cwd=ledger).codes
