"""Splicing an entry into a file: each case is a diff, its unmarked lines are every other byte of the file."""

import difflib
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from written_files import files, owners, with_entry

from ledger.base.errors import LedgerError
from ledger.files import splice
from ledger.files.composition import compose
from ledger.files.splice import append_entry

PLANS = Path(__file__).parents[2] / "plans"
ENTRY = {"date": "2017-06-22", "event": "完成"}
NOTE = {"date": "2017-06-22", "note": "一\n二"}
EVIDENCE = {"date": "2017-06-22", "evidence": [{"number": "云〔2017〕1号", "kind": "文件"}]}


def sides(diff: str) -> tuple[str, str]:
    """The file before and after; a dollar marks blanks at the end of a line."""
    lines = diff.removeprefix("\n").splitlines(keepends=True)
    assert all(line[0] in " +-\n" for line in lines), diff
    return tuple("".join(line[1:].replace(" $", " ") or "\n" for line in lines if line[0] != s) for s in "+-")


def holds(diff: str, pointer: tuple = (), fields: dict = ENTRY) -> None:
    before, after = sides(diff)
    assert append_entry(before.encode(), pointer, fields).decode() == after


def refuses(text: str, pointer: tuple = (), fields: dict = ENTRY) -> str:
    with pytest.raises(LedgerError) as refused:
        append_entry(text.encode(), pointer, fields)
    assert "\n" not in str(refused.value)
    return str(refused.value)


BLOCK_LISTS = {
    "like the last entry": """
 log:
   - date: 2017-01-05
     event: 启动
+  - date: 2017-06-22
+    event: 完成
""",
    "not indented under its key, wide dashes": """
 log:
 -   date: 2017-01-05
     event: 启动
+-   date: 2017-06-22
+    event: 完成
 id: x
""",
    "deep, in other places than the other entries' keys": """
 log:
        -
            date: 2017-01-05
+       -   date: 2017-06-22
+           event: 完成
""",
    "comments at ends of lines": """
 log: # 记录
   - date: 2017-01-05 # 一
     event: 启动  # 二
+  - date: 2017-06-22
+    event: 完成
 id: x # 三
""",
    "behind a plain text of several lines": """
 log:
   - date: 2017-01-05
     note: 第一行
       第二行

       第四行 # 完
+  - date: 2017-06-22
+    event: 完成

 id: x
""",
    "behind a quoted text of several lines": """
 log:
   - note: '第一行

 # 不是注释
   - 第四行'
+  - date: 2017-06-22
+    event: 完成
 id: x
""",
    "behind a literal": """
 log:
   - note: |
       第一行

         # 不是注释
+  - date: 2017-06-22
+    event: 完成


 id: x
""",
    "behind a folded text whose header has a comment": """
 log:
   - note: >-  # a + b
       第一行
+  - date: 2017-06-22
+    event: 完成

 # 完
""",
    "behind a literal that keeps its blank lines": """
 log:
   - note: |+
       第一行


+  - date: 2017-06-22
+    event: 完成
 id: x
""",
    "behind a literal that ends in blanks": """
 log:
   - note: |
       第一行
          $

+  - date: 2017-06-22
+    event: 完成
 id: x
""",
    "behind an empty literal": """
 log:
   - note: |
+  - date: 2017-06-22
+    event: 完成

 id: x
""",
    "behind a key that says nothing": """
 log:
   - date: 2017-01-05
     note:   # 待补
+  - date: 2017-06-22
+    event: 完成
 id: x
""",
    "behind a dash that says nothing": """
 log:
   -
+  - date: 2017-06-22
+    event: 完成
""",
    "behind brackets of several lines": """
 log:
   - into: [
       a, # 一
     ]  # 二
+  - date: 2017-06-22
+    event: 完成
""",
    "entries between braces": """
 log:
   - {date: 2017-01-05, event: 启动}  # 一
+  - {date: 2017-06-22, event: 完成}
 id: x
""",
    "an explicit key": """
 ? log
 : - date: 2017-01-05
+  - date: 2017-06-22
+    event: 完成
 id: x
""",
    "a quoted key": """
 "log" :
   - date: 2017-01-05
+  - date: 2017-06-22
+    event: 完成
""",
}


@pytest.mark.parametrize("diff", BLOCK_LISTS.values(), ids=BLOCK_LISTS)
def test_below_the_last_entry_and_indented_like_it(diff: str) -> None:
    holds(diff)
    holds(diff.replace(" id: x", " # 说明\n id: x"))
    holds(diff.replace("\n ", "\n \n ", 1))
    before, after = (side.replace("\n", "\r\n").encode() for side in sides(diff))
    assert append_entry(before, (), ENTRY) == after


def test_evidence_is_indented_like_other_evidence() -> None:
    holds(
        """
 log:
   - evidence:
     -   title: 一
+  - date: 2017-06-22
+    evidence:
+    -   number: 云〔2017〕1号
+        kind: 文件
""",
        fields=EVIDENCE,
    )


def test_evidence_is_indented_like_the_log_when_there_is_no_other() -> None:
    holds(
        """
 log:
 - date: 2017-01-05
   event: 启动
   note: 别的列表离得更近
+- date: 2017-06-22
+  evidence:
+  - number: 云〔2017〕1号
+    kind: 文件
 parts:
     - id: 1
""",
        fields=EVIDENCE,
    )


def test_a_comment_right_of_the_log_key_belongs_to_the_log() -> None:
    holds("""
 lead: x
 log:
   - date: 2017-01-05
       # 核对过原件
   # 以下为补记
+  - date: 2017-06-22
+    event: 完成
 # 任务
 items: []
""")


def test_a_comment_behind_a_blank_line_belongs_to_what_follows() -> None:
    holds("""
 log:
   - date: 2017-01-05
+  - date: 2017-06-22
+    event: 完成

   # 任务
 items: []
""")


def test_a_comment_below_an_unindented_list_belongs_to_what_follows() -> None:
    holds("""
 log:
 - date: 2017-01-05
   # 核对过原件
+- date: 2017-06-22
+  event: 完成
 # 任务
 items: []
""")


EMPTY_LISTS = {
    "brackets": """
-log: []
+log:
+  - date: 2017-06-22
+    event: 完成
 id: x
""",
    "brackets, a blank and a comment": """
-log:  [ ]  # 尚无
+log:  # 尚无
+  - date: 2017-06-22
+    event: 完成
 id: x
""",
    "brackets and comments below": """
-log: []
+log:
   # 尚无
+  - date: 2017-06-22
+    event: 完成
 # 编号
 id: x
""",
    "nothing": """
 log:
+  - date: 2017-06-22
+    event: 完成
 id: x
""",
    "nothing but comments": """
 log:  # 一
   # 二
+  - date: 2017-06-22
+    event: 完成

   # 三
 id: x
""",
}


@pytest.mark.parametrize("diff", EMPTY_LISTS.values(), ids=EMPTY_LISTS)
def test_a_log_that_holds_nothing_becomes_a_block_list(diff: str) -> None:
    holds(diff)
    before, after = (side.replace("\n", "\r\n").encode() for side in sides(diff))
    assert append_entry(before, (), ENTRY) == after


def test_a_new_list_is_indented_like_the_nearest_log() -> None:
    holds(
        """
 log:
     - date: 2017-01-05
 rows:
 - id: 1
   log:
   -   date: 2017-01-05
 - id: 2
-  log: []
+  log:
+  -   date: 2017-06-22
+      event: 完成
 - id: 3
""",
        ("rows", 1),
    )


def test_a_new_list_is_indented_like_a_log_however_near_other_lists_are() -> None:
    holds(
        """
 log:
 - date: 2017-01-05
 items:
   - id: 1
     nodes:
         - id: a
+    log:
+    - date: 2017-06-22
+      event: 完成
""",
        ("items", 0),
    )


def test_a_new_list_is_indented_like_other_lists_when_there_is_no_log() -> None:
    holds(
        """
 rows:
 - id: 1
+  log:
+  - date: 2017-06-22
+    event: 完成
""",
        ("rows", 0),
    )


NEW_LOGS = {
    "behind the last key of an item": """
 items:
   - id: 1
     due: 2017 # 年底
     # 属于一
+    log:
+      - date: 2017-06-22
+        event: 完成

     # 空行以下
   - id: 2
""",
    "above a comment of the next item": """
 items:
   - id: 1
     nodes:
       - id: a
+    log:
+      - date: 2017-06-22
+        event: 完成
   # 二
   - id: 2
""",
    "behind lists that are called like a file's": """
 items:
   - id: 1
     items:
       - id: a
+    log:
+      - date: 2017-06-22
+        event: 完成
""",
    "in an item that begins below its dash": """
 items:
   -
     id: 1
+    log:
+      - date: 2017-06-22
+        event: 完成
   - id: 2
""",
}


@pytest.mark.parametrize("diff", NEW_LOGS.values(), ids=NEW_LOGS)
def test_a_new_log_is_the_last_key_of_its_item(diff: str) -> None:
    holds(diff, ("items", 0))


FILE_LOGS = {
    "above the items": """
 id: x
+log:
+  - date: 2017-06-22
+    event: 完成
 items: []
""",
    "above the comments attached to the rows": """
 parts:
   - id: 1
   # 属于一
+log:
+  - date: 2017-06-22
+    event: 完成
 # 各行
 # 在下面
 rows: []
""",
    "at the first blank line": """
 lead: x
 # 属于 lead
+log:
+  - date: 2017-06-22
+    event: 完成

 # 说明

 # 任务
 items: []
""",
    "below a header when the items come first": """
 # yaml-language-server: x
+log:
+  - date: 2017-06-22
+    event: 完成
 items: []
""",
    "behind a literal that keeps its blank lines": """
 text: |+
   x

+log:
+  - date: 2017-06-22
+    event: 完成
 items: []
""",
    "at the end when there is neither": """
 ---
 id: x
 title: 一
   二
+log:
+  - date: 2017-06-22
+    event: 完成

 # 完
 ...
 # 真的
""",
    "at the end, above comments without a blank line": """
 id: x
   # 属于 id
+log:
+  - date: 2017-06-22
+    event: 完成
 # 完
""",
    "in a mapping that is indented": """
   id: x
+  log:
+    - date: 2017-06-22
+      event: 完成
   items: []
""",
}


@pytest.mark.parametrize("diff", FILE_LOGS.values(), ids=FILE_LOGS)
def test_a_new_log_of_a_file_stands_above_its_items(diff: str) -> None:
    holds(diff)


FLOW = {
    "a list in one line": ("log: [{date: 2017}]  # 一\n", "log: [{date: 2017}, {E}]  # 一\n"),
    "a trailing comma": ("log: [{date: 2017}, ]\n", "log: [{date: 2017}, {E}, ]\n"),
    "one entry a line": (
        "log: [\n  {a: b}, # 一\n  {a: c} # 二\n]\n",
        "log: [\n  {a: b}, # 一\n  {a: c}, # 二\n  {E}\n]\n",
    ),
    "one entry a line, commas": ("log: [\n  {a: b},  # 一\n]\n", "log: [\n  {a: b},  # 一\n  {E},\n]\n"),
    "the bracket behind the last": ("log: [\n  {a: b}]\n", "log: [\n  {a: b},\n  {E}]\n"),
    "the list below its key": ("log:\n  [{a: b}]\n", "log:\n  [{a: b}, {E}]\n"),
    "empty, below its key": ("log:\n  []\n", "log:\n  [{E}]\n"),
    "empty, on two lines": ("log: [ # 一\n ]\n", "log: [{E} # 一\n ]\n"),
    "an owner": ("{id: 1, due: 2017}\n", "{id: 1, due: 2017, log: [{E}]}\n"),
    "an owner of two lines": ("{id: 1,\n due: 2017}\n", "{id: 1,\n due: 2017,\n log: [{E}]}\n"),
    "an owner that is empty": ("{}", "{log: [{E}]}"),
    "an owner with an empty log": ("{log: [], id: 1}\n", "{log: [{E}], id: 1}\n"),
    "an owner with a log of nothing": ("{log: , id: 1}\n", "{log: [{E}], id: 1}\n"),
    "an owner in the manner of JSON": ('{"id":1,"log":}\n', '{"id":1,"log":[{E}]}\n'),
    "an owner that ends in nothing": ("{id: }\n", "{id: , log: [{E}]}\n"),
    "an owner with a key alone": ("{id}\n", "{id, log: [{E}]}\n"),
    "commas first": (
        "log: [\n  {a: b} # 一\n  , {a: c} # 二\n]\n",
        "log: [\n  {a: b} # 一\n  , {a: c}, {E} # 二\n]\n",
    ),
    "a comma on the line below": (
        "log: [\n  {a: b} # 一\n  ,\n]\n",
        "log: [\n  {a: b}, # 一\n  {E}\n  ,\n]\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), FLOW.values(), ids=FLOW)
def test_between_brackets_an_entry_stays_between_brackets(before: str, after: str) -> None:
    entry = '{date: 2017-06-22, note: "一,\\n二"}'
    after = after.replace("{E}", entry)
    assert append_entry(before.encode(), (), {"date": "2017-06-22", "note": "一,\n二"}).decode() == after


def test_an_item_between_braces_in_a_list_of_lines() -> None:
    holds(
        """
 items:
-  - {id: 1, title: x}  # 一
+  - {id: 1, title: x, log: [{date: 2017-06-22, event: 完成}]}  # 一
   - {id: 2}
""",
        ("items", 0),
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("log:\n- a: b", "log:\n- a: b\n{E}"),
        ("log:\n- a: b\n  # 一", "log:\n- a: b\n  # 一\n{E}"),
        ("log:\n- a: b\n# 完", "log:\n- a: b\n{E}# 完"),
        ("log:\n- a: b\n\n\n", "log:\n- a: b\n{E}\n\n"),
        ("log:\r\n- a: b", "log:\r\n- a: b\r\n{E}"),
        ("log: # 一", "log: # 一\n{E}"),
        ("log: []", "log:\n{E}"),
        ("log:\n- a: |-\n    x", "log:\n- a: |-\n    x\n{E}"),
    ],
)
def test_a_file_that_ends_in_the_middle_of_a_line(before: str, after: str) -> None:
    dash = "- " if before != "log: []" and "- a" in before else "  - "
    entry = f"{dash}date: 2017-06-22\n{' ' * len(dash)}event: 完成\n"
    entry = entry.replace("\n", "\r\n") if "\r" in before else entry
    assert append_entry(before.encode(), (), ENTRY).decode() == after.replace("{E}", entry)


def test_a_note_of_several_lines_is_a_literal_with_the_endings_of_the_file() -> None:
    before, after = (
        "log:\r\n- a: b\r\n",
        "log:\r\n- a: b\r\n- date: 2017-06-22\r\n  note: |-\r\n    一\r\n    二\r\n",
    )
    assert append_entry(before.encode(), (), NOTE).decode() == after


def test_characters_are_counted_as_the_parser_counts_them() -> None:
    holds("""
 标题𠀀: "a 𠀀"  # 𠀀\u3000
 log:
   - 𠀀: '中文'
+  - date: 2017-06-22
+    event: 完成
 id: x
""")
    for odd in ("\x85", "\u2028", "\u2029"):
        before = f"a: 'x{odd}y 𠀀'\nlog:\n- a: '𠀀{odd} y'\nb: c\n"
        after = before.replace("b: c", "- date: 2017-06-22\n  event: 完成\nb: c")
        assert append_entry(before.encode(), (), ENTRY).decode() == after


@pytest.mark.parametrize("value", ["~", "null", "''", "{}", "无", "|\n  x"])
def test_a_log_that_is_no_list_is_refused(value: str) -> None:
    assert refuses(f"id: x\nlog: {value}\n").startswith("第 2 行的 log 写着 “")


@pytest.mark.parametrize(
    "pointer", [("items",), ("items", 1), ("items", -1), ("items", 0, "id"), ("rows", 0), (0,)]
)
def test_an_owner_that_is_not_there_is_refused(pointer: tuple) -> None:
    assert "没有找到" in refuses("items:\n- id: 1\n", pointer)


@pytest.mark.parametrize("text", ["", "# x\n", "---\n", "- a\n", "a\n"])
def test_a_file_that_is_no_mapping_is_refused(text: str) -> None:
    assert "没有找到" in refuses(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: [\n",
        "a: 1\na: 2\n",
        "a: &b c\n",
        "a: !b c\n",
        "a: *b\n",
        "a: 1\n---\nb: 1\n",
        "\ufeffa: 1\n",
        "a: \x07\n",
    ],
)
def test_a_file_with_faults_is_refused(text: str) -> None:
    assert "ledger check" in refuses(text)


@pytest.mark.parametrize("source", [b"\xff\xfea\x00", b"a: \xd4\xc6\n", b"\x00"])
def test_bytes_that_are_no_text_are_refused(source: bytes) -> None:
    with pytest.raises(LedgerError):
        append_entry(source, (), ENTRY)


@pytest.mark.parametrize(
    "text",
    [
        "log:\n- a: |\n    x",  # a line break behind x would become part of it
        "id: x\rlog: []\r",
        "log:\n- a: b\u2028",
    ],
)
def test_what_is_too_odd_is_left_to_hands(text: str) -> None:
    assert "没有把握改，没有改动；请照 plans/README.md 手工补记" in refuses(text)


def test_an_entry_with_control_characters_is_refused() -> None:
    assert "控制字符" in refuses("log:\n- a: b\n", fields={"note": "\x1b[2J"})


@pytest.mark.parametrize(
    ("start", "end", "new"),
    [(19, 19, "- c: d\n"), (0, 6, ""), (12, 12, "- date: 2017-06-22\n  event: 完成\n"), (0, 0, "[")],
)
def test_a_splice_that_reads_back_wrong_is_never_returned(
    start: int, end: int, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(splice, "edits_of", lambda *_: [splice.Edit(start, end, new)])
    assert "没有把握" in refuses("id: x\nlog:\n- a: b\nrows: []\n")


def test_a_splice_that_loses_a_line_is_never_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# 一\nid: x\nlog: []  # 二\n"
    edit = splice.Edit(0, len(text), "id: x\nlog:\n- date: 2017-06-22\n  event: 完成\n", changed=1)
    monkeypatch.setattr(splice, "edits_of", lambda *_: [edit])
    assert "没有把握" in refuses(text)


def removed(before: bytes, after: bytes) -> list[str]:
    lines = difflib.unified_diff(before.decode().splitlines(), after.decode().splitlines(), n=0, lineterm="")
    return [line[1:] for line in lines if line.startswith("-") and line != "--- "]


@pytest.mark.parametrize(
    "path",
    sorted([*PLANS.glob("20*/*.yaml"), *PLANS.glob("*/20*/*.yaml"), *PLANS.glob("registers/*.yaml")]),
    ids=lambda p: p.stem,
)
def test_every_log_of_the_bundled_city_takes_an_entry(path: Path) -> None:
    source = path.read_bytes()
    for pointer in owners(compose(source).data):
        after = append_entry(source, pointer, EVIDENCE | NOTE)
        assert compose(after).data == with_entry(source, pointer, EVIDENCE | NOTE)
        assert {line.strip() for line in removed(source, after)} <= {"log: []"}


@settings(max_examples=200)
@given(files(), st.data())
def test_any_file_takes_an_entry(source: bytes, data: st.DataObject) -> None:
    read = compose(source)
    assume(not read.faults)
    pointer = data.draw(st.sampled_from(owners(read.data)))
    fields = data.draw(st.sampled_from([ENTRY, NOTE, EVIDENCE | NOTE]))
    after = append_entry(source, pointer, fields)
    assert compose(after).data == with_entry(source, pointer, fields)
    lost = removed(source, after)
    assert len(lost) <= 1
    assert all("[" in line or "{" in line for line in lost)
    assert (b"\r" in source) == (b"\r" in after)
    assert after.count(b"\n") == after.count(b"\r\n") or b"\r" not in source
    again = append_entry(after, pointer, ENTRY)
    assert compose(again).data == with_entry(after, pointer, ENTRY)


@settings(max_examples=80)
@given(files(), st.data())
def test_a_file_that_ends_without_a_line_break_takes_an_entry(source: bytes, data: st.DataObject) -> None:
    source = source.rstrip(b"\r\n")
    read = compose(source)
    assume(not read.faults and read.data == compose(source + b"\n").data)  # a literal at the end would change
    pointer = data.draw(st.sampled_from(owners(read.data)))
    after = append_entry(source, pointer, ENTRY)
    assert compose(after).data == with_entry(source, pointer, ENTRY)


PIECES = [
    "log:",
    "log",
    "a:",
    "rows:",
    " ",
    "  ",
    "\n",
    "\n",
    "\r\n",
    "- ",
    "-",
    "[",
    "]",
    "{",
    "}",
    ",",
    ": ",
    "# 一",
    "|",
    ">+",
    "'",
    '"',
    "? ",
    "x",
    "𠀀",
    "\u2028",
    "\x85",
    "\r",
    "\t",
    "---\n",
    "...\n",
    "&a ",
    "*a",
    "!t ",
    "\ufeff",
    "%",
]


@settings(max_examples=500)
@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.sampled_from([(), ("rows", 0), ("a",)])
)
def test_any_text_takes_an_entry_or_is_refused_in_one_sentence(text: str, pointer: tuple) -> None:
    try:
        after = append_entry(text.encode(), pointer, NOTE)
    except LedgerError as refused:
        assert len(str(refused).splitlines()) == 1  # noqa: PT017 - most of them are refused, some are not
    else:
        assert compose(after).data == with_entry(text.encode(), pointer, NOTE)
