"""``ledger verify``."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from ledger.base.diagnostics import Diagnostic
from ledger.base.errors import LedgerError
from ledger.checks.bulletins import in_short
from ledger.commands.basis import Bases
from ledger.commands.bulletins import every, named
from ledger.commands.command import command
from ledger.commands.options import Findings, Folder
from ledger.commands.printing import deliver_diagnostics, must_print
from ledger.commands.verified_since import verified_since
from ledger.commands.verifying import Verified, Verifier
from ledger.files.folder import find_ledger
from ledger.render.answer import Answer, diagnostic_renderers
from ledger.reports.checked import Past, past_words
from ledger.reports.verified import verified


@command("verify")
def run(
    where: Folder,
    output: Findings,
    files: Annotated[
        list[str] | None,
        Argument(metavar="[月报]...", help="月报文件，或月份，如 2017-10；不写则核对台账里的全部月报"),
    ] = None,
    since: Annotated[
        str | None,
        Option("--since", metavar="版本", help="只查本分支从这个版本分出以后新增的问题，原有的只计数"),
    ] = None,
    strict: Annotated[bool, Option("--strict", help="有警告时退出码也为 1")] = False,
) -> int:
    """核对月报：找到算出它的那份台账，把每个数重算一遍，逐行说明写着多少、应为多少。

    例：ledger verify plans/bulletins/2017-10.md；ledger verify；ledger verify --since main
    """
    must_print(output, diagnostic_renderers())
    if since is not None:
        return _since(where, output, since, files, strict=strict)
    verifiers: dict[Path, Verifier] = {}
    results: list[Verified] = []
    for folder, file in _bulletins(where, files or []):
        verifier = verifiers.setdefault(folder, Verifier(Bases(folder)))
        results.append(verifier.verify(file))
    return _deliver(results, [d for r in results for d in r.diagnostics], output, strict=strict)


def _since(where: Folder, output: Findings, name: str, files: list[str] | None, *, strict: bool) -> int:
    """All of them: a change of the records bears on bulletins that it does not touch."""
    if files:
        raise LedgerError("--since 核对台账里的全部月报，不能与月报一起写")
    folder = find_ledger(Path.cwd(), where.ledger)
    verifier = Verifier(Bases(folder))
    results = [verifier.verify(file) for file in every(folder)]
    found, past = verified_since(verifier, name, results)
    return _deliver(results, found, output, past, strict=strict)


def _deliver(
    results: list[Verified],
    found: list[Diagnostic],
    output: Findings,
    past: Past | None = None,
    *,
    strict: bool,
) -> int:
    remarks = [r.words for r in results] or ["台账里还没有月报"]
    remarks += [past_words(past)] if past else []
    report = verified([r.data for r in results], past)
    answer = Answer("verify", None, report, None, in_short(found), tuple(remarks))
    return deliver_diagnostics(answer, output, strict=strict)


def _bulletins(where: Folder, names: list[str]) -> list[tuple[Path, Path]]:
    """Each with the folder of its ledger; all that the ledger has where none is named."""
    if not names:
        folder = find_ledger(Path.cwd(), where.ledger)
        return [(folder, file) for file in every(folder)]
    return [named(where, name) for name in names]
