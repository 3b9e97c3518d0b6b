"""One plan again: plans of other systems, doses that differ, and choices that contradict each other."""

import json
import shutil
from dataclasses import replace
from datetime import datetime

import numpy as np
import pydicom
import pytest
from export_case import CENTRE_MM, ball, make_case, plan_folder_files, small_plan, write_plan_folder

from benchmarks.batch_cohort import write_cohort
from tps.batch.comparison import crop, voxel_centres
from tps.batch.find.discovery import find_items
from tps.batch.find.regions import choose_organs, choose_targets
from tps.batch.implant import read_implant
from tps.batch.options import RecomputeOptions, Variant, folder_digest, variants_of
from tps.batch.run.recompute_one import days_given, recompute_one
from tps.batch.run.source_models import dose_engine, known_sources, source_model
from tps.dicom.rt.rtdose_read import read_dose
from tps.dicom.rt.rtstruct_read import StructureSet
from tps.errors import BadInput, UnknownName, WrongUsage
from tps.model import Contour, Protocol, Structure
from tps.pipeline.contour_grid import contour_grid
from tps.sources.library import load_source, source_files

COARSE = RecomputeOptions(protocol=replace(Protocol(), dose_grid_mm=4.0), organs=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    return write_cohort(folder, 1, 6, dose=True)[0]


@pytest.fixture
def implant(made, tmp_path):
    shutil.copytree(made, tmp_path / "implant")
    return tmp_path / "implant"


def edit(path, change):
    data = pydicom.dcmread(path)
    change(data)
    data.save_as(path)


def target_row(folder, options=COARSE):
    (item,) = find_items([folder])
    return next(row for row in recompute_one(item, options)["rows"] if row["role"] == "target")


def sources_named(model, description):
    def change(data):
        for source in data.SourceSequence:
            source.SourceModelID, source.SourceDescription = model, description
        data.Manufacturer = "SOMEBODY"

    return change


def test_a_source_is_known_by_its_model_too(implant):
    before = target_row(implant)
    edit(implant / "RP.dcm", sources_named("6711", ""))
    assert target_row(implant)["source"] == before["source"] == "i125_6711"
    edit(implant / "RP.dcm", sources_named("", load_source("i125_6711").model))
    assert target_row(implant)["source"] == "i125_6711"
    edit(implant / "RP.dcm", sources_named("OncoSeed", ""))  # two models have that name
    with pytest.raises(BadInput, match="is none that is known"):
        target_row(implant)


def test_an_unknown_source_is_refused_unless_one_is_assumed(implant):
    edit(implant / "RP.dcm", sources_named("X-1", "cold fusion"))
    with pytest.raises(BadInput, match="X-1.*is none that is known") as caught:
        target_row(implant)
    assert "--assume-source" in str(caught.value)
    row = target_row(implant, replace(COARSE, assume_source="i125_6702"))
    assert row["source"] == "i125_6702"
    what_if = replace(COARSE, variants=variants_of(Variant(source="i125_6702"), False))
    assert target_row(implant, what_if)["d90_gy"] == row["d90_gy"]
    both = replace(COARSE, variants=variants_of(Variant(source="i125_6702"), True))
    with pytest.raises(BadInput, match="names no source model"):
        target_row(implant, both)


def test_without_orientations_the_dose_is_1d_and_says_so(implant):
    wanted = target_row(implant, replace(COARSE, variants=variants_of(Variant(formalism="1d"), False)))

    def change(data):
        for setup in data.ApplicationSetupSequence:
            for channel in setup.ChannelSequence:
                for point in channel.BrachyControlPointSequence:
                    del point.ControlPointOrientation

    edit(implant / "RP.dcm", change)
    row = target_row(implant)
    assert row["formalism"] == "1d" and "1D formalism" in row["warnings"]
    # The look-up takes distances in single precision (1e-7) through the axis, and the axes differ here.
    assert row["d90_gy"] == pytest.approx(wanted["d90_gy"], rel=1e-6)
    assert row["needles"] is None


def test_sources_of_two_reference_times_are_brought_to_one(implant):
    before = target_row(implant)

    def change(data):
        early = data.SourceSequence[0]
        late = pydicom.Dataset.from_json(early.to_json())
        late.SourceNumber = 2
        late.SourceStrengthReferenceDate = "20260501"
        data.SourceSequence.append(late)
        data.ApplicationSetupSequence[0].ChannelSequence[0].ReferencedSourceNumber = 2

    edit(implant / "RP.dcm", change)
    row = target_row(implant)
    assert "2 reference times" in row["warnings"]
    # 60 days later the seeds of the first source have half their strength; one needle's keep theirs.
    assert 0.45 * before["total_strength_u"] < row["total_strength_u"] < 0.85 * before["total_strength_u"]


def test_a_prescription_is_needed(implant):
    edit(implant / "RP.dcm", lambda data: delattr(data, "DoseReferenceSequence"))

    def no_setup_dose(data):
        for setup in data.FractionGroupSequence[0].ReferencedBrachyApplicationSetupSequence:
            if "BrachyApplicationSetupDose" in setup:
                del setup.BrachyApplicationSetupDose

    edit(implant / "RP.dcm", no_setup_dose)
    with pytest.raises(BadInput, match="no prescribed dose"):
        target_row(implant)
    assert target_row(implant, replace(COARSE, prescription_gy=100.0))["prescription_gy"] == 100.0


@pytest.mark.parametrize(("scale", "rate"), [(1.005, 1.0), (1.3, 0.9)])
def test_a_dose_that_is_too_high_everywhere(implant, scale, rate):
    edit(
        implant / "RD.dcm",
        lambda data: setattr(data, "DoseGridScaling", str(data.DoseGridScaling * scale)[:16]),
    )
    row = target_row(implant)
    # 16 bits and the fast table that wrote the dose: 0.1 %.
    assert row["difference_mean"] == pytest.approx(scale - 1, abs=1e-3)
    assert row["difference_worst"] == pytest.approx(scale - 1, abs=2e-3)
    assert (row["gamma_1pc_1mm"] < rate) == (scale > 1.01)
    assert row["gamma_1pc_1mm"] <= row["gamma_2pc_2mm"]
    # Interpolated between voxels of 2 mm around six seeds: 0.3 %; around forty, 0.03 %.
    assert row["input_d90_gy"] == pytest.approx(scale * row["d90_gy"], rel=4e-3)


def test_a_wrong_strength_shows_in_the_mean_difference_and_hardly_in_gamma(implant):
    edit(
        implant / "RP.dcm",
        lambda data: [
            setattr(s, "ReferenceAirKermaRate", s.ReferenceAirKermaRate / 1.05) for s in data.SourceSequence
        ],
    )
    edit(
        implant / "RP.dcm",
        lambda data: [s.__delattr__("SourceStrength") for s in data.SourceSequence if "SourceStrength" in s],
    )
    row = target_row(implant)
    # The stored dose is the higher one: above 0.  16 bits and the fast table that wrote it: 0.1 %.
    assert row["difference_mean"] == pytest.approx(0.05, abs=1e-3)
    assert row["gamma_2pc_2mm"] > 0.9


@pytest.mark.parametrize("assumed", ["i125_6702", "i125_isoaid_iai125a"])
def test_what_is_stored_does_not_depend_on_what_is_assumed(implant, assumed):
    """D90 of a stored dose moved with the source model through the way it was interpolated."""
    plain, other = (
        target_row(implant),
        target_row(implant, replace(COARSE, variants=(Variant(source=assumed),))),
    )
    weak = target_row(implant, replace(COARSE, variants=(Variant(strength_factor=0.5),)))
    assert plain["d90_gy"] != pytest.approx(other["d90_gy"], rel=1e-3)
    for name in ("input_d90_gy", "input_v100"):
        assert plain[name] == other[name] == pytest.approx(weak[name], rel=1e-12)
    # Interpolated on a grid of 2 mm as a multiple of the inverse square.
    assert plain["input_d90_gy"] == pytest.approx(plain["d90_gy"], rel=3e-3)


def test_an_organ_of_the_plan_taken_as_target(tmp_path):
    """``--target ORGAN``: the plan's figures of it are an organ's, and none to compare with."""
    case, plan = make_case(tmp_path), small_plan()
    organ = ball(case.ct.grid, CENTRE_MM + [0, 12, 0], 6.0, "Organ", 2, "ORGAN")
    case = replace(case, structures=case.structures | {"Organ": organ})
    files = plan_folder_files(case, plan, load_source(plan.source))
    document = json.loads(files["plan.json"])
    document["metrics"]["Organ"] = {"volume_cc": 2.1, "d0.1cc_gy": 50.0, "d1cc_gy": 30.0, "d2cc_gy": 20.0}
    folder = write_plan_folder(tmp_path / "plan", files | {"plan.json": json.dumps(document)})
    row = target_row(folder, replace(COARSE, targets=("Organ",)))
    assert row["roi"] == "Organ" and row["input_metrics"] == "RTDOSE" and row["d90_gy"] > 0
    assert row["input_d90_gy"] == pytest.approx(row["d90_gy"], rel=5e-3)


def test_a_dose_that_is_moved(implant):
    def change(data):
        x, y, z = data.ImagePositionPatient
        data.ImagePositionPatient = [float(x) + 0.5, y, z]

    edit(implant / "RD.dcm", change)
    row = target_row(implant)
    # Half a millimetre: inside the 1 mm of gamma, though the doses differ by tens of percent near seeds.
    assert row["difference_worst"] > 0.1 and row["gamma_1pc_1mm"] == 1.0


@pytest.mark.parametrize(
    ("name", "value", "note"),
    [
        ("FrameOfReferenceUID", "1.2.3", "another frame of reference"),
        ("DoseType", "EFFECTIVE", "EFFECTIVE"),
        ("DoseUnits", "RELATIVE", "given as RELATIVE"),
    ],
)
def test_doses_that_cannot_be_compared_are_left_out_with_a_note(implant, name, value, note):
    edit(implant / "RD.dcm", lambda data: setattr(data, name, value))
    row = target_row(implant)
    assert note in row["warnings"] and "RTDOSE not compared" in row["warnings"] and "points" not in row


def test_a_dose_elsewhere_overlaps_nowhere(implant):
    edit(implant / "RD.dcm", lambda data: setattr(data, "ImagePositionPatient", [900, 900, 900]))
    row = target_row(implant)
    assert row["points"] == 0 and row["difference_worst"] is None and "input_d90_gy" not in row


def test_cropping_keeps_voxels_where_they_are(made):
    dose = read_dose(made / "RD.dcm")
    centre = voxel_centres(dose).mean(axis=0)
    part = crop(dose, (centre - 5, centre + 5), 3.0)
    points = voxel_centres(part)
    assert 0 < len(points) < 10**3 and np.abs(points - centre).max() <= 8.0
    assert part.values_gy.ravel() == pytest.approx(dose.dose_at(points), rel=1e-6)


def ring(z, radius=10.0):
    angle = np.linspace(0, 2 * np.pi, 30, endpoint=False)
    return Contour(np.stack([radius * np.cos(angle), radius * np.sin(angle), np.full(30, z)], axis=1))


def region(name, kind="", heights=(0.0, 3.0, 6.0)):
    return Structure(name, tuple(ring(z) for z in heights), interpreted_type=kind)


def structure_set(*regions, empty=()):
    return StructureSet({r.name: r for r in regions}, empty)


def test_targets_asked_for_named_by_the_plan_or_marked():
    found = structure_set(region("A", "GTV"), region("B", "ORGAN"), region("C", "PTV"), empty=("E",))
    assert choose_targets(found, ("B",), ("A",)) == ("B",)
    assert choose_targets(found, (), ("A", "minimum dose")) == ("A",)
    assert choose_targets(found, (), ("site",)) == ("A", "C")
    with pytest.raises(UnknownName, match="no ROI named 'X'"):
        choose_targets(found, ("X",), ())
    with pytest.raises(BadInput, match="'E' has no contours"):
        choose_targets(found, ("E",), ())
    with pytest.raises(BadInput, match="nothing tells which ROI is the target"):
        choose_targets(structure_set(region("B", "ORGAN")), (), ())


def test_organs_near_the_target_without_the_body():
    far = region("Far", "ORGAN", (400.0, 403.0))
    found = structure_set(region("T", "GTV"), region("Body", "EXTERNAL"), region("Cord", "ORGAN"), far)
    assert choose_organs(found, ("T",), ()) == ("Cord",)
    assert choose_organs(found, ("T",), ("T", "Far", "gone")) == ("Far",)


def test_the_grid_lies_on_the_planes_of_the_contours():
    grid = contour_grid(structure_set(region("T")), ("T",))
    heights = grid.origin_mm[2] + grid.spacing_mm[2] * np.arange(grid.shape[0])
    assert grid.spacing_mm[2] == pytest.approx(3.0) and np.abs(heights - 3.0).min() < 1e-9
    assert grid.contains(np.array([[10.0, 10.0, 6.0], [-10.0, -10.0, 0.0]])).all()
    with pytest.raises(BadInput, match="one plane only"):
        contour_grid(structure_set(region("T", heights=(0.0,))), ("T",))


def test_plan_and_structures_of_two_frames(implant):
    (item,) = find_items([implant])
    edit(implant / "RP.dcm", lambda data: setattr(data, "FrameOfReferenceUID", "1.2.3"))
    with pytest.raises(BadInput, match="different frames of reference"):
        read_implant(item, COARSE)


@pytest.mark.parametrize(
    "options",
    [
        {"formalism": "3d"},
        {"half_life_days": 0.0},
        {"strength_factor": -1.0},
        {"days": float("nan")},
        {"to_date": "yesterday"},
        {"to_date": "2026-05-01", "days": 3.0},
    ],
)
def test_wrong_what_ifs(options):
    with pytest.raises(WrongUsage):
        Variant(**options)


def test_wrong_options():
    with pytest.raises(WrongUsage, match="different names"):
        RecomputeOptions(variants=(Variant(), Variant()))
    with pytest.raises(WrongUsage, match="--compare needs something"):
        variants_of(Variant(), True)
    with pytest.raises(WrongUsage, match="--prescription-gy"):
        RecomputeOptions(prescription_gy=0.0)


def test_dates_before_the_implant_or_without_one():
    implanted = datetime(2026, 3, 1)
    assert days_given(Variant(to_date="2026-03-31"), implanted) == 30.0
    assert days_given(Variant(), implanted) is None
    for text, when in (
        ("2026-02-01", implanted),
        ("2026-03-31", None),
        ("2026-03-31T00:00+00:00", implanted),
    ):
        with pytest.raises(BadInput):
            days_given(Variant(to_date=text), when)


def test_a_changed_source_folder_changes_its_digest(tmp_path):
    (tmp_path / "a.json").write_text("{}")
    before = folder_digest(tmp_path)
    assert folder_digest(tmp_path) == before
    (tmp_path / "a.json").write_text("{ }")
    assert folder_digest(tmp_path) != before


def test_a_source_model_is_read_once_and_again_when_its_file_changes(tmp_path):
    own = tmp_path / "own.json"
    shipped = source_files()["i125_6711"].read_text(encoding="utf-8")
    own.write_text(shipped, encoding="utf-8")
    first = source_model("own", str(tmp_path))
    assert source_model("own", str(tmp_path)) is first
    assert dose_engine(first, "2d") is dose_engine(source_model("own", str(tmp_path)), "2d")
    assert known_sources("") is known_sources("")
    constant = first.dose_rate_constant
    own.write_text(shipped.replace(f'"dose_rate_constant": {constant}', '"dose_rate_constant": 1.0'))
    assert own.read_text() != shipped
    assert source_model("own", str(tmp_path)).dose_rate_constant == 1.0
    longer = source_model("own", str(tmp_path), half_life_days=100.0)
    assert longer.half_life_h == 2400.0 and source_model("own", str(tmp_path)).half_life_h != 2400.0
