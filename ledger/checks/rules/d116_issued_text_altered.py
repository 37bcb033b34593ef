"""D116."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.landed_papers import landed_papers
from ledger.checks.history.then_and_now import WRITTEN_THEN
from ledger.checks.markdown import markdown_of
from ledger.checks.rule import Finding, Rule
from ledger.files.seal import SealState


def _compare(comparison: Comparison) -> Iterator[Finding]:
    texts = {path for path in comparison.altered if path in comparison.before.papers}
    if not texts:
        return
    kept = {slip.id for slip in comparison.after.slips}
    for name, paper in landed_papers(comparison, kept.__contains__).items():
        path = markdown_of(paper.path)
        if path in texts:
            now = (
                path if path in comparison.after.papers else markdown_of(comparison.after.paths["slip", name])
            )
            intact = comparison.after.papers.get(now) == SealState.INTACT
            sealed = "，封记也换了新的" if intact else ""
            hint = f"用 git 恢复 {name} 签发时的文稿；内容确有错的，记 作废 后另发一份"
            message = f"{name} 的文稿与签发时不同{sealed}"
            yield Finding(Spot(now), message, hint, was=((Spot(path), WRITTEN_THEN),))


RULE = Rule(
    code="D116",
    name="issued-text-altered",
    severity=Severity.WARNING,
    what="已经签发的单据，文稿（Markdown）与入库时不同，手工改的、重新生成的都算。",
    why=(
        "文稿是送达单位的那一份，存它就是为了以后能说清当时发的是什么。重新生成，会带进后来的记录、名称和联系人，"
        "封记虽然完好，已不是发出去的那张纸。"
    ),
    example="# slips/2017/TS-2017-025.md\n请于2017年11月10日前回复。   <- 签发时是 11月3日",
    fix=(
        "用 git 恢复签发时的文稿。发出的内容确实有错的，记 作废，另发一份；"
        "只是修正排版、发出的纸也换过的，可以保留，在提交说明里写明。"
    ),
    compare=_compare,
)
