"""Dates as people shorten them, written out: 17年底, 17.6.30, 6/30. A doubtful one (6/7, 6.3) stays as it is."""

import re

_MONTH, _DAY = r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_BEFORE = r"(?P<rest>日?(?:之前|以前|前)?)"
_YEAR = re.compile(r"(?<![\d.])([1-4]\d)年(?=年?[底末终]|\d{1,2}月|[上下]半年|第?[1-4]季度|度)")
_DOTTED = re.compile(rf"(?P<year>[1-4]\d)([./-])(?P<month>{_MONTH})\2(?P<day>{_DAY}){_BEFORE}")
# 6/7 may be June or July, and 6.3 what a spreadsheet left of 6.30: such days need two digits
_MONTH_AND_DAY = re.compile(rf"(?P<month>{_MONTH})[/.](?P<day>0[1-9]|[12]\d|3[01]){_BEFORE}")


def written_out(words: str) -> tuple[str, str]:
    """The words with whole years and 月日; and the year that was told by two digits, empty where none was."""
    if match := _DOTTED.fullmatch(words):
        return "20{year}年{month}月{day}日{rest}".format_map(_parts(match)), f"20{match['year']}"
    if match := _MONTH_AND_DAY.fullmatch(words):
        return "{month}月{day}日{rest}".format_map(_parts(match)), ""
    match = _YEAR.search(words)
    return _YEAR.sub(r"20\1年", words), f"20{match[1]}" if match else ""


def _parts(match: re.Match[str]) -> dict[str, str]:
    return {**match.groupdict(), "rest": match["rest"].removeprefix("日")}
