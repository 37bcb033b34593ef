"""Several lists of a file grown at once, by entries and by whole items: nothing else of the file changes."""

import copy
import itertools

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_splice import sides
from written_files import files, owners

from ledger.files.composition import compose
from ledger.files.splice import append
from ledger.files.tails import Tail

ENTRY = {"date": "2017-06-22", "event": "完成", "evidence": [{"number": "云〔2017〕1号"}]}
PROGRESS = {"date": "2017-06-23", "event": "进展", "note": "一\n二"}
ITEM = {"id": "1.10", "title": "事项: 十", "lead": ["甲", "乙"], "log": [ENTRY]}


def holds(diff: str, *tails: Tail) -> None:
    before, after = sides(diff)
    assert append(before.encode(), tails).decode() == after
    assert append(before.replace("\n", "\r\n").encode(), tails) == after.replace("\n", "\r\n").encode()


def test_entries_of_two_items_and_a_new_item_below_them() -> None:
    holds(
        """
 items:
   - id: 1  # 一
-    log: []  # 尚无
+    log:  # 尚无
+      - date: 2017-06-22
+        event: 完成
+        evidence:
+          - number: 云〔2017〕1号
+      - date: 2017-06-23
+        event: 进展
+        note: |-
+          一
+          二
   # 二
   - id: 2
     log:
       - {date: 2017-01-05, event: 启动}
+      - {date: 2017-06-22, event: 完成, evidence: [{number: 云〔2017〕1号}]}
   # 完
+  - id: "1.10"
+    title: "事项: 十"
+    lead: [甲, 乙]
+    log:
+      - date: 2017-06-22
+        event: 完成
+        evidence:
+          - number: 云〔2017〕1号
""",
        Tail(("items", 0), (ENTRY, PROGRESS)),
        Tail((), (ITEM,), "items", apart=True),
        Tail(("items", 1), (ENTRY,)),
    )


def test_a_plan_without_parts_gets_them_above_its_log() -> None:
    holds(
        """
 id: x
+parts:
+  - id: 一
+    title: 放
 # 以下为记录
 log:
   - date: 2017-01-05
 items:
   - id: 1
""",
        Tail((), ({"id": "一", "title": "放"},), "parts"),
    )


def test_items_with_blank_lines_between_them_get_one_more() -> None:
    holds(
        """
 items:
   - id: 1
     due: 2017

   - id: 2
     due: 2018
+
+  - id: 3
+    due: 2019
+
+  - id: 4
 # 完
""",
        Tail((), ({"id": "3", "due": "2019"}, {"id": "4"}), "items", apart=True),
    )


def test_the_first_items_of_a_plan_are_laid_out_like_a_new_file() -> None:
    holds(
        """
 id: x
-items: []
+items:
+  - id: 1
+    due: 2019
+
+  - id: 2
""",
        Tail((), ({"id": "1", "due": "2019"}, {"id": "2"}), "items", apart=True),
    )


def test_a_register_without_units_gets_them_at_its_end() -> None:
    holds(
        """
 # 名册
 leaders:
   - id: 甲
+units:
+  - id: 乙
""",
        Tail((), ({"id": "乙"},), "units"),
    )


def test_an_unfinished_last_line_is_ended_once() -> None:
    source = b"items:\n- id: 1\n  log:\n  - a: b"
    tails = [Tail((), ({"id": "2"},), "items", apart=True), Tail(("items", 0), ({"a": "c"},))]
    assert append(source, tails) == source + b"\n  - a: c\n- id: 2\n"


def test_two_lists_between_one_pair_of_brackets() -> None:
    holds(
        """
-items: [{id: 1, log: []}]
+items: [{id: 1, log: [{a: b}]}, {id: 2}]
""",
        Tail((), ({"id": "2"},), "items", apart=True),
        Tail(("items", 0), ({"a": "b"},)),
    )


def with_tails(data: object, tails: list[Tail]) -> object:
    wanted = copy.deepcopy(data)
    for tail in tails:
        owner = wanted
        for step in tail.owner:
            owner = owner[step]
        owner[tail.key] = [*(owner.get(tail.key) or []), *tail.rows]
    return wanted


def same_but_for_brackets(source: str, result: str) -> bool:
    """Whether taking lines out of the result leaves the source, its lines of brackets and braces aside."""
    left = iter(result.splitlines(keepends=True))
    return all(
        any(line.rstrip() == kept.rstrip() and (line == kept or not line.endswith("\n")) for kept in left)
        for line in source.splitlines(keepends=True)
        if not set("[{") & set(line)
    )


@settings(max_examples=1000)
@given(files(), st.data())
def test_any_file_takes_entries_and_items_and_keeps_every_other_byte(
    source: bytes, data: st.DataObject
) -> None:
    read = compose(source)
    assume(not read.faults)
    grown = data.draw(st.lists(st.sampled_from(owners(read.data)), unique=True))
    entries = st.lists(st.sampled_from([ENTRY, PROGRESS, {"a": "b"}]), min_size=1, max_size=2)
    tails = [Tail(owner, data.draw(entries)) for owner in grown]
    if not tails or data.draw(st.booleans()):
        tails.append(Tail((), [ITEM], data.draw(st.sampled_from(["rows", "items"]))))
    result = append(source, data.draw(st.permutations(tails)))
    assert compose(result).data == with_tails(read.data, tails)
    assert same_but_for_brackets(source.decode(), result.decode())
    if len(tails) == 1:
        kept = len([*itertools.takewhile(lambda pair: pair[0] == pair[1], zip(source, result, strict=False))])
        bracketed = b"]" in source[kept : source.find(b"\n", kept)] or b"[" in source or b"{" in source
        assert result.endswith(source[kept:]) or bracketed
