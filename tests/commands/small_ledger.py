"""A ledger on disk that fits on a page: three plans, seven items, one of each state that tests ask for.

On 2017-10-31: 6 items count (2 completed, 3 in progress, 1 not started), 1 is cancelled, 2 are overdue.
"""

from pathlib import Path

HEAD = """\
format: 1
name: 云州市台账
office: 市委改革办
commission: 市委深改组
prefix: 云改办
fields: [经济体制, 社会体制]
"""

UNITS = """\
units:
  - id: 市委深改组
    kind: 机构
  - id: 市委改革办
    kind: 机构
    aliases: [改革办]
  - id: 市财政局
    aliases: [财政局]
  - id: 市教育局
  - id: 经济体制改革专项小组
    kind: 专项小组
"""

PLANS = {
    "zb-2017-01": """\
id: zb-2017-01
title: 预算改革方案
field: 经济体制
group: 经济体制改革专项小组
lead: 市财政局
log:
  - date: 2017-01-10
    event: 审议通过
    by: 市委深改组
  - date: 2017-01-20
    event: 印发
items:
  - id: 1
    title: 编制预算公开办法
    due: 2017-06-30
    log:
      - date: 2017-02-01
        event: 启动
      - date: 2017-06-20
        event: 完成
        evidence: [{number: 云财〔2017〕1号}]
      - date: 2017-06-26
        event: 核验通过
        by: 市委改革办
  - id: 2
    title: 建立绩效评价制度
    due: 2017-09-30
    log:
      - date: 2017-03-01
        event: 启动
  - id: 3
    title: 清理专项资金
    due: 2017-12-31
    log:
      - date: 2017-03-01
        event: 进展
        percent: 20
""",
    "zb-2017-02": """\
id: zb-2017-02
title: 学前教育方案
field: 社会体制
lead: 市教育局
log:
  - date: 2017-05-01
    event: 印发
items:
  - id: 1
    title: 认定普惠性幼儿园
    due: 2017-08
    log:
      - date: 2017-06-01
        event: 启动
  - id: 2
    title: 撤并空心校
    due: 2017-11
    log:
      - date: 2017-07-01
        event: 终止
        by: 市委改革办
        note: 不再实施
""",
    "zb-2017-03": """\
id: zb-2017-03
title: 国库集中支付方案
lead: 市财政局
items:
  - id: 1
    title: 开通电子支付
    with: [市教育局]
    due: 2017-11-10
  - id: 2
    title: 清理账户
    due: 2017Q2
    log:
      - date: 2017-07-05
        event: 完成
        evidence: [{number: 云财〔2017〕9号}]
""",
}


def write_ledger(folder: Path, plans: dict[str, str] | None = None, head: str = HEAD) -> Path:
    """The files in ``folder``; returns it."""
    (folder / "2017").mkdir(parents=True, exist_ok=True)
    (folder / "ledger.yaml").write_text(head, "utf-8")
    (folder / "units.yaml").write_text(UNITS, "utf-8")
    for name, text in (PLANS if plans is None else plans).items():
        (folder / "2017" / f"{name}.yaml").write_text(text, "utf-8")
    return folder
