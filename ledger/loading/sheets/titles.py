"""A title for a row that has only a text: its first clause, without the time limit in front."""

import re

_CLAUSE = re.compile(r"[，。；：！？,;!?\n]|(?<!\d):|\.(?!\d)")
_OPENING, _CLOSING = "“‘「『《〈（(【〔", "”’」』》〉）)】〕"
_LIMIT = re.compile(
    r"""(?:力争|确保|争取)?(?:在|到|于|自|从)?
        (?=\d|[一二三四五六七八九十]+月|今年|明年|年底|年内|上半年|下半年|第?[一二三四]季度)
        (?:\d{4}年|今年|明年|本年度?|当年)?(?:年)?
        (?:上半年|下半年|第?[一二三四1-4]季度|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)?
        (?:\d{1,2}[日号])?(?:(?:份|底|末|初|中旬|上旬|下旬)?(?:之前|以前|前|内|完成|起)|底|末)[，,、]?""",
    re.VERBOSE,
)
LONGEST = 200


def title_of(text: str) -> str:
    """«2020年底前开展涉企收费专项治理，对…» → 开展涉企收费专项治理; nothing within quotation marks or brackets ends it."""
    bare = without_limit(text)
    depth = 0
    for n, character in enumerate(bare):
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and n and _CLAUSE.match(bare, n):
            return bare[:n].strip()[:LONGEST]
    first = bare.splitlines()[0] if bare else bare
    return first.strip()[:LONGEST]


def clause_after(text: str, phrase: str) -> str:
    """What is to be done by the time that ``phrase`` names, as ``text`` says behind it; empty where it does not say."""
    _, found, rest = text.partition(phrase)
    return title_of(rest.lstrip("，,、 ")) if found else ""


def without_limit(text: str) -> str:
    """The text without the time limit that it begins with, where something is left."""
    match = _LIMIT.match(text)
    return (text[match.end() :].strip() if match else "") or text
