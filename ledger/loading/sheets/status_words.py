"""What a cell says of a state: 已完成, 60%, √; words that say two things are refused."""

import re

from ledger.base.text import quoted
from ledger.loading.sheets.phrases import Refusal, Status
from ledger.loading.sheets.plain import BLANKS, plain
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
_NOT_BEGUN = (
    "未启动 尚未启动 尚未正式启动 未正式启动 未开工 尚未开工 未开展 尚未开展 未动工 未开始 尚未开始 待启动 待开工 notstarted"
)
_UNFINISHED = "未完成 尚未完成 未办结 尚未办结 没有完成 否 × ✗ ✘ x n no"
_NOTHING = "无进展 nodata 无数据"

_STATES: dict[str, State] = {
    **{word: State(state) for state, word in STATE_WORDS.items()},
    **dict.fromkeys(_DONE.split(), State.COMPLETED),
    **dict.fromkeys(_UNDER_WAY.split(), State.IN_PROGRESS),
    **dict.fromkeys(_NOT_BEGUN.split(), State.NOT_STARTED),
    **dict.fromkeys("已核验 已验收 验收通过 核验通过 已销号".split(), State.ACCEPTED),
    **dict.fromkeys("已暂缓 暂停 已暂停 paused".split(), State.SUSPENDED),
    **dict.fromkeys("终止 已终止 取消 已取消".split(), State.CANCELLED),
}
