"""What the round leaves in files: entries at the ends of logs, findings in its inspection, a new one if there is none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.actions.collecting.entries import Ground
from ledger.actions.importing.new_plan import file_text
from ledger.actions.recording import Addition, addition
from ledger.actions.targets import find_target
from ledger.base.diagnostics import Pointer
from ledger.base.errors import LedgerError
from ledger.files.folder import SUFFIX
from ledger.files.scalars import Value
from ledger.files.splice import append
from ledger.files.tails import Tail
from ledger.loading.kinds import register_kind
from ledger.measures.assessing import CONCLUSIONS, MID_YEAR, was_assessed
from ledger.model.ledger import Ledger
from ledger.model.registers.inspections import REGISTER, Inspection
from ledger.reports.assessed.judged import Judged, Outcome


@dataclass(frozen=True, slots=True)
class Round:
    """``event`` is 年中督察 or 年底自查; ``by`` who inspected or verified, ``into`` the inspection that holds its findings.

    ``plans`` are those of which somebody filled in something.
    """

    event: str
    year: int
    by: str | None
    into: Inspection | str
    plans: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.into if isinstance(self.into, str) else self.into.id


def inspections_of(ledger: Ledger, event: str, year: int) -> list[Inspection]:
    """Every inspection of that kind and year."""
    return [i for i in ledger.of(REGISTER) if i.kind == event and i.date.year == year]


def inspection_of(
    ledger: Ledger, event: str, year: int, when: date, asked: str | None = None
) -> Inspection | str:
    """The round's inspection that goes on on the day, or the id of the one that is to be made.

    Raises LedgerError where there are several and nobody says which, and for one that is of something else.
    """
    every = ledger.of(REGISTER)
    if asked is not None:
        found = next((i for i in every if i.id == asked), None)
        if found is None:
            return asked
        if found.kind != event or found.date.year != year:
            raise LedgerError(f"{asked} 是 {found.date.year} 年的{found.kind}，不是 {year} 年的{event}")
        return found
    ours = [i for i in inspections_of(ledger, event, year) if i.date <= when <= (i.until or when)]
    if len(ours) > 1:
        names = "、".join(i.id for i in ours)
        raise LedgerError(f"{when} 在进行的{event}有 {names} 几次；用 --into 写明问题列入哪一次")
    if ours:
        return ours[0]
    prefix = f"dc-{year}-"
    taken = [i.id.removeprefix(prefix) for i in every if i.id.startswith(prefix)]
    return f"{prefix}{1 + max((int(n) for n in taken if n.isdecimal()), default=0):02d}"


def item_entries(rows: Iterable[Judged], round_: Round, ground: Ground) -> dict[int, Addition]:
    """核验通过 and 核验退回, by the rows that they come from."""
    return {
        id(row): _entry(row.ref, row.event, {"by": round_.by, "note": row.note or None}, ground)
        for row in rows
        if row.outcome is Outcome.ENTRY
    }


def plan_entries(rows: Sequence[Judged], round_: Round, ground: Ground) -> list[Addition]:
    """The round in each plan's log, once a year."""
    found: list[Addition] = []
    for name in round_.plans:
        plan = ground.ledger.plan(name)
        if plan is None or was_assessed(plan, round_.event, round_.year, ground.when):
            continue
        told = [row for row in rows if row.sent.plan == name and row.outcome is not Outcome.HELD]
        counts = (f"{word}{sum(r.conclusion == word for r in told)}项" for word in CONCLUSIONS)
        note = f"评估{len(told)}项：{'、'.join(counts)}"
        by = (round_.by or ground.ledger.settings.office) if round_.event == MID_YEAR else round_.by
        found.append(_entry(name, round_.event, {"by": by, "note": note}, ground))
    return found


def _entry(ref: str, event: str, said: Mapping[str, "Value | None"], ground: Ground) -> Addition:
    target = find_target(ground.ledger, ref, event, ground.logs)
    kept = {key: value for key, value in said.items() if key in target.event.fields}
    late = {"recorded": ground.today.isoformat()} if ground.when < ground.day else {}
    return addition(target, {**kept, **late}, ground.when, ground.today)


def files_of_round(
    rows: Sequence[Judged], entries: Sequence[Addition], round_: Round, ground: Ground
) -> dict[str, bytes]:
    """New contents by path from the repository's top; a new inspection only for what is new."""
    tails: dict[str, dict[tuple[Pointer, str], list[Mapping[str, Value]]]] = {}
    for added in entries:
        log = added.target.log
        tails.setdefault(log.path, {}).setdefault((log.pointer, "log"), []).append(added.fields)
    found = [row for row in rows if row.finds]
    files: dict[str, bytes] = {}
    if isinstance(round_.into, Inspection):
        if found:
            path = ground.ledger.paths[REGISTER.name, round_.id]
            number = 1 + max((int(f.id) for f in round_.into.findings if f.id.isdecimal()), default=0)
            date_ = ground.when if ground.when != round_.into.date else None
            tails.setdefault(path, {})[(), "findings"] = _findings(found, number, date_)
    elif found or any(added.ref in round_.plans for added in entries):
        name = f"{REGISTER.name}/{round_.id}{SUFFIX}"
        if (ground.tree.folder / name).exists():
            raise LedgerError(f"{name} 已经有了，没有读入；先按 ledger check 改好那个文件")
        fields = _inspection(round_, found, ground)
        text = file_text(fields, register_kind(REGISTER.name), name, ground.tree.folder)
        files[f"{ground.tree.prefix}{name}"] = text.encode()
    for path, lists in tails.items():
        ends = [Tail(owner, new, key, apart=key != "log") for (owner, key), new in lists.items()]
        files[path] = append(ground.sources.contents[path], ends)
    return files


def _inspection(round_: Round, found: Sequence[Judged], ground: Ground) -> dict[str, Value]:
    ledger = ground.ledger
    fields: dict[str, Value] = {
        "id": round_.id,
        "title": f"{round_.year}年{round_.event}",
        "kind": round_.event,
        "date": ground.when.isoformat(),
    }
    office = round_.by or ledger.settings.office
    if round_.event == MID_YEAR and office:
        fields["team"] = {"office": office}
    fields["plans"] = list(round_.plans)
    if targets := list(dict.fromkeys(row.problem.unit for row in found if row.problem)):
        fields["targets"] = list[Value](targets)
    if found:
        fields["findings"] = [dict(f) for f in _findings(found, 1, None)]
    return fields


def _findings(found: Sequence[Judged], first: int, dated: date | None) -> list[Mapping[str, Value]]:
    rows: list[Mapping[str, Value]] = []
    for number, row in enumerate(found, first):
        problem = row.finds
        if problem is None:
            continue
        fields: dict[str, Value] = {
            "id": str(number), "title": problem.title, "unit": problem.unit, "due": problem.due.isoformat(),
        }  # fmt: skip
        fields |= {"date": dated.isoformat()} if dated else {}
        fields |= {"text": problem.text} if problem.text else {}
        rows.append(fields | {"items": row.ref})
    return rows
