"""``ledger escalate``."""

from ledger.base.diagnostics import has_errors
from ledger.checks.run import check
from ledger.commands.command import command
from ledger.commands.options import Output, When, Where
from ledger.commands.printing import deliver, refuse
from ledger.commands.session import open_session
from ledger.measures.escalation import rulings
from ledger.render.answer import Answer
from ledger.reports.escalation import Proposal, escalation


@command("escalate")
def run(where: Where, when: When, output: Output) -> int:
    """三单一书建议：按月判定该发的提示单、交办单、催办单、责令书，逐行写明条款和理由。

    例：ledger escalate --month 2017-10；ledger escalate --month 2017-10 --format markdown -o 建议.md
    """
    session = open_session(where, when)
    day = session.day.date
    found = check(session.ledger, session.sources, day)
    if has_errors(found):
        answer = Answer("escalate", day, None, session.revision, found)
        return refuse(answer, output, "台账有未读入的文件或错误，不能据以发单；先按 ledger check 的提示改正")
    policy = session.ledger.policies.on(day)
    proposal = Proposal(day, rulings(session.ledger, day), policy.ladder.grouping, policy.from_)
    report = escalation(proposal, forecast=session.day.forecast)
    return deliver(session.answer("escalate", report), output)
