"""What may stand on a command line in a certain place: names out of the ledger, words of the program."""

from collections.abc import Callable, Iterable

from ledger.commands import ledger_names, program_words
from ledger.commands.asked import Asked, Offer


def offers(asked: Asked) -> list[Offer]:
    """Those that begin with what is typed, in the order of the ledger; none where only the user can know."""
    word = asked.metavar.strip("[].")
    source = _SOURCES.get(word)
    if source is not None:
        return [offer for offer in source(asked) if offer.value.startswith(asked.word)]
    fixed = word.split("|")
    if len(fixed) > 1 and word.isascii():
        return [Offer(one) for one in fixed if one.startswith(asked.word)]
    return []


_SOURCES: dict[str, Callable[[Asked], Iterable[Offer]]] = {
    "编号": ledger_names.refs,
    "方案": ledger_names.plans,
    "单位": ledger_names.units,
    "单位|值": ledger_names.units,
    "单位|文件": ledger_names.units,
    "单位|领导": ledger_names.deciders,
    "小组": ledger_names.groups,
    "督察重点": ledger_names.checkpoints,
    "类别": ledger_names.unit_kinds,
    "领域": ledger_names.fields,
    "原因": ledger_names.causes,
    "事件": program_words.events,
    "状态": program_words.states,
    "种类": program_words.kinds,
    "文种": program_words.paper_words,
    "结果": program_words.results,
    "键": program_words.keys,
    "层级": program_words.levels,
    "分组": program_words.groupings,
    "归口": program_words.cause_keys,
    "代码": program_words.codes,
    "登记簿": program_words.registers,
    "对象": program_words.creatable,
    "字段=值": program_words.field_words,
    "格式": program_words.formats,
}
"""By what help pages call the value: one word means the same wherever it stands."""
