r"""One digest for all the data of a ledger, that a shell can compute as well.

    cd plans && find . -name '*.yaml' -not -path '*/.*' | sed 's,^./,,' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum

Every YAML file counts, whether this version of the program reads it or not: a later one may, and old digests stay.
Lines end as git keeps them: a work tree on Windows has the digest of its commit.
"""

import hashlib
from collections.abc import Mapping

from ledger.files.folder import SUFFIX


def fingerprint(files: Mapping[str, bytes]) -> str:
    """SHA-256 in hexadecimal, over the digest and the name of every YAML file; names are from the ledger's folder."""
    names = sorted((name for name in files if name.endswith(SUFFIX)), key=lambda name: name.encode())
    lines = "".join(f"{_digest(files[name])}  {name}\n" for name in names)
    return hashlib.sha256(lines.encode()).hexdigest()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
