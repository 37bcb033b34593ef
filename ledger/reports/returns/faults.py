"""What was not taken of sheets that came back, and what should be looked at, each at its cell."""

from collections.abc import Iterator, Sequence

from ledger.base.diagnostics import SEVERITIES, Diagnostic, Severity
from ledger.reports.blocks import Block, Cell, Heading, Task, Tasks, Tone

_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.NOTE: Tone.PLAIN}


def fault_blocks(told: Sequence[Diagnostic]) -> Iterator[Block]:
    """First what is held back, then what is only told."""
    for severity, title in ((Severity.ERROR, "没有收"), (Severity.WARNING, "请看一眼")):
        faults = [d for d in told if d.severity is severity]
        if faults:
            yield Heading(f"{title} {len(faults)} 处", 2)
            yield Tasks(("级别", "代码", "位置", "情况和办法"), tuple(map(_task, faults)))


def _task(fault: Diagnostic) -> Task:
    state = Cell(SEVERITIES[fault.severity], _TONES[fault.severity])
    hint = f"；{fault.hint}" if fault.hint else ""
    return Task(state, (fault.code, str(fault.place).removesuffix(":1:1")), f"{fault.message}{hint}")
