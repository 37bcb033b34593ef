"""policy.yaml: the office's rules as data, in versions by ``from:``. What stands here is the default (domain.md §4)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Day, Days, Flag, Line, Months, Names, Number, Whole, about


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One paper of the ladder.

    It is due once an item is more than ``after`` days overdue (the first rung: ``prompt_ahead`` days before);
    ``reply_within`` and ``finish_within`` are working days from 签发, ``finish_months`` calendar months. ``cc``
    names units, or the :data:`ROLES` that differ from matter to matter.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    kind: Annotated[
        Literal["提示单", "交办单", "催办单", "责令书"],
        about("种类", "提示单、交办单、催办单、责令书，由低到高", "交办单"),
    ]
    after: Annotated[Days | None, about("逾期天数", "逾期超过多少天才发；提示单不写", 30)] = None
    title: Annotated[Line | None, about("名称", "纸面上怎样称呼；不写则同 kind", "蓝色督办单")] = None
    signer: Annotated[
        Line | None,
        about("签发", "由谁签发；不写则前三级为 office，责令书为 commission", "市委改革办"),
    ] = None
    reply_within: Annotated[Days, about("回复期限", "签发后多少个工作日内回复", 3)] = 3
    finish_within: Annotated[Days | None, about("办结期限", "签发后多少个工作日内办结", 15)] = None
    finish_months: Annotated[Months | None, about("办结期限（月）", "签发后多少个月内办结", 1)] = None
    numbering: Annotated[
        Literal["document", "issue"],
        about("编号样式", "document 云改办提〔2017〕25号，issue 2017年第4期", "document"),
    ] = "document"
    mark: Annotated[Line | None, about("文号用字", "机关代字后的字，不写则为 提、交、催、责", "提")] = None
    cc: Annotated[
        Names,
        about("抄送", "单位名称，或 专项小组、配合单位、领衔领导、联络员", ["专项小组", "配合单位"]),
    ] = ()


ROLES = ("专项小组", "配合单位", "领衔领导", "联络员")
"""Recipients of copies that follow from the matters of a paper."""

_DEFAULT_RUNGS = (
    Rung(kind="提示单", reply_within=3, cc=("配合单位",)),
    Rung(kind="交办单", after=0, reply_within=5, finish_within=15, cc=("专项小组", "配合单位")),
    Rung(kind="催办单", after=30, reply_within=3, finish_within=10, cc=("专项小组", "领衔领导", "配合单位")),
    Rung(kind="责令书", after=60, reply_within=2, finish_months=1, cc=("专项小组", "领衔领导", "配合单位")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Whom an issuer may order: 交办单, 催办单 and 责令书 are orders, a 提示单 is none.

    Councils and departments may not send commanding papers to lower committees and governments (2024-08 rules,
    domain.md §2.2): an order to a district needs an issuer that stands above it.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    issuer: Annotated[Line, about("签发单位", "谁可以下交办单、催办单、责令书", "市委改革办")]
    kinds: Annotated[Names, about("对象", "可以向哪几类单位（units.yaml 的 kind）下", ["部门", "专项小组"])]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The item track of 三单一书."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    prompt_ahead: Annotated[Days, about("提前天数", "到期前多少天内发提示单；按月运行不少于 31", 31)] = 31
    grouping: Annotated[
        Literal["per_unit", "per_item"],
        about("成文方式", "per_unit 一单位一单，per_item 一事一单", "per_unit"),
    ] = "per_unit"
    objection_within: Annotated[Days, about("异议期限", "签发后多少天内可以提出异议", 30)] = 30
    review_within: Annotated[Days, about("复核期限", "异议在多少天内复核，期间不升级", 30)] = 30
    adopted_on: Annotated[Day | None, about("起用发单", "从哪一天起用本程序发单", "2017-10-01")] = None
    backlog_cap: Annotated[
        Whole | None, about("积压限额", "起用以前就已逾期、从未发单的，每次每单位至多发几行", 5)
    ] = None
    rungs: Annotated[tuple[Rung, ...], about("各级", "由低到高四级")] = _DEFAULT_RUNGS
    authority: Annotated[
        tuple[Authority, ...], about("签发权限", "谁可以向哪类单位下交办单、催办单、责令书；不写则不限")
    ] = ()

    def rung(self, number: int) -> Rung:
        """The rung by its number, from 1; the built-in one where the file leaves it out (an error of S104).

        An order without a limit to finish by has the built-in one: a limit that never lapses would end the ladder.
        """
        usual = _DEFAULT_RUNGS[number - 1]
        written = next((r for r in self.rungs if r.kind == usual.kind), usual)
        if written.finish_within is None and written.finish_months is None:
            return replace(written, finish_within=usual.finish_within, finish_months=usual.finish_months)
        return written


@dataclass(frozen=True, slots=True, kw_only=True)
class Docking:
    """Limits for taking up what comes from above: notice in 3 days by S1, half a year by domain.md §2.1 source 13, 7 days by A1."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    notice_within: Annotated[Days, about("提示期限", "上级通过后多少个自然日内发对接提示", 3)] = 3
    feedback_within: Annotated[Days, about("反馈期限", "对接提示后多少个工作日内反馈安排", 10)] = 10
    convey_within: Annotated[Days, about("传达期限", "上级会议、文件之后多少个自然日内传达学习", 7)] = 7
    companion_within: Annotated[Months, about("配套期限", "收文后多少个月内印发配套方案", 6)] = 6
    urge_after: Annotated[Days, about("催办", "配套期限过后超过多少天发催办单", 0)] = 0
    order_after: Annotated[Days, about("责令", "配套期限过后超过多少天发责令书", 30)] = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilots:
    """Limits for pilots, in calendar days: no source text names any."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    file_within: Annotated[Days, about("备案期限", "批准后多少个自然日内向改革办备案", 30)] = 30
    decide_within: Annotated[Days, about("处置期限", "终期评估后多少个自然日内决定去留", 30)] = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What 销号 of an item and 销账 of a plan ask for beyond acceptance; nothing of it unless written.

    ``satisfaction`` is the share of 很满意 and 满意 among valid answers, in per cent.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    self_check: Annotated[Flag, about("自查", "报完成以前要不要记自查", True)] = False
    publicize_for: Annotated[Days, about("公示期", "销号以前公示满多少个工作日；0 为不要求", 5)] = 0
    look_back_after: Annotated[
        Months | None, about("回头看期限", "销号后多少个月以内回头看；不写则不要求", 3)
    ] = None
    satisfaction: Annotated[
        Number | None, about("满意率", "方案销账要达到的群众满意率（%）；不写则不要求", 85)
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The rules in force from ``from_`` (None: the built-in ones, in force before the first version)."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    from_: Annotated[Day | None, about("起用日", "从哪一天起执行这一版", "2017-01-01", alias="from")] = None
    basis: Annotated[Line | None, about("依据", "依据的文件", "云改办发〔2016〕28号")] = None
    acceptance: Annotated[
        Literal["claimed", "required"],
        about("完成口径", "claimed 报完成即计入，required 核验通过才计入", "claimed"),
    ] = "claimed"
    verify_within: Annotated[Days, about("核验期限", "报完成后改革办多少个工作日内核验", 10)] = 10
    break_down_within: Annotated[Days, about("分解立项期限", "方案印发后多少个工作日内分解立项", 10)] = 10
    exemption_within: Annotated[
        Days, about("容错认定期限", "容错申请后多少个工作日内认定，认定后多少个工作日内备案", 20)
    ] = 20
    due_soon: Annotated[Days, about("将到期", "今后多少天内到期算“将到期”", 30)] = 30
    briefing_quota: Annotated[
        Whole | None, about("信息报送任务", "每个单位每年应被采用多少条信息；不写则不定任务", 6)
    ] = None
    causes: Annotated[Names, about("原因", "cause 可取的原因", ["资金未落实", "部门意见不一致"])] = ()
    docking: Annotated[Docking, about("对接", "对接上级文件的期限")] = Docking()
    pilots: Annotated[Pilots, about("试点", "改革试点备案和处置的期限")] = Pilots()
    closing: Annotated[Closing, about("销号销账", "销号、回头看和方案销账另外要求什么")] = Closing()
    ladder: Annotated[Ladder, about("三单一书", "提示单、交办单、催办单、责令书的规则")] = Ladder()


_BUILT_IN = Policy()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """The file itself."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    versions: Annotated[tuple[Policy, ...], about("各版本", "按 from 先后；旧月份按当时的版本判定")] = ()

    def on(self, day: date) -> Policy:
        """The version in force on ``day``."""
        in_force = [v for v in self.versions if v.from_ is None or v.from_ <= day]
        return max(in_force, key=lambda v: v.from_ or date.min, default=_BUILT_IN)
