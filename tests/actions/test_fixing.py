"""What --fix would make of a ledger: full names, dates as the ledger writes them, and the same meaning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.actions import fixing as module
from ledger.actions.fixing import Fixing, fixing
from ledger.base.errors import LedgerError
from ledger.checks.run import check
from ledger.files.tree import SourceFile, WorkTree
from ledger.loading.load import load
from ledger.measures.standing import standings
from ledger.model.ledger import Ledger

DAY = date(2017, 10, 31)
HEAD = "name: 试例\noffice: 改革办\ncommission: 深改组\n"
UNITS = """\
units:
  - {id: 改革办, aliases: [办]}
  - {id: 深改组}
  - {id: 甲局, aliases: [甲, 老甲]}
  - {id: 乙局, aliases: [乙]}
  - {id: 旧局, until: 2017-06-30, successor: 新局, aliases: [旧]}
  - {id: 新局, from: 2017-07-01, aliases: [新, 局]}
  - {id: 丙局, until: 2017-06-30, aliases: [局]}
  - {id: 经济组, kind: 专项小组, aliases: [经]}
"""
PLAN = "id: p\ntitle: 方案\nlead: 甲局\nitems:\n  - id: 1\n    title: 事项\n    due: 2017-12-31\n"


@dataclass(frozen=True)
class Tree(WorkTree):
    """A ledger that is not on disk."""

    contents: dict[str, str]

    @property
    def prefix(self) -> str:
        return ""

    def files(self) -> Iterator[SourceFile]:
        for name, text in sorted(self.contents.items()):
            yield SourceFile(name, name, text.encode())


def _tree(**plans: str) -> Tree:
    named = {f"{name}.yaml": text for name, text in plans.items()}
    return Tree(Path("/nowhere"), {"ledger.yaml": HEAD, "units.yaml": UNITS} | named)


def _fixed(tree: Tree) -> Fixing:
    ledger, sources = load(tree)
    return fixing(tree, sources, check(ledger, sources, DAY), DAY)


def _texts(done: Fixing) -> dict[str, str]:
    return {name: content.decode() for name, content in done.new.items()}


def test_only_what_is_meant_changes() -> None:
    text = (
        PLAN.replace("甲局", '"甲"  # 牵头')
        + "    with: [乙, 丙局 ,局]  # 乙\n    log:\n    - {date: 2017-3-5,\n       event: 启动, by: 办 }\n"
    )
    done = _fixed(_tree(p=text))
    assert _texts(done) == {
        "p.yaml": text.replace('"甲"', '"甲局"')
        .replace("[乙,", "[乙局,")
        .replace("2017-3-5", "2017-03-05")
        .replace("办 }", "改革办 }")
    }
    assert done.old == {"p.yaml": text.encode()}
    assert (dict(done.made), done.left) == ({"p.yaml": 4}, {})
    assert [d.code for d in done.findings] == []


def test_nothing_to_fix_reads_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = _tree(p=PLAN)
    ledger, sources = load(tree)
    found = check(ledger, sources, DAY)
    monkeypatch.setattr(Tree, "files", lambda _: pytest.fail("read again"))
    assert fixing(tree, sources, found, DAY).new == {}


@pytest.mark.parametrize("name", ["旧局", "局", "丁局"])
def test_former_shared_and_unknown_names_are_left(name: str) -> None:
    assert _fixed(_tree(p=PLAN.replace("甲局", name))).new == {}


def test_full_name_would_stand_twice() -> None:
    done = _fixed(_tree(p=PLAN.replace("甲局", "[甲, 乙, 老甲]")))
    assert _texts(done) == {"p.yaml": PLAN.replace("甲局", "[甲, 乙局, 老甲]")}
    assert [d.code for d in done.findings] == ["P141", "P141"]


def test_what_comes_to_light_by_a_fix_is_fixed_too() -> None:
    """A file with more wrong dates than one reading tells: read in the end, its aliases are mended as well."""
    items = "".join(f"  - {{id: {n}, title: 事项, due: 2017/{n % 12 + 1}/5, lead: 甲}}\n" for n in range(120))
    done = _fixed(_tree(p="id: p\ntitle: 方案\nitems:\n" + items))
    text = _texts(done)["p.yaml"]
    assert re.findall("due: ([^,]+)", text) == [f"2017-{n % 12 + 1:02}-05" for n in range(120)]
    assert text.count("lead: 甲局}") == 120
    assert done.made.total() == 240
    assert done.sources.unread == ()


def test_allowed_alias_is_left() -> None:
    plan = PLAN.replace("甲局", "甲  # ledger: allow P141 until 2017-12-31 — 文件原文如此")
    assert _fixed(_tree(p=plan)).new == {}


def test_file_that_cannot_be_proven_right_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: bytes, fixes: Any) -> bytes:
        if b"id: q" in source:
            raise LedgerError("第 3 行没有把握")
        return honest(source, fixes)

    honest = module.replaced
    monkeypatch.setattr(module, "replaced", refuse)
    plan = PLAN.replace("甲局", "甲")
    done = _fixed(_tree(p=plan, q=plan.replace("id: p", "id: q")))
    assert list(done.new) == ["p.yaml"]
    assert (done.left, dict(done.made)) == ({"q.yaml": "第 3 行没有把握"}, {"p.yaml": 1})
    assert [(d.code, d.place.path) for d in done.findings] == [("P141", "q.yaml")]


def test_file_that_could_not_be_read_afterwards_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "replaced", lambda source, _: source.replace(b"due: 2017", b"due: 1817"))
    done = _fixed(_tree(p=PLAN.replace("甲局", "甲")))
    assert (done.new, done.old, dict(done.made)) == ({}, {}, {})
    assert done.left == {"p.yaml": "改后读不通，没有改动；请手工改"}
    assert done.sources.unread == ()


def test_file_that_has_gone_since() -> None:
    tree = _tree(p=PLAN.replace("甲局", "甲"))
    ledger, sources = load(tree)
    found = check(ledger, sources, DAY)
    del tree.contents["p.yaml"]
    with pytest.raises(LedgerError, match=r"p\.yaml 在读取期间被移走，没有写入任何文件"):
        fixing(tree, sources, found, DAY)


NAMES = st.sampled_from(["甲", "甲局", "老甲", "乙", "乙局", "旧", "旧局", "新", "局", "丁"])
LISTS = st.lists(NAMES, min_size=1, max_size=3, unique=True)
MOVES = st.lists(
    st.tuples(st.sampled_from(["2017-05-10", "2017-08-10"]), NAMES, LISTS, st.sampled_from(["办", "改革办"])),
    max_size=2,
)


def _plan(lead: list[str], with_: list[str], group: str, moves: list[Any]) -> str:
    head = f"id: p\ntitle: 方案\ngroup: {group}\nlead: {lead[0]}\nitems:\n- id: 1\n  title: 事项\n  due: 2017-12-31\n"
    log = [
        f"  - {{date: {day}, event: 移交, from: {from_}, to: [{', '.join(to)}], by: {by}}}\n"
        for day, from_, to, by in moves
    ]
    names = f"  lead: [{', '.join(lead)}]\n  with: [{', '.join(with_)}]\n"
    return head + names + "".join(["  log:\n", *log] if log else [])


def _meaning(ledger: Ledger) -> list[Any]:
    days = (date(2017, 4, 1), date(2017, 6, 1), DAY)
    told = [(s.leads, s.participants, s.group, s.status) for day in days for s in standings(ledger, day)]
    return [told, ledger.units.current(ledger.settings.office, DAY)]


@settings(max_examples=60)
@given(LISTS, LISTS, st.sampled_from(["经", "经济组", "组"]), MOVES)
def test_meaning_is_never_changed(lead: list[str], with_: list[str], group: str, moves: list[Any]) -> None:
    tree = _tree(p=_plan(lead, with_, group, moves))
    before, sources = load(tree)
    found = check(before, sources, DAY)
    done = fixing(tree, sources, found, DAY)
    changed = Tree(tree.folder, tree.contents | _texts(done))
    after, again = load(changed)
    assert _meaning(after) == _meaning(before)
    left = check(after, again, DAY)
    assert {d.code for d in left} <= {d.code for d in found}
    assert [d for d in left if d.fix] == []
    assert fixing(changed, again, left, DAY).new == {}
