"""What becomes of findings: rectified, in time or late, accepted, closed, looked back at. Each count can be listed."""

from collections.abc import Mapping, Sequence
from datetime import date

from ledger.measures.progress import share
from ledger.measures.states import State, this_month
from ledger.measures.thing_states import ThingStanding
from ledger.model.findings import RELAPSED, Finding, limit_of, looked_back, rectified_on

Found = ThingStanding[Finding]


def _found_on(finding: Found) -> date | None:
    inspection = finding.course.parent
    return finding.record.date or (inspection.record.date if inspection else None)


def _counts(finding: Found, _: date) -> bool:
    return finding.course.state != "quashed"


def _is_rectified(finding: Found, _: date) -> bool:
    return rectified_on(finding.course) is not None


def _is_due(finding: Found, day: date) -> bool:
    """Its limit has come, and no objection keeps it from counting."""
    return finding.course.state not in {"quashed", "contested"} and limit_of(finding.course) <= day


def _is_on_time(finding: Found, day: date) -> bool:
    done = rectified_on(finding.course)
    return _is_due(finding, day) and done is not None and done <= limit_of(finding.course)


def _waits_for_look_back(finding: Found, _: date) -> bool:
    return finding.course.state == "closed" and looked_back(finding.course) is None


def _came_back(finding: Found, _: date) -> bool:
    return any(e.event == "回头看" and e.result == RELAPSED for e in finding.course.facts)


def _had(*events: str) -> State[Found]:
    words = {"批准延期": "经批准延期", "问责建议": "提出问责建议", "回头看": "已回头看", "退回": "退回过"}
    return State(words[events[0]], lambda finding, _: finding.course.on(*events) is not None)


FINDING_STATES: Mapping[str, State[Found]] = {
    "this_month": State("本月发现", lambda f, day: this_month(_found_on(f), day)),
    "this_year": State("本年发现", lambda f, day: this_month(_found_on(f), day, year=True)),
    "counted": State("应整改", _counts),
    "done": State("已整改", _is_rectified),
    "due": State("到期应整改", _is_due),
    "on_time": State("按期整改", _is_on_time),
    "extended": _had("批准延期"),
    "returned": _had("退回"),
    "to_look_back": State("待回头看", _waits_for_look_back),
    "looked_back": _had("回头看"),
    "relapsed": State("反弹过", _came_back),
    "accountability": _had("问责建议"),
    "false_report": State("查实虚报", lambda f, _: f.record.false_report and f.course.state != "quashed"),
}


def rectification_rate(findings: Sequence[Found], day: date) -> str | None:
    """Rectified, whether in time or late, of all that have to be."""
    return _share("done", "counted", findings, day)


def on_time_rate(findings: Sequence[Found], day: date) -> str | None:
    """Rectified by their limit, of those whose limit has come (domain.md §5, B5)."""
    return _share("on_time", "due", findings, day)


def _share(part: str, whole: str, findings: Sequence[Found], day: date) -> str | None:
    count = {name: sum(FINDING_STATES[name].fits(f, day) for f in findings) for name in (part, whole)}
    return share(count[part], count[whole])
