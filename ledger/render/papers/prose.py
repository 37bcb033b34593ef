"""What people write in Markdown as parts of a printed paper: words, headings, lists and tables; markup itself is not printed."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from ledger.reports.paper import Grid, Part, Text
from ledger.reports.printed import grid_of

_DEEPEST = 3


def parts_of(text: str) -> tuple[Part, ...]:
    """Comments, pictures and rules are left out."""
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text))
    return tuple(part for node in tree.children for part in _parts(node))


def _parts(node: SyntaxTreeNode, mark: str = "") -> Iterator[Part]:
    match node.type:
        case "paragraph" | "heading":
            level = min(max(int(node.tag[1]) - 1, 1), _DEEPEST) if node.type == "heading" else 0
            words = _words(node.children[0])
            if words:
                yield Text(mark + words, level)
        case "bullet_list" | "ordered_list":
            start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
            for n, item in enumerate(node.children):
                yield from _item(item, "· " if start is None else f"{start + n}. ")
        case "blockquote":
            for child in node.children:
                yield from _parts(child)
        case "table":
            yield _grid(node)
        case "fence" | "code_block" if node.info.strip() != "mermaid":
            yield from (Text(line) for line in node.content.splitlines() if line.strip())


def _item(item: SyntaxTreeNode, mark: str) -> Iterator[Part]:
    """What stands in one place of a list; its first paragraph is marked."""
    for n, child in enumerate(item.children):
        yield from _parts(child, mark if n == 0 else "")


def _words(inline: SyntaxTreeNode) -> str:
    """The words of a line or several; a line break between Chinese characters is none."""
    said = ""
    for child in (node for node in inline.walk() if not node.children):
        if child.type in {"text", "code_inline"}:
            said += child.content
        elif child.type == "hardbreak":
            said += "\n"
        elif child.type == "softbreak" and said[-1:].isascii():
            said += " "
    return said.strip()


def _grid(table: SyntaxTreeNode) -> Grid:
    rows = [row for group in table.children for row in group.children]
    head, *body = [tuple(_words(cell.children[0]) for cell in row.children) for row in rows]
    return grid_of(head, body)
