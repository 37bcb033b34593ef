"""The file of a plan that the ledger does not have."""

import os
import re
from datetime import date
from pathlib import Path

from ledger.actions.importing.fates import Fields
from ledger.actions.importing.roll import Roll, names_of, written
from ledger.base.days import NoSuchDay, parse_day
from ledger.base.errors import LedgerError
from ledger.base.filenames import unportable
from ledger.base.text import quoted
from ledger.files.folder import SUFFIX
from ledger.files.layout import laid_out
from ledger.files.scalars import Value
from ledger.loading.key_order import key_order
from ledger.loading.kinds import Kind
from ledger.loading.sheets.draft import DraftPlan
from ledger.model.fields import IDENTIFIER

_PLAIN = ("title", "number", "field", "group")
_SCHEMAS = "schemas"
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")


def plan_fields(draft: DraftPlan, plan: str, roll: Roll) -> Fields:
    """What the sheet says of the plan itself. A document with a number and a day was issued on it."""
    told = draft.fields
    fields: dict[str, Value] = {"id": plan, "title": plan}
    fields |= {key: str(told[key]) for key in _PLAIN if key in told}
    if leads := names_of(told.get("lead")):
        fields["lead"] = written(map(roll.full, leads))
    issued = issue_day(draft)
    if issued is not None and "number" in told:
        fields["log"] = [{"date": issued.isoformat(), "event": "印发"}]
    return fields


def issue_day(draft: DraftPlan) -> date | None:
    """The document's day, where the sheet gives one."""
    try:
        return parse_day(str(draft.fields.get("issued", "")))
    except NoSuchDay:
        return None


def file_name(plan: str, issued: date | None, year: int) -> str:
    """From the ledger's folder: ``2017/zb-2017-05.yaml``, by the year of the document, else of the id, else ``year``.

    Raises LedgerError for an id that cannot be the name of a file everywhere.
    """
    must_name_a_file(plan)
    named = _YEAR.search(plan)
    return f"{issued.year if issued else named[0] if named else year}/{plan}{SUFFIX}"


def must_name_a_file(identifier: str) -> None:
    """Raises LedgerError for an id that cannot be the name of a file everywhere."""
    why = "里面不能有空白、/ 或 #" if not re.fullmatch(IDENTIFIER, identifier) else unportable(identifier)
    why = "以句点开头" if identifier.startswith(".") else why
    if why:
        raise LedgerError(f"编号也是文件名，不能写{quoted(identifier)}：{why}")


def file_text(fields: Fields, kind: Kind, name: str, ledger: Path) -> str:
    """The whole file ``name`` of the ledger in this folder, as the project lays files out."""
    found = _schema(kind, ledger, name)
    head = [f"# yaml-language-server: $schema={found}"] if found else []
    return laid_out(dict(fields), key_order(kind), head)


def _schema(kind: Kind, ledger: Path, name: str) -> str | None:
    """How a file points to its schema, where the ledger's repository keeps the published ones."""
    kept = (folder / _SCHEMAS / f"{kind.name}.schema.json" for folder in (ledger, ledger.parent))
    found = next((schema for schema in kept if schema.is_file()), None)
    return Path(os.path.relpath(found, (ledger / name).parent)).as_posix() if found else None
