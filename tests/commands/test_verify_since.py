"""``ledger verify --since``: what a branch makes wrong fails, on bulletins it does not touch too; the rest is counted."""

from pathlib import Path

import pytest
from cli_runner import Ran, run
from review_repository import commit, copy_of, git, landed, replace

PLAN = "plans/2017/zb-2017-01.yaml"
OCTOBER = "plans/bulletins/2017-10.md"
LAST = "        percent: 20\n"
LATE = (
    LAST
    + "      - {date: 2017-10-20, event: 完成, recorded: 2017-11-06, evidence: [{number: 云财〔2017〕7号}]}\n"
)
REWRITTEN = LAST + "  - {id: 4, title: 后来添上的}\n"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bulletin of September was made by hand, which nobody can verify; that of October is as it should be."""
    top = landed(tmp_path_factory.mktemp("published"))
    done = run("bulletin", "--month", "2017-10", "--write", cwd=top, today="2017-11-02")
    assert done.code == 0, done.err
    commit(top, "October")
    return top


@pytest.fixture
def top(base: Path, tmp_path: Path) -> Path:
    return copy_of(base, tmp_path / "ledger")


def verify(top: Path, *arguments: str) -> Ran:
    return run("verify", *arguments, "--format", "json", cwd=top)


def found(done: Ran) -> list[tuple[str, str]]:
    return [(d["code"], Path(d["path"]).stem) for d in done.document["diagnostics"]]


def test_an_old_error_fails_by_itself_and_not_for_the_branch(top: Path) -> None:
    alone = verify(top)
    assert (alone.code, found(alone)) == (1, [("V101", "2017-09")])
    done = verify(top, "--since", "main")
    assert (done.code, found(done)) == (0, [])
    assert done.data["since"] == {"base": git(top, "rev-parse", "main"), "known": 1}
    assert [b["ok"] for b in done.data["bulletins"]] == [False, True]
    assert done.document["remarks"][0] == "plans/bulletins/2017-09.md：没有核对"
    assert done.document["remarks"][-1].endswith("分出以后新增的问题；另有 1 条原来就有，不计入")


def test_a_late_fact_warns_at_a_bulletin_that_the_branch_does_not_touch(top: Path) -> None:
    replace(top / PLAN, LAST, LATE)
    done = verify(top, "--since", "main")
    assert (done.code, found(done)) == (0, [("V107", "2017-10")])
    assert verify(top, "--since", "main", "--strict").code == 1


def test_a_record_that_is_not_what_it_was_fails_there(top: Path) -> None:
    replace(top / PLAN, LAST, REWRITTEN)
    done = verify(top, "--since", "main")
    assert (done.code, found(done)) == (1, [("V106", "2017-10")])


def test_a_bulletin_that_was_overtaken_before_stays_old_in_other_words(top: Path) -> None:
    replace(top / PLAN, LAST, REWRITTEN)
    commit(top, "on main")
    before = verify(top).document["diagnostics"]
    replace(top / PLAN, LAST, LATE)
    after = verify(top)
    assert [d["message"] for d in before] != [d["message"] for d in after.document["diagnostics"]]
    done = verify(top, "--since", "main")
    assert (done.code, found(done), done.data["since"]["known"]) == (0, [], 2)


def test_a_number_that_the_branch_edits_fails(top: Path) -> None:
    replace(top / OCTOBER, "population: 6\n", "population: 7\n")
    done = verify(top, "--since", "main")
    assert (done.code, found(done)) == (1, [("V102", "2017-10")])


def test_what_cannot_be_recomputed_in_a_shallow_clone_is_never_old(top: Path, tmp_path: Path) -> None:
    replace(top / PLAN, LAST, LATE)
    commit(top)
    replace(top / PLAN, "percent: 20\n", "percent: 30\n")
    commit(top)
    git(top, "clone", "-q", "--depth=2", top.as_uri(), str(tmp_path / "shallow"))
    done = verify(tmp_path / "shallow", "--since", "HEAD~1")
    assert (done.code, found(done)) == (1, [("V105", "2017-10")])


def test_since_is_for_all_of_them(top: Path) -> None:
    done = run("verify", "2017-10", "--since", "main", cwd=top)
    assert (done.code, done.err) == (2, "错误：--since 核对台账里的全部月报，不能与月报一起写\n")
