"""C3 制度性成果."""

from collections.abc import Iterator

from ledger.measures.lens_marks import INSTITUTIONAL
from ledger.measures.scoring.book import Share
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import NONE, Form, Measured, Piece
from ledger.measures.scoring.quotas import quota
from ledger.measures.standing import Standing
from ledger.model.facts import facts


def _measure(case: Case) -> Measured:
    if not case.items:
        return Measured(Form.CAPPED, lacking="没有牵头、配合的事项")
    return quota(tuple(_pieces(case)), case.target, case.day)


def _pieces(case: Case) -> Iterator[Piece]:
    """A paper that several items name is one, with the largest share."""
    found: dict[str, Share] = {}
    for item, share in case.items:
        for name in _papers(item):
            if name not in found or found[name][1] < share:
                found[name] = (item, share)
    for name, (item, share) in found.items():
        why = f"{item.title}，{item.history.claimed}完成"
        yield Piece(item.ref, name, share, NONE, why)


def _papers(item: Standing) -> Iterator[str]:
    """Of an item whose claim stands and was made in the year: a paper counts in the year of the claim, whenever it was named."""
    claimed = item.history.claimed
    if not item.is_claimed or claimed is None or claimed.year != item.day.year:
        return
    for entry in facts(item.item.log, item.day):
        yield from (e.name for e in entry.evidence if e.kind == INSTITUTIONAL and e.name)


GAUGE = Gauge(
    code="C3",
    title="制度性成果",
    formula="今年的制度成果 /（全年任务数 * 今年已过的月数 / 12），最多算1",
    data="方案里的事项：今年报完成、至今没有退回反弹的，它的记录里类别是“制度成果”的佐证，一个文件算一件，几个事项都写的只算一次；"
    "配合的事项按份额算。程序数出来以后，由人核实是不是真的制度成果",
    gain="做成的事用制度固定下来，报完成时写上文号，类别写“制度成果”",
    lists="ledger items --unit {unit} --status 完成有制度成果 --month {month}",
    target_means="全年应形成多少件制度成果，一定要写",
    needs_target=True,
    measure=_measure,
)
