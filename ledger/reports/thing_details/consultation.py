"""A consultation that has taken place: why the unit's matters were stuck on its day, found in the unit's own items."""

from collections.abc import Sequence
from typing import Any

from ledger.measures.consulting import diagnosis_of
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.consultations import Consultation
from ledger.reports.blocks import Block, Heading
from ledger.reports.consulting import diagnosis_blocks, diagnosis_data
from ledger.reports.thing_detail import ThingDetail
from ledger.reports.words import cn_date


def _build(course: Course[Consultation], ledger: Ledger) -> tuple[Sequence[Block], dict[str, Any]]:
    if course.record.date > course.day:
        return (), {}
    found = diagnosis_of(course, ledger)
    title = f"{cn_date(found.day)}的情况（由台账算出）"
    return (Heading(title, 2), *diagnosis_blocks(found)), {"unit": found.unit, **diagnosis_data(found)}


DETAIL = ThingDetail(_build)
