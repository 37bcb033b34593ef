"""P115."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.base.filenames import unportable
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import in_files
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for path in _paths(ledger):
        at = Spot(path, ("id",))
        for part in path.split("/"):
            why = unportable(part)
            if why is not None:
                yield Finding(at, f"{why}，这个文件在 Windows 上取不出来", "改名，编号一并改")
                break
        other = first.setdefault(path.casefold(), path)
        if other != path:
            message = f"与 {other} 只有大小写不同，在 Windows、macOS 上只取得出一个"
            yield Finding(at, message, "改用不同的编号", ((Spot(other), "另一个文件"),))


def _paths(ledger: Ledger) -> Iterator[str]:
    """Of files whose names people choose."""
    yield from (ledger.paths["plan", plan.id] for plan in ledger.plans)
    yield from (ledger.paths[known] for known in in_files(ledger))


RULE = Rule(
    code="P115",
    name="name-not-portable",
    severity=Severity.WARNING,
    what='方案、督察的文件名或文件夹名在 Windows 上不能用：设备名（如 con、aux）、含 < > : " \\ | ? *、末尾是句点或空格，或与另一个文件只有大小写不同。',
    why="仓库里只要有一个这样的文件，用 Windows 的同事就取不出整个台账，或两个文件只剩一个。",
    example="# 文件 plans/2017/aux.yaml\nid: aux",
    fix="换一个编号：文件改名（git mv），id 同时改；已经入库的，问清楚再改，别处引用的编号一并改。",
    check=_check,
)
