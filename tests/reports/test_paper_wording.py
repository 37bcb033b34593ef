"""What a paper says: title, opening, columns, demands, copies, by kind and track."""

from typing import Any

import pytest
from build import (
    LEAD,
    OFFICE,
    day,
    entry,
    make_item,
    make_ledger,
    make_plan,
    make_slip,
    make_unit,
    make_upstream,
)

from ledger.model.ledger import Ledger
from ledger.model.policy import Docking, Ladder, Policy, Rung
from ledger.reports.paper import Grid, Paper, Text
from ledger.reports.slip_paper import paper_of

GROUP, DISTRICT = "经济体制改革专项小组", "云东区"
ITEM, DOCUMENT = "zb-2017-05/1", "zy-2016-11"
KINDS = ("TS", "JB", "CB", "ZL")
EVIDENCE = "办结后请及时在台账中报“完成”，并附佐证文件的文号或名称。"
RECORD = "印发后请及时在台账中登记配套方案的编号。"


def ledger(**policy: Any) -> Ledger:
    units = [
        make_unit("市财政局"),
        make_unit("市教育局"),
        make_unit(LEAD, liaison="李四"),
        make_unit(OFFICE, liaison="赵六", contact="0533-2301234"),
        make_unit(GROUP, kind="专项小组"),
    ]
    items = [
        make_item(
            due="2017-09-15", title="建立负面清单", participants=["市教育局", "市财政局"], leader="张明远"
        ),
        make_item(
            id="2",
            due="2017-11-30",
            title="健全联合审图",
            nodes={"a": "2017-11-10"},
            group="文化体制改革专项小组",
        ),
        make_item(
            id="3", due="长期", review_by="2017-10-15", title="常态化监测", participants=[LEAD, "市财政局"]
        ),
        make_item(id="4", due="2017-10-31", title="压缩时限", leader="王立"),
    ]
    plan = make_plan(*items, id="zb-2017-05", number="云改办发〔2017〕5号", group=GROUP)
    documents = [
        make_upstream(
            "2017-02-06 通过", "2017-02-20 收文", title="关于深化投融资体制改革的意见", group=GROUP, lead=LEAD
        ),
        make_upstream("2017-10-30 通过", id="zy-2", title="关于某事的意见"),
    ]
    rules = Policy(from_=day("2017-01-01"), basis="云改办发〔2016〕28号", **policy)
    return make_ledger(plan, upstream=documents, units=units, policy=rules, settings={"prefix": "云改办"})


def paper(name: str, *subjects: str, known: Ledger | None = None, **fields: Any) -> Paper:
    given = {"issued": "2017-10-31", "reply_due": "2017-11-03", "limit": "2017-11-21"} | fields
    return paper_of(make_slip(name, *(subjects or (ITEM,)), **given), known or ledger())


def texts(found: Paper) -> list[str]:
    return [part.text for part in found.body if isinstance(part, Text)]


def table(found: Paper) -> tuple[list[str], list[tuple[str, ...]]]:
    (grid,) = (part for part in found.body if isinstance(part, Grid))
    return [c.title for c in grid.columns], list(grid.rows)


ITEMS = [
    ("TS", "关于“建立负面清单”即将到期的提示单",
     "截至2017年10月31日，你单位牵头的下列1项改革事项时限临近，现予提示。请对照时限抓紧推进，确保按期办结。",
     "告知是否知悉、能否按期办结。", f"请按上表所列时限办结。{EVIDENCE}", "到期未办结的，自逾期之日起按规定发交办单。"),
    ("JB", "关于限期办结“建立负面清单”的交办单",
     "截至2017年10月31日，你单位牵头的下列1项改革事项已超过时限，尚未办结，现交由你单位限期办结。",
     "附办理计划，写明责任人、步骤和办结日期。", f"请在上表所列办结期限以前办结。{EVIDENCE}",
     "期限已过仍未办结，或者回复被退回的，按规定发催办单。"),
    ("CB", "关于催办“建立负面清单”的催办单",
     "截至2017年10月31日，你单位牵头的下列1项改革事项逾期超过30天，经交办仍未办结，现予催办。",
     "说明未办结的原因、已采取的措施和确保办结的日期。", f"请在上表所列办结期限以前办结。{EVIDENCE}",
     "期限已过仍未办结，或者回复被退回的，按规定发责令书。"),
    ("ZL", "关于责令限期办结“建立负面清单”的责令书",
     "截至2017年10月31日，你单位牵头的下列1项改革事项逾期超过60天，经交办、催办仍未办结。现责令你单位限期办结。",
     "由单位主要负责人签字，说明原因、责任和整改措施。", f"请在上表所列办结期限以前办结。{EVIDENCE}",
     "期限已过仍未办结的，提请会议研究。"),
]  # fmt: skip
DOCUMENTS = [
    ("TS", "关于对接《关于深化投融资体制改革的意见》的提示单",
     "下列1件上级改革文件已经审议通过，现提示你单位及时对接。",
     "反馈对接安排，写明牵头单位、是否制定配套方案和完成时间。", "请及时传达学习，研究提出对接安排。",
     "收到正式文件后，由牵头单位按规定的期限印发配套方案。"),
    ("JB", "关于制定《关于深化投融资体制改革的意见》配套方案的交办单",
     "下列1件上级改革文件已经收到，由你单位牵头制定配套方案，现予交办。",
     "附制定配套方案的计划，写明责任人、步骤和完成时间；认为不需要配套的，说明理由。",
     f"请在上表所列期限以前印发配套方案。{RECORD}", "期限已过仍未印发，或者回复被退回的，按规定发催办单。"),
    ("CB", "关于催办《关于深化投融资体制改革的意见》配套方案的催办单",
     "截至2017年10月31日，下列1件上级改革文件的配套期限已过，你单位牵头的配套方案尚未印发，现予催办。",
     "说明未印发的原因、已采取的措施和确保印发的日期。", f"请在上表所列期限以前印发配套方案。{RECORD}",
     "期限已过仍未印发，或者回复被退回的，按规定发责令书。"),
    ("ZL", "关于责令限期印发《关于深化投融资体制改革的意见》配套方案的责令书",
     ("截至2017年10月31日，下列1件上级改革文件的配套期限已过30天以上，经交办、催办，你单位牵头的配套方案仍未印发。"
     "现责令你单位限期印发。"),
     "由单位主要负责人签字，说明原因、责任和整改措施。", f"请在上表所列期限以前印发配套方案。{RECORD}",
     "期限已过仍未印发的，提请会议研究。"),
]  # fmt: skip
CASES = [(ITEM, "item", *case) for case in ITEMS] + [(DOCUMENT, "docking", *case) for case in DOCUMENTS]
NAMES = {"TS": "提示单", "JB": "交办单", "CB": "催办单", "ZL": "责令书"}


@pytest.mark.parametrize("case", CASES, ids=[f"{c[1]}-{c[2]}" for c in CASES])
def test_each_of_the_eight_wordings(case: tuple[str, ...]) -> None:
    subject, track, kind, title, opening, reply, finish, after = case
    found = paper(f"{kind}-2017-001", subject, track=track)
    objections = f"（三）如有异议。对本{NAMES[kind]}有异议的，请在签发之日起30日内书面提出，复核期间不升级。"
    assert found.title == title
    assert texts(found) == [
        f"根据云改办发〔2016〕28号，{opening}",
        "一、事项",
        "二、要求",
        f"（一）按时回复。请于2017年11月3日以前书面回复，{reply}",
        f"（二）按期办结。{finish}",
        *([objections] if kind != "TS" else []),
        "三、后续",
        after,
    ]


class TestReviews:
    def test_a_prompt_about_reviews_only(self) -> None:
        found = paper("TS-2017-001", "zb-2017-05/3", limit=None)
        assert found.title == "关于复查“常态化监测”的提示单"
        assert texts(found) == [
            "根据云改办发〔2016〕28号，截至2017年10月31日，你单位牵头的下列1项长期改革事项已过复查日期，现予提示。",
            "一、事项",
            "二、要求",
            "（一）按时回复。请于2017年11月3日以前书面回复，报告进展，提出下一节点和时限。",
            "（二）按期办结。请在台账中记“进展”，写明下一次复查的日期。",
        ]
        assert table(found)[1] == [
            ("1", "常态化监测（云改办发〔2017〕5号，zb-2017-05/3）", "长期", "应复查", "市财政局")
        ]

    def test_among_others_it_is_a_row_like_any(self) -> None:
        found = paper("TS-2017-001", "zb-2017-05/4", "zb-2017-05/3")
        assert found.title == "关于2项改革事项的提示单"
        assert [row[3] for row in table(found)[1]] == ["当日到期", "应复查"]


class TestTables:
    def test_of_a_prompt(self) -> None:
        columns, rows = table(paper("TS-2017-001", ITEM, "zb-2017-05/2"))
        assert columns == ["序号", "改革事项", "时限", "情况", "配合单位"]
        assert rows == [
            (
                "1",
                "建立负面清单（云改办发〔2017〕5号，zb-2017-05/1）",
                "2017年9月15日",
                "逾期46天",
                "市教育局、市财政局",
            ),
            (
                "2",
                "健全联合审图（云改办发〔2017〕5号，zb-2017-05/2）",
                "节点a：2017年11月10日",
                "还有10天",
                "",
            ),
        ]

    def test_of_an_order(self) -> None:
        columns, rows = table(paper("JB-2017-001"))
        assert columns == ["序号", "改革事项", "时限", "情况", "办结期限"]
        assert rows == [
            (
                "1",
                "建立负面清单（云改办发〔2017〕5号，zb-2017-05/1）",
                "2017年9月15日",
                "逾期46天",
                "2017年11月21日",
            )
        ]

    def test_of_documents(self) -> None:
        prompt = table(paper("TS-2017-001", "zy-2", track="docking", limit=None))
        assert prompt == (["序号", "上级文件", "通过"], [("1", "关于某事的意见（zy-2）", "2017年10月30日")])
        order = table(paper("JB-2017-001", DOCUMENT, track="docking"))
        assert order == (
            ["序号", "上级文件", "收文", "配套期限"],
            [("1", "关于深化投融资体制改革的意见（zy-2016-11）", "2017年2月20日", "2017年11月21日")],
        )

    def test_a_plan_without_a_number_is_named_by_its_title(self) -> None:
        known = make_ledger(make_plan(make_item(due="2017-09-15"), title="某方案", id="zb-2017-05"))
        assert table(paper("JB-2017-001", known=known))[1][0][1] == "事项1（《某方案》，zb-2017-05/1）"

    def test_what_is_not_in_the_ledger_any_more_is_named_by_its_reference(self) -> None:
        found = paper("JB-2017-001", "zb-1999-01/1")
        assert found.title == "关于限期办结“zb-1999-01/1”的交办单"
        assert table(found)[1] == [("1", "zb-1999-01/1", "", "", "2017年11月21日")]

    def test_the_facts_are_those_of_the_day_judged(self) -> None:
        item = make_item(entry("2017-11-02 批准延期", until="2017-12-31"), due="2017-09-15")
        known = make_ledger(make_plan(item, id="zb-2017-05"))
        (row,) = table(paper("JB-2017-001", as_of="2017-10-31", issued="2017-11-03", known=known))[1]
        assert row[2:4] == ("2017年9月15日", "逾期46天")


def test_several_matters_are_counted_in_the_title() -> None:
    assert paper("CB-2017-001", ITEM, "zb-2017-05/4").title == "关于催办2项改革事项的催办单"
    both = paper("JB-2017-001", DOCUMENT, "zy-2", track="docking")
    assert both.title == "关于制定2件上级文件配套方案的交办单"


class TestHeadAndFoot:
    def test_number_addressee_signer_day(self) -> None:
        found = paper("JB-2017-001", number="云改办交〔2017〕1号", unit="市财政局", as_of="2017-09-30")
        assert (found.number, found.addressees, found.day) == (
            "云改办交〔2017〕1号",
            ("市财政局",),
            day("2017-10-31"),
        )
        assert (found.agency, found.signed_by, found.remark) == (OFFICE, OFFICE, None)

    def test_the_contact_is_the_offices(self) -> None:
        assert paper("JB-2017-001").note == "（联系人：赵六 0533-2301234）"

    def test_without_a_number_to_ring_there_is_none(self) -> None:
        known = make_ledger(units=[make_unit(OFFICE, liaison="赵六")])
        assert paper("JB-2017-001", known=known).note is None

    def test_the_receipt_names_every_matter(self) -> None:
        (sheet,) = paper("JB-2017-001", ITEM, "zb-2017-05/4", number="云改办交〔2017〕1号").sheets
        head, grid, *foot = sheet.body
        assert (sheet.title, head) == ("回执", Text(f"{LEAD}对交办单（云改办交〔2017〕1号）的回复"))
        assert isinstance(grid, Grid)
        assert (grid.to_fill, [row[:2] for row in grid.rows]) == (
            True,
            [("1", "建立负面清单"), ("2", "压缩时限")],
        )
        assert [part.text for part in foot if isinstance(part, Text)][:2] == [
            "主要负责人（签字）：",
            "单位（盖章）：",
        ]


class TestCopies:
    @pytest.mark.parametrize(
        ("kind", "copies"),
        [
            ("TS", "抄送：市财政局、市教育局。"),
            ("JB", f"抄送：{GROUP}、市财政局、市教育局。"),
            ("CB", f"抄送：{GROUP}、张明远、市财政局、市教育局。"),
            ("ZL", f"抄送：{GROUP}、张明远、市财政局、市教育局。"),
        ],
    )
    def test_of_the_built_in_ladder(self, kind: str, copies: str) -> None:
        assert paper(f"{kind}-2017-001").copies == (copies,)

    def test_of_several_matters_each_once_units_as_listed(self) -> None:
        found = paper("CB-2017-001", "zb-2017-05/2", "zb-2017-05/4", ITEM)
        assert found.cc == (GROUP, "文化体制改革专项小组", "张明远", "王立", "市财政局", "市教育局")

    def test_never_to_the_addressee(self) -> None:
        assert GROUP not in paper("JB-2017-001", unit=GROUP).cc

    @pytest.mark.parametrize(
        ("cc", "found"),
        [
            (("联络员",), (f"{LEAD}联络员李四",)),
            (("市财政局", "配合单位"), ("市财政局", "市教育局")),
            (("市纪委",), ("市纪委",)),
            ((), ()),
        ],
    )
    def test_roles_and_units_that_the_ladder_names(self, cc: tuple[str, ...], found: tuple[str, ...]) -> None:
        ladder = Ladder(rungs=(Rung(kind="交办单", after=0, finish_within=15, cc=cc),))
        assert paper("JB-2017-001", known=ledger(ladder=ladder)).cc == found


class TestOfficesOwnWords:
    LADDER = Ladder(
        objection_within=15,
        rungs=(
            Rung(kind="提示单", title="蓝色督办单"),
            Rung(kind="交办单", title="黄色督办单", after=0),
            Rung(kind="催办单", after=45),
            Rung(kind="责令书", after=90),
        ),
    )

    def test_the_papers_are_called_as_the_ladder_calls_them(self) -> None:
        prompt, order = (paper(f"{k}-2017-001", known=ledger(ladder=self.LADDER)) for k in ("TS", "JB"))
        assert prompt.title == "关于“建立负面清单”即将到期的蓝色督办单"
        assert texts(prompt)[-1] == "到期未办结的，自逾期之日起按规定发黄色督办单。"
        assert (
            texts(order)[5]
            == "（三）如有异议。对本黄色督办单有异议的，请在签发之日起15日内书面提出，复核期间不升级。"
        )

    def test_and_say_its_days(self) -> None:
        known = ledger(ladder=self.LADDER, docking=Docking(order_after=45))
        assert "逾期超过90天" in texts(paper("ZL-2017-001", known=known))[0]
        assert "已过45天以上" in texts(paper("ZL-2017-001", DOCUMENT, track="docking", known=known))[0]

    def test_the_version_that_was_applied_speaks(self) -> None:
        old = Policy(from_=day("2017-01-01"), basis="旧办法")
        new = Policy(from_=day("2017-10-31"), basis="新办法")
        known = make_ledger(policies=(old, new))
        assert texts(paper("JB-2017-001", policy=day("2017-01-01"), known=known))[0].startswith(
            "根据旧办法，截至"
        )
        assert texts(paper("JB-2017-001", known=make_ledger()))[0].startswith("截至2017年10月31日，你单位")
