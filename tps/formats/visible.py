"""Text of unknown origin as it may be shown: on a screen, in a message, in a table."""

import unicodedata
from pathlib import Path

# Letters that steer what shows them: control characters, halves of a letter (how Python keeps bytes of a
# file's name that are no text, PEP 383), separators of lines.
_STEERING = {"Cc", "Cs", "Zl", "Zp"}

# Marks that turn the order of what follows, and the byte order mark in the middle of a text.
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def shown(text: Path | str) -> str:
    """A path or a text for people and for files in UTF-8.

    Bytes that are no UTF-8 and control characters, escape sequences for the terminal among them, are written
    as ``\\xNN`` or ``\\uNNNN``; line feeds stay.
    """
    text = str(text)
    if text.isprintable():
        return text
    return "".join(c if c == "\n" or not _steers(c) else _escaped(c) for c in text)


def one_line(text: Path | str) -> str:
    """As ``shown``, and line feeds escaped too: for a name within a line."""
    return shown(text).replace("\n", "\\x0a")


def _steers(letter: str) -> bool:
    return unicodedata.category(letter) in _STEERING or letter in _TURNING


def _escaped(letter: str) -> str:
    code = ord(letter)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
