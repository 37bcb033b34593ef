"""One bulletin recomputed: from the files it was made of, and against what the ledger says of its day now."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ledger import __version__
from ledger.actions.bulletin_file import computed, front
from ledger.base.diagnostics import Diagnostic, Place, Severity, has_errors
from ledger.base.errors import LedgerError
from ledger.checks.bulletins import differences, marker_faults
from ledger.checks.covering import covered
from ledger.commands.basis import Bases, Found
from ledger.commands.bulletins import Opened, opened
from ledger.commands.correcting import correction, edition_of
from ledger.commands.drift import drift
from ledger.files.bulletin_text import BulletinText, Region
from ledger.model.bulletins import Head
from ledger.render.bulletin import regions
from ledger.reports.bulletin.edition import Edition

FRONT = "文首"


@dataclass(frozen=True, slots=True)
class Verified:
    """``words`` tell the result in a line; ``data`` for programs."""

    path: str
    diagnostics: list[Diagnostic]
    words: str
    data: dict[str, Any]


@dataclass
class Verifier:
    """Verifies the bulletins of a ledger; every state of it, in ``bases``, is read once."""

    bases: Bases

    def verify(self, file: Path) -> Verified:
        return self.judge(opened(self.bases.folder, file))

    def judge(self, found: Opened) -> Verified:
        faults = marker_faults(found.path, found.text)
        if found.head is None:
            return _result(found.path, [*faults, *found.faults], None, "")
        return self._recomputed(found.path, found.text, found.head, faults)

    def _recomputed(self, path: str, text: BulletinText, head: Head, faults: list[Diagnostic]) -> Verified:
        if head.draft:
            faults.append(_draft(path))
        try:
            found = self.bases.find(head, path)
            edition, expected = self._expected(path, head, found)
        except LedgerError as error:
            faults.append(Diagnostic("V105", Severity.ERROR, str(error), Place(path)))
            return _result(path, faults, head, "")
        faults += _unread(path, found)
        if not text.faults:
            faults += differences(path, _with_front(text), [*_front(head, edition), *expected], head.month)
            faults += covered(path, text)
        if not has_errors(faults):
            faults += drift(path, head, self.bases)
        return _result(path, faults, head, found.words, edition, sum(p.says_something for p in text.prose))

    def _expected(self, path: str, head: Head, found: Found) -> tuple[Edition, list[Region]]:
        """Corrections first, each computed from what the one before it was computed from."""
        edition = edition_of(found.reading.ledger, head)
        expected, then = [], found
        for number, amended in enumerate(head.corrections, 1):
            now = self.bases.find(amended, path)
            passage = correction(head, then, now.reading.ledger, amended.date, number)
            expected += regions([passage], head.layout)
            then = now
        return edition, [*expected, *computed(edition)]


def _draft(path: str) -> Diagnostic:
    hint = "先提交台账文件，再用 ledger bulletin --write 重新生成"
    return Diagnostic("V104", Severity.ERROR, "是草稿：生成时台账文件没有全部提交", Place(path), hint)


def _unread(path: str, found: Found) -> list[Diagnostic]:
    unread = found.reading.sources.unread
    said = f"{found.words}的台账有 {len(unread)} 个文件本程序读不了，重算的数不完整"
    return [Diagnostic("V105", Severity.ERROR, said, Place(path))] if unread else []


def _with_front(text: BulletinText) -> BulletinText:
    """The front matter is computed as well."""
    return replace(text, parts=(Region(FRONT, text.front.rstrip("\n"), 2), *text.parts))


def _front(head: Head, edition: Edition) -> list[Region]:
    whole = replace(head, population=edition.month.population, policy=edition.month.policy.from_)
    return [Region(FRONT, front(whole).rstrip("\n"), 2)]


def _result(
    path: str,
    faults: list[Diagnostic],
    head: Head | None,
    where: str,
    edition: Edition | None = None,
    prose: int = 0,
) -> Verified:
    figures = len(edition.numbers) if edition else 0
    ok = not has_errors(faults)
    words = f"{path}：{'一致' if ok else '不一致' if where else '没有核对'}"
    if where:
        words += f"，取自{where}，重算 {figures} 个数" + (f"；人写的 {prose} 段没有核对" if prose else "")
    if not ok and head is not None and head.tool != __version__:
        words += (
            f"；本期由 ledger {head.tool} 生成，现用 {__version__}，写法可能不同，可用 {head.tool} 版再核对"
        )
    data = {
        "path": path,
        "ok": ok,
        "day": head.day.isoformat() if head else None,
        "digest": head.digest if head else None,
        "source": where or None,
        "figures": figures,
        "corrections": len(head.corrections) if head else 0,
        "prose": prose,
    }
    return Verified(path, faults, words, data)
