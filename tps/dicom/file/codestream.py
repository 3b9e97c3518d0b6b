"""Rows and columns that a compressed image states itself: decoders give its pixels in any shape asked for."""

import struct

# Start-of-frame segments of JPEG (not: huffman tables, JPEG extensions, arithmetic conditioning) and JPEG-LS.
_FRAME_MARKERS = {0xC0 + n for n in range(16)} - {0xC4, 0xC8, 0xCC} | {0xF7}

_JPEG_START, _JPEG2000_START = b"\xff\xd8", b"\xff\x4f\xff\x51"

# A JPEG 2000 file, as opposed to a bare stream, holds the stream in boxes.
_JP2_START = b"\x00\x00\x00\x0cjP  "


def stated_size(image: bytes) -> tuple[int, int] | None:
    """Rows and columns of a JPEG, JPEG-LS or JPEG 2000 image; None where it is of another kind or damaged.

    Notes
    -----
    ISO 10918-1 B.2.2 and ISO 14495-1 C.2.2: length, precision, rows, columns.  ISO 15444-1 A.5.1: width and
    height of the reference grid, and where on it the image begins.
    """
    try:
        if image[:2] == _JPEG_START:
            return _of_jpeg(image)
        if image[: len(_JP2_START)] == _JP2_START:
            image = image[image.index(_JPEG2000_START) :]
        if image[:4] == _JPEG2000_START:
            width, height, left, top = struct.unpack_from(">4I", image, 8)
            return height - top, width - left
    except (struct.error, ValueError):
        return None
    return None


def _of_jpeg(image: bytes) -> tuple[int, int] | None:
    place = 2
    while True:
        begin, marker = struct.unpack_from(">2B", image, place)
        if begin != 0xFF:
            return None
        if marker == 0xFF:  # a fill byte
            place += 1
        elif marker in _FRAME_MARKERS:
            rows, columns = struct.unpack_from(">2H", image, place + 5)
            return rows, columns
        else:
            place += 2 + struct.unpack_from(">H", image, place + 2)[0]


def run_lengths_fill(image: bytes, enough: int) -> int:
    """Bytes that the longest segment of a run-length image unpacks to; counting stops soon beyond ``enough``.

    One byte more than ``enough`` is padding and not counted (PS3.5, annex G).
    """
    if len(image) < _RLE_HEADER.size:
        return 0  # the decoder says so
    count, *starts = _RLE_HEADER.unpack_from(image)
    edges = [*starts[: min(count, len(starts))], len(image)]
    longest = max((_unpacked(image, a, b, enough) for a, b in zip(edges, edges[1:], strict=False)), default=0)
    return enough if longest == enough + 1 else longest


_RLE_HEADER = struct.Struct("<16I")


def _unpacked(image: bytes, at: int, end: int, enough: int) -> int:
    """Bytes that PackBits from ``at`` to ``end`` unpack to."""
    found = 0
    while at < end and found <= enough + 1:
        control = image[at]
        if control < 128:
            found += min(control + 1, end - at - 1)
            at += control + 2
        elif control > 128:
            found += 257 - control if at + 1 < end else 0
            at += 2
        else:
            at += 1
    return found
