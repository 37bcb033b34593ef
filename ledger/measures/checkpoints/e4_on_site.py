"""E4 现场督察评分."""

from ledger.measures.scoring.gauge import Gauge

GAUGE = Gauge(
    code="E4",
    title="现场督察评分",
    formula="由人评分：督察组到现场看，当月的专项督察也在这里评",
    data="程序只列材料：督察发现的问题和整改情况；给几分由督察组定，写明看了哪里、为什么",
    gain="台账与现场一致，佐证随时可查；督察指出的问题当场能改的当场改",
    lists="ledger list findings --unit {unit} --state 本月发现 --month {month}",
)
