"""Two versions of a ledger judged on one day: their effect, their changes, and what was rewritten."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ledger.checks.allowances import Allowance, Verdict
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.run import judge_history
from ledger.checks.logs import logs
from ledger.checks.markdown import markdown_of
from ledger.checks.run import allow, allowances_of
from ledger.commands.judging import Day
from ledger.commands.reading import Reading
from ledger.files.presence import present
from ledger.files.ranges import Range
from ledger.measures.comparing.bulletin_changes import BulletinChange, bulletin_changes
from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.changes import changes
from ledger.measures.comparing.effect import Effect, Side
from ledger.measures.comparing.things import SLIP


@dataclass(frozen=True)
class Compared:
    """The old version and the new one; the new one is the work tree where the range names no second commit."""

    range: Range
    before: Reading
    after: Reading
    day: Day

    @property
    def revision(self) -> str | None:
        """The commit of the new version; None for the work tree."""
        return self.range.after.commit if self.range.after else None

    @cached_property
    def effect(self) -> Effect:
        before = Side(self.before.ledger, self.day.date)
        return Effect(before, Side(self.after.ledger, self.day.date, before))

    @cached_property
    def changes(self) -> list[Change]:
        """Of records; what stood in a file that either side could not read is left out."""
        unread = [*self.before.sources.unread, *self.after.sources.unread]
        return changes(self.before.ledger, self.after.ledger, unread)

    @cached_property
    def bulletins(self) -> list[BulletinChange]:
        unread = frozenset([*self.before.sources.unread, *self.after.sources.unread])
        return bulletin_changes(self.before.ledger, self.after.ledger, unread)

    @cached_property
    def moved(self) -> dict[str, str]:
        """New paths of files by their old ones; the Markdown of a paper goes where its data went."""
        moves = [c for c in self.changes if c.kind is Kind.MOVED]
        paths = {str(c.before): str(c.after) for c in moves}
        return paths | {
            markdown_of(str(c.before)): markdown_of(str(c.after)) for c in moves if c.thing == SLIP
        }

    @cached_property
    def history(self) -> Verdict:
        """What was rewritten, and what of that the new files allow."""
        old, new = self.before.sources, self.after.sources
        now = {p: p if p in new.contents else self.moved.get(p, p) for p in old.contents}
        read = {path for path in old.contents if now[path] in new.contents}
        comparison = Comparison(
            self.effect,
            tuple(self.changes),
            frozenset(p for p in read if _text(old.contents[p]) != _text(new.contents[now[p]])),
            frozenset(old.contents.keys() - read - set(new.unread)),
            frozenset(self._missing_evidence()),
            self.range.before.day,
        )
        found = judge_history(comparison, old, new, self.range.before.commit)
        return allow(found, new, self.day.date)

    @cached_property
    def allowances(self) -> list[Allowance]:
        """Those that the new version brought, whether there is anything for them to allow or not yet.

        Two that say the same in one file are two; a moved file brings none.
        """
        old, new = (allowances_of(side.sources, self.day.date) for side in (self.before, self.after))
        known = Counter(
            (self.moved.get(path, path), *said) for path, *said in (a.words for a in old.standing)
        )
        brought = []
        for allowance in new.standing:
            known[allowance.words] -= 1
            if known[allowance.words] < 0:
                brought.append(allowance)
        return brought

    def _missing_evidence(self) -> set[str]:
        """Files that the old version named as evidence and its repository held, and that are gone."""
        evidence = (
            paper for log in logs(self.before.ledger) for entry in log.entries for paper in entry.evidence
        )
        named = {paper.file for paper in evidence if paper.file}
        before = present(self.range.before.repository, self.range.before, named)
        return before - present(self.range.before.repository, self.range.after, before)


def _text(content: bytes) -> bytes:
    """Without how lines end: git gives a Windows work tree other ends than the commit has."""
    return content.replace(b"\r\n", b"\n")
