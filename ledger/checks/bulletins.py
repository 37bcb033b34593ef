"""A bulletin's text against what its files give: every difference at its line, the value found and the value expected."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import quoted, width
from ledger.files.bulletin_text import BulletinText, Region

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*%?|[^\d]")
_WIDEST = 60
_BEFORE = 12
_MOST = 20
_RESTORE = "计算的部分不能手改；用 ledger bulletin --month {month} --write 重新生成"


def marker_faults(path: str, text: BulletinText) -> list[Diagnostic]:
    """Markers that do not agree (V103)."""
    return [
        _error("V103", f"标记不配对：{f.message}", Place(path, f.line), "恢复被改动的标记")
        for f in text.faults
    ]


def differences(path: str, text: BulletinText, expected: Sequence[Region], month: str) -> list[Diagnostic]:
    """What is missing, added or out of order (V103), and each line that reads otherwise (V102)."""
    found = [part for part in text.parts if isinstance(part, Region)]
    names, wanted = [r.name for r in found], [r.name for r in expected]
    said = list(_misplaced(path, found, wanted))
    for region in expected:
        here = text.regions.get(region.name)
        if here is None:
            said.append(
                _error("V103", f"缺少计算的一节“{region.name}”", Place(path), _RESTORE.format(month=month))
            )
        else:
            said += _lines(path, here, region, month)
    if not said and names != wanted:
        here, name = next((r, n) for r, n in zip(found, wanted, strict=True) if r.name != n)
        message = f"计算的各节次序不对：这里应是“{name}”，不是“{here.name}”"
        said.append(_error("V103", message, Place(path, here.line), _RESTORE.format(month=month)))
    return said


def in_short(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Of each bulletin the first 20 lines that read otherwise (V102), then how many more: one cause may touch them all."""
    said: list[Diagnostic] = []
    left_out: dict[str, list[Diagnostic]] = {}
    listed: Counter[str] = Counter()
    for diagnostic in found:
        path = diagnostic.place.path
        listed[path] += diagnostic.code == "V102"
        if diagnostic.code == "V102" and listed[path] > _MOST:
            left_out.setdefault(path, []).append(diagnostic)
        else:
            said.append(diagnostic)
    for path, rest in left_out.items():
        place = Place(path, rest[0].place.line)
        said.append(_error("V102", f"本文件还有 {len(rest)} 处与重算的不同，没有列出", place, rest[0].hint))
    return said


def _misplaced(path: str, found: Sequence[Region], wanted: Sequence[str]) -> Iterator[Diagnostic]:
    for region in found:
        if region.name not in wanted:
            yield _error(
                "V103",
                f"多出计算的一节“{region.name}”，台账里算不出它",
                Place(path, region.line),
                "删去这一节",
            )


def _lines(path: str, here: Region, expected: Region, month: str) -> Iterator[Diagnostic]:
    ours, theirs = here.text.split("\n"), expected.text.split("\n")
    hint = _RESTORE.format(month=month)
    for kind, start, end, first, last in SequenceMatcher(a=ours, b=theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        old, new = ours[start:end], theirs[first:last]
        for n, (one, other) in enumerate(zip(old, new, strict=False)):
            yield from _line(path, here.line + start + n, one, other, hint)
        for n, line in enumerate(old[len(new) :], len(new)):
            place = Place(path, here.line + start + n, 1, len(line), line)
            yield _error("V102", f"多出{_named(line)}", place, hint)
        missing = new[len(old) :]
        if missing:
            more = f"等 {len(missing)} 行" if len(missing) > 1 else ""
            place = Place(path, min(here.line + start + len(old), here.line + len(ours) - 1))
            yield _error("V102", f"少了{_named(missing[0])}{more}", place, hint)


def _named(line: str) -> str:
    return f"一行{quoted(line, _WIDEST)}" if line.strip() else "一个空行"


def _line(path: str, number: int, ours: str, theirs: str, hint: str) -> Iterator[Diagnostic]:
    """Values one by one where only values differ, else from the first character that does to the last."""
    old, new = _TOKEN.findall(ours), _TOKEN.findall(theirs)
    if [_bare(t) for t in old] == [_bare(t) for t in new]:
        column = 1
        for one, other in zip(old, new, strict=True):
            if one != other:
                place = Place(path, number, column, len(one), ours)
                yield _error("V102", f"写着 {one}，应为 {other}", place, hint)
            column += len(one)
        return
    start = _alike(ours, theirs)
    end = len(ours) - _alike(ours[start:][::-1], theirs[start:][::-1])
    place = Place(path, number, start + 1, end - start, ours)
    yield _error("V102", f"写着{_excerpt(ours, start)}，应为{_excerpt(theirs, start)}", place, hint)


def _alike(one: str, other: str) -> int:
    """How many characters they begin with together."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _excerpt(line: str, start: int) -> str:
    """The line; of a long one what stands around the place where it differs."""
    if width(line) <= _WIDEST or start <= _BEFORE:
        return quoted(line, _WIDEST)
    return quoted(f"…{line[start - _BEFORE :]}", _WIDEST)


def _bare(token: str) -> str:
    return "0" if token[0].isdigit() else token


def _error(code: str, message: str, place: Place, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, place, hint)
