"""The register of papers: what settles a row, what lapses next, how papers were answered."""

from collections.abc import Sequence
from typing import Any

import pytest
from build import LEAD, OFFICE, day, entry, make_item, make_ledger, make_plan, make_slip, make_upstream

from ledger.measures.paper_counts import PaperCount
from ledger.measures.register import Replies, lapsing, passed_on, replies
from ledger.measures.settled import RowStanding, row_standings
from ledger.measures.settling import End, Settled
from ledger.model.ledger import Ledger
from ledger.model.slips import Slip

ON = day("2017-10-31")
GROUP = "经济体制改革专项小组"
QUASHED = (entry("2017-10-05 异议", by=LEAD, note="错"), entry("2017-10-06 复核", by=OFFICE, result="撤销"))


def slip(name: str = "JB-2017-001", *subjects: str, **fields: Any) -> Slip:
    given = {"issued": "2017-09-30", "reply_due": "2017-10-12", "limit": "2017-10-27"} | fields
    return make_slip(name, *(subjects or ("zb-2017-01/1",)), **given)


def rows(*log: Any, slips: Sequence[Slip] | None = None, **fields: Any) -> list[RowStanding]:
    item = make_item("2017-03-01 启动", *log, due=fields.pop("due", "2017-08-31"), **fields)
    return row_standings(make_ledger(item, slips=[slip()] if slips is None else slips), ON)


def words(row: RowStanding) -> str | None:
    return row.settled.words if row.settled else None


class TestSettledItems:
    @pytest.mark.parametrize(
        ("log", "settled"),
        [
            ((), None),
            (("2017-10-20 完成",), "2017-10-20 报完成"),
            (("2017-10-20 完成", "2017-10-21 核验退回"), None),
            (("2017-10-20 终止",), "事项已终止或并出"),
            (("2017-10-20 并入",), "事项已终止或并出"),
            ((entry("2017-10-20 移交", to="市教育局"),), "已移交市教育局"),
            ((entry("2017-10-20 移交", to=["市教育局", "市财政局"]),), "已移交市教育局、市财政局"),
            ((entry("2017-10-20 批准延期", until="2017-12-31"),), "2017-10-20 起重新计轮"),
            ((entry("2017-09-30 批准延期", until="2017-09-30"),), None),
        ],
    )
    def test_by_what_became_of_the_item(self, log: tuple[Any, ...], settled: str | None) -> None:
        (found,) = rows(*log)
        assert (words(found), found.open, found.title) == (settled, settled is None, "事项1")

    def test_by_a_relapse(self) -> None:
        log = ["2017-10-02 完成", "2017-10-03 核验通过", entry("2017-10-20 回头看", result="反弹")]
        assert words(rows(*log)[0]) == "2017-10-20 起重新计轮"

    def test_by_the_next_paper(self) -> None:
        found = rows(slips=[slip("CB-2017-001", issued="2017-10-31", limit="2017-11-14"), slip()])
        assert [(r.paper.ref, words(r)) for r in found] == [
            ("CB-2017-001/1", None), ("JB-2017-001/1", "已发催办单 CB-2017-001"),
        ]  # fmt: skip

    def test_not_by_a_paper_to_another_lead_nor_by_one_that_was_quashed(self) -> None:
        other = slip("CB-2017-001", issued="2017-10-02", unit="市财政局")
        quashed = slip("CB-2017-002", issued="2017-10-02", log=QUASHED)
        found = {r.paper.ref: words(r) for r in rows(slips=[slip(), other, quashed], lead=[LEAD, "市财政局"])}
        assert found == {"JB-2017-001/1": None, "CB-2017-001/1": None, "CB-2017-002/1": "异议成立，已撤销"}

    def test_by_the_review_of_a_long_term_item(self) -> None:
        prompt = slip("TS-2017-001", limit=None)
        fields = {"due": "长期", "review_by": "2017-09-15", "slips": [prompt]}
        assert words(rows(**fields)[0]) is None
        assert words(rows("2017-10-10 进展", **fields)[0]) == "2017-10-10 已报告进展"

    def test_not_at_all_when_its_item_is_gone(self) -> None:
        (found,) = rows(slips=[slip("JB-2017-001", "zb-2016-01/9")])
        assert (words(found), found.title, found.standing) == (None, "zb-2016-01/9", None)

    def test_by_the_closing_of_the_plan(self) -> None:
        plan = make_plan(make_item(due="2017-08-31"), log=["2017-10-20 销账"])
        (found,) = row_standings(make_ledger(plan, slips=[slip()]), ON)
        assert found.settled == Settled(End.DONE, day("2017-10-20"), "方案已于 2017-10-20 销账")


class TestSettledDocuments:
    @staticmethod
    def settled(*log: Any, slips: Sequence[Slip]) -> dict[str, str | None]:
        documents = [make_upstream("2017-02-06 通过", *log, group=GROUP, lead=LEAD)]
        found = row_standings(make_ledger(upstream=documents, slips=slips), ON)
        return {r.paper.slip.id: words(r) for r in found}

    @staticmethod
    def paper(name: str, **fields: Any) -> Slip:
        return slip(name, "zy-2016-11", track="docking", **fields)

    @pytest.mark.parametrize(
        ("log", "settled"),
        [
            ((), None),
            (("2017-03-01 收文",), None),
            (("2017-10-10 配套印发",), "2017-10-10 配套印发"),
            (("2017-10-10 免于配套",), "2017-10-10 免于配套"),
        ],
    )
    def test_by_the_companion_plan_or_the_exemption(self, log: tuple[str, ...], settled: str | None) -> None:
        assert self.settled(*log, slips=[self.paper("JB-2017-001")]) == {"JB-2017-001": settled}

    def test_a_prompt_by_the_arrangement(self) -> None:
        replied = self.paper("TS-2017-001", unit=GROUP, log=["2017-10-10 回复"])
        assert self.settled(slips=[replied]) == {"TS-2017-001": "2017-10-10 反馈安排"}
        assert self.settled("2017-10-09 反馈安排", slips=[self.paper("TS-2017-001", unit=GROUP)]) == {
            "TS-2017-001": "2017-10-09 反馈安排"
        }

    def test_a_reply_to_a_prompt_that_was_quashed_is_no_arrangement(self) -> None:
        quashed = self.paper("TS-2017-001", unit=GROUP, log=["2017-10-04 回复", *QUASHED])
        again = self.paper("TS-2017-002", unit=GROUP, issued="2017-10-20")
        assert self.settled(slips=[quashed, again]) == {
            "TS-2017-001": "异议成立，已撤销",
            "TS-2017-002": None,
        }

    def test_by_the_next_paper(self) -> None:
        slips = [self.paper("CB-2017-001", issued="2017-10-02"), self.paper("JB-2017-001")]
        assert self.settled(slips=slips) == {"CB-2017-001": None, "JB-2017-001": "已发催办单 CB-2017-001"}


class TestNextLimit:
    @pytest.mark.parametrize(
        ("on", "log", "limit"),
        [
            ("2017-10-12", (), "2017-10-12"),
            ("2017-10-13", (), "2017-10-27"),
            ("2017-10-10", ("2017-10-09 回复",), "2017-10-27"),
            ("2017-10-10", ("2017-10-09 回复", "2017-10-10 退回"), "2017-10-12"),
            ("2017-10-28", (), None),
            ("2017-10-10", (entry("2017-10-09 异议", by=LEAD, note="错"),), None),
        ],
    )
    def test_the_reply_then_the_day_to_finish_by(
        self, on: str, log: tuple[Any, ...], limit: str | None
    ) -> None:
        ledger = make_ledger(make_item(due="2017-08-31"), slips=[slip(log=log)])
        (found,) = row_standings(ledger, day(on))
        assert found.next_limit(day(on)) == (day(limit) if limit else None)

    def test_nothing_of_what_is_settled(self) -> None:
        ledger = make_ledger(make_item("2017-10-01 完成", due="2017-08-31"), slips=[slip()])
        assert row_standings(ledger, day("2017-10-10"))[0].next_limit(day("2017-10-10")) is None

    def test_nothing_while_the_item_is_suspended(self) -> None:
        item = make_item(entry("2017-10-01 暂缓", until="2017-12-31"), due="2017-08-31")
        (found,) = row_standings(make_ledger(item, slips=[slip()]), day("2017-10-10"))
        assert (found.open, found.next_limit(day("2017-10-10"))) == (True, None)

    def test_through_the_end_of_next_month_the_nearest_first(self) -> None:
        items = [make_item(id=n, due="2017-08-31") for n in "1234"]
        limits = {"1": "2017-11-30", "2": "2017-12-01", "3": "2017-11-02", "4": "2017-11-02"}
        slips = [
            slip(f"JB-2017-00{n}", f"zb-2017-01/{n}", limit=limit, log=["2017-10-09 回复"])
            for n, limit in limits.items()
        ]
        found = lapsing(row_standings(make_ledger(*items, slips=slips), ON), ON)
        assert [(str(limit), r.paper.slip.id[-1]) for limit, r in found] == [
            ("2017-11-02", "3"), ("2017-11-02", "4"), ("2017-11-30", "1"),
        ]  # fmt: skip


class TestReplyRates:
    @staticmethod
    def of(*logs: Sequence[Any], on: str = "2017-10-31") -> Replies:
        items = [make_item(id=str(n), due="2017-08-31") for n in range(len(logs))]
        slips = [slip(f"JB-2017-00{n}", f"zb-2017-01/{n}", log=log) for n, log in enumerate(logs)]
        ledger: Ledger = make_ledger(*items, slips=slips)
        return replies(row_standings(ledger, day(on)), day(on))

    def test_in_time_late_and_not_at_all(self) -> None:
        found = self.of(["2017-10-12 回复"], ["2017-10-13 回复"], [])
        assert (found, found.rate, found.in_time_rate) == (Replies(3, 2, 1), "66.7", "33.3")

    def test_a_reply_that_is_not_due_yet_counts_once_it_came(self) -> None:
        assert self.of(["2017-10-09 回复"], [], on="2017-10-12") == Replies(1, 1, 1)

    def test_sent_back_it_is_none_until_another_comes_sent_back_twice_for_ever(self) -> None:
        once = ["2017-10-09 回复", "2017-10-10 退回"]
        again = [*once, "2017-10-11 回复"]
        twice = [*again, "2017-10-12 退回"]
        assert self.of(once, again, twice, [*twice, "2017-10-12 回复"]) == Replies(4, 1, 1)

    def test_what_is_under_review_or_quashed_does_not_count(self) -> None:
        objected = [entry("2017-10-10 异议", by=LEAD, note="错")]
        assert self.of(objected, QUASHED) == Replies(0, 0, 0)
        assert self.of(objected, QUASHED).rate is None
        assert self.of(objected, on="2017-11-10") == Replies(1, 0, 0)


def test_the_funnel_of_zibo() -> None:
    counts = dict(
        zip(("提示单", "交办单", "催办单", "责令书"), map(PaperCount, (25, 20, 15, 4)), strict=True)
    )
    assert passed_on(counts) == {"交办单": "80.0", "催办单": "75.0", "责令书": "26.7"}
    assert passed_on(dict.fromkeys(counts, PaperCount()))["交办单"] is None


def test_only_the_papers_asked_for_are_judged_by_all_that_stand() -> None:
    slips = [slip(), slip("CB-2017-001", issued="2017-10-31")]
    ledger = make_ledger(make_item(due="2017-08-31"), slips=slips)
    (first, _) = (r.paper for r in row_standings(ledger, ON))
    assert [words(r) for r in row_standings(ledger, ON, [first])] == ["已发催办单 CB-2017-001"]
