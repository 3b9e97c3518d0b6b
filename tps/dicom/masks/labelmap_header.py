"""Check a label map's header of text before the library that reads it sees it.

That library (ITK) trusts headers: damaged ones end the process, name other files to read, leave out where the
image lies, are taken for mm whatever their unit, and voxels too many or too few are cut or filled up.
"""

import bz2
import math
import re
import zlib
from collections.abc import Iterable

from tps.dicom.masks.affine import nowhere
from tps.errors import BadInput

# A header of text is some lines; with the names of a hundred segments it has 100 kB.
MAX_TEXT_HEADER = 4 * 1024**2
MAX_FIELD = 4096

# 512 x 512 x 2000 labels of 16 bits; a map that needs more stores its labels wastefully, or is an attack.
MAX_VOXEL_BYTES = 1024**3

# What is unpacked at a time where only the length counts.
_CHUNK = 16 * 1024**2

# Ways to write millimetres, and to state no unit.
_MILLIMETRES = ("mm", "millimeter", "millimeters", "millimetre", "millimetres", "")

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_VECTOR = rf"\({_NUMBER}(?:,\s*{_NUMBER})*\)"
_WORDS = r"[A-Za-z0-9 ,._\-\"/()^*?]*"

# The rooms whose directions the library knows; it takes all others for the last, in silence.
_SPACES = (
    "right-anterior-superior",
    "ras",
    "left-anterior-superior",
    "las",
    "left-posterior-superior",
    "lps",
)

_TYPE_BYTES = {
    1: "signed char|int8|int8_t|uchar|unsigned char|uint8|uint8_t",
    2: "short|short int|signed short|signed short int|int16|int16_t|ushort|unsigned short|"
    "unsigned short int|uint16|uint16_t",
    4: "int|signed int|int32|int32_t|uint|unsigned int|uint32|uint32_t|float",
    8: "longlong|long long|long long int|signed long long|signed long long int|int64|int64_t|ulonglong|"
    "unsigned long long|unsigned long long int|uint64|uint64_t|double",
}  # fmt: skip
_NRRD_BYTES = {name: size for size, names in _TYPE_BYTES.items() for name in names.split("|")}

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

_META_LINE = re.compile(r"([A-Za-z0-9_]+) *= *([^\x00-\x1f]*)")

_META_BYTES = {
    "CHAR": 1, "UCHAR": 1, "SHORT": 2, "USHORT": 2, "INT": 4, "UINT": 4, "LONG": 4, "ULONG": 4,
    "LONG_LONG": 8, "ULONG_LONG": 8, "FLOAT": 4, "DOUBLE": 8,
}  # fmt: skip

# What a MetaImage must say of its place, each in one of these ways.
_META_PLACE = (
    ("Offset", "Position", "Origin"),
    ("ElementSpacing", "ElementSize"),
    ("TransformMatrix", "Rotation", "Orientation"),
)


def check_labelmap_header(name: str, content: bytes, beside: bytes | None = None) -> None:
    """Refuse an NRRD or MetaImage whose header cannot be relied on.

    Parameters
    ----------
    name : str
        Of the file; its ending says the kind.
    content : bytes
    beside : bytes, optional
        The voxels of a MetaImage header, where they are in a file of their own.

    Raises
    ------
    BadInput
        If it is damaged, names another place for its voxels, does not say in mm where the image lies, or
        promises more or fewer voxels than there are.
    """
    if name.lower().endswith(".nrrd"):
        _nrrd(name, content)
    else:
        _meta_image(name, content, beside)


def damaged(name: str, why: str = "") -> BadInput:
    """A label map that is none."""
    return BadInput(
        f"the label map is damaged or of no known kind{': ' + why if why else ''}",
        where=name,
        expected="NIfTI, NRRD or MetaImage",
        remedy="export it again",
    )


def check_byte_count(name: str, found: int, expected: int) -> None:
    """Refuse a file that is cut short, and one with bytes to spare: its rows are not where they seem."""
    if found < expected:
        raise BadInput(
            f"the file is cut short: {found} of {expected} bytes", where=name, remedy="copy it again"
        )
    if found > expected:
        raise BadInput(
            f"holds more than the {expected} bytes that its header describes",
            where=name,
            expected="as many voxels as the header says",
            remedy="export it again",
        )


def check_voxel_bytes(name: str, count: int, size: int) -> int:
    """Bytes of ``count`` voxels of ``size`` bytes, refused where they are more than any map needs."""
    if count * size > MAX_VOXEL_BYTES:
        raise BadInput(
            f"the header promises {count:,} voxels of {size} bytes",
            where=name,
            expected=f"at most {MAX_VOXEL_BYTES / 1e9:.1f} GB",
            remedy="save it with 8 or 16 bits a voxel",
        )
    return count * size


def _other_unit(name: str, unit: str) -> BadInput:
    return BadInput(f"its unit of length is {unit!r}", where=name, expected="mm", remedy="export it in mm")


def _header_lines(name: str, head: bytes) -> list[str]:
    try:
        return head.decode("utf-8").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        raise damaged(name, "its header is no text") from error


def _fields(name: str, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Fields of a header, each of which may stand once."""
    fields: dict[str, str] = {}
    for field, value in pairs:
        if fields.setdefault(field, value) != value:
            raise damaged(name, f"the header says {field!r} twice")
    return fields


def _nrrd(name: str, content: bytes) -> None:
    found = re.search(rb"\n\r?\n", content[:MAX_TEXT_HEADER])
    if not re.match(rb"NRRD000\d\r?\n", content) or not found:
        raise damaged(name, "no NRRD header")
    fields = _fields(name, _nrrd_pairs(name, content[: found.start()]))
    missing = {"space", "space directions", "space origin"} - fields.keys()
    if missing:
        raise nowhere(name, f"no {', '.join(sorted(missing))}")
    if fields["space"].lower() not in _SPACES:
        raise nowhere(name, f"space is {fields['space']!r}")
    for field in ("space units", "units"):
        for unit in re.findall(r'"([^"]*)"', fields.get(field, "")) or fields.get(field, "").split():
            if unit.strip().lower() not in _MILLIMETRES:
                raise _other_unit(name, unit)
    if any(int(fields.get(skip, "0")) for skip in ("byte skip", "line skip")):
        raise damaged(name, "its voxels begin elsewhere")
    if not {"type", "sizes", "encoding"} <= fields.keys() or fields["type"].lower() not in _NRRD_BYTES:
        raise damaged(name, "no type, sizes or encoding")
    count = math.prod(int(size) for size in fields["sizes"].split())
    expected = check_voxel_bytes(name, count, _NRRD_BYTES[fields["type"].lower()])
    check_byte_count(
        name, _unpacked_length(name, content[found.end() :], fields["encoding"], expected), expected
    )


def _nrrd_pairs(name: str, head: bytes) -> Iterable[tuple[str, str]]:
    for line in _header_lines(name, head)[1:]:
        key = re.match(r"([^:]+):=(.*)", line)
        if key:  # a key and its text
            yield f"{key[1]}:=", key[2]
        if line.startswith("#") or key:
            continue
        field, colon, value = line.partition(": ")
        field = field.strip().lower()
        if field in ("data file", "datafile"):
            raise BadInput("its voxels are in another file", where=name, expected="one file with its voxels")
        allowed = _NRRD_FIELDS.get(field)
        if not colon or not allowed or len(value) > MAX_FIELD or not re.fullmatch(allowed, value.strip()):
            raise damaged(name, f"the header's line {line[:40]!r}")
        yield field, value.strip()


def _unpacked_length(name: str, packed: bytes, encoding: str, limit: int) -> int:
    """Bytes that ``packed`` unpacks to, counted piece by piece, up to some more than ``limit``."""
    if encoding == "raw":
        return len(packed)
    is_bzip2 = encoding in ("bzip2", "bz2")
    # 32 more: a header of zlib's or of gzip's, whichever is there.
    unpacker = bz2.BZ2Decompressor() if is_bzip2 else zlib.decompressobj(32 + zlib.MAX_WBITS)
    total = 0
    try:
        while not unpacker.eof and total <= limit:
            piece = unpacker.decompress(packed, _CHUNK)
            packed = b"" if isinstance(unpacker, bz2.BZ2Decompressor) else unpacker.unconsumed_tail
            if not piece and not packed:
                break
            total += len(piece)
    except (OSError, zlib.error) as error:
        raise damaged(name, "its packed voxels") from error
    if total <= limit and not unpacker.eof:
        raise BadInput("the file is cut short", where=name, remedy="copy it again")
    return total


def _meta_image(name: str, content: bytes, beside: bytes | None) -> None:
    end = re.search(rb"ElementDataFile *= *([^\r\n]*)\r?(?:\n|$)", content[:MAX_TEXT_HEADER])
    if not end:
        raise damaged(name, "no MetaImage header")
    pairs = []
    for line in _header_lines(name, content[: end.start()]):
        if not line:
            continue
        found = _META_LINE.fullmatch(line)
        if len(line) > MAX_FIELD or not line.isascii() or not found:
            raise damaged(name, f"the header's line {line[:40]!r}")
        pairs.append((found[1], found[2].strip()))
    fields = _fields(name, pairs)
    voxels = end[1].strip()
    if voxels == b"LOCAL":
        data = content[end.end() :]
    else:
        data = _voxels_beside(name, voxels, beside)
    for ways in _META_PLACE:
        stated = [way for way in ways if way in fields]
        if len(stated) != 1:
            raise nowhere(name, f"{'two of' if stated else 'no'} {' or '.join(ways)}")
    unit = fields.get("DistanceUnits", "")
    if unit.lower() not in _MILLIMETRES:
        raise _other_unit(name, unit)
    _check_meta_voxels(name, fields, data)


def _voxels_beside(name: str, file: bytes, beside: bytes | None) -> bytes:
    """The voxels of a header of its own, which must lie in a file beside it."""
    if name.lower().endswith(".mha"):
        raise BadInput("its voxels are in another file", where=name, expected="one file with its voxels")
    if beside is None:
        raise BadInput(
            f"its voxels are not in a file beside it: {file.decode('ascii', 'replace')[:40]!r}",
            where=name,
            expected="the name of one file in its folder",
        )
    return beside


def voxel_file_of(content: bytes) -> str:
    """Name of the file in which a MetaImage header says its voxels are; "" where it names none beside it."""
    found = re.search(rb"ElementDataFile *= *([\w\-][\w\-. ]*)\r?(?:\n|$)", content[:MAX_TEXT_HEADER])
    voxels = found[1].decode("ascii").strip() if found else ""
    return "" if voxels in ("LOCAL", "LIST") else voxels


def _check_meta_voxels(name: str, fields: dict[str, str], data: bytes) -> None:
    kind = fields.get("ElementType", "").upper().removeprefix("MET_").removesuffix("_ARRAY")
    sizes = fields.get("DimSize", "").split()
    channels = fields.get("ElementNumberOfChannels", "1")
    if kind not in _META_BYTES or not sizes or not all(n.isdigit() for n in (*sizes, channels)):
        raise damaged(name, "no ElementType or DimSize")
    if fields.get("BinaryData", "True").lower() not in ("true", "1") or fields.get("HeaderSize", "0") != "0":
        raise damaged(name, "its voxels are written in another way")
    count = math.prod(int(n) for n in sizes) * int(channels)
    expected = check_voxel_bytes(name, count, _META_BYTES[kind])
    is_packed = fields.get("CompressedData", "False").lower() in ("true", "1")
    check_byte_count(name, _unpacked_length(name, data, "zlib" if is_packed else "raw", expected), expected)
