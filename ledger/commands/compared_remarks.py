"""What has to be said of two versions that are compared: where they stood, when they end, what could not be read."""

from collections.abc import Iterator

from ledger.commands.compared import Compared
from ledger.commands.remarks import listed
from ledger.files.tree import shown


def about_versions(found: Compared) -> Iterator[str]:
    """Nothing where there is nothing to say."""
    yield from filter(None, (_moved(found), _redated(found), _unseen(found)))


def _moved(found: Compared) -> str:
    before = found.range.before
    if before.stood is None:
        return ""
    stood, stands = (shown(prefix) or "仓库顶层" for prefix in (before.stood, before.prefix))
    return f"注意：台账由 {stood} 移到 {stands}；旧版的位置按现在的文件夹写"


def _redated(found: Compared) -> str:
    """Both versions are judged on the new one's day: what that day alone does is seen nowhere else."""
    then, now = (side.ledger.settings.as_of for side in (found.before, found.after))
    if then == now or not found.before.has_head(found.range.before.prefix):
        return ""
    return f"注意：截止日（as_of）由 {then or '未写'} 改为 {now or '未写'}，两版都按 {found.day.date} 判定"


def _unseen(found: Compared) -> str:
    before = found.before.sources
    if not before.unread:
        return ""
    return f"注意：旧版有 {len(before.unread)} 个文件有错未读入，其中的变化看不到：{listed(before)}"
