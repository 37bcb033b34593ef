"""重点领域改革问题和三库: problems of institutions, their documents, what is late (S3); the base of data and the pools of people (S4)."""

from ledger.measures.thing_states import ThingStanding
from ledger.reports.blocks import Block, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter, Figure
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, sentence, shown
from ledger.reports.lists.problems import document_of, leads_of
from ledger.reports.register_list import owed_cell


def _build(counter: Counter) -> list[Block]:
    return [*_problems(counter), *_banks(counter)]


def _problems(counter: Counter) -> list[Block]:
    known = counter.things("problems")
    if not known.value:
        return []
    fields, leads = counter.reading("problems", "fields"), counter.reading("problems", "leads")
    documents = counter.things("problems", "with_document")
    waiting, late = counter.things("problems", "open"), counter.things("problems", "overdue")
    pending = counter.things("problems", "unsettled")
    done = counted({"已办结": counter.things("problems", "settled")})
    blocks: list[Block] = [
        Paragraph(
            sentence(
                f"重点领域改革问题清单列入{known}项，涉及{fields}领域、{leads}牵头单位",
                "，".join(
                    filter(
                        None,
                        (
                            _issued(counter, documents, known),
                            done,
                            counted({"待出台文件": waiting}),
                        ),
                    )
                ),
                f"逾期未办的{late}项" if late.value else "没有逾期未办的",
            )
        )
    ]
    unsettled = sorted((t for t in counter.month.things("problems") if t.is_open), key=_pressing)
    columns = (
        Column("编号"), Column("问题", wrap=True), Column("牵头单位", wrap=True),
        Column("出台文件", wrap=True), Column("还欠", wrap=True),
    )  # fmt: skip
    rows = tuple(
        cells(t.ref, t.record.title, "、".join(leads_of([t])), document_of(t), owed_cell(t))
        for t in unsettled
    )
    return [*blocks, *shown(Table(columns, rows), "没有办结的改革问题", pending)]


def _banks(counter: Counter) -> list[Block]:
    """三库, where projects and answers are looked for (S4): the third is the list of problems itself."""
    base, people = counter.things("base_data"), counter.things("experts")
    pools = {
        "专家智库在库": counter.things("experts", "available", "专家智库"),
        "督察专员库在库": counter.things("experts", "available", "督察专员库"),
    }
    told = [
        f"改革基础数据库{counter.reading('base_data', 'indicators')}、{base}条" if base.value else "",
        counted(pools, "人") if people.value else "",
    ]
    return [Paragraph(sentence("，".join(filter(None, told))))] if any(told) else []


def _issued(counter: Counter, documents: Figure, known: Figure) -> str:
    rate = counter.rate(documents, known, "出台率")
    return f"已出台文件{documents}项，占{rate}" if documents.value else "还没有出台文件"


def _pressing(thing: ThingStanding[object]) -> tuple[str, str]:
    return (str(thing.owed.due) if thing.owed else "", thing.ref)


SECTION = Section("problems", "重点领域改革问题和三库", _build, since=2)
