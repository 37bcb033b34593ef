"""Whether a ``--format json`` is of the published shape, and says nothing that the shape does not name."""

import json
from typing import Any

import jsonschema
from cli_runner import ROOT

SCHEMA = json.loads((ROOT / "schemas" / "output.schema.json").read_text("utf-8"))


def strict(node: Any) -> Any:
    """The schema with every key that it does not name forbidden, so that an undescribed key fails."""
    if isinstance(node, list):
        return [strict(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    inner = {key: strict(value) for key, value in node.items()}
    if "object" in str(node.get("type")) and "properties" in node:
        inner.setdefault("additionalProperties", False)
    return inner


STRICT = jsonschema.Draft7Validator(strict(SCHEMA))


def faults(document: Any) -> list[str]:
    return [f"{list(e.absolute_path)}: {e.message}" for e in STRICT.iter_errors(document)]
