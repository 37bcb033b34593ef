"""What may stand on a command line in a certain place: names out of the ledger, words of the program.

Only the files that are needed are read, and only what they say: a file with a fault offers nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from ledger.base.registry import names
from ledger.files.tree import SourceFile, WorkTree, find_ledger
from ledger.loading.kinds import LEDGER, PLAN, POLICY, SLIP, UNITS, UPSTREAM, Kind, kind_of
from ledger.loading.load import read_file
from ledger.model.units import TASK_GROUP, Unit


@dataclass(frozen=True, slots=True)
class Offer:
    """A word, and what it is about for shells that show it."""

    value: str
    about: str = ""


@dataclass(frozen=True)
class Asked:
    """A word half typed, after ``before``; ``metavar`` says what its place takes."""

    command: str
    before: Sequence[str]
    word: str
    metavar: str
    folder: Path | None

    @cached_property
    def files(self) -> list[SourceFile]:
        """All of the ledger's files; raises LedgerError where there is no ledger."""
        folder = find_ledger(Path.cwd(), self.folder)
        return [file for file in WorkTree(folder).files() if isinstance(file, SourceFile)]

    def records(self, kind: Kind, stem: str | None = None) -> Iterator[Any]:
        """What the files of a kind say, or the one with that name; faulty files are passed over."""
        for file in self.of(kind):
            if stem is None or PurePosixPath(file.name).stem == stem:
                record, _ = read_file(file, kind)
                if record is not None:
                    yield record

    def of(self, kind: Kind) -> list[SourceFile]:
        return [file for file in self.files if file.name.endswith(".yaml") and kind_of(file.name) is kind]

    def stems(self, kind: Kind) -> list[str]:
        """What things of a kind with a file each are called."""
        return [PurePosixPath(file.name).stem for file in self.of(kind)]


def offers(asked: Asked) -> list[Offer]:
    """Those that begin with what is typed, in the order of the ledger; none where only the user can know."""
    word = asked.metavar.strip("[].")
    source = _SOURCES.get(word)
    if source is not None:
        return [offer for offer in source(asked) if offer.value.startswith(asked.word)]
    fixed = word.split("|")
    if len(fixed) > 1 and word.isascii():
        return [Offer(one) for one in fixed if one.startswith(asked.word)]
    return []


def _refs(asked: Asked) -> Iterator[Offer]:
    """Plans, papers and documents; what is inside one as soon as no other is meant: its items, their nodes, its rows."""
    owner, inside, _ = asked.word.partition("/")
    known = [*asked.stems(PLAN), *asked.stems(SLIP)]
    meant = [stem for stem in known if (stem == owner if inside else stem.startswith(owner))]
    if not inside:
        yield from map(Offer, meant)
        yield from (Offer(d.id, d.title) for register in asked.records(UPSTREAM) for d in register.upstream)
    if len(meant) != 1:
        return
    for plan in asked.records(PLAN, meant[0]):
        for item in plan.items:
            ref = f"{meant[0]}/{item.id}"
            yield Offer(ref, item.title)
            if asked.word.startswith(ref):
                yield from (Offer(f"{ref}#{node.id}", node.title) for node in item.nodes)
    for slip in asked.records(SLIP, meant[0]):
        yield from (Offer(f"{meant[0]}/{row.id}", row.subject) for row in slip.rows)


def _plans(asked: Asked) -> Iterable[Offer]:
    return map(Offer, asked.stems(PLAN))


def _units(asked: Asked) -> Iterator[Offer]:
    """By their full names; by others where no full name begins so."""
    units = list(_register(asked))
    full = [unit.id for unit in units if unit.id.startswith(asked.word)]
    other = [(name, unit.id) for unit in units for name in unit.aliases if not full]
    yield from map(Offer, full)
    yield from (Offer(name, unit) for name, unit in other)


def _deciders(asked: Asked) -> Iterator[Offer]:
    yield from _units(asked)
    for register in asked.records(UNITS):
        yield from (Offer(leader.id, leader.title or "") for leader in register.leaders)


def _groups(asked: Asked) -> Iterable[Offer]:
    return (Offer(unit.id) for unit in _register(asked) if unit.kind == TASK_GROUP)


def _register(asked: Asked) -> Iterator[Unit]:
    """Units whose name is still in use."""
    for register in asked.records(UNITS):
        yield from (unit for unit in register.units if unit.until is None)


def _fields(asked: Asked) -> Iterable[Offer]:
    return (Offer(field) for settings in asked.records(LEDGER) for field in settings.fields)


def _causes(asked: Asked) -> Iterable[Offer]:
    found = (cause for p in asked.records(POLICY) for version in p.versions for cause in version.causes)
    return map(Offer, dict.fromkeys(found))


def _events(asked: Asked) -> Iterable[Offer]:
    """Those of the kind of thing that was named before."""
    from ledger.model.items import ITEM_EVENTS  # noqa: PLC0415 - only for those who record
    from ledger.model.plans import PLAN_EVENTS  # noqa: PLC0415
    from ledger.model.slips import ROW_EVENTS, SLIP_EVENTS  # noqa: PLC0415
    from ledger.model.upstream import UPSTREAM_EVENTS  # noqa: PLC0415

    slips, plans = asked.stems(SLIP), asked.stems(PLAN)
    ref = next((word for word in asked.before[1:] if word.partition("/")[0] in {*slips, *plans}), "")
    owner, inside, _ = ref.partition("/")
    if owner in slips:
        words = ROW_EVENTS.words if inside else [*SLIP_EVENTS.words, *ROW_EVENTS.words]
    elif owner:
        words = ITEM_EVENTS.words if inside else PLAN_EVENTS.words
    else:
        words = UPSTREAM_EVENTS.words
    return map(Offer, dict.fromkeys(words))


def _states(asked: Asked) -> Iterator[Offer]:
    """Figures of items; of ``list`` the states of the register that was named."""
    from ledger.measures.counting import WORDS  # noqa: PLC0415 - only for those who filter
    from ledger.reports.listing import listings  # noqa: PLC0415

    if asked.command == "list" and asked.before[-1] == "--state":
        register = next((word for word in asked.before if word in listings()), None)
        states = listings()[register].states if register else {}
        yield from (Offer(state.label, name) for name, state in states.items())
    else:
        yield from (Offer(label, figure) for figure, label in WORDS.items())


def _kinds(asked: Asked) -> Iterator[Offer]:
    from ledger.measures.ruling_states import RULING_STATES  # noqa: PLC0415 - only for those who filter
    from ledger.model.slips import RUNGS  # noqa: PLC0415

    labels = [s.label for s in RULING_STATES.values()] if asked.command == "escalate" else RUNGS
    yield from map(Offer, labels)


def _groupings(_: Asked) -> Iterable[Offer]:
    from ledger.measures.progress import GROUPINGS  # noqa: PLC0415 - only for those who group

    return (Offer(name, label) for name, label in GROUPINGS.items())


def _codes(_: Asked) -> Iterable[Offer]:
    from ledger.measures.clause_pages import CLAUSES  # noqa: PLC0415 - only for those who look one up

    rules = [name.partition("_")[0].upper() for name in names("ledger.checks.rules")]
    return [*map(Offer, rules), *(Offer(code, title) for code, (title, _) in CLAUSES.items())]


def _registers(_: Asked) -> Iterable[Offer]:
    from ledger.reports.listing import listings  # noqa: PLC0415 - only for those who list

    return (Offer(name, listing.label) for name, listing in listings().items())


def _formats(asked: Asked) -> Iterable[Offer]:
    kind = "diagnostics" if asked.command in {"check", "verify"} else "reports"
    return map(Offer, names(f"ledger.render.{kind}"))


_SOURCES: dict[str, Callable[[Asked], Iterable[Offer]]] = {
    "编号": _refs,
    "方案": _plans,
    "单位": _units,
    "单位|值": _units,
    "单位|领导": _deciders,
    "小组": _groups,
    "领域": _fields,
    "原因": _causes,
    "事件": _events,
    "状态": _states,
    "种类": _kinds,
    "分组": _groupings,
    "代码": _codes,
    "登记簿": _registers,
    "格式": _formats,
}
"""By what help pages call the value: one word means the same wherever it stands."""
