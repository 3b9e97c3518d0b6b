"""Texts of DICOM files, from bytes to letters: by the character set that the file states, never by a guess.

A file says in Specific Character Set (0008,0005) what its texts are written in; one that says nothing may
hold ASCII alone (PS3.5, 6.1.2).  Bytes that are no text of the stated set have no letters: each becomes
U+FFFD here, and whoever needs the text says so.  Chinese systems often write GB18030 bytes and state
nothing, or Latin-1, in which every byte is some letter; such texts are recognised by their shape, and
believed only once the user has stated the set (``Assumed``).
"""

import re
from collections.abc import Sequence

from pydicom import DataElement, Dataset
from pydicom.charset import python_encoding

from tps.errors import UnknownName

UNREADABLE = "\N{REPLACEMENT CHARACTER}"

# pydicom's name for a file that states no set; it would decode Latin-1, the standard allows ASCII.
_NONE = "iso8859"

# Sets in which any byte is some letter of Western, Central or Southern Europe or Turkey: GB18030 passes for
# them.
_LATIN = {"latin_1", "iso8859_2", "iso8859_3", "iso8859_4", "iso_ir_148"}

# What a user may state: by its name in DICOM, or as everybody calls it.
STATABLE = {
    "gb18030": "GB18030",
    "utf-8": "ISO_IR 192",
    "latin1": "ISO_IR 100",
    "big5": "",
    "shift-jis": "",
    "euc-kr": "",
    "windows-1251": "",
}
_ALIASES = {
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "utf8": "utf-8",
    "iso-ir-192": "utf-8",
    "latin-1": "latin1",
    "iso-8859-1": "latin1",
    "iso-ir-100": "latin1",
    "sjis": "shift-jis",
    "cp1251": "windows-1251",
}

# Sets that written files may keep: each letter is the same bytes wherever it stands.
WRITABLE = {
    *(f"ISO_IR {n}" for n in (100, 101, 109, 110, 126, 127, 138, 144, 148, 166, 192)),
    "GB18030",
    "GBK",
}

# Escape sequences of ISO 2022 (PS3.3, C.12.1.1.2) that change what bytes from 0x80 on mean, and the codec
# then.
_ESCAPES_HIGH = {
    b")I": "shift_jis",
    b"-A": "latin_1",
    b"-B": "iso8859_2",
    b"-C": "iso8859_3",
    b"-D": "iso8859_4",
    b"-F": "iso8859_7",
    b"-G": "iso8859_6",
    b"-H": "iso8859_8",
    b"-L": "iso8859_5",
    b"-M": "iso8859_9",
    b"-T": "tis_620",
    b"$)A": "gb2312",
    b"$)C": "euc_kr",
}

# Those that change what bytes below 0x80 mean: two-byte sets, of which Python's codecs want the escape, and
# back. There a backslash byte is half a letter.
_ESCAPES_LOW = {b"$B": "iso2022_jp", b"$(D": "iso2022_jp_2", b"(B": "", b"(J": ""}

_ESCAPE = re.compile(b"\x1b(" + b"|".join(map(re.escape, [*_ESCAPES_HIGH, *_ESCAPES_LOW])) + b")")

# What ends a value, a component or a line: from here on the first set holds again.
_DELIMITER = re.compile(b"([\\\\^=\t\n\f\r])")

_CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


class Assumed(list):
    """Codecs of a file, as pydicom keeps them, with the set the user states for texts in none of them.

    Parameters
    ----------
    stated : str or sequence of str
        pydicom's codecs of the file.
    name : str
        Key of ``STATABLE``.
    """

    def __init__(self, stated, name: str):
        super().__init__(codecs_of(stated))
        self.name = name

    @property
    def codec(self) -> str:
        """Python's codec of the set."""
        return self.name.replace("-", "_") if self.name != "windows-1251" else "cp1251"


def statable(name: str) -> str:
    """The key of ``STATABLE`` for a set as a user writes it.

    Raises
    ------
    UnknownName
        If it is none of them.
    """
    plain = re.sub(r"[_ ]", "-", name.strip().lower())
    found = _ALIASES.get(plain, plain)
    if found not in STATABLE:
        raise UnknownName("character set", name, STATABLE, where="--charset")
    return found


def assume(dataset: Dataset, name: str) -> None:
    """Let a data set's texts, those of its items included, be read with the set the user states.

    Parameters
    ----------
    dataset : Dataset
        As read; changed.
    name : str
        Key of ``STATABLE``.
    """
    assumed = Assumed(dataset.original_character_set, name)
    implicit, little_endian = dataset.original_encoding
    dataset.set_original_encoding(implicit, little_endian, assumed)
    for element in dataset.values():
        if isinstance(element, DataElement) and element.VR == "SQ":  # others inherit it when they are parsed
            for item in element.value:
                assume(item, name)


def assumed_name(dataset: Dataset) -> str:
    """Key of ``STATABLE`` that the user stated for a data set that states none, or a Latin one; else ""."""
    stated = dataset.original_character_set
    holds = isinstance(stated, Assumed) and (stated[0] == _NONE or _plain(stated[0]) in _LATIN)
    return stated.name if isinstance(stated, Assumed) and holds else ""


def assumed_term(dataset: Dataset) -> str:
    """DICOM's name of the set that ``assumed_name`` names; else ""."""
    name = assumed_name(dataset)
    return (STATABLE[name] or "ISO_IR 192") if name else ""


def codecs_of(stated: str | Sequence[str]) -> list[str]:
    """pydicom's codecs as a list."""
    return [stated] if isinstance(stated, str) else list(stated)


def decode(raw: bytes, charsets: str | Sequence[str]) -> str:
    """The text of some bytes; U+FFFD for each byte that is no text of the stated set.

    Parameters
    ----------
    raw : bytes
        Value of an element.
    charsets : str or sequence of str
        pydicom's codecs of the data set, or ``Assumed``.
    """
    stated = codecs_of(charsets)
    if isinstance(charsets, Assumed) and _is_assumed(raw, stated, charsets.codec):
        return raw.decode(charsets.codec, errors="replace")
    return _as_stated(raw, stated)


def _is_assumed(raw: bytes, stated: list[str], codec: str) -> bool:
    """True for a text that the user's word is about: the file's own does not settle it."""
    if raw.isascii():
        return False
    first = _plain(stated[0])
    if first == _NONE and len(stated) == 1 and b"\x1b" not in raw:
        return True
    if first not in _LATIN or len(stated) > 1:
        return UNREADABLE in _as_stated(raw, stated)
    if codec == "gb18030":
        return looks_chinese(raw)
    return codec == "utf_8" and UNREADABLE not in raw.decode("utf-8", errors="replace")


def _plain(codec: str) -> str:
    return codec.lower().replace("-", "_") if codec != _NONE else codec


def _as_stated(raw: bytes, stated: list[str]) -> str:
    first = "ascii" if stated[0] in (_NONE, *_ESCAPES_LOW.values()) else stated[0]
    if b"\x1b" not in raw:
        return raw.decode(first, errors="replace")
    text, low, high = [], b"", first
    for k, part in enumerate(_ESCAPE.split(raw)):
        if k % 2:
            low, high = (part, high) if part in _ESCAPES_LOW else (low, _ESCAPES_HIGH[part])
        elif codec := _ESCAPES_LOW.get(low, ""):
            text.append((b"\x1b" + low + part + b"\x1b(B").decode(codec, errors="replace"))
        else:
            for j, piece in enumerate(_DELIMITER.split(part)):
                high = first if j % 2 else high
                text.append(piece.decode(high, errors="replace"))
    return "".join(text).replace("\x1b", UNREADABLE)


def looks_chinese(raw: bytes) -> bool:
    """True for bytes that are most likely GB18030, whatever set they are said to be of.

    Read as GB18030 they are Chinese letters and ASCII: two and more Chinese letters side by side, or a
    single one that stands for itself.  In Latin-1 an accented letter stands alone, between letters of ASCII;
    what looks like one Chinese letter within a word is two of those.
    """
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return False
    if not all(c.isascii() or _CHINESE.match(c) for c in text):
        return False
    groups = list(re.finditer(r"[^\x00-\x7f]+", text))
    return bool(groups) and all(_is_chinese_word(text, g.start(), g.end()) for g in groups)


def _is_chinese_word(text: str, start: int, end: int) -> bool:
    letters = text[start:end]
    two_high = sum(letter.encode("gb18030")[1] >= 0x80 for letter in letters)
    beside = text[max(start - 1, 0) : start] + text[end : end + 1]
    if len(letters) == 1:
        return two_high == 1 and not any(c.isalpha() for c in beside)
    return len(letters) - two_high <= len(letters) // 3


def trouble_with(raw: bytes, charsets: str | Sequence[str]) -> str:
    """Why a text is not to be believed, to follow the name of its element; "" if it is.

    Parameters
    ----------
    raw : bytes
    charsets : str or sequence of str
        As for ``decode``.
    """
    if raw.isascii() and b"\x1b" not in raw:
        return ""
    stated = codecs_of(charsets)
    if stated == [_NONE]:
        wrong = "is no ASCII text, and no character set is stated"
    else:
        wrong = f"is no text of the stated character set ({', '.join(stated)})"
    if UNREADABLE in decode(raw, charsets):
        if isinstance(charsets, Assumed):
            return f"{wrong}, nor is it {charsets.name}"
        looks = "; its bytes look like GB18030 (Chinese)" if looks_chinese(raw) else ""
        return wrong + looks
    if not isinstance(charsets, Assumed) and _plain(stated[0]) in _LATIN and looks_chinese(raw):
        return f"is stated to be {stated[0]}, and its bytes look like GB18030 (Chinese)"
    return ""


def remedy_for(raw: bytes) -> str:
    """What the user can do about a text that is not to be believed."""
    if looks_chinese(raw):
        return "say what it is written in: --charset gb18030 (or latin1, if it is what the file states)"
    return f"say what it is written in with --charset: {', '.join(sorted(STATABLE))}"


def same_when_written(text: str, character_set: str) -> bool:
    """True if a text written in a DICOM character set is read back as it was, by any reader.

    The second byte of a Chinese letter may be a backslash or a caret, which many readers take for one.
    """
    try:
        raw = text.encode(python_encoding[character_set])
    except UnicodeEncodeError:
        return False
    if any(raw.count(mark.encode()) != text.count(mark) for mark in "\\^="):
        return False
    return decode(raw, [python_encoding[character_set]]) == text and UNREADABLE not in text
