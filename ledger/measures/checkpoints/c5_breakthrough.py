"""C5 改革突破评价."""

from ledger.measures.scoring.gauge import Gauge

GAUGE = Gauge(
    code="C5",
    title="改革突破评价",
    formula="由人评分：改革办评议，看硬骨头啃下来没有，体制机制上有没有突破",
    data="程序只列材料：标了“硬骨头”的事项和它们的完成情况、佐证；给几分由评分的人定，写明理由",
    gain="难的事先做，做成以后写明突破了什么、依据哪个文件",
    lists="ledger items --unit {unit} --status 硬骨头 --month {month}",
)
