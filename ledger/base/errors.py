"""The user asked for something impossible: one sentence, exit 2."""


class LedgerError(Exception):
    """A sentence in the user's language that names the thing, the value seen, and the next step.

    Wrong data is never raised: it is a :class:`~ledger.base.diagnostics.Diagnostic`.
    """
