"""A published list as a machine table: 国办发〔2020〕43号, 99 rows, beside the ledger that people made of it.

Both are not part of this repository. They are looked for in the folder above ``LEDGER_REAL``, then beside the checkout
in ``../shared/real``; where they are absent these tests are skipped.
"""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from ledger.files.sheets.reading import read_sheets
from ledger.files.tree import WorkTree
from ledger.loading.load import load
from ledger.loading.phrases.unit_shapes import is_collective
from ledger.loading.sheets.asked import Asked
from ledger.loading.sheets.reading import read_drafts

ROOT = Path(__file__).parents[2]
LEDGER = Path(os.environ.get("LEDGER_REAL") or ROOT.parent / "shared" / "real" / "ledger-2020")
LIST = LEDGER.parent / "guobanfa-2020-43.csv"
pytestmark = pytest.mark.skipif(
    not (LIST.is_file() and LEDGER.is_dir()), reason=f"the real list is not here: {LIST} (set LEDGER_REAL)"
)


@pytest.fixture(scope="module")
def ledger():
    return load(WorkTree(LEDGER))[0]


@pytest.fixture(scope="module")
def draft(ledger):
    file = read_sheets(LIST.name, LIST.name, LIST.read_bytes())
    (plan,) = read_drafts(file, Asked(units=ledger.units, day=date(2020, 11, 1)))
    return plan


def names(item, key):
    value = item.fields.get(key, [])
    return [value] if isinstance(value, str) else value


def test_ninety_nine_rows_are_23_parts_and_76_items(ledger, draft):
    (plan,) = ledger.plans
    assert (len(draft.parts), len(draft.items)) == (23, 76)
    assert [(part.id, part.title) for part in draft.parts] == [(part.id, part.title) for part in plan.parts]
    assert [(i.fields["id"], i.fields.get("part")) for i in draft.items] == [
        (i.id, i.part) for i in plan.items
    ]
    assert draft.fields["number"] == plan.number
    assert draft.fields["issued"] == plan.log[0].date.isoformat()


def test_texts_and_limits_are_those_of_the_ledger(ledger, draft):
    for ours, theirs in zip(draft.items, ledger.plans[0].items, strict=True):
        assert ours.fields["text"] == theirs.text
        assert ours.fields.get("due") == (theirs.due and str(theirs.due)), theirs.id
        nodes = [node["due"] for node in ours.fields.get("nodes", [])]
        assert nodes == [str(node.due) for node in theirs.nodes], theirs.id


def test_nodes_say_what_is_to_be_done_where_the_ledger_counts_them(ledger, draft):
    for ours, theirs in zip(draft.items, ledger.plans[0].items, strict=True):
        for node, counted in zip(ours.fields.get("nodes", []), theirs.nodes, strict=True):
            assert re.fullmatch(r"阶段节点\d", counted.title)
            assert node["title"] in theirs.text


def test_titles_differ_only_where_the_ledger_cut_an_enumeration_short(ledger, draft):
    differing = [
        (ours.fields["title"], theirs.title)
        for ours, theirs in zip(draft.items, ledger.plans[0].items, strict=True)
        if ours.fields["title"] != theirs.title
    ]
    assert len(differing) == 11
    assert all(ours.startswith(f"{theirs}、") for ours, theirs in differing)


def test_leads_differ_only_where_the_list_names_none(ledger, draft):
    """Somebody took the first of several; the list says that they are responsible, each for its own."""
    unsaid = []
    for ours, theirs in zip(draft.items, ledger.plans[0].items, strict=True):
        if [fault.code for fault in ours.faults] == ["I130"]:
            unsaid.append(ours)
            named = [name for name in names(ours, "with") if not is_collective(name)]
            assert list(theirs.lead) == named[:1], theirs.id
            assert named[1:] == [n for n in theirs.participants if not is_collective(n)], theirs.id
        else:
            assert ours.faults == ()
            assert names(ours, "lead") == list(theirs.lead), theirs.id
    assert len(unsaid) == 23


def test_who_takes_part_differs_only_by_collective_units(ledger, draft):
    """各地区 and 国务院相关部门 stand in the list, and take part; the ledger left most of them out."""
    for ours, theirs in zip(draft.items, ledger.plans[0].items, strict=True):
        if not ours.faults:
            specific = [name for name in names(ours, "with") if not is_collective(name)]
            assert specific == [name for name in theirs.participants if not is_collective(name)], theirs.id
            assert set(theirs.participants) <= set(names(ours, "with"))
