"""A file in the one layout: the same data and the same comments, or no change at all."""

from ledger.base.errors import LedgerError
from ledger.files.commented import read_pieces
from ledger.files.comments import comments
from ledger.files.composition import compose
from ledger.files.document import BOMS
from ledger.files.layout import Order, document_lines
from ledger.files.marks import break_at


def formatted(source: bytes, order: Order) -> bytes:
    """The file with its keys in ``order`` and everything where it belongs; lines end as the first one does.

    Raises LedgerError when it cannot be read, holds control characters, and when what was laid out, read again, is
    not the old data with every comment.
    """
    before = compose(source)
    if before.faults or not isinstance(before.data, dict) or source.startswith(tuple(BOMS)):
        raise LedgerError("文件有读不通的地方，没有改动；请先运行 ledger check")
    ending = "\r\n" if break_at(source.decode(), 0) == "\r\n" else "\n"
    lines = document_lines(read_pieces(source), order)
    result = "".join(line + ending for line in lines).encode()
    after = compose(result)
    if after.faults or after.data != before.data or _words(result) != _words(source):
        raise LedgerError("这个文件的写法没有把握整理，没有改动；请手工整理")
    return result


def _words(source: bytes) -> list[str]:
    return sorted(comment.text.rstrip() for comment in comments(source))
