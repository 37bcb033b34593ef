"""Words of a cell in one width: digits, letters and stops of two keyboards become the same."""

import re

_HALF = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    map(ord, "\u3000\u00a0"), ord(" ")
)
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\r"))
_CHINESE_STOPS = str.maketrans(",;:()[]", "，；：（）【】")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_YEAR_IN_WORDS = re.compile(r"[零〇○O0一二三四五六七八九]{4}(?=年)")
_NUMBER_IN_WORDS = re.compile(
    r"([二三四五六七八九两]?十)?([零一二三四五六七八九两])?(?=个|年|月|日|号|天|周|季|工作日|[至到—~-][一二三四五六七八九十]{1,3}[月日季])"
)

BLANKS = frozenset({"", "/", "-", "--", "—", "——", "无", "N/A", "n/a", "NA", "暂无", "空"})
"""What people write into a cell to say that they left it empty."""


def plain(text: str) -> str:
    """Letters, digits and ``. - / %`` in half width, commas, colons and brackets in full width; nothing unseen."""
    return text.translate(_UNSEEN).translate(_HALF).translate(_CHINESE_STOPS).strip()


def in_digits(text: str) -> str:
    """二〇二四年十二月三十日 → 2024年12月30日; only numbers that count time are changed."""
    text = _YEAR_IN_WORDS.sub(lambda m: "".join(str(_DIGITS.get(c, 0)) for c in m[0]), text)
    return _NUMBER_IN_WORDS.sub(_number, text)


def _number(match: re.Match[str]) -> str:
    tens, ones = match[1], match[2]
    if not tens and not ones:
        return ""
    ten = _DIGITS.get(tens[0], 1) if tens else 0
    return str(ten * 10 + (_DIGITS[ones] if ones else 0))
