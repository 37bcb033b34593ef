"""Several papers in one cell → each as an entry keeps it."""

import re

from ledger.files.scalars import Value
from ledger.loading.sheets.papers import papers_in

_NUMBER = r"[^《》（）()〔\[\s]+\s*[〔\[（(【]\d{4}[〕\]）)】]\s*第?\s*\d+\s*号"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<number>{_NUMBER})",
        rf"《(?P<title>.+)》\s*[（(]?(?P<number>{_NUMBER})[）)]?",
        rf"(?P<number>{_NUMBER})\s*《(?P<title>.+)》",
    )
)


def evidence_fields(text: str) -> list[Value]:
    """Each with its number and title, as far as it is written so; what has no number of a paper is a title."""
    return [_fields(paper) for paper in papers_in(text)]


def _fields(paper: str) -> dict[str, Value]:
    for form in _FORMS:
        if match := form.fullmatch(paper):
            return dict(sorted(match.groupdict().items()))
    return {"title": paper}


def names(text: str) -> set[str]:
    """What the papers will be known by: the number, else the title."""
    return {str(p.get("number") or p["title"]) for p in map(_fields, papers_in(text))}
