"""宣传推介和经验: what was published, and which experiences were selected and spread (S3 #19, #72; S0 #20)."""

from collections.abc import Iterator

from ledger.model.registers.publicity import OUTPUTS
from ledger.reports.blocks import Block, Paragraph
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.register_table import register_table
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, sentence, shown
from ledger.reports.lists.publicity import missing_sides


def _build(counter: Counter) -> list[Block]:
    return [*_publicity(counter), *_experiences(counter)]


def _publicity(counter: Counter) -> Iterator[Block]:
    held = counter.things("publicity", "this_year")
    if not held.value:
        return
    month, year = (_sums(counter, state) for state in ("this_month", "this_year"))
    now = counter.things("publicity", "this_month")
    this_month = [t for t in counter.month.things("publicity") if t.record.date >= counter.month.first]
    lacking = "、".join(dict.fromkeys(side for t in this_month for side in missing_sides(t)))
    yield Paragraph(
        sentence(
            f"本月{month or '没有宣传数量'}" if now.value else "本月没有登记宣传",
            f"今年以来登记了{held}个月，共有{year}" if year else "",
            f"宣传部门、改革办、新闻媒体“三位一体”，本月没有{lacking}的" if lacking else "",
        )
    )


def _sums(counter: Counter, state: str) -> str:
    """专栏10个，稿件188篇: what there is none of is not told."""
    told = {word: counter.reading("publicity", name, state) for name, word in OUTPUTS.items()}
    return "，".join(f"{word}{figure}" for word, figure in told.items() if figure.value != "0")


def _experiences(counter: Counter) -> Iterator[Block]:
    held = counter.things("experiences", "this_year")
    if held.value:
        batches, votes = (counter.reading("experiences", name, "this_year") for name in ("batches", "votes"))
        selected = counter.things("experiences", "selected_this_year")
        yield Paragraph(
            sentence(
                f"今年以来公开筛选创新改革经验{batches}，参选{held}条，收到选票{votes}，入选{selected}条",
                counted({word: counter.things("experiences", name) for name, word in _SPREAD.items()}, "条"),
            )
        )
    now = counter.things("experiences", "this_month")
    keys = ("title", "batch", "source", "votes", "selected", "promoted")
    yield from shown(
        register_table(counter, "experiences", "this_month", keys, ("votes",)), "本月筛选的经验", now
    )


_SPREAD = {"city": "累计推广到全市", "province": "推广到全省", "nation": "推广到全国"}

SECTION = Section("publicity", "宣传推介和经验", _build, since=2)
