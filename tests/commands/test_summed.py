"""``status`` added up from counts of plan files is what it is when all is read at once: whatever they hold, after any edits."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest
from cli_runner import ROOT, run, shell
from hypothesis import example, given, settings
from hypothesis import strategies as st
from small_ledger import PLANS, write_ledger
from tape import Tape

from ledger.commands.buckets import buckets_of
from ledger.commands.caching import caching
from ledger.commands.options import When, Where, Which
from ledger.commands.summing import Summed, chosen, summed
from ledger.files.cache import Cache
from ledger.measures.progress import GROUPINGS
from ledger.render.answer import Answer
from ledger.reports.overview import Overview, overview

SLIP = """\
id: {name}
kind: 交办单
track: item
number: 云改办交〔2017〕1号
unit: 市财政局
as_of: 2017-10-10
reply_due: 2017-10-20
log:
  - date: 2017-10-11
    event: 签发
    by: 市委改革办
rows:
  - id: 1
    subject: {subject}
"""
BAD = ["id: [", "foo: 1\n", "", "\ufeffid: a\n", "- a\n", "id: x\ntitle: 甲\nitems: [{id: 1}]\n"]
UNIT_EDITS = [
    ("- id: 市教育局", "- id: 市教育局\n    until: 2017-06-30\n    successor: 市财政局"),
    ("units:", "unit:"),
]
POLICY = "versions:\n  - from: 2017-01-01\n    {rule}\n"


def answer(found: Summed, by: str | None) -> Answer:
    session = found.session
    return session.answer("status", overview(Overview(session.ledger, session.day.date, found.summary, by)))


def both(folder: Path, by: str | None = None) -> tuple[Answer | None, Answer]:
    """Added up, None where it cannot be; and with all read at once."""
    where, when = Where(ledger=folder), When(day="2017-10-31")
    with caching(), mock.patch("ledger.commands.buckets.FILES", 2):
        found = summed(where, when, by)
    return answer(found, by) if found else None, answer(chosen(where, when, Which(), by), by)


# --- whatever happens to the files ---------------------------------------------------------------------------


def plan(tape: Tape, name: str) -> str:
    """One of the small ledger's under another name, due and stuck now and then."""
    text = tape.pick(list(PLANS.values()))
    text = text.replace(text.split()[1], name, 1).replace(
        "2017-09-30", tape.pick(["2017-09-30", "2017-05", "长期"])
    )
    return text.replace("event: 启动", tape.pick(["event: 启动", "event: 进展\n        cause: 资金未落实"]))


def some_plan(tape: Tape, folder: Path) -> Path:
    found = sorted(p for p in folder.glob("20*/**/*.yaml") if p.is_file() and not p.is_symlink())
    return tape.pick(found) if found else folder / "2017" / "first.yaml"


def edit(tape: Tape, folder: Path) -> None:
    path = some_plan(tape, folder)
    status = path.stat() if path.exists() else None
    path.write_text(plan(tape, path.stem), "utf-8")
    if status and tape.once_in(2):  # at once, and as if nothing had happened
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def add(tape: Tape, folder: Path) -> None:
    home = folder / tape.pick(["2017", "2018", "2018/深"])
    home.mkdir(parents=True, exist_ok=True)
    name = f"n{len(list(folder.rglob('*.yaml')))}"
    (home / f"{name}.yaml").write_text(plan(tape, name), "utf-8")


def spoil(tape: Tape, folder: Path) -> None:
    some_plan(tape, folder).write_text(tape.pick(BAD), "utf-8")


def remove(tape: Tape, folder: Path) -> None:
    some_plan(tape, folder).unlink(missing_ok=True)


def move(tape: Tape, folder: Path) -> None:
    path = some_plan(tape, folder)
    if path.exists():
        path.rename(path.with_name(tape.pick(["other.yaml", "other.yml", ".hidden.yaml"])))


def copy(tape: Tape, folder: Path) -> None:
    path, home = some_plan(tape, folder), folder / "2016"
    home.mkdir(exist_ok=True)
    if path.exists():
        shutil.copy(path, home / tape.pick([path.name, "copy.yaml"]))


def odd(tape: Tape, folder: Path) -> None:
    path = folder / "2017" / "odd.yaml"
    if not path.exists() and not path.is_symlink():
        tape.pick([path.mkdir, lambda: path.symlink_to("zb-2017-01.yaml")])()


def slip(tape: Tape, folder: Path) -> None:
    (folder / "slips").mkdir(exist_ok=True)
    name = tape.pick(["JB-2017-001", "JB-2017-002"])
    subject = tape.pick(["zb-2017-01/2", "zb-2017-03/2", "zb-2017-02/9", "n5/1", "x"])
    text = tape.pick([SLIP.format(name=name, subject=subject)] * 3 + BAD[:1])
    (folder / "slips" / f"{name}.yaml").write_text(text, "utf-8")


def rules(tape: Tape, folder: Path) -> None:
    rule = tape.pick(["acceptance: required", "due_soon: 90", "nothing: 1"])
    (folder / "policy.yaml").write_text(POLICY.format(rule=rule), "utf-8")


def units(tape: Tape, folder: Path) -> None:
    path = folder / "units.yaml"
    path.write_text(path.read_text("utf-8").replace(*tape.pick(UNIT_EDITS), 1), "utf-8")


def beside(tape: Tape, folder: Path) -> None:
    (folder / "registers").mkdir(exist_ok=True)
    (folder / tape.pick(["registers/nothing.yaml", "calendar.yaml", "registers/upstream.yaml"])).write_text(
        "a: 1\n"
    )


EDITS: list[Callable[[Tape, Path], None]] = [
    edit,
    add,
    add,
    slip,
    spoil,
    rules,
    units,
    remove,
    move,
    copy,
    odd,
    beside,
]


@settings(max_examples=40)
@given(st.binary(min_size=60, max_size=90), st.sampled_from([None, None, *GROUPINGS]))
@example(b"\x01" * 60, "plan")
def test_the_sum_is_the_whole_after_any_edits(
    tmp_path_factory: pytest.TempPathFactory, choices: bytes, by: str | None
) -> None:
    folder, tape = write_ledger(tmp_path_factory.mktemp("city")), Tape(choices)
    for _ in range(6):
        tape.pick(EDITS)(tape, folder)
        added_up, at_once = both(folder, by)
        assert added_up is None or added_up == at_once


@pytest.mark.parametrize("happens", [edit, add, slip, spoil, rules, units, remove, odd, beside])
def test_it_is_added_up_whatever_is_wrong_with_a_file(
    tmp_path: Path, happens: Callable[[Tape, Path], None]
) -> None:
    folder = write_ledger(tmp_path)
    both(folder, "unit")
    for choice in range(4):
        happens(Tape(bytes([choice] * 9)), folder)
        added_up, at_once = both(folder, "unit")
        assert added_up == at_once


@pytest.mark.parametrize("happens", [move, copy])
def test_plans_that_names_of_files_do_not_tell_are_read_at_once(
    tmp_path: Path, happens: Callable[[Tape, Path], None]
) -> None:
    happens(Tape(b""), write_ledger(tmp_path))
    added_up, _ = both(tmp_path)
    assert added_up is None
    assert "已完成" in run("status", "--ledger", tmp_path).out


@pytest.mark.parametrize("by", [None, *GROUPINGS])
def test_the_bundled_city_adds_up(by: str | None) -> None:
    added_up, at_once = both(ROOT / "plans", by)
    assert added_up == at_once


# --- how they are counted ------------------------------------------------------------------------------------


def test_what_is_counted_on_two_cores_is_what_is_counted_on_one(tmp_path: Path) -> None:
    text = PLANS["zb-2017-01"]
    write_ledger(tmp_path, {f"p{n:03}": text.replace("zb-2017-01", f"p{n:03}") for n in range(300)})
    (tmp_path / "2017" / "p007.yaml").write_text("id: [", "utf-8")
    asked = ("status", "--ledger", tmp_path, "--day", "2017-10-31", "--by", "lead", "--format", "json")
    there, here = shell(*asked), run(*asked)
    assert (there.returncode, there.stdout) == (here.code, here.out)
    assert '"total": 897' in here.out


def test_a_new_name_moves_no_other_file_into_another_bucket() -> None:
    names = [f"2017/p{n}.yaml" for n in range(500)]
    one, other = buckets_of(names), buckets_of([*names[:250], *names[251:], "2018/new.yaml"])
    assert len(one) == len(other) == 8
    assert sum(a != b for a, b in zip(one, other, strict=True)) <= 2


def test_what_was_counted_is_not_counted_again(tmp_path: Path) -> None:
    folder = write_ledger(tmp_path)
    for n in range(8):
        add(Tape(bytes([n])), folder)
    both(folder)
    with mock.patch("ledger.commands.counter.BucketCounter._count", side_effect=AssertionError):
        added_up, at_once = both(folder)
    assert added_up == at_once


@pytest.mark.parametrize(
    "nonsense",
    [
        *("", "[]", "null", "[" * 10_000, '{"summary": {"plan_count": -1}}'),
        *('{"summary": {"plan_count": 1e99}}', '{"summary": {"causes": {"x": 9999999999}}}', '{"summary": {"ages": {}}}'),
        *('{"summary": {"groups": [{"key": "x", "label": "x", "tally": {"counts": {}}}]}}', '{"summary": {"total": {"counts": {"x": 1}}}}'),
        *('{"summary": {"oldest": [[1, "nobody", 0]]}}', '{"summary": {"oldest": [[1, "zb-2017-01", -1]]}}'),
        *('{"summary": {"oldest": [[1, "zb-2017-01", 99]]}}', '{"summary": {"oldest": [[99, "zb-2017-01", 0]]}}'),
    ],
)  # fmt: skip
def test_counts_that_nobody_made_are_made_again(tmp_path: Path, nonsense: str) -> None:
    folder, keep = write_ledger(tmp_path), Cache.put_many
    with mock.patch.object(
        Cache, "put_many", lambda its, some: keep(its, dict.fromkeys(some, nonsense.encode()))
    ):
        both(folder, "lead")
    added_up, at_once = both(folder, "lead")
    assert added_up is None or added_up == at_once
