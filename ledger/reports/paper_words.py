"""What the four papers say, on both tracks; everything a reader of a paper meets in words stands here."""

from typing import NamedTuple

from ledger.model.slips import Track


class Wording(NamedTuple):
    """``title`` and ``opening`` with places for what is named; ``reply`` says what a reply has to hold."""

    title: str
    opening: str
    reply: str
    finish: str
    after: str


_EVIDENCE = "办结后请及时在台账中报“完成”，并附佐证文件的文号或名称"
_COMPANION = "印发后请及时在台账中登记配套方案的编号"

WORDINGS: dict[tuple[Track, int], Wording] = {
    ("item", 1): Wording(
        "关于{what}即将到期的{kind}",
        "截至{day}，你单位牵头的下列{count}项改革事项时限临近，现予提示。请对照时限抓紧推进，确保按期办结。",
        "告知是否知悉、能否按期办结",
        f"请按上表所列时限办结。{_EVIDENCE}",
        "到期未办结的，自逾期之日起按规定发{next}。",
    ),
    ("item", 2): Wording(
        "关于限期办结{what}的{kind}",
        "截至{day}，你单位牵头的下列{count}项改革事项已超过时限，尚未办结，现交由你单位限期办结。",
        "附办理计划，写明责任人、步骤和办结日期",
        f"请在上表所列办结期限以前办结。{_EVIDENCE}",
        "期限已过仍未办结，或者回复被退回的，按规定发{next}。",
    ),
    ("item", 3): Wording(
        "关于催办{what}的{kind}",
        "截至{day}，你单位牵头的下列{count}项改革事项逾期超过{after}天，经交办仍未办结，现予催办。",
        "说明未办结的原因、已采取的措施和确保办结的日期",
        f"请在上表所列办结期限以前办结。{_EVIDENCE}",
        "期限已过仍未办结，或者回复被退回的，按规定发{next}。",
    ),
    ("item", 4): Wording(
        "关于责令限期办结{what}的{kind}",
        "截至{day}，你单位牵头的下列{count}项改革事项逾期超过{after}天，经交办、催办仍未办结。"
        "现责令你单位限期办结。",
        "由单位主要负责人签字，说明原因、责任和整改措施",
        f"请在上表所列办结期限以前办结。{_EVIDENCE}",
        "期限已过仍未办结的，提请会议研究。",
    ),
    ("docking", 1): Wording(
        "关于对接{what}的{kind}",
        "下列{count}件上级改革文件已经审议通过，现提示你单位及时对接。",
        "反馈对接安排，写明牵头单位、是否制定配套方案和完成时间",
        "请及时传达学习，研究提出对接安排",
        "收到正式文件后，由牵头单位按规定的期限印发配套方案。",
    ),
    ("docking", 2): Wording(
        "关于制定{what}配套方案的{kind}",
        "下列{count}件上级改革文件已经收到，由你单位牵头制定配套方案，现予交办。",
        "附制定配套方案的计划，写明责任人、步骤和完成时间；认为不需要配套的，说明理由",
        f"请在上表所列期限以前印发配套方案。{_COMPANION}",
        "期限已过仍未印发，或者回复被退回的，按规定发{next}。",
    ),
    ("docking", 3): Wording(
        "关于催办{what}配套方案的{kind}",
        "截至{day}，下列{count}件上级改革文件的配套期限已过，你单位牵头的配套方案尚未印发，现予催办。",
        "说明未印发的原因、已采取的措施和确保印发的日期",
        f"请在上表所列期限以前印发配套方案。{_COMPANION}",
        "期限已过仍未印发，或者回复被退回的，按规定发{next}。",
    ),
    ("docking", 4): Wording(
        "关于责令限期印发{what}配套方案的{kind}",
        "截至{day}，下列{count}件上级改革文件的配套期限已过{after}天以上，经交办、催办，你单位牵头的配套方案仍未印发。"
        "现责令你单位限期印发。",
        "由单位主要负责人签字，说明原因、责任和整改措施",
        f"请在上表所列期限以前印发配套方案。{_COMPANION}",
        "期限已过仍未印发的，提请会议研究。",
    ),
}

REVIEWING = Wording(
    "关于复查{what}的{kind}",
    "截至{day}，你单位牵头的下列{count}项长期改革事项已过复查日期，现予提示。",
    "报告进展，提出下一节点和时限",
    "请在台账中记“进展”，写明下一次复查的日期",
    "",
)
"""A prompt that is about reviews of 长期 items only."""

PARTLY_REVIEWING = Wording(
    "关于{what}的{kind}",
    "截至{day}，你单位牵头的下列{count}项改革事项时限临近，或者已过复查日期，现予提示。",
    "告知能否按期办结；应复查的，报告进展，提出下一节点和时限",
    f"请按上表所列时限办结；应复查的，记“进展”，写明下一次复查的日期。{_EVIDENCE}",
    "到期未办结的，自逾期之日起按规定发{next}。",
)
"""A prompt about both."""

PROMPT_COLUMNS = (("序号", 3), ("改革事项", 13), ("时限", 9), ("情况", 6), ("配合单位", 6))
ORDER_COLUMNS = (("序号", 3), ("改革事项", 10), ("时限", 9), ("情况", 6), ("办结期限", 9))
DOCKING_PROMPT_COLUMNS = (("序号", 3), ("上级文件", 25), ("通过", 9))
DOCKING_COLUMNS = (("序号", 3), ("上级文件", 16), ("收文", 9), ("配套期限", 9))
"""Shares add up to the 37 characters of 12 pt that a line of a table holds: a date takes 7, its margins and the
gaps that some programs put around digits."""

MATTERS = "一、事项"
DEMANDS = "二、要求"
REPLY = "（一）按时回复。请于{due}以前书面回复，{reply}。"
FINISH = "（二）按期办结。{finish}。"
OBJECT = "（三）如有异议。对本{kind}有异议的，请在签发之日起{days}日内书面提出，复核期间不升级。"
AFTER = "三、后续"
BASIS = "根据{basis}，"
TO_REVIEW = "应复查"
RECEIPT = "回执"
RECEIPT_HEAD = "{unit}对{kind}（{number}）的回复"
RECEIPT_COLUMNS = (("序号", 3), ("事项", 10), ("办理情况", 9), ("未办结的原因", 8), ("预计办结日期", 7))
RECEIPT_FOOT = ("主要负责人（签字）：", "单位（盖章）：", "日期：　　　　年　　月　　日")
