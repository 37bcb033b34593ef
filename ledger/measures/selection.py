"""Which items a command looks at: the same filters everywhere, so ``items`` can list what any figure counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean
from ledger.measures.plans import PlanStanding
from ledger.measures.progress import LABELS, MARKS
from ledger.measures.standing import Standing
from ledger.model.ledger import Ledger
from ledger.model.units import TASK_GROUP


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for; an empty tuple asks for everything. Several values of one filter are alternatives.

    ``only_open`` leaves out of a register what is settled; items have ``figures`` for that.
    """

    plans: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    text: str | None = None
    issued_for: int | None = None
    only_open: bool = False

    @property
    def by_item(self) -> bool:
        """Whether anything narrows items within a plan."""
        return bool(self.fields or self.groups or self.leads or self.units or self.figures or self.text)

    def takes_plan(self, plan: PlanStanding) -> bool:
        if self.plans and plan.plan.id not in self.plans:
            return False
        return self.issued_for is None or plan.issued_for(self.issued_for)

    def takes(self, standing: Standing, due_soon: int) -> bool:
        """Whether the item fits every item filter; its plan is judged apart."""
        led = standing.leads
        text = self.text
        return (
            (not self.fields or standing.field in self.fields)
            and (not self.groups or standing.group in self.groups)
            and (not self.leads or any(u in self.leads for u in led))
            and (not self.units or any(u in self.units for u in (*led, *standing.participants)))
            and (not self.figures or any(MARKS[f](standing, due_soon) for f in self.figures))
            and (text is None or text in standing.title or text in (standing.item.text or ""))
        )


def select(
    standings: Iterable[Standing], plans: Iterable[PlanStanding], chosen: Selection, due_soon: int
) -> list[Standing]:
    wanted = {p.plan.id for p in plans if chosen.takes_plan(p)}
    return [s for s in standings if s.plan.id in wanted and chosen.takes(s, due_soon)]


def resolved(chosen: Selection, ledger: Ledger, day: date, unread: Iterable[str] = ()) -> Selection:
    """The same selection with every name as it is called on ``day``; raises LedgerError for a name nobody knows.

    ``unread`` are plans whose files could not be read: they are known, and have nothing to show.
    """
    units = ledger.units
    groups = [u.id for u in units if u.kind == TASK_GROUP]
    known_units = _all_names(ledger) | set(units.names)
    return Selection(
        plans=tuple(_known("方案", p, [*(x.id for x in ledger.plans), *unread]) for p in chosen.plans),
        fields=tuple(_known("领域", f, _fields(ledger)) for f in chosen.fields),
        groups=tuple(
            units.current(_known("专项小组", g, [*groups, *units.names]), day) for g in chosen.groups
        ),
        leads=tuple(units.current(_known("单位", u, known_units), day) for u in chosen.leads),
        units=tuple(units.current(_known("单位", u, known_units), day) for u in chosen.units),
        figures=tuple(figure_named(f) for f in chosen.figures),
        text=chosen.text,
        issued_for=chosen.issued_for,
    )


_ALSO = {
    "终止": "cancelled",
    "并入": "cancelled",
    "拆分": "cancelled",
    "已启动": "in_progress",
    "核验": "accepted",
}


def figure_named(word: str) -> str:
    """``overdue`` or 逾期 → ``overdue``; raises LedgerError for a word that is neither."""
    by_label = {label: figure for figure, label in LABELS.items()} | _ALSO
    figure = by_label.get(word, word)
    if figure not in MARKS:
        raise LedgerError(
            f"--status 没有“{word}”；可写：{'、'.join(f'{k}（{v}）' for k, v in LABELS.items())}"
        )
    return figure


def _fields(ledger: Ledger) -> list[str]:
    used = {f for plan, item in ledger.items() for f in (plan.field, item.field) if f}
    return [*ledger.settings.fields, *sorted(used.difference(ledger.settings.fields))]


def _all_names(ledger: Ledger) -> set[str]:
    return {n for plan, item in ledger.items() for n in (*plan.lead, *item.lead, *item.participants)}


def _known(kind: str, name: str, known: Iterable[str]) -> str:
    names = list(known)
    if name not in names:
        hint = did_you_mean(name, names) or "用 ledger list 查看可用的名称"
        raise LedgerError(f"没有“{name}”这个{kind}；{hint}")
    return name
