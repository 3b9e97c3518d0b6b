"""The byte frames of a file: what does not close is refused, where pydicom would read on."""

import struct

import pytest

from tps.dicom.file.element_check import MAX_DEPTH, check_framing, data_set_start
from tps.errors import BadInput

SEQUENCE_TAG, TEXT_TAG, LAST_TAG = (0x3006, 0x0039), (0x3006, 0x0026), (0x3006, 0x0050)
UNDEFINED = 0xFFFFFFFF


def short(tag, vr, value, length=None):
    return struct.pack("<HH2sH", *tag, vr, len(value) if length is None else length) + value


def long(tag, vr, value, length=None):
    return struct.pack("<HH2sHI", *tag, vr, 0, len(value) if length is None else length) + value


def mark(number, value=b"", length=None):
    return struct.pack("<HHI", 0xFFFE, number, len(value) if length is None else length) + value


NAME = short(TEXT_TAG, b"LO", b"GTV ")
ITEM = mark(0xE000, NAME)
OPEN_ITEM = mark(0xE000, NAME, UNDEFINED) + mark(0xE00D)
END = mark(0xE0DD)
PIXELS = (0x7FE0, 0x0010)


def check(content, implicit=False):
    return check_framing(content, 0, implicit, True, "x.dcm")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        NAME,
        NAME + long(SEQUENCE_TAG, b"SQ", ITEM + ITEM),
        NAME + long(SEQUENCE_TAG, b"SQ", OPEN_ITEM + ITEM + END, UNDEFINED),
        long(SEQUENCE_TAG, b"SQ", mark(0xE000, long(SEQUENCE_TAG, b"SQ", ITEM)) + END, UNDEFINED),
        long(PIXELS, b"OB", mark(0xE000) + mark(0xE000, b"1234") + END, UNDEFINED),
        long(PIXELS, b"OW", b"1234"),
    ],
)
def test_whole_files(content):
    assert check(content) == ()


def test_what_is_irregular_but_clear():
    assert check(short(LAST_TAG, b"DS", b"1 ") + NAME) == ("elements are not in ascending order",)
    assert check(NAME + bytes(32)) == ("32 zero bytes follow the last element",)


NESTED = NAME
for _ in range(MAX_DEPTH + 2):
    NESTED = long(SEQUENCE_TAG, b"SQ", mark(0xE000, NESTED))


@pytest.mark.parametrize(
    "content, words",
    [
        (NAME[:5], "5 bytes where an element should begin"),
        (NAME[:-2], "promises 4 bytes, 2 are there"),
        (NAME + NAME, "is there twice"),
        (long(SEQUENCE_TAG, b"SQ", ITEM)[:10], "has no length"),
        (long(SEQUENCE_TAG, b"SQ", ITEM, 4), "where an element should begin"),
        (long(SEQUENCE_TAG, b"SQ", OPEN_ITEM, UNDEFINED), "does not end"),
        (
            long(SEQUENCE_TAG, b"SQ", mark(0xE000, NAME, UNDEFINED), UNDEFINED),
            "an item of a sequence does not end",
        ),
        (long(SEQUENCE_TAG, b"SQ", NAME), "something that is no item"),
        (
            long(SEQUENCE_TAG, b"SQ", mark(0xE000, NAME, 99)),
            "an item of ROI Contour Sequence (3006,0039) promises",
        ),
        (NAME + mark(0xE00D), "stray delimiter"),
        (long(PIXELS, b"OB", mark(0xE000, b"12", 99) + END, UNDEFINED), "fragment of Pixel Data (7FE0,0010)"),
        (long(PIXELS, b"OB", mark(0xE000, b"12"), UNDEFINED), "does not end"),
        (NESTED, "more than 24 deep"),
    ],
)
def test_broken_files(content, words):
    with pytest.raises(BadInput) as caught:
        check(content)
    assert words in str(caught.value) and "x.dcm" in str(caught.value)


def test_private_elements_of_implicit_files():
    """Their kind is not known: of defined length they are skipped, of undefined length they hold items."""
    private = struct.pack("<HHI", 0x0009, 0x1001, 6) + b"\xff" * 6
    sequence = struct.pack("<HHI", 0x0009, 0x1002, UNDEFINED) + mark(0xE000) + END
    assert check(private + sequence, implicit=True) == ()
    with pytest.raises(BadInput, match=r"\(0009,1001\) promises 6 bytes"):
        check(private[:-1], implicit=True)


def test_where_the_data_set_begins():
    meta = short((2, 0x10), b"UI", b"1.2.840.10008.1.2\0")
    assert data_set_start(bytes(128) + b"DICM" + meta + NAME, "x") == 132 + len(meta)
    assert data_set_start(meta + NAME, "x") == len(meta)
    assert data_set_start(NAME, "x") == 0
    with pytest.raises(BadInput, match="Transfer Syntax UID"):
        data_set_start(meta[:-4], "x")
