"""D119."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import WRITTEN_THEN
from ledger.checks.rule import Finding, Rule
from ledger.files.folder import LEDGER_FILE
from ledger.measures.published import bulletin_month, is_published
from ledger.model.bulletins import Bulletin

_CORRECT = (
    "用 git 恢复印发时的样子；数字有变化的，用 ledger bulletin --month {month} --write 加写更正，原数不动"
)
_SAY = "恢复原来的文字，另加一行 更正：写明哪一句应为什么、为什么"


def _compare(comparison: Comparison) -> Iterator[Finding]:
    heads = (version.paths.get(("ledger", "")) for version in (comparison.after, comparison.before))
    head = next(filter(None, heads), LEDGER_FILE)
    for path, old in sorted(comparison.before.bulletins.items()):
        if bulletin_month(path) >= comparison.reached or not is_published(old):
            continue
        was, month = ((Spot(path), WRITTEN_THEN),), PurePosixPath(path).stem
        new = comparison.after.bulletins.get(path)
        if path in comparison.gone:
            yield Finding(Spot(head), f"{month} 的月报被删去", "用 git 恢复", was=was)
        elif path in comparison.altered and new is not None:
            lost = _recomputed(old, new)
            if lost:
                message = f"{month} 的月报里计算的部分被改动：{lost}"
                yield Finding(Spot(path), message, _CORRECT.format(month=month), was=was)
            elif old.prose != new.prose and new.corrections <= old.corrections:
                yield Finding(Spot(path), f"{month} 的月报被改动，没有写明更正", _SAY, was=was)


def _recomputed(old: Bulletin, new: Bulletin) -> str:
    """Which computed part is not what it was. Corrections may come, at the end of the front matter and as regions."""
    if not old.regions:
        return ""
    if not new.front.startswith(old.front):
        return "文首"
    return next((name for name, text in old.regions.items() if new.regions.get(name) != text), "")


RULE = Rule(
    code="D119",
    name="bulletin-edited",
    severity=Severity.ERROR,
    what=(
        "已经过去的月份，月报（bulletins/2017-10.md）被删去；或计算的部分被改动；或人写的话被改动，而没有多出一行写着“更正”的。"
        "草稿不算印发。"
    ),
    why="月报已经印发，开会、考核都引用过。不声不响换了数字，拿着原来那份的人就和台账对不上。",
    example="# bulletins/2017-09.md\n完成率 64.6%      <- 印发时是 64.3%，没有更正的话",
    fix=(
        "恢复印发时的样子。数字有变化的，运行 ledger bulletin --month 2017-09 --write：原数不动，另加一节更正，"
        "写明原为多少、现为多少、哪些是补记。人写的话有误的，原话保留，另加一行“更正：……”。"
    ),
    compare=_compare,
)
