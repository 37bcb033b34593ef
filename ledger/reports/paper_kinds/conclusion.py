"""督察结论: what an inspection found, given to those inspected, with their right to object (条例 Art. 16–18)."""

from collections.abc import Iterator

from ledger.base.days import in_chinese
from ledger.model.findings import limit_of
from ledger.model.ledger import Ledger
from ledger.model.policy import Ladder
from ledger.reports.inspected import Found, addressees, findings_of, inspection_asked, occasion
from ledger.reports.paper import Grid, Paper, Part, Sheet, Text
from ledger.reports.paper_kind import PaperKind, PaperRequest
from ledger.reports.paper_matters import columns

_WORD = "督察结论"
_COLUMNS = (("序号", 3), ("问题", 17), ("责任单位", 8), ("整改期限", 9))
_TO_FILL = (("序号", 3), ("问题", 11), ("整改措施和结果", 12), ("佐证材料", 7), ("完成日期", 5))


def _build(request: PaperRequest) -> Paper:
    ledger = request.ledger
    inspection = inspection_asked(request, _WORD)
    found = findings_of(inspection, ledger)
    ladder = ledger.policies.on(request.day).ladder
    return Paper(
        agency=ledger.settings.office,
        number=request.numbered("督"),
        title=_title(inspection.title),
        addressees=addressees(inspection, found, ledger),
        body=(Text(f"{occasion(inspection, ledger)}。现将督察结论反馈如下。"), *_body(found, ladder, ledger)),
        signed_by=ledger.settings.office,
        day=request.day,
        cc=(ledger.settings.commission,) if ledger.settings.commission else (),
        contact=request.contact,
        remark=request.remark,
        sheets=(_report(found),) if found else (),
    )


def _title(title: str) -> str:
    return f"关于{title.removesuffix('督察')}{_WORD}" if title.endswith("督察") else f"关于{title}的{_WORD}"


def _body(found: list[Found], ladder: Ladder, ledger: Ledger) -> Iterator[Part]:
    yield Text("一、督察发现的问题", 1)
    if not found:
        yield Text("没有发现需要整改的问题。")
    else:
        yield Grid(columns(_COLUMNS), tuple(_row(n, f, ledger) for n, f in enumerate(found, 1)))
        yield Text("二、整改要求", 1)
        yield Text(
            "（一）按期整改。谁的问题谁整改，请在上表所列期限以前整改到位，在台账中报“整改”并附佐证。", 2
        )
        yield Text("（二）举一反三。请对照所列问题自查同类情形，一并整改。", 2)
        yield Text("（三）验收销号。整改到位由责任单位以外的单位验收，验收后销号，适时回头看。", 2)
    yield Text("三、异议" if found else "二、异议", 1)
    yield Text(
        f"对本结论有异议的，可以自收到之日起{ladder.objection_within}日内向{ledger.settings.office}书面提出，写明理由并附材料。"
        f"{ledger.settings.office}在{ladder.review_within}日内复核并作出决定，参加本次督察的人员回避；"
        "复核期间有异议的问题不要求整改（参照《政府督查工作条例》第十七条）。"
    )


def _row(number: int, finding: Found, ledger: Ledger) -> tuple[str, ...]:
    record = finding.record
    text = f"{record.title}：{record.text}" if record.text else record.title
    unit = ledger.units.current(record.unit, finding.course.day)
    return (str(number), text, unit, in_chinese(limit_of(finding.course)))


def _report(found: list[Found]) -> Sheet:
    rows = tuple((str(n), f.record.title, "", "", "") for n, f in enumerate(found, 1))
    foot = ("主要负责人（签字）：", "单位（盖章）：", "日期：　　　　年　　月　　日")
    return Sheet("整改情况报告表", (Grid(columns(_TO_FILL), rows, to_fill=True), *map(Text, foot)))


KIND = PaperKind(_WORD, "一次督察的编号", _build)
