"""What a cell says of a state: 已完成, 60%, √; words that say two things are refused."""

import re

from ledger.base.text import quoted
from ledger.loading.phrases.plain import BLANKS, plain
from ledger.loading.phrases.values import Refusal, Status
from ledger.model.items import STATE_WORDS, State

_DONE = (
    "已完成 完成 已经完成 全部完成 已全部完成 全面完成 已全面完成 提前完成 已提前完成 已完成和提前完成 按时完成 按期完成 如期完成 超额完成 逾期完成 已办结 办结"
    " 办理完毕 已办理完毕 完工 已完工 竣工 已竣工 整改完成 已整改完成 完成整改 已完成整改 是 √ ✓ ✔ ☑ y yes done completed conseguita"
)
_UNDER_WAY = (
    "已启动 启动 已开工 开工 已动工 已开展 已部署 进行中 推进中 办理中 实施中 在办 在建 正在推进 正在办理 正在实施 正在进行 正常推进 有序推进 按计划推进 序时推进"
    " 按序时进度推进 持续推进 有进展 部分完成 未全部完成 尚未全部完成 达进度 达到进度 达序时进度 达到序时进度 超进度 超序时进度 未达进度 未达序时进度 进度滞后 滞后"
    " 取得阶段性成果 取得阶段性成果并持续推进 取得阶段性成效 working ongoing inprogress"
)
_NOT_BEGUN = "未启动 尚未启动 尚未正式启动 未正式启动 未开工 尚未开工 未开展 尚未开展 未动工 未开始 尚未开始 待启动 待开工 notstarted"

_STATES: dict[str, State] = {
    **{word: State(state) for state, word in STATE_WORDS.items()},
    **dict.fromkeys(_DONE.split(), State.COMPLETED),
    **dict.fromkeys(_UNDER_WAY.split(), State.IN_PROGRESS),
    **dict.fromkeys(_NOT_BEGUN.split(), State.NOT_STARTED),
    **dict.fromkeys(["已核验", "已验收", "验收通过", "核验通过", "已销号"], State.ACCEPTED),
    **dict.fromkeys(["已暂缓", "暂停", "已暂停", "paused"], State.SUSPENDED),
    **dict.fromkeys(["终止", "已终止", "取消", "已取消"], State.CANCELLED),
}
_UNFINISHED = frozenset(
    ["未完成", "尚未完成", "未办结", "尚未办结", "没有完成", "否", "×", "✗", "✘", "x", "n", "no"]
)
_NOTHING_NEW = frozenset(["无进展", "无变化", "无数据", "nodata"])
_PERCENT = re.compile(
    r"(?:已|总体|累计|目前)?(?:完成|进度|完成率|完成进度|完成比例)?(?:达到?|为|约为|：)?(?P<whole>\d{1,3})(?P<rest>\.\d+)?%"
)
_FORECAST = re.compile(r".*(?:能够?|可以?|预计|有望|力争|确保).{0,12}完成")
_CLAUSES = re.compile(r"[，；。、（）\n]+")
_HARMLESS = re.compile(r"待(?:验收|核验|销号|评估)|长期坚持|持续(?:推进|巩固|保持|深化)|处于起步阶段")
_DOUBTFUL = re.compile(r"[未尚待不没但]|无法|困难|基本|部分|或|调整|暂|停|终止|取消|滞后|\d")
_HINT = "写 已完成、已启动未完成 或 未启动；百分比写作 60%"
_DECIDED = "调整、暂缓、终止要有人决定：用 ledger record 记 暂缓、终止，写明 by"


def read_status(text: str) -> Status | Refusal:
    """Clause by clause: one of them tells the state, none tells another or takes it back."""
    words = re.sub(r"[ \t]+", "", plain(text)).lower().rstrip("。.！!")
    if words.upper() in BLANKS or words in _NOTHING_NEW:
        return Status(remark=f"{quoted(text)}没有说状态" if words else "")
    whole = _one(words)
    if whole is not None:
        return whole
    clauses = [clause for clause in _CLAUSES.split(words) if clause]
    told = [status for clause in clauses if (status := _one(clause)) is not None]
    plain_ones = [clause for clause in clauses if _one(clause) is None]
    if not told and _FORECAST.fullmatch(words):
        return Status(unfinished=True, remark=f"{quoted(text)}是预计，还没有完成")
    status = _agreed(told) if told and _one(clauses[0]) is not None else None
    if status is None or any(_DOUBTFUL.search(_HARMLESS.sub("", clause)) for clause in plain_ones):
        decided = re.search(r"调整|暂缓|中止|终止|取消", words)
        return Refusal("I135", f"{quoted(text)}读不出是哪种状态", _DECIDED if decided else _HINT)
    return Status(status.state, status.percent, f"{quoted(text)}读作{_word(status)}", status.unfinished)


def read_percent(text: str) -> Status | Refusal:
    """The same of a column of percentages, where 60 is 60%."""
    words = plain(text)
    return read_status(f"{words}%" if words.isdecimal() else words)


def _one(words: str) -> Status | None:
    if words in _STATES:
        return Status(_STATES[words])
    if words in _UNFINISHED:
        return Status(unfinished=True, remark=f"{quoted(words)}没有说是否启动")
    if match := _PERCENT.fullmatch(words):
        return _share(words, int(match["whole"]), match["rest"])
    return None


def _share(words: str, percent: int, rest: str | None) -> Status | None:
    if percent > 100:
        return None
    remark = f"{quoted(words)}记作{percent}%" if rest else ""
    if percent == 0:
        return Status(None, percent, remark, unfinished=True)
    return Status(State.COMPLETED if percent == 100 else State.IN_PROGRESS, percent, remark)


def _agreed(told: list[Status]) -> Status | None:
    """What all of them say together, or None; 未完成 agrees with any state that is not completed."""
    states = {s.state for s in told if s.state is not None}
    percents = {s.percent for s in told if s.percent is not None}
    unfinished = any(s.unfinished for s in told)
    if len(states) > 1 or len(percents) > 1 or (unfinished and states & {State.COMPLETED, State.ACCEPTED}):
        return None
    return Status(next(iter(states), None), next(iter(percents), None), unfinished=unfinished and not states)


def _word(status: Status) -> str:
    return STATE_WORDS[status.state] if status.state else "未完成"
