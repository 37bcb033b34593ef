"""专项通报: what a special inspection found and how far it is rectified, told to all (S3 #55)."""

from collections.abc import Iterator

from ledger.base.days import in_chinese
from ledger.measures.progress import percent
from ledger.model.findings import days_late, rectified_on
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.inspections import Inspection
from ledger.reports.inspected import Found, findings_of, inspection_asked, occasion
from ledger.reports.paper import Grid, Paper, Part, Text
from ledger.reports.paper_kind import PaperKind, PaperRequest
from ledger.reports.paper_matters import columns
from ledger.reports.paper_readers import readers

_WORD = "专项通报"
_COLUMNS = (("序号", 3), ("问题", 15), ("责任单位", 8), ("整改情况", 11))
_BY_UNIT = (("单位", 15), ("问题", 5), ("已整改", 6), ("待整改", 6), ("其中逾期", 5))


def _build(request: PaperRequest) -> Paper:
    ledger = request.ledger
    inspection = inspection_asked(request, _WORD)
    found = findings_of(inspection, ledger)
    return Paper(
        agency=ledger.settings.office,
        number=request.numbered("通"),
        title=f"关于{inspection.title}情况的通报",
        addressees=readers(ledger, (f.record.unit for f in found)),
        body=tuple(_body(inspection, found, ledger)),
        signed_by=ledger.settings.office,
        day=request.day,
        contact=request.contact,
        remark=request.remark,
        reported_to=(ledger.settings.commission,) if ledger.settings.commission else (),
    )


def _body(inspection: Course[Inspection], found: list[Found], ledger: Ledger) -> Iterator[Part]:
    yield Text(f"{occasion(inspection, ledger)}。现将有关情况通报如下。")
    yield Text("一、总体情况", 1)
    yield Text(_overall(inspection, found, ledger))
    if not found:
        return
    yield Text("二、发现的问题", 1)
    yield Grid(columns(_COLUMNS), tuple(_row(n, f, ledger) for n, f in enumerate(found, 1)))
    yield Text("三、各单位整改情况", 1)
    yield Grid(columns(_BY_UNIT), tuple(_by_unit(found, ledger)))
    yield Text("四、要求", 1)
    yield Text("尚未整改到位的，责任单位要对照期限抓紧整改；其他单位要对照通报的问题自查，举一反三。")
    if inspection.record.kind == "专项督察":
        yield Text("督察结果按规定计入当月督察成绩。")


def _overall(inspection: Course[Inspection], found: list[Found], ledger: Ledger) -> str:
    if not found:
        return "没有发现需要整改的问题。"
    done, late = [f for f in found if _is_done(f)], [f for f in found if days_late(f.course)]
    units = len({_unit(f, ledger) for f in found})
    rate = percent(len(done), len(found))
    said = f"发现问题{len(found)}个，涉及{units}个单位。截至{in_chinese(inspection.day)}，"
    said += f"已整改{len(done)}个，整改率{rate}%（{len(done)}/{len(found)}）"
    return said + (f"，逾期未整改{len(late)}个。" if late else "，没有逾期未整改的。")


def _is_done(finding: Found) -> bool:
    """Its unit reported it rectified and nobody sent that back."""
    return rectified_on(finding.course) is not None


def _unit(finding: Found, ledger: Ledger) -> str:
    return ledger.units.current(finding.record.unit, finding.course.day)


def _row(number: int, finding: Found, ledger: Ledger) -> tuple[str, ...]:
    """What the office or units with similar problems are late with is not this unit's."""
    days = days_late(finding.course)
    state = f"{finding.course.state_word}，逾期{days}天" if days else finding.course.state_word
    return (str(number), finding.course.title, _unit(finding, ledger), state)


def _by_unit(found: list[Found], ledger: Ledger) -> Iterator[tuple[str, ...]]:
    """Units in the order of units.yaml."""
    own: dict[str, list[Found]] = {}
    for finding in found:
        own.setdefault(_unit(finding, ledger), []).append(finding)
    for unit in sorted(own, key=ledger.units.order):
        done = sum(map(_is_done, own[unit]))
        late = sum(bool(days_late(f.course)) for f in own[unit])
        yield (unit, *map(str, (len(own[unit]), done, len(own[unit]) - done, late)))


KIND = PaperKind(_WORD, "一次督察的编号", _build)
