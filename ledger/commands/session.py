"""What every command does before and after its own part: open the ledger, settle the day, say what is provisional."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ledger.base.errors import LedgerError
from ledger.commands.clock import today
from ledger.commands.judging import Day, settle_day
from ledger.commands.options import When, Where, Which
from ledger.commands.reading import read_folder, read_revision
from ledger.commands.remarks import guesses, heading, provisional, unread
from ledger.files.folder import find_ledger
from ledger.files.tree import WorkTree, shown
from ledger.loading.sources import Sources
from ledger.measures.plans import PlanStanding, plan_standing
from ledger.measures.selection import Selection, resolved, select
from ledger.measures.standing import Standing, standings
from ledger.model.ledger import Ledger
from ledger.render.answer import Answer
from ledger.reports.blocks import Report

if TYPE_CHECKING:
    from ledger.files.revisions import Revision

_MONTHS = re.compile(r"([1-9]\d?)m", re.ASCII)


@dataclass(frozen=True)
class Session:
    """An opened ledger and the day it is judged on."""

    folder: Path
    ledger: Ledger
    sources: Sources
    day: Day
    revision: str | None
    chosen: Selection = field(default_factory=Selection)

    @property
    def read(self) -> dict[Path, bytes]:
        """Every file that was read, where it is on disk."""
        return {self.on_disk(path): content for path, content in self.sources.contents.items()}

    def on_disk(self, path: str) -> Path:
        """Where a file of the ledger is, by its path from the repository's top."""
        return self.folder / self.name_of(path)

    @property
    def top(self) -> Path:
        """The folder from which paths are told: the repository's, or the ledger's where there is none."""
        prefix = PurePosixPath(WorkTree(self.folder).prefix)
        return self.folder.parents[len(prefix.parts) - 1] if prefix.parts else self.folder

    def name_of(self, path: str) -> str:
        """What it is called from the ledger's folder."""
        return path.removeprefix(WorkTree(self.folder).prefix)

    @property
    def due_soon(self) -> int:
        return self.ledger.policies.on(self.day.date).due_soon

    @cached_property
    def all_items(self) -> list[Standing]:
        """Every item of the ledger, judged on the day."""
        return list(standings(self.ledger, self.day.date))

    @cached_property
    def items(self) -> list[Standing]:
        """Those that were chosen."""
        from ledger.measures.counting import Counting  # noqa: PLC0415 - a check chooses no items

        known = [plan_standing(p, self.day.date) for p in self.ledger.plans]
        return select(self.all_items, known, self.chosen, Counting(self.ledger, self.day.date))

    @cached_property
    def plans(self) -> list[PlanStanding]:
        """The plans that were chosen; where items were narrowed, those that still have one."""
        known = [plan_standing(p, self.day.date) for p in self.ledger.plans]
        with_items = {s.plan.id for s in self.items} if self.chosen.by_item else None
        return [
            p for p in known if self.chosen.takes_plan(p) and (with_items is None or p.plan.id in with_items)
        ]

    def answer(self, command: str, report: Report, *more: str) -> Answer:
        """The report with what has to be said beside it, ``more`` remarks last."""
        diagnostics = [*self.ledger.problems, *provisional(self.ledger)]
        said = (
            heading(self.day, report.day, self.revision),
            unread(self.sources),
            guesses(self.ledger),
            *more,
        )
        remarks = tuple(filter(None, said))
        return Answer(command, self.day.date, report, self.revision, diagnostics, remarks)


def open_session(where: Where, when: When | None = None, which: Which | None = None) -> Session:
    """Find and read the ledger, settle the day, resolve the filters' names.

    Raises LedgerError when there is no such ledger, version, day or name.
    """
    folder = find_ledger(Path.cwd(), where.ledger)
    commit = _commit(folder, where.at) if where.at is not None else None
    read = read_revision(commit) if commit else read_folder(folder)
    ledger, sources = read.ledger, read.sources
    committed = commit.day if commit else None
    day = settle_day(when or When(), ledger.settings.as_of, committed, today())
    chosen = (
        resolved(asked_for(which), ledger, day.date, unread_plans(sources))
        if which is not None
        else Selection()
    )
    return Session(folder, ledger, sources, day, commit.commit if commit else None, chosen)


def _commit(folder: Path, name: str) -> "Revision":
    from ledger.files.repository import repository_of  # noqa: PLC0415 - most commands ask git nothing
    from ledger.files.revisions import revision  # noqa: PLC0415

    return revision(repository_of(folder), name)


def unread_plans(sources: Sources) -> list[str]:
    """What their files are called, without the suffix: the ids that they ought to have."""
    return [PurePosixPath(path).stem for path in sources.unread]


def asked_for(which: Which) -> Selection:
    """The filters with their names as they were written; raises LedgerError for months that are none."""
    return Selection(
        plans=tuple(which.plan or ()),
        fields=tuple(which.field or ()),
        groups=tuple(which.group or ()),
        leads=tuple(which.lead or ()),
        units=tuple(which.unit or ()),
        figures=tuple(which.status or ()),
        causes=tuple(which.cause or ()),
        text=which.text,
        issued_for=_months(which.issued_for),
    )


def _months(text: str | None) -> int | None:
    if text is None:
        return None
    match = _MONTHS.fullmatch(text)
    if match is None:
        raise LedgerError(f"--issued-for 不能写“{shown(text)}”；应写作 6m 的样式，指印发满 6 个月")
    return int(match[1])
