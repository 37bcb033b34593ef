"""Words of the program, as offers for a word half typed: each is imported when it is asked for."""

from collections.abc import Iterable, Iterator

from ledger.base.registry import names
from ledger.commands.asked import Asked, Offer
from ledger.loading.kinds import PLAN, SLIP


def events(asked: Asked) -> Iterable[Offer]:
    """Those of the kind of thing that was named before."""
    from ledger.model.items import ITEM_EVENTS  # noqa: PLC0415 - only for those who record
    from ledger.model.plans import PLAN_EVENTS  # noqa: PLC0415
    from ledger.model.slips import ROW_EVENTS, SLIP_EVENTS  # noqa: PLC0415

    slips, plans = asked.stems(SLIP), asked.stems(PLAN)
    ref = next((word for word in asked.before[1:] if word.partition("/")[0] in {*slips, *plans}), "")
    owner, inside, _ = ref.partition("/")
    if owner in slips:
        words = ROW_EVENTS.words if inside else [*SLIP_EVENTS.words, *ROW_EVENTS.words]
    elif owner:
        words = ITEM_EVENTS.words if inside else PLAN_EVENTS.words
    else:
        words = list(_of_registers(asked))
    return map(Offer, dict.fromkeys(words))


def _of_registers(asked: Asked) -> Iterator[str]:
    """The events of the thing that was named, of all that registers hold where none was."""
    from ledger.commands.ledger_names import things_in_registers  # noqa: PLC0415 - only for those who record
    from ledger.model.shelves import thing_types  # noqa: PLC0415

    known = {ref: kind for kind, ref, _ in things_in_registers(asked)}
    named = next((known[word] for word in asked.before[1:] if word in known), None)
    for kind in [named] if named else thing_types().values():
        yield from kind.events.words if kind.events else ()


def states(asked: Asked) -> Iterator[Offer]:
    """Figures of items; of ``list`` the states of the register that was named."""
    from ledger.measures.counting import WORDS  # noqa: PLC0415 - only for those who filter
    from ledger.reports.listing import listings  # noqa: PLC0415

    if asked.command == "list" and asked.before[-1] == "--state":
        register = next((word for word in asked.before if word in listings()), None)
        states = listings()[register].states if register else {}
        yield from (Offer(state.label, name) for name, state in states.items())
    else:
        yield from (Offer(label, figure) for figure, label in WORDS.items())


def kinds(asked: Asked) -> Iterator[Offer]:
    from ledger.measures.ruling_states import RULING_STATES  # noqa: PLC0415 - only for those who filter
    from ledger.model.slips import RUNGS  # noqa: PLC0415

    labels = [s.label for s in RULING_STATES.values()] if asked.command == "escalate" else RUNGS
    yield from map(Offer, labels)


def paper_words(_: Asked) -> Iterable[Offer]:
    from ledger.reports.paper_kind import paper_kinds  # noqa: PLC0415 - only for those who draft one

    return (Offer(kind.word, kind.of) for kind in paper_kinds().values())


def results(_: Asked) -> Iterable[Offer]:
    from ledger.model.items import CONSOLIDATED, RELAPSED  # noqa: PLC0415 - only for those who record
    from ledger.model.shelves import thing_types  # noqa: PLC0415
    from ledger.model.slips import QUASHED, UPHELD  # noqa: PLC0415

    tables = (kind.events for kind in thing_types().values() if kind.events)
    words = [word for table in tables for event in table for word in event.outcomes]
    return map(Offer, dict.fromkeys((CONSOLIDATED, RELAPSED, UPHELD, QUASHED, *words)))


def keys(_: Asked) -> Iterable[Offer]:
    from ledger.model.items import CORRECTABLE  # noqa: PLC0415 - only for those who record

    return map(Offer, CORRECTABLE)


def levels(_: Asked) -> Iterable[Offer]:
    from ledger.actions.starting import LEVELS  # noqa: PLC0415 - only for those who begin

    return map(Offer, LEVELS)


def groupings(_: Asked) -> Iterable[Offer]:
    from ledger.measures.progress import GROUPINGS  # noqa: PLC0415 - only for those who group

    return (Offer(name, label) for name, label in GROUPINGS.items())


def cause_keys(_: Asked) -> Iterable[Offer]:
    from ledger.measures.causes import KEYS  # noqa: PLC0415 - only for those who ask for causes
    from ledger.measures.progress import GROUPINGS  # noqa: PLC0415 - only for those who group

    return (Offer(name, GROUPINGS[name]) for name in KEYS)


def codes(_: Asked) -> Iterable[Offer]:
    from ledger.measures.clause_pages import CLAUSES  # noqa: PLC0415 - only for those who look one up
    from ledger.measures.scoring.gauge import gauges  # noqa: PLC0415 - as above

    rules = [name.partition("_")[0].upper() for name in names("ledger.checks.rules")]
    titles = {code: title for code, (title, _) in CLAUSES.items()}
    for code, gauge in gauges().items():
        titles[code] = f"{titles[code]}；{gauge.title}" if code in titles else gauge.title
    return [*map(Offer, rules), *(Offer(code, title) for code, title in titles.items())]


def registers(asked: Asked) -> Iterable[Offer]:
    """Whatever is listed; where a table is moved what registers hold."""
    if asked.command in {"export", "import"}:
        from ledger.loading.things.tables import tables  # noqa: PLC0415 - only for those who move tables

        return (Offer(table.name, table.title) for table in tables())
    from ledger.reports.listing import listings  # noqa: PLC0415 - only for those who list

    return (Offer(name, listing.label) for name, listing in listings().items())


def creatable(_: Asked) -> Iterator[Offer]:
    from ledger.actions.creating import CREATORS  # noqa: PLC0415 - only for those who begin something
    from ledger.loading.things.tables import tables  # noqa: PLC0415

    yield from map(Offer, CREATORS)
    yield from (Offer(table.thing.kind, table.thing.word) for table in tables())


def field_words(asked: Asked) -> Iterator[Offer]:
    """The fields of what is being created, but for those that were said already; a sign = follows them."""
    from ledger.base.errors import LedgerError  # noqa: PLC0415 - only for those who begin something
    from ledger.loading.things.tables import table_named  # noqa: PLC0415

    said = {word.partition("=")[0] for word in asked.before}
    for word in asked.before[1:]:
        try:
            columns = table_named(word).columns
        except LedgerError:
            continue
        yield from (Offer(c.head) for c in columns if c.key != "id" and c.head not in said)
        return


def formats(asked: Asked) -> Iterable[Offer]:
    kind = "diagnostics" if asked.command in {"check", "verify"} else "reports"
    return map(Offer, names(f"ledger.render.{kind}"))
