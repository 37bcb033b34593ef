"""Numbers and marks of papers."""

import pytest
from build import make_slip

from ledger.actions.numbering import Register, document_number
from ledger.model.numbers import Numbered
from ledger.model.policy import Rung


class TestRegister:
    def test_begins_with_1_in_every_kind_and_year(self) -> None:
        register = Register([])
        taken = [register.take(k, y).id for k, y in [("提示单", 2017), ("交办单", 2017), ("提示单", 2018)]]
        assert taken == ["TS-2017-001", "JB-2017-001", "TS-2018-001"]

    def test_goes_on_after_the_highest_whatever_the_order(self) -> None:
        slips = [
            make_slip(name, "x/1", issued="2017-01-31")
            for name in ("CB-2017-007", "CB-2017-002", "ZL-2016-009")
        ]
        register = Register(slips)
        assert [register.take(k, 2017).id for k in ("催办单", "催办单", "责令书")] == [
            "CB-2017-008", "CB-2017-009", "ZL-2017-001",
        ]  # fmt: skip

    def test_void_and_unsigned_papers_keep_theirs(self) -> None:
        void = make_slip("TS-2017-003", "x/1", issued="2017-01-31", void="2017-02-01")
        assert Register([void]).take("提示单", 2017).number == 4

    def test_ids_written_without_zeros_count_too(self) -> None:
        assert (
            Register([make_slip("TS-2017-25", "x/1", issued="2017-01-31")]).take("提示单", 2017).id
            == "TS-2017-026"
        )

    def test_ids_that_are_none_do_not(self) -> None:
        slip = make_slip("TS-2017-25a", "x/1", issued="2017-01-31")
        assert Register([slip]).take("提示单", 2017).number == 1

    def test_more_than_999(self) -> None:
        assert (
            Register([make_slip("TS-2017-999", "x/1", issued="2017-01-31")]).take("提示单", 2017).id
            == "TS-2017-1000"
        )


@pytest.mark.parametrize(
    ("rung", "number"),
    [
        (Rung(kind="提示单"), "云改办提〔2017〕25号"),
        (Rung(kind="交办单"), "云改办交〔2017〕25号"),
        (Rung(kind="催办单"), "云改办催〔2017〕25号"),
        (Rung(kind="责令书"), "云改办责〔2017〕25号"),
        (Rung(kind="责令书", numbering="issue"), "2017年第25期"),
        (Rung(kind="提示单", mark="蓝督"), "云改办蓝督〔2017〕25号"),
        (Rung(kind="提示单", title="蓝色督办单"), "云改办提〔2017〕25号"),
    ],
)
def test_a_number_without_leading_zeros(rung: Rung, number: str) -> None:
    assert document_number(Numbered("TS", 2017, 25), rung, "云改办") == number
