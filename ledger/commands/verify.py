"""``ledger verify``."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from ledger.base.diagnostics import Diagnostic
from ledger.commands.bulletins import every, named
from ledger.commands.command import command
from ledger.commands.options import Findings, Folder
from ledger.commands.printing import deliver_diagnostics, must_print
from ledger.commands.verifying import Verified, Verifier
from ledger.files.tree import find_ledger
from ledger.render.answer import Answer, diagnostic_renderers
from ledger.reports.verified import verified


@command("verify")
def run(
    where: Folder,
    output: Findings,
    files: Annotated[
        list[str] | None,
        Argument(metavar="[月报]...", help="月报文件，或月份，如 2017-10；不写则核对台账里的全部月报"),
    ] = None,
    strict: Annotated[bool, Option("--strict", help="有警告时退出码也为 1")] = False,
) -> int:
    """核对月报：找到算出它的那份台账，把每个数重算一遍，逐行说明写着多少、应为多少。

    例：ledger verify plans/bulletins/2017-10.md；ledger verify
    """
    must_print(output, diagnostic_renderers())
    verifiers: dict[Path, Verifier] = {}
    results: list[Verified] = []
    for folder, file in _bulletins(where, files or []):
        verifier = verifiers.setdefault(folder, Verifier(folder))
        results.append(verifier.verify(file))
    found: list[Diagnostic] = [d for result in results for d in result.diagnostics]
    remarks = tuple(r.words for r in results) or ("台账里还没有月报",)
    report = verified([r.data for r in results])
    return deliver_diagnostics(Answer("verify", None, report, None, found, remarks), output, strict=strict)


def _bulletins(where: Folder, names: list[str]) -> list[tuple[Path, Path]]:
    """Each with the folder of its ledger; all that the ledger has where none is named."""
    if not names:
        folder = find_ledger(Path.cwd(), where.ledger)
        return [(folder, file) for file in every(folder)]
    return [named(where, name) for name in names]
