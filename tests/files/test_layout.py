"""The one layout: how data without a layout of its own is written."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.files.composition import compose
from ledger.files.layout import laid_out
from ledger.loading.key_order import key_order
from ledger.loading.kinds import PLAN

LONG = "深化投资审批制度改革，进一步简化、整合投资项目报建手续，" * 3


def plan(**fields: object) -> str:
    return laid_out(fields, key_order(PLAN))


def test_a_plan_is_written_as_the_project_writes_plans() -> None:
    text = laid_out(
        {
            "items": [
                {"log": [], "due": "2017-06", "lead": ["甲局", "乙局"], "title": "一事", "id": "1"},
                {
                    "id": "1.10",
                    "title": LONG,
                    "text": LONG,
                    "with": ["丙局"],
                    "nodes": [{"due": "2017-03", "title": "初稿", "id": "a"}],
                    "log": [
                        {
                            "event": "更正",
                            "date": "2017-05-01",
                            "voids": {"date": "2017-04-01", "event": "启动"},
                        }
                    ],
                },
            ],
            "odd": "x",
            "log": [{"event": "印发", "date": "2017-01-05"}],
            "title": "方案",
            "parts": [{"id": "一", "title": "总则"}],
            "id": "zb-1",
        },
        key_order(PLAN),
        ["# yaml-language-server: $schema=../plan.schema.json"],
    )
    assert (
        text
        == f"""\
# yaml-language-server: $schema=../plan.schema.json
id: zb-1
title: 方案
parts:
  - id: 一
    title: 总则
log:
  - date: 2017-01-05
    event: 印发
items:
  - id: 1
    title: 一事
    lead: [甲局, 乙局]
    due: 2017-06
    log: []

  - id: "1.10"
    title: {LONG}
    text: |-
      {LONG}
    with: [丙局]
    nodes:
      - id: a
        title: 初稿
        due: 2017-03
    log:
      - date: 2017-05-01
        event: 更正
        voids: {{date: 2017-04-01, event: 启动}}
odd: x
"""
    )


def test_names_that_one_line_cannot_hold_stand_one_below_the_other() -> None:
    names = [f"第{n}建设管理局" for n in range(8)]
    assert plan(lead=names) == "lead:\n" + "".join(f"  - {name}\n" for name in names)
    assert plan(lead=names[:5]) == f"lead: [{', '.join(names[:5])}]\n"


TEXTS = st.text(
    st.sampled_from("甲乙 #:-|>'\"[]{},a1.\n\\") | st.characters(exclude_categories=("Cc", "Cs")), max_size=9
)
KEYS = st.sampled_from(["id", "title", "text", "log", "items", "nodes", "部门", "a: b", "- x"])
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)


@settings(max_examples=150)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_any_data_reads_back(data: dict) -> None:
    read = compose(laid_out(data, key_order(PLAN)).encode())
    assert not read.faults
    assert read.data == data
