"""Units are heard one by one, with what is said of them, until it is clear who leads."""

from dataclasses import dataclass, field

from ledger.base.text import quoted
from ledger.loading.phrases import unit_words as say
from ledger.loading.phrases.unit_shapes import is_collective
from ledger.loading.phrases.unit_splitting import Known, is_unit, names_in
from ledger.loading.phrases.unit_words import Says
from ledger.loading.phrases.values import LeadRule, Role, UnitWords

_CLAUSE_ENDS = "；。"


@dataclass
class UnitReading:
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
        if stop in _CLAUSE_ENDS or (stop == "，" and self.label in {Says.LEAD, Says.OTHER}):
            self.settle(Says.PLAIN)
        if stop in _CLAUSE_ENDS and self.label in {Says.NOTHING, Says.TIME, Says.OTHER}:
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
        while rest := self._led(piece):
            piece = rest
        says, who = say.predicate_of(say.without_doing(piece) if self.label is Says.OTHER else piece)
        self._names(who)
        if says is not None:
            self.settle(says)

    def _led(self, piece: str) -> str:
        """Takes what leads off the front, 甲会同 or 甲牵头; the rest, which is empty where the piece does not begin so."""
        if halves := say.together(piece):
            self._names(halves[0])
            self.settle(Says.LEAD)
            self.label = Says.OTHER
            return say.without_doing(halves[1])
        halves = say.led_midway(piece)
        if halves is None or not self._are_units(halves[0]):
            return ""
        self._names(halves[0])
        self.settle(Says.LEAD)
        return halves[1]

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
        """What waits for its predicate gets it; 负责 says less than a label does, 牵头 and 配合 say more."""
        role = self.label if self.label is not None and says is Says.PLAIN else says
        for name in self.waiting:
            if self.roles.get(name) is not Says.LEAD:
                self.roles[name] = role
        self.waiting = []

    def finish(self) -> None:
        """Nothing comes any more: what still waits got no predicate."""
        self.settle(Says.PLAIN)

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
