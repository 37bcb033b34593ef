"""Every ``--format json`` is one document of the shape that ``schemas/output.schema.json`` publishes."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from cli_runner import bundled, run
from output_shape import SCHEMA, faults
from small_ledger import write_ledger

from cli import COMMANDS

ENVELOPE = ["ok", "command", "day", "revision", "data", "diagnostics", "remarks"]

WELL = [
    "status",
    *(f"status --by {by}" for by in ("plan", "field", "group", "lead", "unit")),
    "status --issued-for 6m",
    "status --month 2018-01",
    "trend",
    "trend --months 2 --lead 市财政局",
    "trend --recorded",
    "items",
    "items --status late",
    "items --text 没有这段文字",
    "causes",
    "causes --by lead",
    "overdue",
    "overdue --day 2016-01-01",
    "upcoming",
    "upcoming --days 0",
    "unit 市财政局",
    "unit 改革办",
    "unit 鹿鸣县 --day 2017-01-01",
    "unit 陆怀川",
    "unit 江亦诚 --day 2017-01-01",
    "consult 市农业局",
    "show HZ-2017-09",
    "show RC-2017-02",
    "show CP-2017Q3",
    "show PM-2017-10",
    "why zb-2017-11/4",
    "score 社会组 --month 2017-10",
    "score 社会组 --month 2017-10 --point B1",
    "score 社会组 --month 2017-10 --figure total",
    "list consultations",
    "list advice",
    "list exemptions --state 不扣分",
    "show zb-2017-05",
    "show zb-2017-05/1",
    "show zb-2017-05/2#a",
    "show TS-2017-025",
    "show TS-2017-025/1",
    "show zy-2016-11",
    "show RL-2017-01",
    "why zb-2017-05/1",
    "why zb-2017-05/2",
    "why zb-2017-06/3",
    "why zb-2017-12/4",
    "why TS-2017-076",
    "why TS-2017-076/2",
    "why ZL-2017-001",
    "why sj-2017-03",
    "why zy-2017-18",
    "why RL-2017-01",
    "list",
    "list plans",
    "list plans --day 2017-01-05",
    "list breakdowns",
    "list breakdowns --kind 区县 --state 有逾期事项",
    "list reviews",
    "list major_tasks",
    "list agendas",
    "list project_groups",
    "list briefings",
    "roadmap zb-2017-05",
    "roadmap zb-2017-16",
    "list slips",
    "list slips --month 2017-03",
    "list slips --open",
    "list slips --kind 提示单 --state issued_this_month --month 2017-09",
    "list rows",
    "list claims",
    "list sponsors",
    "list pilots --kind 省级",
    "list cleanups",
    "list checkpoints",
    "list scores",
    "list rankings",
    "list checkpoints --day 2016-12-31",
    "list claims --figure 认领事项",
    "list inspections --kind 暗访",
    "list findings --figure 整改率",
    "list meetings --kind 通报会",
    "list rhythm",
    "list terms",
    "list bulletins",
    "list rows --open --state 应回复",
    "list upstream",
    "list upstream --open",
    "list plans --open",
    "list units",
    "assess",
    "assess zb-2017-05 --round 年中",
    "lens",
    "check",
    "check --since HEAD",
    "check --audit",
    "close",
    "close zb-2017-05",
    "diff HEAD",
    "rule",
    "rule P123",
    "rule E8",
    "escalate --month 2017-10",
    "escalate --month 2017-12",
    "escalate --track docking",
    "escalate --only 暂不升级 --month 2017-10",
    "rank --month 2017-10",
    "rank --month 2017-10 --pool 部门",
    "rank --year 2017",
    "bulletin --month 2017-10",
    "bulletin --brief --month 2017-01",
    "verify",
]
IMPOSSIBLE = [
    "consult 没有这个单位",
    "diff 没有这个版本",
    "status --month 2017-13",
    "trend --months 0",
    "items --status 没有",
    "causes --by 没有",
    "assess --plan 没有",
    "assess --read 没有.xlsx",
    "lens --plan 没有",
    "overdue --plan 没有",
    "upcoming --day 昨天",
    "unit 没有这个单位",
    "score 没有这个单位",
    "show 没有",
    "roadmap 没有",
    "why 没有",
    "list 没有",
    "check --at 没有",
    "check --audit --fix",
    "close 没有",
    "close --write",
    "rule X999",
    "escalate --ledger /没有",
    "paper --没有",
    "export --没有",
    "rank --month 2017-13",
    "bulletin --month 2017-13",
    "verify 没有.md",
    "record zb-2017-05/1 没有 --ledger plans",
    "reply 没有 --ledger plans",
    "import 没有.xlsx --ledger plans",
    "pack --month 2017-13 --out 没有",
    "collect 没有.xlsx --ledger plans",
]
WRITTEN_ELSEWHERE = {"import", "record", "reply", "pack", "collect"}
"""What these answer when they go well is held against the schema in the tests that are named after them."""
WITHOUT_JSON = {"export", "init", "merge", "paper", "schema"}


@pytest.mark.parametrize("line", WELL)
def test_an_answer_is_one_document_as_published(line: str) -> None:
    done = bundled(*line.split(), "--format", "json")
    assert done.code == 0, done.err
    assert list(done.document) == ENVELOPE
    assert faults(done.document) == []
    assert done.document["ok"] is True
    assert done.document["command"] == line.split(maxsplit=1)[0]


@pytest.mark.parametrize("line", IMPOSSIBLE)
def test_wrong_use_is_a_document_too(line: str) -> None:
    done = bundled(*line.split(), "--format", "json")
    assert done.code == 2
    assert faults(done.document) == []
    assert done.document["ok"] is False
    assert done.data is None
    assert done.document["remarks"][0] in done.err


def test_every_command_that_prints_json_is_described() -> None:
    described = set(SCHEMA["properties"]["command"]["enum"])
    assert described == {entry.name for entry in COMMANDS} - {"fmt", "init", "merge", "new", "schema"}
    assert described == {line.split()[0] for line in IMPOSSIBLE}
    assert {line.split()[0] for line in WELL} == described - WRITTEN_ELSEWHERE - WITHOUT_JSON


def test_an_answer_with_faults_is_as_published(tmp_path: Path) -> None:
    ledger = write_ledger(tmp_path)
    shutil.copy(ledger / "2017" / "zb-2017-01.yaml", ledger / "2017" / "copy.yaml")
    (ledger / "2017" / "twice.yaml").write_text("id: a\nid: b\n", "utf-8")
    for command, code in {"check": 1, "status": 1, "escalate": 2}.items():
        done = run(command, "--format", "json", cwd=ledger)
        assert done.code == code
        assert faults(done.document) == []
        assert {"P101", "R106"} <= done.codes
        related = [d["related"] for d in done.document["diagnostics"] if d["code"] == "P101"]
        assert related[0][0]["path"] == "2017/zb-2017-01.yaml"


def test_a_key_that_nobody_described_is_noticed() -> None:
    document = json.loads(bundled("status", "--format", "json").out)
    document["data"]["total"]["new"] = 1
    assert len(faults(document)) == 1
    jsonschema.Draft7Validator(SCHEMA).validate(document)  # but what is published allows it


# --- the schema itself -------------------------------------------------------------------------------------


def described(node: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for key in ("properties", "definitions"):
        for name, inner in node.get(key, {}).items():
            yield f"{path}/{name}", inner
            yield from described(inner, f"{path}/{name}")
    if isinstance(node.get("items"), dict):
        yield from described(node["items"], path)


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict) and "$ref" in node:
        yield node["$ref"]
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from references(inner)


def test_the_schema_is_draft_07() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert SCHEMA["$id"] == "output.schema.json"


def test_every_key_has_a_chinese_title() -> None:
    for path, node in described(SCHEMA, ""):
        if "$ref" not in node:
            assert any(ord(c) > 0x2E80 for c in node["title"]), path


def test_every_reference_leads_somewhere_and_every_definition_is_used() -> None:
    used = set(references(SCHEMA))
    for pointer in used:
        node: Any = SCHEMA
        for step in pointer.removeprefix("#/").split("/"):
            node = node[step]
    tops = {pointer.split("/")[2] for pointer in used}
    assert tops == set(SCHEMA["definitions"])
