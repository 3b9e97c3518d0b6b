"""The number under which a slice is shown is the scanner's own, and number, z and picture are of one file."""

import csv
import io
import re
from types import SimpleNamespace

import numpy as np
import pytest
from evaluation_doubles import SphereSolid
from export_case import ORIENTATION
from made_dicom import ct_slice, ct_slices, dcmread, write, write_series

from tps.cli.plan_result import _needles
from tps.dicom.case import read_case
from tps.dicom.ct.series import read_ct
from tps.dicom.identity.anonymise import anonymise_case
from tps.export.plan_json import needle_entries
from tps.export.tables import needles_csv
from tps.model import Needle, Plan, Prescription
from tps.report.planes import three_planes
from tps.report.slice_sheet import _crop, strips
from tps.report.tables import needle_rows

COUNT, STEP = 11, 2.5
NUMBERINGS = ("along", "against", "shuffled")


def numbers(rng, kind):
    """Numbers of the images in the order of the slices."""
    found = int(rng.integers(0, 300)) + np.arange(COUNT)
    return {"along": found, "against": found[::-1], "shuffled": rng.permutation(found)}[kind]


def scan(folder, rng, position, kind):
    """An axial scan whose every image has one HU of its own; returns the folder."""
    row, column = np.array(ORIENTATION[position], float).reshape(2, 3)
    origin = rng.uniform(-300, 300, 3).round(2)
    for k, number in enumerate(numbers(rng, kind)):
        pixels = np.full((20, 24), 24 + 7 * k, np.uint16)
        at = origin + k * STEP * np.cross(row, column)
        image = ct_slice(k, pixels, at, (*row, *column), (2.0, 2.0), InstanceNumber=int(number))
        image.PatientPosition = position
        write(image, folder / f"{rng.integers(10**9)}.dcm")
    return folder


def plan_in(grid, rng):
    """Needles that enter anywhere in the scan."""
    ends = rng.uniform([2, 2, -0.4], [21, 17, COUNT - 0.6], (6, 2, 3))
    needles = [Needle(i, *grid.index_to_world(pair), target="Ball") for i, pair in enumerate(ends, start=1)]
    return Plan("i125_6711", Prescription(120.0), ("Ball",), tuple(needles), ())


def files_by_number(folder):
    """What each file says, by the number of its image; read with pydicom alone."""
    found = [dcmread(path) for path in folder.iterdir()]
    return {int(f.InstanceNumber): f for f in found}


def hu_of(file):
    return int(file.pixel_array[0, 0]) + int(file.RescaleIntercept)


@pytest.mark.parametrize("kind", NUMBERINGS)
@pytest.mark.parametrize("position", ORIENTATION)
def test_every_output_names_the_file_that_lies_there(tmp_path, position, kind):
    """Needle table, CSV, plan.json, sheet and pictures against the DICOM files alone."""
    rng = np.random.default_rng([NUMBERINGS.index(kind), list(ORIENTATION).index(position)])
    folder = scan(tmp_path / "ct", rng, position, kind)
    files, case = files_by_number(folder), read_case(folder)
    plan = plan_in(case.ct.grid, rng)
    middle = case.ct.grid.index_to_world([[12, 10, 5]])[0]
    content = SimpleNamespace(case=case, plan=plan, targets=(SphereSolid("Ball", middle, 4.0),))
    table = list(csv.DictReader(io.StringIO(needles_csv(case, plan).removeprefix("\ufeff"))))
    entries, sheet = needle_entries(plan, case), needle_rows(content)
    screen = [str(c) for c in _needles(SimpleNamespace(plan=plan, case=case)).rich.columns[4].cells]
    for needle, row, entry, line, cell in zip(plan.needles, table, entries, sheet, screen, strict=True):
        file = files[int(row["image_number"])]
        z = float(file.ImagePositionPatient[2])
        assert abs(z - needle.entry_mm[2]) <= STEP / 2 + 1e-6, "another image lies nearer to the entry"
        assert float(row["entry_slice_mm"]) == pytest.approx(z, abs=0.005)
        assert entry["image_number"] == int(row["image_number"])
        assert line["slice"] == cell == f"{row['image_number']} ({z:.1f} mm)"
    (strip,) = strips(content)
    for k, plane in zip(strip.numbers, strip.planes, strict=True):
        assert_titled(plane.title, files, plane.corner_mm[2])
        number = int(re.search(r"image (-?\d+)", plane.title)[1])
        assert set(np.unique(_crop(content, plane, k)[0])) == {hu_of(files[number])}
    axial = three_planes(case.ct.grid, middle, 10.0, case.identity)[0]
    assert_titled(axial.title, files, axial.corner_mm[2])


def assert_titled(title, files, z):
    number, shown = re.search(r"CT image (-?\d+), z (-?[\d.]+) mm", title).groups()
    assert float(files[int(number)].ImagePositionPatient[2]) == pytest.approx(z, abs=1e-6)
    assert shown == f"{z:.1f}", "the sign of z, feet first"


def test_numbers_survive_the_removal_of_identity(tmp_path):
    case = read_case(scan(tmp_path, np.random.default_rng(3), "FFS", "against"))
    assert anonymise_case(case).identity.image_numbers == case.identity.image_numbers != ()


@pytest.mark.parametrize(
    "change, words",
    [
        (lambda s: delattr(s[1], "InstanceNumber"), "1 of 4 images carry no Instance Number"),
        (lambda s: setattr(s[2], "InstanceNumber", s[1].InstanceNumber), "not each image's own"),
        (lambda s: [setattr(d, "InstanceNumber", 1) for d in s], "not each image's own"),
    ],
)
def test_numbers_that_name_no_image_are_not_shown(tmp_path, change, words):
    slices = ct_slices()
    change(slices)
    case = read_case(write_series(slices, tmp_path))
    assert case.identity.image_numbers == () and case.identity.image_number(0) is None
    assert any(words in w and "by position alone" in w for w in case.warnings)
    needle = Needle(1, *case.ct.grid.index_to_world([[3, 4, 2], [8, 9, 1]]))
    plan = Plan("i125_6711", Prescription(120.0), (), (needle,), ())
    (row,) = csv.DictReader(io.StringIO(needles_csv(case, plan).removeprefix("\ufeff")))
    assert (row["image_number"], row["entry_slice_mm"]) == ("", "35.00")
    assert needle_entries(plan, case)[0]["image_number"] is None
    assert needle_rows(SimpleNamespace(case=case, plan=plan))[0]["slice"] == "\N{EN DASH} (35.0 mm)"
    title = three_planes(case.ct.grid, needle.entry_mm, 5.0, case.identity)[0].title
    assert title == "axial, CT slice at z 35.0 mm"


def test_an_instance_number_that_is_none_counts_as_missing(tmp_path):
    folder = write_series(ct_slices(InstanceNumber=77), tmp_path)
    file = folder / "7.dcm"
    file.write_bytes(file.read_bytes().replace(b"IS\x02\x0077", b"IS\x02\x007x"))
    read = read_ct(folder)
    assert read.identity.image_numbers == () and any("1 of 4 images" in w for w in read.warnings)


def test_a_sagittal_stack_is_named_along_its_own_axis(tmp_path):
    slices = ct_slices(axes=[[0, 1, 0], [0, 0, -1]], origin=(50.0, 0.0, 0.0))
    ct = read_ct(write_series(slices, tmp_path))
    title = three_planes(ct.volume.grid, (45.0, 5.0, -5.0), 3.0, ct.identity)[0].title
    assert title == "CT image 3, x 45.0 mm"


def test_resampled_slices_go_by_the_nearest_image(tmp_path):
    """Thick slices, then thin ones, numbered against their order."""
    heights = [0, 5, 10, 15, 17.5, 20, 22.5]
    made = [
        ct_slice(
            k, np.full((8, 8), 24 + 50 * k, np.uint16), (0, 0, z), InstanceNumber=20 - k, SliceThickness=5
        )
        for k, z in enumerate(heights)
    ]
    ct = read_ct(write_series(made, tmp_path), resample=True)
    at = ct.volume.grid.origin_mm[2] + ct.volume.grid.spacing_mm[2] * np.arange(ct.volume.grid.shape[0])
    for z, number in zip(at, ct.identity.image_numbers, strict=True):
        assert abs(heights[20 - number] - z) == min(abs(h - z) for h in heights)
    assert any("go by the number of the nearest, up to 2.5 mm away" in w for w in ct.warnings)
