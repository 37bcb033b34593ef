"""What the heads of columns are called in published tables, in our own sheets and in machine tables."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache


class Head(StrEnum):
    """What a column holds. FINISHED is «完成时间», a time limit or a day on which it was done: the sheet decides."""

    ID = "编号"
    NUMBER = "序号"
    PARENT = "上级编号"
    PART = "所属部分"
    TITLE = "事项"
    TEXT = "原文"
    LEAD = "牵头单位"
    PARTICIPANTS = "配合单位"
    UNITS = "责任单位"
    LEADER = "领衔领导"
    DUE = "时限"
    FINISHED = "完成时间"
    DONE_ON = "实际完成时间"
    START = "计划启动"
    STATE = "状态"
    PERCENT = "完成比例"
    PROGRESS = "进展情况"
    EVIDENCE = "佐证"
    CAUSE = "未完成原因"
    FIELD = "领域"
    GROUP = "专项小组"
    FOCUS = "重点"
    HARD = "硬骨头"
    WEIGHT = "权重"
    MAJOR_TASK = "重大任务"
    REVIEW_BY = "复查日期"
    PLAN_ID = "方案编号"
    PLAN_TITLE = "方案名称"
    PLAN_NUMBER = "方案文号"
    PLAN_DATE = "印发日期"
    UNKEPT = "不入账"


_BODY = "(?:单位|部门|科室|处室|股室|机构)"
_AND_PERSON = r"(?:[及和与/](?:责任人|负责人|联系人|联络员)|责任人)?"
_YEAR = r"(?:\d{4}年(?:度)?|年度|本年度?)?(?:重点)?"
_UNTIL = r"(?:截[至止].{1,12}|本月|当前|目前|最新)?"
_WORDS: tuple[tuple[Head, str], ...] = (
    (Head.ID, r"(?:事项|任务|项目)?编号|条目号|item_?id|id"),
    (Head.NUMBER, r"[件案]号|序号?|(?:事项|任务)序号|项号|号|no\.?|第几[项件]"),
    (Head.PARENT, r"(?:上级|所属|父)(?:事项|任务|项)?(?:编号|序号)|父项|parent(?:_?item)?"),
    (Head.PART, r"所属部分|部分|板块|章节|(?:任务|工作)?(?:类别|分类)|[一二三]级(?:任务|指标)|section|part"),
    (Head.PART, rf"{_YEAR}(?:重点|工作|主要)(?:方面|领域|方向)|改革(?:方面|方向)|序列"),
    (Head.FIELD, r"(?:改革)?领域|field"),
    (Head.GROUP, r"(?:改革)?专项小组|group"),
    (
        Head.TITLE,
        rf"{_YEAR}(?:工作|改革|目标|主要|重要|整改|督查|督办|督察|交办|承办|考核|落实)?(?:任务|事项)(?:名称|及要求)?|名称|title",
    ),
    (
        Head.TITLE,
        r"(?:建议|提案|议案|议题|案件|课题)(?:名称|标题|题目)|案由|标题|(?:重点|主要)工作|(?:会议)?(?:议定|决定|批示|交办)事项|(?:改革|任务)?项目名称?|工作(?:计划|要点|项目)|任务事项|改革(?:举措|任务|要点)名称|目标任务",
    ),
    (
        Head.TEXT,
        r"(?:具体|主要|工作|任务|改革|整改|重点)*(?:内容|措施|举措)(?:及要求)?|原文|文件原文|正文|text",
    ),
    (
        Head.TEXT,
        r"具体(?:工作)?(?:任务|事项)|任务(?:分解|要求)|(?:任务分解/?)?时序进度|工作目标及任务要求|督查内容|(?:工作|推进|实施|落实|具体|整改)?步骤|分步(?:任务|目标|措施)|阶段性?(?:任务|目标|工作)|节点(?:任务|目标|内容)",
    ),
    (
        Head.TEXT,
        r"(?:整改|工作|改革|任务|预期|年度)*目标(?:要求)?|(?:反馈|具体|整改|主要|发现)的?问题(?:描述|表现|内容)?",
    ),
    (Head.LEAD, rf"(?:牵头|主办|主责)(?:责任|负责|市直)?(?:{_BODY}{_AND_PERSON})?|第一责任{_BODY}|lead"),
    (Head.PARTICIPANTS, rf"(?:配合|协同|协办|参与|参加|协作|会办)(?:责任)?{_BODY}?|with|participants"),
    (
        Head.UNITS,
        rf"(?:责任|负责|承办|落实|实施|主管|承担|办理)(?:主体|{_BODY}){_AND_PERSON}|单位|部门|units(?:_raw)?",
    ),
    (Head.UNITS, rf"(?:责任|任务)?分工|牵头[、和及与/（(]*(?:配合|参与|参加|协同|责任)+{_BODY}"),
    (
        Head.LEADER,
        r"(?:领衔|牵头|包抓|包联|分管|责任|挂帅|督导|联系|挂钩)(?:负责)?[市县区省州]?领导(?:同志)?",
    ),
    (Head.LEADER, r"[市县区省州]领导|领导|leader"),
    (
        Head.DUE,
        rf"{_YEAR}(?:工作)?(?:完成|办结|整改|推进|落实|办理)?(?:时限|期限)(?:要求)?|时间(?:节点|要求|安排)",
    ),
    (Head.DUE, r"(?:计划|要求|应|拟)完成(?:时间|日期|时限)|完成(?:时间)?节点|完成时间要求|截止(?:时间|日期)"),
    (Head.DUE, r"due|deadline|deadline_phrases"),
    (Head.FINISHED, r"完成(?:时间|日期)"),
    (Head.DONE_ON, r"(?:实际|已)(?:完成|办结)(?:时间|日期)|办结(?:时间|日期)|销号(?:时间|日期)|done_on"),
    (Head.START, r"(?:计划)?(?:启动|开始|起始|开工)(?:时间|日期|时限)|计划启动|start"),
    (
        Head.STATE,
        r"(?:办理|完成|任务|落实|进展|销号|工作|事项)?状态|是否(?:已|按期)?(?:完成|办结)|完成与否|state|status",
    ),
    (Head.PERCENT, r"(?:完成|进度)(?:率|比例|百分比)|百分比|percent"),
    (
        Head.PROGRESS,
        rf"{_UNTIL}(?:(?:工作|任务|整改|落实|完成|推进|办理|进展)+(?:进度|进展|情况|动态|结果)|进度|进展)(?:情况|说明)?",
    ),
    (Head.PROGRESS, r"详细说明|progress"),
    (
        Head.EVIDENCE,
        r"佐证(?:材料|文号|资料)?|(?:证明|印证|支撑)材料|(?:制度|改革|工作)?成果(?:文件|名称)?|文号|evidence",
    ),
    (Head.CAUSE, r"(?:未|没有|逾期|滞后|未按(?:时|期))(?:完成|办结)?的?(?:主要)?原因(?:说明|分析)?|cause"),
    (Head.FOCUS, r"(?:是否)?(?:重点|挂牌督办)(?:事项)?|focus"),
    (Head.HARD, r"(?:是否)?硬骨头|hard"),
    (Head.WEIGHT, r"权重|weight"),
    (Head.MAJOR_TASK, r"重大任务(?:编号)?|major_task"),
    (Head.REVIEW_BY, r"复查(?:日期|时间)|review_by"),
    (Head.PLAN_ID, r"(?:所属)?方案编号|plan(?:_id)?"),
    (Head.PLAN_TITLE, r"(?:所属)?(?:方案|文件)(?:名称)?|plan_title"),
    (Head.PLAN_NUMBER, r"(?:方案|文件|发文)文?号|plan_(?:no|number)"),
    (Head.PLAN_DATE, r"(?:印发|成文|发文|发布)(?:日期|时间)|plan_date"),
    (
        Head.UNKEPT,
        r"备注|说明|存在(?:的)?(?:问题|困难).*|下一步.*|.*(?:责任人|负责人|联系人|联络员|经办人|承办人|填报人)",
    ),
    (
        Head.UNKEPT,
        r".*(?:电话|联系方式)|note|remarks?|(?:当前|现行)时限|逾期(?:天数|情况)?|是否逾期|上月进展",
    ),
)
_FORMS = tuple((head, re.compile(words)) for head, words in _WORDS)
_BRACKETED = re.compile(r"[(〔\[【][^()〔〕\[\]【】]*[)〕\]】]")
_UNSAID = re.compile(r"[\s:*?;、]+")

SEVERAL = frozenset({Head.PART, Head.TEXT, Head.PARTICIPANTS, Head.EVIDENCE, Head.UNKEPT})
"""What a sheet may have more than one column of."""


def plain_head(word: str) -> str:
    """A head without blanks, line breaks, what stands in brackets, and the width of its letters."""
    narrow = unicodedata.normalize("NFKC", word)
    return _UNSAID.sub("", _BRACKETED.sub("", narrow) or narrow).lower()


@lru_cache(maxsize=4096)
def head_of(word: str) -> Head | None:
    """The first that fits: 重点 alone marks items, 重点任务 names them."""
    plain = plain_head(word)
    if not plain or len(plain) > 20:
        return None
    return next((head for head, form in _FORMS if form.fullmatch(plain)), None)
