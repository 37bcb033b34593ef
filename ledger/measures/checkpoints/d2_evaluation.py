"""D2 第三方评估."""

from ledger.measures.scoring.gauge import Gauge

GAUGE = Gauge(
    code="D2",
    title="第三方评估",
    formula="由人评分：按第三方评估的结论折算，怎样折算写在理由里",
    data="程序只列材料：第三方评估登记簿的结论。评估机构不能是方案的牵头、配合单位，也不能是它们下属的",
    gain="评估指出的问题逐条整改，把结果报改革办",
    lists="ledger list evaluations --state 本年 --month {month}",
)
