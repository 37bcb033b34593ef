"""What a report says apart from how it is set: copied words are found although months and stops were changed."""

import re
import unicodedata
from functools import lru_cache

_DAY_IN_FRONT = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTHS = re.compile(
    r"(?:\d{4}年|今年|本年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|[本上]月)(?:\d{1,2}[日号]|[上中下]旬|[底末初])?"
)


@lru_cache(maxsize=65536)  # every report is held against the one before and against all of its month
def core(text: str) -> str:
    """Without blanks, stops, the months in it and a day in front: equal where one was copied from the other."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    said = _DAY_IN_FRONT.sub("", plain, count=1)
    return "".join(c for c in _MONTHS.sub("", said) if c.isalnum())
