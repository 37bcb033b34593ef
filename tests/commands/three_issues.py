"""A real repository with three bulletins, each written from the ledger as it was known when it came out.

September: 2 of 6 completed, one overdue. October: one completed, one relapsed, an extension, a suspension, a transfer,
a new plan of two items, and the papers of the month. November: a fact of October that was recorded late, a title mended.
"""

from pathlib import Path
from typing import Any

from cli_runner import Ran, commit, git, run
from output_shape import faults
from review_repository import replace
from small_ledger import write_ledger

SEPTEMBER, OCTOBER, NOVEMBER = (f"plans/bulletins/2017-{m}.md" for m in ("09", "10", "11"))
RELAPSED = "      - {date: 2017-10-15, event: 回头看, by: 市委改革办, result: 反弹}\n"
CHECKED = "        event: 核验通过\n        by: 市委改革办\n"
STARTED = "        event: 启动\n  - id: 3\n"
DONE = "      - {date: 2017-10-20, event: 完成, evidence: [{number: 云财〔2017〕31号}]}\n"
PERCENT = "        percent: 20\n"
PAUSED = "      - {date: 2017-10-12, event: 暂缓, by: 市委深改组, until: 2018-03-31, note: 等待上级方案}\n"
OPENED = "      - date: 2017-06-01\n        event: 启动\n"
EXTENDED = (
    "      - {date: 2017-10-09, event: 进展, cause: 资金未落实}\n"
    "      - {date: 2017-10-10, event: 批准延期, until: 2017-12-31, by: 市委深改组}\n"
)
PAYMENT = "    with: [市教育局]\n    due: 2017-11-10\n"
HANDED = "    log:\n      - {date: 2017-10-12, event: 移交, to: 市教育局, by: 市委改革办}\n"
ASSETS = """\
id: zb-2017-04
title: 国有资产方案
lead: 市财政局
log:
  - date: 2017-10-08
    event: 印发
items:
  - id: 1
    title: 清查资产
    due: 2017-11-20
  - id: 2
    title: 建账
    due: 2018-12-31
"""
LATE = "    log:\n      - {date: 2017-10-30, event: 完成, recorded: 2017-11-20, evidence: [{number: 云财〔2017〕40号}]}\n"


def three_issues(top: Path) -> Path:
    """The repository; its ledger stands in ``plans``."""
    folder = write_ledger(top / "plans")
    git(top, "init", "-q", "-b", "main")
    _publish(top, "2017-09", "2017-10-03")
    _october(folder)
    done = run("escalate", "--month", "2017-10", "--write", cwd=top, today="2017-11-02")
    assert done.code == 0, done.err
    _publish(top, "2017-10", "2017-11-03")
    replace(folder / "2017/zb-2017-04.yaml", "    due: 2017-11-20\n", f"    due: 2017-11-20\n{LATE}")
    replace(folder / "2017/zb-2017-02.yaml", "title: 认定普惠性幼儿园", "title: 认定普惠幼儿园")
    _publish(top, "2017-11", "2017-12-02")
    return top


def _october(folder: Path) -> None:
    plans = folder / "2017"
    replace(plans / "zb-2017-01.yaml", CHECKED, CHECKED + RELAPSED)
    replace(plans / "zb-2017-01.yaml", STARTED, STARTED.replace("  - id", DONE + "  - id"))
    replace(plans / "zb-2017-01.yaml", PERCENT, PERCENT + PAUSED)
    replace(plans / "zb-2017-02.yaml", OPENED, OPENED + EXTENDED)
    replace(plans / "zb-2017-03.yaml", PAYMENT, PAYMENT + HANDED)
    (plans / "zb-2017-04.yaml").write_text(ASSETS, "utf-8")


def _publish(top: Path, month: str, today: str) -> None:
    """The files are committed first: what is in no commit makes a draft."""
    commit(top, today)
    done = run("bulletin", "--month", month, "--write", cwd=top, today=today)
    assert done.code == 0, done.err
    commit(top, today)


def diff(top: Path, *arguments: str, form: str = "json") -> Ran:
    return run("diff", *arguments, "--format", form, cwd=top)


def data(top: Path, *arguments: str) -> Any:
    done = diff(top, *arguments)
    assert done.code == 0, done.err
    assert faults(done.document) == []
    return done.data
