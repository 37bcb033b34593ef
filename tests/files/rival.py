"""A process that writes: ``hold`` writes once and stays in, ``count`` adds one to every file as often as it gets in."""

import random
import sys
import time
from pathlib import Path

from ledger.files.lock import Busy
from ledger.files.store import writing
from ledger.files.writes import WriteSet

FILES = [f"{number}.yaml" for number in range(5)]


def add_one(folder: Path) -> int:
    with writing(folder) as store:
        writes, number = WriteSet(), -1
        for name in FILES:
            before = (folder / name).read_bytes()
            number = int(before) + 1
            writes.edit(folder / name, before, b"%d" % number)
        writes.apply(store)
    return number


def hold(folder: Path) -> None:
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        with writing(folder) as store:
            writes = WriteSet()
            writes.put(folder / "winner.yaml", b"1")
            writes.apply(store)
            print("won", flush=True)
            sys.stdin.readline()
    except Busy as error:
        print(error, flush=True)


def count(folder: Path, seconds: float) -> None:
    until, done = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        try:
            add_one(folder)
            done += 1
        except Busy:
            time.sleep(random.random() / 200)
    print(done)


if __name__ == "__main__":
    if sys.argv[1] == "hold":
        hold(Path(sys.argv[2]))
    else:
        count(Path(sys.argv[2]), float(sys.argv[3]))
