"""``ledger schema``."""

import sys
from pathlib import Path
from typing import Annotated

from typer import Option

from ledger.commands.command import command
from ledger.commands.printing import FAILED, say
from ledger.files.writes import WriteSet
from ledger.loading.schemas import schemas


@command("schema")
def run(
    out: Annotated[
        Path, Option("--out", metavar="文件夹", show_default=False, help="写到哪个文件夹（默认 schemas）")
    ] = Path("schemas"),
    check: Annotated[bool, Option("--check", help="只比较不写；有差异时打印出来，退出码为 1")] = False,
) -> int:
    """写出 JSON Schema（draft-07），供编辑器提示和校验。

    例：ledger schema --out schemas；ledger schema --check
    """
    writes = WriteSet()
    for name, text in schemas().items():
        writes.put(out / name, text.encode())
    if check:
        say(writes.preview())
        return FAILED if writes.new else 0
    changed = sorted(path.name for path in writes.new)
    writes.apply()
    print("\n".join(f"已写 {out / name}" for name in changed) or f"{out} 已是最新", file=sys.stderr)  # noqa: T201
    return 0
