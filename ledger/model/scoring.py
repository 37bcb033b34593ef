"""scoring.yaml: what is scored each month, and what it weighs: versions by ``from:``, an old month by its own (S3, domain.md §5)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from ledger.model.fields import STRICT, Day, Identifier, Line, Names, Number, Percent, about
from ledger.model.score_settings import DEDUCTIONS, POOLS, Deductions, Pool

HUNDRED = Decimal(100)
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
    measure: Annotated[
        Identifier | None,
        about("算法", "编号与程序的督察重点不同时，写用哪一个的算法（ledger rule B3）；不写则同编号", "B3"),
    ] = None
    target: Annotated[
        Number | None, about("定额", "算法要一个数的：任务数、扣分满额、几日以前等，见 ledger rule", 5)
    ] = None
    pools: Annotated[Names, about("范围", "只评哪几类单位；不写则都评", "区县")] = ()

    @property
    def gauge(self) -> str:
        """The code of what measures it."""
        return self.measure or self.id

    def scores(self, pool: str) -> bool:
        """Whether units of that kind are scored by it."""
        return not self.pools or pool in self.pools


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
    period: Annotated[Literal["月", "季"], about("周期", "一月一排名，还是一季一排名", "月")] = "月"
    publish: Annotated[
        Literal["公开", "内部"], about("公布", "公开：排名进月报；内部：只供内部掌握，月报不登", "公开")
    ] = "公开"
    pools: Annotated[tuple[Pool, ...], about("分组", "哪几类单位各自排名")] = POOLS
    participant_share: Annotated[
        Number, Field(le=1), about("配合单位份额", "配合单位按牵头单位的几成计分、扣分", 0.5)
    ] = Decimal("0.5")
    least: Annotated[
        Number, Field(le=100), about("最低分值", "适用的督察重点合计不到多少分的，不排名", 50)
    ] = Decimal(50)
    deductions: Annotated[Deductions, about("三单一书扣分", "每收到一行扣多少分")] = DEDUCTIONS
    aspects: Annotated[tuple[Aspect, ...], about("方面", "各个方面和它们的督察重点")] = ()

    @property
    def checkpoints(self) -> tuple[Checkpoint, ...]:
        return tuple(point for aspect in self.aspects for point in aspect.checkpoints)

    @property
    def total(self) -> Decimal:
        return sum((point.weight for point in self.checkpoints), Decimal(0))

    def pool(self, kind: str) -> Pool | None:
        """How units of that kind are ranked; None where they are not."""
        return next((p for p in self.pools if p.kind == kind), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schemes:
    """The file itself."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    schemes: Annotated[tuple[Scheme, ...], about("各版", "按 from 先后；旧月份按当时的一版评分")] = ()

    def on(self, day: date) -> Scheme | None:
        """The scheme in force on ``day``; None before the first, and where nothing is scored."""
        in_force = [s for s in self.schemes if s.from_ is None or s.from_ <= day]
        return max(in_force, key=lambda s: s.from_ or date.min, default=None)
