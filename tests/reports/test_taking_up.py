"""What documents from above ask, who answers it here, and how quickly they are taken up: on built ledgers."""

from datetime import date
from typing import Any

from build import OFFICE, day, entry, make_item, make_ledger, make_slip, make_upstream

from ledger.measures.selection import Selection
from ledger.model.ledger import Ledger
from ledger.model.registers.upstream import Requirement
from ledger.reports.listing import listings
from ledger.reports.register_list import RegisterList

ON = day("2017-10-31")


def figures(ledger: Ledger, register: str, on: date = ON, **chosen: Any) -> dict[str, Any]:
    report = listings()[register].build(ledger, on, Selection(**chosen))
    found: dict[str, Any] = report.data["figures"]
    return found


def ids(ledger: Ledger, register: str, on: date = ON, **chosen: Any) -> list[str]:
    return [str(r["id"]) for r in listings()[register].build(ledger, on, Selection(**chosen)).records]


def owed(ledger: Ledger, register: str, on: date = ON) -> list[tuple[str, str, str, str | None]]:
    """Whom, what, by when, and when it was done."""
    spec: RegisterList = listings()[register].spec
    duties = [d for t in spec.things(ledger, on) for d in t.duties]
    return [(d.unit, d.what, str(d.due), str(d.met_on) if d.met_on else None) for d in duties]


def above(name: str, *log: str, items: tuple[Requirement, ...] = (), **fields: Any) -> Any:
    return make_upstream(*log, id=name, items=items, **fields)


class TestWhatIsAskedFromAbove:
    ITEMS = (
        make_item("2017-03-01 启动", entry("2017-05-01 完成", evidence="甲1号"), id="1", due="2017-12-31"),
        make_item(id="2", due="2017-06-30"),
    )
    UPSTREAM = (
        above(
            "zy",
            "2017-01-10 收文",
            level="中央",
            items=(
                Requirement(id="1", title="一", matched=("zb-2017-01/1",)),
                Requirement(id="2", title="二"),
                Requirement(id="3", title="三", no_need="省里做"),
                Requirement(id="4", title="四"),
            ),
        ),
        above(
            "sj",
            "2017-02-10 收文",
            level="省",
            parent="zy",
            items=(Requirement(id="1", title="二下", parent="zy/2", matched=("zb-2017-01/2",)),),
        ),
    )
    LEDGER = make_ledger(*ITEMS, upstream=UPSTREAM)

    def test_central_to_provincial_to_the_item_here(self) -> None:
        (found,) = [
            r for r in listings()["matches"].build(self.LEDGER, ON, Selection()).records if r["id"] == "zy/2"
        ]
        assert found["through"] == ["sj/1"]
        assert found["items"] == "zb-2017-01/2 未启动（逾期）"

    def test_gaps_and_what_needs_nothing(self) -> None:
        assert ids(self.LEDGER, "matches", states=("gap",)) == ["zy/4"]
        assert ids(self.LEDGER, "matches", states=("no_need",)) == ["zy/3"]
        assert ids(self.LEDGER, "matches", states=("lagging",)) == ["zy/2", "sj/1"]
        assert ids(self.LEDGER, "matches", kinds=("省",)) == ["sj/1"]
        assert figures(self.LEDGER, "matches") == {"answered": "80.0%（4/5）", "done": "33.3%（1/3）"}
        assert ids(self.LEDGER, "matches", day("2017-01-09")) == []

    def test_tasks_in_a_circle_end(self) -> None:
        items = (Requirement(id="1", title="一", parent="b/1"), Requirement(id="2", title="二"))
        other = (Requirement(id="1", title="一", parent="a/1"),)
        ledger = make_ledger(upstream=[above("a", items=items), above("b", items=other)])
        assert ids(ledger, "matches", states=("pending",)) == ["a/1", "a/2", "b/1"]

    def test_a_gap_is_one_only_once_our_own_plan_is_due_or_there(self) -> None:
        assert ids(self.LEDGER, "matches", day("2017-07-10"), states=("gap",)) == []
        assert ids(self.LEDGER, "matches", day("2017-07-11"), states=("gap",)) == ["zy/4"]
        assert figures(self.LEDGER, "matches", day("2017-07-10"))["answered"] == "100.0%（4/4）"
        issued = entry("2017-03-01 配套印发", plan="zb-2017-01")
        task = (Requirement(id="1", title="一"),)
        ledger = make_ledger(upstream=[make_upstream("2017-01-10 收文", issued, id="zy", items=task)])
        assert ids(ledger, "matches", day("2017-03-01"), states=("gap",)) == ["zy/1"]


class TestHowQuickly:
    def test_what_ended_before_its_limit_needed_nothing(self) -> None:
        """a in time, b late, c never, d received within the three days, e not due yet."""
        ledger = make_ledger(
            upstream=[
                above("a", "2017-10-01 通过", "2017-10-04 对接提示"),
                above("b", "2017-10-01 通过", "2017-10-06 对接提示"),
                above("c", "2017-10-01 通过"),
                above("d", "2017-10-01 通过", "2017-10-03 收文"),
                above("e", "2017-10-29 通过"),
            ]
        )
        found = figures(ledger, "docking")
        assert found["notice_in_time"] == "33.3%（1/3）"
        assert found["notice_days"] == "4.0"
        assert (found["taken_up"], found["companion_in_time"]) == ("0.0%（0/1）", None)

    def test_an_exemption_takes_a_document_up_and_is_no_companion_plan(self) -> None:
        issued = entry("2017-08-01 配套印发", plan="zb-2017-01")
        late = make_upstream("2017-01-05 收文", issued, id="late")
        exempt = make_upstream(
            "2017-01-05 收文", entry("2017-02-01 免于配套", by=OFFICE, note="无"), id="exempt"
        )
        found = figures(make_ledger(upstream=[late, exempt]), "docking")
        assert (found["taken_up"], found["companion_in_time"]) == ("100.0%（2/2）", "0.0%（0/1）")
        assert found["companion_days"] == "208.0"


def test_papers_of_documents_from_above_are_a_funnel_of_their_own() -> None:
    """25, 20, 15 and 4 of S3, beside papers of items."""
    kinds = {"TS": 25, "JB": 20, "CB": 15, "ZL": 4}
    slips = [
        make_slip(f"{kind}-2017-{n:03}", f"zy-{n}", issued="2017-09-30", track="docking")
        for kind, count in kinds.items()
        for n in range(1, count + 1)
    ]
    slips += [make_slip(f"TS-2017-{n}", "zb-2017-01/1", issued="2017-09-30") for n in range(901, 908)]
    ledger = make_ledger(
        make_item(due="2017-12-31"), upstream=[above(f"zy-{n}") for n in range(1, 26)], slips=slips
    )
    data = listings()["slips"].build(ledger, ON, Selection(states=("docking",))).data
    assert [count["papers"] for count in data["counts"].values()] == [25, 20, 15, 4]
    assert list(data["passed_on"].values()) == ["80.0", "75.0", "26.7"]
