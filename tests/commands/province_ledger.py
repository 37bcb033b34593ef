"""A ledger with the marginals that a province published for 30 June 2016 (domain S1), written as plan files.

82 plans, 35 of them issued half a year or more; in those 35: 717 items, 461 completed, 224 in progress, 32 not
started, and 6 plans with every item completed. The other 47 would spoil every figure if they were counted.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

DAY = date(2016, 6, 30)
COMPLETED, IN_PROGRESS, NOT_STARTED = 461, 224, 32
OLD, YOUNG, UNISSUED, DONE = 35, 30, 17, 6
LAST_TO_COUNT = (date(2015, 12, 30), date(2015, 12, 31))
FIRST_NOT_TO = date(2016, 1, 1)

HEAD = "format: 1\nname: 省台账\noffice: 省委改革办\nfields: [经济体制]\n"
UNITS = "units:\n  - id: 省委改革办\n  - id: 省发展改革委\n"
LOGS = {
    "completed": [
        "{date: 2016-02-01, event: 启动}",
        "{date: 2016-05-%02d, event: 完成, evidence: [{number: 文%d}]}",
    ],
    "in_progress": ["{date: 2016-02-01, event: 启动}"],
    "not_started": [],
}


def write_province(folder: Path) -> Path:
    (folder / "ledger.yaml").write_text(HEAD, "utf-8")
    (folder / "units.yaml").write_text(UNITS, "utf-8")
    for number, (issued, states) in enumerate(zip(_issued(), _states(), strict=True), 1):
        (folder / f"fa-{number:03d}.yaml").write_text(_plan(number, issued, states), "utf-8")
    return folder


def _issued() -> Iterator[date | None]:
    """Both last days that count and the first that does not are among them."""
    yield from LAST_TO_COUNT
    for n in range(OLD - len(LAST_TO_COUNT)):
        yield LAST_TO_COUNT[0] - timedelta(days=11 * n + 1)
    for n in range(YOUNG):
        yield FIRST_NOT_TO + timedelta(days=6 * n)
    yield from [None] * UNISSUED


def _states() -> Iterator[list[str]]:
    """Items of each plan: the 6 done ones get 20 each, the 29 others share the rest and none of them is done."""
    rest = ["completed"] * (COMPLETED - 20 * DONE) + ["in_progress"] * (IN_PROGRESS - (OLD - DONE))
    rest += ["not_started"] * NOT_STARTED
    random.Random(717).shuffle(rest)
    yield from [["completed"] * 20] * DONE
    others = OLD - DONE
    for n in range(others):
        yield [*rest[n::others], "in_progress"]
    for n in range(YOUNG + UNISSUED):
        yield ["completed", "not_started", "in_progress"][: n % 3 + 1]


def _plan(number: int, issued: date | None, states: list[str]) -> str:
    log = f"log:\n  - {{date: {issued}, event: 印发}}\n" if issued else ""
    items = "".join(_item(number, n, state) for n, state in enumerate(states, 1))
    return (
        f"id: fa-{number:03d}\ntitle: 方案{number}\nfield: 经济体制\nlead: 省发展改革委\n{log}items:\n{items}"
    )


def _item(plan: int, number: int, state: str) -> str:
    log = "".join(
        f"      - {line % (number % 28 + 1, plan * 100 + number) if '%' in line else line}\n"
        for line in LOGS[state]
    )
    text = f"  - id: {number}\n    title: 事项{number}\n    due: 2016-12\n"
    return text + (f"    log:\n{log}" if log else "")
