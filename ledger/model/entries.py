"""The entry: one dated fact of a log. One class serves every register; its kind's event table says what is asked."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Day, Identifier, Line, Names, Percent, Text, about

EvidenceKind = Literal["制度成果", "文件", "会议纪要", "数据", "其他"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A paper that proves a fact; ``number`` or ``title`` is there (checked by P123)."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    number: Annotated[Line | None, about("文号", "发文字号", "云政办发〔2017〕31号")] = None
    title: Annotated[Line | None, about("名称", "文件或材料的名称", "企业投资项目负面清单管理办法")] = None
    kind: Annotated[
        EvidenceKind | None, about("类别", "制度成果、文件、会议纪要、数据 或 其他", "制度成果")
    ] = None
    date: Annotated[Day | None, about("成文日期", "材料的日期", "2017-06-20")] = None
    file: Annotated[Line | None, about("文件", "仓库里的路径", "evidence/2017/31.pdf")] = None
    url: Annotated[Line | None, about("网址", "公开发布的网址")] = None

    @property
    def name(self) -> str:
        return self.number or self.title or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voided:
    """Which entry a 更正 makes void: the nearest one above it of that date and event."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    date: Annotated[Day, about("日期", "被作废的那条记录的日期", "2017-06-22")]
    event: Annotated[Line, about("事件", "被作废的那条记录的事件", "完成")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One dated fact. ``date`` is the day of the fact; the order in the file is the order of recording.

    Keys are written in this order: who and when first, words last.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    date: Annotated[Day, about("日期", "事实发生的那一天", "2017-06-22")]
    event: Annotated[Line, about("事件", "发生了什么", "完成")]
    by: Annotated[Line | None, about("由谁", "作出决定的单位或领导", "市委改革办")] = None
    node: Annotated[Identifier | None, about("节点", "所指节点的编号", "a")] = None
    percent: Annotated[Percent | None, about("进度", "完成的百分比，0 至 100", 60)] = None
    until: Annotated[
        Day | None,
        about("至", "延期到、暂缓到哪一天（含当日）；长期事项的进展：下一次复查的日期", "2017-12-31"),
    ] = None
    from_: Annotated[
        Line | None, about("移交方", "有几个牵头单位时，由哪个单位移交", "市农业局", alias="from")
    ] = None
    field: Annotated[Line | None, about("更正的键", "更正笔误：title、due 或 lead", "due")] = None
    to: Annotated[Names | None, about("改为", "移交给哪个单位；更正时改成的值", "市财政局")] = None
    into: Annotated[Names | None, about("并入、拆分为", "并入或拆分成的事项编号", "zb-2017-08/5")] = None
    result: Annotated[Line | None, about("结果", "回头看：巩固 或 反弹；复核异议：维持 或 撤销", "巩固")] = (
        None
    )
    voids: Annotated[Voided | None, about("作废", "更正：作废哪一天的哪条记录")] = None
    plan: Annotated[Identifier | None, about("配套方案", "配套印发的本级方案编号", "zb-2017-05")] = None
    cause: Annotated[Line | None, about("原因", "为什么推不动，取 policy.yaml 的 causes", "资金未落实")] = (
        None
    )
    evidence: Annotated[tuple[Evidence, ...], about("佐证", "证明这一事实的文件，每份写文号或名称")] = ()
    note: Annotated[Text | None, about("说明", "一两句话说明情况或理由", "征求意见稿已印发")] = None
    recorded: Annotated[
        Day | None, about("补记日期", "补记：写下这条记录的那一天；日期早于上一条时必填", "2017-07-03")
    ] = None


def has_field(entry: Entry, name: str) -> bool:
    """Whether ``name``, as files and event tables spell it, was given."""
    value = getattr(entry, "from_" if name == "from" else name)
    return value is not None and value != ()
