"""Where the Markdown of a paper stands: beside its data, TS-2017-025.md beside TS-2017-025.yaml."""

from ledger.files.folder import PAPER_SUFFIX, SUFFIX


def markdown_of(path: str) -> str:
    return path.removesuffix(SUFFIX) + PAPER_SUFFIX
