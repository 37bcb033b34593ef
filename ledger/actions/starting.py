"""A new ledger: which files it begins with, in its own folder and at the repository's top."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from string import Template

from ledger.base.diagnostics import Severity
from ledger.base.errors import LedgerError
from ledger.checks.run import check
from ledger.files.scalars import scalar
from ledger.files.tree import SourceFile
from ledger.loading.load import load
from ledger.loading.schemas import schemas
from ledger.model.shelves import registers

LEVELS: dict[str, tuple[str, str, str, str]] = {
    "中央": ("中央", "国家发展改革委", "国家发改委", "财政部"),
    "省": ("省委", "省发展改革委", "省发改委", "省财政厅"),
    "市": ("市委", "市发展改革委", "市发改委", "市财政局"),
    "县": ("县委", "县发展改革局", "县发改局", "县财政局"),
}
"""A level → what its offices are called after, and two departments for the example, one with its short name."""
GITHUB, GITLAB = ".github/workflows/ledger.yml", ".gitlab-ci.yml"
_OF_THE_LEDGER = {name: name for name in ("ledger.yaml", "units.yaml", "policy.yaml", "scoring.yaml")}
_PLAIN = re.compile(r"[\w./-]+")


@dataclass(frozen=True, slots=True)
class Start:
    """What the user said of the new ledger; ``folder`` is its path from the repository's top, ``.`` for the top itself."""

    folder: str
    name: str
    level: str
    office: str
    commission: str
    prefix: str
    today: date


def of_the_ledger(start: Start) -> dict[str, bytes]:
    """Every file of the ledger's own folder, by its name from there.

    Raises LedgerError when a name would not pass the check.
    """
    year = start.today.year
    _, planning, short, finance = LEVELS[start.level]
    words = {
        "name": scalar(start.name, flow=False),
        "level": start.level,
        "office": scalar(start.office, flow=False),
        "commission": scalar(start.commission, flow=False),
        "prefix": scalar(start.prefix, flow=False),
        "planning": planning,
        "planning_short": short,
        "finance": finance,
        "year": str(year),
        "next": str(year + 1),
        "today": str(start.today),
    }
    texts = {name: _filled(starter, words) for name, starter in _OF_THE_LEDGER.items()}
    texts[f"{year}/sl-{year}-01.yaml"] = _filled("plan.yaml", words)
    _must_pass(texts, start.today)
    texts[".gitattributes"] = _text("gitattributes")
    texts |= {f"schemas/{name}": text for name, text in schemas().items()}
    return {name: text.encode() for name, text in texts.items()}


def of_the_repository(start: Start, host: str) -> dict[str, bytes]:
    """What programs look for at the top: the editor's settings, pre-commit, CI of the ``host`` that its address names."""
    folder = start.folder if _PLAIN.fullmatch(start.folder) else json.dumps(start.folder, ensure_ascii=False)
    texts = {
        ".vscode/settings.json": _editor("" if start.folder == "." else f"{start.folder}/"),
        ".pre-commit-config.yaml": Template(_text("pre-commit.yaml")).substitute(folder=folder),
    }
    if "gitlab" not in host:
        texts[GITHUB] = _text("github.yml").replace("ledger: plans\n", f"ledger: {folder}\n")
    if "github" not in host:
        texts[GITLAB] = _text("gitlab.yml").replace("LEDGER_FOLDER: plans\n", f"LEDGER_FOLDER: {folder}\n")
    return {name: text.encode() for name, text in texts.items()}


def _editor(prefix: str) -> str:
    """Schemas by glob, for files without a first line that names theirs; a tab in YAML is an error."""
    globs = {
        "ledger": "ledger.yaml",
        "units": "units.yaml",
        "policy": "policy.yaml",
        "calendar": "calendar.yaml",
        "scoring": "scoring.yaml",
        "plan": "20*/**/*.yaml",
        "slip": "slips/**/*.yaml",
        **{register.name: register.file for register in registers().values()},
    }
    settings = {
        "yaml.schemas": {f"./{prefix}schemas/{k}.schema.json": prefix + glob for k, glob in globs.items()},
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
        "files.encoding": "utf8",
        "files.eol": "\n",
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def _filled(starter: str, words: Mapping[str, str]) -> str:
    return Template(_text(starter).replace("$schema", "$$schema")).substitute(words)


def _text(starter: str) -> str:
    return files("ledger").joinpath("starters", starter).read_text("utf-8")


@dataclass(frozen=True, slots=True)
class _Made:
    texts: Mapping[str, str]

    def files(self) -> Iterator[SourceFile]:
        yield from (SourceFile(name, name, text.encode()) for name, text in self.texts.items())


def _must_pass(texts: Mapping[str, str], day: date) -> None:
    for finding in check(*load(_Made(texts)), day):
        if (
            finding.severity is not Severity.ERROR
        ):  # a year whose holidays nobody knows yet is no fault of the names
            continue
        raise LedgerError(f"照这些名称建的台账通不过检查：{finding.message}；换个名称再试")
