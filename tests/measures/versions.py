"""Two versions of a small ledger, written as files: ``read(edited("p.yaml", "due: 2017-06-30", "due: 2017-07-31"))``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ledger.files.tree import SourceFile
from ledger.loading.load import load
from ledger.loading.sources import Sources
from ledger.measures.comparing.change import Change
from ledger.measures.comparing.changes import changes
from ledger.model.ledger import Ledger

FILES = {
    "ledger.yaml": """\
name: 试例
office: 改革办
commission: 深改组
fields: [经济体制, 社会体制]
""",
    "units.yaml": """\
units:
  - id: 改革办
  - id: 深改组
  - id: 甲局
    aliases: [甲]
  - id: 乙局
    aliases: [乙]
  - id: 丙局
leaders:
  - id: 沈砚青
    aliases: [沈主任]
""",
    "policy.yaml": """\
versions:
  - from: 2017-01-01
    causes: [资金未落实]
    ladder:
      prompt_ahead: 31
      rungs:
        - kind: 提示单
          cc: [甲]
        - kind: 交办单
          after: 0
        - kind: 催办单
          after: 30
        - kind: 责令书
          after: 60
""",
    "calendar.yaml": """\
years:
  - year: 2030
    holidays: [2030-01-01]
""",
    "registers/upstream.yaml": """\
upstream:
  - id: zy-1
    title: 上级意见
    lead: 甲局
    log:
      - date: 2017-01-10
        event: 通过
  - id: zy-2
    title: 上级通知
""",
    "p.yaml": """\
id: p
title: 审批改革方案
lead: 甲局
parts:
  - id: 一
    title: 精简事项
  - id: 二
    title: 保障措施
log:
  - date: 2017-02-20
    event: 审议通过
    by: 深改组
items:
  - id: 1
    title: 建立负面清单
    lead: [甲局, 乙局]
    due: 2017-06-30
    log:
      - date: 2017-03-15
        event: 启动
      - date: 2017-05-04
        event: 进展
        note: 征求意见稿已印发
      - date: 2017-06-22
        event: 完成
        evidence:
          - number: 云政办发〔2017〕31号
          - title: 施行情况
      - date: 2017-06-28
        event: 核验通过
        by: 改革办
  - id: 2
    title: 健全联合审图机制
    due: 2017H2
    leader: 沈主任
    nodes:
      - id: a
        title: 出台细则
        due: 2017-09-30
      - id: b
        title: 全面推开
        due: 2017-11-30
  - id: 3
    title: 清理证明材料
    with: 丙局
    due: 2017-10
""",
    "q.yaml": """\
id: q
title: 医疗改革方案
lead: 乙局
items:
  - id: 1
    title: 推行家庭医生签约
    due: 2017-12-31
""",
    "slips/TS-2017-001.yaml": """\
id: TS-2017-001
kind: 提示单
number: 改办提〔2017〕1号
unit: 甲局
as_of: 2017-09-30
reply_due: 2017-10-11
log:
  - date: 2017-09-30
    event: 签发
    by: 改革办
rows:
  - id: 1
    subject: p/3
    log:
      - date: 2017-10-09
        event: 回复
        by: 甲局
  - id: 2
    subject: p/2
""",
}


@dataclass
class MemoryTree:
    """A ledger's files that were never on disk."""

    contents: Mapping[str, str]

    def files(self) -> Iterator[SourceFile]:
        for path, text in sorted(self.contents.items()):
            yield SourceFile(path, path, text.encode())


def read(files: Mapping[str, str] = FILES) -> tuple[Ledger, Sources]:
    return load(MemoryTree(files))


def edited(path: str, *edits: str) -> dict[str, str]:
    """The files with pieces of one replaced, each piece followed by what stands there instead."""
    text = FILES[path]
    for old, new in zip(edits[::2], edits[1::2], strict=True):
        assert text.count(old) == 1, (text.count(old), old)
        text = text.replace(old, new)
    return FILES | {path: text}


def compared(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Every change in a line: what was done to whom, and the words that stand at its place."""
    (old, left), (new, right) = read(before), read(after)
    return [_told(c, right) for c in changes(old, new, (*left.unread, *right.unread))]


def _told(change: Change, sources: Sources) -> str:
    subject = f"{change.subject}.{change.field}" if change.field else change.subject
    return f"{change.kind} {subject} @ {at(change, sources)}"


def at(change: Any, sources: Sources) -> str:
    """The file and the text that begins at the place of a change; of a whole file only its path."""
    place = sources.place(change.spot.path, change.spot.pointer, key=change.spot.key)
    found = place.text[place.column - 1 :]
    return place.path if (place.line, place.column) == (1, 1) else f"{place.path}: {found}"
