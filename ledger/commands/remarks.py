"""What is said beside a report: whose day it is, what was not read, what is provisional."""

from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from ledger.base.days import in_chinese
from ledger.base.diagnostics import Allowed, Diagnostic, Place, Severity
from ledger.base.text import first_of
from ledger.commands.judging import Day
from ledger.files.folder import LEDGER_FILE
from ledger.loading.sources import Sources
from ledger.model.ledger import Ledger

_NAMED = 5


def heading(day: Day, reported: date | None = None, revision: str | None = None) -> str:
    at = f"，版本 {revision[:12]}" if revision else ""
    return f"截至 {in_chinese(reported or day.date)}{day.remark}{at}"


def unread(sources: Sources) -> str:
    """Which files the figures are without; nothing when all were read."""
    if not sources.unread:
        return ""
    head = any(PurePosixPath(path).name == LEDGER_FILE for path in sources.unread)
    lost = f"；{LEDGER_FILE} 里的截止日、领域、改革办都没有生效" if head else ""
    count = len(sources.unread)
    return f"注意：{count} 个文件有错未读入，以下数字不含其中内容：{listed(sources)}{lost}（运行 ledger check 查看）"


def listed(sources: Sources) -> str:
    """The first few of the files that were not read."""
    return first_of(sources.unread, _NAMED)


def allowed_errors(allowed: Iterable[Allowed]) -> str:
    """What would have stopped the paper that is signed, had its file not allowed it; nothing where there is none."""
    errors = [a for a in allowed if a.diagnostic.severity is Severity.ERROR]
    named = first_of([f"{a.diagnostic.code} {a.diagnostic.place}（{a.reason}）" for a in errors], _NAMED)
    return f"注意：{len(errors)} 个错误按文件中的说明放行：{named}" if errors else ""


def guesses(ledger: Ledger) -> str:
    years = "、".join(f"{year}年" for year in sorted(ledger.calendar.provisional))
    return f"注意：{years}放假安排未收录，涉及的工作日按周一至周五暂计" if years else ""


def provisional(ledger: Ledger) -> list[Diagnostic]:
    """Figures leaned on a year that no calendar covers: never in silence."""
    path = ledger.paths.get(("calendar", "")) or ledger.paths.get(("ledger", ""), "ledger.yaml")
    return [
        Diagnostic("K101", Severity.WARNING, f"{year} 年放假安排未收录，工作日按周一至周五暂计", Place(path))
        for year in sorted(ledger.calendar.provisional)
    ]
