"""Headers of label maps: where the voxels lie, in mm, and how many there are, or a refusal."""

import gzip
import struct

import numpy as np
import pytest
from made_dicom import ct_slices, write_series
from made_masks import NAMES, ball_on, labels_on, save

from tps.dicom.case import read_case
from tps.dicom.masks.labelmap import read_labelmaps
from tps.errors import BadInput
from tps.model import Grid


@pytest.fixture
def grid(tmp_path):
    return read_case(write_series(ct_slices(), tmp_path / "ct")).ct.grid


def read(path, grid=None):
    return read_labelmaps(path, grid, NAMES)


# Numbers that are written as they are.
PLAIN = Grid((-10, -12, 30), (1.25, 0.75, 2.5), (4, 16, 12))
LINES = {
    "nrrd": [
        (b"space: left-posterior-superior", b"space: " + b"[" * 3000, "header's line 'space: "),
        (b"(1.25,0,0)", b"(1.25,0," + b"[" * 3000, "header's line 'space directions: "),
        (b"space: left-posterior-superior\n", b"", r"does not say where .*\(no space\)"),
        (b"space origin: (-10,-12,30)\n", b"", "no space origin"),
        (b"encoding: raw", b"encoding: raw\ndata file: ../../secret", "in another file"),
        (b"endian", b"\xff\xfe", "no text"),
        (b"NRRD0004", b"NRRD\x00004", "no NRRD header"),
        (b"encoding: raw\n", b"", "no type, sizes or encoding"),
        # The library knows the directions of three rooms and takes all others for the last of them.
        (b"left-posterior-superior", b"scanner-xyz", "space is 'scanner-xyz'"),
        (b"left-posterior-superior", b"3D-right-handed", "header's line"),
        (b"encoding: raw", b"encoding: raw\nspace origin: (0,0,0)", "'space origin' twice"),
        (b"encoding: raw", b"encoding: raw\nbyte skip: 12", "begin elsewhere"),
        (b"encoding: raw", b"encoding: raw\nline skip: 1", "begin elsewhere"),
        (b"encoding: raw", b"encoding: gzip", "packed voxels"),
        (b"encoding: raw", b'encoding: raw\nspace units: "cm" "cm" "cm"', "unit of length is 'cm'"),
        (b"encoding: raw", b'encoding: raw\nspace units: "mm" "mm" "m"', "unit of length is 'm'"),
        (b"encoding: raw", b'encoding: raw\nunits: "um" "um" "um"', "unit of length is 'um'"),
        (b"encoding: raw", b'encoding: raw\nspace units: "pixel" "" ""', "unit of length is 'pixel'"),
        (b"(1.25,0,0)", b"(1.25,0.5,0)", "not right-angled"),
    ],
    "mha": [
        (b"= LOCAL", b"= /etc/passwd", "in another file"),
        (b"= LOCAL", b"= LIST", "in another file"),
        (b"CenterOfRotation", b"Cent\xc3\xa9OfRotation", "header's line"),
        (b"NDims = 3", b"NDims = " + b"3" * 5000, "header's line"),
        (b"ElementDataFile", b"Nothing", "no MetaImage header"),
        (b"Offset = -10 -12 30\n", b"", "no Offset or Position or Origin"),
        (b"TransformMatrix = 1 0 0 0 1 0 0 0 1\n", b"", "no TransformMatrix"),
        (b"ElementSpacing = 1.25 0.75 2.5\n", b"", "no ElementSpacing or ElementSize"),
        (b"Offset = -10 -12 30\n", b"Offset = -10 -12 30\nPosition = 0 0 0\n", "two of Offset or Position"),
        (b"NDims = 3\n", b"NDims = 3\nOffset = 0 0 0\n", "says 'Offset' twice"),
        (b"NDims = 3\n", b"NDims = 3\nDistanceUnits = cm\n", "unit of length is 'cm'"),
        (b"NDims = 3\n", b"NDims = 3\nHeaderSize = 7\n", "written in another way"),
        (b"BinaryData = True", b"BinaryData = False", "written in another way"),
        (b"CompressedData = False", b"CompressedData = True", "packed voxels"),
        (b"MET_USHORT", b"MET_STRING", "no ElementType or DimSize"),
        (b"TransformMatrix = 1 0 0", b"TransformMatrix = 1 0.2 0", "not right-angled"),
    ],
}


@pytest.mark.parametrize(("ending", "old", "new", "words"), [(e, *line) for e in LINES for line in LINES[e]])
def test_headers_of_text_are_checked_before_the_library_sees_them(tmp_path, ending, old, new, words):
    """Some of these end the process inside the library, most of them it does not look at."""
    path = save(tmp_path / f"a.{ending}", labels_on(PLAIN).astype(np.uint16), PLAIN)
    content = path.read_bytes()
    assert old in content
    read(path)
    path.write_bytes(content.replace(old, new))
    with pytest.raises(BadInput, match=words) as caught:
        read(path)
    assert path.name in str(caught.value)


@pytest.mark.parametrize(
    "line", [b'space units: "mm" "mm" "mm"', b'space units: "" "" ""', b'units: "" "" ""']
)
def test_millimetres_in_words(tmp_path, grid, line):
    path = save(tmp_path / "a.nrrd", labels_on(grid), grid)
    path.write_bytes(path.read_bytes().replace(b"encoding: raw", b"encoding: raw\n" + line))
    assert list(read(path, grid).structures) == list(NAMES.values())


def test_a_map_beside_its_header_is_taken_from_that_folder_alone(tmp_path, grid):
    path = save(tmp_path / "a.mhd", labels_on(grid), grid)
    found = read(path)
    assert list(found.structures) == list(NAMES.values())
    voxels = (tmp_path / "a.raw").read_bytes()
    (tmp_path / "a.raw").write_bytes(voxels[::-1])
    assert read(path).sha256 != found.sha256, "the voxels are part of what was read"
    (tmp_path / "a.raw").write_bytes(voxels[:-1])
    with pytest.raises(BadInput, match="cut short"):
        read(path)
    content = path.read_bytes()
    for place in (b"= ../a.raw", b"= LIST", b"= b.raw"):
        path.write_bytes(content.replace(b"= a.raw", place))
        with pytest.raises(BadInput, match="not in a file beside it"):
            read(path)


# --- NIfTI -----------------------------------------------------------------------------------------------

FIELDS = {
    "magic": ("4s", 344),
    "dim": ("<8h", 40),
    "datatype": ("<h", 70),
    "bitpix": ("<h", 72),
    "pixdim1": ("<f", 80),
    "start": ("<f", 108),
    "slope": ("<2f", 112),
    "units": ("B", 123),
    "qform": ("<h", 252),
    "sform": ("<h", 254),
    "srow_x": ("<4f", 280),
}


def changed_nifti(path, **changes):
    """Overwrite fields of the header, by their places in NIfTI-1."""
    content = bytearray(path.read_bytes())
    for name, value in changes.items():
        kind, place = FIELDS[name]
        struct.pack_into(kind, content, place, *(value if isinstance(value, tuple) else (value,)))
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"magic": b"\0\0\0\0"}, "no NIfTI-1 header"),
        ({"magic": b"ni1\0"}, "no NIfTI-1 header"),
        ({"qform": 0, "sform": 0}, "qform and sform codes are 0"),
        ({"srow_x": (-1.2, 0, 0, 15.0)}, r"contradictory .* 5\.0 mm apart"),
        ({"srow_x": (-1.2, 0.5, 0, 10.0), "qform": 0}, "not right-angled"),
        ({"srow_x": (float("nan"), 0, 0, 10.0)}, "not finite"),
        ({"srow_x": (-1.2, 0, 0, 1e30)}, "not finite"),
        ({"srow_x": (1e38, 1e38, 0, 0.0)}, "not finite"),
        ({"qform": 0, "pixdim1": 1.3}, r"contradictory .* 1\.1 mm apart"),
        ({"units": 1}, "unit of length is metres"),
        ({"units": 3}, "unit of length is micrometres"),
        ({"units": 5}, "unit of length is number 5"),
        ({"sform": 3}, "coordinates are those of a template"),
        ({"qform": 4}, "coordinates are those of a template"),
        ({"sform": 5}, "coordinates are those of a template"),
        ({"dim": (3, 12, 16, 3, 1, 1, 1, 1)}, "more than the 928 bytes"),
        ({"dim": (3, 11, 16, 4, 1, 1, 1, 1)}, "more than the"),
        ({"dim": (3, 12, 17, 4, 1, 1, 1, 1)}, "cut short"),
        ({"dim": (3, 12, 0, 4, 1, 1, 1, 1)}, "promises an image of 12 x 0 x 4"),
        ({"dim": (0, 12, 16, 4, 1, 1, 1, 1)}, "no size"),
        ({"datatype": 128}, "no single whole number"),
        ({"datatype": 4}, "8 bits a voxel for numbers of 16"),
        ({"datatype": 4, "bitpix": 16}, "cut short"),
        ({"start": 100.0}, "begin at byte 100"),
        ({"start": 352.5}, "begin at byte 352.5"),
        ({"start": float("nan")}, "begin at byte nan"),
        ({"slope": (0.5, 0.0)}, "fractions"),
    ],
)
def test_nifti_must_say_where_it_lies_once(tmp_path, grid, changes, words):
    path = save(tmp_path / "a.nii", labels_on(grid), grid)
    changed_nifti(path, **changes)
    with pytest.raises(BadInput, match=words):
        read(path)


@pytest.mark.parametrize(
    "changes",
    [
        {"units": 0},
        {"sform": 2},
        {"dim": (4, 12, 16, 4, 1, 1, 1, 1)},
        {"slope": (1.0, 0.0)},
        {"slope": (0.0, 9)},
    ],
)
def test_nifti_as_others_write_it(tmp_path, grid, changes):
    """No unit, "aligned to another scan", a fourth dimension of one: nibabel and its users."""
    path = save(tmp_path / "a.nii", labels_on(grid), grid)
    changed_nifti(path, **changes)
    assert list(read(path, grid).structures) == list(NAMES.values())


@pytest.mark.parametrize("code", [{"qform": 0}, {"sform": 0}])
@pytest.mark.parametrize("axes", [None, [[0, 1, 0], [-1, 0, 0]], [[0.8, 0.6, 0], [0, 0, -1]]])
def test_either_way_of_nifti_to_state_a_geometry(tmp_path, code, axes):
    grid = read_case(write_series(ct_slices(axes=axes), tmp_path / "ct")).ct.grid
    path = save(tmp_path / "a.nii", labels_on(grid), grid)
    whole = read(path, grid)
    changed_nifti(path, **code)
    found = read(path, grid)
    for name, structure in whole.structures.items():
        for a, b in zip(structure.contours, found.structures[name].contours, strict=True):
            np.testing.assert_allclose(a.points_mm, b.points_mm, atol=1e-3)


def test_nifti_packed_in_pieces(tmp_path, grid):
    path = save(tmp_path / "a.nii", labels_on(grid), grid)
    content = path.read_bytes()
    packed = tmp_path / "b.nii.gz"
    packed.write_bytes(gzip.compress(content[:500]) + gzip.compress(content[500:]) + b"\0\0")
    assert list(read(packed).structures) == list(NAMES.values())
    for wrong, words in (
        (gzip.compress(content + b"\0" * 10_000_000), "more than the"),
        (gzip.compress(content)[:-9], "cut short"),
        (gzip.compress(content) + b"more", "damaged"),
        (gzip.compress(content[:300]), "damaged"),
    ):
        packed.write_bytes(wrong)
        with pytest.raises(BadInput, match=words):
            read(packed)


@pytest.mark.parametrize("kind", ["u1", "i1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8"])
@pytest.mark.parametrize("order", ["<", ">"])
def test_every_type_of_number_in_nifti(tmp_path, grid, kind, order):
    """The fields are turned by hand where the other end comes first: SimpleITK writes its own order alone."""
    path = save(tmp_path / "a.nii", labels_on(grid).astype(kind), grid)
    if order == ">":
        content = path.read_bytes()
        head = np.frombuffer(content[:348], np.uint8).copy()
        layout = [
            (0, 4, 1),
            (40, 2, 8),
            (56, 4, 3),
            (68, 2, 4),
            (76, 4, 8),
            (108, 4, 3),
            (120, 2, 1),
            (124, 4, 6),
        ]
        layout += [(252, 2, 2), (256, 4, 18)]
        for place, size, count in layout:
            part = head[place : place + size * count].reshape(count, size)
            head[place : place + size * count] = part[:, ::-1].ravel()
        voxels = np.frombuffer(content[352:], kind).astype(kind[0] + kind[1]).byteswap().tobytes()
        path.write_bytes(head.tobytes() + content[348:352] + voxels)
    found = read(path, grid)
    assert [len(s.contours) for s in found.structures.values()] == [2, 2]


# --- too many voxels, too few ----------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["nii", "nii.gz", "nrrd", "mha"])
@pytest.mark.parametrize("compressed", [False, True])
def test_every_wrong_count_of_voxels_is_refused(tmp_path, grid, rng, ending, compressed):
    """Rows one too long or too short give a sheared image of the right size, and no reader notices."""
    import SimpleITK as sitk

    path = tmp_path / f"a.{ending}"
    save(path, ball_on(grid, (-3, -6, 33), 4).astype(np.uint8), grid)
    sitk.WriteImage(sitk.ReadImage(str(path)), str(path), compressed)
    content = gzip.decompress(path.read_bytes()) if ending == "nii.gz" else path.read_bytes()
    read_labelmaps(path)
    for axis in range(3):
        for change in (-1, 1):
            size = [12, 16, 4]
            size[axis] += change
            if ending.startswith("nii"):
                wrong = bytearray(content)
                struct.pack_into("<3h", wrong, 42, *size)
            else:
                field = b"sizes: " if ending == "nrrd" else b"DimSize = "
                wrong = content.replace(field + b"12 16 4", field + " ".join(map(str, size)).encode())
            assert wrong != content
            path.write_bytes(gzip.compress(wrong) if ending == "nii.gz" else wrong)
            with pytest.raises(BadInput, match="cut short|more than the"):
                read_labelmaps(path)
