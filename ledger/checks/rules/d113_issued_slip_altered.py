"""D113."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.landed_papers import touched_papers
from ledger.checks.history.then_and_now import edited, finding, put_back
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.things import ROW, SLIP

_WORDS = {
    "kind": "种类",
    "track": "轨道",
    "unit": "主送单位",
    "as_of": "判定日",
    "policy": "规则版本",
    "reply_due": "回复期限",
    "subject": "事项",
    "limit": "办结期限",
    "direct_entry_by": "越级决定",
}
_REMEDY = "发错的，记 作废（by、note）后另发一份"


def _compare(comparison: Comparison) -> Iterator[Finding]:
    landed = touched_papers(comparison)
    for change in comparison.of(Kind.EDITED, SLIP, ROW):
        if _paper(change) in landed and not (change.thing == SLIP and change.field == "number"):
            yield finding(
                change,
                f"已签发的 {edited(change, _WORDS.get(change.field, change.field))}",
                f"{put_back(change)}；{_REMEDY}",
            )
    gone = [c for c in comparison.of(Kind.REMOVED, ROW) if _paper(c) in landed]
    new = [c for c in comparison.of(Kind.ADDED, ROW) if _paper(c) in landed]
    for change in gone:
        heir = next((c for c in new if _about(c, c.after) == _about(change, change.before)), None)
        if heir is not None:
            new.remove(heir)
            message = f"已签发的 {change.subject} 这一行改了序号，成了 {heir.subject}"
            yield Finding(
                heir.spot, message, "改回原来的序号", was=((change.was or heir.spot, "原来的序号"),)
            )
        else:
            message = (
                f"已签发的 {_paper(change)} 少了一行：{change.subject}（{change.before.fields['subject']}）"
            )
            yield finding(change, message, f"恢复这一行；{_REMEDY}")
    for change in new:
        message = f"已签发的 {_paper(change)} 多了一行：{change.subject}（{change.after.fields['subject']}）"
        related = ((landed[_paper(change)].spot("rows"), "签发时的各行"),)
        yield Finding(change.spot, message, "删去这一行，另发一份单", was=related)


def _paper(change: Change) -> str:
    return change.subject.partition("/")[0]


def _about(change: Change, row: object) -> tuple[str, object]:
    return _paper(change), getattr(row, "fields", {}).get("subject")


RULE = Rule(
    code="D113",
    name="issued-slip-altered",
    severity=Severity.ERROR,
    what="已经签发的单据，数据被改动：主送单位、判定日、回复期限、办结期限等，或者加了行、少了行。",
    why="单已经送出，单位手里的纸不会跟着变。台账里改了期限，按时回复的成了超期，或者超期的成了按时。",
    example=("id: JB-2017-004\nunit: 市财政局\nreply_due: 2017-11-20       # 签发时写的是 2017-11-07"),
    fix=(
        "恢复签发时的写法。发错了的，在单据的 log 里记 作废，写 by 和 note，编号不再用，另发一份；"
        "回复、验收、异议照常记在各行的 log 里。没有签发的草稿可以随意改。"
    ),
    compare=_compare,
)
