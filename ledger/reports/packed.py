"""``ledger pack``: which workbooks went out, to whom, with how many rows."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ledger.reports.blocks import Cell, Column, Paragraph, Report, Table, Tone, cells
from ledger.reports.packs import Pack


def packed_report(
    month: str, day: date, folder: str, packs: Sequence[Pack], names: Mapping[str, str], written: set[str]
) -> Report:
    """``names`` are the files by unit; ``written`` those that were not there before."""
    rows = [_data(pack, names[pack.sent.unit], written) for pack in packs]
    columns = (
        Column("单位", wrap=True), Column("事项", right=True), Column("逾期", right=True), Column("文件", wrap=True),
    )  # fmt: skip
    table = Table(columns, tuple(_row(row) for row in rows))
    data: dict[str, Any] = {"month": month, "folder": folder, "books": rows}
    title = f"{month} 报送表：{len(rows)} 份，{sum(row['items'] for row in rows)} 行"
    blocks = (table, Paragraph(_told(rows, folder))) if rows else (Paragraph("没有未办结的事项，不必发。"),)
    return Report(title, day, blocks, data, rows)


def _told(rows: Sequence[Mapping[str, Any]], folder: str) -> str:
    new = sum(row["written"] for row in rows)
    there = f"，另 {len(rows) - new} 份已在那里，一字不差" if new < len(rows) else ""
    return f"已写 {new} 份到 {folder}{there}；收回后：ledger collect 收回的文件夹"


def _data(pack: Pack, name: str, written: set[str]) -> dict[str, Any]:
    return {
        "unit": pack.sent.unit,
        "items": len(pack.items),
        "overdue": pack.overdue,
        "file": name,
        "written": name in written,
    }


def _row(row: Mapping[str, Any]) -> tuple[Cell, ...]:
    late = row["overdue"]
    return cells(row["unit"], row["items"], Cell(str(late), Tone.BAD if late else Tone.PLAIN), row["file"])
