"""``ledger new``: what it writes passes the check and is laid out; what is there stays."""

from pathlib import Path

import pytest
from cli_runner import run
from small_ledger import write_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    folder = write_ledger(tmp_path)
    run("fmt", cwd=folder)
    return folder


def test_a_plan_its_items_and_a_unit(ledger: Path) -> None:
    lines = (
        "new unit 市民政局 --alias 民政局",
        "new plan zb-2017-17 --title 社区治理方案 --number 云改办发〔2017〕30号 --lead 市民政局 --date 2017-09-20",
        "new item zb-2017-17 --title 编制清单 --with 市财政局 --due 2017-12-31",
        "new item zb-2017-17 --title 议事制度 --lead 市民政局 --lead 市教育局 --due 2018H1",
    )
    for line in lines:
        done = run(*line.split(), cwd=ledger)
        assert (done.code, done.err) == (0, ""), line
        assert done.out.startswith("--- ")
    assert (
        (ledger / "2017" / "zb-2017-17.yaml").read_text("utf-8")
        == """\
id: zb-2017-17
title: 社区治理方案
number: 云改办发〔2017〕30号
lead: 市民政局
log:
  - date: 2017-09-20
    event: 印发
items:
  - id: 1
    title: 编制清单
    with: [市财政局]
    due: 2017-12-31

  - id: 2
    title: 议事制度
    lead: [市民政局, 市教育局]
    due: 2018H1
"""
    )
    assert (ledger / "units.yaml").read_text("utf-8").endswith("  - id: 市民政局\n    aliases: [民政局]\n")
    assert run("fmt", "--check", cwd=ledger).code == 0
    assert run("check", cwd=ledger).code == 0


def test_the_folder_is_the_year_of_the_document_else_of_the_id_else_of_today(ledger: Path) -> None:
    for line in ("a-2016-1 --date 2015-03-01", "b-2016-1", "c"):
        assert run("new", "plan", *line.split(), "--title", "方案", cwd=ledger).code == 0
    assert sorted(p.parent.name + "/" + p.stem for p in ledger.glob("20*/[abc]*.yaml")) == [
        "2015/a-2016-1",
        "2016/b-2016-1",
        "2017/c",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("plan zb-2017-01 --title 甲", "方案 zb-2017-01 已经有了"),
        ("plan ZB-2017-01 --title 甲", "只有大小写不同"),
        ("plan ../x --title 甲", "编号也是文件名"),
        ("plan .x --title 甲", "编号也是文件名"),
        ("plan con --title 甲", "“con”是 Windows 的设备名"),
        ("plan zb-9 --title 甲 --date 2018-01-01", "还没有到"),
        ("item zb-2017-1 --title 甲", "没有方案“zb-2017-1”"),
        ("item zb-2017-01 --title 甲 --id 2", "zb-2017-01/2 已经有了"),
        ("item zb-2017-01 --title 甲 --due 年底", "R123"),
        ("item zb-2017-01 --title 甲 --lead 市新局", "P103"),
        ("unit 财政局", "单位“财政局”已经有了，是市财政局的另一个名称"),
        ("unit 市新局 --alias 市教育局", "单位“市教育局”已经有了"),
    ],
)
def test_what_is_there_or_would_not_pass_is_refused(ledger: Path, line: str, said: str) -> None:
    before = {path: path.read_bytes() for path in ledger.rglob("*.yaml")}
    done = run("new", *line.split(), cwd=ledger)
    assert done.code == 2
    assert said in done.err
    assert {path: path.read_bytes() for path in ledger.rglob("*.yaml")} == before


def test_a_title_of_blanks_is_none(ledger: Path) -> None:
    done = run("new", "plan", "zb-2017-17", "--title", " 　", cwd=ledger)
    assert (done.code, done.err) == (2, "错误：新建 plan 要写 --title 名称\n")


def test_a_unit_wants_a_register(ledger: Path) -> None:
    (ledger / "units.yaml").unlink()
    done = run("new", "unit", "市新局", cwd=ledger)
    assert (done.code, "没有读到单位名册" in done.err) == (2, True)
