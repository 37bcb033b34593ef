"""What a comment says behind ``ledger:``, ``allow P110 until 2017-12-31 — reason``, or why it allows nothing."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ledger.base.days import NoSuchDay, parse_day
from ledger.base.text import did_you_mean, quoted

PATTERN = "# ledger: allow P110 until 2017-12-31 — 理由"
_NEVER = {
    "R": "文件读不进来，其中的注释也就不作数",
    "A": "A 类查的就是这些注释",
    "V": "月报的数要么核对得上，要么不一致",
    "I": "表格不是台账文件，它的问题只在读入时有",
    "P101": "一个编号指两样东西，数字和记录就分不清是谁的",
    "U101": "一个名称指两个单位，欠账就分不清是谁的",
    "S105": "一个文号用在两份单上，引用它的都作不了准",
    "S109": "同一件事发了两份同样的单，后面的级次会跟着算错",
}
"""By code or by family: what figures and papers would go wrong by in silence."""
_COMMENT = re.compile(r"#+\s*ledger\s*[:：]\s*(?P<words>.*)")
_DASHES = "—–―─－"
_WORDS = re.compile(
    rf"allow\s+(?P<codes>\S.*?)\s+until\s+(?P<until>[^\s{_DASHES}:：]+?)"
    rf"\s*(?:[{_DASHES}]+|--+|[:：]|(?<=\s)-)(?P<reason>.*)"
)
_BETWEEN_CODES = re.compile(r"[\s,，、]+")


class NoAllowance(ValueError):  # noqa: N818 - what the comment turns out to be
    """The comment allows nothing; the sentence says why, ``hint`` what to write instead."""

    def __init__(self, message: str, hint: str = f"写作 {PATTERN}") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Words:
    """``until`` is the last day on which it holds."""

    codes: tuple[str, ...]
    until: date
    reason: str


def addressed(comment: str) -> str | None:
    """What a comment says to this program; None for a comment that is for people."""
    match = _COMMENT.fullmatch(comment)
    return match["words"].strip() if match else None


def parse_words(text: str, known: Collection[str]) -> Words:
    """Raises NoAllowance for what is not well-formed, and for codes that are not ``known`` or never allowed."""
    word = text.split(maxsplit=1)[0] if text else ""
    if word != "allow":
        raise NoAllowance(f"“ledger:”后面只能写 allow，这里是{quoted(word)}")
    match = _WORDS.fullmatch(text)
    if match is None:
        raise NoAllowance(_missing(text))
    codes = tuple(dict.fromkeys(filter(None, _BETWEEN_CODES.split(match["codes"]))))
    for code in codes:
        _must_be_allowable(code, known)
    reason = match["reason"].strip()
    if sum(character.isalnum() for character in reason) < 2:
        raise NoAllowance("没有写理由")
    return Words(codes, _until(match["until"]), reason)


def _missing(text: str) -> str:
    if not re.search(r"\suntil(\s|$)", text):
        return "没有写 until 和到期日"
    if re.match(r"allow\s+until(\s|$)", text):
        return "没有写规则代码"
    return "没有写到期日" if re.search(r"\suntil$", text) else "没有写理由"


def _must_be_allowable(code: str, known: Collection[str]) -> None:
    if code not in known:
        hint = did_you_mean(code, known) or "用 ledger rule 列出全部代码"
        raise NoAllowance(f"没有{quoted(code)}这条规则", hint)
    reason = _NEVER.get(code) or _NEVER.get(code[0])
    if reason:
        raise NoAllowance(f"{code} 不能放行：{reason}", "删去这个代码，改正它指出的问题")


def _until(text: str) -> date:
    try:
        return parse_day(text)
    except NoSuchDay as error:
        raise NoAllowance(str(error)) from None
