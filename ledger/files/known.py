"""What a ledger's files hold, by the ids of their contents: read where they changed, remembered where they did not."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from ledger.files.cache import Cache, Key, digest
from ledger.files.kept import NOT_OURS, read_kept
from ledger.files.looks import Look
from ledger.files.witness import witness

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ledger.base.diagnostics import Diagnostic
    from ledger.files.tree import SourceFile

_KIND = "contents"
Signed = Mapping[str, tuple[str, str]]


def tree_id(ids: Mapping[str, str]) -> Key:
    """Equal for two folders that hold the same files under the same names. ``ids`` by name, in the order of a walk."""
    return digest(json.dumps(list(ids.items())))


def content_id(content: bytes) -> str:
    """The name of these bytes, wherever they stand."""
    return digest(content).hex()


def identity(found: "SourceFile | Diagnostic") -> str:
    """The same of a file as it was read; of one that is refused, of why."""
    from ledger.files.tree import SourceFile  # noqa: PLC0415 - most often nothing has to be read

    if isinstance(found, SourceFile):
        return content_id(found.content)
    return digest("!", found.code, found.message).hex()


def contents(look: Look, cache: Cache | None) -> dict[str, str]:
    """The ids of what the files hold that were looked at, by name, in the order of a walk."""
    witness().walked(look.folder)
    known = known_ids(look, cache)
    ids = {name: known.get(name) or _read(look.folder, name) for name in look.signatures}
    met(look, ids, known, cache)
    return ids


def known_ids(look: Look, cache: Cache | None) -> dict[str, str]:
    """The ids of those files that nobody touched since they were read."""
    before = _remembered(look, cache).items()
    return {
        name: identity for name, (signature, identity) in before if look.signatures.get(name) == signature
    }


def met(look: Look, ids: Mapping[str, str], known: Mapping[str, str], cache: Cache | None) -> None:
    """After that look this is what the files held: remembered, where any was read whose signature proves anything, and told.

    ``known`` are the ids that were known already.
    """
    if cache is not None and any(_proves(name, look) for name in ids.keys() - known.keys()):
        _remember(look, ids, cache)
    if witness().listens:
        if any(signature.startswith("!") for signature in look.signatures.values()):
            witness().disturbed()
        witness().held(look.folder, tree_id(ids), look)


def _proves(name: str, look: Look) -> bool:
    """Whether a file that looks alike is the same: not where it was touched a moment ago."""
    return name not in look.fresh and not look.signatures[name].startswith("!")


def _read(folder: Path, name: str) -> str:
    from ledger.files.tree import read_one  # noqa: PLC0415 - most often nothing has to be read

    return identity(read_one(folder, name))


def _remembered(look: Look, cache: Cache | None) -> Signed:
    """Signature and id of every file as they were; nothing where the clock has gone back since."""
    raw = cache.get(_place(look.folder)) if cache is not None else None
    at, files = (0, {}) if raw is None else _read_back(raw)
    return files if at <= look.at else {}


@lru_cache(maxsize=1)
def _read_back(raw: bytes) -> tuple[int, Signed]:
    """When, and what: asked for an old answer, and once more for a new one."""
    try:
        held = read_kept(raw)
        files = {
            name: (str(signature), str(identity)) for name, (signature, identity) in held["files"].items()
        }
        return int(held["at"]), files
    except NOT_OURS:
        return 0, {}


def _remember(look: Look, ids: Mapping[str, str], cache: Cache) -> None:
    kept = {
        name: (signature, ids[name]) for name, signature in look.signatures.items() if _proves(name, look)
    }
    cache.put(_place(look.folder), json.dumps({"at": look.at, "files": kept}).encode())


def _place(folder: Path) -> Key:
    return digest(_KIND, str(folder))
