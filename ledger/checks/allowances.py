"""Findings that files allow by a comment: on the line of the finding or right above it, for a reason, up to a day."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.base.days import days_after
from ledger.base.diagnostics import Allowed, Diagnostic, Place
from ledger.checks.allowance_words import NoAllowance, addressed, parse_words
from ledger.checks.rules.a101_allowance_malformed import RULE as MALFORMED
from ledger.checks.rules.a102_allowance_expired import RULE as EXPIRED
from ledger.checks.rules.a103_allowance_unused import RULE as UNUSED
from ledger.checks.rules.a104_allowance_too_long import RULE as TOO_LONG
from ledger.loading.sources import Sources

if TYPE_CHECKING:
    from ledger.files.comments import Comment

_SIGNS = (b"ledger:", "ledger：".encode())
MOST_DAYS = 366
"""One that runs on for years is a rule that somebody switched off."""
OF_HISTORY, OF_AUDITS = "D", "F"
"""Judged only where there is something to compare with, or where somebody asks; such an allowance is never idle."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """``lines`` are those whose findings it covers."""

    place: Place
    lines: frozenset[int]
    codes: tuple[str, ...]
    until: date
    reason: str

    @property
    def words(self) -> tuple[str, tuple[str, ...], date, str]:
        """What it says and in which file: the same on another line is the same."""
        return (self.place.path, self.codes, self.until, self.reason)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands, by place, and what the files allow."""

    findings: list[Diagnostic]
    allowed: tuple[Allowed, ...] = ()


@dataclass(frozen=True, slots=True)
class Allowances:
    """What the comments of a ledger's files allow on a day, and what is wrong with those that allow nothing."""

    standing: Sequence[Allowance]
    faults: Sequence[Diagnostic]

    def apply(self, findings: Iterable[Diagnostic]) -> Verdict:
        """Each finding either stands or is allowed, by the comment that is nearest to it."""
        by_line = {
            (a.place.path, line, code): a for a in self.standing for line in a.lines for code in a.codes
        }
        stands, allowed = [], []
        for found in sorted(findings, key=lambda d: d.sort_key):
            by = by_line.get((found.place.path, found.place.line, found.code))
            if by is None or found.place.revision:
                stands.append(found)
            else:
                allowed.append(Allowed(found, by.reason, by.until))
        return Verdict(stands, tuple(allowed))

    def idle(self, allowed: Iterable[Allowed]) -> Iterator[Diagnostic]:
        """Codes for which there was nothing to allow."""
        used = {(a.diagnostic.place.path, a.diagnostic.place.line, a.diagnostic.code) for a in allowed}
        for allowance in self.standing:
            for code in allowance.codes:
                covered = {(allowance.place.path, line, code) for line in allowance.lines}
                if code[0] not in {OF_HISTORY, OF_AUDITS} and not covered & used:
                    message = f"这里没有 {code} 可放行"
                    hint = "问题已经改好的，删去注释里的这个代码；注释应写在那一行末尾，或紧挨着的上一行"
                    yield Diagnostic(UNUSED.code, UNUSED.severity, message, allowance.place, hint)


def read_allowances(sources: Sources, known: Collection[str], day: date) -> Allowances:
    """Of every file that was read."""
    standing, faults = list[Allowance](), list[Diagnostic]()
    for path in sources.records:
        source = sources.contents[path]
        for place, lines, words in addressed_lines(path, source):
            try:
                said = parse_words(words, known)
            except NoAllowance as error:
                faults.append(Diagnostic(MALFORMED.code, MALFORMED.severity, str(error), place, error.hint))
                continue
            faults.extend(_out_of_time(said.until, day, place))
            if said.until >= day:
                standing.append(Allowance(place, lines, said.codes, said.until, said.reason))
    return Allowances(standing, faults)


def _out_of_time(until: date, day: date, place: Place) -> Iterator[Diagnostic]:
    last = days_after(day, MOST_DAYS)
    if until < day:
        message = f"只放行到 {until}，已经过期"
        hint = "问题已经改好的，删去注释；还要放行的，写明新的到期日和理由"
        yield Diagnostic(EXPIRED.code, EXPIRED.severity, message, place, hint)
    elif until > last:
        message, hint = f"放行到 {until}，超过一年", f"到期日改为 {last} 或更早，届时再看"
        yield Diagnostic(TOO_LONG.code, TOO_LONG.severity, message, place, hint)


def addressed_lines(path: str, source: bytes) -> Iterator[tuple[Place, frozenset[int], str]]:
    """Every comment that is meant for this program: where it stands, the lines it speaks of, and what it says.

    A file without the word ``ledger:`` costs a search for it.
    """
    if not any(sign in source for sign in _SIGNS):
        return
    from ledger.files.comments import comments  # noqa: PLC0415 - needs the parser, and few files say anything to us

    found = list(comments(source))
    below = _lines_below(found)
    lines = source.decode().splitlines()
    for comment in found:
        words = addressed(comment.text)
        if words is not None:
            offset = comment.text.index("ledger")
            place = Place(
                path,
                comment.line,
                comment.column + offset,
                len(comment.text) - offset,
                lines[comment.line - 1],
            )
            yield place, below[comment.line] if comment.alone else frozenset({comment.line}), words


def _lines_below(found: Sequence["Comment"]) -> dict[int, frozenset[int]]:
    """Of every comment on a line of its own: the line below it and below the comments that follow it.

    Those at the head of the file cover its first line too, where findings about the whole file stand.
    """
    below: dict[int, frozenset[int]] = {}
    alone = [c.line for c in found if c.alone]
    for line in reversed(alone):
        below[line] = below.get(line + 1, frozenset({line + 1}))
    head = 1
    while head in below:
        below[head] |= {1}
        head += 1
    return below
