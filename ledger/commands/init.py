"""``ledger init``."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from ledger.actions.starting import GITHUB, GITLAB, LEVELS, Start, of_the_ledger, of_the_repository
from ledger.base.errors import LedgerError
from ledger.commands.clock import today
from ledger.commands.command import command
from ledger.files.durable import refusing
from ledger.files.folder import LEDGER_FILE, SUFFIX, repository_top
from ledger.files.git import ask, remote_of
from ledger.files.tree import SourceFile, WorkTree, shown
from ledger.files.writes import WriteSet

SCHEMAS = "schemas"
_BY_HAND = {
    "settings.json": "各文件第一行已写明 schema，编辑器照样有提示",
    ".pre-commit-config.yaml": "要在提交前检查，照 ledger 的 README 添上",
    "ledger.yml": "要自动检查，照 ledger 的 README 添上",
    ".gitlab-ci.yml": "要自动检查，照 ledger 的 README 添上",
}


@command("init")
def run(
    folder: Annotated[Path, Argument(metavar="文件夹", help="台账放在哪里，如 plans；没有就新建")],
    name: Annotated[
        str,
        Option("--name", metavar="名称", show_default=False, help="台账的名称，如 云州市全面深化改革台账"),
    ] = "全面深化改革台账",
    level: Annotated[
        str, Option("--level", metavar="层级", show_default=False, help="中央、省、市（默认）或 县")
    ] = "市",
    office: Annotated[
        str | None, Option("--office", metavar="单位", help="改革办的名称；不写则按层级，如 市委改革办")
    ] = None,
    prefix: Annotated[
        str, Option("--prefix", metavar="代字", show_default=False, help="三单一书的机关代字，如 云改办")
    ] = "改办",
) -> int:
    """新建一个台账：名称、单位、规则、一个示例方案，编辑器提示、提交前检查和自动检查的设置。已有的文件一概不动。

    例：ledger init plans --name 云州市全面深化改革台账 --level 市 --prefix 云改办
    """
    home = Path(os.path.abspath(folder))  # noqa: PTH100 - a link stays a link
    top = repository_top(home) or home
    start = _start(home.relative_to(top).as_posix(), name, level, office, prefix)
    mine = {home / name: content for name, content in of_the_ledger(start).items()}
    _must_be_free(home, mine)
    inside = top != home or (top / ".git").exists()
    shared = {
        top / name: text for name, text in of_the_repository(start, _host(top) if inside else "").items()
    }
    kept = {path for path in shared if _there(path)}
    writes = WriteSet()
    for path, content in {**mine, **shared}.items():
        if path not in kept:
            writes.put(path, content)
    written = writes.paths
    writes.apply()
    print(*_told(home, written, kept), *_next(home, top, written, inside=inside), sep="\n")  # noqa: T201
    return 0


def _start(folder: str, name: str, level: str, office: str | None, prefix: str) -> Start:
    if level not in LEVELS:
        raise LedgerError(f"--level 不能写“{shown(level)}”；可写 {'、'.join(LEVELS)}")
    body = LEVELS[level][0]
    return Start(folder, name, level, office or f"{body}改革办", f"{body}深改委", prefix, today())


def _must_be_free(home: Path, mine: Iterable[Path]) -> None:
    """Raises LedgerError where a ledger is, or YAML files that would become a part of this one."""
    place = next((p for p in (home, *home.parents) if _there(p / LEDGER_FILE)), None)
    if place is not None:
        raise LedgerError(f"{shown(str(place))} 已经是台账，没有改动任何文件")
    if home.suffix == SUFFIX or (_there(home) and not home.is_dir()):
        raise LedgerError(f"{shown(str(home))} 不是文件夹；请写文件夹名，如 ledger init plans")
    for file in WorkTree(home).files() if home.is_dir() else ():
        name = shown(file.name if isinstance(file, SourceFile) else file.place.path)
        raise LedgerError(
            f"{shown(str(home))} 里已有 {name}，会被当作台账的文件；请用空文件夹，如 ledger init plans"
        )
    taken = next((path for path in mine if _there(path)), None)
    if taken is not None:
        raise LedgerError(f"已有 {shown(str(taken))}，没有改动任何文件；请用空文件夹")


def _there(path: Path) -> bool:
    with refusing(path):
        return path.exists() or path.is_symlink()


def _host(top: Path) -> str:
    """The address that the repository is pushed to; nothing where nobody said one."""
    remote = remote_of(top)
    return ask(top, "remote", "get-url", remote) if remote else ""


def _told(home: Path, written: Iterable[Path], kept: Iterable[Path]) -> Iterator[str]:
    yield f"已建台账 {_named(home)}"
    yield from (f"  {_named(path)}" for path in written if path.parent.name != SCHEMAS)
    yield f"  {_named(home / SCHEMAS)}/（编辑器提示用，不要手改；ledger schema 重写）"
    yield from (f"没有动 {_named(path)}：已有这个文件；{_BY_HAND[path.name]}" for path in sorted(kept))


def _next(home: Path, top: Path, written: Iterable[Path], *, inside: bool) -> Iterator[str]:
    """What only the user can do, in the order in which it is done."""
    to_fill = "、".join(_named(top / name) for name in (GITHUB, GITLAB) if top / name in written)
    at = _named(home)
    steps = (
        f"把 {_named(home / LEDGER_FILE)} 和 units.yaml 里的名称、单位换成自己的",
        "照示例写方案，或用 ledger import 导入表格；示例方案不要了就删去",
        f"检查：ledger check --ledger {_quoted(at)}",
        f"{to_fill} 里的 OWNER/REPO、TAG 换成 ledger 所在的仓库和版本；不用的删去" if to_fill else "",
        "" if inside else f"在 {_named(top)} 里运行 git init",
        "提交；每个克隆里各运行一次 ledger merge --install 和 pre-commit install",
    )
    yield "接下来："
    yield from (f"  {n}. {step}" for n, step in enumerate(filter(None, steps), 1))


def _quoted(name: str) -> str:
    """In marks that every shell takes, where it needs them."""
    return f'"{name}"' if " " in name else name


def _named(path: Path) -> str:
    """From where the user stands, if it is below."""
    here = Path.cwd()
    return shown(path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path))
