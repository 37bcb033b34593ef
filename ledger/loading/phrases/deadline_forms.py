"""How dates are written, as patterns; an earlier one is tried first. Groups are called alike in all of them.

``year`` is four digits, ``dotted`` the same before a dot, ``word`` 今年 and its like; ``from`` and ``to`` are the ends
of a range, ``edge`` says which part of the period is meant, ``before`` is 前.
"""

import re

_FOUR = r"(?P<year>(?<!\d)\d{4})"
_YEAR = rf"(?:{_FOUR}年度?|(?P<word>今年|本年度?|明年|次年|翌年))"
_DATED = rf"(?:{_YEAR}|(?P<dotted>(?<!\d)\d{{4}})[-./])?"
_END = r"(?P<edge>底|末|内)?"
_NO_END = "(?P<edge>)"
_MONTH = r"(?<!\d)\d{1,2}"
_BEFORE = r"(?P<before>之前|以前|前(?!后|[几两\d]+个?[季批期]))?"

_YEARS = r"(?<!\d)(?P<from>\d{4})年?-(?P<to>\d{4})(?:年度?(?!\d)|(?![\d月.年-]))"
_QUARTERS = rf"{_YEAR}?第?(?:(?P<from>(?<!\d)[1-4])(?:季度?)?-第?)?(?P<to>(?<!\d)[1-4])季度?"
_DAY_TO = (
    r"(?P<to>\d{1,2})(?:[日号]|(?=$|[之以]?前|[，、；|）-]))"  # 日 may be left out where nothing else follows
)
_DAYS = rf"{_DATED}(?P<month>{_MONTH})月份?(?:(?P<from>\d{{1,2}})[日号]?-)?{_DAY_TO}(?P<edge>内)?"
_MONTHS = (
    rf"{_DATED}(?:(?P<from>{_MONTH})(?:月份?)?-)?(?P<to>{_MONTH})月份?(?P<edge>上旬|中旬|下旬|初|末|底|内)?"
)
_DIGITS = r"(?P<year>(?<!\d)20\d\d)(?P<month>0[1-9]|1[0-2])(?P<to>[0-3]\d)(?!\d)"
_FEAST = (
    rf"{_YEAR}?" r"[“\"‘']?(?P<to>十一|国庆节?|五一|七一)[”\"’']?(?:节|劳动节|建党节)?(?=之前|以前|前(?!后))"
)

FORMS = tuple(
    (unit, re.compile(form + _BEFORE))
    for unit, form in (
        ("years", rf"{_YEARS}(?P<edge>底|末|内|期?间)?"),
        ("quarter", _QUARTERS + _END),
        ("quarter", rf"{_FOUR}年?[- ]?[Qq](?P<to>[1-4])(?!\d){_NO_END}"),
        ("quarter", rf"[Qq](?P<to>[1-4])[-/ ]?(?P<year>\d{{4}})年?(?!\d){_NO_END}"),
        ("half", rf"(?:{_YEAR}|(?P<dotted>(?<!\d)\d{{4}}))?(?P<to>[上下])半年{_END}"),
        ("half", rf"{_FOUR}年?[- ]?[Hh](?P<to>[12])(?!\d){_NO_END}"),
        ("day", _DAYS),
        ("day", rf"{_FOUR}([-./])(?P<month>\d{{1,2}})\2(?P<to>\d{{1,2}})日?(?![\d月])(?P<edge>内)?"),
        ("day", _DIGITS + _NO_END),
        ("month", _MONTHS),
        ("month", rf"{_FOUR}[-./](?P<to>\d{{1,2}})(?!\d|[-./]\d{{1,2}}(?!\d)){_END}"),
        ("month", rf"(?P<year>(?<!\d)20\d\d)(?P<to>0[1-9]|1[0-2])(?!\d){_NO_END}"),
        ("this month", rf"(?P<to>本|下)个?月{_END}"),
        ("this quarter", rf"(?P<to>本)季度?{_END}"),
        ("feast", _FEAST + _NO_END),
        ("year", rf"{_FOUR}年全年{_NO_END}"),
        ("year", rf"{_YEAR}年?(?P<edge>底|末|终|内)?"),
        ("year", rf"(?:{_FOUR}年?)?(?<![半两几多])(?P<whole>(?<!\d)年度?内|全年){_NO_END}"),
        ("year", r"(?<!\d)年(?P<edge>底|末|终)"),
        ("year", rf"{_FOUR}(?=$|[底末内]|[之以]?前){_END}"),
    )
)
"""Each with the unit of time that it tells."""
