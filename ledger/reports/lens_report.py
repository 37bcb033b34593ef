"""``ledger lens``: every lens part by part."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ledger.base.days import month_end
from ledger.reports.blocks import Block, Cell, Column, Heading, Lines, Paragraph, Report, Table, Tone, cells
from ledger.reports.bulletin.figures import Number, Rate
from ledger.reports.lens import Lens, Part, Verdict

TONES = {Verdict.HOLDS: Tone.GOOD, Verdict.FAILS: Tone.BAD, Verdict.OPEN: Tone.WARN}
_KEYS = ("lens", "key", "title", "verdict", "why", "figures", "judge")


def lens_report(found: Sequence[tuple[Lens, Sequence[Part]]], day: date) -> Report:
    blocks: list[Block] = []
    for lens, parts in found:
        columns = (Column(lens.title), Column("结论"), Column("依据", wrap=True), Column("数据", wrap=True))
        rows = tuple(cells(p.title, Cell(p.verdict, TONES[p.verdict]), p.why, figures_text(p)) for p in parts)
        blocks += [Heading(f"{lens.title}（{lens.source}）", 2), Table(columns, rows)]
        judge = tuple(f"{p.title}：{p.judge}" for p in parts if p.judge)
        if judge:
            blocks += [Paragraph("还要由人看的："), Lines(judge)]
    queries = dict.fromkeys(
        q for _, parts in found for p in parts for n in p.figures for q in queries_of(n, day)
    )
    blocks += [Heading("逐件查看", 2), Lines(tuple(queries))]
    data = [
        {"key": lens.key, "title": lens.title, "source": lens.source, "parts": [_part(p, day) for p in parts]}
        for lens, parts in found
    ]
    records = [
        {
            "lens": lens.title,
            "key": p.key,
            "title": p.title,
            "verdict": p.verdict.value,
            "why": p.why,
            "figures": figures_text(p),
            "judge": p.judge,
        }
        for lens, parts in found
        for p in parts
    ]
    return Report("督察评估的各个角度", day, tuple(blocks), {"lenses": data}, records, _KEYS)


def figures_text(part: Part) -> str:
    """``逾期 9，逾期超过60天 0``."""
    return "，".join(f"{n.label} {n.full if isinstance(n, Rate) else n}" for n in part.figures)


def queries_of(number: Number, day: date) -> list[str]:
    """What lists it; of a rate what lists both its numbers."""
    numbers = (number.part, number.whole) if isinstance(number, Rate) else (number,)
    return [_on(n.query, day) for n in numbers]


def _on(query: str, day: date) -> str:
    """A month means its last day."""
    return query if day == month_end(day) else query.replace(f"--month {day:%Y-%m}", f"--day {day}")


def _part(part: Part, day: date) -> dict[str, Any]:
    figures = [
        {
            "label": n.label,
            "value": str(n.value) if n.value is not None else None,
            "query": " ; ".join(queries_of(n, day)),
        }
        for n in part.figures
    ]
    words = {"key": part.key, "title": part.title, "figures": figures}
    return words | {"verdict": part.verdict.value, "why": part.why, "judge": part.judge}
