"""scoring.yaml: what is scored each month, and what it weighs: versions by ``from:``, an old month by its own (S3, domain.md §5)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Day, Identifier, Line, Number, Percent, about

ScoredBy = Literal["自动", "混合", "人工"]
"""自动: from the ledger; 混合: the ledger counts and somebody verifies; 人工: somebody scores, and says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """One scored point (督察重点) and its share of the hundred."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: Annotated[Identifier, about("编号", "督察重点的编号，字母是所属方面", "B1")]
    title: Annotated[Line, about("名称", "考什么", "当月到期按时完成率")]
    weight: Annotated[Number, about("权重", "满分多少分；一版方案的权重合计为 100", 12)]
    by: Annotated[ScoredBy, about("怎样评", "自动、混合 或 人工", "自动")] = "自动"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One of the five that the points belong to (五个坚持)."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: Annotated[Identifier, about("编号", "方面的编号", "B")]
    title: Annotated[Line, about("名称", "方面的名称", "推动举措落地见效")]
    checkpoints: Annotated[tuple[Checkpoint, ...], about("督察重点", "这一方面的各个督察重点")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """The scheme in force from ``from_``; ``monthly_carry`` per cent of a year's score are its months'."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    from_: Annotated[Day | None, about("起用日", "从哪一天起执行这一版", "2017-01-01", alias="from")] = None
    basis: Annotated[Line | None, about("依据", "依据的文件", "云改办发〔2016〕30号")] = None
    monthly_carry: Annotated[
        Percent, about("月度占比", "月度得分按百分之多少计入年底综合考核，其余是年底得分", 50)
    ] = 50
    aspects: Annotated[tuple[Aspect, ...], about("方面", "各个方面和它们的督察重点")] = ()

    @property
    def checkpoints(self) -> tuple[Checkpoint, ...]:
        return tuple(point for aspect in self.aspects for point in aspect.checkpoints)

    @property
    def total(self) -> Decimal:
        return sum((point.weight for point in self.checkpoints), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Schemes:
    """The file itself."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    schemes: Annotated[tuple[Scheme, ...], about("各版", "按 from 先后；旧月份按当时的一版评分")] = ()

    def on(self, day: date) -> Scheme | None:
        """The scheme in force on ``day``; None before the first, and where nothing is scored."""
        in_force = [s for s in self.schemes if s.from_ is None or s.from_ <= day]
        return max(in_force, key=lambda s: s.from_ or date.min, default=None)
