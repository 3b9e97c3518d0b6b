"""Check how a file's bytes are framed: every element inside its container, nothing missing at the end.

pydicom reads on over a frame that does not close, which is kind, and turns a cut-short file into a shorter
one.  Here a frame that does not close is refused (DICOM PS3.5, section 7).
"""

import struct
from dataclasses import dataclass, field

from pydicom.datadict import dictionary_description, dictionary_VR

from tps.errors import BadInput

_UNDEFINED = 0xFFFFFFFF
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_LONG_VRS = {b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV"}

# Real objects nest five deep; bytes that nest more are damaged.
MAX_DEPTH = 24


def _name(tag: int) -> str:
    try:
        text = dictionary_description(tag) + " "
    except KeyError:
        text = ""
    return f"{text}({tag >> 16:04X},{tag & 0xFFFF:04X})"


@dataclass
class _Walk:
    """Position-independent state of one check: the bytes, their encoding, and what was noticed."""

    content: bytes
    where: str
    implicit: bool
    order: str
    notes: set[str] = field(default_factory=set)

    def __post_init__(self):
        self.head = struct.Struct(self.order + "HHI")
        self.short = struct.Struct(self.order + "H")
        self.long = struct.Struct(self.order + "I")

    def refuse(self, what: str) -> BadInput:
        return BadInput(
            f"the file is cut short or damaged: {what}",
            where=self.where,
            expected="a complete DICOM file",
            remedy="copy or export the file again",
        )

    def element(self, at: int, end: int, implicit: bool) -> tuple[int, bytes, int, int]:
        """Tag, VR (b"" unknown), length and start of the value of the element at ``at``."""
        if at + 8 > end:
            raise self.refuse(f"{end - at} bytes where an element should begin")
        group, number, length = self.head.unpack_from(self.content, at)
        tag = group << 16 | number
        if tag in (_ITEM, _ITEM_END, _SEQUENCE_END):
            return tag, b"", length, at + 8
        vr = self.content[at + 4 : at + 6]
        if implicit or not vr.isalpha() or not vr.isupper():
            return tag, self._implicit_vr(tag), length, at + 8
        if vr not in _LONG_VRS:
            return tag, vr, self.short.unpack_from(self.content, at + 6)[0], at + 8
        if at + 12 > end:
            raise self.refuse(f"{_name(tag)} has no length")
        return tag, vr, self.long.unpack_from(self.content, at + 8)[0], at + 12

    @staticmethod
    def _implicit_vr(tag: int) -> bytes:
        try:
            return dictionary_VR(tag).encode()
        except KeyError:
            return b""

    def dataset(self, at: int, end: int, implicit: bool, depth: int, open_ended: bool) -> int:
        """Walk the elements from ``at``; return where they end (behind the item delimiter if open-ended)."""
        if depth > MAX_DEPTH:
            raise self.refuse(f"sequences nest more than {MAX_DEPTH} deep")
        last = -1
        while at < end:
            if depth == 0 and self.content[at : at + 8] == bytes(8) and not any(self.content[at:]):
                self.notes.add(f"{end - at} zero bytes follow the last element")
                return end
            tag, vr, length, value = self.element(at, end, implicit)
            if tag == _ITEM_END and open_ended:
                return value
            if tag in (_ITEM, _ITEM_END, _SEQUENCE_END):
                raise self.refuse(f"a stray delimiter at byte {at}")
            if tag == last:
                raise self.refuse(f"{_name(tag)} is there twice")
            if tag < last:
                self.notes.add("elements are not in ascending order")
            last = tag
            at = self.value(tag, vr, length, value, end, implicit, depth)
        if open_ended:
            raise self.refuse("an item of a sequence does not end")
        return at

    def value(self, tag, vr, length, at, end, implicit, depth) -> int:
        """Walk one value; return where it ends."""
        if length == _UNDEFINED:
            if vr in (b"OB", b"OW") or tag == 0x7FE00010:
                return self.fragments(tag, at, end)
            return self.sequence(tag, at, end, implicit or vr == b"UN", depth, open_ended=True)
        if at + length > end:
            raise self.refuse(f"{_name(tag)} promises {length} bytes, {end - at} are there")
        if vr == b"SQ":
            self.sequence(tag, at, at + length, implicit, depth, open_ended=False)
        return at + length

    def sequence(self, tag, at, end, implicit, depth, open_ended) -> int:
        while at < end:
            found, _, length, value = self.element(at, end, True)
            if found == _SEQUENCE_END and open_ended:
                return value
            if found != _ITEM:
                raise self.refuse(f"{_name(tag)} holds something that is no item")
            if length == _UNDEFINED:
                at = self.dataset(value, end, implicit, depth + 1, True)
            elif value + length > end:
                raise self.refuse(f"an item of {_name(tag)} promises {length} bytes, {end - value} are there")
            else:
                at = self.dataset(value, value + length, implicit, depth + 1, False)
        if open_ended:
            raise self.refuse(f"{_name(tag)} does not end")
        return at

    def fragments(self, tag, at, end) -> int:
        """Encapsulated pixels: items of bytes up to the delimiter."""
        while at < end:
            found, _, length, value = self.element(at, end, True)
            if found == _SEQUENCE_END:
                return value
            if found != _ITEM or value + length > end:
                raise self.refuse(f"a fragment of {_name(tag)} is incomplete")
            at = value + length
        raise self.refuse(f"{_name(tag)} does not end")


def data_set_start(content: bytes, where: str) -> int:
    """Byte at which the data set begins: behind the preamble and the file meta information, where present."""
    at = 132 if content[128:132] == b"DICM" else 0
    walk = _Walk(content, where, False, "<")
    while content[at : at + 2] == b"\x02\x00":
        tag, _, length, value = walk.element(at, len(content), False)
        at = value + length
        if at > len(content):
            raise walk.refuse(f"{_name(tag)} promises {length} bytes, {len(content) - value} are there")
    return at


def check_framing(
    content: bytes, start: int, implicit: bool, little_endian: bool, where: str
) -> tuple[str, ...]:
    """Walk all elements of a data set.

    Parameters
    ----------
    content : bytes
        The file; a deflated data set already inflated.
    start : int
        Where the data set begins, behind preamble and file meta information.
    implicit, little_endian : bool
        Encoding.
    where : str
        For messages.

    Returns
    -------
    tuple of str
        What is irregular but unambiguous.

    Raises
    ------
    BadInput
        If an element does not fit into what contains it, does not end, or is there twice.
    """
    walk = _Walk(content, where, implicit, "<" if little_endian else ">")
    walk.dataset(start, len(content), implicit, 0, False)
    return tuple(sorted(walk.notes))
