"""What a row says has happened to its item, as entries that its log lacks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ledger.actions.evidence import paper_fields
from ledger.actions.importing.fates import error
from ledger.actions.importing.known import Known, squeezed
from ledger.base.diagnostics import Diagnostic
from ledger.base.text import quoted
from ledger.files.scalars import Value
from ledger.loading.sheets.draft import DraftItem
from ledger.measures.standing import CLAIMED, OPEN
from ledger.model.items import STATE_WORDS, State

_NOT_BEGUN = re.compile(r"[未没](?:有|能)?(?:正式|实质性?|全面)?(?:启动|开展|开工|动工|开始|实施)")
_CELLS = {"percent": "完成比例", "note": "进展", "evidence": "佐证"}


News: TypeAlias = "Mapping[str, Value | None]"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An entry to be made. ``day`` is None where the row names none; ``key`` names the cell that asks for it."""

    event: str
    fields: News
    day: str | None
    key: str


Said = Wanted | Diagnostic | str
"""What a row comes to: an entry, a fault, or a remark about it."""


def wanted(draft: DraftItem, known: Known) -> Iterator[Said]:
    """The entry that a row's state, progress and papers come to; a fault where they cannot be; remarks.

    Nothing for what the log says already, so that a sheet that comes twice adds nothing.
    """
    told, current = draft.progress, known.state
    note = told.note if told.note and squeezed(told.note) not in known.notes else None
    percent = told.percent if told.percent is not None and int(told.percent) != (known.percent or 0) else None
    papers = [paper for paper in map(paper_fields, told.evidence) if not known.papers & _names(paper)]
    news: News = {"percent": percent, "note": note, "evidence": papers}
    if current in CLAIMED and (told.unfinished or (told.state is None and percent is not None)):
        yield _back(draft, current, "未完成" if told.unfinished else f"{percent}%")
        return
    if current is State.NOT_STARTED and told.state is None and note and _NOT_BEGUN.search(note):
        hint = "另加一栏“状态”，写 未启动 或 已启动未完成"
        yield error("I135", f"{quoted(note)}像是还没有启动，记下来就算启动了", draft, "note", hint)
        return
    if (state := _state(told.state, current, news=any(news.values()))) is None:
        return
    if state == current or (state is State.COMPLETED and current is State.ACCEPTED):
        yield from _more(draft, known, news)
    elif state is State.COMPLETED and current in OPEN:
        yield from _completed(draft, news)
    elif state is State.IN_PROGRESS and current is State.NOT_STARTED:
        event = "进展" if any(news.values()) else "启动"
        yield Wanted(event, news, told.day, "state")
    else:
        yield _back(draft, current, STATE_WORDS[state]) if known.landed else _too_soon(draft, state)


def _state(told: str | None, current: State, *, news: bool) -> State | None:
    """Where the row says that the item stands; a row that says no state but something else is about one that runs."""
    if told is not None:
        return State(told)
    if not news:
        return None
    return State.IN_PROGRESS if current is State.NOT_STARTED else current


def _more(draft: DraftItem, known: Known, news: News) -> Iterator[Said]:
    """What a row adds about an item that stands where it says."""
    percent = draft.progress.percent
    if not any(news.values()):
        return
    if known.state is not State.IN_PROGRESS:
        cells = "、".join(word for key, word in _CELLS.items() if news[key])
        yield f"{cells}没有记：{STATE_WORDS[known.state]}的事项没有可记的事件"
    elif known.percent is not None and percent is not None and int(percent) < known.percent:
        message = f"进度{percent}%，台账里已是{known.percent}%"
        yield error("I142", message, draft, "percent", "核对哪一个对；台账记错的，用 ledger record 记 更正")
    else:
        yield Wanted("进展", news, draft.progress.day, "note" if news["note"] else "percent")


def _completed(draft: DraftItem, news: News) -> Iterator[Wanted | Diagnostic]:
    percent = draft.progress.percent
    if percent is not None and int(percent) < 100:
        yield error("I147", f"写着已完成，进度却是{percent}%", draft, "state", "核对这一行，改对其中一个")
    elif not draft.progress.evidence:
        hint = "在佐证一格写文号或材料名称；还没有做完的，状态改成 已启动未完成"
        yield error("I145", "写着已完成，没有佐证", draft, "state", hint)
    else:
        papers = list(map(paper_fields, draft.progress.evidence))
        yield Wanted("完成", {"evidence": papers, "note": news["note"]}, draft.progress.day, "state")


def _back(draft: DraftItem, current: State, told: str) -> Diagnostic:
    message = f"状态：台账里是“{STATE_WORDS[current]}”，表里是“{told}”"
    hint = "核对哪一个对；确已退回、恢复、暂缓或终止的，用 ledger record 记清由谁决定，台账记错的记 更正"
    return error("I142", message, draft, "state" if "state" in draft.places else "percent", hint)


def _too_soon(draft: DraftItem, state: State) -> Diagnostic:
    message = f"新事项一开始就写着“{STATE_WORDS[state]}”，由谁决定表上看不出"
    hint = "状态先写 已完成（有佐证）、已启动未完成 或 未启动；导入以后用 ledger record 记核验、暂缓、终止"
    return error("I146", message, draft, "state", hint)


def _names(paper: Value) -> set[str]:
    """The number or title, without its blanks; not its kind."""
    return {squeezed(str(v)) for k, v in paper.items() if k != "kind"} if isinstance(paper, dict) else set()
