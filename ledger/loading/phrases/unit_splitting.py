"""A run of names is taken apart: at 、, at 和 and 及 where units stand on both sides, never inside a bracket or a name."""

import re
from collections.abc import Callable

from ledger.loading.phrases.unit_shapes import is_unit_like

Known = Callable[[str], bool]
_OPENING = dict(zip("（〔【《“", "）〕】》”", strict=True))
_JOINING = re.compile(r"以及|[和及与]")
_CHINESE = re.compile(r"[一-鿿]")
_BLANK = re.compile(r"\s+")
_LEVEL = "(?:自治[区州县]|直辖市|县级市|[省市区县州旗乡镇]{1,2}|街道|新区|开发区|功能区|园区)"
_LEVELS = re.compile(
    rf"各{_LEVEL}(?:、{_LEVEL})+(?=人民政府|政府|党委|[，；。、（\n]|及|和|按|负责|牵头|配合|$)"
)
_AND_OTHERS = re.compile(r"等(?:[\d一二三四五六七八九十百]+[个家])?(?=(.*))")
_SOME = re.compile(r"(?:部门|单位|机构|地区|部委)?")


def is_balanced(text: str) -> bool:
    expected: list[str] = []
    for character in text:
        if character in _OPENING:
            expected.append(_OPENING[character])
        elif character in _OPENING.values() and (not expected or expected.pop() != character):
            return False
    return not expected


def pieces(text: str, separators: str) -> list[tuple[str, str]]:
    """Between separators that stand in no bracket: each piece, and the separator behind it, empty for the last.

    各县、区人民政府 and 各省、自治区、直辖市 are one piece.
    """
    inside = {at for levels in _LEVELS.finditer(text) for at in range(*levels.span())}
    found, depth, start = [], 0, 0
    for at, character in enumerate(text):
        depth += (character in _OPENING) - (character in _OPENING.values())
        if depth == 0 and character in separators and at not in inside:
            found.append((text[start:at].strip(), character))
            start = at + 1
    return [*found, (text[start:].strip(), "")]


def names_in(text: str, known: Known) -> tuple[list[str], bool]:
    """One piece between stops: its names, and whether 等 leaves the list open. Never empty, but for an empty piece.

    What is not split although it may have to be comes back as one name that is not :func:`is_unit_like`.
    """
    if not text or known(text):
        return [text] if text else [], False
    for match in _AND_OTHERS.finditer(text):
        before, after = text[: match.start()], match[1]
        named = _joined(before, known) or [before]
        rest = [] if _SOME.fullmatch(after) else _joined(after, known) or [after]
        if all(is_unit(name, known) for name in (*named, *rest)):
            return [*named, *rest], True
    return _joined(text, known) or _spaced(text, known) or [_tight(text)], False


def is_unit(name: str, known: Known) -> bool:
    return known(name) or is_unit_like(name)


def _joined(text: str, known: Known) -> list[str]:
    """The names on both sides of every 和 that joins units; empty where none does. The shortest name goes first."""
    joints = [match.span() for match in _JOINING.finditer(text)]
    behind: dict[int, list[str]] = {}  # where a name may begin: the names from there on
    for start in sorted({0, *(end for _, end in joints)}, reverse=True):
        ends = [(*joint, behind[joint[1]]) for joint in joints if joint[0] > start and joint[1] in behind]
        for end, _, rest in [*ends, (len(text), 0, [])]:
            name = text[start:end].strip()
            if name.count("（") == name.count("）") and is_unit(name, known):
                behind[start] = [name, *rest]
                break
    names = behind.get(0, [])
    return names if len(names) > 1 else []


def _spaced(text: str, known: Known) -> list[str]:
    """Names with nothing but blanks between them; blanks inside a name (财 政 局) separate nothing."""
    parts = _BLANK.split(text)
    return parts if len(parts) > 1 and all(_CHINESE.search(p) and is_unit(p, known) for p in parts) else []


def _tight(text: str) -> str:
    """Blanks within Chinese are layout; those within Latin names belong to them."""
    return _BLANK.sub("", text) if _CHINESE.search(text) else text


def outside(text: str) -> str:
    """The text without a bracket around all of it."""
    while text and text[0] in "（〔【" and _closing(text) == len(text) - 1:
        text = text[1:-1].strip()
    return text


def _closing(text: str) -> int:
    """Where the bracket closes that the text opens with."""
    depth = 0
    for at, character in enumerate(text):
        depth += (character in _OPENING) - (character in _OPENING.values())
        if depth == 0:
            return at
    return len(text)
