"""D1 群众满意度."""

from ledger.measures.scoring.gauge import Gauge

GAUGE = Gauge(
    code="D1",
    title="群众满意度",
    formula="由人评分：按满意度调查的结果折算，怎样折算写在理由里",
    data="程序只列材料：满意度调查登记簿。一次调查说的是方案、事项，不是单位，所以不由程序分摊给单位",
    gain="群众答不满意的问题逐条整改，下一次调查看升降",
    lists="ledger list surveys --state 本年 --month {month}",
)
