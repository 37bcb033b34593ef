"""Whether what people wrote in a bulletin leaves the computed parts to be seen as they are: read as Markdown is shown."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import quoted
from ledger.files.bulletin_text import BulletinText, Region

_HARMLESS = re.compile(
    r"<!--(?:-?>|.*?--!?>)|</?(?:br|u|b|i|em|strong|sub|sup)\s*/?>", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"</?[a-z?!][^\s<>]*>?", re.IGNORECASE)
_DEEPEST = 15
"""The parser leaves out what stands 20 deep."""


def covered(path: str, text: BulletinText) -> list[Diagnostic]:
    """HTML of theirs, which may hide or strike out whatever follows it, and regions that something of theirs took in (V108).

    Comments and a few plain tags are left alone; tags in code, or behind a backslash, are none.
    """
    if not any(part.says_something for part in text.prose):
        return []
    page = _Page(text)
    said = [*page.tags(), *page.swallowed()]
    return [
        Diagnostic("V108", Severity.ERROR, message, Place(path, line), hint) for line, message, hint in said
    ]


class _Page:
    """Lines are counted as Markdown does, to which a lone carriage return ends one."""

    def __init__(self, text: BulletinText) -> None:
        rows = text.source.split("\n")
        self._at = list(accumulate((1 + row.count("\r") for row in rows), initial=0))
        self._regions = [part for part in text.parts if isinstance(part, Region) and part.text]
        self._computed = {n for region in self._regions for n in self._lines(region)}
        self._tokens: Sequence[Token] = MarkdownIt("commonmark").enable("table").parse(text.source)

    def _lines(self, region: Region) -> range:
        first = region.line - 1
        return range(self._at[first], self._at[first + region.text.count("\n") + 1])

    def tags(self) -> Iterator[tuple[int, str, str]]:
        for line, html in self._html():
            found = _TAG.search(_HARMLESS.sub("", html))
            if found:
                message = f"人写的话里有 HTML 标签{quoted(found[0], 30)}，能遮住或改变计算的部分"
                yield bisect_right(self._at, line), message, "改用 Markdown 写；要写尖括号，前面加反斜杠"

    def _html(self) -> Iterator[tuple[int, str]]:
        for token in self._tokens:
            first = token.map[0] if token.map else 0
            if token.type == "html_block":
                rows = enumerate(token.content.split("\n"), first)
                yield first, "\n".join(row for n, row in rows if n not in self._computed)
            elif token.children and first not in self._computed:
                yield first, "".join(c.content for c in token.children if c.type == "html_inline")

    def swallowed(self) -> Iterator[tuple[int, str, str]]:
        starts = {token.map[0] for token in self._tokens if token.map and token.level == 0}
        for region in self._regions:
            if self._lines(region)[0] not in starts:
                message = f"计算的一节“{region.name}”被上面人写的话包了进去，显示不出原样"
                yield region.line, message, "结束上面的代码块（```），标记前后各空一行"
        deep = next((t for t in self._tokens if t.map and t.level > _DEEPEST), None)
        if deep is not None and deep.map:
            yield (
                bisect_right(self._at, deep.map[0]),
                "人写的话里引用、列表套得太深，看不出有什么",
                "少套几层",
            )
