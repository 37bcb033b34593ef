"""A sheet's plans → what they come to in the ledger, judged by all rules as if it were written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.actions.importing.blame import blamed
from ledger.actions.importing.changes import Changes, changes
from ledger.actions.importing.fates import PlanFate
from ledger.actions.importing.home import Home
from ledger.actions.importing.orders import Orders
from ledger.actions.importing.plans import fate_of, plan_meant
from ledger.actions.importing.register import REGISTER
from ledger.actions.importing.roll import Roll
from ledger.actions.importing.thing_fates import ThingFate, thing_fates
from ledger.actions.importing.thing_files import things_blamed
from ledger.actions.importing.whole_plan import adds_nothing, whole_fate
from ledger.actions.outcome import result_of
from ledger.base.diagnostics import Diagnostic, Severity
from ledger.base.errors import LedgerError
from ledger.checks.run import check
from ledger.files.tree import WorkTree
from ledger.loading.exports.whole import WholePlan
from ledger.loading.sheets.draft import DraftPlan
from ledger.loading.sources import Sources
from ledger.loading.things.rows import ThingRow


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file holds: rows of plans for people, and plans as a whole; rows of registers' things, whole ones among them.

    ``faults`` are those of its sheets of things.
    """

    drafts: Sequence[DraftPlan] = ()
    whole: Sequence[WholePlan] = ()
    things: Sequence[ThingRow] = ()
    faults: Sequence[Diagnostic] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """Every row's fate and what the rows that are not refused come to; ``others`` are findings that are no row's."""

    fates: Sequence[PlanFate]
    changes: Changes
    others: Sequence[Diagnostic]
    things: Sequence[ThingFate] = ()

    @property
    def findings(self) -> list[Diagnostic]:
        """All of them, those of rows by the sheet's order."""
        things = (found for fate in self.things for found in fate.faults)
        return [*(found for fate in self.fates for found in fate.findings), *things, *self.others]


def importing(brought: Brought, asked: str | None, home: Home, sources: Sources, orders: Orders) -> Import:
    """What a file comes to; ``asked`` is the plan that was named for it.

    A row that a rule refuses is left out and the rest judged again, until what is left stands. Raises LedgerError where
    nobody can tell which plan is meant, two sheets tell of one plan, or a file cannot be written.
    """
    if home.prefix + REGISTER in sources.unread:
        raise LedgerError(f"{REGISTER} 有错没有读入，单位都对不上；先按 ledger check 的提示改好")
    roll = Roll(home.ledger.units, orders.day, add=orders.add_units)
    fates, things = _fates(brought, asked, home, roll, orders), thing_fates(brought.things, home.ledger)
    while True:
        made = changes(fates, things, roll, home)
        found = _fresh(made, home, sources, orders.as_of)
        contents = {home.prefix + name: content for name, content in made.files.items()}
        errors = [d for d in found if d.severity is Severity.ERROR]
        refused, rest = blamed(errors, fates, contents)
        out, _ = things_blamed(rest, things, contents, home)
        if refused == fates and out == things:
            told, rest = blamed(found, fates, contents)
            kept, others = things_blamed(rest, things, contents, home)
            return Import(told, made, [*brought.faults, *others], kept)
        fates, things = refused, out


def _fates(brought: Brought, asked: str | None, home: Home, roll: Roll, orders: Orders) -> list[PlanFate]:
    """A plan that the ledger has is compared row by row; one that it has not may come as a whole.

    Where it came without rows and is another than the ledger's, nobody can tell what is new in it.
    """
    drafts: dict[str, DraftPlan] = {}
    for draft in brought.drafts:
        name = plan_meant(draft, home.ledger, asked)
        if name in drafts:
            raise LedgerError(f"有几张表都是 {name} 的；用 --sheet 指明读哪一张")
        drafts[name] = draft
    fates = []
    for whole in brought.whole:
        plan = home.ledger.plan(whole.id)
        if asked not in {None, whole.id}:
            continue
        if plan is None:
            rows = drafts.pop(whole.id, DraftPlan())
            fates.append(whole_fate(whole, rows, home, roll, orders))
        elif whole.id not in drafts and not adds_nothing(whole, plan):
            raise LedgerError(
                f"{whole.own.place} 的 {whole.id} 与台账里的不一样，整份的数据只能用来新建方案；"
                "有变化的，用 ledger export 写的 xlsx 或 csv 导入，或用 ledger record 记"
            )
    return fates + [
        fate_of(draft, name, home.ledger.plan(name), home, roll, orders) for name, draft in drafts.items()
    ]


def _fresh(made: Changes, home: Home, sources: Sources, day: date) -> list[Diagnostic]:
    """What is found in the result and was not before; the old ledger is judged only where that can matter."""
    if not made.files:
        return []
    result = result_of(WorkTree(home.folder), made.files, day, sources)
    noted = any(d.severity is not Severity.NOTE for d in result.findings)  # a paper's, too, about an item
    return result.new(check(home.ledger, sources, day)) if noted else []
