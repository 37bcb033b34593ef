"""One more entry for a log: its fields in order, spliced into the file's own text."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from ledger.actions.targets import Target
from ledger.base.days import NoSuchDay, parse_day
from ledger.base.diagnostics import Pointer
from ledger.base.errors import LedgerError
from ledger.base.text import quoted
from ledger.checks.papers import standing_rows
from ledger.checks.rungs import opens_cycle
from ledger.files.scalars import Value
from ledger.files.splice import append
from ledger.files.tails import Tail
from ledger.model.entries import Entry, EvidenceKind
from ledger.model.events import CORRECT, EventType
from ledger.model.fields import spelling
from ledger.model.ledger import Ledger

_ORDER = [key for _, key in spelling(Entry)]

Fields = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry for the log of ``target``."""

    target: Target
    fields: Fields

    @property
    def ref(self) -> str:
        return self.target.log.ref


def addition(
    target: Target,
    given: Mapping[str, "Value | None"],
    when: date,
    today: date,
    judged: date | None = None,
) -> Addition:
    """The entry that the options describe.

    It says when it was recorded if it is dated before the entry above it; or if the item starts anew with it on or
    before ``judged``, the last day on which a case about it was judged (:func:`last_judged`): then it came to be
    known after the paper. Raises LedgerError for a day that is none and for what the event has to say and does not.
    """
    fields = {key: value for key, value in given.items() if value}
    fields |= {"date": when.isoformat(), "event": target.event.word}
    if target.node is not None:
        fields.setdefault("node", target.node)
    if "until" in fields:
        _day(str(fields["until"]))
    above = target.log.entries[-1:]
    anew = opens_cycle(target.event.word, str(fields.get("result")))
    if (above and when < above[0].date) or (anew and judged is not None and when <= judged):
        fields["recorded"] = today.isoformat()
    _complete(target, fields)
    return Addition(target, {key: fields[key] for key in _ORDER if key in fields})


def last_judged(ledger: Ledger, target: Target) -> date | None:
    """The last day on which a case was judged about the item, of papers that stand."""
    rows = (r for r in standing_rows(ledger) if (r.slip.track, r.row.subject) == ("item", target.log.ref))
    return max((r.slip.as_of for r in rows), default=None)


def _complete(target: Target, fields: Mapping[str, Value]) -> None:
    event = target.event
    if idle := idle_fields(event, fields):
        raise LedgerError(f"记“{event.word}”用不到 {'、'.join(f'--{name}' for name in idle)}")
    missing = missing_fields(event, fields)
    if "voids" in missing:
        raise LedgerError("更正要写 --voids 日期:事件（作废一条记录），或 --field 键 --to 改成的值")
    if missing:
        raise LedgerError(f"记“{event.word}”要写 {'、'.join(f'--{name}' for name in missing)}")


def idle_fields(event: EventType, given: Collection[str]) -> list[str]:
    """Those that mean nothing with the event."""
    return [name for name in _ORDER if name in given and name not in event.fields]


def missing_fields(event: EventType, given: Collection[str]) -> list[str]:
    """Those that the event asks for; of a 更正 that says nothing to be done it is ``voids``."""
    missing = [name for name in event.required if name not in given]
    if not missing and event.word == CORRECT and "voids" not in given and not {"field", "to"} <= set(given):
        return ["voids"]
    return missing


def evidence_of(texts: Iterable[str]) -> list[Value]:
    """``云政办发〔2017〕31号:制度成果`` → a number and its kind; both colons will do."""
    return [_evidence(text) for text in texts]


def _evidence(text: str) -> dict[str, Value]:
    number, colon, kind = text.replace("：", ":").rpartition(":")
    if colon and kind in get_args(EvidenceKind):
        return {"number": text[: len(number)], "kind": kind}
    return {"number": text}


def voided_of(text: str) -> dict[str, Value]:
    """``2017-06-22:完成`` → what a 更正 makes void."""
    day, colon, event = text.replace("：", ":").partition(":")
    if not colon or not event:
        raise LedgerError(f"--voids 不能写{quoted(text)}；应写作 2017-06-22:完成 的样式")
    _day(day)
    return {"date": day, "event": event}


def _day(text: str) -> date:
    try:
        return parse_day(text)
    except NoSuchDay as error:
        raise LedgerError(str(error)) from None


def spliced(source: bytes, additions: Iterable[Addition]) -> bytes:
    """The file's text with each entry at the end of its log; every other byte as it was."""
    by_log: dict[Pointer, list[Fields]] = {}
    for added in additions:
        by_log.setdefault(added.target.log.pointer, []).append(added.fields)
    return append(source, [Tail(pointer, entries) for pointer, entries in by_log.items()])
