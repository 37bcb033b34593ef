"""四个相结合 (S0 #41): the year's grid of inspections; an empty side is a gap."""

from ledger.model.registers.inspections import AXES
from ledger.reports.lens import Lens, Part, Verdict, View, told


def _build(view: View) -> list[Part]:
    return [_pair(view, axis, *poles) for axis, poles in AXES.items()]


def _pair(view: View, axis: str, one: str, other: str) -> Part:
    counts = [view.things("inspections", "this_year", pole) for pole in (one, other)]
    known = view.things("inspections", "this_year")
    missing = [p for p, c in zip((one, other), counts, strict=True) if c is not None and not c.value]
    verdict, why = Verdict.OPEN, "今年没有督察"
    if known is not None and known.value:
        verdict = Verdict.FAILS if missing else Verdict.HOLDS
        why = f"今年没有{'、'.join(missing)}的" if missing else "两方面今年都有"
        if (
            missing and not view.whole
        ):  # the two sides are asked of a year's inspections, not of those of one plan
            verdict, why = Verdict.OPEN, f"所选范围{why}；缺不缺，看全部督察"
    return Part(axis, f"{one}与{other}", told(*counts), verdict, why)


LENS = Lens("four_pairs", "四个相结合", "专项和全面、日常和定期、重点和复查、明察和暗访", _build)
