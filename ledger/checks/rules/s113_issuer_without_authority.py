"""S113."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.papers import PlacedSlip, standing_slips
from ledger.checks.rule import Finding, Rule
from ledger.measures.papers import policy_of
from ledger.measures.signers import issuers_to, may_order
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    if any(policy.ladder.authority for policy in ledger.policies.versions):
        for paper in standing_slips(ledger):
            yield from _unauthorised(paper, ledger)


def _unauthorised(paper: PlacedSlip, ledger: Ledger) -> Iterator[Finding]:
    slip, by, day = paper.slip, paper.issue.by, paper.issued
    ladder = policy_of(slip, ledger).ladder
    unit = ledger.units.find(slip.unit, day)
    if by is None or unit is None or may_order(ledger, ladder, by, slip.unit, slip.rung, day):
        return
    message = f"policy.yaml 没有授权“{by}”向{unit.kind}（{slip.unit}）下{slip.kind}"
    names = "、".join(issuers_to(ledger, ladder, slip.unit, day))
    missing = f"在 policy.yaml 的 authority 里写明谁可以向{unit.kind}下单"
    yield Finding(paper.issue_spot("by"), message, f"作废本单，改由 {names} 签发" if names else missing)


RULE = Rule(
    code="S113",
    name="issuer-without-authority",
    severity=Severity.ERROR,
    what="签发交办单、催办单、责令书的单位（或领导），按所依据的那一版 policy.yaml 的 authority 无权向这类单位下单。",
    why=(
        "议事协调机构和部门不得向下级党委、政府发指令性公文（2024年8月整治形式主义为基层减负若干规定）。"
        "越权签发的单，对方可以不办，期限也不作数。"
    ),
    example=(
        "# policy.yaml：authority: [{issuer: 市委改革办, kinds: [部门, 专项小组]}]\n"
        "kind: 交办单\n"
        "unit: 云东区              # 区县，不在授权之内\n"
        "log:\n"
        "  - date: 2017-05-31\n"
        "    event: 签发\n"
        "    by: 市委改革办"
    ),
    fix="作废本单，由有权的单位另行签发；授权写漏的，在 policy.yaml 的 authority 里补上。领导个人签发的，也要列在 issuer 里。",
    check=_check,
)
