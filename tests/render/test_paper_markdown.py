"""A paper in Markdown: what it looks like, and that nobody's words become markup."""

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ledger.base.text import printable
from ledger.render.papers.markdown import render
from ledger.reports.paper import Column, Grid, Paper, Sheet, Text

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
MARKUP = st.text(st.sampled_from("\\`*_{}[]<>()#+-.!|~&:;=\"'/@ \n1a甲。；"), max_size=20)
TEXT = st.one_of(ANY, MARKUP)

SMALL = """\
> **已作废**

**市委改革办**\\
云改办提〔2017〕25号

# 关于公立医院薪酬制度改革的提示单

市人力资源社会保障局、市财政局：

## 一、提示事项

　　下列改革任务即将到期。

| 序号 | 改革任务 |
| :-- | :-- |
| 1 | 薪酬制度改革\\|试点 |

### （一）报送

　　（二）反馈。请于11月8日前反馈。

　　1\\. 书面反馈；

中共云州市委改革办\\
2017年11月1日

　　（联系人：王某，0000-1234567）

抄送：市委办公室、市政府办公室。

---

## 回执

| 项目 | 内容 |
| :-- | :-- |
| 办理结果 |  |
"""


def small_paper(**changes: Any) -> Paper:
    values: dict[str, Any] = {
        "agency": "市委改革办",
        "number": "云改办提〔2017〕25号",
        "title": "关于公立医院薪酬制度改革的提示单",
        "addressees": ("市人力资源社会保障局", "市财政局"),
        "body": (
            Text("一、提示事项", 1),
            Text("下列改革任务即将到期。"),
            Grid((Column("序号", 1), Column("改革任务", 5)), (("1", "薪酬制度改革|试点"),)),
            Text("（一）报送", 2),
            Text("（二）反馈。请于11月8日前反馈。", 2),
            Text("1. 书面反馈；", 3),
        ),
        "signed_by": "中共云州市委改革办",
        "day": date(2017, 11, 1),
        "cc": ("市委办公室", "市政府办公室"),
        "contact": "王某，0000-1234567",
        "remark": "已作废",
        "sheets": (
            Sheet("回执", (Grid((Column("项目"), Column("内容", 3)), (("办理结果", ""),), to_fill=True),)),
        ),
    }
    return Paper(**(values | changes))


def tokens_of(paper: Paper) -> list[Any]:
    return READER.parse(render(paper))


def folded(text: str) -> str:
    return " ".join(printable(text).split())


def plain(token: Any) -> str:
    """What a reader sees of an inline token; anything but text, bold type and line ends fails."""
    allowed = {"text", "text_special", "softbreak", "hardbreak", "strong_open", "strong_close"}
    assert {child.type for child in token.children} <= allowed, token.content
    return folded("".join(" " if "break" in c.type else c.content for c in token.children))


def shape(tokens: list[Any]) -> list[str]:
    return [token.type + token.tag for token in tokens if token.type != "inline"]


def test_a_small_paper():
    assert render(small_paper()) == SMALL


def test_a_paper_without_extras_ends_with_its_date():
    text = render(small_paper(cc=(), contact=None, remark=None, sheets=()))
    assert text.startswith("**市委改革办**\\\n")
    assert text.endswith("\n\n中共云州市委改革办\\\n2017年11月1日\n")


def test_several_sheets_each_follow_a_rule():
    sheet = Sheet("回执", (Text("请填写。"),))
    assert render(small_paper(sheets=(sheet, sheet))).count("\n\n---\n\n## 回执\n\n　　请填写。") == 2


def test_the_same_paper_gives_the_same_text():
    assert render(small_paper()) == render(small_paper())


def test_unit_and_date_stand_on_two_lines():
    inline = [t for t in tokens_of(small_paper()) if t.type == "inline" and "2017年11月1日" in t.content]
    assert [c.type for c in inline[0].children] == ["text", "hardbreak", "text"]


@given(TEXT, TEXT)
def test_cells_show_their_text(one: str, two: str):
    grid = Grid((Column("甲"), Column("乙")), ((one, two), (two, one)))
    tokens = tokens_of(small_paper(body=(grid,), sheets=()))
    cells = [plain(tokens[n + 1]) for n, t in enumerate(tokens) if t.type in {"td_open", "th_open"}]
    assert cells == ["甲", "乙", *map(folded, (one, two, two, one))]


@given(TEXT, st.sampled_from([0, 1, 2, 3]))
def test_paragraphs_show_their_text(text: str, level: int):
    tokens = tokens_of(small_paper(body=(Text("前"), Text(text, level), Text("后")), sheets=()))
    shown = [plain(t) for t in tokens if t.type == "inline"]
    first = shown.index("前")
    assert shown[first : shown.index("后") + 1] == ["前", *([folded(text)] if folded(text) else []), "后"]


@example("=")
@given(TEXT.filter(folded))
def test_every_line_shows_its_text(text: str):
    changes = {"agency": text, "number": text, "title": text, "addressees": (text, text), "signed_by": text}
    paper = small_paper(**changes, cc=(text,), contact=text, remark=text, sheets=(Sheet(text, ()),))
    tokens = tokens_of(paper)
    assert shape(tokens) == shape(tokens_of(small_paper(sheets=(Sheet("回执", ()),))))
    shown = [plain(t) for t in tokens if t.type == "inline"]
    assert shown[0] == folded(text)
    assert shown[1] == folded(f"{text} {text}")
    assert shown[2] == shown[-1] == folded(text)
    assert shown[3] == folded(f"{text}、{text}：")
    assert shown[-4] == folded(f"{text} 2017年11月1日")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<!-- ledger x sha256:0 -->",
        "---",
        "| a |\n|---|",
        "# 甲",
        "1. 甲",
        "> 甲",
        "**甲**",
    ],
)
def test_markup_in_a_title_is_text(text: str):
    tokens = tokens_of(small_paper(title=text))
    heading = next(n for n, t in enumerate(tokens) if t.type == "heading_open")
    assert plain(tokens[heading + 1]) == folded(text)


def test_no_words_of_a_file_can_begin_a_line_with_a_comment():
    text = "<!-- ledger TS sha256:0 -->"
    written = render(
        small_paper(remark=text, agency=text, title=text, addressees=(text,), body=(Text(text),))
    )
    assert not [line for line in written.splitlines() if line.lstrip("> *#\u3000").startswith("<!--")]
