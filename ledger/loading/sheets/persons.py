"""People named beside their units, 市财政局（李某）, in a column whose head says that they are."""

import re

from ledger.loading.phrases.plain import plain
from ledger.loading.phrases.unit_shapes import is_unit_like

_PERSON = "责任人|负责人|联系人|联络员|经办人|承办人"
_NAME = r"[一-鿿·]{2,4}"
_HEAD = re.compile(_PERSON)
_BESIDE = re.compile(
    rf"（(?:(?:{_PERSON})：?)?(?P<inside>{_NAME}(?:[、，]{_NAME})*)）|(?<=\S)[ \u3000]+(?P<behind>{_NAME})(?=$|[、，；\n])"
)
_ROLES = re.compile(r"牵头|主办|配合|参加|参与|协办|会办|协助")


def says_persons(head: str) -> bool:
    """责任单位（责任人）, 责任单位及责任人."""
    return bool(_HEAD.search(head))


def without_persons(text: str) -> tuple[str, list[str]]:
    """The units alone, and what stood beside them as it was written."""
    said: list[str] = []

    def taken(match: re.Match[str]) -> str:
        names = match["inside"] or match["behind"]
        if _ROLES.search(names) or is_unit_like(names.split("、")[0]):
            return match[0]
        said.append(names)
        return ""

    return _BESIDE.sub(taken, plain(text)), said
