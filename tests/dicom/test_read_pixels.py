"""Pixel data of another size than its header says: rows would not be where they seem, so it is refused."""

import struct

import numpy as np
import pytest
from encoded_series import SHAPE, enhanced
from made_dicom import ct_slices, write, write_series
from made_plans import rtdose
from pydicom.uid import (
    ExplicitVRBigEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLSLossless,
    RLELossless,
)

from tps.dicom.ct.series import read_ct
from tps.dicom.file.codestream import stated_size
from tps.dicom.rt.rtdose_read import read_dose
from tps.errors import BadInput

SIZES = [{"Columns": 47}, {"Columns": 49}, {"Rows": 63}, {"Rows": 65}, {"Columns": 24}]
WORDS = "bytes of pixel data|a compressed image of 64 x 48 pixels|damaged"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("syntax", [None, ImplicitVRLittleEndian, ExplicitVRBigEndian], ids=str)
def test_a_ct_of_another_size(tmp_path, size, syntax):
    slices = ct_slices(SHAPE, **size)
    for s in slices:
        s.file_meta.TransferSyntaxUID = syntax or s.file_meta.TransferSyntaxUID
    with pytest.raises(BadInput, match=WORDS) as caught:
        read_ct(write_series(slices, tmp_path))
    assert ".dcm" in str(caught.value)


@pytest.mark.parametrize("size", [*SIZES, {"Rows": 48, "Columns": 64}, {"Rows": 32, "Columns": 96}], ids=str)
@pytest.mark.parametrize("syntax", [RLELossless, JPEGLSLossless, JPEG2000Lossless], ids=lambda u: u.name)
def test_a_compressed_ct_of_another_size(tmp_path, size, syntax):
    """The compressed image knows its own rows and columns; run lengths know only their product."""
    if syntax == RLELossless and len(size) == 2:
        return  # run lengths of as many pixels in other rows are a valid image
    slices = ct_slices(SHAPE)
    for s in slices:
        s.compress(syntax, generate_instance_uid=False)
        s.update(size)
    with pytest.raises(BadInput, match=WORDS):
        read_ct(write_series(slices, tmp_path))


@pytest.mark.parametrize("size", [{"NumberOfFrames": 3}, {"Columns": 11}, {"Rows": 15}], ids=str)
def test_a_multi_frame_ct_of_another_size(tmp_path, size):
    dataset = enhanced(ct_slices(), [0, 1, 2, 3])
    dataset.update(size)
    if "NumberOfFrames" in size:
        dataset.PerFrameFunctionalGroupsSequence.pop()
    with pytest.raises(BadInput, match="bytes of pixel data"):
        read_ct(write(dataset, tmp_path / "enhanced.dcm"))


@pytest.mark.parametrize("size", [{"Columns": 3}, {"Rows": 4}], ids=str)
@pytest.mark.parametrize("bits", [16, 32])
def test_a_dose_of_another_size(tmp_path, size, bits):
    dataset = rtdose(np.ones((3, 5, 4)), (0, 1, 2), bits=bits)
    dataset.update(size)
    with pytest.raises(BadInput, match="bytes of pixel data"):
        read_dose(write(dataset, tmp_path / "rd.dcm"))


def test_one_byte_to_make_the_length_even_is_no_surplus(tmp_path):
    slices = ct_slices((3, 5, 7))
    for s in slices:
        s.BitsAllocated, s.BitsStored, s.HighBit = 8, 8, 7
        s.add_new(0x7FE00010, "OB", bytes(range(35)) + b"\0")
    assert read_ct(write_series(slices, tmp_path)).volume.values.shape == (3, 5, 7)


def test_images_that_do_not_state_their_size():
    jpeg = b"\xff\xd8" + b"\xff\xfe\x00\x04ab" + b"\xff" + b"\xff\xc3\x00\x0b\x10\x00\x40\x00\x30"
    assert stated_size(jpeg) == (64, 48)
    jp2 = b"\x00\x00\x00\x0cjP  xx" + b"\xff\x4f\xff\x51" + bytes(4) + struct.pack(">4I", 48, 64, 1, 4)
    assert stated_size(jp2) == (60, 47)
    for cut in (jpeg[:-1], jpeg[:9], b"\xff\xd8\x00\x01", b"RLE", b"", jp2[:20], jp2[:12]):
        assert stated_size(cut) is None
