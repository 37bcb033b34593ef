"""Who wants a wrong number to agree, and the honest clerk whom nobody may accuse: both in real repositories."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bulletin_ledger import (
    PLAN,
    SEPTEMBER,
    commit,
    committed,
    edit,
    git,
    record_late,
    text,
    told,
    verify,
    written,
)

RETURNED = """\
      - date: 2017-09-15
        event: 核验退回
        by: 市委改革办
        note: 不实
"""


class TestFilesOfAnotherTime:
    @pytest.fixture
    def returned(self, tmp_path: Path) -> Path:
        """A completion of before was sent back on 15 September; that was committed the day after."""
        folder = committed(tmp_path / "ledger", "2017-09-01")
        edit(
            folder,
            PLAN.format(1),
            "        by: 市委改革办\n  - id: 2",
            f"        by: 市委改革办\n{RETURNED}  - id: 2",
        )
        commit(folder, "2017-09-16")
        return folder

    def test_an_older_commit_in_which_the_figures_were_nicer(self, returned: Path) -> None:
        git(returned, "checkout", "-q", "HEAD~1")
        written(returned)
        nicer = text(returned)
        git(returned, "clean", "-qfd")
        git(returned, "checkout", "-q", "main")
        (returned / "bulletins").mkdir()
        (returned / SEPTEMBER).write_text(nicer, "utf-8")
        uncommitted = verify(returned)
        commit(returned, "2017-10-02")
        done = verify(returned)
        (found,) = told(done)
        assert (done.code, uncommitted.out) == (1, done.out)
        assert found.startswith(f"V109 {SEPTEMBER}:1:1 有 ")
        assert "已完成 2→1" in found
        assert found.endswith("漏了月底前已经提交的 1 条：zb-2017-01/1")
        written(returned)
        commit(returned, "2017-11-15")
        assert (verify(returned).code, told(verify(returned))) == (0, [])

    def test_what_another_branch_knew_then_was_recorded_late_for_this_one(self, returned: Path) -> None:
        """Who published had not got it yet, whatever day it was committed on."""
        git(returned, "branch", "other")
        git(returned, "reset", "-q", "--hard", "HEAD~1")
        written(returned)
        commit(returned, "2017-10-02")
        git(returned, "merge", "-q", "other", "-m", "合并", day="2017-10-09")
        done = verify(returned)
        assert (done.code, [line[:4] for line in told(done)]) == (0, ["V107"])

    def test_a_branch_that_never_landed_is_told(self, returned: Path) -> None:
        git(returned, "switch", "-qc", "side")
        _typing_error(returned)
        side = commit(returned, "2017-10-02")
        written(returned)
        git(returned, "switch", "-q", "main")
        done = verify(returned)
        assert f"取自提交 {side[:12]}（不在当前分支的历史里，别人的克隆里可能没有）" in done.out
        assert done.code == 0


def _new_unit(ledger: Path) -> None:
    edit(
        ledger,
        "units.yaml",
        "  - id: 市教育局\n",
        "  - id: 市教育局\n  - id: 市民政局\n    contact: 82345678\n",
    )


def _typing_error(ledger: Path) -> None:
    edit(ledger, PLAN.format(3), "开通电子支付", "开通电子支付系统")


def _renamed(ledger: Path) -> None:
    edit(ledger, "units.yaml", "  - id: 市教育局\n", "  - id: 市教育体育局\n    aliases: [市教育局]\n")


class TestNobodyRewroteAnything:
    @pytest.mark.parametrize("change", [_new_unit, _typing_error, _renamed])
    def test_edits_that_move_no_number_do_not_make_a_late_fact_a_rewrite(
        self, ledger: Path, change: Callable[[Path], None]
    ) -> None:
        change(ledger)
        assert told(verify(ledger)) == []
        record_late(ledger)
        (found,) = told(verify(ledger))
        assert found[:4] == "V107"
        assert found.endswith("印发以后补记了 1 条：zb-2017-02/1")

    def test_a_unit_under_its_right_name_is_no_correction(self, ledger: Path) -> None:
        _renamed(ledger)
        commit(ledger, "2017-11-01")
        assert written(ledger).err.endswith("数字与现在的台账一致，没有要更正的\n")
        record_late(ledger)
        commit(ledger, "2017-11-10")
        written(ledger)
        assert "| 市教育体育局 逾期" in text(ledger)
        commit(ledger, "2017-11-15")
        assert (verify(ledger).code, told(verify(ledger))) == (0, [])

    def test_a_plan_that_was_registered_late_is_a_late_fact(self, ledger: Path) -> None:
        new = "id: zb-2017-04\ntitle: 新方案\nfield: 经济体制\nlead: 市财政局\nlog:\n  - {date: 2017-09-10, event: 印发}\n"
        (ledger / PLAN.format(4)).write_text(
            f"{new}items:\n  - {{id: 1, title: 事项, due: 2018-12}}\n", "utf-8"
        )
        done = verify(ledger)
        (found,) = told(done)
        assert (done.code, found[:4]) == (0, "V107")
        assert found.endswith("印发以后补记了 1 条：zb-2017-04")

    def test_a_ledger_that_moved_while_it_was_edited(self, ledger: Path) -> None:
        (ledger / "plans").mkdir()
        for name in ("ledger.yaml", "units.yaml", "2017", "bulletins"):
            git(ledger, "mv", name, f"plans/{name}")
        _typing_error(ledger / "plans")
        commit(ledger, "2017-11-01")
        assert (verify(ledger).code, told(verify(ledger))) == (0, [])


class TestWhatStandsInItsPlace:
    @pytest.mark.parametrize("folder", [False, True])
    def test_a_link_is_not_followed(self, ledger: Path, *, folder: bool) -> None:
        own = ledger / ("bulletins" if folder else SEPTEMBER)
        own.rename(ledger / "other")
        own.symlink_to(ledger / "other")
        done = verify(ledger)
        assert (done.code, told(done)) == (
            1,
            [f"V101 {SEPTEMBER}:1:1 是符号链接或文件夹，不是月报文件，没有核对"],
        )

    def test_a_folder(self, ledger: Path) -> None:
        (ledger / SEPTEMBER).unlink()
        (ledger / SEPTEMBER).mkdir()
        assert [line[:4] for line in told(verify(ledger))] == ["V101"]

    def test_a_table_beside_the_hidden_one(self, ledger: Path) -> None:
        edit(
            ledger,
            SEPTEMBER,
            "<!-- ledger:overview 由",
            "| 完成率 | 99% |\n\n<details>\n\n<!-- ledger:overview 由",
        )
        assert [line[:4] for line in told(verify(ledger))] == ["V108"]
