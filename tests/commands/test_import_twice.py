"""Whatever a sheet says, once it is imported it adds nothing more; and whatever it says, nothing of the ledger is lost."""

import tempfile
from pathlib import Path

from drafts import imported, row, sheet, write
from hypothesis import given, settings
from hypothesis import strategies as st
from small_ledger import write_ledger

from ledger.base.diagnostics import has_errors
from ledger.files.tree import WorkTree
from ledger.loading.load import load
from ledger.loading.sheets.draft import DraftItem
from ledger.model.plans import Plan

PLANS = ["zb-2017-01", "zb-2017-03", "zb-2017-09"]
"""The last one is new."""
UNITS = ["市财政局", "财政局", "市教育局", "市审计局", "各县（市、区）"]
TEXTS = [
    "已征求意见",
    "a: b # c",
    "'\"\\",
    "是",
    "2017-02-30",
    "第一行\n第二行",
    "=1+1",
    "1.10",
    " - ",
    "长期",
]


@st.composite
def rows(draw: st.DrawFn, number: int) -> DraftItem:
    told = {"id": draw(st.sampled_from([str(number), "1.10", f"{number}-甲"]))}
    told["title"] = draw(st.sampled_from([f"事项{number}", "编制预算公开办法", "开通电子支付", "a: b"]))
    may = {
        "lead": st.sampled_from(UNITS)
        | st.lists(st.sampled_from(UNITS), min_size=1, max_size=2, unique=True),
        "with_": st.lists(st.sampled_from(UNITS), min_size=1, max_size=2, unique=True),
        "due": st.sampled_from(["2017-12-31", "2017-12", "2018H1", "2017-06-30", "2017-11-10"]),
        "text": st.sampled_from(TEXTS),
        "state": st.sampled_from(["not_started", "in_progress", "completed"]),
        "percent": st.sampled_from(["20", "60", "100"]),
        "note": st.sampled_from(TEXTS),
        "evidence": st.sampled_from([("云财〔2017〕31号",), ("办法: 一",), ("云财〔2017〕32号", "办法")]),
        "day": st.sampled_from(["2017-11-01", "2017-03-01"]),
    }
    for key, values in may.items():
        if draw(st.booleans()):
            told[key] = draw(values)
    return row(number, **told)


def plans(folder: Path) -> dict[str, Plan]:
    ledger, _ = load(WorkTree(folder))
    assert not ledger.problems
    return {plan.id: plan for plan in ledger.plans}


@settings(max_examples=40)
@given(st.data())
def test_a_sheet_that_was_imported_adds_nothing_more(data: st.DataObject) -> None:
    plan = data.draw(st.sampled_from(PLANS))
    drawn = [data.draw(rows(number)) for number in range(1, data.draw(st.integers(2, 4)))]
    draft = sheet(*{item.fields["id"]: item for item in drawn}.values(), title="方案")
    said = {"by": "市委改革办", "add_units": True, "plan": plan}
    with tempfile.TemporaryDirectory() as home:
        folder = write_ledger(Path(home))
        before = plans(folder)
        done = imported(folder, draft, **said)
        assert not has_errors(done.others)
        write(folder, done)
        after = plans(folder)
        again = imported(folder, draft, **said)
        assert again.changes.files == {}
        refused = [[fate.outcome for fate in run.fates[0].items].count("refused") for run in (done, again)]
        assert refused[1] <= refused[0]
    for name, old in before.items():
        for item, now in zip(old.items, after[name].items, strict=False):
            assert now.log[: len(item.log)] == item.log
            assert (now.id, now.title, now.due, now.lead) == (item.id, item.title, item.due, item.lead)
