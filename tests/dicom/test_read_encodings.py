"""The same CT in every encoding clinics send gives the same Hounsfield units and grid."""

import shutil
import subprocess
import tracemalloc
import zipfile

import numpy as np
import pytest
from encoded_series import SHAPE, enhanced
from made_dicom import ct_slice, ct_slices, pixels_of, write, write_series
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLSLossless,
    RLELossless,
)

from tps.dicom.case import read_case
from tps.dicom.ct.series import read_ct
from tps.dicom.file import dicom_file
from tps.dicom.file import file_source as blobs
from tps.errors import BadInput


@pytest.fixture
def plain(tmp_path):
    return read_ct(write_series(ct_slices(SHAPE), tmp_path / "plain")).volume


def same(path, plain):
    read = read_ct(path)
    assert read.volume.grid.same_as(plain.grid)
    np.testing.assert_array_equal(read.volume.values, plain.values)
    return read


@pytest.mark.parametrize(
    "syntax",
    [RLELossless, JPEGLSLossless, JPEG2000Lossless, DeflatedExplicitVRLittleEndian, ImplicitVRLittleEndian],
    ids=lambda u: u.name,
)
def test_transfer_syntaxes(tmp_path, plain, syntax):
    slices = ct_slices(SHAPE)
    for s in slices:
        if syntax.is_encapsulated:
            s.compress(syntax, generate_instance_uid=False)
        s.file_meta.TransferSyntaxUID = syntax
    assert same(write_series(slices, tmp_path / "ct"), plain).warnings == ()


def test_big_endian(tmp_path, plain):
    slices = ct_slices(SHAPE)
    for s in slices:
        s.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
        s.add_new(0x7FE00010, "OW", np.frombuffer(s.PixelData, "<u2").astype(">u2").tobytes())
    same(write_series(slices, tmp_path / "ct"), plain)


@pytest.mark.interop
@pytest.mark.parametrize("is_signed", [False, True])
@pytest.mark.parametrize(
    "program",
    [["dcmcjpeg", "+e1"], ["dcmcjpeg", "+el"], ["dcmcjpls", "+el"], ["dcmcrle"], ["gdcmconv", "--j2k"]],
)
def test_files_other_programs_compressed(tmp_path, program, is_signed):
    if shutil.which(program[0]) is None:
        pytest.skip(f"{program[0]} (dcmtk, gdcm-tools) is not installed")
    pixels = pixels_of(SHAPE).astype(np.int32) - 1000 * is_signed
    pixels = pixels.astype(np.int16 if is_signed else np.uint16)
    for k in range(4):
        bare = ct_slice(k, pixels[k], (0, 0, 2.0 * k), RescaleIntercept=0, InstanceCreationDate="20260101")
        source = write(bare, tmp_path / "plain" / f"{k}.dcm")
        target = tmp_path / "ct" / f"{k}.dcm"
        target.parent.mkdir(exist_ok=True)
        subprocess.run([*program, str(source), str(target)], check=True, capture_output=True)
        assert b"1.2.840.10008.1.2.1\x00" not in target.read_bytes()[:600], "not compressed"
    values = read_ct(tmp_path / "ct").volume.values
    np.testing.assert_array_equal(values, np.clip(pixels.astype(int), -1024, 32767))


@pytest.mark.parametrize("change", [{"Columns": 47}, {"Rows": 63}, {"Rows": 96, "Columns": 32}])
@pytest.mark.parametrize("syntax", [RLELossless, JPEGLSLossless, JPEG2000Lossless], ids=lambda u: u.name)
def test_compressed_images_of_another_size_than_the_header_states(tmp_path, syntax, change):
    """Unpacked to one size and read by the other, the picture would be sheared."""
    if syntax == RLELossless and "Rows" in change and "Columns" in change:
        change = {"Rows": 48, "Columns": 60}  # as many pixels in another shape cannot be told apart
    slices = compressed(syntax)
    for s in slices:
        for keyword, value in change.items():
            setattr(s, keyword, value)
    with pytest.raises(BadInput, match=r"0\.dcm: holds (a compressed image|more bytes)"):
        read_ct(write_series(slices, tmp_path))


@pytest.mark.parametrize("syntax", [RLELossless, JPEG2000Lossless], ids=lambda u: u.name)
def test_more_compressed_frames_than_the_header_states(tmp_path, syntax):
    dataset = enhanced(ct_slices(SHAPE), [0, 1, 2, 3])
    dataset.compress(syntax, generate_instance_uid=False)
    dataset.NumberOfFrames = 3
    dataset.PerFrameFunctionalGroupsSequence = dataset.PerFrameFunctionalGroupsSequence[:3]
    with pytest.raises(BadInput, match="holds 4 compressed images, the header states 3"):
        read_ct(write(dataset, tmp_path / "enhanced.dcm"))


def test_a_compression_nothing_can_undo(tmp_path):
    slices = ct_slices(SHAPE)
    for s in slices:
        s.compress(RLELossless, generate_instance_uid=False)
        s.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.4.104"
    with pytest.raises(BadInput, match="MPEG-4 AVC") as caught:
        read_ct(write_series(slices, tmp_path))
    assert "codecs" in caught.value.remedy


def test_damaged_compressed_pixels(tmp_path):
    folder = write_series(compressed(JPEG2000Lossless), tmp_path)
    file = folder / "7.dcm"
    content = bytearray(file.read_bytes())
    start = content.index(b"\xff\x4f\xff\x51")
    content[start + 40 : start + 120] = bytes(80)
    file.write_bytes(content)
    with pytest.raises(BadInput, match=r"7\.dcm"):
        read_ct(folder)


def compressed(syntax):
    slices = ct_slices(SHAPE)
    for s in slices:
        s.compress(syntax, generate_instance_uid=False)
    return slices


def test_lossy_compression_is_a_warning(tmp_path):
    read = read_ct(write_series(ct_slices(SHAPE, LossyImageCompression="01"), tmp_path))
    assert any("with loss" in w for w in read.warnings)


# --- files without preamble or meta information ------------------------------------------------------------


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, "1.2.840.10008.1.2.1"])
@pytest.mark.parametrize("keep_meta", [False, True])
def test_without_preamble(tmp_path, plain, syntax, keep_meta):
    slices = ct_slices(SHAPE)
    for s in slices:
        s.file_meta.TransferSyntaxUID = syntax
    folder = write_series(slices, tmp_path / "ct", names="IM{}")
    for file in folder.iterdir():
        content = file.read_bytes()
        meta_length = 12 + int.from_bytes(content[140:144], "little")
        file.write_bytes(content[132:] if keep_meta else content[132 + meta_length :])
    same(folder, plain)


# --- multi-frame -------------------------------------------------------------------------------------------


def test_enhanced_multi_frame(tmp_path, plain):
    path = write(enhanced(ct_slices(SHAPE), [2, 0, 3, 1]), tmp_path / "enhanced.dcm")
    read = same(path, plain)
    assert len(read.identity.slice_uids) == 4 and len(read.files) == 1
    same(tmp_path / "enhanced.dcm", plain)


@pytest.mark.parametrize(
    "change, words",
    [
        (lambda d: setattr(d, "NumberOfFrames", 3), "Number of Frames is 3, but 4"),
        (lambda d: delattr(d.SharedFunctionalGroupsSequence[0], "PixelMeasuresSequence"), "PixelMeasures"),
        (lambda d: delattr(d, "SharedFunctionalGroupsSequence"), "PlaneOrientationSequence is missing"),
        (lambda d: d.add_new(0x7FE00010, "OW", d.PixelData[:-2]), "cut short"),
    ],
)
def test_malformed_multi_frame(tmp_path, change, words):
    dataset = enhanced(ct_slices(SHAPE), [0, 1, 2, 3])
    change(dataset)
    with pytest.raises(BadInput, match=words):
        read_ct(write(dataset, tmp_path / "enhanced.dcm"))


def test_a_classic_image_with_several_frames_is_refused(tmp_path):
    slices = ct_slices(SHAPE)
    for s in slices:
        s.NumberOfFrames = 2
        s.add_new(0x7FE00010, "OW", s.PixelData * 2)
    with pytest.raises(BadInput, match="holds 2 frames and describes 1"):
        read_ct(write_series(slices, tmp_path))


# --- ZIP ---------------------------------------------------------------------------------------------------


def zipped(tmp_path, prefix="", **options):
    folder = write_series(ct_slices(SHAPE), tmp_path / "source")
    with zipfile.ZipFile(tmp_path / "ct.zip", "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for file in folder.iterdir():
            archive.write(file, prefix + file.name)
    return tmp_path / "ct.zip"


def test_zip_of_a_series(tmp_path, plain):
    path = zipped(tmp_path, prefix="study/series/")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("study/readme.txt", "hello")
        archive.writestr("study/.DS_Store", "hello")
    read = same(path, plain)
    assert any("readme.txt" in w for w in read.warnings) and not any("DS_Store" in w for w in read.warnings)
    assert read_case(path).ct.grid.same_as(plain.grid)


def test_paths_inside_a_zip_cannot_escape(tmp_path, plain):
    before = sorted(p.name for p in tmp_path.parent.iterdir())
    path = zipped(tmp_path / "deep" / "down", prefix="../../../escaped-")
    same(path, plain)
    assert sorted(p.name for p in tmp_path.parent.iterdir()) == before
    assert not list(tmp_path.rglob("escaped*"))


def test_zip_bombs_and_damaged_zips(tmp_path, monkeypatch):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.dcm", bytes(128) + b"DICM" + bytes(1024**2))
    monkeypatch.setattr(blobs, "ZIP_RATIO_FREE_BYTES", 1000)
    with pytest.raises(BadInput, match="promise to unpack"):
        read_ct(path)
    monkeypatch.setattr(blobs, "MAX_ZIP_BYTES", 1000)
    with pytest.raises(BadInput, match="the ZIP promises"):
        read_ct(path)
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    with pytest.raises(BadInput, match="ZIP is damaged"):
        read_ct(path)


def test_zip_with_a_damaged_or_encrypted_member(tmp_path):
    path = zipped(tmp_path)
    content = bytearray(path.read_bytes())
    content[200:260] = bytes(60)
    path.write_bytes(content)
    with pytest.raises(BadInput, match="ZIP is damaged"):
        read_ct(path)
    path = zipped(tmp_path)
    content = bytearray(path.read_bytes())
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = 0
        while (place := content.find(magic, place)) >= 0:
            content[place + at] |= 1
            place += 4
    path.write_bytes(content)
    with pytest.raises(BadInput, match="encrypted"):
        read_ct(path)


def test_a_zip_whose_packing_is_damaged(tmp_path):
    """The bytes in the middle of a packed member no longer unpack."""
    write_series(ct_slices(SHAPE), tmp_path / "ct")
    path = tmp_path / "ct.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(tmp_path / "ct" / "0.dcm", "0.dcm")
    content = bytearray(path.read_bytes())
    content[120:180] = b"\xff" * 60
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"ct\.zip:0\.dcm: the ZIP is damaged"):
        read_ct(path)


def test_a_zip_member_longer_than_it_says(tmp_path):
    path = zipped(tmp_path)
    content = bytearray(path.read_bytes())
    for magic, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.find(magic)
        content[place + at : place + at + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(content)
    with pytest.raises(BadInput, match="ct.zip"):
        read_ct(path)


def test_a_file_that_fails_while_it_is_read(tmp_path, monkeypatch):
    folder = write_series(ct_slices(SHAPE), tmp_path)

    def fail(self):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("pathlib.Path.read_bytes", fail)
    with pytest.raises(BadInput, match="cannot be read .Input/output error"):
        read_ct(folder)


# --- size --------------------------------------------------------------------------------------------------


def test_a_deflated_bomb_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(dicom_file, "MAX_INFLATED_BYTES", 500)
    slices = ct_slices(SHAPE)
    for s in slices:
        s.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    with pytest.raises(BadInput, match="unpack to more than"):
        read_ct(write_series(slices, tmp_path))


def test_absurd_files_are_refused_before_they_are_read(tmp_path, monkeypatch):
    folder = write_series(ct_slices(SHAPE), tmp_path)
    monkeypatch.setattr(blobs, "MAX_FILE_BYTES", 100)
    with pytest.raises(BadInput, match="the file has"):
        read_ct(folder)
    monkeypatch.setattr(blobs, "MAX_FILES", 2)
    with pytest.raises(BadInput, match="more than 2 files"):
        read_ct(folder)


def test_absurd_sizes_take_no_memory(tmp_path):
    slices = ct_slices(Rows=65535, Columns=65535)
    folder = write_series(slices, tmp_path)
    tracemalloc.start()
    try:
        with pytest.raises(BadInput, match="65535 x 65535"):
            read_ct(folder)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 20e6


@pytest.mark.parametrize(
    ("syntax", "changes", "words"),
    [
        (RLELossless, {"Rows": 8000, "Columns": 8000, "NumberOfFrames": 15}, "promises 1920000000 bytes"),
        (JPEGLSLossless, {"Rows": 8000, "Columns": 8000}, "promises 128000000 bytes"),
        (None, {"Rows": 8000, "Columns": 8000}, "cut short"),
    ],
)
def test_sizes_that_the_bytes_cannot_fill_take_no_memory(tmp_path, syntax, changes, words):
    """Each is within reason by itself."""
    slices = ct_slices(SHAPE)
    for s in slices:
        if syntax:
            s.compress(syntax, generate_instance_uid=False)
        for keyword, value in changes.items():
            setattr(s, keyword, value)
    folder = write_series(slices, tmp_path)
    tracemalloc.start()
    try:
        with pytest.raises(BadInput, match=words):
            read_ct(folder)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 20e6


def test_reading_takes_little_more_than_the_voxels(tmp_path):
    """Peak of a 200-slice read: the int16 volume, one slice in work, and the headers (30 kB a slice)."""
    shape = (60, 256, 256)
    pixels = np.zeros(shape[1:], np.uint16)
    made = [ct_slice(k, pixels, (0, 0, float(k))) for k in range(shape[0])]
    folder = write_series(made, tmp_path, names="{}.dcm")
    tracemalloc.start()
    try:
        read_ct(folder)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    voxels = 2 * np.prod(shape)
    assert peak < 1.5 * voxels + 60 * 60_000
