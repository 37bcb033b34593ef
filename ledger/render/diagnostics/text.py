"""``text``: place, sentence, excerpt with an underline, remedy."""

from collections import Counter

from ledger.base.diagnostics import SEVERITIES, Diagnostic, Place, Severity
from ledger.base.text import one_line, printable, width
from ledger.render.answer import Answer, Renderer, Screen
from ledger.render.findings import counted, mending

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_LONGEST = 96
_EXPLAINED = 3


def _render(answer: Answer, screen: Screen) -> str:
    """Every diagnostic; of warnings alike, the first few whole and the others in a line each."""
    seen: Counter[str] = Counter()
    texts: list[str] = []
    for diagnostic in answer.diagnostics:
        seen[diagnostic.code] += 1
        brief = diagnostic.severity is not Severity.ERROR and seen[diagnostic.code] > _EXPLAINED
        texts.append(explain(diagnostic, color=screen.color, brief=brief))
    return "".join(texts) + _summary(answer)


def explain(diagnostic: Diagnostic, *, color: bool = False, brief: bool = False) -> str:
    """The whole of one diagnostic, an empty line after it; or, ``brief``, its first line."""
    word = f"{SEVERITIES[diagnostic.severity]} {diagnostic.code}"
    if color:
        word = f"\033[1;{_COLORS[diagnostic.severity]}m{word}\033[0m"
    first = f"{diagnostic.place} {word} {one_line(diagnostic.message)}"
    if brief:
        return first + "\n"
    lines = [first, *_excerpt(diagnostic.place)]
    for place, words in diagnostic.related:
        lines += [f"  参见 {place} {one_line(words)}"]
    if diagnostic.hint:
        lines.append(f"  改法：{one_line(diagnostic.hint)}")
    if diagnostic.fix:
        lines.append(f"  {one_line(mending(diagnostic))}")
    return "\n".join(lines) + "\n\n"


def _excerpt(place: Place) -> list[str]:
    if not place.text.strip():
        return []
    start = place.column - 1
    offset = max(0, start - _LONGEST // 2)
    shown = printable(place.text[offset : offset + _LONGEST])
    before = width(printable(place.text[offset:start]))
    marked = width(printable(place.text[start : start + max(1, place.length)][: _LONGEST - (start - offset)]))
    number = str(place.line)
    return [f"  {number} | {shown}", f"  {' ' * len(number)} | {' ' * before}{'^' * max(1, marked)}"]


def _summary(answer: Answer) -> str:
    """One line of counts and the remarks; nothing when there is nothing."""
    lines = [f"{counts}。"] if (counts := counted(answer)) else []
    if answer.diagnostics:
        lines[0] += "用 ledger rule 代码 查看每条规则的说明。"
    lines += map(one_line, answer.remarks)
    return "".join(line + "\n" for line in lines)


RENDERER = Renderer("text", _render)
