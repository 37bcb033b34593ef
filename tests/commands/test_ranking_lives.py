"""A ranking in a real repository, from the panel's scores to what is said when a fact comes late."""

from pathlib import Path

import pytest
from bulletin_ledger import record_late, told
from cli_runner import Ran, commit, git, run
from small_ledger import PLANS, UNITS, write_ledger

from ledger.files.bulletin_markers import split

SCHEME = """\
schemes:
  - from: 2017-01-01
    least: 0
    pools:
      - {kind: 部门, pledge_after: 1, consult: true}
    aspects:
      - id: B
        title: 推动落实
        checkpoints:
          - {id: B3, title: 逾期存量, weight: 80}
      - id: C
        title: 调动积极性
        checkpoints:
          - {id: C2, title: 经验推广, weight: 20, by: 人工}
"""
SHEET = """\
id: 2017-09
by: 市委改革办
scores:
  - {id: 1, unit: 财政局, point: C2, score: 10, note: 没有出本市}
  - {id: 2, unit: 市教育局, point: C2, score: 19, note: 全省推广}
"""
THIRD = "  - {id: 3, unit: 市审计局, point: C2, score: 10, note: 没有出本市}\n"
AUDIT = """\
id: zb-2017-04
title: 审计方案
lead: 市审计局
items:
  - {id: 1, title: 审计全覆盖, due: 2017-12-31}
"""
PUBLISHED = "rankings/PM-2017-09.yaml"
BULLETIN = "bulletins/2017-09.md"


@pytest.fixture
def scored(tmp_path: Path) -> Path:
    """Three departments: 市教育局's one item in progress is overdue at the end of September."""
    write_ledger(tmp_path, PLANS | {"zb-2017-04": AUDIT})
    (tmp_path / "units.yaml").write_text(UNITS + "  - id: 市审计局\n", "utf-8")
    (tmp_path / "scoring.yaml").write_text(SCHEME, "utf-8")
    (tmp_path / "scores").mkdir()
    (tmp_path / "scores/2017-09.yaml").write_text(SHEET, "utf-8")
    git(tmp_path, "init", "-q")
    commit(tmp_path, "2017-10-01")
    return tmp_path


def rank(folder: Path, *more: str) -> Ran:
    return run("rank", "--month", "2017-09", *more, cwd=folder)


def places(folder: Path) -> dict[str, tuple[object, ...]]:
    """Score and rank of each unit as they count, and as computed from today's files."""
    done = rank(folder, "--format", "json")
    assert done.code == 0, done.err
    (pool,) = done.data["pools"]
    return {
        place["unit"]: tuple(shown[key] for shown in (place, place["computed"]) for key in ("score", "rank"))
        for place in pool["ranks"]
    }


def test_from_scores_to_a_correction(scored: Path) -> None:
    refused = rank(scored, "--write")
    assert (refused.code, refused.out) == (2, "")
    assert "C2（市审计局）" in refused.err
    assert not (scored / PUBLISHED).exists()

    sheet = scored / "scores/2017-09.yaml"
    sheet.write_text(SHEET + THIRD, "utf-8")
    commit(scored, "2017-10-08")
    done = rank(scored, "--write", "--date", "2017-10-09")
    assert (done.code, done.err) == (0, f"已公布，写入 {PUBLISHED}\n")
    commit(scored, "2017-10-09")
    was = (scored / PUBLISHED).read_bytes()
    assert places(scored) == {
        "市财政局": ("90.00", 1, "90.00", 1),
        "市审计局": ("90.00", 1, "90.00", 1),
        "市教育局": ("45.67", 3, "45.67", 3),
    }

    written = run("bulletin", "--month", "2017-09", "--write", cwd=scored)
    assert written.code == 0, written.err
    commit(scored, "2017-10-10")
    issued = split((scored / BULLETIN).read_text("utf-8"))
    assert "45.67" in issued.regions["ranking"].text

    record_late(scored)
    commit(scored, "2017-11-10")
    assert places(scored) == {
        "市财政局": ("90.00", 1, "90.00", 2),
        "市审计局": ("90.00", 1, "90.00", 2),
        "市教育局": ("45.67", 3, "99.00", 1),
    }
    shown = rank(scored).out
    assert "更正：现算99.00分，第1名" in shown
    assert "表态发言  市教育局" in shown
    again = rank(scored, "--write")
    assert (again.code, again.out) == (2, "")
    assert "已于 2017-10-09 公布，不再改写" in again.err
    assert (scored / PUBLISHED).read_bytes() == was

    verified = run("verify", cwd=scored)
    assert verified.code == 0, verified.out
    assert {line.split()[0] for line in told(verified)} == {"V107"}
    corrected = run("bulletin", "--month", "2017-09", "--write", cwd=scored)
    assert corrected.code == 0, corrected.err
    now = split((scored / BULLETIN).read_text("utf-8"))
    assert now.regions["ranking"].text == issued.regions["ranking"].text
    assert "99.00" in now.regions["correction-1"].text
    commit(scored, "2017-11-11")
    assert told(run("verify", cwd=scored)) == []
