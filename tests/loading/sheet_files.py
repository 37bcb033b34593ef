"""Sheets as somebody would have made them, and what is read from them."""

import io
from datetime import date

import openpyxl

from ledger.files.sheets.reading import read_sheets
from ledger.loading.sheets.asked import Asked
from ledger.loading.sheets.reading import read_drafts
from ledger.model.units import Leader, Register, Unit, Units

UNITS = Units(
    Register(
        units=(
            Unit(id="市财政局"),
            Unit(id="市发展改革委", aliases=("市发改委",)),
            Unit(id="市人力资源社会保障局"),
            Unit(id="市税务局"),
            Unit(id="经济体制改革专项小组", kind="专项小组", aliases=("经改组",)),
        ),
        leaders=(Leader(id="王某"),),
    )
)


def asked(**more):
    return Asked(**{"units": UNITS, "day": date(2017, 11, 15), "year": 2017, "fields": ("经济体制",)} | more)


def drafts_of(text: str, **more):
    """Of a csv."""
    return read_drafts(read_sheets("台账.csv", "台账.csv", text.encode()), asked(**more))


def draft_of(text: str, **more):
    (plan,) = drafts_of(text, **more)
    return plan


def draft_of_book(fill, **more):
    """Of a workbook whose first sheet ``fill`` is given."""
    book = openpyxl.Workbook()
    book.active.title = "台账"
    fill(book.active)
    buffer = io.BytesIO()
    book.save(buffer)
    (plan,) = read_drafts(read_sheets("台账.xlsx", "台账.xlsx", buffer.getvalue()), asked(**more))
    return plan


def faults(plan):
    """Codes and cells of everything that was refused, of the whole first."""
    every = [*plan.faults, *(fault for item in plan.items for fault in item.faults)]
    return [(fault.code, fault.place.cell) for fault in every]


def said(plan):
    """Every remark, of the whole and of rows."""
    rows = [remark for thing in (*plan.parts, *plan.items) for remark in thing.remarks]
    return "\n".join([*(text for _, text in plan.remarks), *rows])
