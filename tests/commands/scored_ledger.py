"""Three districts, scored by two points that people score and one that the ledger counts; nothing else is in it."""

from pathlib import Path

HEAD = "format: 1\nname: 云州市台账\noffice: 市委改革办\nprefix: 云改办\n"
DISTRICTS = ("望川区", "青漪区", "松屏县")
UNITS = "units:\n  - {id: 市委改革办, kind: 机构}\n  - {id: 市财政局, kind: 部门}\n" + "".join(
    f"  - {{id: {name}, kind: 区县}}\n" for name in DISTRICTS
)
SCORING = """\
schemes:
  - from: 2017-01-01
    basis: 云改办发〔2016〕30号
    aspects:
      - id: A
        title: 坚持正确方向
        checkpoints:
          - {id: A4, title: 三单一书扣分, weight: 20}
      - id: C
        title: 调动基层积极性
        checkpoints:
          - {id: C2, title: 经验推广, weight: 50, by: 人工}
          - {id: C5, title: 改革突破评价, weight: 30, by: 人工}
"""


def write_scored(folder: Path, scoring: str = SCORING) -> Path:
    """The ledger in ``folder``; returns it."""
    folder.mkdir(exist_ok=True)
    for name, text in {"ledger": HEAD, "units": UNITS, "scoring": scoring}.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def score(ledger: Path, month: str, *points: tuple[str, str], note: str = "没有做到") -> None:
    """C2 and C5 of the districts in their order, as many as are given."""
    rows = [
        f"  - {{id: {2 * n + m}, unit: {unit}, point: {point}, score: {value}, note: {note}}}\n"
        for n, (unit, values) in enumerate(zip(DISTRICTS, points, strict=False))
        for m, (point, value) in enumerate(zip(("C2", "C5"), values, strict=True), 1)
    ]
    (ledger / "scores").mkdir(exist_ok=True)
    head = f"id: {month}\nby: 市委改革办\nscored_on: {month}-28\nscores:\n"
    (ledger / "scores" / f"{month}.yaml").write_text(head + "".join(rows), "utf-8")
