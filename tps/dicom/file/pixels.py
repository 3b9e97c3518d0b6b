"""Stored pixel values of an object, checked before anything of the promised size is taken."""

from collections.abc import Iterator

import numpy as np
from pydicom import Dataset
from pydicom.encaps import generate_frames
from pydicom.pixels import get_decoder
from pydicom.uid import UID, RLELossless

from tps.dicom.file.codestream import run_lengths_fill, stated_size
from tps.dicom.file.dicom_file import DicomFile, open_whole, reading_guard
from tps.dicom.file.values import integer, text
from tps.errors import BadInput

# An image of more rows or columns does not exist; a header that promises them is damaged.
MAX_EDGE = 8192

# 4 GB of 32-bit values at the very most; a dose grid or a multi-frame CT needs far less.
MAX_VALUES = 1_000_000_000

# Compressed pixels unpack to this many times their bytes at most (a CT to 2 to 5 times, with loss to 20).  An
# empty image of JPEG 2000 unpacks to 2600 times, a map of few labels to 1000: smaller objects, which can do
# no harm, are let through, and larger ones of labels.
MAX_RATIO = 25
RATIO_FREE_BYTES = 64 * 1024**2
LABELS_FREE_BYTES = 256 * 1024**2


def matrix_of(dataset: Dataset, where: str) -> tuple[int, int]:
    """Rows and columns, within reason."""
    rows, columns = integer(dataset, "Rows", where), integer(dataset, "Columns", where)
    if not (1 <= rows <= MAX_EDGE and 1 <= columns <= MAX_EDGE):
        raise BadInput(
            f"the header promises {rows} x {columns} pixels",
            where=where,
            expected=f"1 to {MAX_EDGE} rows and columns",
            remedy="copy or export the file again",
        )
    return rows, columns


def stored_frames(file: DicomFile, rows: int, columns: int) -> np.ndarray:
    """Stored values (frames, rows, columns), before rescaling.

    Raises
    ------
    BadInput
        If the file is cut short, is not grey, promises an absurd size, or cannot be decoded.
    """
    with reading_guard(file.name):
        dataset = open_whole(file)
        _check(dataset, file.name)
        pixels = dataset.pixel_array
    pixels = pixels[np.newaxis] if pixels.ndim == 2 else pixels
    if pixels.ndim != 3 or pixels.shape[1:] != (rows, columns):
        raise BadInput(
            f"the pixels decode to shape {pixels.shape}",
            where=file.name,
            expected=f"grey images of {rows} x {columns}",
            remedy="export the file again",
        )
    return pixels


def each_frame(file: DicomFile, rows: int, columns: int) -> Iterator[np.ndarray]:
    """Stored values (rows, columns) of one frame after the other; only one is held in memory.

    A segmentation of a hundred organs has thousands of frames of one bit a pixel.

    Raises
    ------
    BadInput
        As ``stored_frames``.
    """
    dataset = open_whole(file)
    syntax = UID(dataset.file_meta.TransferSyntaxUID)
    if syntax.is_encapsulated or integer(dataset, "BitsAllocated", file.name) != 1:
        yield from stored_frames(file, rows, columns)
        return
    _check(dataset, file.name)
    packed, size = np.frombuffer(dataset.PixelData, np.uint8), rows * columns
    for frame in range(integer(dataset, "NumberOfFrames", file.name, 1)):
        first = frame * size  # frames follow one another without a gap, not even to the next byte
        bits = np.unpackbits(packed[first // 8 : (first + size + 7) // 8], bitorder="little")
        yield bits[first % 8 : first % 8 + size].reshape(rows, columns)


def _check(dataset: Dataset, where: str) -> None:
    if "PixelData" not in dataset:
        raise BadInput("holds no pixel data: the file is cut short", where=where, remedy="copy it again")
    if integer(dataset, "SamplesPerPixel", where, 1) != 1:
        raise BadInput("the pixels are in colour", where=where, expected="a grey image")
    frames = integer(dataset, "NumberOfFrames", where, 1)
    rows, columns = matrix_of(dataset, where)
    count = rows * columns * frames
    bits, stored = integer(dataset, "BitsAllocated", where), integer(dataset, "BitsStored", where)
    most = MAX_VALUES * (8 if bits == 1 else 1)
    if frames < 1 or count > most:
        raise BadInput(
            f"the header promises {columns} x {rows} x {frames} values",
            where=where,
            expected=f"at most {most:,}",
            remedy="copy or export the file again",
        )
    if integer(dataset, "HighBit", where, stored - 1) != stored - 1:
        raise BadInput(
            f"{stored} bits are stored with High Bit {integer(dataset, 'HighBit', where)}",
            where=where,
            expected=f"High Bit {stored - 1}",
            remedy="export the file again",
        )
    syntax = UID(dataset.file_meta.TransferSyntaxUID)
    expected = (count * bits + 7) // 8
    found = len(dataset.PixelData)
    if syntax.is_encapsulated:
        _check_decoder(syntax, where)
        free = LABELS_FREE_BYTES if text(dataset, "Modality") == "SEG" else RATIO_FREE_BYTES
        if expected > max(free, MAX_RATIO * found):
            raise BadInput(
                f"the header promises {expected} bytes of pixels, {found} compressed bytes are there",
                where=where,
                expected=f"at most {MAX_RATIO} times as many",
                remedy="copy or export the file again",
            )
        _check_sizes(dataset, syntax, frames, rows, columns, where)
        return
    if found < expected:
        raise BadInput(
            f"the file is cut short: {found} of {expected} bytes of pixel data",
            where=where,
            expected=f"{frames} image(s) of {rows} x {columns}",
            remedy="copy the file again from where it came",
        )
    if found > expected + expected % 2:
        raise _surplus(f"{found} bytes of pixel data, {expected} by its header", where, rows, columns)


def _surplus(what: str, where: str, rows: int, columns: int) -> BadInput:
    """Pixels of another count than stated: every row after the first would begin at a wrong pixel."""
    return BadInput(
        f"holds {what}",
        where=where,
        expected=f"images of {rows} x {columns} pixels",
        remedy="export the file again",
    )


def _check_sizes(dataset: Dataset, syntax: UID, frames: int, rows: int, columns: int, where: str) -> None:
    """Compressed images must have the rows and columns of the header, before anything is made of theirs."""
    count = 0
    for image in generate_frames(dataset.PixelData, number_of_frames=frames):
        count += 1
        size = stated_size(image)
        if size is not None and size != (rows, columns):
            raise _surplus(f"a compressed image of {size[0]} x {size[1]} pixels", where, rows, columns)
        if syntax == RLELossless and run_lengths_fill(image, rows * columns) > rows * columns:
            raise _surplus("more bytes of pixel data than its header describes", where, rows, columns)
    if count != frames:
        raise BadInput(
            f"holds {count} compressed images, the header states {frames}",
            where=where,
            remedy="export the file again",
        )


def _check_decoder(syntax: UID, where: str) -> None:
    """Refuse a compression that nothing here can undo, by its name."""
    try:
        is_available = get_decoder(syntax).is_available
    except NotImplementedError:
        is_available = False
    if not is_available:
        raise BadInput(
            f"the pixels are compressed as {syntax.name}, for which no decoder is installed",
            where=where,
            remedy="install the extra `codecs`, or decompress the files (dcmdjpeg, dcmdjpls, gdcmconv --raw)",
        )
