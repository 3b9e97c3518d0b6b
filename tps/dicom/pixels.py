"""Stored pixel values of an object, checked before anything of the promised size is taken."""

import numpy as np
from pydicom import Dataset
from pydicom.pixels import get_decoder
from pydicom.uid import UID

from tps.dicom.dicom_file import DicomFile, guarded, open_whole
from tps.dicom.values import integer
from tps.errors import BadInput

# An image of more rows or columns does not exist; a header that promises them is damaged.
MAX_EDGE = 8192

# 4 GB of 32-bit values at the very most; a dose grid or a multi-frame CT needs far less.
MAX_VALUES = 1_000_000_000

# Compressed pixels unpack to this many times their bytes at most; an empty image of JPEG 2000 to 2600 times.
# Small objects, which can do no harm, are let through.
MAX_RATIO = 5000
RATIO_FREE_BYTES = 16 * 1024**2


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
    with guarded(file.name):
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


def _check(dataset: Dataset, where: str) -> None:
    if "PixelData" not in dataset:
        raise BadInput("holds no pixel data: the file is cut short", where=where, remedy="copy it again")
    if integer(dataset, "SamplesPerPixel", where, 1) != 1:
        raise BadInput("the pixels are in colour", where=where, expected="a grey image")
    frames = integer(dataset, "NumberOfFrames", where, 1)
    rows, columns = matrix_of(dataset, where)
    count = rows * columns * frames
    if frames < 1 or count > MAX_VALUES:
        raise BadInput(
            f"the header promises {columns} x {rows} x {frames} values",
            where=where,
            expected=f"at most {MAX_VALUES:,}",
            remedy="copy or export the file again",
        )
    bits, stored = integer(dataset, "BitsAllocated", where), integer(dataset, "BitsStored", where)
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
        if expected > max(RATIO_FREE_BYTES, MAX_RATIO * found):
            raise BadInput(
                f"the header promises {expected} bytes of pixels, {found} compressed bytes are there",
                where=where,
                expected=f"at most {MAX_RATIO} times as many",
                remedy="copy or export the file again",
            )
        return
    if found < expected:
        raise BadInput(
            f"the file is cut short: {found} of {expected} bytes of pixel data",
            where=where,
            expected=f"{frames} image(s) of {rows} x {columns}",
            remedy="copy the file again from where it came",
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
