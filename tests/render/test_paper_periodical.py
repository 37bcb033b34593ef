"""A periodical (简报, 月报) on paper: its head, no 主送, no signature, and who is given a copy."""

import io
from datetime import date
from typing import Any

import docx
from docx.oxml.ns import qn

from ledger.render.papers.docx import render
from ledger.render.papers.markdown import render as markdown
from ledger.reports.paper import Column, Grid, Paper, Text

SMALL = """\
**改革督察月报**\\
2017年第10期

市委改革办\\
2017年10月31日

## 一、总体情况

　　计数事项176项。

报送：市委领导、市政府领导。

分送：各牵头单位。
"""


def bulletin(**changes: Any) -> Paper:
    values: dict[str, Any] = {
        "agency": "改革督察月报",
        "number": "2017年第10期",
        "title": "",
        "addressees": (),
        "body": (Text("一、总体情况", 1), Text("计数事项176项。")),
        "signed_by": "市委改革办",
        "day": date(2017, 10, 31),
        "periodical": True,
        "reported_to": ("市委领导", "市政府领导"),
        "cc": ("各牵头单位",),
    }
    return Paper(**(values | changes))


def opened(**changes: Any) -> Any:
    return docx.Document(io.BytesIO(render(bulletin(**changes))))


def test_in_markdown_unit_and_day_stand_in_the_head() -> None:
    assert markdown(bulletin()) == SMALL


def test_a_title_stands_below_the_head() -> None:
    text = markdown(bulletin(title="十月份情况"))
    assert "2017年10月31日\n\n# 十月份情况\n\n## 一、总体情况" in text
    styles = [p.style.name for p in opened(title="十月份情况").paragraphs]
    assert styles[:4] == ["发文机关标志", "期数", "编发单位", "Title"]


def test_paragraphs_from_the_red_name_to_the_copies() -> None:
    document = opened()
    assert [(p.style.name, p.text) for p in document.paragraphs] == [
        ("发文机关标志", "改革督察月报"),
        ("期数", "2017年第10期"),
        ("编发单位", "\t市委改革办\t2017年10月31日"),
        ("Heading 1", "一、总体情况"),
        ("公文正文", "计数事项176项。"),
        ("末行", ""),
        ("末行", ""),
    ]
    (copies,) = document.tables
    assert copies.cell(0, 0).text == "报送：市委领导、市政府领导。\n分送：各牵头单位。"
    assert {p.style.name for p in copies.cell(0, 0).paragraphs} == {"抄送机关"}


def test_unit_and_day_stand_one_place_in_over_a_red_rule() -> None:
    line = opened().paragraphs[2]
    stops = [(s.position.twips, s.alignment.name) for s in line.paragraph_format.tab_stops]
    assert stops == [(316, "LEFT"), (8845 - 316, "RIGHT")]
    rule = line.style.element.find("/".join(map(qn, ("w:pPr", "w:pBdr", "w:bottom"))))
    assert rule.get(qn("w:color")) == "FF0000"
    assert line.paragraph_format.space_after.twips == 579
    assert opened(title="甲").paragraphs[2].paragraph_format.space_after is None


def test_the_properties_name_the_issue() -> None:
    assert opened().core_properties.title == "改革督察月报2017年第10期"
    assert opened().core_properties.author == "市委改革办"


def test_a_table_at_the_end_does_not_touch_the_copies() -> None:
    body = opened(body=(Grid((Column("甲"),), (("1",),)),)).element.body
    kinds = [child.tag.rpartition("}")[2] for child in body]
    assert kinds[-5:] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_nobody_to_copy_to_is_no_line() -> None:
    assert markdown(bulletin(cc=(), reported_to=())).endswith("　　计数事项176项。\n")
    assert opened(cc=(), reported_to=()).tables == []


def test_a_letter_may_be_reported_too_and_may_have_no_addressee() -> None:
    letter = bulletin(periodical=False, title="通报")
    assert letter.copies == ("报送：市委领导、市政府领导。", "抄送：各牵头单位。")
    text = markdown(letter)
    assert "# 通报\n\n## 一、总体情况\n" in text
    assert "：\n" not in text
    assert "主送机关" not in [p.style.name for p in opened(periodical=False, title="通报").paragraphs]


def test_a_page_for_leaders_begins_at_the_top_draft_or_not() -> None:
    for remark in (None, "草稿"):
        document = opened(compact=True, remark=remark)
        head = document.paragraphs[: 4 if remark else 3]
        assert [p.paragraph_format.space_before or 0 for p in head[-2:]] == [0, 0]
        mark = head[-3]
        assert (mark.text, mark.paragraph_format.space_before) == ("改革督察月报", None)
        assert mark.style.paragraph_format.space_before == 0
