"""A real git repository with a small ledger that has landed, and one branch per kind of change to it."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cli_runner import environment, run
from small_ledger import write_ledger

POLICY = """\
versions:
  - from: 2017-01-01
    basis: 云改办发〔2016〕28号
"""
UPSTREAM = """\
upstream:
  - id: zy-2017-01
    title: 关于预算公开的意见
    lead: 市财政局
    log:
      - date: 2017-09-01
        event: 收文
"""
BULLETIN = "# 改革督察月报\n\n完成率 33.3%（2/6）。\n"
EVIDENCE = "        evidence: [{number: 云财〔2017〕1号}]"
FILED = "        evidence: [{number: 云财〔2017〕1号, file: evidence/1.pdf}]"


WHEN = {"GIT_AUTHOR_DATE": "2017-11-02T09:00:00+0800", "GIT_COMMITTER_DATE": "2017-11-02T09:00:00+0800"}
"""The same commits have the same ids on every machine."""


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=environment(WHEN),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


def commit(folder: Path, message: str = "change") -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)
    return git(folder, "rev-parse", "HEAD")


def landed(top: Path) -> Path:
    """The repository with everything on ``main``: three plans, the papers of October, a bulletin, evidence."""
    plans = write_ledger(top / "plans")
    _write(plans / "policy.yaml", POLICY)
    _write(plans / "registers" / "upstream.yaml", UPSTREAM)
    _write(plans / "bulletins" / "2017-09.md", BULLETIN)
    _write(top / "evidence" / "1.pdf", "%PDF")
    replace(plans / "2017" / "zb-2017-01.yaml", EVIDENCE, FILED)
    done = run("escalate", "--ledger", plans, "--month", "2017-10", "--write", cwd=top, today="2017-11-02")
    assert done.code == 0, done.err
    git(top, "init", "-q", "-b", "main")
    git(top, "config", "user.name", "文书")
    git(top, "config", "user.email", "clerk@example.org")
    commit(top, "landed")
    return top


def copy_of(landed_top: Path, target: Path) -> Path:
    shutil.copytree(landed_top, target)
    return target


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    path.write_text(text.replace(old, new), "utf-8")


@dataclass(frozen=True)
class Branch:
    """One kind of change: what it does to the repository, what ``diff`` calls it, which rules it breaks."""

    name: str
    edit: Callable[[Path], None]
    kinds: tuple[str, ...]
    codes: tuple[str, ...] = ()
    says: str = ""


def _plan(number: int, old: str, new: str) -> Callable[[Path], None]:
    return lambda top: replace(top / "plans" / "2017" / f"zb-2017-0{number}.yaml", old, new)


def _file(name: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda top: replace(top / "plans" / name, old, new)


def _slip(old: str, new: str) -> Callable[[Path], None]:
    def edit(top: Path) -> None:
        path = slips(top)[0]
        text, count = re.subn(old, new, path.read_text("utf-8"), count=1)
        assert count == 1, old
        path.write_text(text, "utf-8")

    return edit


def slips(top: Path) -> list[Path]:
    return sorted((top / "plans" / "slips").rglob("*.yaml"))


def _without_slip(top: Path) -> None:
    path = slips(top)[0]
    path.unlink()
    path.with_suffix(".md").unlink()


def _renumbered_slip(top: Path) -> None:
    path = slips(top)[0]
    number = path.stem.removesuffix(path.stem[-3:]) + "099"
    text = path.read_text("utf-8").replace(path.stem, number)
    text = re.sub(r"〕\d+号", "〕99号", text)
    path.with_name(f"{number}.yaml").write_text(text, "utf-8")
    path.with_suffix(".md").rename(path.with_name(f"{number}.md"))
    path.unlink()


def _altered_paper(top: Path) -> None:
    path = slips(top)[0].with_suffix(".md")
    path.write_text(path.read_text("utf-8") + "\n另行通知。\n", "utf-8")


def _moved_plan(top: Path) -> None:
    (top / "plans" / "old").mkdir()
    (top / "plans/2017/zb-2017-03.yaml").rename(top / "plans/old/zb-2017-03.yaml")


def _another_item(top: Path) -> None:
    _plan(
        3,
        "    title: 开通电子支付\n    with: [市教育局]\n    due: 2017-11-10\n",
        "    title: 建设数据中心\n    lead: 市教育局\n    due: 2018-11-10\n",
    )(top)


def _new_plan(top: Path) -> None:
    _write(
        top / "plans/2017/zb-2017-04.yaml",
        "id: zb-2017-04\ntitle: 国有资产方案\nlead: 市财政局\nitems:\n"
        "  - id: 1\n    title: 清查资产\n    due: 2017-10-20\n  - id: 2\n    title: 建账\n    due: 2018-12-31\n",
    )


STARTED = "    log:\n      - date: 2017-03-01\n        event: 启动\n"
LATE = STARTED.replace("2017-03-01", "2017-06-01")
EXTENDED = (
    "      - date: 2017-11-06\n        event: 批准延期\n        until: 2018-01-31\n        by: 市委深改组\n"
)
PROGRESS = "      - date: 2017-11-06\n        event: 进展\n        percent: 80\n"
DONE = "      - date: 2017-11-06\n        event: 完成\n        evidence: [{number: 云财〔2017〕31号}]\n"
LAST = "        percent: 20\n"

BRANCHES = (
    Branch("progress", _plan(1, LAST, LAST + PROGRESS), ("entry_added",), (), "完成率不变，33.3%（2/6）；分母不变；逾期不变"),
    Branch("done", _plan(1, STARTED, STARTED + DONE), ("status", "entry_added"), (), "完成率由33.3%（2/6）变为50.0%（3/6）；分母不变"),
    Branch("extended", _plan(1, STARTED, STARTED + EXTENDED), ("due", "entry_added"), (), "（解除zb-2017-01/2）"),
    Branch(
        "handed-over",
        _plan(2, LATE, LATE + "      - {date: 2017-11-06, event: 移交, to: 市财政局, by: 市委改革办}\n"),
        ("lead", "entry_added"),
    ),
    Branch("cancelled", _plan(1, STARTED, STARTED + "      - {date: 2017-11-06, event: 终止, by: 市委深改组, note: 并入国家试点}\n"),
           ("status", "entry_added"), (), "完成率由33.3%（2/6）变为40.0%（2/5）；分母减少1项（zb-2017-01/2）"),
    Branch("new-plan", _new_plan, ("added",), (), "分母增加2项（zb-2017-04/1、zb-2017-04/2）；逾期由2项变为3项（新增zb-2017-04/1）"),
    Branch("full-name", _file("units.yaml", "aliases: [改革办]", "aliases: [改革办, 市改革办]"), ("edited",)),
    Branch("unit-struck-off", _file("units.yaml", "  - id: 市教育局\n", ""), ("removed",), ("D121",)),
    Branch("moved", _moved_plan, ("moved",)),
    Branch("plan-removed", lambda top: (top / "plans/2017/zb-2017-03.yaml").unlink(), ("removed",), ("D101",), "分母减少2项"),
    Branch("upstream-removed", _file("registers/upstream.yaml", UPSTREAM, "upstream: []\n"), ("removed",), ("D101",)),
    Branch(
        "item-removed", _plan(3, "  - id: 1\n    title: 开通电子支付\n    with: [市教育局]\n    due: 2017-11-10\n", ""),
        ("removed",), ("D102",),
    ),
    Branch("id-reused", _another_item, ("id_reused",), ("D103",)),
    Branch("entry-removed", _plan(1, "    log:\n      - date: 2017-03-01\n        event: 启动\n", ""), ("entry_removed", "status"), ("D104",)),
    Branch("entry-edited", _plan(1, "percent: 20", "percent: 90"), ("entry_edited",), ("D105",)),
    Branch(
        "entry-inserted",
        _plan(1, "      - date: 2017-06-20\n", "      - {date: 2017-05-01, event: 进展}\n      - date: 2017-06-20\n"),
        ("entry_inserted",), ("D106",),
    ),
    Branch("evidence-removed", _plan(3, "evidence: [{number: 云财〔2017〕9号}]", "note: 已办"), ("entry_edited", "evidence_removed"), ("D105", "D107")),
    Branch("evidence-file-removed", lambda top: (top / "evidence/1.pdf").unlink(), (), ("D107",)),
    Branch("due-edited", _plan(1, "    due: 2017-09-30\n" + STARTED, "    due: 2018-01-31\n" + STARTED + EXTENDED), ("edited", "entry_added"), ("D108",)),
    Branch("lead-edited", _plan(2, "lead: 市教育局", "lead: 市财政局"), ("edited", "lead"), ("D109",)),
    Branch("title-edited", _plan(1, "title: 建立绩效评价制度", "title: 研究绩效评价制度"), ("edited",), ("D110",)),
    Branch("regrouped", _plan(2, "field: 社会体制", "field: 经济体制"), ("edited",), ("D111",)),
    Branch(
        "accepted-by-itself",
        _plan(3, "云财〔2017〕9号}]\n", "云财〔2017〕9号}]\n      - {date: 2017-11-06, event: 核验通过, by: 市财政局}\n"),
        ("status", "entry_added"), ("D112",),
    ),
    Branch("slip-altered", _slip(r"reply_due: \S+", "reply_due: 2017-12-29"), ("edited",), ("D113",)),
    Branch("slip-renumbered", _renumbered_slip, ("renumbered", "edited"), ("D114",)),
    Branch("slip-removed", _without_slip, ("removed",), ("D115",)),
    Branch("paper-altered", _altered_paper, (), ("D116",)),
    Branch("policy-edited", _file("policy.yaml", "    basis", "    acceptance: required\n    basis"), ("edited", "status"), ("D117",), "完成率由33.3%（2/6）变为16.7%（1/6）"),
    Branch("policy-reaches-back", _file("policy.yaml", POLICY, POLICY + "  - from: 2017-07-01\n    acceptance: required\n"), ("added", "status"), ("D118",)),
    Branch("bulletin-edited", _file("bulletins/2017-09.md", "33.3%", "66.7%"), (), ("D119",)),
    Branch("bulletin-corrected", _file("bulletins/2017-09.md", "完成率 33.3%（2/6）。", "完成率 33.3%（2/6）。更正：应为 50.0%。"), ()),
    Branch("cycle-moved", _plan(1, STARTED, STARTED + EXTENDED.replace("2017-11-06", "2017-10-31")), ("due", "entry_added"), ("D120",)),
)  # fmt: skip
