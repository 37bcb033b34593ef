"""Settings of a scoring scheme beside its points: who is ranked among whom, what a paper costs (domain.md §4.2, §5)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Flag, Line, Number, Whole, about
from ledger.model.units import TASK_GROUP

DISTRICT = "区县"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Units of one kind, ranked among themselves (S3 #48).

    Who is last ``pledge_after`` published times running makes a 表态发言 (S3 #53); with ``consult`` who is last is consulted the month after (#56).
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    kind: Annotated[Line, about("类别", "units.yaml 的 kind：区县、专项小组、部门", "区县")]
    pledge_after: Annotated[Whole, about("表态发言", "连续几次公布的排名最后，作表态发言；0 为不要求", 3)] = 1
    consult: Annotated[Flag, about("会诊", "排名最后的，下个月会诊", True)] = False


POOLS = (Pool(kind=DISTRICT, pledge_after=1, consult=True), Pool(kind=TASK_GROUP, pledge_after=3))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deductions:
    """Points that a row of a paper costs its unit (domain.md §4.2); participants lose their share of it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    prompt_slip: Annotated[Number, about("提示单", "每行扣几分", 0)] = Decimal(0)
    assignment_slip: Annotated[Number, about("交办单", "每行扣几分", 0.5)] = Decimal("0.5")
    urging_slip: Annotated[Number, about("催办单", "每行扣几分", 1)] = Decimal(1)
    rectification_order: Annotated[Number, about("责令书", "每行扣几分", 2)] = Decimal(2)

    def of(self, rung: int) -> Decimal:
        """By the rung, from 1."""
        return (self.prompt_slip, self.assignment_slip, self.urging_slip, self.rectification_order)[rung - 1]


DEDUCTIONS = Deductions()
