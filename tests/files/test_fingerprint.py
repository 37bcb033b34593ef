"""One digest for a ledger's data: the shell's, of every YAML file and of nothing else."""

import re
import subprocess
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.files import fingerprint as module
from ledger.files.fingerprint import fingerprint
from ledger.files.held import Held
from ledger.files.tree import SourceFile, WorkTree

NAMES = [
    "ledger.yaml", "2017/b.yaml", "2017/a b.yaml", "2017-x.yaml", "2017/Z.yaml", "方案/预算 改革.yaml", "slips/é.yaml",
    "registers/it's.yaml", "2017/-n.yaml",
]  # fmt: skip
"""In an order that is none."""


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def _held(folder: Path) -> Held:
    return Held(tuple(WorkTree(folder).files()))


def test_the_shell_computes_the_same(tmp_path: Path) -> None:
    _write(tmp_path / "plans", {name: f"id: {n}\n".encode() for n, name in enumerate(NAMES)})
    others = [
        "README.md",
        "bulletins/2017-10.md",
        "slips/TS-2017-001.md",
        ".git/x.yaml",
        ".hidden.yaml",
        "a.yaml.bak",
    ]
    _write(tmp_path / "plans", dict.fromkeys(others, b"no data\n"))
    (pipeline,) = re.findall(r"^    (cd plans && .*)$", module.__doc__ or "", re.MULTILINE)
    done = subprocess.run(["bash", "-c", pipeline], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [_held(tmp_path / "plans").digest, "-"]


def test_lines_end_as_git_keeps_them(tmp_path: Path) -> None:
    content = {name: f"id: {name}\ntitle: 方案\n".encode() for name in NAMES}
    _write(tmp_path / "unix", content)
    _write(tmp_path / "windows", {n: c.replace(b"\n", b"\r\n") for n, c in content.items()})
    assert _held(tmp_path / "unix").digest == _held(tmp_path / "windows").digest


def test_what_is_no_data_leaves_it_alone(tmp_path: Path) -> None:
    _write(tmp_path, {"ledger.yaml": b"name: x\n"})
    before = _held(tmp_path).digest
    _write(
        tmp_path,
        {"bulletins/2017-10.md": b"x", "README.md": b"x", "slips/TS-2017-001.md": b"x", ".a.yaml": b"x"},
    )
    assert _held(tmp_path).digest == before
    _write(tmp_path, {"later/kind.yaml": b"of a later version: true\n"})
    assert _held(tmp_path).digest != before


def test_what_could_not_be_read_is_not_in_it() -> None:
    kept = SourceFile("plans/a.yaml", "a.yaml", b"id: a\n")
    broken = Diagnostic("R109", Severity.ERROR, "太大", Place("plans/b.yaml"))
    assert Held((kept, broken)).digest == fingerprint({"a.yaml": b"id: a\n"})
    assert list(Held((kept, broken)).files()) == [kept, broken]


BYTES = st.binary(max_size=12)
FILES = st.dictionaries(st.sampled_from(NAMES), BYTES, min_size=1, max_size=5)


@given(FILES, st.data())
def test_every_byte_and_every_name_counts(files: dict[str, bytes], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(files)))
    at = data.draw(st.integers(0, len(files[name])))
    altered = files[name][:at] + data.draw(st.sampled_from([b"x", b" ", b"\n", b"\r"])) + files[name][at:]
    unix = {n: c.replace(b"\r\n", b"\n") for n, c in files.items()}
    same = altered.replace(b"\r\n", b"\n") == unix[name]
    assert (fingerprint(files | {name: altered}) == fingerprint(files)) is same
    renamed = {f"new/{n}" if n == name else n: c for n, c in files.items()}
    assert fingerprint(renamed) != fingerprint(files)
    assert fingerprint({n: c for n, c in files.items() if n != name}) != fingerprint(files)
    assert fingerprint(dict(reversed(files.items()))) == fingerprint(files) == fingerprint(unix)


def test_contents_that_change_places_change_it() -> None:
    assert fingerprint({"a.yaml": b"1", "b.yaml": b"2"}) != fingerprint({"a.yaml": b"2", "b.yaml": b"1"})
    assert fingerprint({"a.yaml": b"12", "b.yaml": b""}) != fingerprint({"a.yaml": b"1", "b.yaml": b"2"})
