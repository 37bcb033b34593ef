"""A slip → its two files, and back."""

from pathlib import Path

import pytest
from build import LEAD, OFFICE, day, make_item, make_ledger, make_unit, make_upstream

from ledger.actions.issuing import draft
from ledger.actions.slip_files import file_name, files_of, paper_name, record_text, schema_from
from ledger.files.document import read_document
from ledger.files.seal import SealState, seal_state
from ledger.loading.kinds import SLIP, kind_of
from ledger.loading.records import read_record
from ledger.measures.escalation import rulings
from ledger.model.ledger import Ledger
from ledger.model.policy import Policy
from ledger.model.slips import Slip


def ledger(**fields: object) -> Ledger:
    items = [
        make_item(due="2017-06-30"),
        make_item(id="1.10", due="2017-11-20"),
        make_item(id="3", due="长期", review_by="2017-10-01"),
    ]
    return make_ledger(
        *items,
        upstream=[make_upstream("2017-10-30 通过", lead=LEAD)],
        settings={"prefix": "云改办"},
        **fields,
    )


def papers(known: Ledger, issued: str = "2017-11-01") -> list[Slip]:
    return draft(known, rulings(known, day("2017-10-31")), day("2017-10-31"), day(issued))


def read(text: str) -> object:
    document, faults = read_document("slips/2017/x.yaml", text.encode())
    assert document is not None, faults
    record, faults = read_record(document, SLIP)
    assert not faults
    return record


@pytest.mark.parametrize("policy", [None, Policy(from_=day("2017-01-01"))])
def test_what_is_written_is_read_back(policy: Policy | None) -> None:
    slips = papers(ledger(policy=policy))
    assert len(slips) == 3
    assert [read(record_text(slip, "../../../schemas/slip.schema.json")) for slip in slips] == slips


def test_units_with_odd_names_are_read_back() -> None:
    for name in ("no", "1.10", "- 市局", "市局: 一处", "'引号\"", "#市局", "市局 #1"):
        units = [make_unit(name)]
        known = make_ledger(
            make_item(due="2017-06-30", lead=name), units=units, settings={"prefix": "云: 改"}
        )
        assert [read(record_text(slip, None)) for slip in papers(known)] == papers(known)


def test_the_text() -> None:
    slip = next(s for s in papers(ledger()) if s.kind == "交办单")
    assert (
        record_text(slip, None)
        == f"""\
id: JB-2017-001
kind: 交办单
track: item
number: 云改办交〔2017〕1号
unit: {LEAD}
as_of: 2017-10-31
reply_due: 2017-11-08
log:
  - date: 2017-11-01
    event: 签发
    by: {OFFICE}
rows:
  - id: 1
    subject: zb-2017-01/1
    limit: 2017-11-22
    log: []
"""
    )


def test_two_files_a_paper_by_the_year_of_its_number() -> None:
    known = ledger()
    files = files_of(papers(known, "2018-01-02"), known, None)
    assert list(files) == [
        f"slips/2018/{name}{end}"
        for name in ("TS-2018-001", "TS-2018-002", "JB-2018-001")
        for end in (".yaml", ".md")
    ]
    assert kind_of("slips/2018/TS-2018-001.yaml") is SLIP
    assert seal_state(files["slips/2018/JB-2018-001.md"].decode(), "JB-2018-001") is SealState.INTACT


def test_the_same_ledger_gives_the_same_bytes() -> None:
    assert files_of(papers(ledger()), ledger(), None) == files_of(papers(ledger()), ledger(), None)


def test_names() -> None:
    (slip, *_) = papers(ledger())
    assert (file_name(slip), paper_name(file_name(slip))) == (
        "slips/2017/TS-2017-001.yaml",
        "slips/2017/TS-2017-001.md",
    )


def test_the_schema_of_a_repository_that_keeps_it(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    assert schema_from(plans) is None
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "slip.schema.json").write_text("{}")
    assert schema_from(plans) == "../../../schemas/slip.schema.json"
    (plans / "schemas").mkdir()
    (plans / "schemas" / "slip.schema.json").write_text("{}")
    assert schema_from(plans) == "../../schemas/slip.schema.json"
