"""``ledger diff``."""

from typing import Annotated

from typer import Argument

from ledger.base.diagnostics import Diagnostic, Severity
from ledger.base.errors import LedgerError
from ledger.checks.fresh import fresh
from ledger.commands.command import command
from ledger.commands.compared import Compared
from ledger.commands.compared_remarks import about_versions
from ledger.commands.comparing import open_comparison
from ledger.commands.options import Folder, Output, When
from ledger.commands.printing import deliver
from ledger.commands.remarks import guesses, heading, provisional, unread
from ledger.commands.two_issues import compared_issues, issue_names
from ledger.measures.comparing.moves import with_moves
from ledger.render.answer import Answer, Screen, report_renderers
from ledger.reports.change_words import brief
from ledger.reports.review import Review, review

LONGEST = 60_000
"""Characters of a comment on a pull request: GitHub takes 65,536."""
_ROWS = (200, 100, 50, 20, 10, 5, 2, 0)
"""A table, where all of them would be too many."""
_REMARK = 800


@command("diff", kept=True)
def run(
    output: Output,
    where: Folder,
    when: When,
    versions: Annotated[
        list[str] | None,
        Argument(
            metavar="[基准[...新版]|月报...]",
            help=(
                "写基准，与当前文件比；写基准...新版，与新版的提交比；不写，与本分支从主分支分出时比；"
                "写两期月报（文件或月份），比两期之间；写一期，与上一期比"
            ),
        ),
    ] = None,
) -> int:
    """一次修改对数字的影响：完成率、逾期、应发的单，哪些单位变了，有没有改动已入库的记录；或两期月报之间逐项变了什么。

    例：ledger diff；ledger diff main...HEAD；ledger diff 2017-09 2017-10
    """
    issues = issue_names(where, versions or [])
    if issues:
        if when.day is not None or when.month is not None:
            raise LedgerError("两期月报各按自己的截止日比较，不能再写 --day、--month")
        return deliver(compared_issues(where, issues), output)
    found = open_comparison(where, when, versions[0] if versions else None)
    answer = _that_fits(found) if output.format == "markdown" else _answer(found)
    return deliver(answer, output, told=True)


def _that_fits(found: Compared) -> Answer:
    """The longest that a comment can hold."""
    render = report_renderers()["markdown"].render
    answers = (_answer(found, most) for most in (None, *_ROWS))
    fitting = (answer for answer in answers if len(render(answer, Screen())) <= LONGEST)
    return next(fitting, None) or _answer(found, _ROWS[-1])


def _answer(found: Compared, most: int | None = None) -> Answer:
    verdict = found.history
    ledger, sources = found.after.ledger, found.after.sources
    faults = [*_unread(found), *verdict.findings]
    given = Review(
        ledger.settings.name,
        found.range.words,
        found.effect,
        with_moves(found.changes, found.effect),
        sorted(faults, key=lambda d: (_WORST_FIRST.index(d.severity), d.code, d.sort_key)),
        lambda spot: sources.place(spot.path, spot.pointer, key=spot.key),
        verdict.allowed,
        found.allowances,
        found.bulletins,
        len({*sources.unread, *found.before.sources.unread}),
    )
    report = review(given, most)  # before anybody asks which years it leaned on
    said = (
        heading(found.day),
        unread(sources),
        *about_versions(found),
        _allowed(len(verdict.allowed)),
        guesses(ledger),
    )
    diagnostics = [*faults, *provisional(ledger)]
    return Answer(
        "diff", found.day.date, report, found.revision, diagnostics,
        tuple(brief(words, _REMARK) for words in said if words), allowed=verdict.allowed,
    )  # fmt: skip


_WORST_FIRST = list(Severity)
"""Within a level by code: what could not be compared at all stands behind what is known to be rewritten."""


def _unread(found: Compared) -> list[Diagnostic]:
    """Why files of the new version could not be read; what was unreadable before is no fault of the change."""
    unread = found.after.sources.unread
    return fresh(
        (p for p in found.after.ledger.problems if p.place.path in unread), found.before.ledger.problems
    )


def _allowed(count: int) -> str:
    return f"另有 {count} 处改动按文件中的说明放行" if count else ""
