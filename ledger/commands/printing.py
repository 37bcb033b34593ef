"""Answers onto stdout or into a file; what is said beside them onto stderr."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from ledger.base.diagnostics import SEVERITIES, Severity, has_errors
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean
from ledger.commands.colors import wants_color
from ledger.commands.options import Output
from ledger.commands.streams import has_gone, listen_no_more
from ledger.files.tree import shown
from ledger.files.witness import witness
from ledger.files.writes import WriteSet
from ledger.render.answer import Answer, Renderer, Screen, diagnostic_renderers, report_renderers

FAILED = 1
IMPOSSIBLE = 2


def deliver(answer: Answer, output: Output, *, told: bool = False) -> int:
    """Print a report; 1 when there is an error. ``told``: the report itself says what is wrong."""
    renderer = chosen(report_renderers(), _fitting(output))
    _emit(renderer, answer, output)
    if renderer.name in {"csv", "jsonl"} and answer.remarks:
        print(*answer.remarks, sep="\n", file=sys.stderr)  # noqa: T201 - the rows have no room for the day
    if renderer.name != "json" and not (told and renderer.name not in {"csv", "jsonl"}):
        complain(answer)
    return FAILED if has_errors(answer.diagnostics) else 0


def deliver_diagnostics(answer: Answer, output: Output, *, strict: bool = False) -> int:
    """Print diagnostics; 1 when there is an error, or under ``strict`` a warning."""
    _emit(chosen(diagnostic_renderers(), output.format), answer, output)
    if output.format == "github":
        _summarise(answer)
    return verdict_of(answer, strict=strict)


def verdict_of(answer: Answer, *, strict: bool) -> int:
    """1 when there is an error, or under ``strict`` a warning."""
    worst = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FAILED if any(d.severity in worst for d in answer.diagnostics) else 0


def _summarise(answer: Answer) -> None:
    """Annotations are few; in a GitHub job everything goes onto the page of the run as well."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    witness().disturbed()
    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(diagnostic_renderers()["markdown"].render(answer, Screen()))
    except OSError as error:
        print(f"步骤摘要写不进去：{shown(path)}：{error.strerror or error}", file=sys.stderr)  # noqa: T201


def must_print(output: Output, renderers: Mapping[str, Renderer] | None = None) -> None:
    """Raises LedgerError for an answer that cannot be printed as asked: before anything is written, not after."""
    _must_have(renderers or report_renderers(), output.format)
    wants_color(output.color)
    if output.output is not None:
        _must_hold_text(output.output)


def chosen(renderers: Mapping[str, Renderer], name: str) -> Renderer:
    """The renderer of that name; raises LedgerError for another word."""
    _must_have(renderers, name)
    return renderers[name]


def _must_have(renderers: Mapping[str, Renderer], name: str) -> None:
    if name not in renderers:
        hint = did_you_mean(name, renderers) or f"可写 {'、'.join(renderers)}"
        raise LedgerError(f"--format 不能写“{name}”；{hint}")


def _emit(renderer: Renderer, answer: Answer, output: Output) -> None:
    color = wants_color(output.color)
    if output.output is not None:
        _must_hold_text(output.output)
        into_file(output.output, renderer.render(answer, Screen()).encode(), "-o")
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    say(renderer.render(answer, Screen(width, color)))


def _fitting(output: Output) -> str:
    """A table is drawn for somebody to look at: files and pipes get the plain one, and wait for nothing that draws."""
    if output.format != "table":
        return output.format
    looked_at = sys.stdout.isatty() or wants_color(output.color)
    return "table" if looked_at and output.output is None else "plain"


def say(text: str) -> None:
    """Onto stdout. When whoever listened has gone (``| head``), that is no fault of anybody's."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        listen_no_more()
        if not has_gone(error):
            raise LedgerError(f"标准输出写不进去：{error.strerror or error}") from None


def _must_hold(path: Path, asked: str) -> None:
    """A report goes into a file of its own, never over one of a ledger."""
    if path.is_dir():
        raise LedgerError(f"{asked} 要写文件，{shown(str(path))} 是文件夹")
    if path.suffix in {".yaml", ".yml"}:
        raise LedgerError(f"{asked} 不能写 {shown(str(path))}：报告不写进 YAML 文件")


def _must_hold_text(path: Path) -> None:
    """Text in a file that is called a document opens nowhere."""
    _must_hold(path, "-o")
    if path.suffix.lower() in _DOCUMENTS:
        kind = path.suffix.lower().removeprefix(".")
        raise LedgerError(
            f"{shown(str(path))} 会写成文字，{kind} 打不开；能印公文的命令加 --format docx，Excel 用 ledger export"
        )


_DOCUMENTS = {".docx", ".doc", ".xlsx", ".xls", ".pdf"}


def deliver_text(text: str, output: Output) -> None:
    """What is text already, a patch: onto stdout or into a file."""
    if output.output is not None:
        _must_hold_text(output.output)
        into_file(output.output, text.encode(), "-o")
    else:
        say(text)


def into_file(path: Path, content: bytes, asked: str) -> None:
    """Into a file of the user's; ``asked`` is the option or argument that names it."""
    witness().disturbed()
    _must_hold(path, asked)
    if path.exists() and not (path.is_file() or path.is_dir()):  # /dev/stdout, a pipe
        path.write_bytes(content)
        return
    writes = WriteSet()
    writes.put(Path(os.path.abspath(path)), content)  # noqa: PTH100 - a link stays a link
    writes.apply()


def complain(answer: Answer) -> None:
    """What is wrong with the data, beside an answer that has no room for it."""
    for diagnostic in answer.diagnostics:
        if diagnostic.severity is not Severity.NOTE:
            word = SEVERITIES[diagnostic.severity]
            print(f"{diagnostic.place} {word} {diagnostic.code} {diagnostic.message}", file=sys.stderr)  # noqa: T201


def refuse(answer: Answer, output: Output, sentence: str) -> int:
    """Say why nothing was decided: the diagnostics as the answer, exit 2."""
    renderer = chosen(report_renderers(), output.format)
    if renderer.name == "json":
        _emit(renderer, answer, output)
    else:
        sys.stderr.write(diagnostic_renderers()["text"].render(answer, Screen()))
    print(f"错误：{sentence}", file=sys.stderr)  # noqa: T201
    return IMPOSSIBLE


def impossible(command: str, sentence: str, output: Output) -> int:
    """The user asked for something that cannot be: one sentence on stderr, exit 2; json gets its document too."""
    said = shown(sentence)
    if output.format == "json":
        answer = Answer(command, None, None, remarks=(said,), failed=True)
        say(report_renderers()["json"].render(answer, Screen()))
    print(f"错误：{said}", file=sys.stderr)  # noqa: T201
    return IMPOSSIBLE
