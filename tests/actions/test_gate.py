"""When papers may be issued at all."""

import pytest
from build import OFFICE, day, make_item, make_ledger, make_slip, make_upstream

from ledger.actions.gate import must_allow
from ledger.base.errors import LedgerError
from ledger.measures.escalation import rulings
from ledger.model.ledger import Ledger
from ledger.model.policy import Ladder, Policy


def refusal(ledger: Ledger, on: str = "2017-10-31", *, forecast: bool = False) -> str:
    with pytest.raises(LedgerError) as found:
        must_allow(ledger, rulings(ledger, day(on)), day(on), forecast=forecast)
    return str(found.value)


def allowed(ledger: Ledger, on: str = "2017-10-31") -> None:
    must_allow(ledger, rulings(ledger, day(on)), day(on), forecast=False)


OVERDUE = make_item(due="2017-06-30")


def test_a_day_to_come_is_refused() -> None:
    assert refusal(make_ledger(OVERDUE), forecast=True) == (
        "2017-10-31 还没有到，只能预测，不能签发；去掉 --write 查看"
    )


def test_a_day_before_the_ladder_was_taken_into_use_is_refused() -> None:
    policy = Policy(ladder=Ladder(adopted_on=day("2017-10-01")))
    ledger = make_ledger(OVERDUE, policy=policy)
    assert (
        refusal(ledger, "2017-09-30")
        == "policy.yaml 写明从 2017-10-01 起用本程序发单，不能签发 2017-09-30 的单"
    )
    allowed(ledger, "2017-10-01")


def test_a_ledger_of_nobody_is_refused() -> None:
    ledger = make_ledger(OVERDUE, settings={"office": ""})
    assert refusal(ledger) == "ledger.yaml 没有写 office（改革办），不知道由谁签发"
    allowed(make_ledger(OVERDUE, settings={"office": "", "commission": "市委深改组"}))


class TestOrder:
    LATER = make_slip("TS-2017-004", "zb-2017-01/9", issued="2017-11-02", as_of="2017-10-31")
    DOCKING = make_slip("TS-2017-005", "zy-1", issued="2017-10-15", track="docking")

    def test_a_month_before_the_latest_one_issued_is_refused(self) -> None:
        assert refusal(make_ledger(OVERDUE, slips=[self.LATER]), "2017-09-30") == (
            "TS-2017-004 已按 2017-10-31 判定签发，不能再签发更早的 2017-09-30；"
            "漏发的等下一次运行时一并判定，另一条轨道可用 --track docking 单独办"
        )

    def test_the_same_month_is_not(self) -> None:
        allowed(make_ledger(OVERDUE, slips=[self.LATER]))

    def test_nor_one_in_which_nothing_is_due(self) -> None:
        allowed(make_ledger(make_item(due="2018-06-30"), slips=[self.LATER]), "2017-09-30")

    def test_the_daily_notices_of_docking_do_not_close_the_month_of_the_items(self) -> None:
        allowed(make_ledger(OVERDUE, slips=[self.DOCKING]), "2017-09-30")
        ledger = make_ledger(upstream=[make_upstream("2017-09-20 通过", lead=OFFICE)], slips=[self.DOCKING])
        assert refusal(ledger, "2017-09-30").endswith("另一条轨道可用 --track item 单独办")

    def test_a_void_paper_was_issued_all_the_same(self) -> None:
        void = make_slip("TS-2017-004", "x/1", issued="2017-10-31", void="2017-11-05")
        assert refusal(make_ledger(OVERDUE, slips=[void]), "2017-09-30").startswith(
            "TS-2017-004 已按 2017-10-31"
        )
