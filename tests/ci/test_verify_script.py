"""verify.sh: the commits that bulletins name are fetched, and no more than it takes; ledger is asked about all of them."""

import shutil
from pathlib import Path

import pytest
from action_runner import HOSTILE, Done, Job, checkout, commit, git, repository

BULLETIN = (
    "---\nbulletin: 1\ncommit: {}\ncorrections:\n  - date: 2017-12-01\n    commit: {}\n---\n\ncommit: {}\n"
)
NOWHERE = "1" * 40
OCTOBER = "plans/bulletins/2017-10.md"


class Office:
    """origin's main: a - b - c - the bulletin, which names a and b; beside it a commit that only a pull request keeps."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.origin = folder, repository(folder / "origin")
        self.a, self.b, _ = [commit(self.origin, f"plans/{name}") for name in ("ledger.yaml", "b", "c")]
        git(self.origin, "checkout", "-q", "-b", "squashed")
        self.kept = commit(self.origin, "plans/d")
        git(self.origin, "update-ref", "refs/pull/1/head", "HEAD")
        git(self.origin, "checkout", "-q", "main")
        git(self.origin, "branch", "-qD", "squashed")
        self.publish(self.a, self.b)
        self.answers = folder / "answers"
        self.answers.mkdir()
        shutil.copy(Path(__file__).with_name("fake_ledger.sh"), folder / "ledger")

    def publish(self, named: str, amended: str = NOWHERE, prose: str = NOWHERE) -> None:
        commit(self.origin, OCTOBER, BULLETIN.format(named, amended, prose))

    def verify(self, depth: int | None = 1, **values: str) -> Done:
        self.work = checkout(self.origin, self.folder / "work", "refs/heads/main", depth=depth)
        return self.again(**values)

    def again(self, **values: str) -> Done:
        given = {"LEDGER": str(self.folder / "ledger"), "ANSWERS": str(self.answers), "FOLDER": "plans"}
        return Job(self.work, self.folder).run("verify.sh", **(given | values))

    def here(self) -> list[str]:
        """All commits that the checkout holds."""
        objects = git(
            self.work, "cat-file", "--batch-all-objects", "--batch-check=%(objecttype) %(objectname)"
        )
        return [line.split()[1] for line in objects.splitlines() if line.startswith("commit ")]

    def calls(self) -> list[list[str]]:
        file = self.answers / "calls"
        lines = file.read_text("utf-8").split("\0\n")[:-1] if file.exists() else []
        return [line.split("\0") for line in lines]


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path)


def test_a_checkout_of_one_commit_gets_the_named_ones_and_no_others(office):
    done = office.verify()
    assert (done.code, done.outputs) == (0, {"code": "0", "verified": "true"}), done.err
    assert sorted(office.here()) == sorted([office.a, office.b, git(office.origin, "rev-parse", "main")])
    assert "补取了 2 个" in done.out
    assert [c for c in done.commands() if "group" not in c] == []
    assert "补取" not in office.again().out


def test_ledger_is_asked_about_all_of_them_and_what_is_new(office):
    office.verify(BASE=NOWHERE, STRICT="true")
    asked = ["verify", "--ledger=plans", f"--since={NOWHERE}", "--strict"]
    assert office.calls() == [[*asked, "--format=github"], [*asked, "--format=text"]]


def test_after_a_forced_push_nothing_is_old(office):
    office.verify(BASE=NOWHERE, FORCED="true", FOLDER="")
    assert office.calls()[0] == ["verify", "--format=github"]


def test_a_commit_that_only_a_pull_request_keeps_is_fetched_into_a_whole_clone(office):
    office.publish(office.kept, office.a)
    done = office.verify(depth=None)
    assert (done.outputs["code"], "补取了 1 个" in done.out) == ("0", True)
    assert office.kept in office.here()
    assert git(office.work, "rev-parse", "--is-shallow-repository") == "false"


def test_for_a_commit_that_is_nowhere_all_history_is_searched(office):
    office.publish(NOWHERE, office.kept)
    done = office.verify()
    assert "补取了 1 个" in done.out
    assert "1 个已不在远端，改取全部历史" in done.out
    assert office.kept in office.here()
    assert git(office.work, "rev-parse", "--is-shallow-repository") == "false"
    assert git(office.work, "rev-list", "--count", "HEAD") == "5"


def test_what_cannot_be_fetched_is_said_and_ledger_judges(office):
    (office.answers / "verify-code").write_text("1")
    (office.answers / "verify-github").write_text(
        "::error file=plans/bulletins/2017-10.md,title=V105::没有\n"
    )
    office.work = checkout(office.origin, office.folder / "work", "refs/heads/main")
    git(office.work, "remote", "remove", "origin")
    done = office.again()
    assert (done.code, done.outputs) == (0, {"code": "1", "verified": "false"})
    said = [c for c in done.commands() if "group" not in c]
    assert len(said) == 2
    assert said[0].startswith(
        "::warning title=台账::取不到月报依据的提交。请在 actions/checkout 里写 fetch-depth: 0"
    )
    assert said[1].startswith("::error file=plans/bulletins/2017-10.md,title=V105")


def test_a_verification_that_could_not_be_made_is_one_annotation(office):
    (office.answers / "verify-code").write_text("2")
    (office.answers / "verify-github.err").write_text("错误：读不了\n::error::100%")
    done = office.verify()
    assert (done.code, done.outputs) == (0, {"code": "2", "verified": "false"})
    assert done.commands() == ["::error title=ledger verify::错误：读不了%0A::error::100%25"]


def test_without_bulletins_nothing_is_fetched_and_nobody_asked(office):
    git(office.origin, "mv", OCTOBER, "plans/bulletins/notes.md")
    (office.origin / OCTOBER).symlink_to("notes.md")
    commit(office.origin, "plans/e")
    done = office.verify()
    assert (done.code, done.outputs, done.out) == (0, {"code": "0", "verified": ""}, "台账里还没有月报\n")
    assert (office.calls(), len(office.here())) == ([], 1)


def test_hostile_front_matter_is_only_text(office):
    lines = "".join(f"commit: {name}\r\n" for name in [*HOSTILE, "main", office.a[:12], office.a.upper()])
    commit(office.origin, OCTOBER, f"---\r\n{lines}---\r\n")
    done = office.verify()
    assert (done.code, done.outputs["code"], len(office.here())) == (0, "0", 1)
    assert sorted(p.name for p in office.work.iterdir()) == [".git", "plans"]
    assert git(office.work, "for-each-ref", "refs/heads") == ""


@pytest.mark.parametrize("name", ["-h", "a=b $(touch x)%0A"])
def test_a_hostile_folder_is_only_a_name(name, office):
    git(office.origin, "mv", "plans", f"./{name}")
    git(office.origin, "commit", "-qm", "moved")
    done = office.verify(FOLDER=name)
    assert (done.code, "补取了 2 个" in done.out) == (0, True), done.err
    assert office.calls()[0] == ["verify", f"--ledger={name}", "--format=github"]
    assert [p.name for p in office.work.iterdir() if p.name != ".git"] == [name]
