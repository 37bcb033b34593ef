"""成果指标: what other offices published in the month about what reforms are for (S3 #84)."""

from ledger.reports.blocks import Block, Paragraph
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.register_table import register_table
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import shown


def _build(counter: Counter) -> list[Block]:
    told = counter.things("indicators", "this_month")
    if not told.value:
        return []
    keys = ("title", "area", "period", "value", "change", "source")
    table = register_table(counter, "indicators", "this_month", keys, ("value", "change"))
    return [
        Paragraph(f"本月公布的成果指标{told}项，数值和同比照公布的列出。"),
        *shown(table, "成果指标", told),
    ]


SECTION = Section("outcomes", "成果指标", _build, since=2)
