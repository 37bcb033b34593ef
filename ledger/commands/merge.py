"""``ledger merge``."""

import sys
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from ledger.actions.merging import Versions, by_meaning, by_text
from ledger.base.errors import LedgerError
from ledger.commands.clock import today
from ledger.commands.command import command
from ledger.commands.options import Folder
from ledger.commands.printing import FAILED
from ledger.files.folder import LEDGER_FILE, find_ledger, repository_top
from ledger.files.given import read_given
from ledger.files.landing import has_driver, set_driver, theirs_landed
from ledger.files.tree import shown

_BY_HAND = (
    "里面留有冲突标记，请手工改：两边新添的记录都要留，已入库的在前，另一边的接在后面，日期早于上一条的写 recorded；"
    "改好后运行 ledger check，再 git add"
)


@command("merge")
def run(
    where: Folder,
    base: Annotated[Path | None, Argument(metavar="基准", help="两边分开时的版本，git 的 %O")] = None,
    ours: Annotated[
        Path | None, Argument(metavar="本方", help="当前分支的版本，结果写在这里，git 的 %A")
    ] = None,
    theirs: Annotated[Path | None, Argument(metavar="对方", help="并入的版本，git 的 %B")] = None,
    path: Annotated[
        str | None, Option("--path", metavar="路径", help="文件在仓库里的路径，只用于提示，git 的 %P")
    ] = None,
    install: Annotated[bool, Option("--install", help="让当前仓库的 git 用它合并，每个克隆运行一次")] = False,
) -> int:
    """合并两个分支在同一文件里新添的记录，由 git 调用：已入库的在前，另一边的接在后面，日期早于上一条的补写 recorded。

    没有把握合并的，留下 git 的冲突标记，退出码为 1。

    例：ledger merge --install
    """
    if install:
        return _install(where)
    if base is None or ours is None or theirs is None:
        raise LedgerError("要给出三个版本的文件；这个命令由 git 调用，请先运行 ledger merge --install")
    top = repository_top(Path.cwd())
    at, landed = (top, theirs_landed(top)) if top else (Path.cwd(), False)
    versions = Versions(*(read_given(file) for file in (base, ours, theirs)))
    text = by_text(at, versions)
    # git's temporary file, of which nobody else knows, so no WriteSet; git's own result first, should we fail later
    ours.write_bytes(text.content)
    merged = by_meaning(at, versions, text, today(), theirs_landed=landed)
    ours.write_bytes(merged.content)
    if not merged.clean:
        print(f"{shown(path or str(ours))} 没有自动合并，{_BY_HAND}", file=sys.stderr)  # noqa: T201
    return 0 if merged.clean else FAILED


def _install(where: Folder) -> int:
    folder = find_ledger(Path.cwd(), where.ledger)
    top = repository_top(folder)
    if top is None:
        raise LedgerError(f"{shown(str(folder))} 不在 git 仓库里，不用合并")
    set_driver(top, sys.executable)  # not by name: another program may own it
    print("已设好：这个仓库合并、变基时，git 用 ledger merge 合并台账文件", file=sys.stderr)  # noqa: T201
    if not has_driver(top, folder / LEDGER_FILE):
        attributes = shown(str(folder.relative_to(top) / ".gitattributes"))
        print(f"还差一步：在 {attributes} 里写一行 *.yaml merge=ledger，并提交", file=sys.stderr)  # noqa: T201
    return 0
