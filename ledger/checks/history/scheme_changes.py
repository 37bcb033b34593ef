"""What became of a version of the scoring scheme, point by point: places in its lists mean nothing to people."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from ledger.base.text import in_words, quoted
from ledger.model.fields import spelling
from ledger.model.forms import field_words
from ledger.model.scoring import Checkpoint, Scheme


def scheme_changes(old: Scheme, new: Scheme) -> Iterator[str]:
    """B3 的权重由“8”改为“10”; nothing where only the order of points was changed."""
    yield from _fields("", old, new, {"aspects"})
    before, after = _points(old), _points(new)
    for code, (aspect, point) in before.items():
        if code not in after:
            yield f"删去 {code}（{point.weight} 分）"
            continue
        now_in, now = after[code]
        yield from _fields(f"{code} 的", point, now, {"id"})
        if aspect != now_in:
            yield f"{code} 由方面 {aspect} 移到 {now_in}"
    yield from (
        f"添上 {code}（{point.weight} 分）" for code, (_, point) in after.items() if code not in before
    )
    titles = {a.id: a.title for a in old.aspects}
    for each in new.aspects:
        was = titles.get(each.id, each.title)
        if was != each.title:
            yield f"方面 {each.id} 的名称由{quoted(was)}改为{quoted(each.title)}"


def _points(scheme: Scheme) -> dict[str, tuple[str, Checkpoint]]:
    return {point.id: (aspect.id, point) for aspect in scheme.aspects for point in aspect.checkpoints}


def _fields(whose: str, old: Any, new: Any, apart: set[str]) -> Iterator[str]:
    form: type = type(old)
    for name, key in spelling(form):
        before, after = getattr(old, name), getattr(new, name)
        if before != after and name not in apart:
            words = f"{whose}{field_words(form, key)}"
            yield (
                f"{words}由{_shown(before)}改为{_shown(after)}"
                if _is_plain(before, after)
                else f"{words}有改动"
            )


def _is_plain(*values: Any) -> bool:
    parts = [part for value in values for part in (value if isinstance(value, tuple) else (value,))]
    return not any(dataclasses.is_dataclass(part) for part in parts)


def _shown(value: Any) -> str:
    return quoted(in_words(value)) if value not in (None, ()) else "空白"
