"""Read a label map from a NIfTI-1 file: labels, where they lie, and their names if the file has them.

A NIfTI file is 348 bytes of fixed fields, optional extensions, and plain voxels, x fastest (NIfTI-1.1,
nifti.nimh.nih.gov).  It states its geometry up to three times (quaternion, matrix, voxel sizes), and the
software in use disagrees on which to believe: here all of them must say the same.
"""

import math
import struct
import zlib
from dataclasses import dataclass

import numpy as np

from tps.dicom.masks.affine import SAME_PLACE_MM, contradictory, grid_of_matrices, nowhere
from tps.dicom.masks.label_names import CARET_CODES, merged, names_of_caret
from tps.dicom.masks.labelmap_header import check_byte_count, check_voxel_bytes, damaged
from tps.errors import BadInput
from tps.model import Grid

_HEADER_BYTES, _MAGIC = 348, (b"n+1\0",)

# Voxel types by their code; complex numbers and colours are no labels.
_TYPES = {
    2: "u1", 4: "i2", 8: "i4", 16: "f4", 64: "f8", 256: "i1", 512: "u2", 768: "u4", 1024: "i8", 1280: "u8",
}  # fmt: skip

# What the spatial unit may be; none stated means mm, as the software that writes NIfTI has it.
_MM_UNITS, _OTHER_UNITS = (0, 2), {1: "metres", 3: "micrometres"}

# Geometries of this code and above are in the room of a template; below, in the scanner's or another scan's.
_FIRST_TEMPLATE_CODE = 3

# Names of a hundred regions have 20 kB.
_MAX_EXTENSION = 4 * 1024**2


@dataclass(frozen=True, eq=False)
class NiftiLabels:
    """What a NIfTI file holds.

    Parameters
    ----------
    values : (nz, ny, nx) array
        As stored, scaled where the header says so.
    grid : Grid
        In DICOM's coordinates.
    names : dict of int to str
        Name by label, as the extended header has them; empty without one.
    """

    values: np.ndarray
    grid: Grid
    names: dict[int, str]


@dataclass(frozen=True, eq=False)
class _Header:
    order: str
    shape: tuple[int, int, int]
    kind: np.dtype
    start: int
    scale: tuple[float, float]
    matrices: tuple[np.ndarray, ...]
    spacing_mm: np.ndarray


def read_nifti(name: str, content: bytes) -> NiftiLabels:
    """Labels, geometry and names of a NIfTI-1 file, plain or packed by gzip.

    Parameters
    ----------
    name : str
        Of the file, for messages.
    content : bytes

    Raises
    ------
    BadInput
        If it is damaged or cut short, does not say in mm where the patient's voxels lie, says so twice in
        contradiction, or holds no single numbers.
    """
    try:
        if content[:2] == b"\x1f\x8b":
            head = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(content, _HEADER_BYTES + 4)
            header = _header(name, head)
            content = _unpacked(name, content, _length(header))
        else:
            header = _header(name, content)
    except (struct.error, zlib.error) as error:
        raise damaged(name) from error
    check_byte_count(name, len(content), _length(header))
    grid = _grid(name, header)
    values = np.frombuffer(content, header.kind, math.prod(header.shape), header.start)
    values = values.reshape(header.shape)
    slope, intercept = header.scale
    if (slope, intercept) != (1.0, 0.0):
        values = values * slope + intercept
    return NiftiLabels(values, grid, _names(name, content, header))


def _length(header: _Header) -> int:
    return header.start + math.prod(header.shape) * header.kind.itemsize


def _unpacked(name: str, packed: bytes, length: int) -> bytes:
    """The whole content, refused where it is longer than ``length``; packed in one piece or several."""
    parts, total = [], 0
    while packed and total <= length:
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        parts.append(unpacker.decompress(packed, length + 1 - total))
        total += len(parts[-1])
        if not unpacker.eof:
            if total <= length:
                raise BadInput("the file is cut short", where=name, remedy="copy it again")
            break
        packed = unpacker.unused_data.lstrip(b"\0")
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _header(name: str, content: bytes) -> _Header:
    order = next((o for o in "<>" if struct.unpack_from(o + "i", content)[0] == _HEADER_BYTES), None)
    if order is None or content[344:348] not in _MAGIC:
        raise damaged(name, "no NIfTI-1 header")
    dim = struct.unpack_from(order + "8h", content, 40)
    code, bits = struct.unpack_from(order + "2h", content, 70)
    pixdim = np.array(struct.unpack_from(order + "8f", content, 76), float)
    start, slope, intercept = struct.unpack_from(order + "3f", content, 108)
    unit = content[123] & 7
    codes = struct.unpack_from(order + "2h", content, 252)
    quaternion = np.array(struct.unpack_from(order + "6f", content, 256), float)
    rows = np.array(struct.unpack_from(order + "12f", content, 280), float).reshape(3, 4)
    if not 3 <= dim[0] <= 7 or min(dim[1:4]) < 1 or any(n != 1 for n in dim[4 : dim[0] + 1]):
        sizes = " x ".join(map(str, dim[1 : 1 + max(0, min(dim[0], 7))])) or "no size"
        raise BadInput(f"the header promises an image of {sizes}", where=name, expected="three dimensions")
    if code not in _TYPES:
        raise BadInput("holds no single whole number per voxel", where=name, expected="a map of labels")
    kind = np.dtype(order + _TYPES[code])
    if bits != 8 * kind.itemsize:
        raise damaged(name, f"{bits} bits a voxel for numbers of {8 * kind.itemsize}")
    check_voxel_bytes(name, math.prod(dim[1:4]), kind.itemsize)
    if not (_HEADER_BYTES + 4 <= start <= _MAX_EXTENSION and start == int(start)):
        raise damaged(name, f"its voxels begin at byte {start:g}")
    if unit not in _MM_UNITS:
        raise BadInput(
            f"its unit of length is {_OTHER_UNITS.get(unit, f'number {unit}')}",
            where=name,
            expected="mm",
            remedy="export it in mm",
        )
    matrices = _matrices(name, codes, quaternion, pixdim, rows)
    scale = (slope, intercept) if slope != 0 and math.isfinite(slope) else (1.0, 0.0)
    return _Header(order, dim[3:0:-1], kind, int(start), scale, matrices, pixdim[1:4])


def _matrices(name: str, codes, quaternion: np.ndarray, pixdim: np.ndarray, rows: np.ndarray) -> tuple:
    """The one or two (3, 4) matrices from voxel index to position in DICOM's coordinates, mm."""
    if max(codes) >= _FIRST_TEMPLATE_CODE:
        raise BadInput(
            "its coordinates are those of a template (Talairach, MNI or another), not of the patient's scan",
            where=name,
            expected="the frame of the CT",
            remedy="export it in the geometry of the CT",
        )
    qform, sform = codes
    found = [rows] if sform > 0 else []
    if qform > 0:
        found.append(_of_quaternion(quaternion, pixdim))
    if not found:
        raise nowhere(name, "qform and sform codes are 0")
    # NIfTI counts to the patient's right and front as negative, DICOM as positive.
    return tuple(matrix * [[-1], [-1], [1]] for matrix in found)


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


def _grid(name: str, header: _Header) -> Grid:
    """The grid that quaternion, matrix and voxel sizes all state."""
    grid = grid_of_matrices(name, header.matrices, header.shape)
    slips = np.abs(header.spacing_mm - grid.spacing_mm) * (np.array(header.shape[::-1]) - 1)
    if not slips.max() <= SAME_PLACE_MM:
        raise contradictory(name, float(slips.max()))
    return grid


def _names(name: str, content: bytes, header: _Header) -> dict[int, str]:
    """Name by label, from the extended header: blocks of size, code and text between fields and voxels."""
    place = _HEADER_BYTES + 4
    names: dict[int, str] = {}
    while content[_HEADER_BYTES] and place < header.start:
        size, code = struct.unpack_from(header.order + "2i", content, place)
        if not 8 < size <= header.start - place:
            raise damaged(name, "its extended header")
        if code in CARET_CODES:
            names = merged(name, names, names_of_caret(name, content[place + 8 : place + size]))
        place += size
    return names
