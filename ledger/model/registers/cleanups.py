"""清理规范改革试点 (S0, domain.md rows 14, 80): how many there were, how many were merged, closed and kept."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Day, Identifier, Line, Text, UnitName, Whole, about
from ledger.model.register import Register, ThingType


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleanup:
    """A clean-up from ``date`` through ``until``.

    Without ``before`` its counts are those of the ledger's own pilots; with it, what a report said: of others' pilots,
    which have no records here. ``merged`` and ``closed`` may be unknown.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一次试点清理规范；写了 before 的是别处报来的数，不写的由本台账的试点算出"

    id: Annotated[Identifier, about("编号", "清理的编号", "QL-2017-01")]
    title: Annotated[Line, about("名称", "清理的名称", "全市改革试点清理规范")]
    unit: Annotated[UnitName | None, about("组织单位", "由谁组织清理", "市委改革办")] = None
    scope: Annotated[Line | None, about("范围", "清理哪些试点", "市直部门和区县承担的各级试点")] = None
    date: Annotated[Day, about("开始", "清理的第一天，此前批准的试点算原有", "2017-06-01")]
    until: Annotated[Day, about("结束", "清理的最后一天", "2017-08-31")]
    before: Annotated[Whole | None, about("原有", "清理前有几个试点", 141)] = None
    merged: Annotated[Whole | None, about("合并", "合并了几个", 27)] = None
    closed: Annotated[Whole | None, about("终止", "终止了几个", 54)] = None
    kept: Annotated[Whole | None, about("保留", "保留了几个", 60)] = None
    text: Annotated[Text | None, about("说明", "数从哪里来、怎样清理的")] = None


REGISTER = Register(
    "cleanups",
    "试点清理规范",
    "改革试点的清理规范",
    ThingType("cleanup", "清理规范", Cleanup, unit="unit"),
)
