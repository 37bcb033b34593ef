"""What people did to a workbook that was sent to be filled in: sentences, each with its cell and its remedy."""

from collections.abc import Iterable, Mapping

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import first_of, quoted
from ledger.files.sheets.cells import Sheet, place
from ledger.loading.returns.sheet_form import SheetForm

_AGAIN = "从发出的那份重新填，或把填好的各列贴回去"


def not_read(path: str, form: SheetForm, sheets: Iterable[Sheet]) -> Diagnostic:
    names = [quoted(sheet.name) for sheet in sheets]
    if names:
        message = f"有 {len(names)} 页都像{form.word}（{'、'.join(names)}），不知道以哪页为准，整份没有收"
        return _error("I163", Place(path), message, "只留填好的一页，再收一次")
    heads = "、".join((form.locked[0], form.open[0]))
    return _error("I163", Place(path), f"找不到{form.word}的表头（{heads}等），整份没有收", _AGAIN)


def without_columns(spot: Place, wrong: Iterable[str], heads: Mapping[str, int]) -> Diagnostic:
    words = "、".join(f"“{word}”{'有两列' if heads[word] else '不见了'}" for word in wrong)
    return _error("I163", spot, f"表头里{words}，整份没有收", _AGAIN)


def column_gone(spot: Place, head: str) -> Diagnostic:
    return _warning("I164", spot, f"锁定的一列“{head}”被删了，这一列没有核对", "不必补；下次不要删列")


def altered(spot: Place, head: str, sent: str, now: str) -> Diagnostic:
    message = f"锁定的“{head}”发出时是{_said(sent)}，交回时是{_said(now)}；没有采用"
    hint = "时限要改，走申请延期；其他有出入的，核实后用 ledger record 记"
    return _warning("I164", spot, message, hint)


def misaligned(spot: Place, ref: str, head: str, sent: str, now: str) -> Diagnostic:
    message = f"{ref} 的“{head}”发出时是{_said(sent)}，交回时是{_said(now)}；不知道这一行说的是哪一项，没有收"
    return _error("I166", spot, message, "多半是只排了几列，或错了行：请填表的单位核对后改正")


def added(spot: Place) -> Diagnostic:
    return _error("I165", spot, "这一行填了内容却没有编号，没有收", "问明是哪一项，填上编号；新事项另走立项")


def unknown(spot: Place, ref: str, owner: str) -> Diagnostic:
    message = f"{quoted(ref)}不在{owner}里，没有收"
    return _error("I165", spot, message, "编号改错了的改回来；不是它牵头的，请牵头单位报")


def twice(ref: str, spots: list[Place]) -> Diagnostic:
    cells = "、".join(spot.cell for spot in spots)
    return _error("I165", spots[0], f"{ref} 有 {len(spots)} 行（{cells}），填的不一样，没有收", "只留一行")


def idle_row(spot: Place) -> Diagnostic:
    return _warning("I167", spot, "表外多写了一行，没有读", "要报的填在留空的各列里")


def comment(spot: Place) -> Diagnostic:
    return _warning("I167", spot, "有批注，没有读", "看一眼；要报的填在留空的各列里")


def idle_column(spot: Place, head: str) -> Diagnostic:
    return _warning("I167", spot, f"多了一列{quoted(head)}，没有读", "要报的填在留空的各列里")


def gone(path: str, sheet: Sheet, refs: list[str]) -> Diagnostic:
    message = f"少了 {len(refs)} 行：{first_of(refs, 5)}；当作没有填"
    return _warning("I169", place(path, sheet, 1), message, "请填表的单位补报这几项")


def faulty(spot: Place, head: str, text: str) -> Diagnostic:
    return _error("I168", spot, f"“{head}”显示的是错误值{_said(text)}，没有收", "改成文字再报")


def _said(text: str) -> str:
    return quoted(text) if text else "空的"


def _error(code: str, spot: Place, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, spot, hint)


def _warning(code: str, spot: Place, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, spot, hint)
