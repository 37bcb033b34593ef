"""G126."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import Holding, held
from ledger.model.ledger import Ledger
from ledger.model.registers.base_data import REGISTER


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    first: dict[tuple[str, date], Holding] = {}
    for holding in held(ledger, REGISTER):
        record = holding.record
        other = first.setdefault((record.title, record.date), holding)
        if other is holding:
            continue
        was = other.record
        same = (was.value, was.measure) == (record.value, record.measure)
        said = "重复" if same else f"不一致：{was.value}{was.measure} 和 {record.value}{record.measure}"
        message = f"{holding.ref} 与 {other.ref} 是同一项数据同一天的数，{said}"
        place = (other.spot("value"), f"{other.ref} 写的是 {was.value}{was.measure}")
        yield Finding(holding.spot("value"), message, "只留来源可靠的一条", (place,))


RULE = Rule(
    code="G126",
    name="datum-given-twice",
    severity=Severity.WARNING,
    what="基础数据库里同一项数据同一天有两条。",
    why="两个数并存，引用的人各取一个，前后变化也算不准。",
    example=(
        "  - id: SJ-001\n"
        "    title: 中介服务事项\n"
        "    date: 2017-07-31\n"
        "    value: 51\n"
        "  - id: SJ-002\n"
        "    title: 中介服务事项\n"
        "    date: 2017-07-31\n"
        "    value: 53            # 同一天，另一个数"
    ),
    fix="核对来源，只留一条；口径不同的，在名称里写明口径，分成两项数据。",
    check=_check,
)
