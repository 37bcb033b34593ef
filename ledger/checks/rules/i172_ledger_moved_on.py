"""I172."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I172",
    name="ledger-moved-on",
    severity=Severity.ERROR,
    what="发出以后，台账里这一项又记了别的（或原有的记录被改过），表里也填了话，两边说的不一样；或这一项已不由报送单位牵头。",
    why="两边都可能是对的：也许是同一件事，也许先后两件。程序不替人选。",
    example="库里：2017-11-20 进展 已招标    表里：有进展，完成选址",
    fix="核对后用 ledger record 记下该记的；记了与表里一样的，再收就不再提。",
)
