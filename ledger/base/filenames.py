"""Names that every system can give to a file.

Windows: "Naming Files, Paths, and Namespaces" (Microsoft). A repository with one such file cannot be checked out there.
"""

import re

_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?= *(\.|$))", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def unportable(name: str) -> str | None:
    """Why Windows holds no file of this name (one part of a path, with its suffix): 名称里有“:”; None where it does."""
    if _DEVICE.match(name):
        return f"“{name.partition('.')[0].strip()}”是 Windows 的设备名"
    found = FORBIDDEN.search(name)
    if found:
        return f"名称里有“{found[0]}”" if found[0].isprintable() else "名称里有控制字符"
    if name.endswith((".", " ")):
        return "名称末尾是句点或空格"
    return None
