"""``ledger check --fix`` and ``--diff``: what is decided in ``actions/fixing``, written and shown."""

import sys
from typing import TYPE_CHECKING

from ledger.actions.fixing import fixing
from ledger.checks.allowances import Verdict
from ledger.commands.session import Session
from ledger.files.tree import WorkTree
from ledger.files.writes import WriteSet
from ledger.reports.checked import Fixed

if TYPE_CHECKING:
    from ledger.files.store import Store


def mend(session: Session, store: "Store | None", verdict: Verdict) -> Fixed:
    """Make every safe fix: into the ``store``, or without one only as a patch."""
    done = fixing(WorkTree(session.folder), session.sources, verdict.findings, session.day.date)
    writes = WriteSet()
    for name, content in sorted(done.new.items()):
        writes.edit(session.folder / name, done.old[name], content)
    diff = writes.preview(session.top)
    if store is not None and writes.new:
        writes.expect_all(session.read)
        writes.apply(store)
    return Fixed(store is not None, done.made.total(), diff, done.left)


def remark(fixed: Fixed) -> None:
    """What was done and what was not, beside the answer."""
    for path, why in sorted(fixed.left.items()):
        print(f"{path} 没有修复：{why}", file=sys.stderr)  # noqa: T201
    if not fixed.count:
        print("没有可以自动修复的写法", file=sys.stderr)  # noqa: T201
    elif fixed.written:
        print(f"已修复 {fixed.count} 处", file=sys.stderr)  # noqa: T201
    else:
        print(f"可修复 {fixed.count} 处，没有写入；用 ledger check --fix 写入", file=sys.stderr)  # noqa: T201
