"""G161."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.exemptions import CONDITIONS, REGISTER, verdicts


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        met = verdicts(holding.record)
        failed = [name for name in CONDITIONS if met.get(name) is False]
        unsaid = [name for name in CONDITIONS if name not in met]
        if not failed and not unsaid:
            continue
        said = [f"不符合{'、'.join(failed)}"] if failed else []
        said += [f"没有核实{'、'.join(unsaid)}"] if unsaid else []
        for n, entry in standing(holding.record.log):
            if entry.event == "认定":
                message = f"{holding.ref} 已认定{entry.result or '容错'}，但{'，'.join(said)}"
                hint = "在 conditions 补上核实的结果；不符合条件的，用 撤销认定"
                yield Finding(holding.spot("log", n, "event"), message, hint)


RULE = Rule(
    code="G161",
    name="exempted-without-conditions",
    severity=Severity.ERROR,
    what="容错认定了免责或从轻，但五个条件没有都核实为符合。",
    why="容错要同时符合五个条件；缺一个就认定，免责成了逃避责任的口子，复查时也说不清依据。",
    example=(
        "conditions:\n"
        "  - {name: 经过集体决策, verdict: 不符合}    # 不符合，又没有写其余四条\n"
        "log:\n"
        "  - date: 2017-09-27\n"
        "    event: 认定\n"
        "    by: 市纪委\n"
        "    result: 免责\n"
        "    evidence: [{number: 云纪容〔2017〕2号}]"
    ),
    fix="核实每个条件，写进 conditions；确实不符合的，记 不予认定，已经认定的记 撤销认定。",
    check=_check,
)
