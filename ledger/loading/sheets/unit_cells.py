"""Who leads a row's item and who takes part: from columns of their own, or from one that holds all units."""

from functools import cache, lru_cache

from ledger.base.text import quoted
from ledger.loading.phrases.unit_lists import read_units, stated_rule
from ledger.loading.phrases.unit_names import match
from ledger.loading.phrases.values import LeadRule, Match, Refusal, Role, UnitWords
from ledger.loading.sheets.asked import Asked
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.persons import says_persons, without_persons
from ledger.loading.sheets.row_reading import RowReading

_COLUMNS = ((Head.LEAD, Role.LEAD), (Head.UNITS, None), (Head.PARTICIPANTS, Role.OTHER))


class UnitCells:
    """Reads row after row, because a rule about who leads holds for the rows below it, too (下同)."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._rule: LeadRule | None = None
        self._match = cache(lambda name: match(name, asked.units, asked.day))
        self._read = lru_cache(maxsize=4096)(
            lambda text, role, rule: read_units(text, known=self._knows, rule=rule, column=role)
        )

    def hear(self, text: str) -> None:
        """Words that stand outside the list may state the rule, too."""
        self._rule = stated_rule(text) or self._rule

    def read(self, row: RowReading, *, says_leads: bool) -> str:
        """Set the row's units; what is left is words of time that stood among them.

        ``says_leads``: the sheet has a column in which leads stand, so that a row without one misses it.
        """
        leads: list[str] = []
        others: list[str] = []
        deadline = ""
        asked_of = [(head, role) for head, role in _COLUMNS if row.cell(head) is not None]
        for head, role in asked_of:
            words = self._words(row, head, role)
            if words is None:
                return ""
            leads += words.leads
            others += words.others
            deadline = deadline or words.deadline
            row.remark([*words.remarks, "名单里有“等”字，没有列全" if words.open_ended else ""])
        if says_leads:
            leads = leads or self._answer(row)
        self._keep(row, leads, others)
        return deadline

    def read_own(self, row: RowReading) -> str:
        """The same of a row that the ledger wrote: names of the register with 、 between them, whatever they look like."""
        leads, others = (row.text(head).split("、") for head in (Head.LEAD, Head.PARTICIPANTS))
        if not all(name == "" or self._asked.units.find(name) for name in (*leads, *others)):
            return self.read(row, says_leads=False)
        self._keep(row, [*filter(None, leads)], [*filter(None, others)])
        return ""

    def _words(self, row: RowReading, head: Head, role: Role | None) -> UnitWords | None:
        text = self._units(row, head)
        found: UnitWords | Refusal = self._read(text, role, self._rule)
        if isinstance(found, Refusal):
            row.refuse(found, head)
            return None
        self._rule = found.rule or self._rule
        return found

    @staticmethod
    def _units(row: RowReading, head: Head) -> str:
        """The cell without the people whom its head announces."""
        table = row.line.table
        if not any(says_persons(table.words[column]) for column in table.columns[head]):
            return row.text(head)
        text, persons = without_persons(row.text(head))
        row.remark(f"{quoted(person)}是人名，没有读入" for person in persons)
        return text

    def _answer(self, row: RowReading) -> list[str]:
        if self._asked.lead:
            row.remark([f"没有写谁牵头，按 --lead 由{self._asked.lead}牵头"])
            return [self._asked.lead]
        said = row.line.text(_lead_head(row))
        message = f"{quoted(said)}没有说由谁牵头" if said else "没有写牵头单位"
        row.refuse(Refusal("I130", message, "在格里写明“某某牵头”，或用 --lead 单位 回答"), _lead_head(row))
        return []

    def _keep(self, row: RowReading, leads: list[str], others: list[str]) -> None:
        lead_head = _lead_head(row)
        leading = self._names(row, leads)
        rest = [name for name in self._names(row, others) if name not in leading]
        row.set("lead", leading[0] if len(leading) == 1 else leading, lead_head)
        row.set("with", rest, Head.PARTICIPANTS if row.line.cell(Head.PARTICIPANTS) else lead_head)

    def _names(self, row: RowReading, words: list[str]) -> list[str]:
        """Names of the register for those that surely mean one; the others as written, for whoever may add them."""
        names = []
        for word in words:
            found: Match = self._match(word)
            names.append(found.unit.id if found.unit else word)
            if found.unit and found.how:
                row.remark([f"{quoted(word)}读作{found.unit.id}（{found.how}）"])
        return list(dict.fromkeys(names))

    def _knows(self, name: str) -> bool:
        found: Match = self._match(name)
        return found.unit is not None


def _lead_head(row: RowReading) -> Head:
    return next((head for head in (Head.LEAD, Head.UNITS) if row.line.table.has(head)), Head.LEAD)
