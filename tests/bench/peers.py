"""As many records for tools that others made, each in its own format, in the state that is best for it."""

import base64
import hashlib
import random
from datetime import timedelta
from pathlib import Path

from generate import START, UNITS


def doorstop_items(folder: Path, items: int) -> None:
    """One document of reviewed items with levels of their own and no links: nothing that doorstop would say or write."""
    home = folder / "items"
    home.mkdir(parents=True)
    (folder / ".git").mkdir()  # all that doorstop asks of a repository
    (home / ".doorstop.yml").write_text("settings:\n  digits: 6\n  prefix: R\n  sep: ''\n", "utf-8")
    for number in range(1, items + 1):
        name, text = f"R{number:06d}", f"建立健全第{number}项工作机制"
        stamp = base64.urlsafe_b64encode(hashlib.sha256(f"{name}{text}".encode()).digest()).decode()
        lines = ["active: true", "derived: false", "header: ''", f"level: '1.{number}'", "links: []"]
        lines += ["normative: true", "ref: ''", f"reviewed: {stamp}", "text: |", f"  {text}", ""]
        (home / f"{name}.yml").write_text("\n".join(lines), "utf-8")


def journal(path: Path, records: int) -> None:
    """A journal of transactions between two accounts, in the order of their days."""
    chance = random.Random(records)
    days = sorted(START + timedelta(days=chance.randrange(400)) for _ in range(records))
    with path.open("w", encoding="utf-8") as file:
        for number, day in enumerate(days, 1):
            lead, other = chance.sample(UNITS, 2)
            file.write(f"{day} 建立健全第{number}项工作机制\n    牵头:{lead}  1\n    配合:{other}\n\n")
