"""What Word files and workbooks have in common: which text they can carry, and an archive that is the same every time."""

import io
import re
import zipfile

from ledger.base.text import printable

_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
LONGEST_PROPERTY = 255
"""What OPC allows a property of a file to hold."""


def clean(text: str) -> str:
    """What XML can carry: control characters are made visible, halves of characters replaced."""
    return _NOT_XML.sub("\ufffd", printable(text))


def packed(archive: io.BytesIO) -> bytes:
    """The archive anew. Nothing is compressed: zlib differs from build to build, and git stores the parts better so."""
    out = io.BytesIO()
    with zipfile.ZipFile(archive) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as anew:
        # [Content_Types].xml sorts first, where readers look for it
        for name in sorted(parts.namelist()):
            entry = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
            entry.create_system = 0
            anew.writestr(entry, parts.read(name))
    return out.getvalue()
