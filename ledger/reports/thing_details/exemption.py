"""An exemption: which conditions hold, and for what nothing is deducted on the day."""

from collections.abc import Sequence
from typing import Any

from ledger.measures.exempting import in_force
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.exemptions import CONDITIONS, Exemption, verdicts
from ledger.reports.blocks import Block, Paragraph
from ledger.reports.thing_detail import ThingDetail


def _build(course: Course[Exemption], _: Ledger) -> tuple[Sequence[Block], dict[str, Any]]:
    met = sum(verdicts(course.record).values())
    forgiven = in_force(course)
    subjects = "、".join(course.record.subjects)
    effect = f"{subjects} 不扣分；逾期、状态和发单照常" if forgiven else "没有生效的免责认定，照常扣分"
    said = f"{len(CONDITIONS)}个条件中符合{met}个。{effect}。"
    return (Paragraph(said),), {"conditions_met": met, "deductions_exempted": forgiven}


DETAIL = ThingDetail(_build)
