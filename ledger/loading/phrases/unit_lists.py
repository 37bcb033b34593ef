"""A list of units as papers have it: who leads, who takes part, and what else stands among the names."""

from dataclasses import replace

from ledger.base.text import quoted
from ledger.loading.phrases.plain import BLANKS, plain
from ledger.loading.phrases.unit_reading import UnitReading
from ledger.loading.phrases.unit_rules import first_leads, without_rule
from ledger.loading.phrases.unit_splitting import Known, is_balanced, is_unit, outside, pieces
from ledger.loading.phrases.unit_words import with_stops
from ledger.loading.phrases.values import LeadRule, Refusal, Role, UnitWords

_STOPS = "、，；。|/\n"
_LONGEST = 2000
_HINT = "单位之间用顿号；别的话移到备注栏；确是单位的，先登记到 units.yaml"
_DITTO = frozenset({"同上", "同前", "〃", "″", '"', "”", "''"})


def stated_rule(text: str) -> LeadRule | None:
    """Whether a title, a head or a note says that the unit named first leads."""
    return LeadRule.FIRST if first_leads(plain(text)) else None


def read_units(
    text: str, *, known: Known, rule: LeadRule | None = None, column: Role | None = None
) -> UnitWords | Refusal:
    """``known`` tells names of the register; ``rule`` is in force from above; ``column`` is what the head says of all units.

    Names come in one width: brackets are full, letters half.
    """
    words = plain(text)
    if words in BLANKS:
        return UnitWords()
    if words in _DITTO:
        return Refusal("I131", f"{quoted(text)}没有写出是哪个单位", "每一行都写出单位名称")
    if len(words) > _LONGEST:
        return Refusal("I131", f"{quoted(words)}有 {len(words)} 个字，不像单位名单", _HINT)
    if not is_balanced(words):
        return Refusal("I131", f"{quoted(text)}的括号不配对", "补全括号")
    rule_here, for_all, rest = without_rule(outside(words))
    reading = UnitReading(known)
    for piece, stop in pieces(with_stops(rest), _STOPS):
        reading.take(piece, stop)
    reading.finish()
    strange = [name for name in reading.named() if not is_unit(name, known)]
    if strange:
        return Refusal("I131", f"{quoted(strange[0])}不像单位名称", _HINT)
    answer = reading.answer(LeadRule.FIRST if rule_here else rule, column)
    return replace(answer, rule=LeadRule.FIRST) if rule_here and (for_all or not reading.named()) else answer
