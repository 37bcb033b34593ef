"""``ledger show``."""

from typing import Annotated

from typer import Argument

from ledger.commands.command import command
from ledger.commands.find import find_item, find_thing, item_place, no_such, place_of
from ledger.commands.options import Output, When, Where
from ledger.commands.printing import deliver
from ledger.commands.session import Session, open_session
from ledger.measures.plans import plan_standing
from ledger.measures.standing import standing_of
from ledger.reports.blocks import Report
from ledger.reports.show import show_item, show_plan, show_slip
from ledger.reports.show_thing import show_thing


@command("show", kept=True)
def run(
    ref: Annotated[str, Argument(metavar="编号", help="方案、事项、三单一书，或登记簿里一件事的编号")],
    where: Where,
    when: When,
    output: Output,
) -> int:
    """一件事的全貌：字段、节点、逐条记录、在哪个文件哪一行。

    例：ledger show zb-2017-05；ledger show zb-2017-05/1；ledger show TS-2017-025
    """
    session = open_session(where, when)
    return deliver(session.answer("show", _report(session, ref)), output)


def _report(session: Session, ref: str) -> Report:
    ledger, day = session.ledger, session.day.date
    plan = ledger.plan(ref)
    if plan is not None:
        items = [standing_of(plan, item, ledger, day) for item in plan.items]
        return show_plan(plan_standing(plan, day), items, place_of(session, "plan", ref))
    standing = find_item(session, ref)
    if standing is not None:
        return show_item(standing, item_place(session, standing))
    slip = next((s for s in ledger.slips if s.id == ref.partition("/")[0]), None)
    if slip is not None:
        return show_slip(slip, ledger, place_of(session, "slip", slip.id))
    found = find_thing(session, ref)
    if found is not None:
        course, place = found
        return show_thing(course, ledger, place)
    raise no_such(session, ref)
