"""调度: who reported on what this month, by field, group and lead. Coverage: items that got an entry this month."""

from collections.abc import Callable, Iterator

from ledger.measures.progress import GROUPINGS, grouped
from ledger.measures.selection import NOTHING, Selection
from ledger.reports.blocks import Block, Cell, Column, Heading, Paragraph, Table, cells
from ledger.reports.bulletin.figures import EVERYTHING, Counter, Figure
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, folded, item_table, sentence
from ledger.reports.words import state_cell

_SHOWN = {"field": "按领域", "group": "按专项小组", "lead": "按牵头单位"}
_CHOSEN: dict[str, Callable[[str], Selection]] = {
    "field": lambda key: Selection(fields=(key,)),
    "group": lambda key: Selection(groups=(key,)),
    "lead": lambda key: Selection(leads=(key,)),
}
_SHARED = "几个单位共同牵头的事项，在各单位名下都计数，各行相加多于合计。"
_HAPPENED = {
    "completed_this_month": "本月完成",
    "accepted_this_month": "本月核验通过",
    "returned_this_month": "本月核验退回",
}
_TITLES = ("计数", "已完成", "完成率", "逾期", "应调度", "已调度", "覆盖率")


def _build(counter: Counter) -> list[Block]:
    asked, reported = counter.items("to_report"), counter.items("reported")
    rate = counter.rate(reported, asked, "调度覆盖率")
    silent = counter.items("unreported")
    told = f"本月应调度{asked}项，有进展记录的{reported}项，覆盖率{rate.full}"
    rest = counted({"没有更新的": silent})
    happened = {words: counter.items(mark) for mark, words in _HAPPENED.items()}
    blocks: list[Block] = [
        Paragraph(
            sentence(
                "，".join(filter(None, (told, rest))) if asked.value else "本月没有应调度的事项",
                counted(happened) or "本月没有报完成、核验的事项",
            )
        )
    ]
    for by, title in _SHOWN.items():
        if (keys := _keys(counter, by)) not in ([], [NOTHING]):
            blocks += [Heading(title, 3), _table(counter, by, keys)]
    if any(len(s.leads) > 1 for s in counter.month.items_of("total", EVERYTHING)):
        blocks.append(Paragraph(_SHARED))
    blocks += _unreported(counter, silent)
    return blocks


def _table(counter: Counter, by: str, keys: list[str]) -> Table:
    columns = (Column(GROUPINGS[by], wrap=True), *(Column(t, right=True) for t in _TITLES))
    return Table(columns, tuple(_row(counter, by, key) for key in keys))


def _keys(counter: Counter, by: str) -> list[str]:
    """As ``ledger status --by``: sorted, those without one last; units and groups as in units.yaml."""
    found = [g.key or NOTHING for g in grouped(counter.month.items, by)]
    if by == "field":
        order = {name: n for n, name in enumerate(counter.month.ledger.settings.fields)}
        return sorted(found, key=lambda k: (k == NOTHING, order.get(k, len(order)), k))
    units = counter.month.ledger.units
    return sorted(found, key=lambda k: (k == NOTHING, units.order(k)))


def _row(counter: Counter, by: str, key: str) -> tuple[Cell, ...]:
    chosen, of = _CHOSEN[by](key), key if key != NOTHING else f"{GROUPINGS[by]}{NOTHING}"
    figures = {
        name: counter.items(name, chosen, of=of)
        for name in ("total", "completed", "overdue", "to_report", "reported")
    }
    done = counter.rate(figures["completed"], figures["total"], "完成率", chosen, of=of)
    covered = counter.rate(figures["reported"], figures["to_report"], "覆盖率", chosen, of=of)
    return cells(
        key, figures["total"], figures["completed"], done, figures["overdue"], figures["to_report"],
        figures["reported"], covered,
    )  # fmt: skip


def _unreported(counter: Counter, figure: Figure) -> Iterator[Block]:
    found = counter.month.items_of("unreported", EVERYTHING)
    if found:
        table = item_table(found, ("状态", lambda s: state_cell(s).text))
        yield from folded(f"没有更新的{figure}项", table, figure)


SECTION = Section("dispatch", "调度", _build)
