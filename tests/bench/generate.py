"""A ledger of any size in the published format: about 20 items a plan, two or three entries an item. Deterministic."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

UNITS = [f"市第{n}局" for n in range(1, 61)]
FIELDS = ["经济体制", "社会体制", "生态文明体制", "文化体制", "民主法制", "党的建设制度", "纪律检查体制"]
GROUPS = [f"{name}改革专项小组" for name in FIELDS]
START = date(2017, 1, 10)


def generate(folder: Path, plans: int, items: int = 20) -> None:
    """Write ``plans`` plan files below ``folder``, a hundred to a folder, with the two files every ledger has."""
    chance = random.Random(plans)
    folder.mkdir(parents=True, exist_ok=True)
    head = ["format: 1", "name: 基准台账", "office: 市委改革办", "commission: 市委深改组", "prefix: 基改办"]
    (folder / "ledger.yaml").write_text(
        "\n".join([*head, f"fields: [{', '.join(FIELDS)}]", "as_of: 2017-10-31", ""]), "utf-8"
    )
    bodies = [(name, "部门") for name in UNITS] + [(name, "专项小组") for name in GROUPS]
    bodies += [("市委改革办", "机构"), ("市委深改组", "机构")]
    lines = ["units:"] + [line for name, kind in bodies for line in (f"  - id: {name}", f"    kind: {kind}")]
    (folder / "units.yaml").write_text("\n".join([*lines, ""]), "utf-8")
    for number in range(plans):
        home = folder / f"{number // 100:04d}"
        home.mkdir(exist_ok=True)
        (home / f"p-{number:06d}.yaml").write_text(_plan(number, items, chance), "utf-8")


def generate_sheet(path: Path, rows: int) -> None:
    """A workbook of one plan as an office keeps it: eight columns, no two rows alike."""
    from openpyxl import Workbook  # for this alone

    chance, book = random.Random(rows), Workbook()
    sheet = book.active
    sheet.append(["编号", "工作任务", "原文", "牵头单位", "配合单位", "完成时限", "状态", "工作进展"])
    for number in range(1, rows + 1):
        lead, other = chance.sample(UNITS, 2)
        title = f"建立健全第{number}项工作机制"
        text = f"{title}，明确责任分工，完善配套制度，确保各项任务按期落实到位。"
        due = f"2017年{chance.randrange(1, 13)}月底前"
        note = f"第{number}项征求意见稿已印发"
        sheet.append([str(number), title, text, lead, other, due, "已启动未完成", note])
    book.save(path)


def _plan(number: int, items: int, chance: random.Random) -> str:
    field = number % len(FIELDS)
    lines = [
        f"id: p-{number:06d}",
        f"title: 第{number}号改革实施方案",
        f"field: {FIELDS[field]}",
        f"group: {GROUPS[field]}",
        f"lead: {chance.choice(UNITS)}",
        "log:",
        *_entry(2, START, "审议通过", "by: 市委深改组"),
        *_entry(2, START + timedelta(days=14), "印发"),
        "items:",
    ]
    for item in range(1, items + 1):
        lines += _item(number, item, chance)
    return "\n".join([*lines, ""])


def _item(plan: int, item: int, chance: random.Random) -> list[str]:
    lead, other = chance.sample(UNITS, 2)
    due = START + timedelta(days=chance.randrange(60, 500))
    lines = [
        f"  - id: {item}",
        f"    title: 建立健全第{item}项工作机制",
        f"    lead: {lead}",
        f"    with: [{other}]",
        f"    due: {due}",
        "    log:",
    ]
    begun = START + timedelta(days=20 + chance.randrange(30))
    lines += _entry(6, begun, "启动")
    lines += _entry(
        6,
        begun + timedelta(days=40),
        "进展",
        f"percent: {chance.randrange(10, 90)}",
        "note: 征求意见稿已印发",
    )
    if chance.random() < 0.6:
        done = begun + timedelta(days=60 + chance.randrange(120))
        lines += _entry(
            6,
            done,
            "完成",
            "evidence:",
            f"  - number: 基政办发〔2017〕{plan * 20 + item}号",
            "    kind: 制度成果",
        )
    return lines


def _entry(indent: int, day: date, event: str, *more: str) -> list[str]:
    space = " " * indent
    return [f"{space}- date: {day}", f"{space}  event: {event}", *(f"{space}  {line}" for line in more)]


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]))
