"""Read a small text file that a person made: whole, of bounded size, in an encoding that can be told."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from tps.errors import BadInput
from tps.formats.visible import one_line

# Part of the two-byte characters that must be among the Chinese letters of everyday for a text to be taken
# for Chinese: accented letters of western code pages, read so, pair with ASCII letters instead, and the small
# letters of Cyrillic and Greek ones begin no such character.
CLEARLY_CHINESE = 0.75

# The first byte of two in GB 2312: of punctuation, wide letters and letters of level 1; the lowest second.
_GB2312_LEAD, _GB2312_TRAIL = {0xA1, 0xA3, *range(0xB0, 0xD8)}, 0xA1


@dataclass(frozen=True)
class Text:
    """What a file holds.

    Parameters
    ----------
    text : str
        Without a byte order mark; line ends as in the file.
    encoding : {"UTF-8", "UTF-16", "GB18030"}
    """

    text: str
    encoding: str = "UTF-8"


def read_text(
    path: Path | str, *, most_bytes: int, expected: str = "", remedy: str = "", only_unicode: bool = False
) -> Text:
    """Read a text file.

    Parameters
    ----------
    path : path
    most_bytes : int
        A larger file is refused without being read to its end.
    expected, remedy : str
        For the messages.
    only_unicode : bool
        Take UTF-8 and UTF-16 alone.

    Raises
    ------
    BadInput
        If it cannot be read, is too large, is no text, or its encoding cannot be told.
    """
    where = one_line(path)
    try:
        with open(path, "rb") as stream:
            raw = stream.read(most_bytes + 1)
    except OSError as error:
        raise BadInput(
            f"cannot be read: {error.strerror or type(error).__name__}",
            where=where,
            expected=expected,
            remedy=remedy or "check the path and the rights",
        ) from error
    except ValueError as error:  # a NUL byte in the path
        raise BadInput(
            "is no path: it holds a NUL byte", where=where, expected=expected, remedy=remedy
        ) from error
    if len(raw) > most_bytes:
        raise BadInput(
            f"the file has over {most_bytes / 1e6:g} MB", where=where, expected=expected, remedy=remedy
        )
    return decode_text(raw, where, expected=expected, remedy=remedy, only_unicode=only_unicode)


def decode_text(
    raw: bytes, where: str, *, expected: str = "", remedy: str = "", only_unicode: bool = False
) -> Text:
    """The text of bytes: UTF-8, UTF-16 with its mark, or GB 18030 where that is clear.

    Parameters
    ----------
    raw : bytes
    where, expected, remedy : str
        For messages.
    only_unicode : bool
        Do not take GB 18030.

    Raises
    ------
    BadInput
        If the encoding cannot be told, or there is a NUL character.
    """
    found = _decoded(raw, only_unicode)
    if found is None:
        at = _first_fault(raw)
        line = raw.count(b"\n", 0, at) + 1
        raise BadInput(
            f"is not in UTF-8: byte 0x{raw[at]:02x} in line {line}",
            where=where,
            expected=expected or "a text file in UTF-8",
            remedy="save it as UTF-8; in Excel and WPS: Save As, type 'CSV UTF-8 (Comma delimited)'"
            + (f"; {remedy}" if remedy else ""),
        )
    if "\0" in found.text:
        line = found.text.count("\n", 0, found.text.index("\0")) + 1
        raise BadInput(f"a NUL character in line {line}", where=where, expected=expected, remedy=remedy)
    return found


def _decoded(raw: bytes, only_unicode: bool) -> Text | None:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        kinds = [("utf-16", "UTF-16")]
    else:
        kinds = [("utf-8-sig", "UTF-8")]
        if not only_unicode and _is_clearly_chinese(raw):
            kinds.append(("gb18030", "GB18030"))
    for codec, name in kinds:
        try:
            return Text(raw.decode(codec), name)
        except UnicodeDecodeError:
            continue
    return None


def _first_fault(raw: bytes) -> int:
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return min(error.start, len(raw) - 1)
    return 0


def _is_clearly_chinese(raw: bytes) -> bool:
    """True if most of what is not ASCII are pairs of bytes as in GB 2312."""
    pairs = common = at = 0
    while at < len(raw):
        if raw[at] < 0x80:
            at += 1
            continue
        pairs += 1
        second = raw[at + 1] if at + 1 < len(raw) else 0
        common += raw[at] in _GB2312_LEAD and second >= _GB2312_TRAIL
        at += 2
    return pairs > 0 and common >= CLEARLY_CHINESE * pairs
