"""What a change comes to for an item: its status, its time limit and its leads, said once and on its line."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from build import OFFICE, correction, day, entry, make_item, make_ledger, make_plan, make_unit
from versions import FILES, at, edited, read

from ledger.base.diagnostics import Spot
from ledger.measures.comparing.change import GRAVITY, Change, Kind
from ledger.measures.comparing.changes import changes
from ledger.measures.comparing.effect import Effect, Side
from ledger.measures.comparing.moves import with_moves
from ledger.model.items import Item
from ledger.model.ledger import Ledger

ON = day("2017-10-31")
UNITS = (make_unit("甲局"), make_unit("乙局"), make_unit("丙局"), make_unit(OFFICE))


def moved(before: Ledger, after: Ledger, on: str = "2017-10-31") -> list[tuple[str, str, str]]:
    found = with_moves(changes(before, after), Effect(Side(before, day(on)), Side(after, day(on))))
    return [
        (c.kind, _text(c.before), _text(c.after)) for c in found if c.kind in {Kind.STATUS, Kind.DUE, Kind.LEAD}
    ]  # fmt: skip


def _text(value: object) -> str:
    return "、".join(value) if isinstance(value, tuple) else str(value)


def one(*log: object, **fields: object) -> Ledger:
    return filed(make_item(*log, **({"due": "2017-06-30", "lead": "甲局"} | fields)))


def filed(*items: Item, units: tuple[object, ...] = UNITS, lead: str = "甲局") -> Ledger:
    ledger = make_ledger(make_plan(*items, id="p", lead=lead), units=units)
    return replace(ledger, paths={("plan", "p"): "p.yaml", ("units", ""): "units.yaml"})


DONE = entry("2017-06-22 完成", evidence="1号")
EXTENDED = entry("2017-06-01 批准延期", until="2017-12-31", by=OFFICE)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (one(), one("2017-03-01 启动"), [("status", "not_started", "in_progress")]),
        (one(), one(DONE), [("status", "not_started", "completed")]),
        (
            one(DONE),
            one(DONE, entry("2017-06-25 核验通过", by=OFFICE)),
            [("status", "completed", "accepted")],
        ),
        (one("2017-03-01 启动"), one("2017-03-01 启动", "2017-05-01 进展"), []),
        (one(), one(EXTENDED), [("due", "2017-06-30", "2017-12-31")]),
        (one(), one(entry("2017-06-01 批准延期", until="2017-12-31", node="a", by=OFFICE)), []),
        (
            one(),
            one(entry("2017-06-01 暂缓", until="2017-07-30", by=OFFICE, note="待上级")),
            [("due", "2017-06-30", "2017-08-29")],
        ),
        (
            one(),
            one(entry("2017-10-01 暂缓", until="2017-12-31", by=OFFICE, note="待上级")),
            [("status", "not_started", "suspended"), ("due", "2017-06-30", "2017-07-30")],
        ),
        (one(), one(entry("2017-06-01 移交", to="乙局", by=OFFICE)), [("lead", "甲局", "乙局")]),
        (
            one(lead=["甲局", "乙局"]),
            one(entry("2017-06-01 移交", to="丙局", from_="乙局", by=OFFICE), lead=["甲局", "乙局"]),
            [("lead", "甲局、乙局", "甲局、丙局")],
        ),
        (one(), one(correction("2017-06-01", field="due", to="2017-07-31")), [("due", "2017-06-30", "2017-07-31")]),
        (one(), one(correction("2017-06-01", field="lead", to="乙局")), [("lead", "甲局", "乙局")]),
        (one(), one(correction("2017-06-01", field="title", to="新名")), []),
        (one(), one(entry("2017-11-01 批准延期", until="2017-12-31", by=OFFICE)), []),
    ],
    ids=[
        "start", "complete", "accept", "progress", "extend", "extend a node", "suspended once", "suspended now",
        "transfer", "transfer of one", "due mended", "lead mended", "title mended", "day to come",
    ],
)  # fmt: skip
def test_an_item_moves_by_its_entries(
    before: Ledger, after: Ledger, expected: list[tuple[str, str, str]]
) -> None:
    assert moved(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (one(), one(due="2017-09-30")),
        (one(), one(due=None)),
        (one(), one(due="长期")),
        (one(), one(lead="乙局")),
        (one(lead="乙局"), one(lead=["丙局", "乙局"])),
    ],
)
def test_what_was_edited_in_place_is_said_once(before: Ledger, after: Ledger) -> None:
    assert moved(before, after) == []
    assert [c.kind for c in changes(before, after)] == [Kind.EDITED]


def test_an_edit_in_place_that_comes_to_something_else_is_told_with_it() -> None:
    assert moved(one(), one(EXTENDED, due="2017-08-31")) == [("due", "2017-06-30", "2017-12-31")]
    assert moved(one(lead="乙局"), one(lead=())) == [("lead", "乙局", "甲局")]
    assert moved(one(), one(entry("2017-06-01 移交", to="乙局", by=OFFICE), lead="丙局")) == [
        ("lead", "甲局", "乙局")
    ]


def test_another_lead_of_the_plan_moves_the_items_that_name_none() -> None:
    items = (make_item(id="1"), make_item(id="2", lead="丙局"))
    assert moved(filed(*items), filed(*items, lead="乙局")) == [("lead", "甲局", "乙局")]


def test_a_renamed_unit_moves_nobody() -> None:
    renamed = (make_unit("甲委", aliases="甲局"), *UNITS[1:])
    assert moved(one(), filed(make_item(due="2017-06-30", lead="甲局"), units=renamed)) == []
    assert moved(one(), filed(make_item(due="2017-06-30", lead="甲委"), units=renamed)) == []


def test_leads_that_the_change_makes_one_unit_move_nobody() -> None:
    merged = (make_unit("甲局", aliases="乙局"), *UNITS[2:])
    items = (make_item(lead=["甲局", "乙局"], due="2017-06-30"),)
    assert moved(filed(*items), filed(*items, units=merged)) == []


def test_a_unit_that_hands_over_to_one_that_was_there_moves_its_items() -> None:
    gone = (UNITS[0], make_unit("乙局", until="2017-08-31", successor="甲局"), *UNITS[2:])
    items = (make_item(lead="乙局", due="2017-06-30"),)
    assert moved(filed(*items), filed(*items, units=gone)) == [("lead", "乙局", "甲局")]


def test_an_item_that_came_or_went_does_not_move() -> None:
    first, second = make_item(id="1"), make_item("2017-03-01 启动", id="2", due="2017-06-30")
    assert moved(filed(first), filed(first, second)) == []
    assert moved(filed(first, second), filed(first)) == []


def test_an_id_given_to_something_else_does_not_move() -> None:
    old = make_item(DONE, title="建立清单", due="2017-06-30", lead="甲局")
    new = make_item("2017-07-01 启动", title="建设平台", due="2017-12-31", lead="乙局")
    assert [c.kind for c in changes(filed(old), filed(new))] == [Kind.REUSED]
    assert moved(filed(old), filed(new)) == []


def test_nor_do_the_items_of_a_plan_whose_id_was_given_to_another() -> None:
    after = edited(
        "q.yaml", "医疗", "教育", "lead: 乙局", "lead: 丙局", "    due: 2017-12-31", "    due: 2018"
    )
    (old, _), (new, _) = read(FILES), read(after)
    found = with_moves(changes(old, new), Effect(Side(old, ON), Side(new, ON)))
    assert [(c.kind, c.subject) for c in found] == [(Kind.REUSED, "q")]


def test_moves_stand_among_the_changes_by_their_gravity() -> None:
    before, after = one(), one("2017-03-01 启动", EXTENDED, id="1", title="新名")
    found = with_moves(changes(before, after), Effect(Side(before, ON), Side(after, ON)))
    assert [c.kind for c in found] == ["edited", "status", "due", "entry_added", "entry_added"]
    assert sorted(found, key=lambda c: GRAVITY[c.kind]) == found


@pytest.mark.parametrize(
    ("after", "place"),
    [
        (edited("p.yaml", "due: 2017-10\n", "due: 2017-10\n    log: [{date: 2017-05-01, event: 启动}]\n"), "p.yaml: id: 3"),
        (edited("q.yaml", "lead: 乙局\n", "lead: 丙局\n"), "q.yaml: id: 1"),
    ],
)  # fmt: skip
def test_a_move_stands_where_its_item_does(after: Mapping[str, str], place: str) -> None:
    (old, _), (new, sources) = read(FILES), read(after)
    found = with_moves((), Effect(Side(old, ON), Side(new, ON)))
    assert [at(change, sources) for change in found] == [place]


def test_of_no_difference_nothing_comes() -> None:
    ledger = read()[0]
    assert with_moves((), Effect(Side(ledger, ON), Side(read()[0], ON))) == []
    kept = Change(Kind.MOVED, "plan", "p", "p.yaml", "q.yaml", Spot("q.yaml"))
    assert with_moves([kept], Effect(Side(ledger, ON), Side(ledger, ON))) == [kept]
