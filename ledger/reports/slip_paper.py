"""A slip → the official paper that is signed and sent, as the facts were on the day it was judged.

Fields that every office's papers carry (domain.md §2.1): number, basis, matter, requirement, lead and participating
units, limit, reply limit, contact, issuer, date; of the reply: result, reasons, next date, the head's signature.
"""

from collections.abc import Iterable
from datetime import date

from ledger.base.days import in_chinese
from ledger.measures.standing import Standing
from ledger.model.ledger import Ledger
from ledger.model.policy import Policy
from ledger.model.slips import RUNGS, Slip
from ledger.reports import paper_words as words
from ledger.reports.paper import Grid, Paper, Part, Sheet, Text
from ledger.reports.paper_copies import copies
from ledger.reports.paper_matters import Matters, columns, matter_table, matters_of, name_of


def paper_of(slip: Slip, ledger: Ledger) -> Paper:
    """The paper as it was issued; what happened afterwards is not in it."""
    policy = ledger.policies.on(slip.policy or slip.as_of)
    rung = policy.ladder.rung(slip.rung)
    kind = rung.title or slip.kind
    signed = next((e for e in slip.log if e.event == "签发"), None)
    matters = matters_of(slip, ledger)
    return Paper(
        agency=(signed.by if signed else None) or ledger.settings.office,
        number=slip.number,
        title=_title(slip, kind, matters),
        addressees=(slip.unit,),
        body=tuple(_body(slip, kind, policy, matters)),
        signed_by=(signed.by if signed else None) or ledger.settings.office,
        day=signed.date if signed else slip.as_of,
        cc=tuple(copies(rung.cc, slip, matters, ledger)),
        contact=contact_of(ledger, slip.as_of),
        sheets=(_receipt(slip, matters),),
    )


def _title(slip: Slip, kind: str, matters: Matters) -> str:
    if len(matters) == 1:
        name = name_of(*matters[0])
        what = f"《{name}》" if slip.track == "docking" else f"“{name}”"
    else:
        what = f"{len(matters)}{'件上级文件' if slip.track == 'docking' else '项改革事项'}"
    return _wording(slip, matters).title.format(what=what, kind=kind)


def _wording(slip: Slip, matters: Matters) -> words.Wording:
    reviews = [isinstance(m, Standing) and m.deadline is None for _, m in matters]
    if slip.rung > 1 or not any(reviews):
        return words.WORDINGS[slip.track, slip.rung]
    return words.REVIEWING if all(reviews) else words.PARTLY_REVIEWING


def _body(slip: Slip, kind: str, policy: Policy, matters: Matters) -> Iterable[Part]:
    wording, ladder = _wording(slip, matters), policy.ladder
    following = RUNGS[slip.rung] if slip.rung < len(RUNGS) else ""
    following = (ladder.rung(slip.rung + 1).title or following) if following else ""
    after = policy.docking.order_after if slip.track == "docking" else ladder.rung(slip.rung).after or 0
    basis = words.BASIS.format(basis=policy.basis) if policy.basis else ""
    opening = wording.opening.format(day=in_chinese(slip.as_of), count=len(matters), after=after)
    yield Text(basis + opening)
    yield Text(words.MATTERS, 1)
    yield matter_table(slip, matters)
    yield Text(words.DEMANDS, 1)
    yield Text(words.REPLY.format(due=in_chinese(slip.reply_due), reply=wording.reply), 2)
    yield Text(words.FINISH.format(finish=wording.finish), 2)
    if slip.rung > 1:
        yield Text(words.OBJECT.format(kind=kind, days=ladder.objection_within), 2)
    if wording.after:
        yield Text(words.AFTER, 1)
        yield Text(wording.after.format(next=following))


def contact_of(ledger: Ledger, day: date) -> str | None:
    """Whom to ask at the office, as its register says on the day."""
    office = ledger.units.find(ledger.settings.office, day)
    if office is None:
        return None
    return " ".join(filter(None, (office.liaison or office.id, office.contact))) if office.contact else None


def _receipt(slip: Slip, matters: Matters) -> Sheet:
    head = words.RECEIPT_HEAD.format(unit=slip.unit, kind=slip.kind, number=slip.number)
    rows = tuple((str(n), name_of(*matter), "", "", "") for n, matter in enumerate(matters, 1))
    return Sheet(
        words.RECEIPT,
        (
            Text(head),
            Grid(columns(words.RECEIPT_COLUMNS), rows, to_fill=True),
            *map(Text, words.RECEIPT_FOOT),
        ),
    )
