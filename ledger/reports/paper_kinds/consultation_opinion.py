"""会诊意见: why a unit's reforms are stuck and what it is advised to do, given to whoever is to carry that out (S3 #56)."""

from collections.abc import Iterator

from ledger.base.days import in_chinese
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.measures.consulting import diagnosis_of
from ledger.measures.diagnosis import Diagnosis
from ledger.measures.holdings import courses, within
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.consultations import REGISTER, Advice, Consultation, limit_of
from ledger.reports.consulting import causes_text
from ledger.reports.paper import Grid, Paper, Part, Text
from ledger.reports.paper_kind import PaperKind, PaperRequest
from ledger.reports.paper_matters import columns
from ledger.reports.words import cn_date

_WORD = "会诊意见"
_STUCK = (("序号", 3), ("改革事项", 15), ("时限", 9), ("情况", 5), ("原因", 5))
_ADVICE = (("序号", 3), ("建议", 17), ("落实单位", 8), ("时限", 9))


def _build(request: PaperRequest) -> Paper:
    ledger = request.ledger
    visit = _asked(request)
    found, advice = diagnosis_of(visit, ledger), list(within(visit, "advice"))
    units = {
        ledger.units.current(name, request.day) for name in (found.unit, *(a.record.unit for a in advice))
    }
    return Paper(
        agency=ledger.settings.office,
        number=request.numbered("函"),
        title=f"关于{found.unit}改革落实情况的{_WORD}",
        addressees=tuple(sorted(units, key=ledger.units.order)),
        body=tuple(_body(visit, found, advice, ledger)),
        signed_by=ledger.settings.office,
        day=request.day,
        contact=request.contact,
        remark=request.remark,
    )


def _asked(request: PaperRequest) -> Course[Consultation]:
    known = {c.ref: c for c in courses(request.ledger, request.day, REGISTER)}
    if len(request.refs) != 1:
        raise LedgerError(f"{_WORD}一次写一份，要写一个会诊编号，如 ledger paper HZ-2017-09 --kind {_WORD}")
    (ref,) = request.refs
    if ref not in known:
        hint = did_you_mean(ref, known) or "用 ledger list consultations 查看编号"
        raise LedgerError(f"到 {request.day} 为止没有{quoted(ref)}这次会诊；{hint}")
    return known[ref]


def _body(
    visit: Course[Consultation], found: Diagnosis, advice: list[Course[Advice]], ledger: Ledger
) -> Iterator[Part]:
    team = "、".join(visit.record.team) or ledger.settings.office
    yield Text(f"{in_chinese(found.day)}，{team}到{found.unit}会诊。现将情况和建议函告如下。")
    yield Text("一、情况和原因", 1)
    if found.stuck:
        counted = f"逾期{found.overdue}项，暂缓{len(found.stuck) - found.overdue}项"
        yield Text(f"截至会诊当日，牵头的改革事项{counted}。原因是：{causes_text(found)}。")
        yield Grid(columns(_STUCK), tuple(_stuck(found)))
    else:
        yield Text("截至会诊当日，牵头的改革事项没有逾期或暂缓的。")
    if visit.record.text:
        yield Text(visit.record.text)
    yield Text("二、建议", 1)
    if advice:
        yield Grid(columns(_ADVICE), tuple(_advised(advice, ledger)))
        yield Text("请各落实单位采纳办理，办结后在台账中报“落实”并附佐证；不采纳的，请说明理由。")
    else:
        yield Text("没有提出建议。")


def _stuck(found: Diagnosis) -> Iterator[tuple[str, ...]]:
    for n, item in enumerate(found.stuck, 1):
        standing = item.standing
        state = f"逾期{standing.overdue_days}天" if standing.overdue else "暂缓"
        name = f"{standing.title}（{standing.ref}）"
        yield (str(n), name, cn_date(standing.deadline), state, item.cause or "未写明")


def _advised(advice: list[Course[Advice]], ledger: Ledger) -> Iterator[tuple[str, ...]]:
    for n, course in enumerate(advice, 1):
        unit = ledger.units.current(course.record.unit, course.day)
        yield (str(n), course.title, unit, in_chinese(limit_of(course)))


KIND = PaperKind(_WORD, "一次会诊的编号", _build)
