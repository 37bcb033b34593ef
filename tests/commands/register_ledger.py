"""The small ledger with an inspection in a file of its own and a claim in a register, and a leader who claims."""

from pathlib import Path

from small_ledger import UNITS, write_ledger

LEADER = "leaders:\n  - id: 沈砚青\n"
INSPECTION = """\
id: dc-2017-01
title: 预算公开专项督察
kind: 专项督察
date: 2017-09-04
targets: [市财政局, 市教育局]
findings:
  - id: 1
    title: 公开不及时
    unit: 市财政局
    due: 2017-11-30
    log:
      - date: 2017-10-09
        event: 整改
        evidence: [{number: 云财〔2017〕22号}]
"""
CLAIMS = """\
# 认领
claims:
  - id: RL-2017-01
    title: 预算改革
    leader: 沈砚青
    items: [zb-2017-01/1, zb-2017-01/2]
    due: 2017-12-31
"""


def write_registers(folder: Path) -> Path:
    write_ledger(folder)
    (folder / "units.yaml").write_text(UNITS + LEADER, "utf-8")
    for name, text in (("inspections/dc-2017-01", INSPECTION), ("registers/claims", CLAIMS)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder
