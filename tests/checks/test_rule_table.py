"""The table in ``ledger/checks/README.md`` is what the rules say; ``make rules`` writes it anew."""

import os
from pathlib import Path

from ledger.checks.run import rules
from ledger.render.answer import Answer, Screen, report_renderers
from ledger.reports.rules import FAMILIES, table_of_rules

README = Path(__file__).parents[2] / "ledger" / "checks" / "README.md"
MARK = "<!-- make rules -->\n\n"
UPDATE = os.environ.get("LEDGER_GOLDEN_UPDATE") == "1"


def test_the_table_is_as_the_rules_are() -> None:
    head, mark, table = README.read_text("utf-8").partition(MARK)
    assert mark, "the head ends with the mark"
    wanted = report_renderers()["markdown"].render(Answer("rule", None, table_of_rules(rules())), Screen())
    if UPDATE:
        README.write_text(head + mark + wanted, "utf-8", newline="")
        table = wanted
    assert table == wanted, "make rules"


def test_every_rule_is_of_a_family_that_the_head_names() -> None:
    assert {rule.code[0] for rule in rules()} <= set(FAMILIES)
    head = README.read_text("utf-8").partition(MARK)[0]
    assert [line[2:3] for line in head.splitlines() if line.startswith("| ")][2:] == list(FAMILIES)
