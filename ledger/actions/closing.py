"""申请销账: the entry for the plan's log and the paper beside it, or why there is none."""

from dataclasses import dataclass
from datetime import date

from ledger.actions.recording import Addition, addition
from ledger.actions.targets import find_target
from ledger.base.errors import LedgerError
from ledger.files.folder import PAPER_SUFFIX
from ledger.files.scalars import Value
from ledger.measures.closing import Closing
from ledger.model.ledger import Ledger
from ledger.render.papers.markdown import render
from ledger.reports.paper_kind import PaperRequest
from ledger.reports.paper_kinds.closure_request import KIND

CLOSURES = "closures/"


@dataclass(frozen=True, slots=True)
class Request:
    """``name`` is the paper's file from the ledger's folder; every request of a plan has a paper of its own."""

    added: Addition
    name: str
    paper: bytes


def must_be_ready(closing: Closing) -> None:
    """Raises LedgerError for a plan that is closed or failed at a gate, and for one whose request is waiting."""
    plan = closing.plan
    if plan.closed is not None:
        raise LedgerError(f"{plan.plan.id} 已于 {plan.closed} 销账；重新打开要先记 退回")
    if plan.requested is not None:
        raise LedgerError(f"{plan.plan.id} 已于 {plan.requested} 申请销账，等待审定；撤回要记 退回")
    if not closing.ready:
        raise LedgerError(f"{closing.refusal}，还不能申请销账；用 ledger close {plan.plan.id} 看全部")


def request_of(closing: Closing, ledger: Ledger, prefix: str, today: date) -> Request:
    """``prefix`` is the ledger's folder as seen from the repository's top, ``plans/``."""
    plan, day = closing.plan.plan, closing.plan.day
    paper = KIND.build(PaperRequest(ledger, day, (plan.id,)))
    name = f"{CLOSURES}{plan.id}-{day}{PAPER_SUFFIX}"
    given: dict[str, Value | None] = {
        "by": paper.signed_by,
        "note": f"{len(closing.counted)}项均已核验通过，报请销账",
        "evidence": [{"title": paper.title, "kind": "文件", "file": f"{prefix}{name}"}],
    }
    added = addition(find_target(ledger, plan.id, "申请销账"), given, day, today)
    return Request(added, name, render(paper).encode())
