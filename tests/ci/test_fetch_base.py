"""fetch-base.sh: the commit to compare with is found and fetched, from whatever was checked out."""

from pathlib import Path

import pytest
from action_runner import HOSTILE, Done, Job, checkout, commit, git, repository

ZERO = "0" * 40


@pytest.fixture(scope="module")
def origin(tmp_path_factory) -> Path:
    """main: a - b - c; topic leaves at a with 40 commits; refs/pull/1/merge is topic merged into c."""
    folder = repository(tmp_path_factory.mktemp("made") / "origin")
    commit(folder, "a")
    git(folder, "branch", "topic")
    for name in "bc":
        commit(folder, name)
    script = "".join(
        f"commit refs/heads/topic\ncommitter t <t@t> {n} +0000\ndata 1\nx\n"
        + ("from refs/heads/topic^0\n" if n == 0 else "")
        + f"M 644 inline t{n}\ndata 1\nx\n"
        for n in range(40)
    )
    git(folder, "fast-import", "--quiet", feed=script.encode())
    git(folder, "checkout", "-q", "--detach", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", f"merge\n\nparent {ZERO}", "topic")
    git(folder, "update-ref", "refs/pull/1/merge", "HEAD")
    git(folder, "checkout", "-q", "--orphan", "alone")
    commit(folder, "alone")
    git(folder, "tag", "v1", "main~1")
    git(folder, "checkout", "-q", "main")
    return folder


def tip(origin: Path, name: str) -> str:
    return git(origin, "rev-parse", name)


def fetch_base(
    tmp_path: Path, origin: Path, ref: str, depth: int | None = 1, **values: str
) -> tuple[Done, Path]:
    work = checkout(origin, tmp_path / "work", ref, depth=depth)
    values = {"DEFAULT_BRANCH": "main", "GITHUB_SHA": git(work, "rev-parse", "HEAD")} | values
    done = Job(work, tmp_path).run("fetch-base.sh", **values)
    return done, work


def test_a_checkout_of_one_commit_is_deepened_to_the_merge_base(origin, tmp_path):
    done, work = fetch_base(tmp_path, origin, "refs/heads/topic", PULL_BASE=tip(origin, "main"))
    assert (done.code, done.outputs) == (0, {"base": tip(origin, "main~2")}), done.out + done.err
    assert "往前补取了 160 层提交" in done.out
    assert git(work, "merge-base", "HEAD", done.outputs["base"]) == done.outputs["base"]


def test_a_merge_made_by_github_is_compared_with_what_it_was_merged_into(origin, tmp_path):
    stale = tip(origin, "main~1")
    ref = "refs/pull/1/merge"
    done, _ = fetch_base(tmp_path, origin, ref, PULL_BASE=stale, GITHUB_REF=ref)
    assert (done.code, done.outputs) == (0, {"base": tip(origin, "main")})


def test_a_head_that_was_checked_out_instead_is_compared_with_the_target(origin, tmp_path):
    done, _ = fetch_base(
        tmp_path,
        origin,
        "refs/heads/topic",
        PULL_BASE=tip(origin, "main"),
        GITHUB_REF="refs/pull/1/merge",
        GITHUB_SHA=tip(origin, "refs/pull/1/merge"),
    )
    assert done.outputs == {"base": tip(origin, "main~2")}


def test_a_whole_clone_stays_whole(origin, tmp_path):
    done, work = fetch_base(tmp_path, origin, "refs/heads/topic", None, BASE="main")
    assert done.outputs == {"base": tip(origin, "main~2")}
    assert "没有补取" in done.out
    assert git(work, "rev-parse", "--is-shallow-repository") == "false"
    assert git(work, "rev-list", "--count", "HEAD") == "41"


@pytest.mark.parametrize(
    ("values", "base"),
    [
        pytest.param({"BEFORE": "main~2"}, "main~2", id="a push is compared with what was there"),
        pytest.param({"QUEUE_BASE": "main~1"}, "main~1", id="a merge queue with its base"),
    ],
)
def test_the_event_names_the_base(values, base, origin, tmp_path):
    told = {name: tip(origin, value) for name, value in values.items()}
    done, _ = fetch_base(tmp_path, origin, "refs/heads/main", GITHUB_REF="refs/heads/main", **told)
    assert (done.code, done.outputs) == (0, {"base": tip(origin, base)})


@pytest.mark.parametrize("before", [ZERO, "", "1" * 40], ids=["new", "no push", "rewritten"])
def test_a_branch_without_a_past_is_compared_with_the_default_branch(before, origin, tmp_path):
    done, _ = fetch_base(tmp_path, origin, "refs/heads/topic", GITHUB_REF="refs/heads/topic", BEFORE=before)
    assert (done.code, done.outputs) == (0, {"base": tip(origin, "main~2")})


@pytest.mark.parametrize("before", [ZERO, "", "1" * 40], ids=["new", "no push", "rewritten"])
def test_the_default_branch_without_a_past_is_compared_with_nothing(before, origin, tmp_path):
    done, _ = fetch_base(tmp_path, origin, "refs/heads/main", GITHUB_REF="refs/heads/main", BEFORE=before)
    assert (done.code, done.outputs) == (0, {"base": ""})
    assert done.commands()[-1].startswith("::notice title=台账::没有可以比较的提交")


@pytest.mark.parametrize("depth", [1, None])
def test_a_forced_push_to_the_default_branch_is_compared_with_what_it_took_away(depth, origin, tmp_path):
    taken = tip(origin, "topic")  # leaves at main~2, as what was pushed over
    done, _ = fetch_base(
        tmp_path, origin, "refs/heads/main", depth, GITHUB_REF="refs/heads/main", BEFORE=taken
    )
    assert (done.code, done.outputs) == (0, {"base": taken, "forced": "true"}), done.err
    assert done.commands()[0].startswith("::warning title=台账::默认分支被强制推送")


def test_a_forced_push_to_another_branch_is_compared_with_the_fork(origin, tmp_path):
    done, _ = fetch_base(
        tmp_path, origin, "refs/heads/topic", GITHUB_REF="refs/heads/topic", BEFORE=tip(origin, "main")
    )
    assert (done.code, done.outputs) == (0, {"base": tip(origin, "main~2")})


def test_a_repository_without_a_remote_is_compared_with_nothing(tmp_path):
    work = repository(tmp_path / "work")
    commit(work, "a")
    done = Job(work, tmp_path).run("fetch-base.sh", GITHUB_REF="refs/heads/main", DEFAULT_BRANCH="main")
    assert (done.code, done.outputs) == (0, {"base": ""})


@pytest.mark.parametrize("name", ["main", "v1", "hash"])
def test_base_may_be_a_branch_a_tag_or_a_hash(name, origin, tmp_path):
    wanted = tip(origin, "v1") if name in {"v1", "hash"} else tip(origin, "main")
    done, _ = fetch_base(
        tmp_path, origin, "refs/heads/main", BASE=wanted if name == "hash" else name, PULL_BASE="ignored"
    )
    assert (done.code, done.outputs) == (0, {"base": wanted})


@pytest.mark.parametrize("values", [{"BASE": "alone"}, {"PULL_BASE": "2" * 40}, {"QUEUE_BASE": "2" * 40}])
def test_a_base_that_cannot_be_reached_fails_and_says_how_to_fetch_it(values, origin, tmp_path):
    done, _ = fetch_base(tmp_path, origin, "refs/heads/main", **values)
    assert (done.code, done.outputs) == (2, {})
    assert "请在 actions/checkout 里写 fetch-depth: 0" in done.commands()[-1]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_only_a_name(name, origin, tmp_path):
    done, work = fetch_base(tmp_path, origin, "refs/heads/main", BASE=name)
    assert (done.code, done.outputs) == (2, {})
    assert len(done.commands()) == 1
    assert sorted(p.name for p in work.iterdir()) == [".git", "a", "b", "c"]
    assert git(work, "for-each-ref", "refs/heads") == ""


def test_a_branch_with_a_hostile_name_is_found(origin, tmp_path):
    name = "$(touch${IFS}x)`touch${IFS}x`'\""
    git(origin, "update-ref", f"refs/heads/{name}", "main~1")
    done, work = fetch_base(tmp_path, origin, "refs/heads/main", BASE=name)
    assert (done.code, done.outputs) == (0, {"base": tip(origin, "main~1")})
    assert not (work / "x").exists()


def test_a_folder_names_its_repository(origin, tmp_path):
    work = checkout(origin, tmp_path / "work", "refs/heads/main")
    done = Job(tmp_path, tmp_path).run("fetch-base.sh", FOLDER=work.name, BEFORE=tip(origin, "main~1"))
    assert (done.code, done.outputs) == (0, {"base": tip(origin, "main~1")})


@pytest.mark.parametrize("folder", ["planz", "a", *HOSTILE])
def test_a_folder_that_is_not_there_is_called_by_its_name(folder, origin, tmp_path):
    done, work = fetch_base(tmp_path, origin, "refs/heads/main", FOLDER=folder)
    assert (done.code, done.outputs, len(done.commands())) == (2, {}, 1)
    assert "这个文件夹；请改输入 ledger" in done.commands()[0]
    assert sorted(p.name for p in work.iterdir()) == [".git", "a", "b", "c"]


def test_outside_a_repository_it_says_what_is_missing(tmp_path):
    done = Job(tmp_path, tmp_path).run("fetch-base.sh")
    assert done.code == 2
    assert "actions/checkout" in done.commands()[0]
