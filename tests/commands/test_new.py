"""``ledger new``: what it writes passes the check and is laid out; what is there stays."""

from pathlib import Path

import pytest
from cli_runner import run
from register_ledger import write_registers
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


THINGS = (
    "new claim RL-2017-02 --title 学前教育 --set 认领领导=沈砚青 --set 事项=zb-2017-02/1、zb-2017-02/2 --due 2017年12月31日",
    "new inspection dc-2017-02 --title 年中督察 --kind 年中督察 --date 2017-07-03 --set 督察组·牵头=市委改革办",
    "new finding dc-2017-02 --title 没有调度 --set 责任单位=市教育局 --set 整改期限＝2017-08-31",
    "new 督察问题 dc-2017-02/5 --title 没有报告 --set unit=市教育局 --set due=2017-08-31",
    "new finding dc-2017-02 --title 没有公示 --set 责任单位=市教育局 --set 整改期限=2017-08-31",
)


def test_what_registers_hold_by_the_titles_of_its_fields(tmp_path: Path) -> None:
    ledger = write_registers(tmp_path)
    run("fmt", cwd=ledger)
    for line in THINGS:
        done = run(*line.split(), cwd=ledger)
        assert (done.code, done.err) == (0, ""), line
    assert (
        (ledger / "registers/claims.yaml")
        .read_text("utf-8")
        .endswith(
            "\n  - id: RL-2017-02\n    title: 学前教育\n    leader: 沈砚青\n    items: [zb-2017-02/1, zb-2017-02/2]\n"
            "    due: 2017-12-31\n"
        )
    )
    text = (ledger / "inspections/dc-2017-02.yaml").read_text("utf-8")
    assert text.startswith(
        "id: dc-2017-02\ntitle: 年中督察\nkind: 年中督察\ndate: 2017-07-03\nteam: {office: 市委改革办}\nfindings:\n"
    )
    assert [line for line in text.splitlines() if line.startswith("  - id:")] == [
        "  - id: 1",
        "  - id: 5",
        "  - id: 6",
    ]
    assert run("fmt", "--check", cwd=ledger).code == 0
    assert run("check", cwd=ledger).code == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("claim RL-2 --title 甲", "新建认领还要写：认领领导、事项、期限；写作 --set 认领领导=…"),
        ("claim RL-2017-01", "认领 RL-2017-01 已经有了，在 registers/claims.yaml"),
        ("claim RL-2 --set 领导=甲", "认领没有“领导”；是否为“认领领导”？"),
        ("claim RL-2 --set 甲", "--set 要写作 名称=值，不能写“甲”"),
        ("claim RL-2 --title 甲 --set 名称=乙", "“名称”写了两次"),
        ("claim RL-2 --lead 市财政局", "认领没有 --lead 所说的"),
        ("finding dc-9 --title 甲", "没有督察“dc-9”"),
        ("finding dc-2017-99 --title 甲", "还没有的，先用 ledger new inspection dc-2017-99 登记"),
        ("inspection a/b --title 甲 --kind 专项督察 --date 2017-01-01", "编号：“a/b”里不能有"),
        ("inspection con --title 甲 --kind 专项督察 --date 2017-01-01", "“con”是 Windows 的设备名"),
        (
            "inspection dc-9 --title 甲 --kind 专督 --date 2017-01-01",
            "种类：“专督”不在可写的值里；可写：全面督察",
        ),
        ("finding dc-2017-01 --title 甲 --set 责任单位=新局 --set 整改期限=2017-08-31", "P103"),
        ("clam x", "不能新建“clam”；是否为“claim”？"),
        ("plan x --title 甲 --set 名称=乙", "新建 plan 用不到 --set"),
    ],
)
def test_what_a_register_would_not_take_is_refused(tmp_path: Path, line: str, said: str) -> None:
    ledger = write_registers(tmp_path)
    before = {path: path.read_bytes() for path in ledger.rglob("*.yaml")}
    done = run("new", *line.split(), cwd=ledger)
    assert (done.code, said in done.err) == (2, True), done.err
    assert {path: path.read_bytes() for path in ledger.rglob("*.yaml")} == before
