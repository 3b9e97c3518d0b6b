"""RT Plan of a permanent implant: what stands in it, and where."""

from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from export_case import CENTRE_MM, make_case, small_plan
from pydicom import dcmread

from tps.dicom.identity.uids import uid_of
from tps.dicom.rt.header import Stamp, encode, unfit_warnings
from tps.dicom.rt.write_rtplan import SetupDose, build_rtplan, write_rtplan
from tps.dicom.rt.write_rtstruct import Line, build_rtstruct
from tps.errors import BadInput, OutputRefused
from tps.model import Needle, Plan, Prescription, Reason, Verdict
from tps.sources.library import load_source

STAMP = Stamp(datetime(2025, 1, 3, 10, 30))


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return make_case(tmp_path_factory.mktemp("patient"))


@pytest.fixture(scope="module")
def source():
    return load_source("i125_6711")


def build(case, plan, source, **options):
    return build_rtplan(case, plan, source, **({"stamp": STAMP} | options))


def seeds_of(dataset):
    """Every step of a cumulative time weight is a seed: position, axis, strength, relative position."""
    strength = {int(s.SourceNumber): float(s.ReferenceAirKermaRate) for s in dataset.SourceSequence}
    found = []
    for setup in dataset.ApplicationSetupSequence:
        for channel in setup.ChannelSequence:
            points = channel.BrachyControlPointSequence
            assert len(points) == channel.NumberOfControlPoints
            for before, after in zip(points[::2], points[1::2], strict=True):
                assert before.ControlPoint3DPosition == after.ControlPoint3DPosition
                assert after.CumulativeTimeWeight - before.CumulativeTimeWeight == 1
                found.append(
                    (
                        np.array(after.ControlPoint3DPosition, float),
                        np.array(after.ControlPointOrientation, float),
                        strength[int(channel.ReferencedSourceNumber)],
                        float(after.ControlPointRelativePosition),
                    )
                )
            assert channel.FinalCumulativeTimeWeight == points[-1].CumulativeTimeWeight
    return found


def test_every_seed_stands_at_its_place_with_its_axis_and_strength(case, source):
    plan = small_plan(strengths=(0.762, 0.635))
    found = seeds_of(build(case, plan, source))
    assert len(found) == len(plan.seeds)
    for seed in plan.seeds:
        position, axis, strength, relative = min(found, key=lambda f: np.linalg.norm(f[0] - seed.position_mm))
        needle = plan.needles[seed.needle - 1]
        # Six decimals in the file; orientation is single precision.
        assert np.abs(position - seed.position_mm).max() <= 5.1e-7
        assert np.abs(axis - seed.direction).max() < 1e-7
        assert strength == pytest.approx(seed.strength_u, abs=1e-9)
        # Seeds lie 5, 15 and 25 mm behind the tip; the distal-most place there may be, 3 mm behind it.
        from_tip = np.linalg.norm(needle.tip_mm - seed.position_mm)
        assert relative == pytest.approx(from_tip - 3.0, abs=1e-6)


@pytest.mark.parametrize(("deepest", "tip_length"), [(5.0, 5.0), (3.0, 3.0), (8.0, 5.0), (0.0, 0.0)])
def test_relative_positions_count_from_the_distal_most_place_of_a_seed(case, source, deepest, tip_length):
    """PS3.3 C.8.8.15: not from the needle's tip; no seed can be more distal than the distal-most place."""
    plan = small_plan()
    dataset = build(case, plan, source, deepest_seed_mm=deepest)
    for needle, setup in zip(plan.needles, dataset.ApplicationSetupSequence, strict=True):
        (channel,) = setup.ChannelSequence
        found = [float(p.ControlPointRelativePosition) for p in channel.BrachyControlPointSequence[::2]]
        assert found == pytest.approx([5 - tip_length, 15 - tip_length, 25 - tip_length], abs=1e-6)
        assert float(channel.SourceApplicatorTipLength) == pytest.approx(tip_length, abs=1e-6)
        effective = float(channel.ChannelEffectiveLength)
        assert (
            effective == float(channel.SourceApplicatorLength) == pytest.approx(76.5 - tip_length, abs=1e-6)
        )
        axis = np.array(channel.BrachyControlPointSequence[0].ControlPointOrientation, float)
        distal = needle.entry_mm + effective * axis
        for point in channel.BrachyControlPointSequence:
            wanted = np.linalg.norm(distal - np.array(point.ControlPoint3DPosition, float))
            assert float(point.ControlPointRelativePosition) == pytest.approx(wanted, abs=1e-5)


def test_a_seed_beyond_its_needle_s_tip_is_refused(case, source):
    plan = small_plan()
    first = plan.seeds[0]
    needle = plan.needles[first.needle - 1]
    beyond = replace(first, position_mm=needle.tip_mm + 0.5 * needle.direction)
    with pytest.raises(BadInput, match="0.50 mm beyond its tip"):
        build(case, replace(plan, seeds=(beyond, *plan.seeds[1:])), source)


def test_one_setup_per_needle_and_one_channel_per_strength(case, source):
    one = build(case, small_plan(), source)
    assert [s.ApplicationSetupName for s in one.ApplicationSetupSequence] == [
        f"Needle {n}" for n in (1, 2, 3, 4)
    ]
    assert [len(s.ChannelSequence) for s in one.ApplicationSetupSequence] == [1] * 4
    two = build(case, small_plan(strengths=(0.762, 0.635)), source)
    assert [float(s.ReferenceAirKermaRate) for s in two.SourceSequence] == [0.635, 0.762]
    assert [len(s.ChannelSequence) for s in two.ApplicationSetupSequence] == [2] * 4
    numbers = [int(c.ChannelNumber) for s in two.ApplicationSetupSequence for c in s.ChannelSequence]
    assert numbers == [1, 2, 3, 4, 5, 6, 7, 8]


def test_needles_can_be_found_again_from_standard_elements(case, source):
    plan = small_plan()
    dataset = build(case, plan, source)
    for needle, setup in zip(plan.needles, dataset.ApplicationSetupSequence, strict=True):
        channel = setup.ChannelSequence[0]
        point = channel.BrachyControlPointSequence[0]
        axis = np.array(point.ControlPointOrientation, float)
        behind = float(point.ControlPointRelativePosition) + float(channel.SourceApplicatorTipLength)
        tip = np.array(point.ControlPoint3DPosition, float) + axis * behind
        # Single precision of the orientation over 100 mm.
        assert np.abs(tip - needle.tip_mm).max() < 1e-4
        assert np.abs(tip - axis * float(channel.ChannelLength) - needle.entry_mm).max() < 1e-4


def test_a_seed_that_stays_counts_with_its_mean_life(case, source):
    plan = small_plan()
    setup = build(case, plan, source).ApplicationSetupSequence[0]
    mean_life_h = 1425.6 / np.log(2)
    assert float(setup.ChannelSequence[0].ChannelTotalTime) == pytest.approx(3 * mean_life_h * 3600, abs=1e-3)
    assert float(setup.TotalReferenceAirKerma) == pytest.approx(3 * 0.762 * mean_life_h, abs=1e-6)


def test_source_says_nuclide_half_life_strength_and_reference_time(case, source):
    implant = datetime(2025, 2, 3, 14, 30)
    item = build(case, small_plan(), source, implant=implant).SourceSequence[0]
    assert (item.SourceIsotopeName, item.SourceDescription) == ("I-125", "i125_6711")
    assert float(item.SourceIsotopeHalfLife) == pytest.approx(59.4, abs=1e-9)
    assert item.SourceStrengthUnits == "AIR_KERMA_RATE"
    assert float(item.ReferenceAirKermaRate) == float(item.SourceStrength) == 0.762
    assert item.SourceStrengthReferenceDate == "20250203"
    assert item.SourceStrengthReferenceTime.startswith("143000")


def test_unknown_implant_time_is_said_not_guessed(case, source):
    with_time = build(case, small_plan(), source, implant=datetime(2025, 2, 3))
    without = build(case, small_plan(), source)
    assert "not set" in without.RTPlanDescription
    assert "not set" not in with_time.RTPlanDescription
    assert without.SourceSequence[0].SourceStrengthReferenceDate == STAMP.date


def test_plan_is_marked_as_research_and_unapproved(case, source):
    plan = small_plan()
    dataset = build(case, plan, source)
    assert dataset.ApprovalStatus == "UNAPPROVED"
    assert dataset.PlanIntent == "RESEARCH"
    assert "not for clinical use" in dataset.RTPlanDescription
    assert "not for clinical use" in dataset.SeriesDescription
    assert (dataset.BrachyTreatmentTechnique, dataset.BrachyTreatmentType) == ("PERMANENT", "LDR")
    missed = Plan(
        plan.source,
        plan.prescription,
        plan.targets,
        plan.needles,
        plan.seeds,
        "not-met",
        (Reason("reach", "binds"),),
    )
    assert "NOT met" in build(case, missed, source).RTPlanDescription
    verdict = Verdict("dose met", "limit not kept: Cord D1cc < 9 Gy (plan: 12.0 Gy)", "", True, False)
    text = build(case, replace(missed, verdict=verdict), source).RTPlanDescription
    assert ": met, a dose limit is NOT kept." in text


@pytest.mark.parametrize("metric", ["minimum-peripheral", "d90"])
def test_prescription_stands_in_the_dose_reference_of_the_target(case, source, metric):
    plan = small_plan()
    plan = Plan(plan.source, Prescription(110.0, metric), ("GTV",), plan.needles, plan.seeds)
    structures = build_rtstruct(case, list(case.structures.values()), stamp=STAMP)
    dataset = build(case, plan, source, structure_set=structures)
    item = dataset.DoseReferenceSequence[0]
    assert float(item.TargetPrescriptionDose) == 110.0
    assert (item.DoseReferenceStructureType, item.ReferencedROINumber) == ("VOLUME", 1)
    assert ("TargetMinimumDose" in item) == (metric == "minimum-peripheral")
    assert ("TargetUnderdoseVolumeFraction" in item) == (metric == "d90")
    assert dataset.ReferencedStructureSetSequence[0].ReferencedSOPInstanceUID == structures.SOPInstanceUID


def test_setup_doses_and_needle_contours_are_referenced(case, source):
    plan = small_plan()
    lines = [Line(f"Needle {n.id}", np.stack([n.entry_mm, n.tip_mm])) for n in plan.needles]
    structures = build_rtstruct(case, list(case.structures.values()), lines=lines, stamp=STAMP)
    doses = {n.id: SetupDose(10.0 * n.id, CENTRE_MM) for n in plan.needles}
    dataset = build(case, plan, source, structure_set=structures, setup_doses=doses)
    setups = dataset.FractionGroupSequence[0].ReferencedBrachyApplicationSetupSequence
    assert [float(s.BrachyApplicationSetupDose) for s in setups] == [10.0, 20.0, 30.0, 40.0]
    assert list(setups[0].BrachyApplicationSetupDoseSpecificationPoint) == list(CENTRE_MM)
    rois = {int(r.ROINumber): r.ROIName for r in structures.StructureSetROISequence}
    channels = [s.ChannelSequence[0] for s in dataset.ApplicationSetupSequence]
    assert [rois[int(c.ReferencedROINumber)] for c in channels] == [f"Needle {n}" for n in (1, 2, 3, 4)]


def test_a_needle_without_seeds_is_no_setup(case, source):
    plan = small_plan()
    empty = Needle(5, CENTRE_MM + [20, -50, 0], CENTRE_MM + [20, 0, 0])
    plan = Plan(plan.source, plan.prescription, plan.targets, (*plan.needles, empty), plan.seeds)
    dataset = build(case, plan, source)
    assert len(dataset.ApplicationSetupSequence) == 4
    assert dataset.FractionGroupSequence[0].NumberOfBrachyApplicationSetups == 4


def test_study_and_frame_are_those_of_the_ct_and_uids_are_new(case, source):
    dataset = build(case, small_plan(), source)
    assert dataset.StudyInstanceUID == case.identity.study_uid
    assert dataset.FrameOfReferenceUID == case.identity.frame_of_reference_uid
    assert str(dataset.PatientName) == "TEST^EXPORT"
    for uid in (dataset.SOPInstanceUID, dataset.SeriesInstanceUID):
        assert uid.startswith("2.25.") and len(uid) <= 44 and uid.is_valid
    assert len({dataset.SOPInstanceUID, dataset.SeriesInstanceUID, case.identity.series_uid}) == 3


def test_same_content_same_bytes_and_another_content_another_uid(case, source):
    first, again = (build(case, small_plan(), source) for _ in range(2))
    assert encode(first) == encode(again)
    later = build(case, small_plan(), source, stamp=Stamp(datetime(2025, 1, 3, 10, 31)))
    other = build(case, small_plan(strengths=(0.763,)), source)
    assert len({d.SOPInstanceUID for d in (first, later, other)}) == 3


def test_creation_time_can_be_fixed_from_outside(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735900200")
    assert Stamp.now() == Stamp(datetime(2025, 1, 3, 10, 30))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(BadInput, match="SOURCE_DATE_EPOCH"):
        Stamp.now()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs((Stamp.now().created - datetime.now()).total_seconds()) < 60


def test_uids_depend_on_every_part_and_on_where_parts_end():
    assert uid_of("a", "b") == uid_of("a", b"b")
    assert len({uid_of("a", "b"), uid_of("ab"), uid_of("b", "a"), uid_of("a", "b", "")}) == 4


def test_written_file_is_read_back_and_never_replaced(case, source, tmp_path):
    path = tmp_path / "RTPLAN.dcm"
    written = write_rtplan(case, small_plan(), source, path, stamp=STAMP)
    assert dcmread(path).SOPInstanceUID == written.SOPInstanceUID
    assert path.read_bytes() == encode(build(case, small_plan(), source))
    with pytest.raises(OutputRefused, match="exists already"):
        write_rtplan(case, small_plan(), source, path, stamp=STAMP)
    with pytest.raises(OutputRefused, match="cannot be written"):
        write_rtplan(case, small_plan(), source, tmp_path / "no" / "RTPLAN.dcm", stamp=STAMP)
    assert [p.name for p in tmp_path.iterdir()] == ["RTPLAN.dcm"]


def test_what_cannot_be_written_is_refused(case, source):
    plan = small_plan()
    with pytest.raises(BadInput, match="no seeds"):
        build(case, Plan(plan.source, plan.prescription, plan.targets, plan.needles, ()), source)
    with pytest.raises(BadInput, match="RT Plan Label"):
        build(case, plan, source, label="more than sixteen characters")
    for missing, name in (("study_uid", "Study"), ("frame_of_reference_uid", "Frame of Reference")):
        lost = replace(case, identity=replace(case.identity, **{missing: ""}))
        with pytest.raises(BadInput, match=name):
            build(lost, plan, source)


def test_what_the_ct_says_against_the_rules_is_left_empty_and_told(case, source):
    """A study number of 17 characters would make every file invalid; half of it would be wrong."""
    identity = replace(
        case.identity, study_id="x" * 17, patient_sex="W", study_time="9:30", accession_number="A\\B"
    )
    dataset = build(replace(case, identity=identity), small_plan(), source)
    assert [dataset.StudyID, dataset.PatientSex, dataset.StudyTime, dataset.AccessionNumber] == [""] * 4
    assert str(dataset.PatientName) == "TEST^EXPORT"
    told = " ".join(unfit_warnings(identity))
    assert all(word in told for word in ("StudyID", "PatientSex", "StudyTime", "AccessionNumber"))
    assert "xxx" not in told
    assert unfit_warnings(case.identity) == ()


def test_what_was_done_to_the_ct_s_identity_is_said_again(case, source):
    codes = (("113100", "DCM", "Basic Profile"), ("113101", "DCM", ""), ("1" * 17, "DCM", "too long"))
    done = {"identity_removed": "YES", "deidentification_methods": ("by hand",)}
    identity = replace(case.identity, **done, deidentification_codes=codes, patient_weight="66.0")
    ds = build_rtplan(replace(case, identity=identity), small_plan(), source)
    assert ds.PatientIdentityRemoved == "YES" and ds.DeidentificationMethod == "by hand"
    assert [c.CodeValue for c in ds.DeidentificationMethodCodeSequence] == ["113100"]
    assert ds.PatientWeight == 66 and "PatientAge" not in ds
    assert "PatientIdentityRemoved" not in build_rtplan(case, small_plan(), source)


@pytest.mark.parametrize(
    ("character_set", "name", "written"),
    [
        ("ISO_IR 100", "M\u00fcller^J\u00f6rg", "ISO_IR 100"),
        ("GB18030", "\u738b^\u5c0f\u4e1c", "GB18030"),
        ("ISO_IR 100", "\u738b^\u5c0f\u4e1c", "ISO_IR 192"),
        ("\\ISO 2022 IR 58", "Wang^XiaoDong", "ISO_IR 192"),
        ("no such set", "Doe^Jane", "ISO_IR 192"),
        ("", "Doe^Jane", "ISO_IR 192"),
    ],
)
def test_texts_are_written_in_the_ct_s_character_set_where_it_has_their_letters(
    case, source, tmp_path, character_set, name, written
):
    """The same bytes as in the CT: not everybody reads UTF-8, and validators compare bytes."""
    identity = replace(case.identity, character_set=character_set, patient_name=name)
    write_rtplan(replace(case, identity=identity), small_plan(), source, tmp_path / "a.dcm")
    ds = dcmread(tmp_path / "a.dcm")
    assert ds.SpecificCharacterSet == written and str(ds.PatientName) == name


@pytest.mark.parametrize(
    "dose, metric, label",
    [
        (120.0, "minimum-peripheral", "120 Gy min.per."),
        (120.0, "d90", "I-125 120 Gy D90"),
        (137.25, "minimum-peripheral", "137.25 Gy"),
    ],
)
def test_label_names_the_kind_of_the_prescription(case, source, dose, metric, label):
    plan = replace(small_plan(), prescription=Prescription(dose, metric))
    dataset = build_rtplan(case, plan, source, stamp=STAMP)
    assert dataset.RTPlanLabel == label
    assert f"{dose:g} Gy as {plan.prescription.measure.label}" in dataset.RTPlanDescription
