"""Papers that the ledger drafts besides 三单一书: what they say, to whom, and when there is nothing to say."""

from dataclasses import replace
from typing import Any

import pytest
from build import LEAD, OFFICE, day, entry, make_item, make_ledger, make_plan, make_slip, make_unit

from ledger.base.errors import LedgerError
from ledger.model.findings import Finding
from ledger.model.inspecting import Team
from ledger.model.ledger import Ledger
from ledger.model.registers.consultations import Advice, Consultation
from ledger.model.registers.inspections import Inspection
from ledger.model.units import Register, Unit, Units
from ledger.render.papers.markdown import render
from ledger.reports.paper import Paper
from ledger.reports.paper_kind import PaperRequest, paper_kind

RECTIFIED = entry("2017-03-20 整改", evidence="甲发1号")
OBJECTION = entry("2017-03-10 异议", by="乙局", note="事实有出入")
QUASHED = entry("2017-03-12 复核", by=OFFICE, result="撤销", note="职责不在乙局")
EXTENDED = entry("2017-03-15 批准延期", by=OFFICE, until="2017-05-01")


def _city(*findings: Finding, **settings: str) -> Ledger:
    inspection = Inspection(
        id="dc-1",
        title="放管服改革专项督察",
        kind="专项督察",
        date=day("2017-03-01"),
        until=day("2017-03-03"),
        team=Team(office=OFFICE, departments=("丙局",)),
        plans=("zb-2017-01",),
        targets=("甲局",),
        findings=findings,
    )
    late = make_item("2017-01-05 启动", id="1", due="2017-02-01", title="建立清单")
    plan = make_plan(late, make_item(id="2", due="2017-12-31"), title="放管服方案")
    slip = make_slip("JB-2017-001", "zb-2017-01/1", issued="2017-02-28")
    units = [make_unit(name) for name in (OFFICE, LEAD, "甲局", "乙局", "丙局")]
    return make_ledger(plan, units=units, slips=[slip], inspections=[inspection], settings=settings)


def _finding(number: str, *log: Any, unit: str = "甲局") -> Finding:
    return Finding(id=number, title=f"问题{number}", unit=unit, due=day("2017-04-01"), log=log)


def _paper(ledger: Ledger, kind: str, *refs: str, on: str = "2017-04-02", number: str = "") -> Paper:
    return paper_kind(kind).build(PaperRequest(ledger, day(on), refs, number))


def test_a_conclusion_goes_to_those_inspected_and_tells_them_how_to_object() -> None:
    paper = _paper(
        _city(_finding("1", EXTENDED), _finding("2", unit="乙局")), "督察结论", "dc-1", number="督1号"
    )
    text = render(paper)
    assert (paper.addressees, paper.number, paper.remark) == (("甲局", "乙局"), "督1号", None)
    assert "关于放管服改革专项督察结论" in text
    assert f"{OFFICE}会同丙局对甲局落实《放管服方案》情况开展了专项督察" in text
    assert "| 1 | 问题1 | 甲局 | 2017年5月1日 |" in text
    assert "| 2 | 问题2 | 乙局 | 2017年4月1日 |" in text
    assert "自收到之日起30日内" in text


def test_what_was_quashed_on_an_objection_is_in_no_conclusion() -> None:
    paper = _paper(_city(_finding("1", OBJECTION, QUASHED, unit="乙局")), "督察结论", "dc-1")
    assert paper.addressees == ("甲局",)
    assert "没有发现需要整改的问题。" in render(paper)
    assert "二、异议" in render(paper)


def test_a_special_bulletin_tells_everybody_how_far_each_unit_is() -> None:
    found = [_finding("1", RECTIFIED), _finding("2"), _finding("3", unit="乙局")]
    paper = _paper(_city(*found), "专项通报", "dc-1")
    text = render(paper)
    assert (paper.addressees, paper.remark) == (("各部门",), "代拟稿")
    assert (
        "发现问题3个，涉及2个单位。截至2017年4月2日，已整改1个，整改率33.3%（1/3），逾期未整改2个。" in text
    )
    assert "| 甲局 | 2 | 1 | 1 | 1 |" in text
    assert "| 3 | 问题3 | 乙局 | 待整改，逾期1天 |" in text


def test_a_special_bulletin_blames_a_unit_only_for_its_own_rectification() -> None:
    similar = replace(_finding("1", EXTENDED), similar=("丁区",))
    contested = _finding("2", entry("2017-03-10 异议", by="乙局", note="事实有出入"), unit="乙局")
    text = render(_paper(_city(similar, contested), "专项通报", "dc-1", on="2017-04-20"))
    assert "已整改0个，整改率0.0%（0/2），没有逾期未整改的。" in text
    assert "| 1 | 问题1 | 甲局 | 待整改 |" in text
    assert "| 2 | 问题2 | 乙局 | 异议复核中 |" in text


def test_a_special_bulletin_counts_a_renamed_unit_once_and_goes_to_every_kind_that_is_concerned() -> None:
    ledger = _city(_finding("1", unit="旧区"), _finding("2", unit="新区"))
    old = Unit(id="旧区", kind="区县", until=day("2017-03-15"), successor="新区")
    new = Unit(id="新区", kind="区县", from_=day("2017-03-16"))
    units = Units(Register(units=(*ledger.units.register.units, old, new)))
    paper = _paper(replace(ledger, units=units), "专项通报", "dc-1")
    assert "发现问题2个，涉及1个单位。" in render(paper)
    assert paper.addressees == ("各部门", "各区县")


def test_an_escalated_bulletin_is_the_commissions_and_names_what_is_late() -> None:
    paper = _paper(_city(commission="深改组"), "提级通报", LEAD)
    text = render(paper)
    assert (paper.agency, paper.signed_by) == ("深改组", "深改组")
    assert "牵头2项，已完成0项，完成率0.0%，逾期1项。" in text
    assert "| 1 | 建立清单（zb-2017-01/1） | 2017年2月1日 | 60 | 交办单 | 未说明 |" in text


def test_a_consultations_opinion_goes_to_whoever_is_to_carry_out_its_advice() -> None:
    advice = Advice(id="1", title="先行互认", unit="丙局", due=day("2017-05-01"))
    visit = Consultation(
        id="HZ-1",
        title="会诊",
        unit=LEAD,
        date=day("2017-03-01"),
        because="末位",
        text="缺钱",
        advice=(advice,),
    )
    ledger = _city()
    paper = _paper(
        replace(ledger, registers={**ledger.registers, "consultations": (visit,)}), "会诊意见", "HZ-1"
    )
    text = render(paper)
    assert paper.addressees == (LEAD, "丙局")
    assert "牵头的改革事项逾期1项，暂缓0项。原因是：没有写明1项。" in text
    assert "| 1 | 建立清单（zb-2017-01/1） | 2017年2月1日 | 逾期28天 | 未写明 |" in text
    assert "| 1 | 先行互认 | 丙局 | 2017年5月1日 |" in text


@pytest.mark.parametrize(
    ("kind", "refs", "said"),
    [
        ("督察结论", ["dc-2"], "没有“dc-2”这次督察"),
        ("专项通报", [], "要写一个督察编号"),
        ("会诊意见", ["HZ-9"], "没有“HZ-9”这次会诊"),
        ("提级通报", [], "要写明通报哪些单位"),
        ("提级通报", ["甲局"], "没有可以提级通报的"),
        ("提级通报", ["丁局"], "没有“丁局”这个单位"),
        ("提级通告", ["甲局"], "是否为“提级通报”"),
    ],
)
def test_what_no_paper_can_be_made_of_is_refused(kind: str, refs: list[str], said: str) -> None:
    with pytest.raises(LedgerError, match=said):
        _paper(_city(commission="深改组"), kind, *refs)


def test_without_a_commission_nothing_is_escalated() -> None:
    with pytest.raises(LedgerError, match="commission"):
        _paper(_city(), "提级通报", LEAD)
