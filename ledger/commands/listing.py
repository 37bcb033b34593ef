"""``ledger list``."""

from dataclasses import dataclass, replace
from typing import Annotated

from typer import Argument, Option

from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean
from ledger.commands.command import command
from ledger.commands.options import Names, Output, When, Where, Which
from ledger.commands.printing import deliver
from ledger.commands.session import open_session
from ledger.measures.states import state_named
from ledger.reports.listing import Listing, States, index_of_lists, listings


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a register."""

    only_open: Annotated[bool, Option("--open", help="只列未办结的")] = False
    state: Annotated[
        Names,
        Option("--state", metavar="状态", help="只列某种状态的，可写几次；有哪些状态，见 ledger list"),
    ] = None
    kind: Annotated[
        Names, Option("--kind", metavar="种类", help="只列某一种的；有哪些种类，见 ledger list")
    ] = None
    figure: Annotated[
        str | None, Option("--figure", metavar="指标", help="只要表下的一个指标，写它的名称或英文")
    ] = None


@command("list", kept=True)
def run(
    where: Where,
    when: When,
    which: Which,
    part: Part,
    output: Output,
    register: Annotated[
        str | None,
        Argument(metavar="[登记簿]", help="plans、slips、upstream、claims …；不写则列出有哪些"),
    ] = None,
) -> int:
    """列出登记簿：方案、三单一书和它的各行、上级文件、领导认领等，表下是各项指标。

    例：ledger list slips --open；ledger list rows --kind 提示单 --state 应回复未回复
    """
    session = open_session(where, when, which)
    if register is None:
        if part != Part():
            raise LedgerError("只列一部分要写明登记簿，如 ledger list plans --state 已销账")
        return deliver(session.answer("list", index_of_lists()), output)
    listing = _listing(register)
    if part.only_open and not listing.has_open:
        raise LedgerError(f"{register} 没有办结一说，不能写 --open")
    chosen = replace(
        session.chosen,
        only_open=part.only_open,
        states=_named(register, "--state", listing.states, part.state),
        kinds=_named(register, "--kind", listing.kinds, part.kind),
        figure=_figure(listing, part.figure) if part.figure else "",
    )
    report = listing.build(session.ledger, session.day.date, chosen)
    return deliver(session.answer("list", report), output)


def _listing(register: str) -> Listing:
    known = listings()
    if register not in known:
        meant = next((kind for kind, listing in known.items() if register in _words(listing)), None)
        hint = f"写 ledger list {meant}" if meant else did_you_mean(register, known)
        hint = hint or f"可写 {'、'.join(known)}"
        raise LedgerError(f"没有“{register}”这个登记簿；{hint}")
    return known[register]


def _words(listing: Listing) -> set[str]:
    """What people call the list or one thing of it: 重点领域改革问题, 改革问题, problem."""
    thing = listing.spec.thing if listing.spec else None
    return {listing.label.partition("：")[0], *((thing.word, thing.kind) if thing else ())}


def _figure(listing: Listing, word: str) -> str:
    """Its identifier; raises LedgerError for a word that names none."""
    figures: dict[str, str] = {f.label: f.name for f in listing.spec.figures} if listing.spec else {}
    if not figures:
        raise LedgerError(f"{listing.kind} 表下没有指标，不能写 --figure")
    if word not in {*figures, *figures.values()}:
        hint = did_you_mean(word, figures) or f"可写：{'、'.join(figures)}"
        raise LedgerError(f"--figure 没有“{word}”；{hint}")
    return figures.get(word, word)


def _named(register: str, option: str, states: States, words: Names) -> tuple[str, ...]:
    """Identifiers for words of either language, each once."""
    if words and not states:
        raise LedgerError(f"{register} 不分{'种类' if option == '--kind' else '状态'}，不能写 {option}")
    return tuple(dict.fromkeys(state_named(states, word, option) for word in words or ()))
