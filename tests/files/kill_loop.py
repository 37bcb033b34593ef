"""Kill -9 a process that writes without end, at random moments, and look at the ledger after each; prints what it saw.

One process that forks: starting Python for every kill would take most of the time.
"""

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from rival import FILES, add_one

from ledger.files.recovery import recover
from ledger.files.state import state_of


def main(folder: Path, kills: int, seconds: float) -> None:
    seen: Counter[str] = Counter()
    began = time.monotonic()
    number, state = [add_one(folder) for _ in range(3)][-1], state_of(folder)
    one_write = (time.monotonic() - began) / 3  # on a busy machine kills have to wait for their victim
    while seen["kills"] < kills and time.monotonic() < began + seconds:
        child = os.fork()
        if child == 0:
            while True:
                add_one(folder)
        time.sleep(random.random() * 4 * one_write)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seen["kills"] += 1
        seen["decided"] += state.journal.exists()
        seen["undecided"] += state.staging.exists()
        recover(folder)
        found = {int((folder / name).read_bytes()) for name in FILES}
        seen["torn"] += len(found) != 1
        seen["lost"] += min(found) < number
        seen["litter"] += sum(path.name.endswith(".tmp") for path in folder.iterdir())
        number = max(found)
    print(json.dumps({**seen, "generation": number}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
