"""``markdown``: the page of a step summary, read as GitHub reads it."""

from typing import Any

import pytest
from diagnostic_answers import ERROR, HUGE, NOTE, TEXT, WARNING, allowed, huge, make, mended, render
from hypothesis import given
from markdown_it import MarkdownIt

from ledger.base.diagnostics import Place
from ledger.base.text import printable

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LIMIT = 900 * 1024


def rows(page: str) -> list[list[str]]:
    """The cells of every row of every table but the heads, as a reader sees them; markup in a cell fails."""
    found: list[list[str]] = []
    tokens = READER.parse(page)
    for n, token in enumerate(tokens):
        if token.type == "tr_open":
            found.append([])
        elif token.type == "td_open":
            found[-1].append(seen(tokens[n + 1]))
    return [row for row in found if row]


def seen(token: Any) -> str:
    assert {child.type for child in token.children} <= {"text", "text_special"}, token.content
    return "".join(child.content for child in token.children)


def test_a_page() -> None:
    page = render(
        "markdown",
        make("P108", NOTE, "没有时限", line=3),
        make(line=12, column=11, hint="登记它", fix=mended()),
        allow=[allowed(make())],
        remarks=("另有 3 条是原来就有的",),
    )
    assert page.splitlines() == [
        "# 台账检查",
        "",
        "错误 1，说明 1；另有 1 条按文件中的说明放行。",
        "",
        "> 另有 3 条是原来就有的",
        "",
        "| 级别 | 代码 | 位置 | 问题 | 改法 |",
        "| :-- | :-- | :-- | :-- | :-- |",
        "| 错误 | P103 | plans/a.yaml:12:11 | 没有这个单位 | 登记它；可自动修复：改为“市发展改革委”（ledger check --fix） |",
        "| 说明 | P108 | plans/a.yaml:3:1 | 没有时限 |  |",
    ]


def test_a_clean_ledger() -> None:
    assert render("markdown") == "# 台账检查\n\n没有问题。\n"
    assert "有 1 条按文件中的说明放行。" in render("markdown", allow=[allowed(make())])


def test_an_old_place_names_its_version() -> None:
    ((_, _, place, _, _),) = rows(render("markdown", make(line=4, revision="0123456789abcdef")))
    assert place == str(Place("plans/a.yaml", 4, revision="0123456789abcdef"))
    assert "版本 0123456789ab" in place


def test_the_worst_come_first_then_by_place() -> None:
    page = render("markdown", make(severity=NOTE), make(line=9), make(severity=WARNING), make(line=2))
    assert [(row[0], row[2]) for row in rows(page)] == [
        ("错误", "plans/a.yaml:2:1"),
        ("错误", "plans/a.yaml:9:1"),
        ("警告", "plans/a.yaml:1:1"),
        ("说明", "plans/a.yaml:1:1"),
    ]


@pytest.mark.parametrize("count", [50, 51, 400])
def test_rows_beyond_fifty_are_folded(count: int) -> None:
    page = render("markdown", *[make(line=n + 1) for n in range(count)])
    open_part, _, folded = page.partition("<details>")
    assert len(rows(open_part)) == 50
    assert len(rows(folded)) == count - 50
    assert page.count("<details>") == page.count("</details>") == (count > 50)
    assert (f"<summary>其余 {count - 50} 条</summary>" in page) == (count > 50)
    assert "还有" not in page


@given(TEXT, TEXT)
def test_text_of_files_is_shown_and_never_markup(message: str, hint: str) -> None:
    page = render("markdown", make(message=message, hint=hint), make(severity=ERROR, line=2))
    first, second = rows(page)
    assert [" ".join(cell.split()) for cell in first[3:]] == [
        " ".join(" ".join(printable(text).splitlines()).split()) for text in (message, hint)
    ]
    assert second[3] == "没有这个单位"


def test_thirty_thousand_findings_are_cut_below_the_limit_and_counted() -> None:
    page = render("markdown", *huge())
    assert LIMIT * 0.99 < len(page.encode()) <= LIMIT
    shown = sum(line.startswith("| 错误 |") for line in page.splitlines())
    assert f"还有 {HUGE - shown} 条，" in page.splitlines()[-1]
    assert page.count("</details>") == 1


@pytest.mark.parametrize("sign", ["甲", "|", "\u202e"])
def test_a_giant_text_takes_no_more_than_its_place(sign: str) -> None:
    giant = sign * 2_000_000
    page = render("markdown", make(message=giant, hint=giant, path=giant), make(line=2), remarks=(giant,))
    assert len(page.encode()) < 100_000
    assert "| 错误 | P103 | plans/a.yaml:2:1 | 没有这个单位 |" in page
    assert "还有" not in page
