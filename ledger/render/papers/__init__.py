"""A :class:`~ledger.reports.paper.Paper` as a file: Markdown for the repository, docx for the printer."""
