"""What papers are about, when items or documents are asked for."""

from typing import Any

import pytest
from build import day, entry, make_item, make_ledger, make_upstream

from ledger.measures.selection import Selection
from ledger.measures.subjects import narrows, subjects

ON = day("2017-10-31")
LEDGER = make_ledger(
    make_item(entry("2017-03-01 进展", cause="资金未落实"), title="公布清单"),
    make_item(id="2"),
    upstream=[make_upstream(title="关于公布清单的意见")],
)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"text": "公布清单"}, {"zb-2017-01/1", "zy-2016-11"}),
        ({"causes": ("资金未落实",)}, {"zb-2017-01/1"}),
        ({"groups": ("未填",)}, {"zb-2017-01/1", "zb-2017-01/2", "zy-2016-11"}),
        ({"plans": ("zb-2017-01",)}, {"zb-2017-01/1", "zb-2017-01/2"}),
    ],
)
def test_a_document_has_a_title_and_nothing_of_an_item(chosen: dict[str, Any], expected: set[str]) -> None:
    assert subjects(LEDGER, ON, Selection(**chosen)) == expected


def test_the_addressee_and_the_state_of_a_paper_narrow_no_subjects() -> None:
    assert not narrows(
        Selection(leads=("市财政局",), only_open=True, states=("open",), kinds=("prompt_slip",))
    )
    assert narrows(Selection(causes=("资金未落实",)))
