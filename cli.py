"""The front door: every command, one line each. A command's module is imported when it is asked for, not before."""

import sys

from ledger.base.garbage import never_look_through_it, no_garbage_collection
from ledger.commands.entry import Entry

COMMANDS = (
    Entry("看", "status", "ledger.commands.status", "总体情况一屏：完成率、到期与逾期、三单一书、卡点原因"),
    Entry("看", "trend", "ledger.commands.trend", "逐月走势：完成率、逾期、发单，可与当时已知的对照"),
    Entry("看", "items", "ledger.commands.items", "列出事项；任何数字都能列出它数了哪些"),
    Entry("看", "overdue", "ledger.commands.overdue", "逾期清单"),
    Entry("看", "upcoming", "ledger.commands.upcoming", "近期到期"),
    Entry("看", "causes", "ledger.commands.causes", "共性问题：各种原因卡住了哪些事项和改革问题"),
    Entry("看", "lens", "ledger.commands.lens", "三看、四个没有、三督三察等：台账能说什么，还要人看什么"),
    Entry("看", "unit", "ledger.commands.unit", "一个单位的待办，最急的在前"),
    Entry("看", "consult", "ledger.commands.consult", "会诊一个单位：卡在哪里、什么原因、建议落实了没有"),
    Entry("看", "score", "ledger.commands.score", "一个单位的评分表：每个督察重点得几分、算式、失在哪里"),
    Entry("看", "show", "ledger.commands.show", "一件事的全貌"),
    Entry("看", "why", "ledger.commands.why", "为什么是这个状态、下一步应发什么"),
    Entry("看", "roadmap", "ledger.commands.roadmap", "方案的任务书、时间表（倒排工期）、路线图"),
    Entry("看", "list", "ledger.commands.listing", "登记簿：方案、三单一书、上级文件、单位"),
    Entry("看", "export", "ledger.commands.export", "导出：xlsx 打印稿、csv、jsonl、待办日历 ics"),
    Entry("查", "check", "ledger.commands.check", "检查台账，一次列出所有问题"),
    Entry("查", "rule", "ledger.commands.rule", "规则和升级条款的说明"),
    Entry("查", "diff", "ledger.commands.diff", "一次修改对数字的影响，有没有改动历史；两期月报之间变了什么"),
    Entry("查", "verify", "ledger.commands.verify", "核对月报：每个数按当时的台账重算"),
    Entry("查", "schema", "ledger.commands.schema", "写出 JSON Schema，供编辑器使用"),
    Entry("办", "init", "ledger.commands.init", "新建台账：设置、示例方案、编辑器提示、自动检查"),
    Entry("办", "escalate", "ledger.commands.escalate", "三单一书：判定该发的单，--write 编号签发"),
    Entry("办", "paper", "ledger.commands.paper", "三单一书、督察结论和通报的文稿：Markdown 或 docx"),
    Entry("办", "close", "ledger.commands.close", "方案销账：三关过没有，差在哪里，销账请示"),
    Entry("办", "rank", "ledger.commands.rank", "一月一排名：名次、连续最后、发言和会诊，--write 公布"),
    Entry("办", "bulletin", "ledger.commands.bulletin", "改革督察月报：各节由台账算出，--write 写成文件"),
    Entry("办", "pack", "ledger.commands.pack", "每月报送：给每个牵头单位写一份预先填好的 Excel 表"),
    Entry("办", "collect", "ledger.commands.collect", "收回报送表：谁没有交，要记哪些，哪些对不上"),
    Entry("办", "assess", "ledger.commands.assess", "督察评估：三类事项统计表，年中、年底的事项表发出和收回"),
    Entry("办", "new", "ledger.commands.new", "新建方案、事项、单位"),
    Entry("办", "record", "ledger.commands.record", "记一条：启动、进展、完成、延期、移交、核验……"),
    Entry("办", "reply", "ledger.commands.reply", "回复来单"),
    Entry("办", "import", "ledger.commands.importing", "导入表格：新方案、新事项、进度和延期，--write 写入"),
    Entry("办", "fmt", "ledger.commands.fmt", "整理 YAML 的版式，数据和注释不变"),
    Entry("办", "merge", "ledger.commands.merge", "合并两个分支在同一文件里新添的记录（由 git 调用）"),
)

_OF_THE_PROGRAM = {"--version", "--help", "-h"}
"""Who asks these asks no ledger: looking for an old answer takes longer than giving a new one."""


def main() -> None:
    """Run the command line and leave with its exit code; it is over before there is garbage worth looking for."""
    words = sys.argv[1:]
    with no_garbage_collection():
        code = _answered(words) if _OF_THE_PROGRAM.isdisjoint(words) else _computed()
        never_look_through_it()
    raise SystemExit(code)


def _answered(words: list[str]) -> int:
    from ledger.commands.answers import answered  # noqa: PLC0415 - needs the cache

    return answered(words, _computed)


def _computed() -> int:
    from ledger.commands.front import open_door  # noqa: PLC0415 - an old answer waits for none of this

    return open_door(COMMANDS)


if __name__ == "__main__":
    main()
