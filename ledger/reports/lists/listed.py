"""``ledger list listed``: matters listed in public (挂牌督办), and which of them were delisted."""

from ledger.model.registers.listed import REGISTER, limit_of
from ledger.reports.register_list import RegisterList, ThingColumn, register_listing

LISTING = register_listing(
    "listed",
    "挂牌督办：挂了哪些、期限和摘牌",
    RegisterList(
        REGISTER,
        "挂牌督办",
        (
            ThingColumn("title", "事项", lambda t: t.record.title, wrap=True),
            ThingColumn("unit", "责任单位", lambda t: t.record.unit, wrap=True),
            ThingColumn("date", "挂牌", lambda t: t.record.date),
            ThingColumn("limit", "期限", lambda t: limit_of(t.course)),
            ThingColumn("delisted", "摘牌", lambda t: t.course.on("摘牌")),
        ),
    ),
)
