"""A bulletin that has landed: its numbers stay, and what the ledger says since stands above them as a correction."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from bulletin_ledger import (
    PLAN,
    SEPTEMBER,
    commit,
    edit,
    git,
    record_late,
    text,
    told,
    verify,
    written,
)
from cli_runner import Ran, run
from docx import Document

from ledger.files.bulletin_markers import split


@pytest.fixture(scope="module")
def prepared(published_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A late fact has landed since the bulletin did."""
    folder = shutil.copytree(published_ledger, tmp_path_factory.mktemp("late") / "ledger", symlinks=True)
    edit(folder, SEPTEMBER, "<!-- /ledger:due -->\n", "<!-- /ledger:due -->\n\n有人写的话\n")
    commit(folder, "2017-10-03")
    record_late(folder)
    commit(folder, "2017-11-10")
    return folder


def head(folder: Path) -> str:
    return git(folder, "rev-parse", "HEAD")


def since(folder: Path, start: str) -> Ran:
    """D-rules on what was done since."""
    return run("check", "--since", start, cwd=folder)


def test_the_old_numbers_stay_and_the_new_ones_stand_above(ledger: Path) -> None:
    before, start = text(ledger), head(ledger)
    assert written(ledger).err == f"已写 {SEPTEMBER}；本期已经入库，原数不动，另加更正\n"
    after = text(ledger)
    old, new = split(before), split(after)
    assert list(new.regions) == ["correction-1", *old.regions]
    assert {n: r.text for n, r in new.regions.items() if n in old.regions} == {
        n: r.text for n, r in old.regions.items()
    }
    assert [p.text for p in new.prose] == [p.text for p in old.prose]
    assert new.front.startswith(old.front)
    added = new.front.removeprefix(old.front)
    assert re.fullmatch(
        rf"corrections:\n  - date: 2017-11-15\n    tool: \S+\n    digest: [0-9a-f]{{64}}\n    commit: {start}\n",
        added,
    )
    correction = new.regions["correction-1"].text
    assert correction.startswith("## 更正之1\n\n更正（2017年11月15日）：本期印发以后补记1条，涉及1项。下列")
    table = [[cell.strip() for cell in line.strip("|").split("|")] for line in correction.splitlines()]
    assert ["要情", "已完成", "2", "3"] in table
    assert ["要情", "完成率", "33.3%（2/6）", "50.0%（3/6）"] in table
    assert ["要情", "逾期", "1", "0"] in table
    assert ["zb-2017-02/1", "2017-09-20", "2017-11-10", "完成（云教〔2017〕2号）"] in [
        [*row[:3], "完成（云教〔2017〕2号）"] for row in table if len(row) == 4
    ]
    commit(ledger, "2017-11-15")
    done = verify(ledger)
    assert (done.code, told(done)) == (0, [])
    assert since(ledger, start).code == 0


def test_what_is_not_landed_yet_is_replaced_and_not_piled_up(ledger: Path) -> None:
    git(ledger, "switch", "-qc", "topic")
    written(ledger)
    once = text(ledger)
    written(ledger)
    assert text(ledger) == once
    commit(ledger, "2017-11-15")
    edit(ledger, PLAN.format(3), "2017-07-05", "2017-07-06")
    edit(
        ledger,
        PLAN.format(1),
        "        event: 进展\n        percent: 20\n",
        "        event: 进展\n        percent: 20\n      - date: 2017-09-28\n        event: 终止\n        by: 市委改革办\n        note: 不再实施\n        recorded: 2017-11-14\n",
    )
    commit(ledger, "2017-11-16")
    written(ledger, today="2017-11-17")
    found = split(text(ledger))
    assert [n for n in found.regions if n.startswith("correction")] == ["correction-1"]
    assert found.front.count("date: ") == 1
    assert "更正（2017年11月17日）：本期印发以后补记2条，涉及2项；其他改动1处。" in text(ledger)
    commit(ledger, "2017-11-17")
    assert (verify(ledger).code, since(ledger, "main").code) == (0, 1)
    assert {
        d["code"]
        for d in run("check", "--since", "main", "--format", "json", cwd=ledger).document["diagnostics"]
    } == {"D105"}


def test_the_number_it_was_published_under_stays(ledger: Path) -> None:
    before = text(ledger)
    for more in ((), ("--write",)):
        done = run("bulletin", "--month", "2017-09", "--number", "8", *more, cwd=ledger)
        assert (done.code, done.out) == (2, "")
        assert done.err == "错误：2017-09 的月报已经入库，是第9期，期号不能再改；去掉 --number\n"
    assert text(ledger) == before
    assert written(ledger, "--number", "9").err == f"已写 {SEPTEMBER}；本期已经入库，原数不动，另加更正\n"


def test_a_second_correction_speaks_of_what_came_after_the_first(ledger: Path) -> None:
    written(ledger)
    commit(ledger, "2017-11-15")
    landed, start = text(ledger), head(ledger)
    assert written(ledger).err.startswith(f"{SEPTEMBER} 没有改动；本期已经入库，数字与现在的台账一致")
    edit(
        ledger,
        PLAN.format(1),
        "        event: 进展\n        percent: 20\n",
        "        event: 进展\n        percent: 20\n      - date: 2017-09-28\n        event: 终止\n        by: 市委改革办\n        note: 不再实施\n        recorded: 2017-11-15\n",
    )
    commit(ledger, "2017-11-15")
    written(ledger)
    after = split(text(ledger))
    assert list(after.regions)[:3] == ["correction-1", "correction-2", "head"]
    second = after.regions["correction-2"].text
    assert "## 更正之2\n\n更正（2017年11月15日）：更正之1以后补记1条，涉及1项。" in second
    assert re.search(r"\| 完成率 +\| +50.0%（3/6） +\| +60.0%（3/5） +\|", second)
    assert after.regions["correction-1"].text == split(landed).regions["correction-1"].text
    commit(ledger, "2017-11-16")
    done = verify(ledger)
    assert (done.code, told(done)) == (0, [])
    assert since(ledger, start).code == 0
    assert done.out.startswith(f"{SEPTEMBER}：一致，取自提交 ")


def test_an_altered_correction_is_found(ledger: Path) -> None:
    written(ledger)
    commit(ledger, "2017-11-15")
    start = head(ledger)
    edit(ledger, SEPTEMBER, "本期印发以后补记1条", "本期印发以后补记2条")
    done = verify(ledger)
    (found,) = told(done)
    assert found.endswith("写着 2，应为 1")
    assert "D119" in since(ledger, start).out
    written(ledger)
    assert (verify(ledger).code, since(ledger, start).code) == (0, 0)


def test_what_was_published_is_not_written_over(ledger: Path) -> None:
    """Not by the ledger of today, nor by a hand, nor when the file was deleted: --write brings back what landed."""
    written(ledger)
    right, start = text(ledger), head(ledger)
    (ledger / SEPTEMBER).write_text(right.replace("33.3%", "99.9%"), "utf-8")
    assert "D119" in since(ledger, start).out
    written(ledger)
    assert text(ledger) == right
    (ledger / SEPTEMBER).unlink()
    written(ledger)
    assert text(ledger) == right


def test_a_correction_waits_until_its_facts_are_committed(ledger: Path) -> None:
    edit(ledger, PLAN.format(1), "percent: 20", "percent: 30")
    before = text(ledger)
    done = run("bulletin", "--month", "2017-09", "--write", cwd=ledger)
    assert (done.code, text(ledger)) == (2, before)
    assert "台账文件没有全部提交" in done.err
    commit(ledger, "2017-11-16")
    written(ledger)
    commit(ledger, "2017-11-16")
    assert verify(ledger).code == 0


def test_words_stay_where_they_are(ledger: Path) -> None:
    edit(ledger, SEPTEMBER, "有人写的话\n", "有人写的话\n\n更正：应为 1 项\n")
    written(ledger)
    edit(
        ledger,
        SEPTEMBER,
        "<!-- /ledger:correction-1 -->\n",
        "<!-- /ledger:correction-1 -->\n\n说明补记的原因\n",
    )
    written(ledger, today="2017-11-18")
    after = text(ledger)
    assert "<!-- /ledger:due -->\n\n有人写的话\n\n更正：应为 1 项\n" in after
    assert after.count("说明补记的原因") == 1
    assert verify(ledger).code == 0


def test_a_plan_taken_up_later_is_no_fact_of_the_month(ledger: Path) -> None:
    new = (
        text(ledger, PLAN.format(3))
        .replace("zb-2017-03", "zb-2017-04")
        .replace("items:", "log:\n  - {date: 2017-10-20, event: 印发}\nitems:", 1)
    )
    new = re.sub(r"    log:\n      - date: 2017-07-05\n(        .*\n)+", "", new)
    (ledger / PLAN.format(4)).write_text(new, "utf-8")
    commit(ledger, "2017-11-12")
    written(ledger)
    assert "zb-2017-04" not in text(ledger)
    commit(ledger, "2017-11-15")
    assert (verify(ledger).code, told(verify(ledger))) == (0, [])


def test_other_rules_are_told_as_a_change_of_the_ledger(ledger: Path) -> None:
    (ledger / "policy.yaml").write_text(
        "versions:\n  - from: 2017-09-01\n    acceptance: required\n", "utf-8"
    )
    commit(ledger, "2017-11-12")
    assert [line[:4] for line in told(verify(ledger))] == ["V106"]
    written(ledger)
    correction = split(text(ledger)).regions["correction-1"].text
    assert "补记1条，涉及1项；其他改动1处" in correction
    assert "督办规则" in correction
    commit(ledger, "2017-11-15")
    assert verify(ledger).code == 0


@pytest.mark.parametrize("marker", ["<!-- /ledger:due -->\n", "<!-- ledger:due 由 ledger 计算，勿手改 -->\n"])
def test_broken_markers_are_not_written_over(ledger: Path, marker: str) -> None:
    edit(ledger, SEPTEMBER, marker, "")
    broken = text(ledger)
    done = run("bulletin", "--month", "2017-09", "--write", cwd=ledger)
    assert (done.code, text(ledger)) == (2, broken)
    assert re.match(
        rf"错误：{SEPTEMBER} 第 \d+ 行标记不配对：“due”.*；先恢复标记，再重新生成：现在分不清哪些话是人写的\n",
        done.err,
    )


def test_the_day_is_that_of_the_clock(ledger: Path) -> None:
    written(ledger, today=str(date(2018, 1, 2)))
    assert "更正（2018年1月2日）" in text(ledger)


def test_a_corrected_bulletin_is_printed_with_its_correction_and_its_old_numbers(ledger: Path) -> None:
    written(ledger)
    commit(ledger, "2017-11-16")
    for _ in range(2):
        done = run("bulletin", "--month", "2017-09", "--format", "docx", "-o", "m.docx", cwd=ledger)
        assert (done.code, done.out) == (0, "")
    paragraphs = [p.text for p in Document(str(ledger / "m.docx")).paragraphs]
    assert paragraphs.index("更正之1") < paragraphs.index("要情")
    assert "有人写的话" in paragraphs
