"""Registers of what people say, of publicity and of meetings: their figures are those of the source texts."""

from decimal import Decimal
from typing import Any

import pytest
from build import day, make_ledger

from ledger.base.counts import parse_count
from ledger.base.days import parse_due
from ledger.measures.selection import Selection
from ledger.model.ledger import Ledger
from ledger.model.registers.evaluations import Evaluation
from ledger.model.registers.experiences import Experience, Promotion
from ledger.model.registers.indicators import Indicator
from ledger.model.registers.meetings import Meeting, Speech
from ledger.model.registers.publicity import Output, PublicityMonth
from ledger.model.registers.ratings import Rating, Score
from ledger.model.registers.surveys import REGISTER as SURVEYS
from ledger.model.registers.surveys import Survey
from ledger.reports.blocks import Paragraph, Table
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.layout import LAYOUT
from ledger.reports.bulletin.month import Month
from ledger.reports.bulletin.section import sections
from ledger.reports.listing import listings

ON = day("2017-10-31")


def _survey(name: str, when: str, **fields: Any) -> Survey:
    return Survey(id=name, title=name, date=day(when), **fields)


def _evaluation(year: int, topics: int) -> Evaluation:
    return Evaluation(id=f"{year}", title="评估", date=day(f"{year}-09-25"), evaluator="大学", topics=topics)


def _experience(
    number: int, batch: str, when: str, *, selected: bool, spread: tuple[str, ...] = ()
) -> Experience:
    return Experience(
        id=f"{batch}{number}", title="经验", batch=batch, date=day(when), source="甲局", votes=parse_count("4000"),
        selected=selected, promotions=tuple(Promotion(level=level, date=ON) for level in spread),  # type: ignore[arg-type]
    )  # fmt: skip


def _month(when: str, side: str, **counts: str) -> PublicityMonth:
    told = {name: parse_count(text) for name, text in counts.items()}
    output = Output(side=side, medium="日报", **told)  # type: ignore[arg-type]
    return PublicityMonth(id=when, title=when, date=day(when), outputs=(output,))


def _meeting(name: str, when: str, kind: str, **fields: Any) -> Meeting:
    times = parse_count(fields.pop("times")) if "times" in fields else None
    return Meeting(id=name, title=name, kind=kind, date=day(when), times=times, **fields)  # type: ignore[arg-type]


LEDGER = make_ledger(
    surveys=[
        _survey("a", "2016-07-12", valid=100, very_satisfied=50, satisfied=30, neutral=20, methods=("电话",)),
        _survey("b", "2017-07-12", issued=2200, valid=2086, very_satisfied=1917, unsorted=169, methods=("网络",)),
        _survey("c", "2017-10-31", published=Decimal("86.34"), respondents=("专家",)),
        _survey("d", "2017-11-01", valid=10, very_satisfied=0, unsorted=10),
    ],
    evaluations=[_evaluation(2013, 5), _evaluation(2015, 7), _evaluation(2016, 8), _evaluation(2017, 9)],
    experiences=[
        *(_experience(n, "一批", "2017-06-30", selected=n < 14, spread=("市",) * (n < 3)) for n in range(16)),
        *(_experience(n, "二批", "2017-10-18", selected=n < 16, spread=("市", "省") * (n < 1)) for n in range(16)),
        _experience(0, "旧批", "2016-06-30", selected=True),
    ],
    publicity=[
        _month("2017-08-31", "新闻媒体", columns="59", pieces="1000余", pushes="900余"),
        _month("2017-09-30", "改革办", booklets="近1000000"),
        _month("2017-10-31", "新闻媒体", columns="10", pieces="200"),
    ],
    meetings=[
        _meeting("m1", "2017-08-30", "通报会", times="9"),
        _meeting("m2", "2017-09-30", "专项小组会议", times="260多"),
        _meeting("m3", "2017-10-20", "深改组会议", documents=33),
        _meeting(
            "m4", "2017-10-30", "通报会",
            speeches=(Speech(id="1", kind="典型发言", unit="甲区"), Speech(id="2", kind="表态发言", unit="乙区")),
        ),
    ],
    indicators=[
        Indicator(id="j1", title="地区生产总值", area="经济", period="前三季度", date=ON, value=Decimal("3521.5"),
                  unit="亿元", change=Decimal("7.8")),
        Indicator(id="j2", title="二氧化硫", area="生态", period="前三季度", date=ON, change=Decimal("-32.6")),
    ],
)  # fmt: skip


@pytest.mark.parametrize(
    ("register", "chosen", "figures"),
    [
        ("surveys", {"states": ("this_year",)}, {
            "valid": 2086, "very_satisfied": 1917, "top_box": "91.9%（1917/2086）", "top_two": None,
            "response": "94.8%（2086/2200）"}),
        ("surveys", {}, {
            "valid": 2186, "very_satisfied": 1967, "top_box": "90.0%（1967/2186），2次调查合并", "top_two": "80.0%（80/100）",
            "response": "94.8%（2086/2200）"}),
        ("evaluations", {}, {"topics": 29, "years_running": 3, "topics_running": 24, "evaluators": 1}),
        ("evaluations", {"states": ("this_year",)}, {"topics": 9, "years_running": 1, "topics_running": 9, "evaluators": 1}),
        ("experiences", {"states": ("selected_this_year",)}, {"batches": 2, "votes": "120000"}),
        ("publicity", {}, {"columns": "69", "pieces": "1200余", "pushes": "900余", "booklets": "近1000000"}),
        ("publicity", {"states": ("this_month",)}, {"columns": "10", "pieces": "200", "pushes": "0", "booklets": "0"}),
        ("meetings", {}, {
            "reviews": "10", "commission": "1", "groups": "260多", "documents": 33, "reports": 0, "models": 1,
            "pledges": 1}),
    ],
)  # fmt: skip
def test_figures_are_those_of_the_sources(
    register: str, chosen: dict[str, Any], figures: dict[str, Any]
) -> None:
    assert listings()[register].build(LEDGER, ON, Selection(**chosen)).data["figures"] == figures


@pytest.mark.parametrize(
    ("register", "chosen", "expected"),
    [
        ("surveys", {"kinds": ("电话",)}, ["a"]),
        ("surveys", {"kinds": ("专家",)}, ["c"]),
        ("experiences", {"states": ("city",)}, ["一批0", "一批1", "一批2", "二批0"]),
        ("experiences", {"states": ("province",)}, ["二批0"]),
        ("meetings", {"states": ("this_month",)}, ["m3", "m4"]),
        ("speeches", {"kinds": ("表态发言",), "states": ("this_month",)}, ["m4/2"]),
        ("speeches", {"states": ("at_commission",)}, []),
        ("publicity", {"states": ("three_sides",)}, []),
        ("indicators", {"states": ("falling",)}, ["j2"]),
        ("indicators", {"kinds": ("经济",)}, ["j1"]),
    ],
)
def test_what_is_listed(register: str, chosen: dict[str, Any], expected: list[str]) -> None:
    records = listings()[register].build(LEDGER, ON, Selection(**chosen)).records
    assert [r["id"] for r in records] == expected


def test_thirty_experiences_were_selected_in_two_batches() -> None:
    chosen = Selection(states=("selected_this_year",))
    assert len(listings()["experiences"].build(LEDGER, ON, chosen).records) == 30


def test_an_outcome_is_told_as_it_was_published() -> None:
    rows = listings()["indicators"].build(LEDGER, ON, Selection()).records
    assert [(r["value"], r["change"]) for r in rows] == [("3521.5亿元", "+7.8%"), ("", "-32.6%")]


def test_a_figure_of_a_bulletin_may_be_of_a_state_and_of_a_kind() -> None:
    counter = Counter(Month.of(LEDGER, ON), "x")
    told = counter.reading("meetings", "reviews", "this_month", "通报会")
    assert (told.key, told.label, str(told)) == (
        "x.meetings.reviews.this_month.通报会",
        "通报会（通报会，本月）",
        "1次",
    )
    assert (
        told.query == "ledger list meetings --month 2017-10 --kind 通报会 --state this_month --figure reviews"
    )
    assert str(counter.reading("meetings", "reviews")) == "10次"


def _said(key: str, ledger: Ledger = LEDGER) -> list[str]:
    section = next(s for s in sections(LAYOUT) if s.key == key)
    blocks = section.build(Counter(Month.of(ledger, ON), key))
    return [block.text for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("key", "sentences"),
    [
        ("opinion", [
            "今年以来有结果的满意度调查2次，对象和问题各不相同，逐次列出，不合并计算。",
            "今年以来第三方评估1次，评估改革事项9项；已连续3年共评估24项。"]),
        ("outcomes", ["本月公布的成果指标2项，数值和同比照公布的列出。"]),
        ("publicity", [
            "本月专栏10个，稿件200篇；今年以来登记了3个月，共有专栏69个，稿件1200余篇，推送900余条，宣传册近1000000份；宣传部门、改革办、新闻媒体“三位一体”，本月没有宣传部门、改革办的。",
            "今年以来公开筛选创新改革经验2批，参选32条，收到选票128000张，入选30条；累计推广到全市4条，推广到全省1条。"]),
        ("meetings", [
            "本月召开通报会1次，深改组会议1次，审议文件33件；今年以来通报会10次，深改组会议1次，专项小组会议260多次，审议文件33件。",
            "本月会上典型发言1个，表态发言1个。"]),
    ],
)  # fmt: skip
def test_the_bulletin_says_it_in_sentences(key: str, sentences: list[str]) -> None:
    assert _said(key)[: len(sentences)] == sentences
    assert _said(key, make_ledger()) == []


def test_published_satisfaction_is_compared_with_the_time_before() -> None:
    def told(*values: str) -> str:
        surveys = [
            _survey(
                f"s{n}", f"201{5 + n}-01-16", published=Decimal(value), series="改革满意度", respondents=who
            )
            for n, (value, who) in enumerate(zip(values, (("群众",), ("群众",), ("专家",)), strict=True))
        ]
        return _said("opinion", make_ledger(surveys=surveys))[1]

    assert (
        told("1", "86.34", "87.54") == "改革满意度87.54（s2），比上一次的86.34上升1.20；两次调查的对象不同。"
    )
    assert "比上一次的87.54下降1.20；" in told("86.1", "87.54", "86.34")
    assert "比上一次的86.3没有升降；" in told("1", "86.3", "86.30")


def test_the_rating_of_a_quarter_is_not_mixed_with_that_of_another() -> None:
    ratings = [
        Rating(id=q, title=q, quarter=parse_due(q), date=day(when),
               scores=(Score(team="一组", by="甲区", method=Decimal(points)),))
        for q, when, points in (("2017Q2", "2017-07-02", 80), ("2017Q3", "2017-10-09", 90))
    ]  # fmt: skip
    assert _said("opinion", make_ledger(ratings=ratings)) == [
        "今年以来开展双向测评2次；2017年第3季度各督察组平均90.00分："
    ]


def test_meetings_told_at_once_are_of_the_year_and_the_month_is_not_said_to_have_had_none() -> None:
    eight = Meeting(id="a", title="1至10月通报会", kind="通报会", date=ON, times=parse_count("10"))
    assert _said("meetings", make_ledger(meetings=[eight])) == [
        "本月没有单独登记的会议；今年以来通报会10次；有1条是截至本月几次会议合并登记的，只计入今年。",
        "本月没有登记的：一月一调度、一月一督察、一月一排名、一月一通报、一月一宣传、一月一会诊。",
    ]


def test_every_survey_of_the_year_tells_its_own_result() -> None:
    (section,) = (s for s in sections(LAYOUT) if s.key == "opinion")
    both = _survey("e", "2017-09-18", valid=612, very_satisfied=301, satisfied=214, unsorted=97)
    ledger = make_ledger(surveys=[*LEDGER.of(SURVEYS), both])
    table = next(b for b in section.build(Counter(Month.of(ledger, ON), "opinion")) if isinstance(b, Table))
    assert [row[3].text for row in table.rows] == [
        "非常满意率91.9%（1917/2086）",
        "公布值86.34",
        "非常满意率49.2%（301/612），满意以上84.2%（515/612）",
    ]
