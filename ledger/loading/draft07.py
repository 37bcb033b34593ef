"""What pydantic writes (2020-12) → draft-07, the newest dialect that YAML editors read.

Not a word about plans here: what their keys mean is in :mod:`ledger.loading.schemas`.
"""

from typing import Any

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
_NAMED = ("properties", "definitions")  # name → schema
_LISTED = ("allOf", "anyOf", "oneOf")  # [schema]
_FIRST = (
    *("$schema", "$id", "$ref", "title", "description", "default", "examples"),
    *("type", "const", "enum", "enumDescriptions", "format", "pattern", "patternErrorMessage"),
    *("minimum", "maximum", "minLength", "maxLength", "minItems", "uniqueItems", "items"),
    *("if", "then", "required", "additionalProperties", "properties", "allOf", "anyOf", "oneOf"),
)
_LAST = ("definitions",)


def draft07(schema: Schema) -> Schema:
    """The same schema in draft-07.

    Null is gone from it: an empty value is an absent one to us, so no key takes null or defaults to it.
    A reference stands alone, since draft-07 ignores what stands beside it.
    """
    node = _defused(_without_null(schema))
    if "$defs" in node:
        node["definitions"] = node.pop("$defs")
    for key in _NAMED:
        if key in node:
            node[key] = {name: draft07(inner) for name, inner in node[key].items()}
    for key in _LISTED:
        if key in node:
            node[key] = [draft07(inner) for inner in node[key]]
    if "items" in node:
        node["items"] = draft07(node["items"])
    return node


def reference(definition: str) -> Schema:
    return {"$ref": f"#/definitions/{definition}"}


def merged(schema: Schema, more: Schema) -> Schema:
    """``schema`` with ``more`` laid over it, key by key and as deep as both go."""
    result = dict(schema)
    for key, value in more.items():
        deeper = isinstance(value, dict) and isinstance(result.get(key), dict)
        result[key] = merged(result[key], value) if deeper else value
    return result


def arranged(schema: Schema) -> Schema:
    """Keys in the order in which people read a schema; properties stay in the order of the record."""
    result: Schema = {}
    for key in sorted(schema, key=_rank):
        value = schema[key]
        if key in _NAMED:
            result[key] = {name: arranged(inner) for name, inner in value.items()}
        elif key in _LISTED:
            result[key] = [arranged(inner) for inner in value]
        else:
            result[key] = arranged(value) if key in {"items", "if", "then"} else value
    return result


def _rank(key: str) -> tuple[int, str]:
    if key in _LAST:
        return (len(_FIRST) + 1, key)
    return (_FIRST.index(key) if key in _FIRST else len(_FIRST), key)


def _without_null(schema: Schema) -> Schema:
    node = dict(schema)
    branches = [b for b in node.pop("anyOf", []) if b != {"type": "null"}]
    if len(branches) == 1:
        node = {**branches[0], **node}
    elif branches:
        node["anyOf"] = branches
    if "default" in node:
        node["default"] = _pruned(node["default"])
        if _says_nothing(node["default"]):
            del node["default"]
    return node


def _defused(node: Schema) -> Schema:
    if "$ref" not in node:
        return node
    target = {"$ref": node["$ref"].replace("#/$defs/", "#/definitions/")}
    beside = {key: value for key, value in node.items() if key != "$ref"}
    return {**beside, "allOf": [target]} if beside else target


def _pruned(value: Any) -> Any:
    """A default value without the keys that nobody would write."""
    if isinstance(value, dict):
        return {key: _pruned(inner) for key, inner in value.items() if inner is not None}
    return [_pruned(inner) for inner in value] if isinstance(value, list) else value


def _says_nothing(default: Any) -> bool:
    return default is None or default is False or default in ("", [], {})
