"""One more entry for a log: whose, which event, which fields in which order."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from build import OFFICE, correction, day, entry, make_item, make_ledger, make_plan, make_slip, make_upstream

from ledger.actions.recording import addition, evidence_of, spliced, voided_of
from ledger.actions.targets import Target, find_target, rows_to_answer
from ledger.base.errors import LedgerError
from ledger.model.findings import Finding
from ledger.model.ledger import Ledger
from ledger.model.registers.inspections import Inspection

TODAY = date(2017, 11, 15)


def ledger() -> Ledger:
    one = make_slip("TS-2017-001", "zb-2017-01/1", issued="2017-09-30", reply_due="2017-10-12")
    two = make_slip(
        "JB-2017-001", "zb-2017-01/1", "zb-2017-01/2", issued="2017-09-30", reply_due="2017-10-12"
    )
    items = [make_item("2017-03-15 启动", nodes={"a": "2017-09-30"}), make_item(id="2")]
    built = make_ledger(
        make_plan(*items, log=["2017-02-20 审议通过"]),
        slips=[one, two],
        upstream=[make_upstream("2017-02-06 通过")],
    )
    paths = {
        ("plan", "zb-2017-01"): "plans/zb-2017-01.yaml",
        ("upstream", "zy-2016-11"): "plans/registers/upstream.yaml",
    }
    paths |= {("slip", s.id): f"plans/slips/{s.id}.yaml" for s in built.slips}
    return replace(built, paths=paths)


def target(ref: str, word: str) -> Target:
    return find_target(ledger(), ref, word)


def fields(ref: str, word: str, when: str = "2017-10-31", **given: Any) -> dict[str, Any]:
    return dict(addition(target(ref, word), given, day(when), TODAY).fields)


def refused(ref: str, word: str, **given: Any) -> str:
    with pytest.raises(LedgerError) as found:
        fields(ref, word, **given)
    return str(found.value)


class TestAddition:
    def test_who_and_when_first_words_last(self) -> None:
        given = {
            "note": "说明",
            "cause": "资金未落实",
            "percent": "60",
            "by": OFFICE,
            "evidence": [{"number": "文"}],
        }
        found = fields("zb-2017-01/1", "进展", **given)
        assert list(found) == ["date", "event", "by", "percent", "cause", "evidence", "note"]
        assert (found["date"], found["event"]) == ("2017-10-31", "进展")

    @pytest.mark.parametrize(
        ("word", "order"),
        [
            ("更正", "by field to voids evidence note recorded"),
            ("移交", "by from to cause note recorded"),
            ("批准延期", "by node until note recorded"),
            ("进展", "node percent until cause evidence note recorded"),
            ("拆分", "by into note recorded"),
            ("回头看", "by result note recorded"),
        ],
    )
    def test_the_order_does_not_depend_on_how_it_was_given(self, word: str, order: str) -> None:
        names = order.split()
        given: dict[str, Any] = dict.fromkeys(reversed(names[:-1]), "x")
        given |= {"until": "2017-12-31"} if "until" in names else {}
        found = fields("zb-2017-01/1", word, "2017-03-01", **given)
        assert list(found) == ["date", "event", *names]

    @pytest.mark.parametrize(
        ("word", "given", "idle"),
        [
            ("进展", {"voids": "x"}, "--voids"),
            ("完成", {"percent": "100", "result": "巩固", "evidence": "x"}, "--percent、--result"),
            ("启动", {"to": "x", "plan": "x"}, "--to、--plan"),
        ],
    )
    def test_what_means_nothing_with_the_event_is_refused(
        self, word: str, given: dict[str, Any], idle: str
    ) -> None:
        with pytest.raises(LedgerError, match=f"^记“{word}”用不到 {idle}$"):
            fields("zb-2017-01/1", word, **given)

    def test_what_was_not_given_is_left_out(self) -> None:
        assert list(fields("zb-2017-01/1", "进展", by=None, note="", evidence=None)) == ["date", "event"]

    def test_nought_per_cent_is_given(self) -> None:
        assert fields("zb-2017-01/1", "进展", percent="0")["percent"] == "0"

    def test_the_event_is_written_as_files_spell_it(self) -> None:
        assert fields("zb-2017-01/1", "progress")["event"] == "进展"

    @pytest.mark.parametrize(
        ("when", "recorded"), [("2017-03-14", "2017-11-15"), ("2017-03-15", None), ("2017-03-16", None)]
    )
    def test_before_the_entry_above_it_says_when_it_was_recorded(
        self, when: str, recorded: str | None
    ) -> None:
        assert fields("zb-2017-01/1", "进展", when).get("recorded") == recorded

    def test_an_empty_log_has_nothing_above(self) -> None:
        assert "recorded" not in fields("zb-2017-01/2", "启动", "2016-01-01")

    def test_a_node_named_by_the_reference(self) -> None:
        evidence = [{"number": "文"}]
        assert fields("zb-2017-01/1#a", "节点完成", evidence=evidence)["node"] == "a"
        assert fields("zb-2017-01/1#a", "节点完成", evidence=evidence, node="b")["node"] == "b"

    @pytest.mark.parametrize(
        ("ref", "word", "given", "sentence"),
        [
            ("zb-2017-01/1", "完成", {}, "记“完成”要写 --evidence"),
            ("zb-2017-01/1", "批准延期", {}, "记“批准延期”要写 --until、--by"),
            ("zb-2017-01/1", "suspend", {"by": OFFICE}, "记“暂缓”要写 --until、--note"),
            ("zb-2017-01", "审议通过", {}, "记“审议通过”要写 --by"),
            ("JB-2017-001", "作废", {}, "记“作废”要写 --by、--note"),
            ("JB-2017-001/2", "复核", {"by": OFFICE}, "记“复核”要写 --result"),
            ("zy-2016-11", "配套印发", {}, "记“配套印发”要写 --plan"),
            ("zb-2017-01/1", "更正", {"by": OFFICE, "note": "笔误"},
             "更正要写 --voids 日期:事件（作废一条记录），或 --field 键 --to 改成的值"),
            ("zb-2017-01/1", "更正", {"by": OFFICE, "note": "笔误", "field": "due"},
             "更正要写 --voids 日期:事件（作废一条记录），或 --field 键 --to 改成的值"),
        ],
    )  # fmt: skip
    def test_what_the_event_has_to_say(
        self, ref: str, word: str, given: dict[str, Any], sentence: str
    ) -> None:
        assert refused(ref, word, **given) == sentence

    def test_a_day_that_is_none(self) -> None:
        sentence = refused("zb-2017-01/1", "批准延期", by=OFFICE, until="2017-02-30")
        assert sentence == "没有“2017-02-30”这一天：2017 年 2 月只到 28 日"


def test_every_row_that_is_answered_gets_its_entry_and_nothing_else_moves() -> None:
    source = """\
id: JB-2017-001   # 交办
rows:
  - id: 1
    subject: zb-2017-01/1
    log: []
  - id: 2
    subject: "zb-2017-01/2"
    log:
      - date: 2017-10-09   # 第一次
        event: 回复
        by: 市发展改革委
"""
    given = {"by": "市发展改革委", "note": "附计划"}
    both = [addition(target(f"JB-2017-001/{n}", "回复"), given, day("2017-10-11"), TODAY) for n in (1, 2)]
    entry_ = "      - date: 2017-10-11\n        event: 回复\n        by: 市发展改革委\n        note: 附计划\n"
    assert (
        spliced(source.encode(), both).decode()
        == source.replace("    log: []\n", f"    log:\n{entry_}") + entry_
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云政办发〔2017〕31号", {"number": "云政办发〔2017〕31号"}),
        ("云政办发〔2017〕31号:制度成果", {"number": "云政办发〔2017〕31号", "kind": "制度成果"}),
        ("云政办发〔2017〕31号：文件", {"number": "云政办发〔2017〕31号", "kind": "文件"}),
        ("会议：第3次:会议纪要", {"number": "会议：第3次", "kind": "会议纪要"}),
        ("http://example.org/a", {"number": "http://example.org/a"}),
        ("31号:别的", {"number": "31号:别的"}),
    ],
)
def test_evidence_is_a_number_and_perhaps_its_kind(text: str, expected: dict[str, str]) -> None:
    assert evidence_of([text]) == [expected]


class TestVoided:
    @pytest.mark.parametrize("text", ["2017-06-22:完成", "2017-06-22：完成"])
    def test_a_day_and_an_event(self, text: str) -> None:
        assert voided_of(text) == {"date": "2017-06-22", "event": "完成"}

    @pytest.mark.parametrize("text", ["2017-06-22", "2017-06-22:", "完成"])
    def test_or_nothing(self, text: str) -> None:
        with pytest.raises(LedgerError) as found:
            voided_of(text)
        assert str(found.value) == f"--voids 不能写“{text}”；应写作 2017-06-22:完成 的样式"

    def test_a_day_that_is_none(self) -> None:
        with pytest.raises(LedgerError, match="没有“2017-13-01”这一天：13 月不存在"):
            voided_of("2017-13-01:完成")


class TestTargets:
    @pytest.mark.parametrize(
        ("ref", "word", "log", "event", "node"),
        [
            ("zb-2017-01", "adopt", "zb-2017-01", "审议通过", None),
            ("zb-2017-01/1", "完成", "zb-2017-01/1", "完成", None),
            ("zb-2017-01/1#a", "节点完成", "zb-2017-01/1", "节点完成", "a"),
            ("TS-2017-001", "void", "TS-2017-001", "作废", None),
            ("TS-2017-001", "回复", "TS-2017-001/1", "回复", None),
            ("TS-2017-001", "更正", "TS-2017-001", "更正", None),
            ("JB-2017-001/2", "退回", "JB-2017-001/2", "退回", None),
            ("zy-2016-11", "收文", "zy-2016-11", "收文", None),
        ],
    )
    def test_whose_log_and_which_event(
        self, ref: str, word: str, log: str, event: str, node: str | None
    ) -> None:
        found = target(ref, word)
        assert (found.log.ref, found.event.word, found.node) == (log, event, node)

    @pytest.mark.parametrize(
        ("ref", "word", "sentence"),
        [
            ("JB-2017-001", "回复",
             "JB-2017-001 有 2 行，回复记在哪一行？写作 JB-2017-001/1（zb-2017-01/1）、JB-2017-001/2（zb-2017-01/2）"),
            ("zb-2017-01/3", "完成", "没有“zb-2017-01/3”；是否为“zb-2017-01/2”？"),
            ("别的", "完成", "没有“别的”；用 ledger items、ledger list slips 查看编号"),
            ("zb-2017-01/1", "完工", "事项没有“完工”这个事件；是否为“完成”？"),
            ("JB-2017-001/1", "签发",
             "三单一书的行没有“签发”这个事件；可记 回复、验收、退回、异议、复核、更正"),
        ],
    )  # fmt: skip
    def test_what_is_not_there(self, ref: str, word: str, sentence: str) -> None:
        with pytest.raises(LedgerError) as found:
            target(ref, word)
        assert str(found.value) == sentence

    def test_a_thing_that_has_no_events_is_there_all_the_same(self) -> None:
        finding = Finding(id="1", title="问题", unit="甲局", due=day("2017-04-01"))
        bare, found = (
            Inspection(id=name, title="督察", kind="专项督察", date=day("2017-03-01"), findings=held)
            for name, held in (("dc-1", ()), ("dc-2", (finding,)))
        )
        ledger = replace(
            make_ledger(inspections=[bare, found]), paths={("inspections", "dc-1"): "inspections/dc-1.yaml"}
        )
        for ref, hint in (
            ("dc-1", "要补充的直接写进 inspections/dc-1.yaml"),
            ("dc-2", "记在它的督察问题上，如 dc-2/1"),
        ):
            with pytest.raises(LedgerError, match=f"督察 {ref} 没有可记的事件；{hint}"):
                find_target(ledger, ref, "整改")


class TestRowsToAnswer:
    @staticmethod
    def refs(ref: str, *log: Any, on: str = "2017-10-31", void: str | None = None) -> list[str]:
        slip = make_slip(
            "JB-2017-001", "zb-2017-01/1", "zb-2017-01/2", issued="2017-09-30", log=log, void=void
        )
        return rows_to_answer(make_ledger(slips=[slip]), ref, day(on))[1]

    def test_every_row_that_waits(self) -> None:
        assert self.refs("JB-2017-001") == ["JB-2017-001/1", "JB-2017-001/2"]
        assert self.refs("JB-2017-001", "2017-10-09 回复", "2017-10-10 退回") == [
            "JB-2017-001/1",
            "JB-2017-001/2",
        ]

    def test_a_row_by_its_own_reference_answered_or_not(self) -> None:
        assert self.refs("JB-2017-001/2", "2017-10-09 回复") == ["JB-2017-001/2"]

    @pytest.mark.parametrize(
        ("log", "fields"),
        [
            (["2017-10-09 回复"], {}),
            ([entry("2017-10-09 复核", by=OFFICE, result="撤销")], {}),
            ([], {"on": "2017-09-29"}),
            ([], {"void": "2017-10-15"}),
        ],
        ids=["answered", "quashed", "not issued", "void"],
    )
    def test_nothing_waits(self, log: list[Any], fields: dict[str, Any]) -> None:
        with pytest.raises(LedgerError) as found:
            self.refs("JB-2017-001", *log, **fields)
        on = fields.get("on", "2017-10-31")
        assert (
            str(found.value) == f"JB-2017-001 在 {on} 没有待回复的行；要补充回复某一行，写 JB-2017-001/行号"
        )

    def test_a_reply_taken_back_is_wanted_again(self) -> None:
        log = ["2017-10-09 回复", correction("2017-10-10", voids="2017-10-09 回复")]
        assert len(self.refs("JB-2017-001", *log)) == 2

    def test_an_unknown_paper(self) -> None:
        with pytest.raises(LedgerError) as found:
            self.refs("JB-2017-002")
        assert str(found.value) == "没有“JB-2017-002”这份单；是否为“JB-2017-001”？"
