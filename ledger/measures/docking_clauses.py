"""The docking track: the same table with days counted from the companion limit (domain.md §4.2 and §4.3, notes below).

E7 reads "adopted above and no prompt yet", E8 "received"; what ends it is the companion plan or 免于配套.
"""

from ledger.base.days import in_chinese
from ledger.measures.climbing import climb, in_reply, waiting
from ledger.measures.docking import DockingStanding
from ledger.measures.rulings import Case, Ruling


def rule_on_docking(case: Case, standing: DockingStanding) -> Ruling:
    """The first clause that fits."""
    for clause in (_settled, _unknown, _in_reply, _prompt, _assign, _climb):
        ruling = clause(case, standing)
        if ruling is not None:
            return ruling
    return waiting(case, _when(case, standing))


def _settled(case: Case, standing: DockingStanding) -> Ruling | None:
    if standing.companion is not None:
        plan = standing.companion.plan or ""
        return case.none("E1", f"已于{in_chinese(standing.companion.date)}印发配套方案 {plan}".rstrip())
    if standing.exempt is not None:
        because = f"已于{in_chinese(standing.exempt.date)}免于配套：{standing.exempt.note or '未写理由'}"
        return case.none("E1", because)
    return None


def _unknown(case: Case, standing: DockingStanding) -> Ruling | None:
    if standing.adopted is None and standing.received is None:
        return case.none("E3", "没有通过或收文的记录，对接还没有开始")
    return None


def _in_reply(case: Case, _: DockingStanding) -> Ruling | None:
    return in_reply(case)


def _prompt(case: Case, standing: DockingStanding) -> Ruling | None:
    if standing.received is not None or standing.adopted is None:
        return None
    if standing.notified is not None:
        return case.hold("E12", f"已于{in_chinese(standing.notified)}发对接提示，尚未收文")
    adopted = in_chinese(standing.adopted)
    return case.propose("E7", 1, f"上级{adopted}通过，{case.past('对接提示期限')}，尚未提示")


def _assign(case: Case, standing: DockingStanding) -> Ruling | None:
    if standing.received is None or case.level > 1:
        return None
    because = f"{in_chinese(standing.received)}收文，{_when(case, standing)}，尚未交办"
    return case.propose("E8", 2, because)


def _climb(case: Case, standing: DockingStanding) -> Ruling | None:
    if case.level < 2 or case.days is None or case.days < 1:
        return None
    docking = case.policy.docking
    after = {2: docking.urge_after, 3: docking.order_after}.get(case.level, 0)
    return climb(case, _when(case, standing), after)


def _when(case: Case, standing: DockingStanding) -> str:
    return case.past("对接提示期限" if standing.received is None else "配套期限")
