"""C2 经验推广."""

from ledger.measures.scoring.gauge import Gauge

GAUGE = Gauge(
    code="C2",
    title="经验推广",
    formula="由人评分：经验推广到哪一级（市、省、国家），有没有推广的文件或会议",
    data="程序只列材料：创新改革经验登记簿的推广记录、试点登记簿的推广记录；给几分由评分的人定，写明理由",
    gain="形成可复制的做法，报改革办参加公开筛选；推广以后，把文号、日期记进登记簿",
    lists="ledger list experiences --unit {unit} --month {month}",
)
