"""提级通报: units whose reforms lag, told to all in the commission's name; they pledge at its next meeting (S3 #54)."""

from collections.abc import Iterator

from ledger.base.days import in_chinese
from ledger.base.errors import LedgerError
from ledger.base.text import ordinal
from ledger.measures.diagnosis import Diagnosis, StuckItem, diagnose
from ledger.measures.progress import tally
from ledger.measures.selection import Selection, resolved
from ledger.measures.standing import standings
from ledger.reports.paper import Grid, Paper, Part, Text
from ledger.reports.paper_kind import PaperKind, PaperRequest
from ledger.reports.paper_matters import columns
from ledger.reports.paper_readers import readers
from ledger.reports.words import cn_date

_WORD = "提级通报"
_LONG = 60
_COLUMNS = (("序号", 3), ("改革事项", 12), ("时限", 9), ("逾期天数", 4), ("最近发单", 5), ("原因", 6))


def _build(request: PaperRequest) -> Paper:
    ledger, commission = request.ledger, request.ledger.settings.commission
    if not commission:
        raise LedgerError("提级通报以深改组（委）的名义印发；先在 ledger.yaml 写明 commission")
    found = _diagnoses(request)
    names = "、".join(d.unit for d in found)
    stuck = [item.standing for d in found for item in d.stuck]
    groups = {s.group for s in stuck if s.group}
    return Paper(
        agency=commission,
        number=request.number or f"〔{request.day.year}〕　号",
        title=f"关于{names}改革任务落实滞后情况的通报",
        addressees=readers(ledger),
        body=tuple(_body(found, request)),
        signed_by=commission,
        day=request.day,
        cc=tuple(sorted({s.item.leader for s in stuck if s.item.leader} | groups, key=ledger.units.order)),
        contact=request.contact,
        remark=request.remark,
    )


def _diagnoses(request: PaperRequest) -> list[Diagnosis]:
    """Of the units that are named; raises LedgerError for a unit that nobody knows, or that is late with nothing."""
    ledger, day = request.ledger, request.day
    if not request.refs:
        raise LedgerError("提级通报要写明通报哪些单位，如 ledger paper 市农业局 --kind 提级通报")
    judged = list(standings(ledger, day))
    found: dict[str, Diagnosis] = {}
    for unit in resolved(Selection(leads=request.refs), ledger, day).leads:
        found[unit] = diagnose(ledger, unit, day, judged)
        if not found[unit].overdue:
            raise LedgerError(f"{unit}没有逾期的事项，没有可以提级通报的")
    return [found[unit] for unit in sorted(found, key=ledger.units.order)]


def _body(found: list[Diagnosis], request: PaperRequest) -> Iterator[Part]:
    office, day = request.ledger.settings.office, in_chinese(request.day)
    yield Text(f"截至{day}，下列{len(found)}个单位牵头的改革事项逾期未办结，现予通报。")
    for n, diagnosis in enumerate(found, 1):
        yield Text(f"{ordinal(n)}、{diagnosis.unit}", 1)
        yield Text(_overall(diagnosis))
        overdue = [item for item in diagnosis.stuck if item.standing.overdue]
        yield Grid(columns(_COLUMNS), tuple(_row(k, item) for k, item in enumerate(overdue, 1)))
    yield Text(f"{ordinal(len(found) + 1)}、要求", 1)
    yield Text(f"（一）限期办结。被通报的单位要逐项说明原因，明确责任人和办结日期，书面报{office}。", 2)
    yield Text(
        f"（二）表态发言。被通报单位的主要负责人在{request.ledger.settings.commission}下次会议上作表态发言。",
        2,
    )
    yield Text("（三）引以为戒。其他单位要对照检查，防止同类问题。", 2)


def _overall(diagnosis: Diagnosis) -> str:
    counts = tally(diagnosis.led)
    long = sum(s.overdue_days > _LONG for s in diagnosis.led)
    said = f"牵头{counts['total']}项，已完成{counts['completed']}项"
    said += f"，完成率{counts.rate}%" if counts.rate is not None else ""
    said += f"，逾期{diagnosis.overdue}项"
    return said + (f"，其中逾期超过{_LONG}天的{long}项。" if long else "。")


def _row(number: int, item: StuckItem) -> tuple[str, ...]:
    standing = item.standing
    last = item.papers[-1].paper.slip.kind if item.papers else "未发单"
    due = cn_date(standing.deadline)
    name = f"{standing.title}（{standing.ref}）"
    return (str(number), name, due, str(standing.overdue_days), last, item.cause or "未说明")


KIND = PaperKind(_WORD, "单位，可写几个", _build)
