"""``ledger fmt``."""

import sys
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from ledger.actions.laying_out import LayingOut, laying_out
from ledger.base.errors import LedgerError
from ledger.commands.command import command
from ledger.commands.options import Folder, When
from ledger.commands.printing import FAILED, say
from ledger.commands.progress import steps
from ledger.commands.session import Session
from ledger.commands.writing import writing_session
from ledger.files.folder import SUFFIX
from ledger.files.tree import WorkTree, shown
from ledger.files.writes import WriteSet
from ledger.render.answer import Answer, Screen, diagnostic_renderers


@command("fmt")
def run(
    where: Folder,
    files: Annotated[
        list[Path] | None,
        Argument(metavar="[文件]...", help="只整理这些文件；不写则整理台账的全部 YAML 文件"),
    ] = None,
    check: Annotated[
        bool, Option("--check", help="只检查，不写入；列出不整齐的文件，有则退出码为 1")
    ] = False,
    diff: Annotated[bool, Option("--diff", help="只看会怎么改，不写入")] = False,
) -> int:
    """整理 YAML 文件的版式：缩进、引号、键的次序、空行。数据和注释一个不动，写入前重读核对；没有把握的文件不动。

    例：ledger fmt；ledger fmt --check；ledger fmt plans/2017/zb-2017-05.yaml --diff
    """
    write = not (check or diff)
    with writing_session(where, When(), wanted=write) as (session, store):
        with steps("整理版式"):
            done = laying_out(WorkTree(session.folder), [_name(session, file) for file in files or ()])
        writes = WriteSet()
        for name, content in sorted(done.new.items()):
            writes.edit(session.folder / name, done.old[name], content)
        listed = [shown(path.relative_to(session.top).as_posix()) for path in writes.paths]
        text = writes.preview(session.top) if diff else "".join(f"{path}\n" for path in listed)
        if store is not None:
            writes.apply(store)
    say(text)
    _remark(done, written=write)
    wanting = done.faults or done.left or (check and done.new)
    return FAILED if wanting else 0


def _name(session: Session, file: Path) -> str:
    """What a file that was asked for is called from the ledger's folder; there it is looked for where it is not here."""
    path = (
        file if file.exists() or not (session.folder / file).exists() else session.folder / file
    ).resolve()
    if not path.is_relative_to(session.folder):
        raise LedgerError(f"{shown(str(file))} 不在台账文件夹 {shown(str(session.folder))} 里")
    if path.is_dir():
        raise LedgerError(f"{shown(str(file))} 是文件夹；请逐个写文件，不写则整理台账的全部文件")
    if not path.is_file():
        raise LedgerError(f"没有 {shown(str(file))} 这个文件")
    if path.suffix != SUFFIX:
        raise LedgerError(f"{shown(str(file))} 不是 {SUFFIX} 文件，只能整理 YAML")
    return path.relative_to(session.folder).as_posix()


def _remark(done: LayingOut, *, written: bool) -> None:
    """What was done and what was not, beside the answer."""
    answer = Answer("fmt", None, None, diagnostics=done.faults)
    sys.stderr.write(diagnostic_renderers()["text"].render(answer, Screen()))
    for path, why in sorted(done.left.items()):
        print(f"{path} 没有整理：{why}", file=sys.stderr)  # noqa: T201
    kept = f"，{done.tidy} 个本来就整齐" if done.tidy else ""
    if done.new and written:
        print(f"整理了 {len(done.new)} 个文件{kept}", file=sys.stderr)  # noqa: T201
    elif done.new:
        print(f"{len(done.new)} 个文件要整理{kept}；没有写入，用 ledger fmt 写入", file=sys.stderr)  # noqa: T201
    elif done.tidy:
        others = "其余 " if done.faults or done.left else ""
        print(f"{others}{done.tidy} 个文件都整齐", file=sys.stderr)  # noqa: T201
