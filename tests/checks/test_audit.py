"""Rules that look for formalism judge only where somebody asks for them."""

from rule_cases import DAY, ITEMS, LEDGER, UNITS, MemoryTree

from ledger.checks.allowances import Verdict
from ledger.checks.run import judge
from ledger.loading.load import load

STUCK = f"""\
{ITEMS}- id: 1
  title: 事项
  due: 2017-12-31
  log:
    - {{date: 2017-08-28, event: 进展, percent: 100}}"""
ALLOWED = f"{STUCK}  # ledger: allow F108 until 2017-12-31 — 等省里复函\n"


def judged(plan: str, *, audit: bool) -> Verdict:
    ledger, sources = load(MemoryTree({"ledger.yaml": LEDGER, "units.yaml": UNITS, "p.yaml": plan}))
    return judge(ledger, sources, DAY, audit=audit)


def test_they_are_off_unless_asked_for() -> None:
    assert [d.code for d in judged(f"{STUCK}\n", audit=False).findings] == []
    assert [d.code for d in judged(f"{STUCK}\n", audit=True).findings] == ["F108"]


def test_an_allowance_of_one_is_not_idle_while_they_are_off() -> None:
    assert judged(ALLOWED, audit=False) == Verdict([])
    found = judged(ALLOWED, audit=True)
    assert found.findings == []
    assert [a.diagnostic.code for a in found.allowed] == ["F108"]
