"""Open one DICOM object, or say in one message why it cannot be used."""

import hashlib
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from pydicom import Dataset, dcmread
from pydicom.config import disable_value_validation
from pydicom.errors import BytesLengthException, InvalidDicomError
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from tps.dicom.file.charset import assume
from tps.dicom.file.element_check import check_framing, data_set_start
from tps.dicom.file.file_source import Blob
from tps.errors import BadInput

# What pydicom and its decoders raise on bytes that do not follow the standard.  Gathered here because a
# damaged file can fail in any of these ways, and every one of them means the same to the user.
PARSE_ERRORS = (
    BytesLengthException,
    InvalidDicomError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

# Endings that say "I am DICOM": such a file is never passed over in silence.
DICOM_SUFFIXES = {".dcm", ".dicom", ".ima", ".dic"}

_MAGIC_END = 132

# A data set begins with its character set, image type, dates or SOP class, all up to SOP Instance UID.
_LAST_FIRST_ELEMENT = 0x0018

# A deflated data set may unpack to this much, and beyond a size that can do no harm to so many times its
# bytes (a CT is deflated 2- to 5-fold, a structure set 10-fold).
MAX_INFLATED_BYTES = 256 * 1024**2
INFLATED_FREE_BYTES = 64 * 1024**2
MAX_INFLATED_RATIO = 25

# Enough to see whether a file is DICOM.
_HEAD_BYTES = 160

# What a file without meta information is encoded as, by (implicit VR, little endian) as found.
_PLAIN_SYNTAX = {
    (True, True): ImplicitVRLittleEndian,
    (False, True): ExplicitVRLittleEndian,
    (False, False): ExplicitVRBigEndian,
}


@dataclass(frozen=True, eq=False)
class DicomFile:
    """One DICOM object, parsed but for its pixels.

    Parameters
    ----------
    name : str
        For messages.
    sha256 : str
    dataset : Dataset
        Everything before the pixel data.
    blob : Blob
        To read the pixels from.
    notes : tuple of str
        What is irregular about the file but does not change its meaning.
    """

    name: str
    sha256: str
    dataset: Dataset
    blob: Blob
    notes: tuple[str, ...] = ()

    @property
    def sop_class(self) -> str:
        """SOP Class UID, "" where missing."""
        with reading_guard(self.name):
            return str(self.dataset.get("SOPClassUID") or "").strip()


@contextmanager
def reading_guard(where: str) -> Iterator[None]:
    """Turn what pydicom throws at damaged bytes into one ``BadInput``; keep its warnings off the screen.

    Values that break a rule of their type (a number of more than 16 characters) are read all the same;
    what depends on a value is checked where it is used.
    """
    try:
        with warnings.catch_warnings(), disable_value_validation():
            warnings.simplefilter("ignore")
            yield
    except PARSE_ERRORS as error:
        raise BadInput(
            f"the file is damaged or not DICOM ({type(error).__name__})",
            where=where,
            expected="a complete DICOM file",
            remedy="copy or export the file again",
        ) from error


def looks_like_dicom(content: bytes) -> bool:
    """True for a Part 10 file, and for a bare data set: it begins in group 2, or early in group 8."""
    if content[128:_MAGIC_END] == b"DICM":
        return True
    if len(content) <= 8:
        return False
    first = [struct.unpack_from(order + "HH", content) for order in "<>"]
    return any((group == 2 or group == 8) and element <= _LAST_FIRST_ELEMENT for group, element in first)


def has_dicom_suffix(name: str) -> bool:
    """True where the name itself claims DICOM."""
    return PurePosixPath(name).suffix.lower() in DICOM_SUFFIXES


def open_header(blob: Blob, charset: str = "") -> DicomFile | None:
    """Parse a file up to its pixels; ``None`` for a file that neither is DICOM nor claims to be.

    Parameters
    ----------
    blob : Blob
    charset : str
        What the user states texts to be written in where the file does not say so
        (``tps.dicom.file.charset``).

    Raises
    ------
    BadInput
        If the file claims to be DICOM, by name or by its first bytes, and cannot be read.
    """
    head = blob.head(_HEAD_BYTES)
    if not looks_like_dicom(head):
        if not has_dicom_suffix(blob.name):
            return None
        raise BadInput(
            "is not DICOM" if head else "the file is empty (0 bytes)",
            where=blob.name,
            expected="a complete DICOM file",
            remedy="copy or export the file again, or take it out of the folder",
        )
    content = blob.read()
    with reading_guard(blob.name):
        start = data_set_start(content, blob.name)
        notes = _framing_of_deflated(content, start, blob.name)
        dataset = dcmread(BytesIO(content), stop_before_pixels=True, force=True)
        dataset.buffer = None  # it would keep the pixels of every slice in memory
        if charset:
            assume(dataset, charset)
        implicit, little_endian = dataset.original_encoding
        if notes is None:
            notes = check_framing(content, start, bool(implicit), bool(little_endian), blob.name)
    return DicomFile(blob.name, hashlib.sha256(content).hexdigest(), dataset, blob, notes)


def _framing_of_deflated(content: bytes, start: int, where: str) -> tuple[str, ...] | None:
    """``check_framing`` of a deflated data set; None for others.  What it unpacks to is not kept."""
    if DeflatedExplicitVRLittleEndian.encode() not in content[:start]:
        return None
    return check_framing(_inflate(content[start:], where), 0, False, True, where)


def _inflate(packed: bytes, where: str) -> bytes:
    """Unpack a deflated data set, refusing one that unpacks without bound."""
    limit = min(MAX_INFLATED_BYTES, max(INFLATED_FREE_BYTES, MAX_INFLATED_RATIO * len(packed)))
    unpacked = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, limit + 1)
    if len(unpacked) > limit:
        raise BadInput(
            f"{len(packed)} bytes unpack to more than {limit / 1e6:.0f} MB",
            where=where,
            expected=f"at most {MAX_INFLATED_RATIO}-fold and {MAX_INFLATED_BYTES / 1e6:.0f} MB",
            remedy="export the file again, uncompressed",
        )
    return unpacked


def open_whole(file: DicomFile) -> Dataset:
    """The data set with its pixel data; call inside ``reading_guard``."""
    dataset = dcmread(BytesIO(file.blob.read()), force=True)
    if "TransferSyntaxUID" not in dataset.file_meta:
        implicit, little_endian = dataset.original_encoding
        dataset.file_meta.TransferSyntaxUID = _PLAIN_SYNTAX[bool(implicit), bool(little_endian)]
    return dataset
