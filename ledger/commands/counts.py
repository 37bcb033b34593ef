"""Counts of all buckets: taken out of the cache, or made on as many cores as there are and put into it."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ledger.commands.buckets import Bucket
from ledger.commands.counter import BucketCounter, Counted, count_of, read_back, written
from ledger.commands.progress import watching
from ledger.files.cache import Cache
from ledger.files.cache_file import open_cache
from ledger.files.folder import repository_top
from ledger.files.workers import in_parts

_LEAST = 3
"""Buckets for each core that are worth a process."""


def counts_of(
    counter: BucketCounter, buckets: Sequence[Bucket], known: Mapping[str, str], cached: Cache | None
) -> list[Counted]:
    """Of every bucket, in their order. ``known`` are the ids of files that nobody touched since they were read."""
    found = _held(counter, buckets, known, cached) if cached is not None else {}
    missing = [bucket for bucket in buckets if bucket not in found]
    found |= dict(zip(missing, _made(counter, missing, known, cached), strict=True))
    if cached is not None:
        made = (found[bucket] for bucket in missing)
        cached.put_many({counter.key(one.ids): written(one.count).encode() for one in made})
    return [found[bucket] for bucket in buckets]


def _held(
    counter: BucketCounter, buckets: Iterable[Bucket], known: Mapping[str, str], cached: Cache
) -> dict[Bucket, Counted]:
    ids = {
        bucket: {name: known[name] for name in bucket} for bucket in buckets if known.keys() >= set(bucket)
    }
    keys = {counter.key(its): bucket for bucket, its in ids.items()}
    held = {keys[key]: count_of(raw) for key, raw in cached.get_many(keys).items()}
    return {bucket: Counted(ids[bucket], count) for bucket, count in held.items() if count is not None}


def _made(
    counter: BucketCounter, buckets: Sequence[Bucket], known: Mapping[str, str], cached: Cache | None
) -> list[Counted]:
    here = os.getpid()

    def made(some: Iterable[Bucket]) -> list[tuple[dict[str, str], str]]:
        its = cached if os.getpid() == here else _another(cached, counter.folder)
        counts = (counter.counted(bucket, known, its) for bucket in some)
        return [(one.ids, written(one.count)) for one in counts]

    parts = in_parts(buckets, made, _LEAST, watching("读取台账"))
    return [Counted(ids, read_back(text)) for part in parts for ids, text in part]


def _another(cached: Cache | None, folder: Path) -> Cache | None:
    """For another process, which cannot share a connection to the cache."""
    return open_cache(repository_top(folder) or folder) if cached is not None else None
