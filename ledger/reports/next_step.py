"""What is asked now, and what comes next if nothing more is recorded."""

from collections.abc import Iterator
from typing import Any

from ledger.measures.forecast import Next
from ledger.measures.papers import IssuedRow, policy_of
from ledger.measures.rulings import Outcome, Ruling
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Block, Paragraph, Tone
from ledger.reports.words import cn_date, iso
from ledger.reports.workday_words import counted, finish_counted, limit_counted

OUTCOMES = {
    Outcome.NONE: "不发单",
    Outcome.HOLD: "暂不升级",
    Outcome.PROPOSE: "应发",
    Outcome.REFERRAL: "列入移交建议",
    Outcome.BACKLOG: "列入积压，本次不发",
}
_PRESSING = {Outcome.PROPOSE, Outcome.REFERRAL}


def ruled(
    ruling: Ruling, coming: Next | None, ledger: Ledger, *, with_subject: bool = False
) -> Iterator[Block]:
    """The clause, the working days it was counted with, and the next one with its day."""
    tone = Tone.BAD if ruling.outcome in _PRESSING else Tone.PLAIN
    verdict = f"{OUTCOMES[ruling.outcome]}{ruling.kind or ''}（{ruling.clause}）"
    whose = f"{ruling.subject}，{ruling.unit}" if with_subject else ruling.unit
    yield Paragraph(f"{whose}：{verdict}。{ruling.because}。", tone)
    if workings := _workings(ruling, ledger):
        yield Paragraph(f"算法：{workings}。", Tone.MUTED)
    yield Paragraph(_coming(ruling, coming))


def _workings(ruling: Ruling, ledger: Ledger) -> str:
    """Of what is done, nothing is counted any more."""
    if ruling.outcome is Outcome.NONE:
        return ""
    subject = ruling.standing or ruling.docking
    last, day = ruling.last, subject.day if subject else None
    parts = []
    if ruling.due is not None and day is not None and ruling.days and ruling.days > 0:
        parts.append(
            f"{cn_date(ruling.due)}次日起至{cn_date(day)}共{ruling.days}天，{counted(ledger.calendar, ruling.due, day)}"
        )
    if last is not None:
        parts += _limits(last, ledger)
    return "；".join(parts)


def _limits(last: IssuedRow, ledger: Ledger) -> Iterator[str]:
    slip, issued = last.slip, last.issued
    yield f"{slip.id}的回复期限{limit_counted(ledger.calendar, issued, slip.reply_due)}"
    if slip.rung > 1 and last.row.limit is not None:
        rung = policy_of(slip, ledger).ladder.rung(slip.rung)
        yield f"办结期限{finish_counted(ledger.calendar, slip, rung, issued, last.row.limit)}"
    if last.limit_moved:
        yield f"签发以后暂缓{last.limit_moved}天，期限顺延至{cn_date(last.limit)}"


def _coming(ruling: Ruling, coming: Next | None) -> str:
    if ruling.outcome is Outcome.PROPOSE:
        return f"下一步：签发{ruling.kind}。签发后按它的期限再判定。"
    if ruling.outcome is Outcome.REFERRAL:
        return "下一步：提请会议研究，程序不再发文。"
    if ruling.outcome is Outcome.BACKLOG:
        return "下一步：在积压清单里，排到时发交办单。"
    if coming is None:
        return "下一步：照现在的记录，不会再发单。"
    first = f"下一步：如无新的记录，{cn_date(coming.day)}起{_asked(coming.ruling)}"
    if coming.monthly is None:
        return f"{first}。"
    return f"{first}；按月运行，{cn_date(coming.month_end)}判定，{_asked(coming.monthly)}。"


def _asked(ruling: Ruling) -> str:
    what = "列入移交建议" if ruling.outcome is Outcome.REFERRAL else f"应发{ruling.kind}"
    return f"{what}（{ruling.clause}）"


def ruled_data(ruling: Ruling, coming: Next | None) -> dict[str, Any]:
    asked = coming.ruling if coming else None
    return {
        "track": ruling.track,
        "subject": ruling.subject,
        "unit": ruling.unit,
        "clause": ruling.clause,
        "outcome": ruling.outcome.value,
        "rung": ruling.kind,
        "because": ruling.because,
        "next": {
            "day": iso(coming.day),
            "monthly": iso(coming.month_end),
            "clause": asked.clause,
            "outcome": asked.outcome.value,
            "rung": asked.kind,
        }
        if coming and asked
        else None,
    }
