"""What a bulletin says of ledgers in their corners: no sentence that a table, a list or the calendar contradicts."""

from typing import Any

import pytest
from build import correction, day, entry, make_item, make_ledger, make_plan, make_unit, make_upstream

from ledger.model.findings import Finding
from ledger.model.inspecting import Round
from ledger.model.ledger import Ledger
from ledger.model.registers.inspections import Inspection
from ledger.reports.blocks import Block, Fold, Heading, Paragraph, Table
from ledger.reports.bulletin.edition import edition
from ledger.reports.bulletin.month import Month

LONG = "深化经济体制" * 10


def blocks(ledger: Ledger, section: str, on: str = "2017-10-31") -> list[Block]:
    passages = edition(Month.of(ledger, day(on)), 10).passages
    found = [block for p in passages if p.key == section for block in p.blocks]
    return [inner for block in found for inner in (block.blocks if isinstance(block, Fold) else (block,))]


def said(ledger: Ledger, section: str, on: str = "2017-10-31") -> list[str]:
    return [block.text for block in blocks(ledger, section, on) if isinstance(block, Paragraph)]


def rows(ledger: Ledger, section: str, title: str, on: str = "2017-10-31") -> list[tuple[str, ...]]:
    """Those of the first table with a column of that name."""
    tables = [b for b in blocks(ledger, section, on) if isinstance(b, Table)]
    table = next(t for t in tables if title in {c.title for c in t.columns})
    return [tuple(cell.text for cell in row) for row in table.rows]


def headings(ledger: Ledger, section: str) -> list[str]:
    return [b.text for b in blocks(ledger, section) if isinstance(b, Heading) and b.level == 3]


def test_a_document_that_comes_later_is_no_open_one() -> None:
    later = make_upstream("2017-10-09 收文", id="zy-2017-18")
    ledger = make_ledger(make_item(), upstream=(make_upstream("2017-09-01 收文"), later))
    assert said(ledger, "docking", "2017-09-30") == ["上级文件1件，未办结1件；本月收文1件；没有逾期未办的。"]
    (table,) = (b for b in blocks(ledger, "docking", "2017-09-30") if isinstance(b, Table))
    assert [row[0].text for row in table.rows] == ["zy-2016-11"]
    assert blocks(ledger, "docking", "2017-08-31") == []


def test_inspections_are_told_with_what_is_missing_and_what_is_late() -> None:
    late = Finding(id="1", title="问题一", unit="甲局", due=day("2017-10-11"))
    done = entry("2017-10-20 整改", evidence="甲发1号")
    others = (
        Finding(id="2", title="问题二", unit="乙局", due=day("2017-10-25"), log=(done,)),
        Finding(id="3", title="问题三", unit="乙局", due=day("2017-12-31")),
    )
    ledger = make_ledger(
        make_item(),
        inspections=[
            Inspection(id="dc-1", title="甲督察", kind="回头看", date=day("2017-10-09"), mode="暗访"),
            Inspection(
                id="dc-2", title="乙督察", kind="全面督察", date=day("2017-09-04"), findings=(late, *others)
            ),
        ],
    )
    assert said(ledger, "inspection") == [
        "本月进行督察1次（回头看1次）。",
        "今年以来开展督察2次。",
        "今年还没有的：专项、日常、定期、重点督察、明察。一次督察两面都有的，两面都计；没有写明的，都不计。",
    ]
    assert said(ledger, "findings") == [
        "今年以来督察发现问题3个；整改率33.3%（1/3）；到期应整改2个，按期整改率50.0%（1/2）；待整改2个，待验收1个；整改、验收、销号、回头看有逾期的1个。",
    ]
    assert rows(ledger, "inspection", "一面")[3] == ("明察", "0", "暗访", "1")
    assert rows(ledger, "findings", "逾期") == [
        ("dc-2/1", "问题一", "甲局", "2017-10-11", "整改督察问题（甲局）20天")
    ]
    assert blocks(ledger, "inspection", "2017-08-31") == blocks(ledger, "findings", "2017-08-31") == []


def test_an_inspection_of_several_months_or_rounds_is_one_of_each_month_it_was_on() -> None:
    first = Round(id="1", title="互查", date=day("2017-08-28"), until=day("2017-09-01"))
    rounds = (first, Round(id="2", title="验收", date=day("2017-11-06"), until=day("2017-11-10")))
    long = Inspection(
        id="dc-1", title="甲督察", kind="年中督察", date=day("2017-06-20"), until=day("2017-07-21")
    )
    campaign = Inspection(
        id="dc-2",
        title="乙督察",
        kind="明查暗访",
        date=day("2017-08-28"),
        until=day("2017-11-10"),
        rounds=rounds,
    )
    ledger = make_ledger(inspections=[long, campaign])
    told = {
        month: said(ledger, "inspection", f"2017-{month}")[0]
        for month in ("07-31", "08-31", "09-30", "10-31")
    }
    assert told == {
        "07-31": "本月进行督察1次（年中督察1次），都是以前开展、本月继续的。",
        "08-31": "本月进行督察1次（明查暗访1次）。",
        "09-30": "本月进行督察1次（明查暗访1次），都是以前开展、本月继续的。",
        "10-31": "本月没有进行督察。",
    }
    assert rows(ledger, "inspection", "督察", "2017-09-30")[0][2] == "8月28日至9月1日"


@pytest.mark.parametrize(
    ("log", "why"),
    [
        ((entry("2017-03-01 暂缓", until="2017-10-10"),), "暂缓期满"),
        ((entry("2017-03-01 暂缓", until="2017-12-31"), "2017-10-09 恢复"), "2017-10-09 恢复"),
        (("2017-03-01 终止", correction("2017-10-03", voids="2017-03-01 终止")), "2017-10-03 更正"),
        (
            (
                entry("2017-03-01 暂缓", until="2017-12-31"),
                correction("2017-10-03", voids="2017-03-01 暂缓"),
            ),
            "2017-10-03 更正",
        ),
        (
            (
                entry("2017-03-01 暂缓", until="2017-10-01"),
                entry("2017-10-05 暂缓", until="2017-10-20"),
            ),
            "暂缓期满",
        ),
    ],
)
def test_why_an_item_counts_again(log: tuple[Any, ...], why: str) -> None:
    ledger = make_ledger(make_item(*log))
    assert [row[-1] for row in rows(ledger, "overview", "原因")] == [why]


def test_an_item_left_the_count_by_what_its_log_says() -> None:
    ledger = make_ledger(make_item("2017-02-01 启动", "2017-10-09 终止"))
    assert [row[-1] for row in rows(ledger, "overview", "原因")] == ["2017-10-09 终止"]


@pytest.mark.parametrize(
    ("plan", "item", "why"),
    [
        (("2017-10-09 审议通过", "2017-10-20 印发"), (), "2017-10-09 方案审议通过"),
        (("2017-10-09 印发",), (), "2017-10-09 方案印发"),
        (("2017-10-09 印发",), ("2017-10-02 启动",), "2017-10-02 启动"),
    ],
)
def test_a_new_plan_came_with_what_was_first(plan: tuple[str, ...], item: tuple[str, ...], why: str) -> None:
    ledger = make_ledger(make_plan(make_item(*item), log=plan))
    assert [row[-1] for row in rows(ledger, "overview", "原因")] == [why]


def test_who_leads_together_counts_twice_and_that_is_said() -> None:
    shared, alone = make_item(lead=["市财政局", "市教育局"]), make_item(lead=["市财政局"])
    note = "几个单位共同牵头的事项，在各单位名下都计数，各行相加多于合计。"
    assert note in said(make_ledger(shared), "dispatch")
    assert note not in said(make_ledger(alone), "dispatch")


def test_items_without_field_and_group_have_no_table_of_them() -> None:
    assert headings(make_ledger(make_item()), "dispatch") == ["按牵头单位"]
    ledger = make_ledger(make_item(field="经济体制"), make_item(id="2", group="某组"))
    assert headings(ledger, "dispatch") == ["按领域", "按专项小组", "按牵头单位"]


def test_an_empty_ledger_says_so_once() -> None:
    ledger = make_ledger()
    told = {s: said(ledger, s) for s in ("overview", "due", "papers", "closing", "causes", "next_month")}
    assert told == {
        "overview": ["没有改革方案。", "截至10月31日，没有计数的事项。"],
        "due": ["本月没有到期的事项；没有逾期的事项。"],
        "papers": ["本月没有签发三单一书。", "三单一书还没有应回复的。"],
        "closing": ["本月没有销号的事项。"],
        "causes": ["没有逾期或暂缓的事项。"],
        "next_month": ["下月没有到期的事项。"],
    }
    assert said(ledger, "brief") == ["本月没有需要特别提请注意的情况。", "本月没有需要提请研究的事项。"]


def test_the_only_unit_is_not_the_one_with_most() -> None:
    late = [make_item("2017-10-01 启动", due="2017-10-10", id=n, lead="市财政局") for n in "12"]
    most = "1. 市财政局逾期2项，为各单位最多。"
    assert most not in said(make_ledger(*late), "brief")
    assert most in said(make_ledger(*late, make_item("2017-10-01 启动", id="3", lead="市教育局")), "brief")


def test_a_title_with_marks_of_its_own_stands_in_marks() -> None:
    titled = make_item("2017-10-01 启动", due="2017-06-30", title="深化“放管服”改革")
    assert "牵头的“深化‘放管服’改革”，" in said(make_ledger(titled), "brief")[0]


def test_a_unit_that_was_renamed_is_one_row_and_one_of_those_with_most() -> None:
    units = (
        make_unit("市旅游局", until="2017-08-31", successor="市文旅局"),
        make_unit("市文旅局", from_="2017-09-01"),
        make_unit("市财政局"),
    )
    plans = [
        make_plan(
            make_item("2017-03-01 启动", due=due, lead=lead), id=f"zb-2017-0{n}", log=("2017-01-09 印发",)
        )
        for n, (lead, due) in enumerate(
            [("市旅游局", "2017-08-15"), ("市文旅局", "2017-09-20"), ("市财政局", "2017-12-31")]
        )
    ]
    ledger = make_ledger(*plans, units=units)
    assert [row[:3] for row in rows(ledger, "dispatch", "牵头单位")] == [
        ("市文旅局", "2", "0"),
        ("市财政局", "1", "0"),
    ]
    assert "2. 市文旅局逾期2项，为各单位最多。" in said(ledger, "brief")


def test_overdue_alike_are_all_the_longest() -> None:
    late = [make_item("2017-10-01 启动", due="2017-06-30", id=n) for n in "123"]
    assert said(make_ledger(late[0]), "brief")[0] == (
        "1. 逾期超过60天的1项，最久的是市发展改革委牵头的“事项1”，已逾期123天。"
    )
    assert said(make_ledger(*late), "brief")[0] == (
        "1. 逾期超过60天的3项，最久的已逾期123天：“事项1”、“事项2”等3项。"
    )


def test_a_leader_is_asked_what_only_a_leader_can_do() -> None:
    causes = ["部门意见不一致", "上级政策未明确", "上级政策未明确", "资金未落实"]
    items = [
        make_item(entry("2017-10-09 进展", cause=c), due="2017-10-10", id=str(n))
        for n, c in enumerate(causes)
    ]
    done = make_item("2017-10-09 完成", id="9")
    assert said(make_ledger(*items, done), "brief")[-2:] == [
        "1. 因“上级政策未明确”逾期或暂缓的2项，请向上级请示：“事项1”、“事项2”。",
        "2. 因“部门意见不一致”逾期或暂缓的1项，请出面协调：“事项0”。",
    ]


def test_no_sentence_of_the_page_is_longer_than_three_lines() -> None:
    """31 characters a line in 4号; with three lines each the page is one page."""
    units = [f"市{'综合' * 5}局{n}" for n in range(9)]
    causes = ["部门意见不一致", "涉及利益调整", "上级政策未明确"]
    late = [
        make_item(
            entry("2017-03-01 进展", cause=c), due="2017-06-30", title=LONG, id=str(n), lead=units[n : n + 4]
        )
        for n, c in enumerate(causes * 2)
    ]
    oldest = make_item(title=LONG, due="2017-05-31", id="7", lead=units)
    soon = make_item(due="2017-11-30", id="8", lead=units)
    documents = [make_upstream("2017-01-01 收文", id=f"zy-{n}", title=LONG, lead=units) for n in range(3)]
    told = said(make_ledger(*late, oldest, soon, upstream=documents), "brief")
    assert len(told) == 6
    assert max(map(len, told)) <= 3 * 31 - 2


def test_gates_are_told_of_plans_that_could_ask_to_be_closed() -> None:
    accepted = (entry("2017-06-20 完成", evidence="一号"), entry("2017-06-26 核验通过", by="市委改革办"))
    shown = (*accepted, entry("2017-10-26 公示", until="2017-11-02"))
    ledger = make_ledger(
        make_plan(make_item(*accepted), id="zb-2017-01"),
        make_plan(make_item(*shown, nodes={"a": "2017-05-31"}), id="zb-2017-02"),
        make_plan(make_item("2017-06-20 完成"), id="zb-2017-03"),
    )
    first = "本月公示1项，正在公示1项；事项已全部核验、还没有申请销账的方案2个。"
    assert said(ledger, "gates") == [first]
    assert [row[2] for row in rows(ledger, "gates", "销账三关")] == [
        "都过，可以申请",
        "任务关不过：zb-2017-02/1#a 事项已报完成，节点没有完成记录",
    ]
    assert said(make_ledger(make_item("2017-06-20 完成")), "gates") == []
