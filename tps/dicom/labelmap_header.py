"""Check a label map's header before the library that reads it sees it.

That library (ITK) trusts headers: damaged ones end the process, name other files to read, leave out where the
image lies, or fill up with zeros what is missing.
"""

import math
import re
import struct
import zlib

import numpy as np

from tps.errors import BadInput

# Bytes of a NIfTI-1 header, which begins with this number, and where it says what it is.
_NIFTI_HEADER, _NIFTI_MAGIC = 348, (b"n+1\0", b"ni1\0")

# A header of text is some lines; with the names of a hundred segments it has 100 kB.
MAX_TEXT_HEADER = 4 * 1024**2
MAX_FIELD = 4096

# Cosines of single precision are off by 1e-6; what is off by more than this is sheared.
SQUARE_TOLERANCE = 1e-3

# A voxel a kilometre away is in no patient.
FARTHEST_MM = 1e6

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_VECTOR = rf"\({_NUMBER}(?:,\s*{_NUMBER})*\)"
_WORDS = r"[A-Za-z0-9 ,._\-\"/()^*]*"

# The fields of an NRRD file (teem.sourceforge.net/nrrd/format.html) and what may stand there.
_NRRD_FIELDS = {
    "type": r"[A-Za-z0-9_ ]+",
    "dimension": r"\d{1,2}",
    "space": r"[A-Za-z\- ]+",
    "space dimension": r"\d",
    "sizes": r"\d{1,9}(?: +\d{1,9}){0,15}",
    "space directions": rf"(?:{_VECTOR}|none)(?: +(?:{_VECTOR}|none)){{0,15}}",
    "space origin": _VECTOR,
    "space units": _WORDS,
    "measurement frame": rf"{_VECTOR}(?: +{_VECTOR}){{0,2}}",
    "kinds": r"[A-Za-z0-9\-? ]+",
    "centerings": r"[a-z? ]+",
    "centers": r"[a-z? ]+",
    "endian": r"little|big",
    "encoding": r"raw|gzip|gz|bzip2|bz2",
    "thicknesses": rf"(?:{_NUMBER}|nan|NaN)(?: +(?:{_NUMBER}|nan|NaN))*",
    "labels": _WORDS,
    "units": _WORDS,
    "content": r"[ -~]*",
    "min": _NUMBER,
    "max": _NUMBER,
    "old min": _NUMBER,
    "old max": _NUMBER,
    "byte skip": r"-?\d{1,12}",
    "line skip": r"\d{1,9}",
}

_META_LINE = re.compile(r"[A-Za-z0-9_]+ *= *[^\x00-\x1f]*")


def check_labelmap_header(name: str, content: bytes, max_bytes: int) -> tuple[np.ndarray, ...]:
    """Refuse a header that cannot be relied on.

    Parameters
    ----------
    name : str
        Of the file; its ending says the kind.
    content : bytes
    max_bytes : int
        What a packed NIfTI file may unpack to.

    Returns
    -------
    tuple of (3, 4) float
        Of a NIfTI file: its one or two matrices from voxel index to position in DICOM's coordinates, mm.

    Raises
    ------
    BadInput
        If it is damaged, names another place for its voxels, or does not say where the image lies.
    """
    ending = name.lower()
    if ending.endswith((".nii", ".nii.gz")):
        return _nifti(name, content, max_bytes)
    if ending.endswith(".nrrd"):
        _nrrd(name, content)
    else:
        _meta_image(name, content)
    return ()


def damaged(name: str, why: str = "") -> BadInput:
    """A label map that is none."""
    return BadInput(
        f"the label map is damaged or of no known kind{': ' + why if why else ''}",
        where=name,
        expected="NIfTI, NRRD or MetaImage",
        remedy="export it again",
    )


def _nowhere(name: str, what: str) -> BadInput:
    return BadInput(
        f"does not say where in the patient the image lies ({what})",
        where=name,
        expected="origin, spacing and directions",
        remedy="export it with its geometry",
    )


def _nifti(name: str, content: bytes, max_bytes: int) -> tuple[np.ndarray, ...]:
    try:
        if content[:2] == b"\x1f\x8b":
            unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
            content = unpacker.decompress(content, max_bytes)
            if not unpacker.eof:
                raise BadInput("the file is cut short", where=name, remedy="copy it again")
        order = next((o for o in "<>" if struct.unpack_from(o + "i", content)[0] == _NIFTI_HEADER), None)
        if order is None or content[344:348] not in _NIFTI_MAGIC:
            raise damaged(name, "no NIfTI-1 header")
        dim = struct.unpack_from(order + "8h", content, 40)
        (bits,) = struct.unpack_from(order + "h", content, 72)
        pixdim = np.array(struct.unpack_from(order + "8f", content, 76), float)
        (start,) = struct.unpack_from(order + "f", content, 108)
        codes = struct.unpack_from(order + "2h", content, 252)
        quaternion = np.array(struct.unpack_from(order + "6f", content, 256), float)
        rows = np.array(struct.unpack_from(order + "12f", content, 280), float).reshape(3, 4)
    except (struct.error, zlib.error) as error:
        raise damaged(name) from error
    expected = start + math.prod(dim[1 : 1 + max(0, min(dim[0], 7))]) * bits / 8
    if not len(content) >= expected:
        raise BadInput(
            f"the file is cut short: {len(content)} of {expected:.0f} bytes",
            where=name,
            remedy="copy it again",
        )
    qform, sform = codes
    found = [rows] if sform > 0 else []
    if qform > 0:
        found.append(_of_quaternion(quaternion, pixdim))
    if not found:
        raise _nowhere(name, "qform and sform codes are 0")
    if not all(np.all(np.abs(matrix) < FARTHEST_MM) for matrix in found):
        raise _nowhere(name, "its matrix is not finite")
    for matrix in found:
        lengths = np.linalg.norm(matrix[:, :3], axis=0)
        if lengths.min() <= 0 or _skew(matrix[:, :3] / lengths) > SQUARE_TOLERANCE:
            raise BadInput(
                "its axes are not right-angled", where=name, expected="a grid that is not sheared",
                remedy="export it again in the geometry of the CT",
            )  # fmt: skip
    # NIfTI counts to the patient's right and front as negative, DICOM as positive.
    return tuple(matrix * [[-1], [-1], [1]] for matrix in found)


def _skew(axes: np.ndarray) -> float:
    """By how much the columns (3, 3), unit vectors, miss being perpendicular."""
    return float(np.abs(axes.T @ axes - np.eye(3)).max())


def _of_quaternion(values: np.ndarray, pixdim: np.ndarray) -> np.ndarray:
    """Matrix (3, 4) of the header's unit quaternion b, c, d and offset (NIfTI-1, method 2)."""
    b, c, d = values[:3]
    a = math.sqrt(max(0.0, 1.0 - (b * b + c * c + d * d)))
    turn = np.array(
        [
            [a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)],
            [2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)],
            [2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c],
        ]
    )
    spacing = pixdim[1:4] * [1, 1, -1 if pixdim[0] < 0 else 1]
    return np.column_stack([turn * spacing, values[3:]])


def _header_lines(name: str, head: bytes) -> list[str]:
    try:
        return head.decode("utf-8").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        raise damaged(name, "its header is no text") from error


def _nrrd(name: str, content: bytes) -> None:
    found = re.search(rb"\n\r?\n", content[:MAX_TEXT_HEADER])
    if not re.match(rb"NRRD000\d\r?\n", content) or not found:
        raise damaged(name, "no NRRD header")
    fields = set()
    for line in _header_lines(name, content[: found.start()])[1:]:
        if line.startswith("#") or re.match(r"[^:]+:=", line):  # a comment, or a key and its text
            continue
        field, colon, value = line.partition(": ")
        field = field.strip().lower()
        if field in ("data file", "datafile"):
            raise BadInput("its voxels are in another file", where=name, expected="one file with its voxels")
        allowed = _NRRD_FIELDS.get(field)
        if not colon or not allowed or len(value) > MAX_FIELD or not re.fullmatch(allowed, value.strip()):
            raise damaged(name, f"the header's line {line[:40]!r}")
        fields.add(field)
    missing = {"space", "space directions", "space origin"} - fields
    if missing:
        raise _nowhere(name, f"no {', '.join(sorted(missing))}")


def _meta_image(name: str, content: bytes) -> None:
    end = re.search(rb"ElementDataFile *= *([^\r\n]*)\r?(?:\n|$)", content[:MAX_TEXT_HEADER])
    if not end:
        raise damaged(name, "no MetaImage header")
    for line in _header_lines(name, content[: end.start()]):
        if line and (len(line) > MAX_FIELD or not line.isascii() or not _META_LINE.fullmatch(line)):
            raise damaged(name, f"the header's line {line[:40]!r}")
    voxels = end[1].strip()
    is_local = voxels == b"LOCAL"
    if name.lower().endswith(".mha") and not is_local:
        raise BadInput("its voxels are in another file", where=name, expected="one file with its voxels")
    if not is_local and not re.fullmatch(rb"[\w\-][\w\-. ]*", voxels):
        raise BadInput(
            "its voxels are not in a file beside it",
            where=name,
            expected="the name of one file in its folder",
        )
