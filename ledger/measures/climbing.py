"""What both tracks share: waiting for a reply (E5), and climbing from one paper to the next (E9, E10, E11, E12)."""

from ledger.base.days import in_chinese
from ledger.measures.rulings import Case, Outcome, Ruling
from ledger.model.slips import RUNGS


def in_reply(case: Case) -> Ruling | None:
    """E5: the last paper is still inside its reply limit, or an objection to it is being reviewed."""
    last = case.last
    if last is None:
        return None
    if last.frozen(case.day) and last.objected and last.frozen_until:
        because = f"{case.paper}于{in_chinese(last.objected)}有异议，复核期至{in_chinese(last.frozen_until)}，期间不升级"
        return case.hold("E5", because)
    if last.rejected or case.day > last.reply_due:
        return None
    return case.hold("E5", f"{case.paper}回复期限{in_chinese(last.reply_due)}未过")


def climb(case: Case, when: str, after: int) -> Ruling | None:
    """E9, E10, E11: the next rung, more than ``after`` days past, once the last paper's limit has lapsed.

    None while it is not open. ``when`` says how far past the deadline the subject is.
    """
    reason = _opened(case)
    if reason is None or case.days is None:
        return None
    if case.level == len(RUNGS):
        because = f"{when}，{reason}；列入移交建议，提请会议研究"
        return case.ruling("E11", Outcome.REFERRAL, because)
    if case.days > after:
        clause = {2: "E9", 3: "E10"}[case.level]
        return case.propose(clause, case.level + 1, f"{when}，超过{after}天；{reason}")
    return None


def _opened(case: Case) -> str | None:
    """Why the next rung is open after the last paper: its limit is over, or the reply to it was sent back."""
    last = case.last
    if last is None:
        return None
    if last.rejected and case.level < len(RUNGS):
        return f"{case.paper}的回复已退回"
    if last.lapsed(case.day) and last.limit is not None:
        return f"{case.paper}办结期限{in_chinese(last.limit)}已过"
    return None


def waiting(case: Case, when: str) -> Ruling:
    """E12: nothing fits."""
    last = case.last
    if last is None:
        return case.hold("E12", when)
    if last.limit is not None and not last.lapsed(case.day):
        return case.hold("E12", f"{when}，{case.paper}办结期限{in_chinese(last.limit)}未过")
    if case.level == len(RUNGS) or (case.days is not None and case.days <= 0):
        return case.hold("E12", f"{when}，本轮已发{case.paper}")
    return case.hold("E12", f"{when}，已发{case.paper}，未到发下一级的天数")
