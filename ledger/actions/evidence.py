"""Papers as a cell names them → evidence as an entry keeps it."""

import re

from ledger.actions.recording import evidence_of
from ledger.files.scalars import Value
from ledger.loading.phrases.papers import papers_in

_NUMBER = r"[^《》（）()〔\[\s]+\s*[〔\[（(【]\d{4}[〕\]］）)】]\s*第?\s*\d+\s*号"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<number>{_NUMBER})",
        rf"《(?P<title>.+)》\s*[（(]?(?P<number>{_NUMBER})[）)]?",
        rf"(?P<number>{_NUMBER})\s*《(?P<title>.+)》",
    )
)


def evidence_fields(text: str) -> list[Value]:
    """Every paper in it."""
    return [paper_fields(paper) for paper in papers_in(text)]


def paper_fields(paper: str) -> Value:
    """Its number and title, as far as it is written so, and its kind behind a colon; what has no number is a title."""
    said = evidence_of([paper])[0]
    rest = said if isinstance(said, dict) else {}
    text = str(rest.pop("number", paper))
    for form in _FORMS:
        if match := form.fullmatch(text):
            return {**dict(sorted(match.groupdict().items())), **rest}
    return {"title": text, **rest}


def names(text: str) -> set[str]:
    """What the papers will be known by: the number, else the title."""
    return {
        str(p.get("number") or p["title"]) for p in map(paper_fields, papers_in(text)) if isinstance(p, dict)
    }
