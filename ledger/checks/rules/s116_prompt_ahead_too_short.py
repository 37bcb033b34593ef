"""S116."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    path = ledger.paths.get(("policy", ""), "")
    current = ledger.policies.on(day)
    for n, policy in enumerate(ledger.policies.versions):
        # versions that were replaced are never edited again
        if policy is not current and (policy.from_ is None or policy.from_ <= day):
            continue
        ahead = policy.ladder.prompt_ahead
        if ahead < LONGEST_MONTH:
            spot = Spot(path, ("versions", n, "ladder", "prompt_ahead"))
            message = f"提前 {ahead} 天发提示单，按月运行会漏掉大月末到期的事项"
            yield Finding(spot, message, f"写 {LONGEST_MONTH} 或更多")


LONGEST_MONTH = 31
"""domain.md §4.1 e: run on the 30th, an item due on the 31st of the next month would never be prompted."""


RULE = Rule(
    code="S116",
    name="prompt-ahead-too-short",
    severity=Severity.WARNING,
    what="policy.yaml 现行（或将要执行）的一版，提前不到 31 天发提示单。",
    why=(
        "每月末判定一次：9月30日看10月31日到期的事项，还有31天。提前天数少于31，这一次不提示，"
        "下一次就到期了，事项没有提示过就逾期。"
    ),
    example="ladder:\n  prompt_ahead: 30       # 应为 31 或更多",
    fix="写 31 或更多；每旬、每周运行一次的，可以少写，这条警告不必理会。",
    check=_check,
)
