"""传达学习, problems, the three pools, and what from above is answered here: figures, states and duties on built ledgers."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from build import LEAD, OFFICE, day, entry, make_item, make_ledger, make_unit

from ledger.measures.causes import causes
from ledger.measures.selection import Selection
from ledger.measures.standing import standings
from ledger.model.ledger import Ledger
from ledger.model.registers.base_data import BaseDatum
from ledger.model.registers.conveyances import Conveyance
from ledger.model.registers.experts import Expert
from ledger.model.registers.problems import Problem
from ledger.reports.blocks import Paragraph
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.layout import LAYOUT
from ledger.reports.bulletin.month import Month
from ledger.reports.bulletin.section import sections
from ledger.reports.causes import cause_report
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


def problem(n: int, *log: Any, **fields: Any) -> Problem:
    usual = {
        "title": f"问题{n}",
        "date": day("2017-01-01"),
        "field": "经济体制",
        "lead": (LEAD,),
        "due": day("2017-12-31"),
    }
    entries = tuple(entry(e) if isinstance(e, str) else e for e in log)
    return Problem(id=f"WT-{n}", log=entries, **(usual | fields))


DOCUMENT = entry("2017-06-01 出台文件", evidence="云发〔2017〕1号")
SETTLED = entry("2017-09-01 办结", by=OFFICE)


class TestProblems:
    def test_the_list_of_zibo(self) -> None:
        """7 fields, 25 leads, 26 problems (S3)."""
        found = [problem(n, field=f"领域{n % 7}", lead=(f"单位{n % 25}",)) for n in range(26)]
        ledger = make_ledger(problems=found)
        assert figures(ledger, "problems") == {"fields": 7, "leads": 25}
        assert len(ids(ledger, "problems")) == 26

    def test_from_the_problem_to_the_document_to_the_end(self) -> None:
        back = entry("2017-10-01 退回", by=OFFICE, note="没有见效")
        ledger = make_ledger(
            problems=[
                problem(1),
                problem(2, DOCUMENT),
                problem(3, DOCUMENT, SETTLED),
                problem(4, DOCUMENT, SETTLED, back),
                problem(5, "2017-09-01 办结"),
            ]
        )
        assert ids(ledger, "problems", states=("open",)) == ["WT-1", "WT-4", "WT-5"]
        assert ids(ledger, "problems", states=("with_document",)) == ["WT-2", "WT-3"]
        assert ids(ledger, "problems", only_open=True) == ["WT-1", "WT-2", "WT-4", "WT-5"]
        assert ids(ledger, "problems", states=("settled",)) == ["WT-3"]
        assert ids(ledger, "problems", on=day("2016-12-31")) == []

    def test_an_extension_moves_what_was_still_owed(self) -> None:
        extended = entry("2017-07-01 批准延期", until="2018-03-31", by=OFFICE)
        limits = {"document_due": day("2017-06-30"), "lead": ("甲局", "乙局")}
        ledger = make_ledger(problems=[problem(1, DOCUMENT, extended, **limits)])
        assert owed(ledger, "problems")[:2] == [
            ("乙局", "出台改革文件", "2017-06-30", "2017-06-01"),
            ("甲局", "出台改革文件", "2017-06-30", "2017-06-01"),
        ]
        assert owed(ledger, "problems")[3] == ("甲局", "办结改革问题", "2018-03-31", None)
        ledger = make_ledger(problems=[problem(1, extended, **limits)])
        assert {due for _, _, due, _ in owed(ledger, "problems")} == {"2018-03-31"}


def conveyance(*log: Any, units: tuple[str, ...] = ("甲局", "乙局", "丙局")) -> Ledger:
    record = Conveyance(
        id="CD-1", title="会议", level="中央", date=day("2017-10-01"), units=units, log=tuple(log)
    )
    return make_ledger(conveyances=[record])


def told(when: str, by: str, how: str = "第一议题") -> Any:
    return entry(f"{when} 传达", by=by, result=how)


class TestConveyances:
    def test_seven_days_to_convey_the_last_day_included(self) -> None:
        ledger = conveyance(told("2017-10-08", "甲局"), told("2017-10-09", "乙局", "固定议程"))
        assert owed(ledger, "conveyances", day("2017-10-08")) == [
            ("丙局", "传达学习", "2017-10-08", None),
            ("乙局", "传达学习", "2017-10-08", None),
            ("甲局", "传达学习", "2017-10-08", "2017-10-08"),
        ]
        assert figures(ledger, "conveyances", day("2017-10-08"))["timely"] == "100.0%（1/1）"
        assert figures(ledger, "conveyances") == {
            "asked": 3,
            "units_conveyed": 2,
            "units_in_time": 1,
            "timely": "33.3%（1/3）",
            "first_topic": 1,
            "standing_item": 1,
            "carried_out": 0,
        }
        assert ids(ledger, "conveyances", states=("overdue",)) == ["CD-1"]

    def test_nothing_is_a_share_of_nothing(self) -> None:
        assert figures(conveyance(), "conveyances", day("2017-10-02"))["timely"] is None

    def test_who_is_excused_owes_nothing_and_the_first_time_counts(self) -> None:
        again = (told("2017-10-02", "甲局"), told("2017-10-20", "甲局"))
        excused = entry("2017-10-03 免于传达", by=OFFICE, to=("乙局", "丙局"), note="不涉及")
        ledger = conveyance(*again, excused)
        assert owed(ledger, "conveyances") == [("甲局", "传达学习", "2017-10-08", "2017-10-02")]
        assert figures(ledger, "conveyances")["first_topic"] == 1
        assert ids(ledger, "conveyances", states=("in_time",)) == ["CD-1"]


class TestTheThreePools:
    def test_a_series_is_told_by_its_name_as_its_sources_wrote_it(self) -> None:
        values = {"2014": "86.1", "2015": "86.34", "2016": "87.54"}
        data = [
            BaseDatum(
                id=year,
                title="满意度",
                date=day(f"{year}-12-31"),
                value=Decimal(v),
                measure="%",
                source="公报",
            )
            for year, v in values.items()
        ]
        report = listings()["base_data"].build(make_ledger(base_data=data), ON, Selection())
        assert [r["value"] for r in report.records] == ["86.1", "86.34", "87.54"]
        assert report.data["figures"] == {"indicators": 1, "sources": 1}
        table = report.blocks[-1]
        assert [cell.text for cell in table.rows[0]][1:] == [
            "3",
            "86.1%（2014-12）",
            "87.54%（2016-12）",
            "+1.44",
        ]  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        ("on", "available"), [("2016-12-31", []), ("2017-06-30", ["a", "b"]), ("2017-07-01", ["b"])]
    )
    def test_a_term_ends_with_its_last_day(self, on: str, available: list[str]) -> None:
        begun = day("2017-01-01")
        experts = [
            Expert(
                id="a",
                title="甲",
                pool="专家智库",
                expertise=("医疗",),
                from_=begun,
                until=day("2017-06-30"),
            ),
            Expert(id="b", title="乙", pool="督察专员库", expertise=("财政",), from_=begun),
        ]
        ledger = make_ledger(experts=experts)
        assert ids(ledger, "experts", day(on), states=("available",)) == available
        assert ids(ledger, "experts", kinds=("督察专员库",)) == ["b"]


def test_causes_are_shared_by_items_and_problems() -> None:
    stuck = entry("2017-03-01 进展", cause="资金未落实", note="缺钱")
    items = [
        make_item(stuck, id="1", due="2017-06-30", field="经济体制", lead="甲局"),
        make_item(stuck, id="2", due="2018-06-30", field="社会体制", lead=("甲局", "乙局")),
        make_item(
            stuck,
            entry("2017-05-01 暂缓", by=OFFICE, until="2017-12-31", note="等"),
            id="3",
            field="社会体制",
            lead="乙局",
        ),
        make_item(stuck, entry("2017-05-01 完成", evidence="甲1号"), id="4", due="2017-06-30"),
        make_item(id="5", due="2017-06-30"),
    ]
    problems = [problem(1, cause="资金未落实", lead=("丙旧局",)), problem(2, DOCUMENT, SETTLED, cause="别的")]
    units = [make_unit("丙旧局", until="2017-05-31", successor="丙局"), make_unit("丙局", from_="2017-06-01")]
    ledger = make_ledger(*items, problems=problems, units=units)
    spec: RegisterList = listings()["problems"].spec
    known = spec.things(ledger, ON)
    judged = list(standings(ledger, ON))
    assert causes(judged) == [("资金未落实", 2)]
    found = cause_report(ON, judged, known, "lead").data
    rows = {
        r["key"]: (r["open"], r["overdue"], r["suspended"], r["problems"], r["cause"])
        for r in found["causes"]
    }
    assert rows == {
        "甲局": (2, 1, 0, 0, "资金未落实"),
        "乙局": (1, 0, 1, 0, "资金未落实"),
        "丙局": (0, 0, 0, 1, "资金未落实"),
    }
    assert (found["shared"], found["unstated"]) == (["资金未落实"], 1)
    whole = cause_report(ON, judged, known, None)
    assert [(r["open"], r["overdue"], r["suspended"], r["problems"]) for r in whole.records] == [(2, 1, 1, 1)]


def said(key: str, ledger: Ledger, on: date = ON) -> tuple[str, set[str]]:
    """What a section says in sentences, and the numbers that it took."""
    section = next(s for s in sections(LAYOUT) if s.key == key)
    counter = Counter(Month.of(ledger, on), key)
    words = "".join(b.text for b in section.build(counter) if isinstance(b, Paragraph))
    return words, {f"{number.key}={number}" for number in counter.numbers.values()}


class TestInTheBulletin:
    def test_problems(self) -> None:
        late = {"document_due": day("2017-06-30"), "field": "社会体制"}
        ledger = make_ledger(problems=[problem(1, DOCUMENT, SETTLED), problem(2, **late)])
        words, numbers = said("problems", ledger)
        assert words == (
            "重点领域改革问题清单列入2项，涉及2个领域、1个牵头单位；"
            "已出台文件1项，占50.0%，已办结1项，待出台文件1项；逾期未办的1项。"
        )
        assert {"problems.problems.with_document=1", "problems.problems.fields=2个"} <= numbers
        assert "还没有出台文件，待出台文件2项" in said("problems", ledger, day("2017-05-31"))[0]
        assert said("problems", make_ledger())[0] == ""

    def test_what_was_conveyed(self) -> None:
        words, numbers = said(
            "conveyance", conveyance(told("2017-10-08", "甲局"), told("2017-10-09", "乙局"))
        )
        assert words == (
            "本月新要求传达学习的上级会议和文件1件；累计要求传达1件，应传达3家次，已传达2家次，"
            "按期传达率33.3%（1/3）；其中列为第一议题2次；有单位逾期未传达的1件。"
        )
        assert "conveyance.conveyances.timely=33.3%（1/3）" in numbers
