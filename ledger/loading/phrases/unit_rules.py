"""Papers say once, in a note or a row, that the unit named first leads: 排在第一位的部门为牵头部门，下同."""

import re

_LEADS_FIRST = (
    r"(?:(?:第一位|首位|第一个|第一名|排名?第一|排名?最前|列第一)[^，；。（）牵]{0,12}?(?:牵头|主办|汇总)"
    r"|第一责任单位[^，；。（）牵]{0,6}牵头)"
)
_FIRST_LEADS = re.compile(_LEADS_FIRST)
_RULE = re.compile(
    r"(?:^|[，；。、（\n])(?:其中|以|由|各|责任单位|责任部门|部门|单位|中|的|名单|名称|排名|排列|排序|排|列|在|于|为)*"
    rf"{_LEADS_FIRST}(?:责任|单位|部门|负责|或|汇总)*(?:[，、；]?下同)?(?:）|(?=$|[，；。、\n]))"
)


def first_leads(text: str) -> bool:
    """排在第一位的部门为牵头部门."""
    return bool(_FIRST_LEADS.search(text))


def without_rule(text: str) -> tuple[bool, bool, str]:
    """Whether the text states the rule of :func:`first_leads`; whether for all that follow; the text without it."""
    rest = _RULE.sub("", text)
    return rest != text, "下同" in text, rest.replace("下同", "").strip("，；。、 ")
