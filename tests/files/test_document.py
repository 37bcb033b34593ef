"""A place for every pointer, and every fault of a file at once."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.base.diagnostics import Diagnostic, Pointer
from ledger.files.composition import compose
from ledger.files.document import Document, read_document

TEXT = """\
id: zb-2017-01
title: "改革方案"   # 名称
lead: [市财政局, 市教育局]
empty:
items:
  - id: 1
    title: 建立清单
    nodes:
      - {id: a, due: 2017-06}
  - id: 2
"""


def document(text: str = TEXT) -> Document:
    found, problems = read_document("plans/a.yaml", text.encode())
    assert problems == []
    assert found is not None
    return found


def faults(source: bytes) -> list[Diagnostic]:
    found, problems = read_document("plans/a.yaml", source)
    assert found is None
    return problems


@pytest.mark.parametrize(
    ("pointer", "place", "underlined"),
    [
        (("id",), "1:5", "zb-2017-01"),
        (("title",), "2:8", '"改革方案"'),
        (("lead",), "3:1", "lead"),
        (("lead", 1), "3:14", "市教育局"),
        (("items",), "5:1", "items"),
        (("items", 0), "6:5", ""),
        (("items", 0, "title"), "7:12", "建立清单"),
        (("items", 0, "nodes"), "8:5", "nodes"),
        (("items", 0, "nodes", 0), "9:9", "{"),
        (("items", 0, "nodes", 0, "due"), "9:22", "2017-06"),
        (("items", 1, "id"), "10:9", "2"),
    ],
)
def test_every_pointer_has_a_place(pointer: Pointer, place: str, underlined: str) -> None:
    found = document().place(pointer)
    assert str(found) == f"plans/a.yaml:{place}"
    assert found.text[found.column - 1 :][: found.length] == underlined


@pytest.mark.parametrize(
    ("pointer", "place"), [(("id",), "1:1"), (("lead",), "3:1"), (("items", 0, "nodes", 0, "due"), "9:17")]
)
def test_a_key_has_a_place_of_its_own(pointer: Pointer, place: str) -> None:
    assert str(document().place(pointer, key=True)) == f"plans/a.yaml:{place}"


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ((), "1:1"),
        (("number",), "1:1"),
        (("empty",), "4:7"),
        (("items", 1, "due"), "10:5"),
        (("items", 0, "nodes", 0, "title"), "9:9"),
        (("items", 7, "title"), "5:1"),
        (("items", 0, "nodes", 3), "8:5"),
        (("lead", 9), "3:1"),
    ],
)
def test_what_is_missing_is_shown_at_its_nearest_parent(pointer: Pointer, place: str) -> None:
    assert str(document().place(pointer)) == f"plans/a.yaml:{place}"


def test_two_readings_of_one_file_are_not_one_document() -> None:
    assert document() != document()


class TestFaults:
    def test_all_of_a_file_are_told_at_once(self) -> None:
        found = faults(b"a: &x 1\nb: !!str 2\na: 3\nc: *x\n")
        assert [(d.code, str(d.place)) for d in found] == [
            ("R104", "plans/a.yaml:1:4"), ("R105", "plans/a.yaml:2:4"),
            ("R106", "plans/a.yaml:3:1"), ("R104", "plans/a.yaml:4:4"),
        ]  # fmt: skip

    def test_a_duplicate_shows_the_first_one(self) -> None:
        (found,) = faults("标题: 1\n标题: 2\n".encode())
        assert [(str(p), t) for p, t in found.related] == [("plans/a.yaml:1:1", "第一次写在这里")]
        assert (found.place.length, found.place.text) == (2, "标题: 2")

    def test_a_tab_is_told_once_and_not_what_it_broke(self) -> None:
        found = faults(b"a:\n\tb: 1\n\tc: 2\n")
        assert [(d.code, d.place.line, d.place.column) for d in found] == [("R103", 2, 1), ("R103", 3, 1)]

    def test_a_page_of_tabs_is_told_five_times(self) -> None:
        assert len(faults(b"a:\n" + b"\tb: 1\n" * 50)) == 5

    @pytest.mark.parametrize(
        ("source", "message"),
        [
            (b"", "文件是空的"),
            ("# 只有注释\n".encode(), "文件是空的"),
            (b"- a\n- b\n", "文件最外层不是“键: 值”"),
            ("一段文字".encode(), "文件最外层不是“键: 值”"),
        ],
    )
    def test_the_outermost_has_to_be_a_mapping(self, source: bytes, message: str) -> None:
        (found,) = faults(source)
        assert (found.code, found.message, str(found.place)) == ("R113", message, "plans/a.yaml:1:1")

    @pytest.mark.parametrize(
        ("source", "name"),
        [(b"\xef\xbb\xbfid: 1", "UTF-8"), ("id: 1".encode("utf-16"), "UTF-16"), (b"\xfe\xff\x00i", "UTF-16")],
    )
    def test_a_byte_order_mark(self, source: bytes, name: str) -> None:
        (found,) = faults(source)
        assert (found.code, found.message) == ("R102", f"文件以 {name} 字节序标记（BOM）开头")

    def test_gb18030_is_recognised_and_placed(self) -> None:
        (found,) = faults(b"id: 1\n" + "标题: 改革".encode("gb18030"))
        assert (found.code, str(found.place)) == ("R101", "plans/a.yaml:2:1")
        assert found.hint == "文件像是 GB18030（GBK）编码，用编辑器另存为 UTF-8"

    def test_what_is_no_text_at_all(self) -> None:
        (found,) = faults("标题: 改".encode() + b"\xff\x00")
        assert (found.code, found.hint, found.place.column) == ("R101", "用编辑器另存为 UTF-8", 6)


class Writer:
    """Writes YAML in many styles and notes where every key and scalar went: a second opinion on places."""

    def __init__(self, choose: Callable[[int], int]) -> None:
        self.text, self.choose = "", choose
        self.scalars: dict[Pointer, tuple[int, int]] = {}
        self.keys: dict[Pointer, tuple[int, int]] = {}

    def here(self) -> tuple[int, int]:
        return self.text.count("\n") + 1, len(self.text.rpartition("\n")[2]) + 1

    def scalar(self, text: str) -> None:
        plain = text.isalnum()
        self.text += [
            json.dumps(text, ensure_ascii=False),
            text if plain else "'" + text.replace("'", "''") + "'",
        ][self.choose(2)]

    def value(self, node: Any, pointer: Pointer, indent: int) -> None:
        if isinstance(node, str):
            self.scalars[pointer] = self.here()
            self.scalar(node)
        elif not node or self.choose(3) == 0:
            self.flow(node, pointer)
        else:
            self.block(node, pointer, indent)

    def flow(self, node: Any, pointer: Pointer) -> None:
        self.text += "{" if isinstance(node, dict) else "["
        for n, step in enumerate(node if isinstance(node, dict) else range(len(node))):
            self.text += ", " if n else ""
            if isinstance(node, dict):
                self.key(step, (*pointer, step))
            inner = node[step]
            if isinstance(inner, str):
                self.value(inner, (*pointer, step), 0)
            else:
                self.flow(inner, (*pointer, step))
        self.text += "}" if isinstance(node, dict) else "]"

    def block(self, node: Any, pointer: Pointer, indent: int) -> None:
        steps: Any = node if isinstance(node, dict) else range(len(node))
        for step in steps:
            self.text += "\n" + "# 注释\n" * (self.choose(4) == 0) + " " * indent
            if isinstance(node, dict):
                self.key(step, (*pointer, step))
            else:
                self.text += "- "
            self.value(node[step], (*pointer, step), indent + 2)

    def key(self, text: str, pointer: Pointer) -> None:
        self.keys[pointer] = self.here()
        self.scalar(text)
        self.text += ": "


WORDS = st.text(st.sampled_from("a改革01年 😀:#-'\"&*!"), min_size=1, max_size=6).map(str.strip)
TREES = st.dictionaries(
    WORDS,
    st.recursive(
        WORDS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=300)
@given(TREES, st.randoms())
def test_places_are_where_things_were_written(tree: dict[str, Any], random: Any) -> None:
    writer = Writer(random.randrange)
    writer.block(tree, (), 0)
    found = document(writer.text)
    assert found.data == tree
    for pointer, where in writer.scalars.items():
        place = found.place(pointer)
        assert (place.line, place.column) == where
        assert json_or_yaml(place.text[place.column - 1 :][: place.length]) == at(tree, pointer)
    for pointer, where in writer.keys.items():
        place = found.place(pointer, key=True)
        assert (place.line, place.column) == where
        if not isinstance(at(tree, pointer), str):
            assert found.place(pointer) == place


def at(tree: Any, pointer: Pointer) -> Any:
    for step in pointer:
        tree = tree[step]
    return tree


def json_or_yaml(text: str) -> str:
    return (
        json.loads(text)
        if text.startswith('"')
        else text[1:-1].replace("''", "'")
        if text.startswith("'")
        else text
    )


@settings(max_examples=200)
@given(TREES, st.randoms())
def test_asking_for_places_changes_nothing_that_is_read(tree: dict[str, Any], random: Any) -> None:
    writer = Writer(random.randrange)
    writer.block(tree, (), 0)
    source = writer.text.encode()
    assert compose(source).data == compose(source, positions=True).data == tree
