"""The docking track, clause by clause, with the sentences that people sign from."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from build import LEAD, OFFICE, day, entry, make_ledger, make_slip, make_unit, make_upstream
from monthly import proposed, run

from ledger.actions.issuing import draft
from ledger.measures.docking import DockingStanding, docking_standings
from ledger.measures.duties import duties
from ledger.measures.escalation import rulings
from ledger.measures.papers import issued_rows
from ledger.measures.rulings import Ruling
from ledger.model.duty import COMPANION, FEEDBACK, LIMIT, NOTICE, OBJECTION, REPLY
from ledger.model.ledger import Ledger
from ledger.model.policy import Docking, Policy
from ledger.model.slips import Slip

GROUP, REF = "经济体制改革专项小组", "zy-2016-11"
ADOPTED, RECEIVED = "2017-02-06 通过", "2017-02-20 收文"  # the companion plan is due on 2017-08-20
PROMPT = make_slip(
    "TS-2017-001", REF, issued="2017-02-08", reply_due="2017-02-22", track="docking", unit=GROUP
)


def paper(name: str, **fields: Any) -> Slip:
    """To :data:`LEAD`: issued on 28 February, reply by 7 March, done by 21 September, unless said otherwise."""
    given = {"issued": "2017-02-28", "reply_due": "2017-03-07", "limit": "2017-09-21"} | fields
    return make_slip(name, REF, track="docking", **given)


def ledger(
    *log: Any, slips: Sequence[Slip] = (), group: str | None = GROUP, lead: Any = LEAD, **more: Any
) -> Ledger:
    return make_ledger(upstream=[make_upstream(*log, group=group, lead=lead)], slips=slips, **more)


def ruled(on: str, *log: Any, **fields: Any) -> Ruling:
    (found,) = rulings(ledger(*log, **fields), day(on))
    return found


def told(ruling: Ruling) -> tuple[str, str, str | None, str]:
    return ruling.clause, ruling.outcome.value, ruling.kind, ruling.because


def asked(on: str, *log: Any, **fields: Any) -> list[tuple[str, str | None]]:
    return [(r.unit, r.kind) for r in rulings(ledger(*log, **fields), day(on))]


JB, CB, ZL = paper("JB-2017-001"), paper("CB-2017-001"), paper("ZL-2017-001")
CLAUSES = [
    ("2017-10-31", [ADOPTED, entry("2017-08-25 配套印发", plan="zb-2017-05")], [],
     ("E1", "none", None, "已于2017年8月25日印发配套方案 zb-2017-05")),
    ("2017-10-31", [RECEIVED, "2017-08-25 配套印发"], [JB], ("E1", "none", None, "已于2017年8月25日印发配套方案")),
    ("2017-10-31", [RECEIVED, entry("2017-08-25 免于配套", by=OFFICE, note="省里已有细则")], [JB],
     ("E1", "none", None, "已于2017年8月25日免于配套：省里已有细则")),
    ("2017-10-31", [RECEIVED, "2017-08-25 免于配套"], [], ("E1", "none", None, "已于2017年8月25日免于配套：未写理由")),
    ("2017-10-31", [], [], ("E3", "none", None, "没有通过或收文的记录，对接还没有开始")),
    ("2017-02-22", [ADOPTED], [PROMPT],
     ("E5", "hold", None, "提示单TS-2017-001（2017年2月8日签发）回复期限2017年2月22日未过")),
    ("2017-02-21", [ADOPTED, RECEIVED], [PROMPT],
     ("E5", "hold", None, "提示单TS-2017-001（2017年2月8日签发）回复期限2017年2月22日未过")),
    ("2017-02-07", [ADOPTED], [],
     ("E7", "propose", "提示单", "上级2017年2月6日通过，对接提示期限2017年2月9日，还有2天，尚未提示")),
    ("2017-02-09", [ADOPTED], [],
     ("E7", "propose", "提示单", "上级2017年2月6日通过，对接提示期限2017年2月9日，当日到期，尚未提示")),
    ("2017-02-28", [ADOPTED], [],
     ("E7", "propose", "提示单",
      "上级2017年2月6日通过，对接提示期限2017年2月9日，至2017年2月28日逾期19天（工作日13天），尚未提示")),
    ("2017-02-28", [ADOPTED], [PROMPT], ("E12", "hold", None, "已于2017年2月8日发对接提示，尚未收文")),
    ("2017-02-28", [ADOPTED, "2017-02-07 对接提示"], [],
     ("E12", "hold", None, "已于2017年2月7日发对接提示，尚未收文")),
    ("2017-02-28", [ADOPTED, RECEIVED], [PROMPT],
     ("E8", "propose", "交办单", "2017年2月20日收文，配套期限2017年8月20日，还有173天，尚未交办")),
    ("2017-09-30", [RECEIVED], [],
     ("E8", "propose", "交办单",
      "2017年2月20日收文，配套期限2017年8月20日，至2017年9月30日逾期41天（工作日31天），尚未交办")),
    ("2017-08-31", [RECEIVED], [JB],
     ("E12", "hold", None, ("配套期限2017年8月20日，至2017年8月31日逾期11天（工作日9天），"
      "交办单JB-2017-001（2017年2月28日签发）办结期限2017年9月21日未过"))),
    ("2017-09-22", [RECEIVED], [JB],
     ("E9", "propose", "催办单", ("配套期限2017年8月20日，至2017年9月22日逾期33天（工作日25天），超过0天；"
      "交办单JB-2017-001（2017年2月28日签发）办结期限2017年9月21日已过"))),
    ("2017-09-22", [RECEIVED], [CB],
     ("E10", "propose", "责令书", ("配套期限2017年8月20日，至2017年9月22日逾期33天（工作日25天），超过30天；"
      "催办单CB-2017-001（2017年2月28日签发）办结期限2017年9月21日已过"))),
    ("2017-09-19", [RECEIVED], [paper("CB-2017-001", limit="2017-09-11")],
     ("E12", "hold", None, ("配套期限2017年8月20日，至2017年9月19日逾期30天（工作日22天），"
      "已发催办单CB-2017-001（2017年2月28日签发），未到发下一级的天数"))),
    ("2017-09-22", [RECEIVED], [ZL],
     ("E11", "referral", None, ("配套期限2017年8月20日，至2017年9月22日逾期33天（工作日25天），"
      "责令书ZL-2017-001（2017年2月28日签发）办结期限2017年9月21日已过；列入移交建议，提请会议研究"))),
    ("2017-06-30", [RECEIVED], [paper("JB-2017-001", limit="2017-08-20")],
     ("E12", "hold", None, ("配套期限2017年8月20日，还有51天，"
      "交办单JB-2017-001（2017年2月28日签发）办结期限2017年8月20日未过"))),
]  # fmt: skip


@pytest.mark.parametrize(("on", "log", "slips", "expected"), CLAUSES)
def test_a_clause_and_its_sentence(
    on: str, log: list[Any], slips: list[Slip], expected: tuple[str, str, str | None, str]
) -> None:
    assert told(ruled(on, *log, slips=slips)) == expected


class TestWhomItAsks:
    def test_the_group_before_receipt_each_lead_after_it(self) -> None:
        leads = ["市财政局", "市教育局"]
        assert asked("2017-02-07", ADOPTED, lead=leads) == [(GROUP, "提示单")]
        units = [make_unit("市教育局"), make_unit("市财政局")]
        assert asked("2017-02-28", ADOPTED, RECEIVED, lead=leads, units=units) == [
            ("市教育局", "交办单"), ("市财政局", "交办单"),
        ]  # fmt: skip

    def test_the_leads_where_no_group_is_named(self) -> None:
        leads = ["市财政局", "市教育局"]
        assert asked("2017-02-07", ADOPTED, lead=leads, group=None) == [
            ("市教育局", "提示单"), ("市财政局", "提示单"),
        ]  # fmt: skip

    def test_nobody_where_nobody_is_named(self) -> None:
        assert asked("2017-02-07", ADOPTED, lead=(), group=None) == []
        assert asked("2017-02-28", ADOPTED, RECEIVED, lead=(), group=None) == []

    def test_the_group_answers_for_a_document_that_nobody_leads(self) -> None:
        assert asked("2017-02-28", ADOPTED, RECEIVED, lead=()) == [(GROUP, "交办单")]

    def test_one_lead_may_stand_higher_than_the_other(self) -> None:
        found = asked("2017-09-22", RECEIVED, lead=[LEAD, "市教育局"], slips=[JB])
        assert sorted(found) == [(LEAD, "催办单"), ("市教育局", "交办单")]

    def test_a_renamed_lead_keeps_its_papers(self) -> None:
        units = [
            make_unit(LEAD, until="2017-06-30", successor="市发展委"),
            make_unit("市发展委", from_="2017-07-01"),
        ]
        assert asked("2017-09-22", RECEIVED, slips=[JB], units=units) == [("市发展委", "催办单")]

    def test_the_prompt_to_the_group_is_the_leads_first_rung(self) -> None:
        found = ruled("2017-02-28", ADOPTED, RECEIVED, slips=[PROMPT])
        assert (found.unit, found.level) == (LEAD, 1)

    def test_a_lead_is_held_by_its_own_prompt_not_by_another_leads(self) -> None:
        prompts = [
            make_slip("TS-2017-001", REF, issued="2017-02-08", unit=LEAD, track="docking",
                      log=[entry("2017-02-10 异议", by=LEAD, note="不归我")]),
            make_slip("TS-2017-002", REF, issued="2017-02-08", unit="市财政局", track="docking"),
        ]  # fmt: skip
        found = rulings(
            ledger(ADOPTED, RECEIVED, slips=prompts, group=None, lead=[LEAD, "市财政局"]), day("2017-02-28")
        )
        assert {r.unit: r.clause for r in found} == {LEAD: "E5", "市财政局": "E8"}


class TestClimbing:
    RETURNED = ("2017-03-03 回复", "2017-03-06 退回")

    def test_a_returned_reply_opens_the_next_rung_only_past_the_companion_limit(self) -> None:
        slips = [paper("JB-2017-001", log=self.RETURNED)]
        assert [ruled(d, RECEIVED, slips=slips).clause for d in ("2017-03-06", "2017-08-20", "2017-08-21")] == [
            "E12", "E12", "E9",
        ]  # fmt: skip
        assert ruled("2017-08-21", RECEIVED, slips=slips).because == (
            "配套期限2017年8月20日，至2017年8月21日逾期1天（工作日1天），超过0天；"
            "交办单JB-2017-001（2017年2月28日签发）的回复已退回"
        )

    def test_a_returned_order_is_no_referral(self) -> None:
        slips = [paper("ZL-2017-001", log=self.RETURNED)]
        assert ruled("2017-09-21", RECEIVED, slips=slips).clause == "E12"

    def test_the_days_come_from_the_policy(self) -> None:
        policy = Policy(docking=Docking(urge_after=40, companion_within=6))
        slips = [paper("JB-2017-001", limit="2017-08-20")]
        assert [ruled(d, RECEIVED, slips=slips, policy=policy).clause for d in ("2017-09-29", "2017-09-30")] == [
            "E12", "E9",
        ]  # fmt: skip

    def test_a_whole_year_of_runs(self) -> None:
        given, seen = ledger("2017-01-20 通过", "2017-02-20 收文"), []
        for month in range(1, 13):
            on = day(f"2017-{month:02}-28")
            given, new, _ = run(given, on)
            seen += [(month, s.kind, s.unit, str(s.rows[0].limit)) for s in new]
        assert seen == [
            (1, "提示单", GROUP, "None"),
            (2, "交办单", LEAD, "2017-08-20"),
            (8, "催办单", LEAD, "2017-09-11"),
            (9, "责令书", LEAD, "2017-10-28"),
        ]
        assert ruled("2017-10-29", *given.upstream[0].log, slips=given.slips).outcome.value == "referral"

    def test_the_daily_run_prompts_once(self) -> None:
        given = ledger(ADOPTED)
        given, new, _ = run(given, day("2017-02-07"))
        assert [(s.kind, s.unit, str(s.reply_due)) for s in new] == [("提示单", GROUP, "2017-02-21")]
        assert proposed(rulings(given, day("2017-02-08"))) == []

    def test_a_prompt_to_be_signed_tomorrow_was_decided_today(self) -> None:
        given, new, _ = run(ledger(ADOPTED), day("2017-02-07"), day("2017-02-09"))
        assert str(new[0].reply_due) == "2017-02-23"
        assert [proposed(rulings(given, day(d))) for d in ("2017-02-07", "2017-02-08")] == [[], []]


class TestLimits:
    @pytest.mark.parametrize(
        ("on", "issued", "limit"),
        [
            ("2017-02-28", "2017-02-28", "2017-08-20"),  # the companion limit, while it is ahead
            ("2017-08-18", "2017-08-19", "2017-08-20"),
            ("2017-08-18", "2017-08-20", "2017-09-08"),  # on its last day: 15 working days
            ("2017-09-30", "2017-09-30", "2017-10-27"),
        ],
    )
    def test_of_a_first_assignment(self, on: str, issued: str, limit: str) -> None:
        given = ledger(RECEIVED)
        (slip,) = draft(given, rulings(given, day(on)), day(on), day(issued))
        assert (slip.kind, str(slip.rows[0].limit)) == ("交办单", limit)

    def test_the_higher_ones_run_from_their_issue(self) -> None:
        given = ledger(RECEIVED, slips=[JB])
        (slip,) = draft(given, rulings(given, day("2017-09-22")), day("2017-09-22"), day("2017-09-27"))
        assert (slip.kind, str(slip.reply_due), str(slip.rows[0].limit)) == (
            "催办单",
            "2017-09-30",
            "2017-10-17",
        )


def standing(on: str, *log: Any, slips: Sequence[Slip] = ()) -> DockingStanding:
    given = ledger(*log, slips=slips)
    return docking_standings(given, day(on), issued_rows(given, day(on)))[REF]


class TestWhereItStands:
    def test_a_prompt_slip_is_the_notice_and_its_reply_the_arrangement(self) -> None:
        answered = replace(PROMPT, rows=(replace(PROMPT.rows[0], log=(entry("2017-02-15 回复", by=GROUP),)),))
        found = standing("2017-02-28", ADOPTED, slips=[answered])
        assert (found.notified, found.feedback_due, found.fed_back) == (
            day("2017-02-08"), day("2017-02-22"), day("2017-02-15"),
        )  # fmt: skip

    def test_a_reply_sent_back_is_none(self) -> None:
        log = (entry("2017-02-15 回复", by=GROUP), entry("2017-02-16 退回", by=OFFICE, note="太简"))
        returned = replace(PROMPT, rows=(replace(PROMPT.rows[0], log=log),))
        assert standing("2017-02-28", ADOPTED, slips=[returned]).fed_back is None

    def test_the_earliest_notice_counts(self) -> None:
        log = (ADOPTED, "2017-02-07 对接提示")
        assert standing("2017-02-28", *log, slips=[PROMPT]).notified == day("2017-02-07")

    def test_nothing_later_than_the_day_is_known(self) -> None:
        found = standing("2017-02-07", ADOPTED, RECEIVED, "2017-08-01 配套印发", slips=[PROMPT])
        assert (found.notified, found.received, found.companion_due, found.settled) == (
            None,
            None,
            None,
            None,
        )

    def test_what_was_settled_is_not_settled_again(self) -> None:
        found = standing("2017-12-31", RECEIVED, "2017-08-01 免于配套", "2017-09-01 配套印发")
        assert (found.settled, found.companion) == (day("2017-08-01"), None)


def owed(
    on: str, *log: Any, slips: Sequence[Slip] = (), **fields: Any
) -> list[tuple[str, str, str, str, str | None]]:
    """What, for what, who, by when, and when it was met."""
    return [
        (d.what, d.ref, d.unit, str(d.due), str(d.met_on) if d.met_on else None)
        for d in duties(ledger(*log, slips=slips, **fields), day(on))
    ]


class TestDuties:
    def test_the_notice_is_judged_daily(self) -> None:
        given = ledger(ADOPTED)
        late = {
            d: [x.overdue_days(day(d)) for x in duties(given, day(d))] for d in ("2017-02-09", "2017-02-10")
        }
        assert late == {"2017-02-09": [0], "2017-02-10": [1]}

    def test_a_prompt_meets_it_and_asks_for_the_arrangement_once(self) -> None:
        assert owed("2017-02-10", ADOPTED, slips=[PROMPT]) == [
            (NOTICE, REF, OFFICE, "2017-02-09", "2017-02-08"),
            (REPLY, "TS-2017-001/1", GROUP, "2017-02-22", None),
        ]

    def test_a_notice_in_the_log_asks_for_the_arrangement_by_itself(self) -> None:
        assert owed("2017-02-10", ADOPTED, "2017-02-08 对接提示") == [
            (NOTICE, REF, OFFICE, "2017-02-09", "2017-02-08"),
            (FEEDBACK, REF, GROUP, "2017-02-22", None),
        ]

    def test_the_leads_owe_the_arrangement_where_no_group_is_named(self) -> None:
        found = owed("2017-02-10", ADOPTED, "2017-02-08 对接提示", group=None, lead=["市财政局", LEAD])
        assert [(what, unit) for what, _, unit, _, _ in found] == [
            (NOTICE, OFFICE), (FEEDBACK, LEAD), (FEEDBACK, "市财政局"),
        ]  # fmt: skip

    @pytest.mark.parametrize("how", ["reply", "log"])
    def test_the_arrangement_meets_the_reply_wherever_it_stands(self, how: str) -> None:
        slip = PROMPT
        if how == "reply":
            slip = replace(PROMPT, rows=(replace(PROMPT.rows[0], log=(entry("2017-02-15 回复", by=GROUP),)),))
        log = ["2017-02-15 反馈安排"] if how == "log" else []
        assert (REPLY, "TS-2017-001/1", GROUP, "2017-02-22", "2017-02-15") in owed(
            "2017-02-28", ADOPTED, *log, slips=[slip]
        )

    def test_an_assignment_adds_a_reply_and_no_second_limit(self) -> None:
        slip = paper("JB-2017-001", limit="2017-08-20")
        assert owed("2017-03-01", RECEIVED, slips=[slip]) == [
            (REPLY, "JB-2017-001/1", LEAD, "2017-03-07", None),
            (COMPANION, REF, LEAD, "2017-08-20", None),
        ]

    def test_an_urging_has_a_limit_of_its_own(self) -> None:
        slips = [paper("JB-2017-001", limit="2017-08-20", log=["2017-03-01 回复"]),
                 paper("CB-2017-001", issued="2017-08-31", reply_due="2017-09-05", limit="2017-09-14")]  # fmt: skip
        assert owed("2017-09-01", RECEIVED, slips=slips) == [
            (REPLY, "JB-2017-001/1", LEAD, "2017-03-07", "2017-03-01"),
            (COMPANION, REF, LEAD, "2017-08-20", None),
            (REPLY, "CB-2017-001/1", LEAD, "2017-09-05", None),
            (LIMIT, "CB-2017-001/1", LEAD, "2017-09-14", None),
        ]

    @pytest.mark.parametrize("end", ["配套印发", "免于配套"])
    def test_the_end_of_the_matter_meets_replies_and_limits(self, end: str) -> None:
        slips = [paper("CB-2017-001", issued="2017-08-31", reply_due="2017-09-05", limit="2017-09-14")]
        met = {
            (what, met)
            for what, _, _, _, met in owed("2017-10-31", RECEIVED, f"2017-09-10 {end}", slips=slips)
        }
        assert met == {(REPLY, "2017-09-10"), (LIMIT, "2017-09-10"), (COMPANION, "2017-09-10")}

    def test_the_office_owes_the_review_of_the_groups_objection(self) -> None:
        row = replace(PROMPT.rows[0], log=(entry("2017-02-10 异议", by=GROUP, note="不归我"),))
        assert owed("2017-02-12", ADOPTED, slips=[replace(PROMPT, rows=(row,))]) == [
            (NOTICE, REF, OFFICE, "2017-02-09", "2017-02-08"),
            (OBJECTION, "TS-2017-001/1", OFFICE, "2017-03-12", None),
        ]

    def test_no_duty_is_doubled(self) -> None:
        slips = [PROMPT, paper("JB-2017-001", limit="2017-08-20"), paper("CB-2017-001", issued="2017-08-31")]
        log = [ADOPTED, "2017-02-07 对接提示", RECEIVED]
        found = [(what, ref, unit) for what, ref, unit, _, _ in owed("2017-09-01", *log, slips=slips)]
        assert len(found) == len(set(found)) == 6
