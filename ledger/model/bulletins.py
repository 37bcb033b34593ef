"""The front matter of a bulletin: what it was computed from, so that it can be computed again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from ledger.base.days import parse_month
from ledger.model.fields import STRICT, Day, Flag, Line, Whole, about

BULLETIN_FORMAT = 1
CORRECTION_REGION = "correction-"
"""Before the number of a correction: the region that holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The state of the ledger's files: their digest, and as a hint the commit in which they stood so."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    digest: Annotated[Line, about("摘要", "台账全部 YAML 文件的 SHA-256")]
    commit: Annotated[Line | None, about("提交", "这些文件所在的提交，只作线索")] = None
    tool: Annotated[Line, about("程序", "计算所用 ledger 的版本", "0.1.0")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Basis):
    """A correction after publishing: the day it was written, and the files that it was computed from."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    date: Annotated[Day, about("日期", "更正的日期")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Basis):
    """``day`` is the last day of ``month``; ``population`` the number of items that count; ``policy`` the version in force.

    ``draft``: made from files that are in no commit. ``layout`` says which sections it was made of.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    bulletin: Annotated[Whole, about("格式", "本说明对应 1", 1)]
    month: Annotated[Line, about("月份", "哪个月的月报", "2017-10")]
    number: Annotated[Whole, about("期号", "当年第几期", 10)]
    day: Annotated[Day, about("截止日", "数据截至哪一天", "2017-10-31")]
    population: Annotated[Whole, about("计数事项", "截止日计数的事项", 176)]
    policy: Annotated[Day | None, about("督办规则", "截止日所用督办规则的起用日")] = None
    layout: Annotated[Whole, about("编排", "各节的编排", 1)]
    draft: Annotated[Flag, about("草稿", "文件没有全部提交，只是草稿")] = False
    corrections: Annotated[tuple[Amendment, ...], about("更正", "印发以后的更正，一次一条")] = ()

    def __post_init__(self) -> None:
        """Raises NoSuchDay for a month that is none, and a day that is not in it."""
        if not self.month.startswith(f"{self.day:%Y-%m}") or self.day > parse_month(self.month):
            raise ValueError(f"截止日 {self.day} 不在 {self.month}")


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What is kept of a bulletin: its front matter, the computed regions by name, what people wrote.

    ``corrections`` is how many lines of theirs hold 更正. One made by hand has no regions.
    """

    front: str
    regions: Mapping[str, str]
    prose: tuple[str, ...]
    corrections: int
