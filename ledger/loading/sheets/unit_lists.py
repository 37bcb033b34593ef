"""A list of units as papers have it: who leads, who takes part, and what else stands among the names."""

from dataclasses import dataclass, field, replace

from ledger.base.text import quoted
from ledger.loading.sheets import unit_words as say
from ledger.loading.sheets.phrases import LeadRule, Refusal, Role, UnitWords
from ledger.loading.sheets.plain import BLANKS, plain
from ledger.loading.sheets.unit_shapes import is_collective
from ledger.loading.sheets.unit_splitting import Known, is_balanced, is_unit, names_in, outside, pieces
from ledger.loading.sheets.unit_words import Says

_STOPS = "、，；。|/\n"
_CLAUSE_ENDS = "；。"
_HINT = "单位之间用顿号；别的话移到备注栏"


def stated_rule(text: str) -> LeadRule | None:
    """Whether a title, a head or a note says that the unit named first leads."""
    return LeadRule.FIRST if say.first_leads(plain(text)) else None


def read_units(
    text: str, *, known: Known, rule: LeadRule | None = None, column: Role | None = None
) -> UnitWords | Refusal:
    """``known`` tells names of the register; ``rule`` is in force from above; ``column`` is what the head says of all units.

    Names come in one width: brackets are full, letters half.
    """
    words = plain(text)
    if words in BLANKS:
        return UnitWords()
    if not is_balanced(words):
        return Refusal("I131", f"{quoted(text)}的括号不配对", "补全括号")
    rule_here, for_all, rest = say.without_rule(outside(words))
    reading = _Reading(known)
    for piece, stop in pieces(say.with_stops(rest), _STOPS):
        reading.take(piece, stop)
    reading.settle(Says.PLAIN)
    strange = [name for name in reading.named() if not is_unit(name, known)]
    if strange:
        return Refusal("I131", f"{quoted(strange[0])}不像单位名称", _HINT)
    answer = reading.answer(LeadRule.FIRST if rule_here else rule, column)
    return replace(answer, rule=LeadRule.FIRST) if rule_here and (for_all or not reading.named()) else answer


@dataclass
class _Reading:
    """Units come in one by one; what they are to do is said behind the last of them, or in a label before the first."""

    known: Known
    label: Says | None = None
    waiting: list[str] = field(default_factory=list)
    roles: dict[str, Says] = field(default_factory=dict)
    open_ended: bool = False
    times: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    def take(self, piece: str, stop: str) -> None:
        says, rest = say.label_of(piece) if not self.known(piece) else (None, piece)
        if says is not None:
            self.settle(Says.PLAIN)
            self.label = says
        self._clause(rest.strip(), piece)
        if stop in _CLAUSE_ENDS:
            self.settle(Says.PLAIN)
            if self.label in {Says.NOTHING, Says.TIME, Says.OTHER}:
                self.label = None

    def _clause(self, piece: str, whole: str) -> None:
        if self.label is Says.NOTHING:
            self.ignored.append(whole)
        elif self.label is Says.TIME:
            self.times.append(piece)
        elif self.known(piece):
            self.waiting.append(piece)
        else:
            when, who = say.time_in(piece)
            self.times += [when] if when else []
            self._units(say.unaddressed(who))

    def _units(self, piece: str) -> None:
        if halves := say.together(piece):
            lead, others = halves
            self._names(lead)
            self.settle(Says.LEAD)
            self.label = Says.OTHER
            self._units(say.without_doing(others))
            return
        halves = say.led_midway(piece)
        if halves and self._are_units(halves[0]):
            self._names(halves[0])
            self.settle(Says.LEAD)
            self._units(halves[1])
            return
        says, who = say.predicate_of(say.without_doing(piece) if self.label is Says.OTHER else piece)
        self._names(who)
        if says is not None:
            self.settle(says)

    def _are_units(self, piece: str) -> bool:
        return all(is_unit(name, self.known) for name in names_in(piece, self.known)[0])

    def _names(self, piece: str) -> None:
        names, more = names_in(piece, self.known)
        self.open_ended |= more
        for name in names:
            role, bare = say.role_behind(name)
            if role is not None and bare:
                self.roles[bare] = role
            else:
                self.waiting.append(name)

    def settle(self, says: Says) -> None:
        """What waits for its predicate gets it; a label goes before, but for 牵头, which is never said in vain."""
        role = says if says is Says.LEAD or self.label is None else self.label
        for name in self.waiting:
            if self.roles.get(name) is not Says.LEAD:
                self.roles[name] = role
        self.waiting = []

    def named(self) -> list[str]:
        return list(self.roles)

    def answer(self, rule: LeadRule | None, column: Role | None) -> UnitWords:
        said = [name for name, role in self.roles.items() if role is Says.LEAD]
        leads, remarks = (said, []) if said else self._unsaid(rule, column)
        many = [name for name in leads if is_collective(name)]
        remarks += [f"{quoted(name)}不是哪一个单位，不作牵头单位" for name in many]
        leads = [name for name in leads if name not in many]
        return UnitWords(
            leads=tuple(leads),
            others=tuple(name for name in self.roles if name not in leads),
            open_ended=self.open_ended,
            deadline="，".join(self.times),
            remarks=(*remarks, *(f"{quoted(words)}没有读入" for words in self.ignored)),
        )

    def _unsaid(self, rule: LeadRule | None, column: Role | None) -> tuple[list[str], list[str]]:
        """Who leads where nobody is said to: by the head of the column, by the rule, or being the only one."""
        plain_ones = [name for name, role in self.roles.items() if role is Says.PLAIN]
        if column is Role.LEAD:
            return plain_ones, []
        if column is Role.OTHER or not plain_ones or is_collective(plain_ones[0]):
            return [], []
        first, single = plain_ones[0], [n for n in plain_ones if not is_collective(n)]
        if rule is LeadRule.FIRST:
            return [first], [f"排在第一位的牵头：{first}"]
        if len(single) > 1:
            return [], []
        return [first], [f"只写了{quoted(first)}一个单位，由它牵头"] if len(
            self.roles
        ) > 1 or self.open_ended else []
