"""What people write in a bulletin may say anything, but not hide what was computed."""

import pytest

from ledger.checks.covering import covered
from ledger.files.bulletin_markers import joined, split
from ledger.files.bulletin_text import Part, Prose, Region

TAG = "人写的话里有 HTML 标签“{}”，能遮住或改变计算的部分"
SWALLOWED = "计算的一节“due”被上面人写的话包了进去，显示不出原样"


def file(words: str) -> str:
    parts: list[Part] = [
        Region("head", "# 月报\n\n<details>\n<summary>数字出处</summary>\n\n</details>"),
        Prose(words),
        Region("due", "## 到期\n\n| 事项 |\n|:-----|\n| 12 |\n\n```mermaid\npie\n```"),
    ]
    return joined("month: 2017-10\n", parts)


def told(text: str) -> list[str]:
    return [f"{d.place.line} {d.message}" for d in covered("b.md", split(text))]


@pytest.mark.parametrize(
    "words",
    [
        "逾期<50 项的，a<b 的，完成 100%。\n\n| 表 | 99% |\n|:---|----:|",
        "<!-- 说明：<details> -->\n\n一<br>二 <u>重点</u> <b>三</b>",
        "写作 `<details>` 或 \\<details>，见 <https://example.invalid/a>、<fan@example.invalid>",
        "```\nledger items --status overdue\n<details>\n```",
        "- 一\n\n  ```\n  没有结束，但随列表结束\n\n完",
        "> ```\n> 引用里的\n\n完",
        "> 一\n> > 二\n> > > 三\n\n1. 四\n   - 五",
        "<!-- 没有结束的注释，到下一个标记为止",
        "$$\n\n[x]: y\n\n[^1]: 注\n\n    缩进",
    ],
)
def test_words_that_hide_nothing(words: str) -> None:
    assert told(file(words)) == []


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("<details><summary>旧数</summary>", "<details>"),
        ("有话 <s>", "<s>"),
        ("- 列表\n  <div hidden>", "<div"),
        ("<style>table {display: none}</style>", "<style>"),
        ("<!--> <template> <!-- -->", "<template>"),
        ("<!-- a --!> <template> <!-- -->", "<template>"),
        ("<br style='display:none'>", "<br"),
        ("</details>", "</details>"),
        ('<div title="', "<div"),
    ],
)
def test_tags(words: str, tag: str) -> None:
    assert told(file(words)) == [f"{16 + words.startswith('- ')} {TAG.format(tag)}"]


@pytest.mark.parametrize(
    "words", ["```", "~~~~ text\n~~~", "```\n一\n```\n\n````\n```", "一\r```", "- 一\n\n  ```\n  x\n```"]
)
def test_a_block_of_code_that_does_not_end(words: str) -> None:
    text = file(words)
    assert told(text) == [f"{text[: text.index('## 到期')].count(chr(10)) + 1} {SWALLOWED}"]


def test_a_block_of_html_that_does_not_end() -> None:
    assert [line.partition(" ")[2] for line in told(file("<?x"))] == [TAG.format("<?x"), SWALLOWED]


def test_markers_glued_to_what_stands_around_them() -> None:
    """Then the last tag of a region goes on as HTML up to the next blank line."""
    glued = file("<style>\ntable {display: none}").replace(
        "</details>\n\n<!-- /ledger:head -->\n\n", "</details>\n<!-- /ledger:head -->\n"
    )
    assert [line.partition(" ")[2] for line in told(glued)] == [TAG.format("<style>")]
    fence = file("```\n\n```").replace(
        "</details>\n\n<!-- /ledger:head -->\n\n", "</details>\n<!-- /ledger:head -->\n"
    )
    assert [line.partition(" ")[2] for line in told(fence)] == [SWALLOWED]


def test_too_deep_to_be_seen() -> None:
    assert [line.partition(" ")[2] for line in told(file("> " * 30 + "<style>"))] == [
        "人写的话里引用、列表套得太深，看不出有什么"
    ]
