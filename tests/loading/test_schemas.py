"""The published JSON Schemas: current, draft-07, in Chinese, and of one mind with our own reader."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from check_jsonschema.parsers.yaml import (  # type: ignore[import-untyped]
    construct_yaml_implementation,
    impl2loader,
)

from ledger.files.document import read_document
from ledger.loading.kinds import PLAN, SLIP, Kind, kind_of, kinds, register_kind
from ledger.loading.records import read_record
from ledger.loading.schemas import schema_name, schemas
from ledger.model.events import CORRECT, EventTable
from ledger.model.items import ITEM_EVENTS, STATE_WORDS, State
from ledger.model.plans import PLAN_EVENTS
from ledger.model.registers.upstream import UPSTREAM_EVENTS
from ledger.model.slips import ROW_EVENTS, SLIP_EVENTS, UPHELD

ROOT = Path(__file__).parents[2]
BUNDLED = sorted((ROOT / "plans").rglob("*.yaml"))
TEXTS = schemas()
SCHEMAS: dict[str, Any] = {name: json.loads(text) for name, text in TEXTS.items()}
NAMES = sorted(SCHEMAS)

PLAN_HEAD = "id: zb-2017-05\ntitle: 方案\n"
ITEM = PLAN_HEAD + "items:\n  - id: 1\n    title: 事项\n"
ITEM_LOG = ITEM + "    log:\n"
SLIP_HEAD = """\
id: TS-2017-025
kind: 提示单
number: 云改办提〔2017〕25号
unit: 市财政局
as_of: 2017-10-31
reply_due: 2017-11-03
"""
UPSTREAM_HEAD = "upstream:\n  - id: zy-2016-11\n    title: 指导意见\n"


def _name(file: Path) -> str:
    return file.relative_to(ROOT / "plans").as_posix()


as_an_editor_reads = impl2loader(construct_yaml_implementation())


def faults(kind: Kind, text: str) -> list[Any]:
    """What an editor would underline."""
    checker = jsonschema.Draft7Validator.FORMAT_CHECKER
    validator = jsonschema.Draft7Validator(SCHEMAS[schema_name(kind)], format_checker=checker)
    return list(validator.iter_errors(as_an_editor_reads(io.BytesIO(text.encode()))))


def our_reader_takes(kind: Kind, text: str) -> bool:
    document, _ = read_document("a.yaml", text.encode())
    return document is not None and read_record(document, kind)[0] is not None


def schemas_within(schema: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property and definition with its path; conditions (if, then) name keys and describe none."""
    for group in ("properties", "definitions"):
        for name, inner in schema.get(group, {}).items():
            yield f"{path}/{name}", inner
            yield from schemas_within(inner, f"{path}/{name}")
    if "items" in schema:
        yield from schemas_within(schema["items"], path)


EXPLAINED = {name: list(schemas_within(SCHEMAS[name], name)) for name in NAMES}


# --- what is published -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_published_file_is_current(name: str) -> None:
    published = (ROOT / "schemas" / name).read_bytes().decode()
    assert published == TEXTS[name], "run `ledger schema`"


def test_every_kind_of_file_has_a_schema() -> None:
    assert set(NAMES) == {f"{kind.name}.schema.json" for kind in kinds()}


@pytest.mark.parametrize("name", NAMES)
def test_is_draft_07(name: str) -> None:
    schema = SCHEMAS[name]
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"] == name
    text = TEXTS[name]
    assert "$defs" not in text
    assert '"null"' not in text
    assert "null" not in re.findall(r": (\w+)", text)


def dictionaries(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from dictionaries(inner)


@pytest.mark.parametrize("name", NAMES)
def test_references_stand_alone_and_lead_somewhere(name: str) -> None:
    for node in dictionaries(SCHEMAS[name]):
        if "$ref" in node:
            assert len(node) == 1
            assert node["$ref"].removeprefix("#/definitions/") in SCHEMAS[name]["definitions"]


@pytest.mark.parametrize("name", NAMES)
def test_no_unknown_key_is_let_through(name: str) -> None:
    for record in (SCHEMAS[name], *SCHEMAS[name].get("definitions", {}).values()):
        assert record["additionalProperties"] is False


# --- what an editor says -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_everything_is_explained_in_chinese(name: str) -> None:
    for path, schema in [(name, SCHEMAS[name]), *EXPLAINED[name]]:
        for key in ("title", "description"):
            assert re.search("[一-鿿]", schema.get(key, "")), f"{path} has no Chinese {key}"


@pytest.mark.parametrize("name", NAMES)
def test_it_shows_only_what_it_accepts(name: str) -> None:
    definitions = SCHEMAS[name].get("definitions", {})
    for path, schema in EXPLAINED[name]:
        shown = [*schema.get("examples", ()), *([schema["default"]] if "default" in schema else ())]
        for value in shown:
            validator = jsonschema.Draft7Validator(schema | {"definitions": definitions})
            assert validator.is_valid(value), f"{path} shows {value!r}"


@pytest.mark.parametrize("name", NAMES)
def test_a_pattern_is_put_in_words(name: str) -> None:
    for path, schema in EXPLAINED[name]:
        assert ("pattern" in schema) == ("patternErrorMessage" in schema), path


def test_every_state_has_a_word() -> None:
    assert set(STATE_WORDS) == set(State)


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("启动", "未启动时可记；记后为已启动未完成"),
        ("完成", "未启动、已启动未完成时可记；必填 evidence（佐证）；记后为已完成"),
        ("恢复", "暂缓时可记；必填 by（由谁）"),
        (
            CORRECT,
            "随时可记；必填 by（由谁）、note（说明）；另写 voids（作废），或 field（更正的键）与 to（改为）",
        ),
    ],
)
def test_an_event_is_explained(event: str, said: str) -> None:
    schema = SCHEMAS["plan.schema.json"]["definitions"]["ItemEntry"]["properties"]["event"]
    assert schema["enumDescriptions"][schema["enum"].index(event)] == said


def test_keys_without_meaning_in_a_log_are_not_offered() -> None:
    definitions = SCHEMAS["plan.schema.json"]["definitions"]
    assert definitions["PlanEntry"]["properties"]["percent"]["doNotSuggest"]
    assert "doNotSuggest" not in definitions["ItemEntry"]["properties"]["percent"]


# --- the bundled ledger ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [k for k in kinds() if any(kind_of(_name(f)) == k for f in BUNDLED)])
def test_bundled_files_pass(kind: Kind) -> None:
    files = [f for f in BUNDLED if kind_of(_name(f)) == kind]
    assert [fault for file in files for fault in faults(kind, file.read_text("utf-8"))] == []


@pytest.mark.parametrize("kind", [PLAN, register_kind("claims")])
def test_bundled_files_pass_by_the_program_that_others_run(kind: Kind) -> None:
    files = [str(f) for f in BUNDLED if kind_of(_name(f)) == kind]
    program = Path(sys.executable).with_name("check-jsonschema")
    command = [str(program), "--schemafile", str(ROOT / "schemas" / schema_name(kind)), *files]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("file", BUNDLED, ids=[f.stem for f in BUNDLED])
def test_bundled_files_name_their_schema(file: Path) -> None:
    first = file.read_text("utf-8").splitlines()[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    kind = kind_of(_name(file))
    assert kind is not None
    assert (file.parent / named).resolve() == ROOT / "schemas" / schema_name(kind)


# --- what is refused, and where ----------------------------------------------------------------------------


COMPLETED = ITEM_LOG + "      - {date: 2017-06-22, event: 完成%s}\n"
CORRECTED = ITEM_LOG + "      - {date: 2017-06-22, event: 更正, by: 甲, note: 误%s}\n"
FAULTS = [
    (COMPLETED % "", "items.0.log.0", "'evidence' is a required property"),
    (COMPLETED % ", evidence: []", "items.0.log.0.evidence", "[]"),
    (COMPLETED % ", evidence: [{kind: 文件}]", "items.0.log.0.evidence.0", "under any of"),
    (COMPLETED % ", evidence: [{title: 办法, kind: 办法}]", "items.0.log.0.evidence.0.kind", "办法"),
    (CORRECTED % "", "items.0.log.0", "under any of"),
    (CORRECTED % ", field: due", "items.0.log.0", "under any of"),
    (CORRECTED % ", field: weight, to: 2", "items.0.log.0.field", "weight"),
    (CORRECTED % ", voids: {date: 2017-06-22, event: 完工}", "items.0.log.0.voids.event", "完工"),
    (ITEM_LOG + "      - {date: 2017-06-22, event: 核验通过}\n", "items.0.log.0", "'by' is a required"),
    (ITEM_LOG + "      - {date: 2017-06-22, event: 完工}\n", "items.0.log.0.event", "完工"),
    (ITEM_LOG + "      - {date: 2017-06-22, event: start}\n", "items.0.log.0.event", "start"),
    (ITEM_LOG + "      - {date: 2017-06-22, event: 印发}\n", "items.0.log.0.event", "印发"),
    (ITEM_LOG + "      - {date: 2017-06-31, event: 启动}\n", "items.0.log.0.date", "2017-06-31"),
    (PLAN_HEAD + "log:\n  - {date: 2017-06-22, event: 启动}\n", "log.0.event", "启动"),
    (PLAN_HEAD + "log:\n  - {date: 2017-06-22, event: 审议通过}\n", "log.0", "'by' is a required"),
    (PLAN_HEAD + "log:\n", "log", "None"),
    (ITEM + "    owner: 市财政局\n", "items.0", "'owner' was unexpected"),
    (ITEM + "    due: 年底前\n", "items.0.due", "年底前"),
    (ITEM + "    due: 20170630\n", "items.0.due", "20170630"),
]


@pytest.mark.parametrize(("text", "at", "why"), FAULTS)
def test_a_fault_is_refused_at_its_place(text: str, at: str, why: str) -> None:
    (fault,) = faults(PLAN, text)
    assert ".".join(str(step) for step in fault.absolute_path) == at
    assert why in fault.message


VALUES = {
    "by": "市委改革办",
    "note": "说明",
    "node": "a",
    "until": "2017-12-31",
    "to": "市财政局",
    "into": "[zb-2017-08/5, zb-2017-08/6]",
    "result": "巩固",
    "evidence": "[{number: 云政办发〔2017〕31号}]",
    "plan": "zb-2017-05",
    "voids": "{date: 2017-06-22, event: 更正}",
}
LOGS = [
    (PLAN, PLAN_EVENTS, PLAN_HEAD + "log:\n"),
    (PLAN, ITEM_EVENTS, ITEM_LOG),
    (SLIP, SLIP_EVENTS, SLIP_HEAD + "log:\n"),
    (SLIP, ROW_EVENTS, SLIP_HEAD + "rows:\n  - id: 1\n    subject: zb-2017-05/1\n    log:\n"),
    (register_kind("upstream"), UPSTREAM_EVENTS, UPSTREAM_HEAD + "    log:\n"),
]
EVENTS = [(kind, table, head, row) for kind, table, head in LOGS for row in table]


@pytest.mark.parametrize(
    ("kind", "table", "head", "row"), EVENTS, ids=[f"{t.kind}-{r.word}" for _, t, _, r in EVENTS]
)
def test_an_event_wants_what_its_table_says(kind: Kind, table: EventTable, head: str, row: Any) -> None:
    required = [*row.required, "voids"] if row.word == CORRECT else [*row.required]
    values = VALUES | ({"result": UPHELD} if table is ROW_EVENTS else {})

    def text(keys: list[str]) -> str:
        given = "".join(f", {key}: {values[key]}" for key in keys)
        return head + f"      - {{date: 2017-06-22, event: {row.word}{given}}}\n"

    assert not faults(kind, text(required))
    assert our_reader_takes(kind, text(required))
    for missing in required:
        assert faults(kind, text([key for key in required if key != missing])), f"{missing} of {table.kind}"


# --- of one mind with our reader ---------------------------------------------------------------------------

BOTH_TAKE = [
    PLAN_HEAD,
    "id: 5\ntitle: 2017\n",
    ITEM,
    ITEM + "    due: 2017\n",
    ITEM + "    due: '2017'\n",
    ITEM + "    due: 2017-06\n",
    ITEM + "    due: 2017Q2\n",
    ITEM + "    due: 2017H1\n",
    ITEM + "    due: 长期\n    review_by: 2017-12-31\n",
    ITEM + "    lead: 市财政局\n    with: [甲, 乙]\n",
    ITEM + "    focus: true\n    hard: false\n    weight: 2.5\n",
    ITEM + "    nodes:\n      - {id: a, title: 出台细则, due: 2017-09-30}\n",
    PLAN_HEAD + "items:\n  - {id: 1.1, title: 事项}\n  - {id: '1.10', title: 事项}\n",
    PLAN_HEAD + "log: []\nitems: []\n",
    PLAN_HEAD + "parts:\n  - {id: 一, title: 精简}\n",
    ITEM_LOG + "      - {date: 2017-05-04, event: 进展, percent: 100, note: 12345}\n",
    ITEM_LOG + "      - {date: 2017-05-04, event: 更正, by: 甲, note: 误, field: due, to: 2017-09-30}\n",
    ITEM_LOG + "      - {date: 2017-05-04, event: 完成, evidence: [{title: 办法, kind: 制度成果}]}\n",
]
BOTH_REFUSE = [
    "{}",
    "[]",
    "title: 方案\n",
    PLAN_HEAD + "owner: 市财政局\n",
    PLAN_HEAD + "log: {}\n",
    PLAN_HEAD + "items: 无\n",
    "id: zb 2017\ntitle: 方案\n",
    "id: zb/2017\ntitle: 方案\n",
    "id: [zb]\ntitle: 方案\n",
    PLAN_HEAD + "items:\n  - 事项\n",
    PLAN_HEAD + "items:\n  - {id: 1}\n",
    PLAN_HEAD + "items:\n  -\n",
    ITEM + "    due: 20170630\n",
    ITEM + "    due: 2017-6-30\n",
    ITEM + "    due: 2017Q5\n",
    ITEM + "    due: 2017H3\n",
    ITEM + "    due: 17\n",
    ITEM + "    due: [2017]\n",
    ITEM + "    review_by: 2017-02-30\n",
    ITEM + "    review_by: 2017-12\n",
    ITEM + "    review_by: 2017\n",
    ITEM + "    focus: 是\n",
    ITEM + "    weight: 重\n",
    ITEM + "    lead: [甲, 甲]\n",
    ITEM + "    lead: {name: 甲}\n",
    ITEM + "    nodes:\n      - {id: a, title: 出台细则}\n",
    ITEM_LOG + "      - {event: 启动}\n",
    ITEM_LOG + "      - {date: 2017-05-04}\n",
    ITEM_LOG + "      - {date: 2017-05-04, event: 进展, percent: 101}\n",
    ITEM_LOG + "      - {date: 2017-05-04, event: 进展, percent: -1}\n",
    ITEM_LOG + "      - {date: 2017-05-04, event: 进展, percent: 60.5}\n",
    ITEM_LOG + "      - {date: 2017-05-04, event: 更正, by: 甲, note: 误, voids: 完成}\n",
    ITEM_LOG + "      - {date: 2017-05-04, event: 完成, evidence: 办法}\n",
    ITEM_LOG + "      - {date: 2017-05-04, event: 完成, evidence: [{title: 办法, page: 3}]}\n",
]


@pytest.mark.parametrize("text", BOTH_TAKE)
def test_schema_and_reader_take(text: str) -> None:
    assert not faults(PLAN, text)
    assert our_reader_takes(PLAN, text)


@pytest.mark.parametrize("text", BOTH_REFUSE)
def test_schema_and_reader_refuse(text: str) -> None:
    assert faults(PLAN, text)
    assert not our_reader_takes(PLAN, text)


@pytest.mark.parametrize("file", BUNDLED, ids=[f.stem for f in BUNDLED])
def test_our_reader_takes_the_bundled_files_too(file: Path) -> None:
    kind = kind_of(_name(file))
    assert kind is not None
    assert our_reader_takes(kind, file.read_text("utf-8"))


def test_an_empty_value_is_absent_to_us_and_wrong_to_an_editor() -> None:
    text = ITEM + "    due:\n"
    assert our_reader_takes(PLAN, text)
    assert faults(PLAN, text)
