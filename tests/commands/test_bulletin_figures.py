"""Every number of a bulletin names what it counts: its command lists so many rows, and tables show no other numbers."""

import re
import shlex
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from bulletin_ledger import committed
from cli_runner import Ran, bundled, json_of, reading_once, run
from hostile_ledger import write_hostile

from ledger.files.bulletin_markers import split

MONTHS = ["2017-08", "2017-09", "2017-10"]
WITHOUT_REGISTERS = {
    "ledger.yaml": "name: x\n",
    "a.yaml": """\
id: a
title: 甲
lead: 甲局
items:
- {id: 1, title: 一, due: 2017-06-30}
- {id: 2, title: 二, due: 2017-12-31, field: 别的, group: 某组, lead: [乙局, 丙局], log: [{date: 2017-10-03, event: 启动}]}
- {id: 3, title: 三, due: 2017-12-31, log: [{date: 2017-10-03, event: 暂缓, by: 改革办, until: 2018-01-01, note: x, cause: 没有人}]}
- {id: 4, title: 四, due: 2017-11-30, lead: 丁 局, log: [{date: 2017-10-03, event: 移交, by: 改革办, to: 丙局}]}
""",
    "b.yaml": "id: b\ntitle: 没有事项\nitems: []\n",
}


def _counts(figures: Iterable[Any]) -> dict[str, tuple[str, int]]:
    """Of every count its query and its value; rates have neither, and what registers read off is tried with its section."""
    return {f["key"]: (f["query"], f["value"]) for f in figures if isinstance(f["value"], int)}


def _told(figures: dict[str, tuple[str, int]], ask: Callable[..., Ran]) -> dict[str, tuple[str, int]]:
    """The same with the number of rows that the query lists."""
    rows: dict[str, int] = {}
    for query, _ in figures.values():
        if query not in rows:
            program, *words = shlex.split(query)
            done = ask(*words, "--format", "jsonl")
            assert (program, done.code) == ("ledger", 0), (query, done.err)
            rows[query] = len(done.out.splitlines())
    return {key: (query, rows[query]) for key, (query, _) in figures.items()}


def _sample(figures: dict[str, tuple[str, int]], most: int) -> dict[str, tuple[str, int]]:
    """All that have a name of their own; of those counted for every unit, field, … ``most``, from first to last."""
    families: dict[str, list[str]] = {}
    for key in sorted(figures):
        measure, dot, _ = key.rpartition(".")
        families.setdefault(measure if dot and "." in measure else key, []).append(key)
    return {key: figures[key] for keys in families.values() for key in keys[:: -(-len(keys) // most)]}


@pytest.mark.parametrize(("month", "most"), [("2017-09", 1), ("2017-10", 2)])
def test_a_count_of_the_bundled_city_lists_its_rows(month: str, most: int) -> None:
    figures = _sample(_counts(json_of("bulletin", "--month", month)["figures"]), most)
    assert len(figures) > 40
    assert _told(figures, bundled) == figures


def test_a_score_or_a_rank_in_the_bulletin_is_printed_by_its_query() -> None:
    figures = json_of("bulletin", "--month", "2017-10")["figures"]
    queries = {f["query"]: f["value"] for f in figures if f["key"].startswith("ranking.")}
    asked = {query: value for query, value in queries.items() if "鹿鸣县" in query}
    assert len(asked) > 10
    for query, value in asked.items():
        assert json_of(*shlex.split(query)[1:])["value"] == value, query


@pytest.mark.parametrize(
    ("write", "most"),
    [
        (committed, 1),
        (lambda folder: _write(folder, WITHOUT_REGISTERS), 9),
        (lambda folder: _write(folder, {"ledger.yaml": "name: x\n"}), 1),
        (write_hostile, 1),
    ],
    ids=["small", "without registers", "empty", "hostile"],
)
def test_a_count_of_an_odd_ledger_lists_its_rows(
    write: Callable[[Path], Path], most: int, tmp_path: Path
) -> None:
    folder = write(tmp_path / "ledger")
    done = run("bulletin", "--month", "2017-10", "--format", "json", cwd=folder)
    figures = _sample(_counts(done.data["figures"]), most)
    with reading_once(folder):
        assert _told(figures, lambda *words: run(*words, cwd=folder)) == figures


def _write(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("month", MONTHS)
def test_keys_are_unlike_and_rates_are_of_counts_that_are_there(month: str) -> None:
    figures = json_of("bulletin", "--month", month)["figures"]
    known = {f["key"]: f for f in figures}
    assert len(known) == len(figures)
    assert {f["section"] for f in figures} <= {
        s["key"] for s in json_of("bulletin", "--month", month)["sections"]
    }
    for figure in figures:
        if figure["of"] is not None:
            part, whole = (known[key]["value"] for key in figure["of"])
            exact = 100 * part / whole if whole else None
            assert (figure["value"] is None) is (exact is None)
            assert exact is None or abs(float(figure["value"]) - exact) <= 0.05 + 1e-9


def _tables(text: str) -> list[list[list[str]]]:
    """Markdown tables: rows of bare cells, the heads first."""
    found: list[list[list[str]]] = [[]]
    for line in text.splitlines():
        if not line.startswith("|"):
            found.append([])
        elif not re.fullmatch(r"[| :-]+", line):
            found[-1].append([cell.strip() for cell in line.strip("|").split("|")])
    return [table for table in found if table]


@pytest.fixture(scope="module", params=MONTHS)
def month(request: pytest.FixtureRequest) -> tuple[dict[str, str], dict[str, Any]]:
    """The regions of a bulletin, and its numbers by key as they are printed."""
    name = str(request.param)
    regions = split(bundled("bulletin", "--month", name, "--format", "markdown").out).regions
    figures = json_of("bulletin", "--month", name)["figures"]
    shown = {f["key"]: _shown(f) for f in figures}
    return {key: region.text for key, region in regions.items()}, shown


def _shown(figure: dict[str, Any]) -> str:
    if figure["of"] is None:
        return f"{figure['value']}{figure['unit']}" if figure["value"] is not None else "—"
    return f"{figure['value']}%" if figure["value"] is not None else "—"


def test_tables_of_fields_groups_and_leads_show_the_numbers(
    month: tuple[dict[str, str], dict[str, Any]],
) -> None:
    regions, shown = month
    titles = {"领域": "field", "专项小组": "group", "牵头单位": "lead"}
    names = ["total", "completed", "rate.完成率", "overdue", "to_report", "reported", "rate.覆盖率"]
    seen = 0
    for head, *rows in _tables(regions["dispatch"]):
        if head[1:] != ["计数", "已完成", "完成率", "逾期", "应调度", "已调度", "覆盖率"]:
            continue
        for key, *cells in rows:
            assert cells == [shown[f"dispatch.{name}.{titles[head[0]]}.{key}"] for name in names]
            seen += 1
    assert seen == sum(key.startswith("dispatch.rate.完成率.") for key in shown) > 30


def test_the_table_of_both_month_ends_shows_the_numbers(month: tuple[dict[str, str], dict[str, Any]]) -> None:
    regions, shown = month
    (table,) = [t for t in _tables(regions["overview"]) if t[0][0] == "状态"]
    names = [
        "total",
        "completed",
        "in_progress",
        "not_started",
        "rate",
        "overdue",
        "unverified",
        "suspended",
        "cancelled",
    ]
    for (_, now, then, change), name in zip(table[1:], names, strict=True):
        if name == "rate":
            assert [now, then] == [shown["overview.rate.完成率"], shown["overview.rate.完成率（上月底）"]]
            assert change.lstrip("+") == f"{float(now[:-1]) - float(then[:-1]):.1f}".replace("0.0", "0")
        else:
            assert [now, then] == [shown[f"overview.{name}"], shown[f"overview.{name}.before"]]
            assert int(change) == int(now) - int(then)


def test_the_table_of_papers_and_that_of_causes_show_the_numbers(
    month: tuple[dict[str, str], dict[str, Any]],
) -> None:
    regions, shown = month
    (papers,) = [t for t in _tables(regions["papers"]) if t[0][0] == "种类"]
    kinds = ["prompt_slip", "assignment_slip", "urging_slip", "rectification_order"]
    for (word, *cells), kind in zip(papers[1:], kinds, strict=True):
        assert [cell.split()[0] for cell in cells] == [
            shown[f"papers.slips.issued_this_month.{kind}"], shown[f"papers.rows.issued_this_month.{kind}"],
            shown[f"papers.slips.issued_this_year.{kind}"], shown[f"papers.rows.issued_this_year.{kind}"],
            shown[f"papers.rows.open.{kind}"], shown[f"papers.proposed.{word}"],
        ]  # fmt: skip
    (causes,) = [t for t in _tables(regions["causes"]) if t[0][0] == "原因"]
    assert len(causes) > 3
    for cause, stuck, overdue, *_ in causes[1:]:
        assert [stuck, overdue] == [shown[f"causes.{name}.cause.{cause}"] for name in ("stuck", "overdue")]


def test_sources_under_a_region_are_its_numbers(month: tuple[dict[str, str], dict[str, Any]]) -> None:
    regions, shown = month
    for name, text in regions.items():
        rows = [
            row
            for table in _tables(text)
            if table[0] == ["数", "是什么", "列出来的命令"]
            for row in table[1:]
        ]
        counts = [v for key, v in shown.items() if key.startswith(f"{name}.") and ".rate." not in key]
        assert [value for value, *_ in rows] == counts


def test_sentences_tell_no_number_that_is_not_among_the_figures(
    month: tuple[dict[str, str], dict[str, Any]],
) -> None:
    regions, shown = month
    told = 0
    for name, text in regions.items():
        own = {v for key, v in shown.items() if key.startswith(f"{name}.")}
        own |= {number for v in own for number in re.findall(r"^[\d.]+%?", v)}
        counts = sorted({int(v) for v in own if v.isdigit()})
        moved = {str(b - a) for a, b in combinations(counts, 2)}
        for line in text.splitlines():
            if line.startswith(("#", "|", "<", " ", "`")) or ("：" not in line and "。" not in line):
                continue
            plain = re.sub(r"“[^”]*”|\d+天", "", line)
            for number in re.findall(r"(\d+)(?=[项个件行])", plain):
                assert number in own | moved, (name, number, line)
                told += 1
            for rate in re.findall(r"\d+\.\d%", plain):
                assert rate in own, (name, rate, line)
    assert told > 45
