"""``ledger list terms``: how often words stand in the papers of meetings (S0 #82); ``--text`` asks for another word."""

from dataclasses import replace
from datetime import date

from ledger.measures.selection import Selection
from ledger.measures.states import takes
from ledger.measures.terms import frequencies
from ledger.measures.thing_selection import check_filters, fits_thing
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Column, Paragraph, Report, Table, cells
from ledger.reports.listing import Listing, narrowed
from ledger.reports.lists.meetings import LISTING as MEETINGS
from ledger.reports.register_list import RegisterList

_KEYS = ("word", "count", "meetings", "per_meeting")


def _build(ledger: Ledger, day: date, chosen: Selection) -> Report:
    """Of the meetings that the filters choose; ``--text`` is the word, not part of a title."""
    spec: RegisterList = MEETINGS.spec
    check_filters(spec.thing, "会议", chosen)
    among = replace(chosen, text=None)
    meetings = [
        thing.record
        for thing in spec.things(ledger, day)
        if fits_thing(thing, ledger, among)
        and takes(MEETINGS.states, chosen.states, thing, day)
        and takes(MEETINGS.kinds, chosen.kinds, thing, day)
    ]
    found = frequencies(meetings, [chosen.text] if chosen.text else ())
    columns = (
        Column("词"),
        Column("次数", right=True),
        Column("会议", right=True),
        Column("平均每次", right=True),
    )
    rows = tuple(cells(f.word, f.count, f.meetings, f.per_meeting) for f in found)
    data = [
        {
            "word": f.word,
            "count": f.count,
            "meetings": f.meetings,
            "per_meeting": str(f.per_meeting) if f.per_meeting is not None else None,
        }
        for f in found
    ]
    kinds = dict.fromkeys(m.kind for m in meetings if m.text is not None or m.terms)
    mixed = f"{'、'.join(kinds)}合在一起统计，分开看用 --kind；" if len(kinds) > 1 else ""
    note = Paragraph(f"由登记的会议文稿统计，不存文稿的按登记的次数；{mixed}查别的词，用 --text。")
    title = narrowed("会议用词", chosen, MEETINGS.states, MEETINGS.kinds)
    return Report(title, day, (Table(columns, rows), note), {"terms": data}, data, _KEYS)


LISTING = Listing(
    "terms",
    "会议用词：某个词在会议文稿里出现多少次、平均每次会议几次",
    _build,
    states=MEETINGS.states,
    kinds=MEETINGS.kinds,
)
