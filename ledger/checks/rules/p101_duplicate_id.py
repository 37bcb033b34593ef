"""P101."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from ledger.base.diagnostics import Pointer, Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import holdings
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for plan in ledger.plans:
        path = ledger.paths["plan", plan.id]
        yield from _repeated(plan.parts, path, ("parts",), "部分")
        yield from _repeated(plan.items, path, ("items",), "事项")
        for n, item in enumerate(plan.items):
            if item.nodes:
                yield from _repeated(item.nodes, path, ("items", n, "nodes"), "节点")
    for slip in ledger.slips:
        yield from _repeated(slip.rows, ledger.paths["slip", slip.id], ("rows",), "行")
    yield from _of_registers(ledger)
    for holding in holdings(ledger):
        for key, inner in holding.type.inner.items():
            things = getattr(holding.record, key)
            yield from _repeated(things, holding.path, (*holding.pointer, key), inner.word)


def _of_registers(ledger: Ledger) -> Iterator[Finding]:
    """Whoever writes a reference means one thing: not a plan, a paper or a thing of another register as well."""
    first = {plan.id: (Spot(ledger.paths["plan", plan.id], ("id",)), "方案") for plan in ledger.plans}
    first |= {slip.id: (Spot(ledger.paths["slip", slip.id], ("id",)), "三单一书") for slip in ledger.slips}
    for holding in holdings(ledger):
        if holding.parent is not None:
            continue
        known, word = first.setdefault(holding.ref, (holding.spot("id"), holding.type.word))
        if known != holding.spot("id"):
            other = "" if word == holding.type.word else f"，{word}已经用了"
            related = ((known, "先用这个编号的在这里"),)
            message = f"{holding.type.word}编号 {holding.ref} 重复{other}"
            yield Finding(holding.spot("id"), message, "改用没有用过的编号", related)


class _Numbered(Protocol):
    @property
    def id(self) -> str: ...


def _repeated(things: Sequence[_Numbered], path: str, pointer: Pointer, kind: str) -> Iterator[Finding]:
    if len({thing.id for thing in things}) == len(things):
        return
    first: dict[str, Spot] = {}
    for n, thing in enumerate(things):
        spot = Spot(path, (*pointer, n, "id"))
        if thing.id in first:
            related = ((first[thing.id], "先用这个编号的在这里"),)
            yield Finding(spot, f"{kind}编号 {thing.id} 重复", "改用没有用过的编号", related)
        first.setdefault(thing.id, spot)


RULE = Rule(
    code="P101",
    name="duplicate-id",
    severity=Severity.ERROR,
    what=(
        "编号重复：同一方案里的两个事项、同一事项里的两个节点、同一方案里的两个部分、同一份单据里的两行、"
        "登记簿里的两件事（不在一个登记簿里也算），登记簿里的一件与方案或单据，或两个文件的方案、单据编号相同。"
    ),
    why="编号是引用的依据。编号重复，zb-2017-05/1 就不知道指哪一个，记录和督办单会记到别的事项头上。",
    example=(
        "items:\n"
        "  - id: 1\n"
        "    title: 建立负面清单\n"
        "  - id: 1                # 与上一项重复\n"
        "    title: 公布服务指南"
    ),
    fix=(
        "后写的一个改用没有用过的编号；整段重复的删去一段。两个文件编号相同的，改其中一个的 id，"
        "并使文件名与编号相同。"
    ),
    check=_check,
)
