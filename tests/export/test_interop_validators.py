"""What strict validators say about the files: dciodvfy and dcentvfy of dicom3tools, drtdump of DCMTK."""

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from export_case import (
    CENTRE_MM,
    SecondCheck,
    dose_of_ball,
    evaluate_ball,
    make_case,
    plan_files,
    plan_folder_files,
    small_plan,
)
from interop import run

from tps.dicom.case import read_case
from tps.dicom.rt.write_rtplan import write_rtplan
from tps.formats.folder import write_folder
from tps.sources.library import load_source

pytestmark = pytest.mark.interop

OBJECTS = ("RTSTRUCT.dcm", "RTPLAN.dcm", "RTDOSE.dcm")

# The list of application setup types is open ("defined terms"); none of its entries is a needle through the
# skin, and a wrong one would be worse than a new one.
EXPECTED_WARNINGS = ("Warning - Unrecognized defined term <PERCUTANEOUS>",)

CHINA = timezone(timedelta(hours=8))

VARIANTS = {
    "plain": {},
    "all options": {
        "needle_contours": True,
        "isodoses_gy": (240.0, 120.0, 60.0),
        "implant": datetime(2025, 2, 3, 8, 30),
    },
    "assayed seeds, with a time zone": {
        "implant": datetime(2025, 2, 3, 8, 30, tzinfo=CHINA),
        "certified": datetime(2025, 1, 20, 12, 0, tzinfo=CHINA),
    },
}


def complaints(text):
    lines = [line for line in text.splitlines() if "Error" in line or "Warning" in line or "Abort" in line]
    return [line for line in lines if not line.startswith(EXPECTED_WARNINGS)]


@pytest.fixture(scope="module", params=["HFS", "HFP", "FFS", "FFP"])
def folder(request, tmp_path_factory):
    """A patient in each position; the plan has seeds of two strengths, below and above 1 U (0.8 mCi)."""
    folder = tmp_path_factory.mktemp(request.param)
    case = make_case(folder, request.param)
    plan = small_plan(strengths=(0.762, 1.016))
    for name, options in VARIANTS.items():
        write_folder(folder / name, plan_folder_files(case, plan, load_source("i125_6711"), **options))
    return folder


@pytest.mark.parametrize("variant", VARIANTS)
def test_dciodvfy_finds_nothing(folder, variant):
    for name in OBJECTS:
        text = run("dciodvfy", folder / variant / name)
        assert {"RTSTRUCT.dcm": "RTStructureSet", "RTPLAN.dcm": "RTPlan", "RTDOSE.dcm": "RTDose"}[
            name
        ] in text
        assert complaints(text) == [], name


@pytest.mark.parametrize("variant", VARIANTS)
def test_drtdump_warns_of_nothing(folder, variant):
    for name in OBJECTS:
        text = run("drtdump", folder / variant / name)
        assert [line for line in text.splitlines() if line.startswith(("W:", "E:", "F:"))] == [], name


@pytest.mark.parametrize("variant", VARIANTS)
def test_dcentvfy_finds_the_objects_consistent_with_the_ct(folder, variant):
    files = [*sorted((folder / "ct").iterdir()), *(folder / variant / name for name in OBJECTS)]
    assert run("dcentvfy", *files).strip() == ""


def test_dcentvfy_would_have_seen_a_difference(folder, tmp_path):
    """The check above can fail: another patient's name is an error."""
    case = make_case(tmp_path, name="OTHER^PATIENT")
    write_rtplan(case, small_plan(), load_source("i125_6711"), tmp_path / "RTPLAN.dcm")
    assert "Error" in run("dcentvfy", tmp_path / "RTPLAN.dcm", *sorted((folder / "ct").iterdir()))


def test_anonymous_files_are_valid(tmp_path):
    case = make_case(tmp_path)
    files = plan_folder_files(case, small_plan(), load_source("i125_6711"), anonymise=True)
    write_folder(tmp_path / "out", files)
    for name in OBJECTS:
        text = run("dciodvfy", tmp_path / "out" / name)
        # Without date and number of the study a DICOMDIR could not be built: that is the point.
        assert [c for c in complaints(text) if "to build DICOMDIR" not in c] == [], name
        assert [
            line for line in run("drtdump", tmp_path / "out" / name).splitlines() if line[:2] == "W:"
        ] == []


def test_a_plan_alone_is_valid(tmp_path):
    case = make_case(tmp_path)
    write_rtplan(case, small_plan(), load_source("i125_6711"), tmp_path / "RTPLAN.dcm")
    assert complaints(run("dciodvfy", tmp_path / "RTPLAN.dcm")) == []


def test_a_real_case_gives_valid_files(shared_data, tmp_path):
    """Feet first, and a structure set that names images of another series."""
    folder = shared_data / "limb-sts-025"
    case = read_case(folder / "ct", folder / "rtstruct")
    (name,) = case.structures
    structure = case.structures[name]
    low, high = structure.bounds_mm()
    plan = _moved(small_plan(), (low + high) / 2, name)
    source = load_source("i125_6711")
    evaluation = evaluate_ball(plan, source, centre=(low + high) / 2, name=name)
    dose = dose_of_ball(plan, source, centre=(low + high) / 2)
    files = plan_files(case, plan, source, evaluation, SecondCheck(400, 0.0), [structure], dose=dose)
    write_folder(tmp_path / "out", files)
    # This CT says its patient's name and study number in ways DICOM does not have.
    from_ct = ("Retired Person Name form", "needed to build DICOMDIR - Study ID")
    for name in OBJECTS:
        found = complaints(run("dciodvfy", tmp_path / "out" / name))
        assert [c for c in found if not c.endswith(from_ct)] == [], name
    assert any("StudyID" in w for w in json.loads(files["plan.json"])["warnings"])
    ct = sorted((folder / "ct").iterdir())
    found = run("dcentvfy", *ct, *(tmp_path / "out" / n for n in OBJECTS)).splitlines()
    # The CT's number of the study does not fit its element and is left empty.
    assert [line for line in found if "Element=<StudyID>" not in line] == []


def _moved(plan, centre, target):
    shift = centre - CENTRE_MM
    needles = [
        replace(n, entry_mm=n.entry_mm + shift, tip_mm=n.tip_mm + shift, target=target) for n in plan.needles
    ]
    seeds = [replace(s, position_mm=s.position_mm + shift) for s in plan.seeds]
    return replace(plan, targets=(target,), needles=tuple(needles), seeds=tuple(seeds))
