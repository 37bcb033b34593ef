"""``markdown``: a page for a step summary or a comment: counts, then a table, worst first, that never grows too large."""

from collections.abc import Iterator

from ledger.base.diagnostics import SEVERITIES, Diagnostic
from ledger.render.answer import Answer, Renderer, Screen
from ledger.render.findings import counted, more, remedy, worst_first
from ledger.render.reports.markdown import escape, paragraph

MOST_BYTES = 900 * 1024
"""GitHub refuses a step summary of more than 1 MiB, and loses one just below it in silence."""
UNFOLDED = 50
_LONGEST = 1000  # characters of a cell: one giant text must not take the place of all others
_TITLES = {"check": "台账检查", "verify": "月报核对"}
_HEAD = "| 级别 | 代码 | 位置 | 问题 | 改法 |\n| :-- | :-- | :-- | :-- | :-- |\n"


def _render(answer: Answer, _: Screen) -> str:
    name = answer.report.title if answer.report else ""
    parts = [
        f"# {_TITLES[answer.command]} {escape(_cut(name))}".rstrip(),
        f"{counted(answer) or '没有问题'}。",
    ]
    parts += [f"> {paragraph(_cut(remark))}" for remark in answer.remarks]
    top = "\n\n".join(parts) + "\n"
    rows = list(_rows(worst_first(answer.diagnostics), MOST_BYTES - len(top.encode())))
    return top + _tables(rows) + _rest(answer, len(answer.diagnostics) - len(rows))


def _rows(diagnostics: list[Diagnostic], room: int) -> Iterator[str]:
    """As many as there is room for beside the two heads and the sentence that counts the rest."""
    room -= 1024
    for diagnostic in diagnostics:
        row = _row(diagnostic)
        room -= len(row.encode())
        if room < 0:
            return
        yield row


def _row(diagnostic: Diagnostic) -> str:
    texts = (
        SEVERITIES[diagnostic.severity],
        diagnostic.code,
        str(diagnostic.place),
        diagnostic.message,
        remedy(diagnostic),
    )
    return "| " + " | ".join(escape(_cut(text)) for text in texts) + " |\n"


def _tables(rows: list[str]) -> str:
    if not rows:
        return ""
    text = "\n" + _HEAD + "".join(rows[:UNFOLDED])
    folded = rows[UNFOLDED:]
    if folded:
        words = f"<summary>其余 {len(folded)} 条</summary>"
        text += f"\n<details>\n{words}\n\n{_HEAD}{''.join(folded)}\n</details>\n"
    return text


def _rest(answer: Answer, count: int) -> str:
    return f"\n{more(answer, count)}。\n" if count else ""


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "……"


RENDERER = Renderer("markdown", _render)
