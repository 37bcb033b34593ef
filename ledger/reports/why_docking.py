"""``ledger why`` of a document from above: its clocks, the papers so far, what comes next."""

from collections.abc import Sequence
from typing import Any

from ledger.measures.docking import DockingStanding
from ledger.measures.settled import RowStanding
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Block, Cell, Facts, Heading, Report
from ledger.reports.logs import log_table
from ledger.reports.next_step import ruled, ruled_data
from ledger.reports.paper_rows import paper_data, paper_table
from ledger.reports.why import Asked
from ledger.reports.words import cn_date, iso, names


def why_docking(
    standing: DockingStanding, papers: Sequence[RowStanding], asked: Sequence[Asked], ledger: Ledger
) -> Report:
    blocks: list[Block] = [_clocks(standing), Heading("逐条记录", 2), log_table(standing.document.log)]
    blocks += [Heading("三单一书", 2), *paper_table(papers), Heading("下一步", 2)]
    blocks += [block for ruling, coming in asked for block in ruled(ruling, coming, ledger)]
    data: dict[str, Any] = {
        "document": standing.ref,
        "adopted": iso(standing.adopted),
        "notified": iso(standing.notified),
        "fed_back": iso(standing.fed_back),
        "received": iso(standing.received),
        "companion_due": iso(standing.companion_due),
        "settled": iso(standing.settled),
        "papers": paper_data(papers),
        "rulings": [ruled_data(r, n) for r, n in asked],
    }
    return Report(f"{standing.ref} {standing.title}", standing.day, tuple(blocks), data, data["papers"])


def _clocks(standing: DockingStanding) -> Facts:
    def clock(done: str, limit: str) -> Cell:
        return Cell("，".join(part for part in (done or "未办", limit and f"期限{limit}") if part))

    end = "配套印发" if standing.companion else "免于配套" if standing.exempt else ""
    settled = f"{cn_date(standing.settled)}{end}" if standing.settled else ""
    return Facts(
        (
            ("牵头单位", Cell(names(standing.leads))),
            ("专项小组", Cell(standing.group or "（未写）")),
            ("上级通过", Cell(cn_date(standing.adopted) or "未记")),
            ("对接提示", clock(cn_date(standing.notified), cn_date(standing.notice_due))),
            ("反馈安排", clock(cn_date(standing.fed_back), cn_date(standing.feedback_due))),
            ("收文", Cell(cn_date(standing.received) or "未记")),
            ("配套方案", clock(settled, cn_date(standing.companion_due))),
        )
    )
