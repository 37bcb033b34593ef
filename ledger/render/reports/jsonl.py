"""``jsonl``: the rows of a report, one object a line."""

import json

from ledger.render.answer import Answer, Renderer, Screen


def _render(answer: Answer, _: Screen) -> str:
    records = answer.report.records if answer.report else ()
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


RENDERER = Renderer("jsonl", _render)
