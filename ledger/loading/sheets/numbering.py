"""序号 in every style people number with → the id that is kept, and what it says of levels."""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

from ledger.model.fields import IDENTIFIER, LONGEST_IDENTIFIER

_CHINESE = "一二三四五六七八九十百零〇○"
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
_SPACES = re.compile(r"\s+")
_CODE = re.compile(rf"(?!.{{{LONGEST_IDENTIFIER + 1}}}){IDENTIFIER}")
_SEVERAL = re.compile(r"第?(\d+(?:[、,至~]\d+)+)[件项条号]?")
_LEADING = re.compile(
    r"""(?P<chinese>[一二三四五六七八九十百零〇○]{1,5})[、．.]
      | [（(](?P<bracketed>[一二三四五六七八九十百零〇○]{1,5})[)）]、?
      | (?P<dotted>\d{1,3}(?:[.．]\d{1,3})+)[、．.\s]+(?![\d])
      | (?P<plain>\d{1,4})(?:[、）)]|[．.](?!\d))
      | [（(](?P<paren>\d{1,3})[)）]、?
      | (?P<circled>[①-⑳㉑-㉟㊱-㊿])
    """,
    re.VERBOSE,
)


class Style(IntEnum):
    """How official papers nest: 一、 over （一） over 1. over （1） over ①. Codes have no place of their own."""

    CHINESE = 1
    BRACKETED = 2
    PLAIN = 3
    PAREN = 4
    CIRCLED = 5


@dataclass(frozen=True, slots=True)
class Number:
    """``id`` is what the plan file keeps: 一 of «一、», 17 of «第17件», 1.10 as written. ``value`` orders, 0: unknown."""

    id: str
    style: Style
    value: int = 0

    @property
    def above(self) -> str | None:
        """The id that this one continues: 1 of 1.10, M1 of M1-2; None where there is no such thing."""
        cut = max(self.id.rfind("."), self.id.rfind("-"))
        return self.id[:cut] if cut > 0 else None


def read_number(text: str) -> Number | None:
    """A whole cell; None where it can be no id: a blank, ``/`` or ``#`` within, or words longer than 80."""
    if len(text) == 1 and "①" <= text <= "㊿":
        return _circled(text)
    word = _SPACES.sub("", unicodedata.normalize("NFKC", text))
    word = word.removeprefix("序号").rstrip("、.,:;。")
    if match := re.fullmatch(r"第?(\d+)[件项条号款]?", word):
        return Number(match[1], Style.PLAIN, int(match[1]))
    if re.fullmatch(r"\d+(?:[.-]\d+)+", word):
        return Number(word, Style.PLAIN, int(re.split(r"[.-]", word)[-1]))
    if match := re.fullmatch(r"\((\d+)\)|(\d+)\)", word):
        digits = match[1] or match[2]
        return Number(digits, Style.PAREN, int(digits))
    if match := re.fullmatch(rf"(第?)([{_CHINESE}]+)([件项条号]|部分|章|大项)?", word):
        style = Style.PLAIN if match[3] and match[3] in "件项条号" else Style.CHINESE
        return Number(match[2], style, chinese_value(match[2]))
    if match := re.fullmatch(rf"\(([{_CHINESE}]+)\)", word):
        return Number(match[1], Style.BRACKETED, chinese_value(match[1]))
    if match := _SEVERAL.fullmatch(word):
        return Number(match[1].replace(",", "、"), Style.PLAIN, int(re.findall(r"\d+", match[1])[0]))
    return Number(word, Style.PLAIN) if _CODE.fullmatch(word) and not _SPACES.search(text.strip()) else None


def split_number(text: str) -> tuple[Number | None, str]:
    """The number in front of a title, and the title: «（一）简政放权» → 一 and 简政放权; «2.5万户» has none."""
    match = _LEADING.match(text)
    if match is None:
        return None, text
    rest = text[match.end() :].strip()
    word = match.group().strip()
    number = read_number(word) if rest else None
    return (number, rest) if number else (None, text)


def chinese_value(numeral: str) -> int:
    """十 → 10, 二十三 → 23, 一百零五 → 105; numerals that only stand in a row count as digits: 一〇 → 10."""
    if not set(numeral) & {"十", "百"}:
        return int("".join(str(_DIGITS[c]) for c in numeral))
    total, digit = 0, 0
    for character in numeral:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def _circled(text: str) -> Number:
    value = int(unicodedata.numeric(text))
    return Number(str(value), Style.CIRCLED, value)
