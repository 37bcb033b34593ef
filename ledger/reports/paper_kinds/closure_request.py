"""销账请示: the office reports to the commission that a plan is done, and asks to close it (S1: 报深改组销账).

A request names whom to call and goes to nobody below (党政机关公文处理工作条例, Art. 9 and 15).
"""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import in_chinese
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, ordinal, quoted
from ledger.measures.closing import Closing, closing_of
from ledger.measures.gates import QUALITY, SATISFACTION, TASK
from ledger.measures.standing import Standing
from ledger.model.items import sends_back
from ledger.model.ledger import Ledger
from ledger.reports.paper import Grid, Paper, Part, Text
from ledger.reports.paper_kind import PaperKind, PaperRequest
from ledger.reports.paper_matters import columns
from ledger.reports.words import names

WORD = "销账请示"
_ASKED = {QUALITY: "质量达标", TASK: "任务完成", SATISFACTION: "群众满意"}
_COLUMNS = (("序号", 3), ("改革事项", 10), ("牵头单位", 7), ("完成", 8), ("核验", 8), ("制度成果和佐证", 10))


def _build(request: PaperRequest) -> Paper:
    settings, ledger = request.ledger.settings, request.ledger
    if not settings.office or not settings.commission:
        raise LedgerError("ledger.yaml 没有写 office（改革办）或 commission（深改组），不知道由谁报谁审定")
    closing = _closing(request)
    return Paper(
        agency=settings.office,
        number=request.numbered("报"),
        title=f"关于《{closing.plan.plan.title}》销账的请示",
        addressees=(settings.commission,),
        body=tuple(_body(closing, ledger)),
        signed_by=settings.office,
        day=request.day,
        contact=request.contact,
        remark=request.remark,
    )


def _closing(request: PaperRequest) -> Closing:
    """Raises LedgerError for what is no plan, and for one that does not pass its gates."""
    if len(request.refs) != 1:
        raise LedgerError(f"{WORD}一个方案一份，要写一个方案的编号，如 ledger paper zb-2017-03 --kind {WORD}")
    plan = request.ledger.plan(request.refs[0])
    if plan is None:
        hint = did_you_mean(request.refs[0], [p.id for p in request.ledger.plans])
        raise LedgerError(f"没有{quoted(request.refs[0])}这个方案；{hint or '用 ledger list plans 查看编号'}")
    closing = closing_of(plan, request.ledger, request.day)
    if not closing.ready:
        raise LedgerError(f"{closing.refusal}，不能拟{WORD}")
    return closing


def _body(closing: Closing, ledger: Ledger) -> Iterator[Part]:
    basis = ledger.policies.on(closing.plan.day).basis
    opening = f"根据{basis}，" if basis else ""
    yield Text(f"{opening}现将《{closing.plan.plan.title}》落实情况报告如下，请审定销账。")
    yield Text("一、落实情况", 1)
    yield Text(_course(closing))
    yield Text(_done(closing))
    if closing.counted:
        yield Grid(columns(_COLUMNS), tuple(_row(n, s) for n, s in enumerate(closing.counted, 1)))
    yield Text("二、销账条件", 1)
    for n, gate in enumerate((g for g in closing.gates if g.said), 1):
        yield Text(f"（{ordinal(n)}）{_ASKED[gate.key]}。{gate.said}。", 2)
    yield Text("三、请示事项", 1)
    yield Text("上述方案各项任务已经完成并核验通过，拟予销账。妥否，请批示。")


def _course(closing: Closing) -> str:
    plan = closing.plan
    number = f"（{plan.plan.number}）" if plan.plan.number else ""
    days = ((plan.adopted, "审议通过"), (plan.issued, "印发"))
    said = "，".join(f"{in_chinese(day)}{word}" for day, word in days if day is not None)
    out = len(closing.items) - len(closing.counted)
    ended = f"，其中终止、并入、拆分{out}项，实际要办{len(closing.counted)}项" if out else ""
    return f"该方案{number}{said + '，' if said else ''}分解改革事项{len(closing.items)}项{ended}。"


def _done(closing: Closing) -> str:
    known = closing.counted
    if not known:
        return "各事项均已终止、并入或拆分，没有要办的事项。"
    late = sum(s.claimed_late for s in known)
    again = sum(any(step.counted and sends_back(step.entry) for step in s.history.steps) for s in known)
    struck = sum(s.history.closed is not None for s in known)
    words = [
        f"{len(known)}项均已完成并核验通过",
        f"已销号{struck}项" if struck else "",
        f"逾期完成{late}项" if late else "没有逾期完成的",
        f"曾被退回或反弹、重新办理后通过的{again}项" if again else "",
    ]
    return "，".join(filter(None, words)) + "。具体情况如下。"


def _row(number: int, standing: Standing) -> tuple[str, ...]:
    history = standing.history
    claim = next((s.entry for s in reversed(history.steps) if s.counted and s.entry.event == "完成"), None)
    proofs = "、".join(evidence.name for evidence in claim.evidence) if claim else ""
    days = (_short(day) for day in (history.claimed, history.accepted))
    return (str(number), standing.title, names(standing.leads), *days, proofs)


def _short(day: date | None) -> str:
    """In a narrow column."""
    return f"{day.year}.{day.month}.{day.day}" if day else ""


KIND = PaperKind(WORD, "一个方案的编号", _build)
