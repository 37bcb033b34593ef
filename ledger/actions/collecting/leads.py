"""An item with several leads has a row in each of their workbooks: what they say together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ledger.actions.collecting.cases import COMPLETE, PROGRESS, START
from ledger.actions.evidence import names
from ledger.base.diagnostics import Diagnostic, Severity
from ledger.base.text import quoted
from ledger.loading.returns.sent import STATE
from ledger.reports.returns.verdicts import Outcome, Verdict


def agreed(verdicts: Iterable[Verdict], leads: Mapping[str, Sequence[str]]) -> list[Verdict]:
    """The same rows. Where one lead says that all is done and another does not, neither is recorded.

    What is held back counts as said: it is that lead's answer, only not complete. ``leads`` are those of each item:
    one that said nothing is told, where the others say that all is done.
    """
    rows = list(verdicts)
    heard: dict[str, set[str]] = {}
    for row in rows:
        heard.setdefault(row.ref, set()).add(row.unit)
    rows = [
        _noting(row, [unit for unit in leads.get(row.ref, ()) if unit not in heard[row.ref]]) for row in rows
    ]
    by_ref: dict[str, list[Verdict]] = {}
    for row in rows:
        if row.outcome is not Outcome.KNOWN:
            by_ref.setdefault(row.ref, []).append(row)
    settled = {id(old): new for told in by_ref.values() if len(told) > 1 for old, new in _settled(told)}
    return [settled.get(id(row), row) for row in rows]


def _noting(row: Verdict, unheard: list[str]) -> Verdict:
    if row.event != COMPLETE or not unheard:
        return row
    message = f"{row.ref} 报“已完成”，共同牵头的{'、'.join(unheard)}没有填；已照收"
    place = row.place(STATE)
    return replace(row, fault=Diagnostic("I178", Severity.WARNING, message, place, "问一问是不是都办完了"))


def _settled(told: list[Verdict]) -> list[tuple[Verdict, Verdict]]:
    done = [row for row in told if row.event == COMPLETE]
    if not done:
        return _begun_once(told)
    if len(done) < len(told) or len({frozenset(names(row.filled.evidence)) for row in told}) > 1:
        return [(row, _disagrees(row, told)) for row in told if row.outcome is not Outcome.HELD]
    return [(row, row.known()) for row in told[1:]]


def _begun_once(told: list[Verdict]) -> list[tuple[Verdict, Verdict]]:
    """What the first has started or moved, the others go on with."""
    begun = [row for row in told if row.event in (START, PROGRESS)]
    later = [row for row in begun[1:] if row.event == START]
    return [(row, replace(row, event=PROGRESS) if _tells(row) else row.known()) for row in later]


def _tells(row: Verdict) -> bool:
    return bool(row.filled.note or row.filled.evidence)


def _disagrees(row: Verdict, told: list[Verdict]) -> Verdict:
    others = "、".join(
        f"{other.unit}报{quoted(f'{other.filled.state} {other.filled.evidence}'.strip())}"
        for other in told
        if other is not row
    )
    message = f"几家牵头单位报的不一样：{others}"
    return row.held("I173", STATE, message, "请牵头单位商定后由一家改报，或核对后用 ledger record 记")
