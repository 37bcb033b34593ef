"""Plan files in buckets, which are counted by themselves: which there are, and which of them go together."""

from collections.abc import Collection
from zlib import crc32

from ledger.files.folder import SUFFIX
from ledger.files.looks import Look
from ledger.loading.kinds import PLAN, kind_of

FILES = 32
"""About as many, or up to twice as many, share a bucket: fewer mean more counts to add up, more mean more to count again."""
Bucket = tuple[str, ...]
"""Names from the ledger's folder."""


def plan_files(look: Look) -> dict[str, str] | None:
    """The ids that plans ought to have, by the names of their files.

    None where names do not tell which plans there may be: two are called the same, or a folder could not be listed.
    """
    names = [name for name in look.signatures if name.endswith(SUFFIX) and kind_of(name) is PLAN]
    found = {name: id_by(name) for name in names}
    listed = not any(signature.startswith("!") for signature in look.signatures.values())
    plain = all(map(str.isprintable, names))
    return found if listed and plain and len(set(found.values())) == len(found) else None


def id_by(name: str) -> str:
    """What the plan in a file of this name has to be called."""
    return name.rpartition("/")[2].removesuffix(SUFFIX)


def buckets_of(names: Collection[str]) -> list[Bucket]:
    """Which plan files go together: that depends on nothing but their names and how many there are."""
    places = 1 << (len(names) // FILES).bit_length() >> 1 or 1
    found: dict[int, list[str]] = {}
    for name in names:
        found.setdefault(crc32(name.encode()) % places, []).append(name)
    return [tuple(found[place]) for place in sorted(found)]
