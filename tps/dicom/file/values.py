"""Single values out of a data set, checked: a number is a number, finite, and as many as asked for."""

from collections.abc import Container
from functools import cache

import numpy as np
from pydicom import Dataset
from pydicom.datadict import dictionary_description, dictionary_VR
from pydicom.multival import MultiValue
from pydicom.tag import BaseTag, Tag
from pydicom.valuerep import CUSTOMIZABLE_CHARSET_VR

from tps.dicom.file.charset import decode, trouble_with
from tps.errors import BadInput

_REMEDY = "export the object again from the system it came from"

# A whole number written as a decimal string may carry this much rounding.
_WHOLE_TOLERANCE = 1e-9

# Here a zero or 0x20 byte is part of a number, not padding of a text.
_BINARY_VRS = ("US", "SS", "UL", "SL", "FL", "FD", "UV", "SV", "OB", "OW", "OF", "OD", "AT", "UN", "US or SS")


# Texts of ASCII alone: what pydicom makes of them is their bytes without the padding.
_ASCII_VRS = ("CS", "UI")


def _vr(element, keyword: str) -> str:
    return element.VR or dictionary_VR(keyword)


@cache
def _tag(keyword: str) -> BaseTag:
    """The tag of a keyword; looking it up anew takes longer than all the rest of reading a number."""
    return Tag(keyword)


@cache
def _known_vr(keyword: str) -> str:
    """The value representation that the standard gives a keyword."""
    return dictionary_VR(keyword)


def has(dataset: Dataset, keyword: str) -> bool:
    """True if the element is there and not empty."""
    return _holds(dataset.get_item(_tag(keyword)), keyword)


def _holds(element, keyword: str) -> bool:
    if element is None or element.value is None:
        return False
    value = element.value
    if not isinstance(value, bytes):
        return str(value) not in ("", "[]")
    return bool(value if _vr(element, keyword) in _BINARY_VRS else value.strip(b" \0"))


def text(dataset: Dataset, keyword: str, default: str = "") -> str:
    """A text value without surrounding blanks; several values joined by a backslash.

    Bytes that are no text of the character set that the file states become U+FFFD
    (``tps.dicom.file.charset``).
    """
    raw = raw_text(dataset, keyword)
    if raw is not None:
        parts = decode(raw, dataset.original_character_set).split("\\")
        joined = "\\".join(p.rstrip(" \0") for p in parts).strip(" \0")
        is_name = dictionary_VR(keyword) == "PN"
        return (joined.rstrip("=") if is_name else joined) or default  # "=": components that are not there
    plain = unread(dataset, keyword, _ASCII_VRS)
    if plain is not None:
        return plain.decode("latin-1").strip(" \0") or default
    value = _value(dataset, keyword)
    if value is None:
        return default
    parts = list(value) if isinstance(value, (MultiValue, list)) else [value]  # a PersonName iterates too
    return "\\".join(str(p) for p in parts).strip(" \0") or default


def raw_text(dataset: Dataset, keyword: str) -> bytes | None:
    """The bytes of a text whose letters hang on the character set; None for others, and if none were read."""
    return unread(dataset, keyword, CUSTOMIZABLE_CHARSET_VR)


def unread(dataset: Dataset, keyword: str, vrs: Container[str]) -> bytes | None:
    """The bytes of an element of certain value representations; None of others, and where pydicom read it."""
    element = dataset.get_item(_tag(keyword))
    if element is None or not isinstance(element.value, bytes):
        return None
    return element.value if _vr(element, keyword) in vrs else None


def text_trouble(dataset: Dataset, keyword: str) -> str:
    """Why a text is not to be believed, as a sentence that begins with its name; "" if it is."""
    raw = raw_text(dataset, keyword)
    trouble = trouble_with(raw, dataset.original_character_set) if raw is not None else ""
    return f"{_name(keyword)} {trouble}" if trouble else ""


def numbers(dataset: Dataset, keyword: str, where: str, count: int | None = None) -> np.ndarray:
    """A list of finite numbers, (count,) float64.

    Decimal strings are read from their bytes: a contour of a million points makes no objects, and values of
    more than 16 characters are kept in full.  Those of more than 64 KiB cannot be called decimal strings in
    explicit VR, where lengths have 16 bits: writers call them unknown (UN).

    Parameters
    ----------
    dataset : Dataset
    keyword : str
    where : str
        For messages.
    count : int, optional
        How many there must be.

    Raises
    ------
    BadInput
        If the element is missing, is not numeric, not finite, or has another count.
    """
    element = dataset.get_item(_tag(keyword))
    if not _holds(element, keyword):
        raise BadInput(f"{_name(keyword)} is missing", where=where, remedy=_REMEDY)
    try:
        is_text = _vr(element, keyword) in ("DS", "IS", "UN") and _known_vr(keyword) in ("DS", "IS")
        if is_text and isinstance(element.value, bytes):
            if b"_" in element.value:  # Python would take 1_2 for 12
                raise ValueError("underscore")
            found = np.array(element.value.decode("ascii").strip(" \0").split("\\"), dtype=float)
        else:
            found = np.atleast_1d(np.array(_value(dataset, keyword), dtype=float))
    except (ValueError, TypeError) as error:
        raise BadInput(f"{_name(keyword)} is not numeric", where=where, remedy=_REMEDY) from error
    if not np.isfinite(found).all():
        raise BadInput(f"{_name(keyword)} is not finite", where=where, remedy=_REMEDY)
    if count is not None and len(found) != count:
        raise BadInput(
            f"{_name(keyword)} has {len(found)} values", where=where, expected=f"{count}", remedy=_REMEDY
        )
    return found


def _value(dataset: Dataset, keyword: str):
    """The converted value of an element; None where it is missing."""
    element = dataset.get(_tag(keyword))
    return None if element is None else element.value


def _name(keyword: str) -> str:
    return dictionary_description(keyword)


def number(dataset: Dataset, keyword: str, where: str, default: float | None = None) -> float:
    """One finite number; ``default`` where the element is missing or empty (None: refuse).

    Parameters
    ----------
    dataset : Dataset
    keyword : str
    where : str
        For messages.
    default : float, optional
    """
    if default is not None and not has(dataset, keyword):
        return default
    return float(numbers(dataset, keyword, where, 1)[0])


def integer(dataset: Dataset, keyword: str, where: str, default: int | None = None) -> int:
    """One whole number; ``default`` where the element is missing or empty (None: refuse).

    Parameters
    ----------
    dataset, keyword, where : as for ``number``
    default : int, optional
    """
    value = number(dataset, keyword, where, default)
    if abs(value - round(value)) > _WHOLE_TOLERANCE:
        raise BadInput(f"{_name(keyword)} is {value}, not a whole number", where=where)
    return round(value)


def items(dataset: Dataset, keyword: str) -> list[Dataset]:
    """Items of a sequence; an empty list where it is missing."""
    return list(_value(dataset, keyword) or [])
