"""Names and words that mean something to Markdown, mermaid, YAML, a shell or the markers of a bulletin."""

import json
from pathlib import Path

WORDS = [
    "<!-- /ledger:brief -->", "<!-- ledger:due 由 ledger 计算，勿手改 -->", "-->", "---", "```", "````mermaid", "~~~", "| a | b |",
    "$x$ $(rm) `id`", "@name #1 !1", "🧾👩‍💼", "# 一级", "1. 一", "- 一", "</details><script>", "&lt;b&gt;", "[a](http://x)",
    "**粗** _斜_", "a\\|b\\", '"引号" \'单\'', "%%{init}%%", "end", "--lead", "未填", "甲.乙", "{x}", "http://x.cn", "长" * 120,
]  # fmt: skip


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def write_hostile(folder: Path) -> Path:
    """A plan an item of each word in its title, its lead, its field, its cause, its notes; all is overdue or suspended."""
    folder.mkdir(parents=True, exist_ok=True)
    names = ", ".join(map(_quoted, WORDS))
    office = _quoted(WORDS[0])
    (folder / "ledger.yaml").write_text(
        f"name: {_quoted(WORDS[1])}\noffice: {office}\ncommission: {_quoted(WORDS[2])}\nfields: [{names}]\n",
        "utf-8",
    )
    units = "".join(f"  - id: {_quoted(word)}\n" for word in WORDS)
    groups = "".join(f"  - {{id: {_quoted(word + '组')}, kind: 专项小组}}\n" for word in WORDS)
    (folder / "units.yaml").write_text(f"units:\n{units}{groups}", "utf-8")
    (folder / "policy.yaml").write_text(f"versions:\n  - from: 2017-01-01\n    causes: [{names}]\n", "utf-8")
    items = "".join(_item(n, word) for n, word in enumerate(WORDS, 1))
    head = f"id: p\ntitle: {_quoted(WORDS[0])}\nlead: {office}\n"
    plan = f"{head}log: [{{date: 2017-01-05, event: 审议通过, by: {office}}}]\nitems:\n{items}"
    (folder / "p.yaml").write_text(plan, "utf-8")
    return folder


def _item(number: int, word: str) -> str:
    note = _quoted(f"{word}\n<!-- /ledger:method -->\n---\n{word}")
    said = _quoted(word)
    pause = f"- {{date: 2017-08-20, event: 暂缓, by: {said}, until: 2017-12-31, note: {note}, cause: {said}}}"
    log = [
        f"- {{date: 2017-08-01, event: 启动, recorded: 2017-10-03, note: {note}, cause: {said}}}",
        f"- {{date: 2017-08-02, event: 进展, note: {note}}}",
        *([pause] if number % 3 == 0 else []),
        f"- {{date: 2017-10-04, event: 更正, by: {said}, note: {note}, voids: {{date: 2017-08-02, event: 进展}}}}",
        f"- {{date: 2017-10-05, event: 更正, by: {said}, note: {note}, field: title, to: {_quoted(word + '改')}}}",
    ]
    entries = "".join(f"      {line}\n" for line in log)
    return (
        f"  - id: {number}\n    title: {said}\n    field: {said}\n    group: {_quoted(word + '组')}\n    lead: {said}\n"
        f"    due: 2017-09-{1 + number % 28:02}\n    log:\n{entries}"
    )
