"""Ledgers built in a test's own lines, without files: ``make_item(entry("2017-06-22 完成"), due="2017-06-30")``.

Days, time limits and names are written as in plan files; everything left out has a harmless default.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ledger.base.days import Due, parse_day, parse_due
from ledger.base.workdays import Calendar
from ledger.measures.scoring.book import ScoreBook
from ledger.measures.scoring.card import ScoreCard, card_of
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import gauges
from ledger.measures.scoring.measured import Measured
from ledger.measures.scoring.periods import period_ending
from ledger.model.entries import Entry, Evidence, Voided
from ledger.model.items import Item, Node
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan
from ledger.model.policy import Policies, Policy
from ledger.model.registers.scores import HumanScore, ScoreSheet
from ledger.model.registers.upstream import UpstreamDocument
from ledger.model.scoring import Aspect, Checkpoint, Scheme, Schemes
from ledger.model.settings import Settings
from ledger.model.slips import PREFIXES, Row, Slip
from ledger.model.units import Leader, Register, Unit, Units

LEAD = "市发展改革委"
OFFICE = "市委改革办"
KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}


def day(text: str) -> date:
    return parse_day(text)


def entry(text: str, *, evidence: str = "", to: Any = None, into: Any = None, **fields: Any) -> Entry:
    """``entry("2017-06-22 完成", evidence="云政办发〔2017〕31号")``; ``voids`` is written like the entry it voids."""
    when, event = text.split()
    for name in {"until", "recorded"} & fields.keys():
        fields[name] = parse_day(fields[name])
    if "voids" in fields:
        voided_date, voided_event = fields["voids"].split()
        fields["voids"] = Voided(date=parse_day(voided_date), event=voided_event)
    return Entry(
        date=parse_day(when),
        event=event,
        evidence=(Evidence(number=evidence),) if evidence else (),
        to=_names(to) or None,
        into=_names(into) or None,
        **fields,
    )


def correction(when: str, **fields: Any) -> Entry:
    """A 更正 with its signature: ``correction("2017-07-01", voids="2017-06-22 完成")``."""
    return entry(f"{when} 更正", by=OFFICE, note="笔误", **fields)


def make_item(*log: Any, id: str = "1", **fields: Any) -> Item:  # noqa: A002 - as in plan files
    """``log`` may hold bare texts, ``"2017-03-15 启动"``; ``nodes`` is ``{"a": "2017-09-30"}``."""
    nodes: Mapping[str, str] = fields.pop("nodes", {})
    return Item(
        id=id,
        title=fields.pop("title", f"事项{id}"),
        lead=_names(fields.pop("lead", ())),
        participants=_names(fields.pop("participants", ())),
        due=_due(fields.pop("due", None)),
        review_by=_day(fields.pop("review_by", None)),
        nodes=tuple(Node(id=n, title=f"节点{n}", due=parse_due(text)) for n, text in nodes.items()),
        log=_log(log),
        **fields,
    )


def make_plan(*items: Item, id: str = "zb-2017-01", **fields: Any) -> Plan:  # noqa: A002
    """A plan led by :data:`LEAD`; ``log`` may hold bare texts."""
    return Plan(
        id=id,
        title=fields.pop("title", f"方案{id}"),
        lead=_names(fields.pop("lead", LEAD)),
        log=_log(fields.pop("log", ())),
        items=items,
        **fields,
    )


def make_unit(name: str, **fields: Any) -> Unit:
    return Unit(
        id=name,
        aliases=_names(fields.pop("aliases", ())),
        from_=_day(fields.pop("from_", None)),
        until=_day(fields.pop("until", None)),
        **fields,
    )


def make_slip(name: str, *subjects: str, issued: str, log: Any = (), **fields: Any) -> Slip:
    """``make_slip("JB-2017-001", "zb-2017-01/1", issued="2017-09-30", limit="2017-10-27")``.

    ``log`` is that of every row; ``void`` the day on which the paper was made void.
    """
    limit = _day(fields.pop("limit", None))
    rows = tuple(Row(id=str(n), subject=s, limit=limit, log=_log(log)) for n, s in enumerate(subjects, 1))
    void = fields.pop("void", None)
    return Slip(
        id=name,
        kind=fields.pop("kind", KINDS[name[:2]]),
        number=fields.pop("number", name),
        unit=fields.pop("unit", LEAD),
        as_of=parse_day(fields.pop("as_of", issued)),
        reply_due=parse_day(fields.pop("reply_due", issued)),
        log=_log((f"{issued} 签发", *([f"{void} 作废"] if void else []))),
        rows=rows,
        **fields,
    )


def make_upstream(*log: Any, id: str = "zy-2016-11", **fields: Any) -> UpstreamDocument:  # noqa: A002
    return UpstreamDocument(
        id=id,
        title=fields.pop("title", "上级文件"),
        lead=_names(fields.pop("lead", ())),
        log=_log(log),
        **fields,
    )


def make_ledger(*parts: Plan | Item, **fields: Any) -> Ledger:
    """Plans, or bare items that become one plan; ``units``, ``leaders``, ``slips``, ``upstream``, ``policy``, ``schemes``, ``settings`` beside;
    registers by their names.
    """
    plans = [p for p in parts if isinstance(p, Plan)]
    items = [p for p in parts if isinstance(p, Item)]
    if items:
        plans.append(make_plan(*items))
    policy: Policy | None = fields.pop("policy", None)
    units = Units(Register(units=tuple(fields.pop("units", ())), leaders=tuple(fields.pop("leaders", ()))))
    return Ledger(
        settings=Settings(**({"office": OFFICE} | fields.pop("settings", {}))),
        units=units,
        policies=Policies(versions=(policy,) if policy else fields.pop("policies", ())),
        calendar=fields.pop("calendar", None) or Calendar(),
        scoring=Schemes(schemes=tuple(fields.pop("schemes", ()))),
        plans=tuple(sorted(plans, key=lambda p: p.id)),
        slips=tuple(fields.pop("slips", ())),
        registers={name: tuple(things) for name, things in fields.items()},
    )


def make_scheme(*points: str | Checkpoint, **fields: Any) -> Scheme:
    """``make_scheme("B3 8", "C2 3 人工", "A4 3 自动 5")``: code, weight, how it is scored, target; an aspect a letter.

    Anything that applies is ranked, unless ``least`` says otherwise.
    """
    found: dict[str, list[Checkpoint]] = {}
    for point in points:
        made = _point(point) if isinstance(point, str) else point
        found.setdefault(made.id[0], []).append(made)
    aspects = tuple(
        Aspect(id=key, title=f"方面{key}", checkpoints=tuple(mine)) for key, mine in found.items()
    )
    return Scheme(
        from_=_day(fields.pop("from_", None)),
        least=fields.pop("least", Decimal(0)),
        aspects=aspects,
        **fields,
    )


def _point(text: str) -> Checkpoint:
    code, weight, *rest = text.split()
    by: Any = rest[0] if rest else "自动"
    target = Decimal(rest[1]) if rest[1:] else None
    return Checkpoint(id=code, title=f"重点{code}", weight=Decimal(weight), by=by, target=target)


def make_scores(*scores: str, id: str = "2017-10", **fields: Any) -> ScoreSheet:  # noqa: A002
    """``make_scores("望川区 C2 2.5 经验没有推广", verified=("C3",))``: unit, point, score, reason; a year's sheet has no point: ``"望川区 - 91"``."""
    return ScoreSheet(
        id=id,
        by=fields.pop("by", OFFICE),
        scored_on=_day(fields.pop("scored_on", None)),
        scores=tuple(_score(n, text) for n, text in enumerate(scores, 1)),
        **fields,
    )


def _score(number: int, text: str) -> HumanScore:
    unit, point, score, *note = text.split()
    return HumanScore(
        id=str(number),
        unit=unit,
        point=None if point == "-" else point,
        score=Decimal(score),
        note=" ".join(note) or None,
    )


def book_on(ledger: Ledger, when: str = "2017-10-31") -> ScoreBook:
    """The period in whose last month that day is, by the ledger's scheme; without one by an empty scheme."""
    scheme = ledger.scoring.on(parse_day(when)) or make_scheme()
    period = period_ending(parse_day(when), scheme)
    assert period is not None
    return ScoreBook(ledger, scheme, period)


def card_on(ledger: Ledger, unit: str = LEAD, when: str = "2017-10-31") -> ScoreCard:
    return card_of(book_on(ledger, when), unit)


def measured_on(
    ledger: Ledger, code: str, unit: str = LEAD, when: str = "2017-10-31", target: float | None = None
) -> Measured:
    """One gauge alone, whether the scheme has it or not."""
    gauge = gauges()[code]
    assert gauge.measure is not None
    asked = gauge.target if target is None else Decimal(str(target))
    return gauge.measure(Case(book_on(ledger, when), unit, asked))


def make_leader(name: str, **fields: Any) -> Leader:
    return Leader(id=name, **fields)


def _names(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _day(value: str | None) -> date | None:
    return parse_day(value) if value is not None else None


def _due(value: str | None) -> Due | None:
    return parse_due(value) if value is not None else None


def _log(entries: Any) -> tuple[Entry, ...]:
    return tuple(entry(e) if isinstance(e, str) else e for e in entries)
