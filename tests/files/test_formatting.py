"""fmt: nothing but the layout changes, whatever it was, and a second time nothing at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from messy_yaml import Messy

from ledger.base.errors import LedgerError
from ledger.files import formatting
from ledger.files.comments import comments
from ledger.files.composition import compose
from ledger.files.formatting import formatted
from ledger.files.marks import Node, read_nodes
from ledger.loading.key_order import key_order
from ledger.loading.kinds import PLAN

ORDER = key_order(PLAN)


def fmt(text: str) -> str:
    return formatted(text.encode(), ORDER).decode()


def keys_of(source: bytes) -> list[str]:
    """Every key, those with nothing behind them too."""
    waiting, found = [read_nodes(source)], []
    while waiting:
        node = waiting.pop()
        assert isinstance(node, Node)
        found += [key.value for key in node.keys]
        waiting += node.items
    return sorted(found)


@settings(max_examples=250, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_any_file_keeps_its_data_and_its_comments_and_is_laid_out_once(seed: int) -> None:
    messy = Messy(seed)
    source = messy.text.encode()
    before = compose(source)
    assert not before.faults, messy.text
    once = formatted(source, ORDER)
    assert formatted(once, ORDER) == once
    assert compose(once).data == before.data
    assert sorted(c.text for c in comments(once)) == sorted(messy.said)
    assert keys_of(once) == keys_of(source)


def test_the_whole_layout_at_once() -> None:
    assert (
        fmt("""\
---
# yaml-language-server: $schema=x

# 方案
title:  '方案'
id: "zb-1"
items:
# 第一件
- title: 一事   # 简称
  # 编号
  id: 1
  lead:
  - 甲局
  - 乙局
  with: [丙局,
         丁局]
  log:
     - {date: 2017-01-05, event: 启动}
     -   event: 完成
         date: 2017-02-03
         evidence: [{title: 一}]
     # 还没有核验
- id: 2
  title: 二事
""")
        == """\
# yaml-language-server: $schema=x

# 方案
id: zb-1
title: 方案
items:
  # 第一件
  # 编号
  - id: 1
    title: 一事 # 简称
    lead: [甲局, 乙局]
    with: [丙局, 丁局]
    log:
      - {date: 2017-01-05, event: 启动}
      - date: 2017-02-03
        event: 完成
        evidence: [{title: 一}]
      # 还没有核验

  - id: 2
    title: 二事
"""
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: b # 短\n", "a: b # 短\n"),
        ("a: 'b' # 让出一格\n", "a: b   # 让出一格\n"),
        ("a:     b # 挪近\n", "a: b     # 挪近\n"),
        ("a: '中文'# 贴着\n", "a: 中文  # 贴着\n"),
        ("with:  [a]  # 留在原列\n", "with: [a]   # 留在原列\n"),
        ("with:\n- a\nlead: 甲 # 一\n", "lead: 甲 # 一\nwith: [a]\n"),
    ],
)
def test_a_comment_beside_a_value_keeps_its_column(before: str, after: str) -> None:
    assert fmt(before) == after


def test_a_comment_is_not_run_into_by_a_value_that_grew() -> None:
    assert fmt("title: no # 注\nid: '1.10' # 号\n") == 'id: "1.10" # 号\ntitle: "no"  # 注\n'


def test_what_a_comment_speaks_of_keeps_its_shape() -> None:
    names = "[" + ", ".join(["市经济和信息化委员会"] * 9) + "]"
    source = f"# 这一行\nlead: {names}\nupstream: {names}  # 放行\nitems:\n  # 上面\n  - {{lead: {names}}}\n"
    assert fmt(source) == source
    assert fmt("lead:  # 一列\n- a\n- b\n") == "lead:  # 一列\n  - a\n  - b\n"


def test_a_comment_behind_a_dash_that_stands_alone_stays_with_its_row() -> None:
    source = "items:\n  -\n    id: 1\n    title: 甲\n    # 甲的\n  - # 乙\n    id: 2\n    title: 乙\n  -\n    # 丙\n    id: 3\n"
    assert fmt(source) == (
        "items:\n  - id: 1\n    title: 甲\n    # 甲的\n\n  # 乙\n  - id: 2\n    title: 乙\n  # 丙\n  - id: 3\n"
    )


@pytest.mark.parametrize(
    "text", ["一 \n  二\n", "一\t二\n  三\n", "\n  一\n", "一\u200b\n  二\n", "　　一\n\n  二\n"]
)
def test_a_text_below_a_bar_stays_there_with_the_blanks_that_it_has(text: str) -> None:
    assert fmt(f"note: |\n  {text}") == f"note: |\n  {text}".replace("  \n", "\n")


def test_flags_and_numbers_stay_what_they_are_wherever_they_stand() -> None:
    source = "items:\n  - {id: 1, focus: true, weight: 1.5}\n  - id: 2\n    focus: true\n    weight: 0.5\n"
    assert fmt(source) == source.replace("}\n", "}\n\n")


def test_blank_lines_are_one_at_most_and_none_where_something_begins() -> None:
    assert fmt("\n\nid: x\n\n\n\ntitle: 一\nlog:\n\n- date: 2017-01-01\n\n\n  event: 印发\n\n\n") == (
        "id: x\n\ntitle: 一\nlog:\n  - date: 2017-01-01\n\n    event: 印发\n"
    )


def test_lines_end_as_the_first_one_does() -> None:
    assert fmt("id:  x\r\nnote: |\r\n  一\r\n  二\r\n") == "id: x\r\nnote: |\r\n  一\r\n  二\r\n"


@pytest.mark.parametrize(
    "text",
    ["- a\n", "a: [\n", "\ufeffa: b\n", "", "# 只有注释\n", "a: &x b\n", "a: b\na: c\n", "a: b\n---\nc: d\n"],
)
def test_a_file_that_is_not_read_is_refused(text: str) -> None:
    with pytest.raises(LedgerError, match="有读不通的地方"):
        fmt(text)


def test_a_result_that_lost_something_is_never_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    for lines in (["a: b"], ["a: c  # x"], ["a: ["]):
        monkeypatch.setattr(formatting, "document_lines", lambda *_, lines=lines: lines)
        with pytest.raises(LedgerError, match="没有把握"):
            fmt("a: b  # x\n")
