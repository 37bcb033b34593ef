"""The words around units: labels, what they are to do, by when, and who of them leads."""

import re
from enum import StrEnum

from ledger.loading.phrases.deadline_words import is_finished, is_open_ended


class Says(StrEnum):
    """What a label or a predicate says of the units beside it; PLAIN: that it is their business, not who leads."""

    LEAD = "lead"
    OTHER = "other"
    PLAIN = "plain"
    TIME = "time"
    NOTHING = "nothing"


_BODY = "(?:责任|负责|承办|落实|实施)?(?:单位|部门|处室|科室|机构)?(?:和个人)?"
_LABELS = (
    (Says.LEAD, rf"(?:总|第一|共同)?(?:牵头|主办|主责){_BODY}"),
    (Says.OTHER, rf"(?:主要)?(?:配合|参加|参与|协办|协助|协同|会办|支持|协作){_BODY}"),
    (
        Says.PLAIN,
        r"(?:主要)?(?:责任|负责|承办|落实|实施|办理|主管|完成)(?:单位|部门|主体|处室|科室|分工)?|责任分工|分工|单位|部门",
    ),
    (Says.TIME, r"(?:完成|办理|整改|落实|时间)?(?:时限|期限|时间|节点)(?:要求)?"),
    (
        Says.NOTHING,
        r"(?:牵头|分管|包抓|责任|主要|具体|负责|省|市|县|区)*(?:领导|负责人|责任人|联系人|联络员)|适用范围|联系电话|电话|备注|说明|依据",
    ),
)
_LABEL = tuple(
    (says, re.compile(rf"(?:{words})" + (r"：\s*" if says is Says.NOTHING else r"(?:：\s*|\s+)")))
    for says, words in _LABELS
)
_LABEL_AFTER_BLANK = re.compile(rf"\s+(?=(?:{'|'.join(words for says, words in _LABELS[:-1])})：)")

_DOES = "(?:负责|抓总|组织|实施|落实|推进|推动|办理|协调|统筹|做好|完成|抓好|工作)*"
_BY_DUTY = "(?:(?:按照?|根据|依据?)(?:各自|本|工作|部门|自身)*的?(?:职责|职能|职权|分工)+)?(?:各自)?"
_PREDICATES = (
    (Says.LEAD, rf"(?:共同|联合|负责|具体)?(?:总牵头|牵头|主办|抓总){_DOES}"),
    (
        Says.OTHER,
        rf"{_BY_DUTY}(?:分别|共同|积极|密切|做好|负责)*(?:配合|参与|参加|协助|协同|协办|会办|支持){_DOES}",
    ),
    (
        Says.PLAIN,
        rf"{_BY_DUTY}(?:分别|共同|具体|协同|联合|认真|抓好)*(?:负责|承办|落实|组织实施|研究办理|分别实施){_DOES}",
    ),
)
_PREDICATE = tuple((says, re.compile(rf"(?P<who>.*?){words}")) for says, words in _PREDICATES)
_LEADS_MIDWAY = re.compile(r"(?P<who>.+?)(?:共同)?牵头(?P<rest>.+)")
_TOGETHER = re.compile(r"(?P<who>.*?)(?:会同|商有关|会商)(?P<rest>.+)")
_DOING = re.compile(
    r"(等(?:有关|相关)?(?:部门|单位))(?:研究|提出|制定|制订|起草|编制|组织|共同|联合|按|抓|落实|推进|开展|做好|完善|加快|建立|健全|办理|实施|审核|监督|指导)[一-鿿]+"
)
_ADDRESSED = re.compile(r"^(?:请|由)+")
_ROLE_BEHIND = re.compile(r"（(?P<role>牵头|主办|配合|参加|参与|协办)(?:单位|部门)?）$")

_NUMERAL = "[0-9一二三四五六七八九十]{1,3}"
_WHEN = re.compile(
    r"(?:力争|确保|争取|须|应)?[在于到至]?(?:[0-9〇○零一二三四五六七八九]{4}年度?|今年|明年|本年度?)?"
    rf"(?:年?(?:底|末|内)|{_NUMERAL}月(?:份|{_NUMERAL}日|[上中下]旬)?|[上下]半年|第?[一二三四1-4]季度|(?<=年)(?=完成|前))"
    r"(?:底|末|初|内)?(?:之前|以前|前)?"
)


def label_of(piece: str) -> tuple[Says | None, str]:
    """What the label in front says, and the piece without it."""
    for says, label in _LABEL:
        if match := label.match(piece):
            return says, piece[match.end() :]
    return None, piece


def predicate_of(piece: str) -> tuple[Says | None, str]:
    """What the predicate at the end says of the units before it, and the piece without it."""
    for says, predicate in _PREDICATE:
        if match := predicate.fullmatch(piece):
            return says, match["who"].strip()
    return None, piece


def led_midway(piece: str) -> tuple[str, str] | None:
    """财政部牵头税务总局配合: who leads, and the rest; None where the rest is only what the lead is to do."""
    match = _LEADS_MIDWAY.fullmatch(piece)
    return (match["who"], match["rest"]) if match and not re.fullmatch(_DOES, match["rest"]) else None


def together(piece: str) -> tuple[str, str] | None:
    """甲会同乙: who leads (empty where it was named before), and the others, without what they are to do."""
    match = _TOGETHER.fullmatch(piece)
    return (match["who"].strip(), match["rest"]) if match else None


def without_doing(piece: str) -> str:
    """粮食局等部门研究提出意见 → 粮食局等部门."""
    return _DOING.sub(r"\1", piece)


def unaddressed(piece: str) -> str:
    return _ADDRESSED.sub("", piece)


def role_behind(name: str) -> tuple[Says | None, str]:
    """市财政局（牵头）: the role, and the bare name."""
    match = _ROLE_BEHIND.search(name)
    if match is None:
        return None, name
    return Says.LEAD if match["role"] in {"牵头", "主办"} else Says.OTHER, name[: match.start()]


def time_in(piece: str) -> tuple[str, str]:
    """The words of time in a piece, and the piece without them."""
    if is_open_ended(piece):
        return piece, ""
    match = _WHEN.search(piece)
    if match is None:
        return "", piece
    before, behind = piece[: match.start()], piece[match.end() :]
    if before.endswith("（") and behind.endswith("）"):
        before, behind = before[:-1], behind[:-1]
    if is_finished(behind) or is_open_ended(behind):
        return match[0] + behind, before
    return match[0], before + behind


def with_stops(text: str) -> str:
    """A label that stands behind a blank begins a clause."""
    return _LABEL_AFTER_BLANK.sub("；", text)
