"""What a sheet says, or leaves out, of a plan as a whole."""

from collections.abc import Iterator

from ledger.actions.importing.known import squeezed
from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import first_of, quoted
from ledger.loading.sheets.draft import DraftPlan
from ledger.model.plans import Plan
from ledger.reports.change_words import field_title

_NAMED, _LONG = 5, 80


def untitled(draft: DraftPlan, name: str) -> Iterator[Diagnostic]:
    if draft.items and "title" not in draft.fields:
        message = f"表上没有方案名称，{name} 先用编号代替"
        hint = "在表头上面写一行名称，或导入以后照改方案文件的 title"
        yield Diagnostic("I152", Severity.WARNING, message, draft.items[0].place, hint)


def unlike(draft: DraftPlan, plan: Plan) -> Iterator[Diagnostic]:
    """What the sheet says of the plan itself, and which of the plan's items it is without."""
    place = draft.items[0].place if draft.items else draft.parts[0].place if draft.parts else Place("")
    for key, known in (("title", plan.title), ("number", plan.number)):
        told = draft.fields.get(key)
        if told and known and squeezed(str(told)) != squeezed(known):
            message = f"方案的{field_title(key)}：台账里是{quoted(known, _LONG)}，表里是{quoted(told, _LONG)}"
            yield Diagnostic("I150", Severity.WARNING, message, place, "核对是不是同一个方案；台账没有改动")
    told_ids = {item.fields.get("id") for item in draft.items}
    gone = [item.id for item in plan.items if item.id not in told_ids]
    if gone:
        named = first_of(gone, _NAMED, f" 等{len(gone)}项")
        message = f"台账的 {plan.id} 有 {len(gone)} 项表里没有：{named}"
        hint = "只是一部分的表，不用管；确已并入、拆分或终止的，用 ledger record 记清由谁决定"
        yield Diagnostic("I151", Severity.WARNING, message, place, hint)
