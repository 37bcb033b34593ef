"""Words beside a date: those that say nothing more, and those by which it is no time limit, or another one."""

import re

from ledger.loading.phrases.values import Refusal


class Unreadable(Exception):  # noqa: N818 - it carries the answer
    """Somewhere inside a phrase it shows that it cannot be read; ``refusal`` is what is said of the whole."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.refusal = Refusal(code, message, hint)


_OPEN_ENDED = re.compile(
    r"(?:并且?|且|[，、；。]|长期|持续|坚持|推进|不断|常态化?|常年|推动|开展|实施|落实|抓好|深化|巩固|提升|加强|有序|稳步|长效|"
    r"进行|贯穿|下去|工作|任务|执行|保持|运行|管理|机制)+"
)
_ONGOING = re.compile(r"长期|持续|常态|常年|不断|坚持")
_RECURRING = re.compile(
    r"每|逐[年月季]|按[月季年](?![底末])|按季度|定期|经常|月度|月报|周报|季报|各季度|全天候"
)
_RELATIVE = re.compile(
    r"[会印下文发批收签受立之]+[^，；]{0,6}后|之日起|会前|收到|即日|(?:\d+|半|几|数|若干)(?:-\d+)?个?(?:工作日|交易日|日|天|周|星期|月|年|小时|季度)(?:之内|以内|内)"
    r"|春节|元旦|中秋|端午|清明|两会|汛期|暑|寒假|开学|高考|本月|下个?月|本季度?|月底|月末|季度末|次年|翌年"
)
_VAGUE = re.compile(
    r"尽快|尽早|抓紧|立即|马上|及时|适时|择机|同步|分步|分阶段|分批|分期|视情|待定|另行|根据|按照|按要求|按计划|按规定|按程序|按时间|规定时间"
    r"|立行立改|立查立改|立知立改|即知即改|即行即改|边查边改|有序|稳步|逐步|近期|中期|远期|never|tbd|asap",
    re.IGNORECASE,
)
_DONE = re.compile(r"已|完成了|[√✓✔]")
_LEADING = re.compile(
    r"(?:[，、；。：|/\s（）“”\"]|工作|任务|整改|办理|完成|办结|时限|期限|时间|节点|要求|截止|截至|日期|力争|确保|争取|原则上|计划|预计|拟|最迟"
    r"|不晚于|不迟于|务必|必须|须|应|要|并|且|和|及|以及|再|于|在|到|至|从|自|由|各)*"
)
_TWISTED = re.compile(
    r"^(?:前(?!期)|后(?!续|期)|起(?!草|步)|初(?!步)|中(?!期)|[年底末内旬月日号份度]|以后|之后|开始|以来|左右|前后|上下)|或|视|如|若|待|暂|调整|推迟|延|顺延|改为|原定|前后|左右"
    r"|以后|之后|不得|不含|除|未|不早于|早于|约|\?|？"
)
_COUNTED = re.compile(
    r"\d+(?:\.\d+)?(?:%|个|家|项|件|条|户|人|名|公里|米|亩|万|亿|元|批|所|处|次|套|种|台|辆|座|期|轮|类|级)"
)
_BEGUN = re.compile(
    r"(?:全面|正式|实质性?|力争|确保)*(?:启动|开工|动工|开建|开始|施行|起步|试运行)(?:建设|工作|实施|编制)?"
)
_FINISHED = re.compile(
    r"(?:全部|全面|按时|如期|按期|确保|力争|争取|整改|工作|任务|目标|办理|落实|各|均|都)*"
    r"(?:完成|完工|竣工|办结|完毕|到位|落实|达标|销号|见成?效|结束|止|为止)?(?:整改|任务|目标|工作|到位)*"
)
_WISHED = re.compile(r"(?:力争|争取|原则上|努力|尽量)(?=[^，；。|]*$)")
_AT_LAST = re.compile(r"[，、；|]?(?:确保|最迟|最晚|至迟|原则上|不得|不|超过|晚于|迟于)+(?:于|在)?$")
_EACH = re.compile(r"各(?:完成|开展|进行|组织)?[一1]次")
TITLE = re.compile(r"《[^》]*》")
"""The name of a paper: years in it are not those of the cell."""
_STRIPPED = "，、；。：|/ \n（）()“”\"'-"

_WRITE_DAY = "写明到哪一天：2017-06-30；没有定的留空"


def is_open_ended(words: str) -> bool:
    """持续推进, 长期坚持: nothing but words for going on."""
    return bool(_OPEN_ENDED.fullmatch(words) and _ONGOING.search(words))


def is_ongoing(words: str) -> bool:
    return bool(_ONGOING.search(words))


def is_recurring(words: str) -> bool:
    return bool(_RECURRING.search(words))


def is_done(words: str) -> bool:
    """It says how far the matter is, not by when."""
    return bool(_DONE.search(words))


def is_begun(words: str) -> bool:
    """开工, 启动: the date is not that of completion."""
    return bool(_BEGUN.fullmatch(words))


def is_finished(words: str) -> bool:
    """完成, 办结 or nothing at all: words that say no more than a time limit does."""
    return bool(_FINISHED.fullmatch(words))


def may_lead(words: str) -> bool:
    """Whether a date may follow them: 力争, 在, 到."""
    return bool(_LEADING.fullmatch(words))


def wish(words: str) -> str:
    """力争 where the words in front of a date make it one that is hoped for; empty where it is simply due."""
    match = _WISHED.search(words)
    return match[0] if match else ""


def is_last(words: str) -> bool:
    """确保, 最迟 in front of a date: this one counts."""
    return bool(_AT_LAST.search(words))


def stripped(words: str) -> str:
    """What stands with a date: stops and brackets around it taken off, and what belongs to the next date."""
    words = _EACH.sub("", _AT_LAST.sub("", words.strip(_STRIPPED)))
    return re.sub(r"[，、；。](?:力争|确保|争取|并于|并在|再|于|在|到|至)$|[和及与]$", "", words).strip(
        _STRIPPED
    )


def undated(text: str, words: str) -> Unreadable:
    """Why a phrase without any date is no time limit."""
    if is_done(words):
        return Unreadable(
            "I124", f"{text}说的是进展，不是时限", "进展写在进展或状态栏；时限写日期，没有的留空"
        )
    if _RELATIVE.search(words):
        return Unreadable("I123", f"{text}从另一件事算起，算不出是哪一天", _WRITE_DAY)
    if _VAGUE.search(words) or is_ongoing(words):
        return Unreadable("I124", f"{text}不是时间", f"{_WRITE_DAY}；一直要做的写 长期")
    return Unreadable("I120", f"{text}读不出日期", _WRITE_DAY)


def twisted(text: str, words: str) -> Unreadable | None:
    """Why these words beside a date change what it means, or None."""
    words = TITLE.sub("", words)
    if is_done(words):
        return Unreadable(
            "I124", f"{text}说的像是已经做完的事，不是时限", "进展写在进展或状态栏；时限只写日期"
        )
    if _RELATIVE.search(words):
        return Unreadable("I123", f"{text}有一段从另一件事算起，算不出是哪一天", _WRITE_DAY)
    if _VAGUE.search(words) or _TWISTED.search(words) or re.search(r"\d", _COUNTED.sub("", words)):
        return Unreadable("I120", f"{text}里除了日期还有读不准的话", f"时限栏只留日期。{_WRITE_DAY}")
    return None
