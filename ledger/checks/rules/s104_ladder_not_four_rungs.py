"""S104."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.policy import Policy
from ledger.model.slips import RUNGS


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    path = ledger.paths.get(("policy", ""), "")
    for n, policy in enumerate(ledger.policies.versions):
        kinds = _kinds(policy)
        if kinds != RUNGS:
            spot = Spot(path, ("versions", n, "ladder", "rungs"), key=True)
            yield Finding(spot, f"级次是 {'、'.join(kinds) or '空'}", f"依次写 {'、'.join(RUNGS)}")
    for slip in ledger.slips:
        policy = ledger.policies.on(slip.policy or slip.as_of)
        if slip.kind not in _kinds(policy):
            spot = Spot(ledger.paths["slip", slip.id], ("kind",))
            message = f"{policy.from_ or '默认'} 版规则里没有{slip.kind}这一级"
            yield Finding(spot, message, "在 policy.yaml 补全四级，或改正 policy")


def _kinds(policy: Policy) -> tuple[str, ...]:
    return tuple(rung.kind for rung in policy.ladder.rungs)


RULE = Rule(
    code="S104",
    name="ladder-not-four-rungs",
    severity=Severity.ERROR,
    what=(
        "policy.yaml 的级次不是 提示单、交办单、催办单、责令书 依次四级，或单据的种类不在它所依据的那一版里。"
    ),
    why="三单一书逐级升、不越级；少一级或换了次序，就不知道下一步该发什么单。",
    example=(
        "ladder:\n  rungs:\n    - kind: 提示单\n    - kind: 催办单         # 少了 交办单\n    - kind: 责令书"
    ),
    fix="按 提示单、交办单、催办单、责令书 的次序写全四级；用默认规则的，删去 rungs。",
    check=_check,
)
