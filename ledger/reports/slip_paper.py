"""A slip → the official paper that is signed and sent, as the facts were on the day it was judged.

Fields that every office's papers carry (domain.md §2.1): number, basis, matter, requirement, lead and participating
units, limit, reply limit, contact, issuer, date; of the reply: result, reasons, next date, the head's signature.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from ledger.base.days import in_chinese
from ledger.measures.docking import DockingStanding, docking_standing
from ledger.measures.papers import issued_rows
from ledger.measures.standing import Standing, standing_of
from ledger.model.ledger import Ledger
from ledger.model.plans import ref_of
from ledger.model.policy import Policy
from ledger.model.slips import RUNGS, Row, Slip
from ledger.reports import paper_words as words
from ledger.reports.paper import Column, Grid, Paper, Part, Sheet, Text
from ledger.reports.words import cn_date

Matter = Standing | DockingStanding | None


def paper_of(slip: Slip, ledger: Ledger) -> Paper:
    """The paper as it was issued; what happened afterwards is not in it."""
    policy = ledger.policies.on(slip.policy or slip.as_of)
    rung = policy.ladder.rung(slip.rung)
    kind = rung.title or slip.kind
    signed = next((e for e in slip.log if e.event == "签发"), None)
    matters = [(row, _matter(slip, row, ledger)) for row in slip.rows]
    return Paper(
        agency=(signed.by if signed else None) or ledger.settings.office,
        number=slip.number,
        title=_title(slip, kind, matters),
        addressees=(slip.unit,),
        body=tuple(_body(slip, kind, policy, matters)),
        signed_by=(signed.by if signed else None) or ledger.settings.office,
        day=signed.date if signed else slip.as_of,
        cc=tuple(_copies(rung.cc, slip, matters, ledger)),
        contact=_contact(ledger, slip.as_of),
        sheets=(_receipt(slip, matters),),
    )


def _matter(slip: Slip, row: Row, ledger: Ledger) -> Matter:
    if slip.track == "docking":
        document = next((d for d in ledger.upstream if d.id == row.subject), None)
        papers = [p for p in issued_rows(ledger, slip.as_of) if p.slip.track == "docking"]
        return docking_standing(document, ledger, slip.as_of, papers) if document else None
    plan = ledger.plan(row.subject.partition("/")[0])
    item = next((i for i in plan.items if ref_of(plan, i) == row.subject), None) if plan else None
    return standing_of(plan, item, ledger, slip.as_of) if plan and item else None


def _title(slip: Slip, kind: str, matters: Sequence[tuple[Row, Matter]]) -> str:
    if len(matters) == 1:
        name = _name(*matters[0])
        what = f"《{name}》" if slip.track == "docking" else f"“{name}”"
    else:
        what = f"{len(matters)}{'件上级文件' if slip.track == 'docking' else '项改革事项'}"
    return _wording(slip, matters).title.format(what=what, kind=kind)


def _wording(slip: Slip, matters: Sequence[tuple[Row, Matter]]) -> words.Wording:
    reviews = slip.rung == 1 and all(isinstance(m, Standing) and m.deadline is None for _, m in matters)
    return words.REVIEWING if reviews else words.WORDINGS[slip.track, slip.rung]


def _name(row: Row, matter: Matter) -> str:
    return matter.title if matter else row.subject


def _body(slip: Slip, kind: str, policy: Policy, matters: Sequence[tuple[Row, Matter]]) -> Iterable[Part]:
    wording, ladder = _wording(slip, matters), policy.ladder
    following = RUNGS[slip.rung] if slip.rung < len(RUNGS) else ""
    following = (ladder.rung(slip.rung + 1).title or following) if following else ""
    after = policy.docking.order_after if slip.track == "docking" else ladder.rung(slip.rung).after or 0
    basis = words.BASIS.format(basis=policy.basis) if policy.basis else ""
    opening = wording.opening.format(day=in_chinese(slip.as_of), count=len(matters), after=after)
    yield Text(basis + opening)
    yield Text(words.MATTERS, 1)
    yield _matters(slip, matters)
    yield Text(words.DEMANDS, 1)
    yield Text(words.REPLY.format(due=in_chinese(slip.reply_due), reply=wording.reply), 2)
    yield Text(words.FINISH.format(finish=wording.finish), 2)
    if slip.rung > 1:
        yield Text(words.OBJECT.format(kind=kind, days=ladder.objection_within), 2)
    if wording.after:
        yield Text(words.AFTER, 1)
        yield Text(wording.after.format(next=following))


def _columns(titles: Iterable[tuple[str, int]]) -> tuple[Column, ...]:
    return tuple(Column(title, share) for title, share in titles)


def _matters(slip: Slip, matters: Sequence[tuple[Row, Matter]]) -> Grid:
    """Whom a prompt's matters concern stands in it; of orders they have a copy, and a day to finish by."""
    if slip.track == "docking":
        titles, row = words.DOCKING_COLUMNS, _document
    else:
        titles, row = (words.PROMPT_COLUMNS, _prompted) if slip.rung == 1 else (words.ORDER_COLUMNS, _ordered)
    return Grid(_columns(titles), tuple((str(n), *row(*matter)) for n, matter in enumerate(matters, 1)))


def _document(row: Row, matter: Matter) -> tuple[str, ...]:
    name = f"{_name(row, matter)}（{row.subject}）"
    known = matter if isinstance(matter, DockingStanding) else None
    adopted, received = (known.adopted, known.received) if known else (None, None)
    return (name, cn_date(adopted), cn_date(received), cn_date(row.limit))


def _prompted(row: Row, matter: Matter) -> tuple[str, ...]:
    others = "、".join(matter.participants) if isinstance(matter, Standing) else ""
    return (*_item(row, matter), others)


def _ordered(row: Row, matter: Matter) -> tuple[str, ...]:
    return (*_item(row, matter), cn_date(row.limit))


def _item(row: Row, matter: Matter) -> tuple[str, ...]:
    """Its name with where it comes from, what is due when, and how far that is."""
    if not isinstance(matter, Standing):
        return (row.subject, "", "")
    source = matter.plan.number or f"《{matter.plan.title}》"
    return (f"{matter.title}（{source}，{row.subject}）", _due(matter), _state(matter))


def _due(standing: Standing) -> str:
    """What presses now: a node before the item itself; 长期 where there is no day."""
    node = standing.node
    if standing.deadline is None:
        return str(standing.due or "待定")
    of_node = node is not None and node.due == standing.deadline and node.due != standing.effective_due
    return (
        f"节点{node.id if node else ''}：{cn_date(standing.deadline)}"
        if of_node
        else cn_date(standing.deadline)
    )


def _state(standing: Standing) -> str:
    if standing.overdue:
        return f"逾期{standing.overdue_days}天"
    if standing.deadline is None:
        return words.TO_REVIEW
    days = (standing.deadline - standing.day).days
    return f"还有{days}天" if days else "当日到期"


def _copies(
    roles: Iterable[str], slip: Slip, matters: Sequence[tuple[Row, Matter]], ledger: Ledger
) -> Iterable[str]:
    """Units in the order of the ladder, each once; never the addressee."""
    found = [name for role in roles for name in _recipients(role, slip, matters, ledger)]
    return [name for name in dict.fromkeys(found) if name != slip.unit]


def _recipients(role: str, slip: Slip, matters: Sequence[tuple[Row, Matter]], ledger: Ledger) -> list[str]:
    items = [m for _, m in matters if isinstance(m, Standing)]
    match role:
        case "专项小组":
            groups = [m.group for _, m in matters if m is not None and m.group]
            return sorted(groups, key=ledger.units.order)
        case "配合单位":
            return sorted({n for s in items for n in s.participants}, key=ledger.units.order)
        case "领衔领导":
            return sorted({s.item.leader for s in items if s.item.leader})
        case "联络员":
            unit = ledger.units.find(slip.unit, slip.as_of)
            return [f"{slip.unit}联络员{unit.liaison}"] if unit and unit.liaison else []
        case _:
            return [ledger.units.current(role, slip.as_of)]


def _contact(ledger: Ledger, day: date) -> str | None:
    office = ledger.units.find(ledger.settings.office, day)
    if office is None:
        return None
    return " ".join(filter(None, (office.liaison or office.id, office.contact))) if office.contact else None


def _receipt(slip: Slip, matters: Sequence[tuple[Row, Matter]]) -> Sheet:
    head = words.RECEIPT_HEAD.format(unit=slip.unit, number=slip.number)
    rows = tuple((str(n), _name(*matter), "", "", "") for n, matter in enumerate(matters, 1))
    return Sheet(
        words.RECEIPT,
        (
            Text(head),
            Grid(_columns(words.RECEIPT_COLUMNS), rows, to_fill=True),
            *map(Text, words.RECEIPT_FOOT),
        ),
    )
