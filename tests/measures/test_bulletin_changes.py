"""What a change does to a bulletin is one fate, whatever it does to the computed regions."""

import pytest

from ledger.loading.bulletins import read_bulletin
from ledger.measures.comparing.bulletin_changes import bulletin_changes
from ledger.model.ledger import Ledger

FRONT = "---\nmonth: 2017-09\nnumber: 9\n"
BODY = """---

<!-- ledger:overview 由 ledger 计算，勿手改 -->

完成率 64.3%

<!-- /ledger:overview -->

各单位要抓紧。
"""
NOTE = """---

<!-- ledger:correction-1 由 ledger 计算，勿手改 -->

更正（2017年10月20日）：补记1条。

<!-- /ledger:correction-1 -->
"""
PUBLISHED = FRONT + BODY
CORRECTED = f"{FRONT}corrections:\n  - date: 2017-10-20\n{BODY.replace('---', NOTE, 1)}"
DRAFT = f"{FRONT}draft: true\n{BODY}"
BY_HAND = "# 改革督察月报\n\n完成率 64.3%。\n"


def ledger(**texts: str) -> Ledger:
    """Bulletins by month: ``m09`` is that of September."""
    return Ledger(
        bulletins={f"plans/bulletins/2017-{m[1:]}.md": read_bulletin(t.encode()) for m, t in texts.items()}
    )


@pytest.mark.parametrize(
    ("old", "new", "fate"),
    [
        (PUBLISHED, PUBLISHED, None),
        (PUBLISHED, PUBLISHED.replace("\n", "\r\n"), None),
        (PUBLISHED, CORRECTED, "corrected"),
        (PUBLISHED, CORRECTED.replace("64.3", "66.0"), "edited"),
        (PUBLISHED, PUBLISHED.replace("64.3", "66.0"), "edited"),
        (PUBLISHED, PUBLISHED.replace("number: 9", "number: 8"), "edited"),
        (PUBLISHED, CORRECTED.replace("corrections", "# corrections").replace("correction-1", "extra"), "edited"),
        (CORRECTED, CORRECTED.replace("补记1条", "补记2条"), "edited"),
        (PUBLISHED, PUBLISHED.replace("抓紧", "抓紧抓实"), "reworded"),
        (BY_HAND, BY_HAND.replace("64.3", "66.0"), "reworded"),
        (BY_HAND, PUBLISHED, "edited"),
        (DRAFT, PUBLISHED, "renewed"),
        (DRAFT, DRAFT.replace("64.3", "66.0"), "renewed"),
    ],
)  # fmt: skip
def test_one_that_is_there_in_both_versions(old: str, new: str, fate: str | None) -> None:
    found = bulletin_changes(ledger(m09=old), ledger(m09=new))
    assert [c.fate.value for c in found] == ([fate] if fate else [])


def test_those_that_came_and_went_by_month() -> None:
    found = bulletin_changes(ledger(m08=PUBLISHED, m10=PUBLISHED), ledger(m09=DRAFT, m10=PUBLISHED))
    assert [(c.month, c.fate.value) for c in found] == [("2017-08", "removed"), ("2017-09", "added")]
    unread = frozenset({"plans/bulletins/2017-08.md"})
    assert [c.month for c in bulletin_changes(ledger(m08=PUBLISHED), ledger(), unread)] == []


def test_only_corrections_that_came_are_told() -> None:
    again = CORRECTED.replace("各单位", NOTE.partition("---\n\n")[2].replace("-1", "-2") + "\n各单位")
    (first,) = bulletin_changes(ledger(m09=PUBLISHED), ledger(m09=CORRECTED))
    assert first.corrections == {1: "更正（2017年10月20日）：补记1条。"}
    (second,) = bulletin_changes(ledger(m09=CORRECTED), ledger(m09=again))
    assert list(second.corrections) == [2]
