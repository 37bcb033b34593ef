"""``ledger import --into``: a table of what a register holds; what is new is registered, nothing that is there is edited."""

from pathlib import Path

import pytest
from cli_runner import Ran, run
from output_shape import faults
from register_ledger import CLAIMS, write_registers

HEAD = "编号,名称,认领领导,事项,期限\n"
FINDINGS = "所属督察,序号,问题,责任单位,整改期限\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_registers(tmp_path / "台账")


def bring(ledger: Path, text: str, into: str, *args: str) -> Ran:
    (ledger.parent / "表.csv").write_text(text, "utf-8")
    return run("import", "../表.csv", "--into", into, *args, cwd=ledger, today="2017-10-31")


def files(ledger: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in ledger.rglob("*.yaml")}


def told(ledger: Path, text: str, into: str, *args: str) -> list[str]:
    """What is said against the rows, each at its cell."""
    done = bring(ledger, text, into, "--format", "json", *args)
    assert faults(done.document) == []
    return [
        f"{d['code']} {d['cell']} {d['message']}"
        for d in done.document["diagnostics"]
        if d["severity"] != "note"
    ]


def test_a_new_one_is_shown_then_written_below_the_others_and_then_known(ledger: Path) -> None:
    text = HEAD + "RL-2017-02,学前教育,沈砚青,zb-2017-02/1；zb-2017-02/2,2017年12月31日\n"
    before = files(ledger)
    shown = bring(ledger, text, "claims")
    assert (shown.code, files(ledger)) == (0, before), shown.out
    assert "1 行：新增 1 件。" in shown.out
    done = bring(ledger, text, "认领", "--write")
    assert (done.code, done.err) == (0, "已写 1 个文件\n")
    new = """
  - id: RL-2017-02
    title: 学前教育
    leader: 沈砚青
    items: [zb-2017-02/1, zb-2017-02/2]
    due: 2017-12-31
"""
    assert (ledger / "registers/claims.yaml").read_text("utf-8") == CLAIMS + new
    again = bring(ledger, text, "claims", "--write")
    assert (again.code, again.err) == (0, "没有要写的：表里的都已在台账里\n")


def test_findings_go_into_their_inspection_and_an_inspection_into_a_file(ledger: Path) -> None:
    done = bring(ledger, FINDINGS + "dc-2017-01,2,账户没有清理,财政局,2017/11/30\n", "findings", "--write")
    assert done.code == 0, done.out
    text = (ledger / "inspections/dc-2017-01.yaml").read_text("utf-8")
    assert text.endswith("\n\n  - id: 2\n    title: 账户没有清理\n    unit: 财政局\n    due: 2017-11-30\n")
    rows = "编号,名称,种类,开始,督察组·牵头,督察对象\ndc-2017-02,年中督察,年中督察,2017-07-03,市委改革办,市教育局\n"
    assert bring(ledger, rows, "督察", "--write").code == 0
    assert (ledger / "inspections/dc-2017-02.yaml").read_text("utf-8") == (
        "id: dc-2017-02\ntitle: 年中督察\nkind: 年中督察\ndate: 2017-07-03\nteam: {office: 市委改革办}\n"
        "targets: 市教育局\n"
    )
    assert run("check", cwd=ledger).code == 0


def test_a_unit_under_another_of_its_names_is_the_same_unit(ledger: Path) -> None:
    assert told(ledger, FINDINGS + "dc-2017-01,1,公开不及时,财政局,2017-11-30\n", "findings") == []


@pytest.mark.parametrize(
    ("into", "rows", "said"),
    [
        ("claims", "这个,那个\n甲,乙\n", "I190 A1 没有找到领导认领的表头和其下的行"),
        ("claims", f"{HEAD[:-1]},认领人\nRL-2017-01,,,,,甲\n", "I191 F1 “认领人”一列不认得，没有读"),
        ("claims", HEAD + "RL-2,甲,沈砚青,zb-2017-01/1,年底\n", "I192 E2 期限：“年底”不是日期"),
        ("claims", HEAD + "RL-2,甲,,zb-2017-01/1,2017-12-31\n", "I193 A2 没有写认领领导"),
        ("claims", HEAD + ",甲,沈砚青,zb-2017-01/1,2017-12-31\n", "I193 A2 没有写编号"),
        ("claims", HEAD + "RL-2017-01,,,,2017-11-30\n", "I194 E2 期限：台账里是“2017-12-31”，表里是“2017-11-30”"),
        ("findings", FINDINGS + "dc-2017-09,1,甲,市财政局,2017-11-30\n", "I195 A2 没有督察“dc-2017-09”"),
        (
            "claims",
            HEAD + "RL-2,甲,沈砚青,zb-2017-01/1,2017-12-31\n" * 2 + "RL-2,乙,沈砚青,zb-2017-01/1,2017-12-31\n",
            "I196 A4 RL-2 在 A2 已经有一行，说的不一样",
        ),
        ("claims", HEAD + "RL-2,甲,沈砚清,zb-2017-01/1,2017-12-31\n", "P111 C2 units.yaml 的 leaders 里没有“沈砚清”"),
        ("claims", HEAD + "zb-2017-02,甲,沈砚青,zb-2017-01/1,2017-12-31\n", "P101 A2 认领编号 zb-2017-02 重复，方案已经用了"),
    ],
)  # fmt: skip
def test_what_does_not_stand_is_told_at_its_cell(ledger: Path, into: str, rows: str, said: str) -> None:
    before = files(ledger)
    found = told(ledger, rows, into, "--write")
    assert [line for line in found if line.startswith(said)], found
    assert files(ledger) == before


def test_the_rest_is_written_on_demand(ledger: Path) -> None:
    rows = "RL-2,甲,沈砚青,zb-2017-01/9,2017-12-31\nRL-3,乙,沈砚青,zb-2017-01/1,2017-12-31\n"
    done = bring(ledger, HEAD + rows, "claims", "--write", "--partial")
    assert (done.code, done.err) == (1, "已写 1 个文件；1 行没有写入，见上面的错误\n")
    assert "RL-3" in (ledger / "registers/claims.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--into", "claim", "--plan", "zb-2017-01"), "--plan 说的是方案和事项，与 --into 不能同用"),
        (("--into", "climes"), "没有“climes”这个登记簿；是否为“claims”？"),
    ],
)
def test_options_that_mean_something_else_are_refused(ledger: Path, args: tuple[str, ...], said: str) -> None:
    (ledger.parent / "表.csv").write_text(HEAD, "utf-8")
    done = run("import", "../表.csv", *args, cwd=ledger)
    assert (done.code, said in done.err) == (2, True)


@pytest.mark.parametrize("name", ["a.xlsx", "a.jsonl"])
def test_a_whole_export_brings_plans_and_registers_into_an_empty_ledger(ledger: Path, name: str) -> None:
    file = ledger.parent / name
    assert "登记簿 2 件" in run("export", file, "--day", "2017-10-31", cwd=ledger).err
    empty = ledger.parent / "empty"
    empty.mkdir()
    for head in ("ledger.yaml", "units.yaml"):
        (empty / head).write_bytes((ledger / head).read_bytes())
    done = run("import", file, "--write", cwd=empty, today="2017-10-31")
    assert done.code == 0, done.out
    assert "# 认领\n" + (empty / "registers/claims.yaml").read_text("utf-8") == CLAIMS
    shown = run("show", "dc-2017-01/1", "--day", "2017-10-31", cwd=ledger)
    assert run("show", "dc-2017-01/1", "--day", "2017-10-31", cwd=empty).out == shown.out
    again = run("import", file, "--write", cwd=empty, today="2017-10-31")
    assert "没有要写的" in again.err
    assert run("import", file, cwd=ledger, today="2017-10-31").code == 0


def test_a_table_of_one_register_is_exported_and_narrowed(ledger: Path) -> None:
    def exported(*args: str) -> list[str]:
        done = run(
            "export", "-", "--to", "csv", "--kind", "findings", "--day", "2017-10-31", *args, cwd=ledger
        )
        return done.out.lstrip("\ufeff").splitlines()

    assert [line.split(",")[:4] for line in exported()] == [
        ["所属督察", "序号", "问题", "责任单位"], ["dc-2017-01", '"=""1"""', "公开不及时", "市财政局"],
    ]  # fmt: skip
    assert exported("--unit", "市教育局") == exported()[:1]
    refused = run("export", "a.ics", "--kind", "findings", cwd=ledger)
    assert (refused.code, "--kind 要的是一张表" in refused.err) == (2, True)
