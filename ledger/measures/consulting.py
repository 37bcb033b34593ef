"""What a consultation rests on: the unit's own items as they stood on its day, and what was advised before."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ledger.measures.diagnosis import Diagnosis, diagnose
from ledger.measures.holdings import inner_courses
from ledger.measures.thing_states import ThingStanding, standing_of_thing
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.consultations import REGISTER, Consultation


def diagnosis_of(consultation: Course[Consultation], ledger: Ledger) -> Diagnosis:
    """As its team met the unit: on the day of the visit, whatever became of the items since."""
    record = consultation.record
    return diagnose(ledger, ledger.units.current(record.unit, record.date), record.date)


def advice_to(ledger: Ledger, unit: str, day: date) -> Iterator[ThingStanding[Any]]:
    """What the unit was advised by the day and still has to carry out or have accepted."""
    for course in inner_courses(ledger, day, REGISTER, "advice"):
        thing = standing_of_thing(course, ledger)
        if thing.is_open and ledger.units.current(course.record.unit, day) == unit:
            yield thing
