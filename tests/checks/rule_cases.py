"""Cases of rules: small ledgers written as text, each finding marked on its own line as a comment.

``papers`` are slips by id, of which a case writes only what it is about.

``# ^核验通过 message | hint``: a finding of the rule stands on this line, where the text after ``^`` begins; its
message holds the words that follow, its hint (if given) those after ``|``. Rules read the files without their marks.

A case of a history rule has the older version under ``before:``, written with the same keys; there ``# ^^完成 words``
marks a place to which a finding refers.
"""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ledger.base.days import parse_day
from ledger.base.diagnostics import Diagnostic
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.run import judge_history
from ledger.checks.logs import logs
from ledger.checks.run import judge
from ledger.files.document import read_document
from ledger.files.folder import is_ours
from ledger.files.tree import SourceFile
from ledger.loading.load import load
from ledger.measures.comparing.changes import changes
from ledger.measures.comparing.effect import Effect, Side
from ledger.model.shelves import registers
from ledger.model.slips import PREFIXES

CASES = Path(__file__).parent / "cases"
DAY = date(2017, 10, 31)

LEDGER = """\
name: 试例
office: 改革办
commission: 深改组
fields: [经济体制, 社会体制]
"""
UNITS = """\
units:
  - id: 改革办
  - id: 深改组
  - id: 甲局
    aliases: [甲]
  - id: 乙局
  - id: 丙局
  - id: 经济体制改革专项小组
    kind: 专项小组
    aliases: [经济组]
leaders:
  - id: 沈砚青
"""
ITEMS = "id: p\ntitle: 方案\nlead: 甲局\nitems:\n"
LOG = ITEMS + "- id: 1\n  title: 事项\n  due: 2017-12-31\n  log:\n"
PATHS = {
    "ledger": "ledger.yaml",
    "units": "units.yaml",
    "policy": "policy.yaml",
    "calendar": "calendar.yaml",
    "scoring": "scoring.yaml",
    "plan": "p.yaml",
    "other": "q.yaml",
    "slip": "slips/TS-2017-001.yaml",
    **{r.name: f"{r.name}/one.yaml" if r.folder else r.file for r in registers().values()},
}
_KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}
_KEY = re.compile(r"^(\w+):(?: (\S+))?", re.MULTILINE)
_MARK = re.compile(r" *# \^(?P<at>[^\s^]\S*) (?P<words>[^|\n]+?)(?: \| (?P<hint>.+))?$", re.MULTILINE)
_RELATED = re.compile(r" *# \^\^(?P<at>\S+) (?P<words>.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Expected:
    """A finding that a case asks for."""

    path: str
    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True)
class Related:
    """A place in the older version to which a finding refers, and the words beside it."""

    path: str
    line: int
    column: int
    words: str


@dataclass
class Case:
    """One small ledger: its files by path, and the findings marked in them; ``unread`` are broken on purpose.

    ``before_files`` are those of the older version, where there is one.
    """

    name: str
    day: date
    unread: tuple[str, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    before_files: dict[str, str] | None = None

    def expected(self) -> Iterator[Expected]:
        for path, number, column, mark in _marks(_MARK, self.files):
            yield Expected(path, number, column, mark["words"], mark["hint"] or "")

    def expected_related(self) -> Iterator[Related]:
        for path, number, column, mark in _marks(_RELATED, self.before_files or {}):
            yield Related(path, number, column, mark["words"])

    def diagnostics(self) -> list[Diagnostic]:
        if self.before_files is not None:
            return compared(unmarked(self.before_files), unmarked(self.files), self.day)
        ledger, sources = load(MemoryTree(unmarked(self.files)))
        assert sources.unread == self.unread, ledger.problems
        return judge(ledger, sources, self.day, audit=True).findings


def _marks(form: re.Pattern[str], files: dict[str, str]) -> Iterator[tuple[str, int, int, re.Match[str]]]:
    """Every mark with the place where its text begins: path, line, column."""
    for path, text in files.items():
        for number, line in enumerate(text.splitlines(), 1):
            if mark := form.search(line):
                yield path, number, line.index(mark["at"]) + 1, mark


def unmarked(files: dict[str, str]) -> dict[str, str]:
    """The files as their authors would have written them."""
    return {path: _RELATED.sub("", _MARK.sub("", text)) for path, text in files.items()}


REVISION = "0123456789ab"


def compared(before: dict[str, str], after: dict[str, str], day: date = DAY) -> list[Diagnostic]:
    """What the history rules say of two versions of a ledger, given as texts by path."""
    (old, then), (new, now) = load(MemoryTree(before)), load(MemoryTree(after))
    effect = Effect(Side(old, day), Side(new, day))
    both = then.contents.keys() & now.contents.keys()
    named = {paper.file for log in logs(old) for entry in log.entries for paper in entry.evidence}
    comparison = Comparison(
        effect,
        tuple(changes(old, new, [*then.unread, *now.unread])),
        altered=frozenset(path for path in both if then.contents[path] != now.contents[path]),
        gone=frozenset(then.contents.keys() - now.contents.keys() - set(now.unread)),
        missing=frozenset(path for path in before.keys() - after.keys() if path in named),
    )
    return judge_history(comparison, then, now, REVISION)


@dataclass
class MemoryTree:
    """A ledger's files that were never on disk."""

    contents: dict[str, str]

    def files(self) -> Iterator[SourceFile]:
        for path, text in sorted(self.contents.items()):
            if is_ours(path):
                yield SourceFile(path, path, text.encode())


def read_cases(path: Path) -> dict[str, list[Case]]:
    """The cases of one rule, ``pass`` and ``fail``."""
    document, problems = read_document(path.name, path.read_bytes())
    assert document is not None, problems
    assert set(document.data) <= {"pass", "fail"}, path
    return {kind: [_case(raw) for raw in document.data[kind]] for kind in ("pass", "fail")}


def _case(raw: dict[str, Any]) -> Case:
    raw = dict(raw)
    case = Case(raw.pop("name"), parse_day(raw.pop("day", str(DAY))), tuple(raw.pop("unread", ())))
    before = raw.pop("before", None)
    case.before_files = _files(before) if before is not None else None
    case.files = _files(raw)
    return case


def _files(raw: dict[str, Any]) -> dict[str, str]:
    """What one version of a ledger holds, by path."""
    raw = {"ledger": LEDGER, "units": UNITS} | raw
    files = dict(raw.pop("files", {}))
    files |= {f"slips/{name}.yaml": _paper(name, text) for name, text in raw.pop("papers", {}).items()}
    if "items" in raw:
        raw["plan"] = ITEMS + raw.pop("items")
    if "log" in raw:
        raw["plan"] = LOG + textwrap.indent(raw.pop("log"), "  ")
    return files | {PATHS[key]: text for key, text in raw.items() if text}


def _paper(identifier: str, text: str) -> str:
    """A slip with what a case does not say filled in below: issued on the day it was judged, answered in time."""
    said = dict(_KEY.findall(text))
    prefix, year, number = identifier.split("-")
    as_of = said.get("as_of") or str(DAY)
    usual = {
        "id": identifier,
        "kind": _KINDS[prefix],
        "number": f"改{prefix}〔{year}〕{int(number)}号",
        "unit": "甲局",
        "as_of": as_of,
        "reply_due": "2018-12-31",
        "log": f"[{{date: {as_of}, event: 签发, by: 改革办}}]",
    }
    return text + "".join(f"{key}: {value}\n" for key, value in usual.items() if key not in said)
