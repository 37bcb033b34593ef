"""Text as people see it: Chinese is two cells wide, and people mistype names."""

import re
import unicodedata
from collections.abc import Iterable

# what opens stays with what follows it, what closes with what goes before it: no line of Chinese begins with a comma
_OPENING, _CLOSING = "（“‘《〈「『【〔", "）”’》〉」』】〕，。；：、！？…"
_UNBROKEN = rf"(?s)[{_OPENING}]*(?:[!-~]+|.)[{_CLOSING}]*"

_NARROW, _WIDE = " -~·–—‘’“”…", "、-〟一-鿿！-｠"
"""What nearly all text is made of, as classes of characters that take one cell, or two, whatever stands beside them."""
# patterns are compiled for who asks them: most starts are over before
_PLAIN, _TWICE = f"[{_NARROW}{_WIDE}]*", f"[{_WIDE}]+"


def width(text: str) -> int:
    """Cells that ``text`` takes in a terminal; control characters count as nothing."""
    if text.isascii() and text.isprintable():
        return len(text)
    if re.fullmatch(_PLAIN, text):
        return len(text) + sum(map(len, re.findall(_TWICE, text)))
    from wcwidth import wcswidth, wcwidth  # noqa: PLC0415 - its tables take longer to load than a whole short command

    cells = wcswidth(text)
    return cells if cells >= 0 else sum(max(0, wcwidth(c)) for c in text)


def shorten(text: str, cells: int) -> str:
    """Cut to at most ``cells`` cells, with two dots where something was cut."""
    if width(text) <= cells:
        return text
    kept = ""
    for character in text:
        if width(kept + character) > cells - 2:
            break
        kept += character
    return kept + ".."[: max(0, cells)]


def printable(text: str) -> str:
    """The text with control and direction-changing characters made visible: data never drives a terminal."""
    unseen = {
        c for c in set(text) if not c.isprintable() and c != "\n" and unicodedata.category(c) in {"Cc", "Cf"}
    }
    return text.translate({ord(c): _visible(c) for c in unseen}) if unseen else text


def one_line(text: str) -> str:
    """The same in one line: whatever broke it is a blank."""
    return " ".join(printable(text).splitlines())


def quoted(value: object, cells: int = 40) -> str:
    """A value that somebody wrote, in quotation marks and not longer than a message can bear."""
    return f"“{shorten(one_line(str(value)), cells)}”"


def first_of(names: Iterable[str], most: int, rest: str = " 等") -> str:
    """甲、乙、丙 等: the first of many; ``rest`` says that there are more, and may say how many there are: ``{n}``."""
    known = list(names)
    return "、".join(known[:most]) + (rest.format(n=len(known)) if len(known) > most else "")


_DIGITS = "零一二三四五六七八九"


def ordinal(number: int) -> str:
    """一, 十, 十二, 二十, 九十九: how headings are numbered, from 1 to 99."""
    tens, ones = divmod(number, 10)
    ten = {0: "", 1: "十"}.get(tens, f"{_DIGITS[tens]}十")
    return ten + (_DIGITS[ones] if ones else "")


def in_words(value: object) -> str:
    """A value of a file as sentences have it: several joined by 、, nothing for nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return "、".join(map(in_words, value))
        case frozenset():
            return "、".join(map(in_words, sorted(value)))
    return str(value)


def wrap(text: str, cells: int) -> list[str]:
    """Lines of at most ``cells`` cells: broken between Chinese characters, not before a stop.

    A Latin word is broken only when it is longer than a line.
    """
    lines = [""]
    for word in unbroken(text):
        for piece in [word] if width(word) <= cells else word:
            if width(lines[-1] + piece) > cells and lines[-1]:
                lines.append("")
            lines[-1] += piece
    return lines


def unbroken(text: str) -> list[str]:
    """Latin words with the stops around them, and single Chinese characters with theirs: what :func:`wrap` keeps whole."""
    return re.findall(_UNBROKEN, text)


def _visible(character: str) -> str:
    return f"\\u{ord(character):04x}"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that was most likely meant, or None; a suggestion, never applied by itself.

    Abbreviations first (every character in order: 人社局 in 市人力资源社会保障局), then slips of the pen; capitals
    make no difference.
    """
    wanted = name.casefold()
    spelt = {n.casefold(): n for n in sorted(set(known), reverse=True)}
    names = sorted(spelt)
    abbreviated = [n for n in names if len(wanted) > 1 and in_order(wanted, n)]
    if abbreviated:
        return spelt[min(abbreviated, key=lambda n: (len(n), n))]
    import difflib  # noqa: PLC0415 - only where somebody mistyped

    close = difflib.get_close_matches(wanted, names, n=1, cutoff=0.5)
    return spelt[close[0]] if close else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint sentence with the nearest known name, or an empty string."""
    guess = nearest(name, known)
    return f"是否为“{guess}”？" if guess else ""


def in_order(short: str, full: str) -> bool:
    rest = iter(full)
    return all(character in rest for character in short)
