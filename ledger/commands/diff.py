"""``ledger diff``."""

from typing import Annotated

from typer import Argument

from ledger.base.diagnostics import Diagnostic, Severity
from ledger.checks.fresh import fresh
from ledger.commands.command import command
from ledger.commands.compared import Compared
from ledger.commands.comparing import open_comparison
from ledger.commands.options import Folder, Output, When
from ledger.commands.printing import deliver
from ledger.commands.remarks import guesses, heading, listed, provisional, unread
from ledger.files.tree import shown
from ledger.measures.comparing.moves import with_moves
from ledger.render.answer import Answer, Screen, report_renderers
from ledger.reports.change_words import brief
from ledger.reports.review import Review, review

LONGEST = 60_000
"""Characters of a comment on a pull request: GitHub takes 65,536."""
_ROWS = (200, 100, 50, 20, 10, 5, 2, 0)
"""A table, where all of them would be too many."""
_REMARK = 800


@command("diff")
def run(
    output: Output,
    where: Folder,
    when: When,
    versions: Annotated[
        str | None,
        Argument(
            metavar="[基准[...新版]]",
            help="写基准，与当前文件比；写基准...新版，与新版的提交比；不写，与本分支从主分支分出时比",
        ),
    ] = None,
) -> int:
    """一次修改对数字的影响：完成率、逾期、应发的单，哪些单位变了，有没有改动已入库的记录。

    例：ledger diff；ledger diff main；ledger diff main...HEAD --format markdown
    """
    found = open_comparison(where, when, versions)
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
        _moved(found),
        _redated(found),
        _unseen(found),
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


def _unseen(found: Compared) -> str:
    before = found.before.sources
    if not before.unread:
        return ""
    return f"注意：旧版有 {len(before.unread)} 个文件有错未读入，其中的变化看不到：{listed(before)}"


def _redated(found: Compared) -> str:
    """Both versions are judged on the new one's day: what that day alone does is seen nowhere else."""
    then, now = (side.ledger.settings.as_of for side in (found.before, found.after))
    if then == now or not found.before.has_head(found.range.before.prefix):
        return ""
    return f"注意：截止日（as_of）由 {then or '未写'} 改为 {now or '未写'}，两版都按 {found.day.date} 判定"


def _moved(found: Compared) -> str:
    before = found.range.before
    if before.stood is None:
        return ""
    stood, stands = (shown(prefix) or "仓库顶层" for prefix in (before.stood, before.prefix))
    return f"注意：台账由 {stood} 移到 {stands}；旧版的位置按现在的文件夹写"


def _allowed(count: int) -> str:
    return f"另有 {count} 处改动按文件中的说明放行" if count else ""
