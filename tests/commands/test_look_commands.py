"""What ``overdue``, ``upcoming``, ``unit``, ``show``, ``why``, ``list``, ``rule`` say of the bundled city."""

from pathlib import Path

import pytest
from cli_runner import ROOT, bundled, json_of, run

from ledger.measures.scoring.gauge import Gauge, gauges

# --- overdue, upcoming -------------------------------------------------------------------------------------


def test_overdue_lists_the_items_that_status_counts_the_oldest_first() -> None:
    data = json_of("overdue")
    days = [item["overdue_days"] for item in data["items"]]
    assert len(days) == 15
    assert days == sorted(days, reverse=True)
    assert {i["ref"] for i in data["items"]} == {
        i["ref"] for i in json_of("items", "--status", "逾期")["items"]
    }


def test_overdue_duties_are_past_their_day_the_oldest_first() -> None:
    duties = json_of("overdue")["duties"]
    assert all(d["due"] < "2017-10-31" and d["overdue_days"] > 0 for d in duties)
    assert [d["due"] for d in duties] == sorted(d["due"] for d in duties)


def test_overdue_of_a_lead_is_what_that_lead_owes() -> None:
    data = json_of("overdue", "--lead", "市国资委")
    assert [item["ref"] for item in data["items"]] == ["zb-2017-10/5"]
    assert {duty["unit"] for duty in data["duties"]} == {"市国资委"}


def test_overdue_items_are_owed_by_every_lead() -> None:
    data = json_of("overdue")
    owing = {
        (d["ref"].partition("#")[0], d["unit"])
        for d in data["duties"]
        if d["what"] in {"办结事项", "完成节点"}
    }
    assert {(item["ref"], lead) for item in data["items"] for lead in item["lead"]} == owing


def test_overdue_fails_only_when_asked_to() -> None:
    assert bundled("overdue").code == 0
    assert bundled("overdue", "--fail").code == 1
    assert bundled("overdue", "--fail", "--day", "2016-01-01").code == 0
    assert bundled("overdue", "--fail").out == bundled("overdue").out


def test_upcoming_runs_from_the_day_through_the_last_one() -> None:
    data = json_of("upcoming")
    assert data["until"] == "2017-11-30"
    assert all("2017-10-31" <= d["due"] <= "2017-11-30" for d in data["duties"])
    assert [d["due"] for d in data["duties"]] == sorted(d["due"] for d in data["duties"])


def test_upcoming_items_are_those_due_soon() -> None:
    duties = json_of("upcoming")["duties"]
    items = {d["ref"].partition("#")[0] for d in duties if d["what"] in {"办结事项", "完成节点"}}
    soon = {item["ref"] for item in json_of("items", "--status", "将到期")["items"]}
    assert soon <= items


def test_upcoming_takes_the_number_of_days() -> None:
    data = json_of("upcoming", "--days", "7")
    assert data["until"] == "2017-11-07"
    assert 0 < len(data["duties"]) < len(json_of("upcoming")["duties"])


@pytest.mark.parametrize("days", ["-1", "x", "99999999999", "1.5"])
def test_upcoming_refuses_other_numbers(days: str) -> None:
    assert bundled("upcoming", "--days", days).code == 2


def test_upcoming_fails_only_when_asked_to() -> None:
    assert bundled("upcoming", "--fail").code == 1
    assert bundled("upcoming", "--fail", "--day", "2016-01-01").code == 0


# --- unit --------------------------------------------------------------------------------------------------

RENAMED = ["市旅游发展委", "市旅发委", "旅发委", "市旅游局", "旅游局"]


@pytest.mark.parametrize("name", RENAMED)
def test_a_renamed_unit_is_found_by_every_name(name: str) -> None:
    data = json_of("unit", name)
    assert data == json_of("unit", "市旅游发展委")
    assert data["unit"] == "市旅游发展委"


@pytest.mark.parametrize("name", RENAMED)
def test_before_its_renaming_a_unit_has_its_old_name(name: str) -> None:
    data = json_of("unit", name, "--day", "2017-07-31")
    assert data["unit"] == "市旅游局"
    assert data == json_of("unit", "市旅游局", "--day", "2017-07-31")


@pytest.mark.parametrize("name", RENAMED)
@pytest.mark.parametrize("option", ["--lead", "--unit"])
def test_a_renamed_units_items_stay_together(name: str, option: str) -> None:
    assert json_of("items", option, name) == json_of("items", option, "市旅游发展委")


def test_a_renamed_unit_is_one_group() -> None:
    for by in ("lead", "unit"):
        keys = [group["key"] for group in json_of("status", "--by", by)["groups"]]
        assert "市旅游发展委" in keys
        assert "市旅游局" not in keys


def test_a_liaison_officers_morning() -> None:
    data = json_of("unit", "市财政局")
    assert (data["led"]["total"], data["led"]["completed"], data["led"]["rate"]) == (9, 7, "77.8")
    assert data["joined"]["total"] == 30
    assert [(d["ref"], d["what"], d["due"]) for d in data["duties"]] == [
        ("SH-2017-07", "上会审议", "2017-09-30"),
        ("sj-2017-03", "印发配套方案", "2017-09-30"),
        ("dc-2017-06/1", "整改督察问题", "2017-11-10"),
        ("HZ-2017-09/1", "落实会诊建议", "2017-11-15"),
        ("zb-2017-14/4", "办结事项", "2017-11-15"),
        ("zb-2017-15/3", "办结事项", "2017-11-30"),
        ("WT-2017-02", "出台改革文件", "2017-12-31"),
        ("WT-2017-02", "办结改革问题", "2017-12-31"),
        ("WT-2017-06", "办结改革问题", "2017-12-31"),
    ]


@pytest.mark.parametrize("name", ["市财政局", "市委改革办", "市旅游发展委", "市农业局"])
def test_a_unit_owes_most_urgent_first_with_the_command_that_settles(name: str) -> None:
    duties = json_of("unit", name)["duties"]
    assert [d["due"] for d in duties] == sorted(d["due"] for d in duties)
    for duty in duties:
        assert duty["unit"] == name
        assert duty["settle"].startswith(("ledger record ", "ledger reply ", "ledger new "))
        if duty["settle"].startswith("ledger new "):  # what settles it is a thing of its own
            continue
        assert duty["settle"].split()[2].split("/")[0] == duty["ref"].partition("#")[0].split("/")[0] or (
            duty["what"] in {"按单办结", "上会审议"}
        )


def test_the_offices_own_agenda() -> None:
    whats = {duty["what"] for duty in json_of("unit", "市委改革办")["duties"]}
    assert {"核验完成", "对接提示"} <= whats
    claims = [d["ref"] for d in json_of("unit", "市委改革办")["duties"] if d["what"] == "核验完成"]
    total = json_of("status")["total"]
    assert len(claims) == total["completed"] - total["accepted"] == 9


def test_what_a_unit_leads_is_what_the_filter_chooses() -> None:
    figures = json_of("unit", "市教育局")["led"]
    assert figures == json_of("status", "--lead", "市教育局")["total"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [("市财正局", "市财政局"), ("市旅游委", "市旅游发展委"), ("市文旅发展委", "市旅游发展委")],
)
def test_an_unknown_unit_gets_the_nearest_name(name: str, hint: str) -> None:
    done = bundled("unit", name)
    assert done.code == 2
    assert name in done.err
    assert hint in done.err
    assert done.out == ""
    assert len(done.err.splitlines()) == 1


# --- show, why ---------------------------------------------------------------------------------------------


def test_show_names_the_line_where_an_item_stands() -> None:
    place = json_of("show", "zb-2017-05/2")["place"]
    path, _, line = place.partition(":")
    assert path == "plans/2017/zb-2017-05.yaml"
    text = (ROOT / path).read_text("utf-8").splitlines()[int(line) - 1]
    assert text.split("#")[0].strip() in {"- id: 2", '- id: "2"'}


def test_show_of_a_node_is_its_item() -> None:
    assert json_of("show", "zb-2017-05/2#a") == json_of("show", "zb-2017-05/2")


def test_show_lists_a_plans_items() -> None:
    refs = [item["ref"] for item in json_of("show", "zb-2017-05")["items"]]
    assert refs == [f"zb-2017-05/{n}" for n in range(1, len(refs) + 1)]
    assert len(refs) == 14


def test_show_of_a_slip_and_of_an_upstream_document() -> None:
    assert json_of("show", "TS-2017-025")["rows"][0]["limit"] == "2017-06-30"
    assert json_of("show", "zy-2016-11")["title"] == "关于深化企业投资项目审批改革的指导意见"


@pytest.mark.parametrize("command", ["show", "why"])
@pytest.mark.parametrize(
    ("ref", "hint"),
    [("zb-2017-5/1", "zb-2017-05/1"), ("ZB-2017-05", "zb-2017"), ("TS-2017-25", "TS-2017-02")],
)
def test_an_unknown_reference_gets_the_nearest(command: str, ref: str, hint: str) -> None:
    done = bundled(command, ref)
    assert done.code == 2
    if command == "show" or "/" in ref:
        assert hint in done.err


def test_why_of_a_plan_points_to_show() -> None:
    done = bundled("why", "zb-2017-05")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "错误：why 说明事项、单和登记簿里的事；方案用 ledger show zb-2017-05 查看，事项编号写作 zb-2017-05/1 的样式\n"
    )


def test_why_of_a_slip_judges_again_as_of_its_day() -> None:
    data = json_of("why", "JB-2017-006")
    assert (data["slip"], data["as_of"]) == ("JB-2017-006", "2017-08-31")
    (judged,) = data["judged"]
    assert (judged["subject"], judged["clause"], judged["rung"]) == ("zb-2017-05/8", "E8", "交办单")
    assert "逾期16天（工作日12天）" in judged["because"]
    (row,) = data["rows"]
    assert (row["replied"], row["in_time"], row["settled"]) == ("2017-09-01", True, "已发催办单 CB-2017-004")
    assert data["rulings"] == json_of("why", "zb-2017-05/8")["rulings"]


def test_every_slip_of_the_city_is_borne_out_by_its_files() -> None:
    """What was issued month by month is what the clauses say again, each on its own day and without what came later."""
    for slip in json_of("list", "slips")["slips"][::5]:
        data = json_of("why", slip["id"])
        assert {j["rung"] for j in data["judged"]} == {slip["kind"]}, slip["id"]
        assert len(data["judged"]) == len(data["rows"]) == slip["rows"]


def test_why_of_a_row_is_the_paper_narrowed_to_it() -> None:
    whole, row = json_of("why", "TS-2017-076"), json_of("why", "TS-2017-076/2")
    assert row["rows"] == [r for r in whole["rows"] if r["ref"] == "TS-2017-076/2"]
    assert len(whole["rows"]) == 3
    assert row["judged"] == [j for j in whole["judged"] if j["subject"] == row["rows"][0]["subject"]]
    assert bundled("why", "TS-2017-076/9").code == 2


def test_why_of_a_document_from_above_tells_its_clocks() -> None:
    data = json_of("why", "sj-2017-03")
    assert (data["document"], data["adopted"], data["received"]) == ("sj-2017-03", "2017-03-13", "2017-03-30")
    assert (data["companion_due"], data["settled"]) == ("2017-09-30", None)
    (ruling,) = data["rulings"]
    assert (ruling["track"], ruling["unit"], ruling["clause"]) == ("docking", "市财政局", "E8")
    assert json_of("why", "zy-2016-11")["settled"] == "2017-03-06"


def test_why_says_what_comes_next_and_when() -> None:
    """Node b of zb-2017-12/4 is due on 11-30: prompted, so it is next on 12-01, and a monthly run sees that on 12-31."""
    (ruling,) = json_of("why", "zb-2017-12/4")["rulings"]
    assert ruling["outcome"] == "hold"
    assert ruling["next"] == {
        "day": "2017-12-01",
        "monthly": "2017-12-31",
        "clause": "E8",
        "outcome": "propose",
        "rung": "交办单",
    }
    assert "2017年12月1日起应发交办单（E8）" in bundled("why", "zb-2017-12/4").out


def test_why_tells_every_entry_the_papers_and_the_next_step() -> None:
    data = json_of("why", "zb-2017-05/8")
    assert [paper["rung"] for paper in data["papers"]] == ["提示单", "交办单", "催办单"]
    assert data["rulings"] == [
        {
            "track": "item",
            "subject": "zb-2017-05/8",
            "unit": "市发展改革委",
            "clause": "E10",
            "outcome": "propose",
            "rung": "责令书",
            "because": data["rulings"][0]["because"],
            "next": None,
        }
    ]
    assert "2017年8月15日" in data["rulings"][0]["because"]


@pytest.mark.parametrize(
    "ref", ["zb-2017-05/8", "zb-2017-02/8", "zb-2017-06/5", "zb-2017-13/6", "zb-2017-05/2"]
)
def test_why_agrees_with_items_and_escalate(ref: str) -> None:
    why = json_of("why", ref)
    (item,) = [i for i in json_of("items")["items"] if i["ref"] == ref]
    assert {key: why[key] for key in item} == item
    proposed = {
        (r["unit"], r["rung"], r["clause"], r["because"])
        for r in json_of("escalate")["proposed"]
        if r["subject"] == ref
    }
    ruled = {
        (r["unit"], r["rung"], r["clause"], r["because"]) for r in why["rulings"] if r["outcome"] == "propose"
    }
    assert ruled == proposed


def test_why_shows_what_a_correction_set_aside() -> None:
    text = bundled("why", "zb-2017-02/8").out
    assert "更正" in text
    assert "作废" in text


def test_why_for_every_item_of_the_city() -> None:
    for item in json_of("items")["items"][::9]:
        assert json_of("why", item["ref"])["status"] == item["status"]


# --- list --------------------------------------------------------------------------------------------------


def test_list_without_a_kind_lists_the_kinds() -> None:
    found = {register["kind"]: register for register in json_of("list")["lists"]}
    assert {"plans", "rows", "slips", "units", "upstream", "claims"} <= set(found)
    assert found["claims"]["figures"] == [
        {"id": "leaders", "label": "认领领导"},
        {"id": "claimed_items", "label": "认领事项"},
    ]
    assert {"id": "closed", "label": "已销账"} in found["plans"]["states"]
    assert found["rows"]["kinds"][0] == {"id": "prompt_slip", "label": "提示单"}
    assert (found["units"]["states"], found["units"]["kinds"]) == ([], [])


def test_list_plans_has_issue_lag_items_and_closing() -> None:
    plans = json_of("list", "plans")["plans"]
    assert len(plans) == 16
    assert plans[0] | {"title": "", "number": ""} == {
        "id": "zb-2017-01",
        "title": "",
        "number": "",
        "adopted": "2016-12-08",
        "issued": "2016-12-20",
        "lag": 12,
        "stage": "checking",
        "broken_down": "2016-12-29",
        "inspected": "2017-06-28",
        "total": 12,
        "completed": 11,
        "overdue": 0,
        "rate": "91.7",
        "requested": None,
        "closed": None,
    }
    assert [p["id"] for p in plans if p["closed"]] == ["zb-2017-03"]
    for figure in ("total", "completed", "overdue"):
        assert sum(p[figure] for p in plans) == json_of("status")["total"][figure]


def test_list_slips_counts_papers_and_rows_apart() -> None:
    data = json_of("list", "slips")
    assert data["counts"] == {
        "提示单": {"papers": 92, "rows": 138},
        "交办单": {"papers": 11, "rows": 11},
        "催办单": {"papers": 5, "rows": 5},
        "责令书": {"papers": 3, "rows": 3},
    }
    files = list((ROOT / "plans" / "slips").rglob("*.yaml"))
    assert len(data["slips"]) == len(files) == 92 + 11 + 5 + 3
    for kind, count in data["counts"].items():
        papers = [slip for slip in data["slips"] if slip["kind"] == kind]
        assert (len(papers), sum(slip["rows"] for slip in papers)) == (count["papers"], count["rows"])


def test_list_slips_of_a_past_month_knows_nothing_later() -> None:
    data = json_of("list", "slips", "--month", "2017-03")
    assert data["slips"]
    assert all(slip["issued"] <= "2017-03-31" for slip in data["slips"])
    assert data["counts"]["责令书"] == {"papers": 0, "rows": 0}


def test_list_slips_of_a_unit() -> None:
    slips = json_of("list", "slips", "--unit", "市纪委")["slips"]
    assert {slip["unit"] for slip in slips} == {"市纪委"}


def test_the_counts_of_list_slips_are_those_of_the_slips_listed() -> None:
    data = json_of("list", "slips", "--unit", "市纪委")
    assert data["counts"]["提示单"]["papers"] == len([s for s in data["slips"] if s["kind"] == "提示单"])


def test_list_upstream_and_units() -> None:
    documents = {d["id"]: d for d in json_of("list", "upstream")["upstream"]}
    assert documents["zy-2016-11"]["companion"] == "2017-03-06"
    assert documents["sj-2017-03"]["companion"] is None
    units = {u["id"]: u for u in json_of("list", "units")["units"]}
    assert units["市旅游局"]["until"] == "2017-07-31"
    assert units["市旅游局"]["current"] == "市旅游发展委"
    assert len(units) >= 30


@pytest.mark.parametrize(("kind", "hint"), [("plan", "plans"), ("slip", "slips"), ("方案", "plans")])
def test_an_unknown_register_gets_a_hint(kind: str, hint: str) -> None:
    done = bundled("list", kind)
    assert done.code == 2
    assert hint in done.err


# --- check, rule, schema -----------------------------------------------------------------------------------


def test_the_bundled_city_passes_check_with_its_warnings() -> None:
    done = bundled("check", "--format", "json")
    assert done.code == 0
    found = done.document["diagnostics"]
    assert {d["severity"] for d in found} == {"warning", "note"}
    assert {("warning", "P108"), ("note", "S117")} <= {(d["severity"], d["code"]) for d in found}
    assert bundled("check", "--strict").code == 1


@pytest.mark.parametrize("code", ["P123", "p123", "E8", "e8", "R104", "b3"])
def test_rule_takes_codes_in_any_case(code: str) -> None:
    assert json_of("rule", code)["code"] == code.upper()


def test_every_rule_of_the_index_has_a_page() -> None:
    data = json_of("rule")
    for line in (*data["rules"], *data["clauses"]):
        page = json_of("rule", line["code"])
        assert {key: page[key] for key in line} == line
        assert bundled("rule", line["code"]).out.strip()
    assert [c["code"] for c in data["clauses"]] == [f"E{n}" for n in range(1, 13)]


def test_every_checkpoint_has_a_page_under_the_name_that_the_bundled_scheme_gives_it() -> None:
    known = {point["code"]: point for point in json_of("rule")["checkpoints"]}
    scored = {point["id"]: point for point in json_of("list", "checkpoints")["checkpoints"]}
    assert {code: point["name"] for code, point in known.items()} == {
        c: p["title"] for c, p in scored.items()
    }
    assert {code for code, point in known.items() if not point["computed"]} == {
        code for code, point in scored.items() if point["by"] == "人工"
    }
    for code, point in known.items():
        page = json_of("rule", code)
        assert page.get("checkpoint", page) == point


def test_a_code_that_is_a_clause_and_a_checkpoint_prints_both_pages() -> None:
    page = bundled("rule", "E3").out
    assert page.index("升级条款 E3：长期或待定") < page.index("督察重点 E3：月度调度按时更新")
    assert "每月几日以前要更新（默认25）" in page


@pytest.mark.parametrize("gauge", gauges().values(), ids=lambda gauge: gauge.code)
def test_the_list_that_a_checkpoint_names_can_be_printed(gauge: Gauge) -> None:
    program, *line = gauge.lists.format(unit="望川区", month="2017-10", target=gauge.target).split()
    assert program == "ledger"
    assert bundled(*line).code == 0


def test_every_code_that_a_check_raises_has_a_page() -> None:
    known = {line["code"] for line in json_of("rule")["rules"]}
    assert bundled("check", "--format", "json").codes <= known


def test_an_unknown_rule_is_wrong_use() -> None:
    assert bundled("rule", "P999").code == 2


def test_schema_writes_the_published_schemas_and_then_nothing(tmp_path: Path) -> None:
    first = run("schema", "--out", tmp_path / "here", cwd=tmp_path)
    assert (first.code, first.out) == (0, "")
    written = sorted((tmp_path / "here").iterdir())
    assert (
        len(written) == len(list((ROOT / "schemas").glob("*.schema.json"))) - 1
    )  # that of the output is written by hand
    for path in written:
        assert path.read_bytes() == (ROOT / "schemas" / path.name).read_bytes()
        assert path.name in first.err
    again = run("schema", "--out", tmp_path / "here", cwd=tmp_path)
    assert "最新" in again.err


# --- escalate ----------------------------------------------------------------------------------------------

RUNGS = ["提示单", "交办单", "催办单", "责令书"]


def test_october_proposes_all_four_rungs() -> None:
    assert json_of("escalate", "--month", "2017-10")["counts"] == {
        "提示单": {"papers": 10, "rows": 14},
        "交办单": {"papers": 9, "rows": 9},
        "催办单": {"papers": 4, "rows": 4},
        "责令书": {"papers": 2, "rows": 2},
    }


def test_october_of_one_track_is_its_part_of_the_whole() -> None:
    """Of ten documents from above seven are settled: one was adopted and is not prompted yet, two wait for a 交办单."""
    both = json_of("escalate", "--month", "2017-10")["proposed"]
    docking = json_of("escalate", "--month", "2017-10", "--track", "docking")["proposed"]
    items = json_of("escalate", "--month", "2017-10", "--track", "item")["proposed"]
    assert [(r["rung"], r["subject"], r["unit"], r["days"]) for r in docking] == [
        ("提示单", "zy-2017-18", "农业农村体制改革专项小组", -1),
        ("交办单", "zy-2017-15", "市教育局", -168),
        ("交办单", "sj-2017-03", "市财政局", 31),
    ]
    assert [r for r in both if r["track"] == "docking"] == docking
    assert [r for r in both if r["track"] == "item"] == items


def test_counts_are_those_of_the_rows() -> None:
    data = json_of("escalate", "--month", "2017-10")
    for kind, count in data["counts"].items():
        rows = [row for row in data["proposed"] if row["rung"] == kind]
        assert count == {"papers": len({(row["track"], row["unit"]) for row in rows}), "rows": len(rows)}


def test_rows_stand_by_rung_then_unit_then_subject() -> None:
    data = json_of("escalate", "--month", "2017-10")
    order = {unit["id"]: n for n, unit in enumerate(json_of("list", "units")["units"])}
    for rows in (data["proposed"], data["hold"], data["referral"]):
        keys = [
            (
                RUNGS.index(row["rung"]) if "rung" in row else 0,
                order[row["unit"]],
                row["track"] == "docking",
                row["subject"].split("/")[0],
                int(row["subject"].partition("/")[2] or 0),
            )
            for row in rows
        ]
        assert keys == sorted(keys)
    assert "rung" not in data["hold"][0]
    assert "rung" not in data["referral"][0]


def test_every_row_says_which_clause_fired_and_why() -> None:
    data = json_of("escalate", "--month", "2017-10")
    clauses = {c["code"] for c in json_of("rule")["clauses"]}
    for row in (*data["proposed"], *data["hold"], *data["referral"]):
        assert row["clause"] in clauses
        assert row["because"]
        if row["due"] is None:
            assert row["days"] is None
        elif row["days"] > 0:
            assert f"逾期{row['days']}天（工作日{row['workdays']}天）" in row["because"]
    by_rung = {(row["rung"], row["clause"]) for row in data["proposed"]}
    assert by_rung == {
        ("提示单", "E7"),
        ("提示单", "E3"),
        ("交办单", "E8"),
        ("催办单", "E9"),
        ("责令书", "E10"),
    }


def test_an_item_with_two_leads_has_a_row_for_each() -> None:
    rows = [r["unit"] for r in json_of("escalate")["proposed"] if r["subject"] == "zb-2017-05/2"]
    assert sorted(rows) == ["市住房城乡建设局", "市行政审批局"]


def test_a_renamed_units_rows_bear_its_name_of_the_day() -> None:
    assert "市旅游局" not in {row["unit"] for row in json_of("escalate")["proposed"]}


def test_nothing_is_issued_by_proposing() -> None:
    assert json_of("escalate")["issued"] == []


def test_a_month_to_come_is_a_forecast() -> None:
    data = json_of("escalate", "--month", "2017-12")
    assert data["forecast"] is True
    assert "预测" in bundled("escalate", "--month", "2017-12").out
    assert json_of("escalate", "--month", "2017-10")["forecast"] is False
    assert "预测" not in bundled("escalate", "--month", "2017-10").out


def test_a_plan_is_completed_by_all_its_items_whatever_was_asked_for() -> None:
    whole = json_of("status")["plans"]["completed"]
    assert whole == 2
    assert json_of("status", "--text", "建立")["plans"]["completed"] <= whole


def test_the_limit_shown_is_the_one_that_is_overdue() -> None:
    oldest = [line for line in bundled("status", "--plan", "zb-2017-05").lines if "zb-2017-05/2" in line]
    assert "节点 a 2017-09-30" in oldest[0]
