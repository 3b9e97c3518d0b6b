"""Permanent-seed RT Plans of other systems and our own; everything else is refused in a sentence."""

from datetime import datetime

import numpy as np
import pytest
from export_case import make_case, small_plan
from made_dicom import ct_slices, write
from made_plans import (
    MEAN_LIFE_S,
    STRENGTH_U,
    channel,
    control_points,
    plan,
    seed_positions,
    setup,
    source,
    wild_plan,
)
from pydicom import dcmread

from tps.dicom.rt.rtplan_read import read_plan
from tps.dicom.rt.write_rtplan import write_rtplan
from tps.errors import BadInput
from tps.sources.library import load_source


def read(tmp_path, dataset):
    return read_plan(write(dataset, tmp_path / "rp.dcm"))


def refused(tmp_path, dataset, *words):
    with pytest.raises(BadInput) as caught:
        read(tmp_path, dataset)
    for word in words:
        assert word in str(caught.value), str(caught.value)
    assert "rp.dcm" in str(caught.value) and "Made" not in str(caught.value)


def one_seed(weights=(0, 100), **options):
    place = (1.0, 2.0, 3.0)
    return plan(
        [setup(1, [channel(control_points([place] * len(weights), weights), **options)])], [source(1, 0.5)]
    )


def test_the_wild_plan_has_its_36_seeds(tmp_path):
    found = read(tmp_path, wild_plan())
    assert len(found.seeds) == 36
    np.testing.assert_allclose([s.position_mm for s in found.seeds], seed_positions(), atol=1e-9)
    assert {s.strength_u for s in found.seeds} == {STRENGTH_U}
    assert all(s.direction is None for s in found.seeds)
    assert [s.needle for s in found.seeds] == list(range(1, 37))
    (used,) = found.sources
    assert used.reference == datetime(2024, 1, 15, 9, 30)
    assert used.half_life_h == pytest.approx(59.4 * 24) and used.isotope == "I-125"
    assert found.half_life_h == used.half_life_h
    assert found.prescription_gy == 145.0
    assert found.structure_set_uid == "1.2.3.4.9"
    assert "36 of 36 seeds have no orientation" in found.warnings
    assert any("weights fall back" in w for w in found.warnings)
    assert not any("air kerma" in w for w in found.warnings)


def test_a_needle_with_three_seeds(tmp_path):
    places = [(0, 0, z) for z in (0, 0, 10, 10, 20, 20)]
    points = control_points(places, (0, 1, 1, 2, 2, 3), orientation=(0, 0, -2))
    kerma = 3 * 0.5 * 59.4 * 24 / np.log(2)
    dataset = plan(
        [setup(4, [channel(points, final=3, total_s=3 * MEAN_LIFE_S)], kerma=kerma)], [source(1, 0.5)]
    )
    found = read(tmp_path, dataset)
    np.testing.assert_allclose([s.position_mm[2] for s in found.seeds], (0, 10, 20))
    np.testing.assert_allclose(found.seeds[0].direction, (0, 0, -1))
    assert found.needles[0].number == 4 and found.needles[0].tip_mm is None
    assert found.warnings == ()


def test_an_empty_weight_keeps_the_one_before(tmp_path):
    dataset = one_seed((0, 50, 50, 100))
    points = dataset.ApplicationSetupSequence[0].ChannelSequence[0].BrachyControlPointSequence
    points[2].ControlPoint3DPosition = points[3].ControlPoint3DPosition = [1, 2, 13]
    points[2].CumulativeTimeWeight = None
    dataset.ApplicationSetupSequence[0].ChannelSequence[0].ChannelTotalTime = 2 * MEAN_LIFE_S
    assert len(read(tmp_path, dataset).seeds) == 2


def test_no_time_at_all_is_permanent(tmp_path):
    assert len(read(tmp_path, one_seed(total_s=0.0)).seeds) == 1


@pytest.mark.parametrize("name", ["I-125", "I125", "125I", "I 125", "Iodine-125"])
def test_names_of_the_nuclide(tmp_path, name):
    dataset = one_seed()
    dataset.SourceSequence = [source(1, 0.5, isotope=name)]
    assert read(tmp_path, dataset).sources[0].isotope == name


def test_source_strength_in_its_second_place(tmp_path):
    dataset = one_seed()
    item = source(1, 0.0, SourceStrengthUnits="AIR_KERMA_RATE", SourceStrength=0.7)
    dataset.SourceSequence = [item]
    assert read(tmp_path, dataset).seeds[0].strength_u == 0.7


def test_prescription_by_dose_reference(tmp_path):
    from pydicom import Dataset

    dataset = one_seed()
    references = []
    for name, dose in (("GTV", 120.0), ("Node", 110.0)):
        item = Dataset()
        item.DoseReferenceNumber, item.DoseReferenceStructureType = len(references) + 1, "SITE"
        item.DoseReferenceDescription, item.DoseReferenceType, item.TargetPrescriptionDose = (
            name,
            "TARGET",
            dose,
        )
        references.append(item)
    dataset.DoseReferenceSequence = references
    found = read(tmp_path, dataset)
    assert found.prescriptions_gy == {"GTV": 120.0, "Node": 110.0} and found.prescription_gy is None
    dataset.DoseReferenceSequence = references[:1]
    assert read(tmp_path, dataset).prescription_gy == 120.0


def test_what_is_unusual_is_a_warning(tmp_path):
    dataset = one_seed()
    del dataset.FractionGroupSequence
    dataset.ApplicationSetupSequence[0].TotalReferenceAirKerma = 5.0
    unusual = source(1, 4.0, half_life_d=60.5, SourceStrengthReferenceTime=None)
    dataset.SourceSequence = [unusual]
    text = " | ".join(read(tmp_path, dataset).warnings)
    for words in (
        "4 U (3.15 mCi) per seed is unusual",
        "half-life 60.5 d",
        "no reference time",
        "air kerma",
        "no prescribed dose",
    ):
        assert words in text
    dataset.SourceSequence = [source(1, 0.5, SourceStrengthReferenceDate=None)]
    found = read(tmp_path, dataset)
    assert found.sources[0].reference is None and any("no reference date" in w for w in found.warnings)


def test_lost_seeds_are_noticed(tmp_path):
    dataset = wild_plan()
    del dataset.ApplicationSetupSequence[5]
    text = " | ".join(read(tmp_path, dataset).warnings)
    assert "counts 37 application setups and names 37, of which 36 are there" in text
    assert "air kerma" in text
    dataset = wild_plan()
    for point in dataset.ApplicationSetupSequence[5].ChannelSequence[0].BrachyControlPointSequence:
        point.CumulativeTimeWeight = 0
    dataset.ApplicationSetupSequence[7].ChannelSequence = []
    found = read(tmp_path, dataset)
    assert len(found.seeds) == 34
    assert "application setup 8 has no channels: seeds may be missing" in found.warnings
    assert any("no time passes in" in w and "setup 6" in w for w in found.warnings)


@pytest.mark.parametrize("kind", ["HDR", "PDR", "MDR"])
def test_afterloader_plans(tmp_path, kind):
    dataset = wild_plan()
    dataset.BrachyTreatmentType = kind
    refused(tmp_path, dataset, f"is {'a' if kind == 'PDR' else 'an'} {kind} afterloader plan")


def test_real_afterloader_and_beam_plans(shared_data):
    for name, words in (
        ("hdr-vitesse-phantom/PL001.dcm", "is an HDR afterloader plan, not a seed implant"),
        ("hdr-waterphantom-pytg43/HDR/RP.HDR.dcm", "is an HDR afterloader plan, not a seed implant"),
        ("mini-dicompyler-core/rtplan.dcm", "is an external-beam plan, not a seed implant"),
        ("hdr-vitesse-phantom/SS001.dcm", "is not an RT Plan"),
    ):
        with pytest.raises(BadInput, match=words):
            read_plan(shared_data / name)


def test_ion_plans_are_external_beam_plans(tmp_path):
    dataset = wild_plan()
    dataset.SOPClassUID = dataset.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.481.8"
    refused(tmp_path, dataset, "is an external-beam plan, not a seed implant")


def changed(change):
    dataset = one_seed()
    change(dataset, dataset.ApplicationSetupSequence[0].ChannelSequence[0])
    return dataset


def moved(dataset, channel_item):
    channel_item.BrachyControlPointSequence[1].ControlPoint3DPosition = [1, 2, 4]


def turned(channel_item):
    for k, point in enumerate(channel_item.BrachyControlPointSequence):
        point.ControlPointOrientation = [k, 1, 0]


def unequal(dataset, channel_item):
    points = control_points([(0, 0, 0)] * 2 + [(0, 0, 10)] * 2, (0, 10, 10, 100))
    channel_item.BrachyControlPointSequence, channel_item.NumberOfControlPoints = points, 4


@pytest.mark.parametrize(
    "change, words",
    [
        (lambda d, c: setattr(d, "ApplicationSetupSequence", []), "a plan without seeds"),
        (lambda d, c: setattr(d, "SourceSequence", [source(1, 0.5, isotope="Ir-192")]), "nuclide Ir-192"),
        (lambda d, c: setattr(d, "SourceSequence", [source(1, 0.5, isotope="")]), "nuclide (none)"),
        (lambda d, c: setattr(d, "SourceSequence", [source(1, 0.0)]), "strength is 0 U"),
        (lambda d, c: setattr(d, "SourceSequence", [source(1, 0.5, half_life_d=-1)]), "half-life is -1"),
        (
            lambda d, c: setattr(d, "SourceSequence", [source(1, 1, SourceStrengthUnits="DOSE_RATE_WATER")]),
            "DOSE_RATE",
        ),
        (
            lambda d, c: setattr(d.SourceSequence[0], "SourceStrengthReferenceDate", "20240230"),
            "do not exist",
        ),
        (lambda d, c: setattr(d, "SourceSequence", [source(1, 1), source(1, 2)]), "same number"),
        (lambda d, c: setattr(c, "ReferencedSourceNumber", 5), "sources [5]"),
        (
            lambda d, c: setattr(c, "ChannelTotalTime", 3600.0 * 24 * 7),
            "temporary implant: a source stays 168.0 h",
        ),
        (lambda d, c: setattr(c, "NumberOfControlPoints", 3), "is 3, but there are 2"),
        (
            lambda d, c: delattr(c.BrachyControlPointSequence[0], "ControlPoint3DPosition"),
            "3D Position is missing",
        ),
        (lambda d, c: setattr(c.BrachyControlPointSequence[1], "CumulativeTimeWeight", 0), "no seeds in it"),
        (
            lambda d, c: d.SourceSequence[0].update({"SourceStrength": 0.6}),
            "Reference Air Kerma Rate 0.5 and Source Strength 0.6 differ",
        ),
        (lambda d, c: turned(c), "different orientations"),
        (moved, "time passes while the source moves 1.0 mm"),
        (unequal, "unequal time weights (10 to 90)"),
    ],
)
def test_plans_that_leave_doubt(tmp_path, change, words):
    refused(tmp_path, changed(change), words)


LIFE_DAYS = 59.4 / np.log(2)
KERMA = 0.5 * LIFE_DAYS * 24


def timed(total, technique="PERMANENT", kerma=KERMA, count=1):
    """Seeds of 0.5 U in one channel whose total time is written as ``total``."""
    places = [(0.0, 0.0, 10.0 * (k // 2)) for k in range(2 * count)]
    points = control_points(places, [(k + 1) // 2 for k in range(2 * count)])
    item = setup(1, [channel(points, total_s=total, final=count)], kerma=kerma and kerma * count)
    dataset = plan([item], [source(1, 0.5)])
    dataset.BrachyTreatmentTechnique = technique
    return dataset


@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize("unit", ["seconds", "minutes", "hours", "days"])
@pytest.mark.parametrize(
    ("technique", "kerma"), [("PERMANENT", KERMA), ("PERMANENT", None), ("INTERSTITIAL", KERMA)]
)
def test_a_mean_life_in_another_unit_is_a_permanent_implant(tmp_path, technique, kerma, unit, count):
    """As systems write it: 85.7 days for iodine-125, for each seed or once for the channel."""
    per_unit = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}[unit]
    for times in {1, count}:
        found = read(tmp_path, timed(times * round(LIFE_DAYS * 86400 / per_unit, 1), technique, kerma, count))
        assert len(found.seeds) == count and {s.strength_u for s in found.seeds} == {0.5}
        said = [w for w in found.warnings if "mean life" in w]
        if unit == "seconds" and times == count:
            assert not said
        else:
            assert f"in {unit}" in said[0] and ("once for a whole channel" in said[0]) == (times < count)
            assert ("PERMANENT" in said[0]) == (technique == "PERMANENT")


def test_a_time_that_says_nothing_is_passed_over_where_technique_and_kerma_agree(tmp_path):
    found = read(tmp_path, timed(100.0))
    assert any("channel time of 100 s is not used" in w for w in found.warnings)


@pytest.mark.parametrize(
    ("dataset", "words"),
    [
        (timed(100.0, kerma=None), "though its technique is PERMANENT"),
        (timed(100.0, kerma=0.08 * KERMA), "though its technique is PERMANENT"),
        (timed(100.0, "INTERSTITIAL"), "a source stays 100 s"),
        (timed(round(LIFE_DAYS, 1), "INTERSTITIAL", None), "channel times in seconds"),
        (timed(7 * 86400.0, "INTERSTITIAL", 0.0785 * KERMA), "a source stays 168.0 h"),
    ],
)
def test_what_is_taken_out_again_is_no_permanent_implant(tmp_path, dataset, words):
    refused(tmp_path, dataset, "is a temporary implant", words)


def test_a_time_zone_is_kept(tmp_path):
    dataset = one_seed()
    dataset.TimezoneOffsetFromUTC = "+0800"
    found = read(tmp_path, dataset)
    assert found.sources[0].reference.isoformat() == "2024-01-15T09:30:00+08:00"


def test_seeds_listed_twice(tmp_path):
    positions = seed_positions()
    refused(tmp_path, wild_plan(np.concatenate([positions, positions])), "same place", "twice")


def test_files_that_are_no_plan(tmp_path):
    refused(tmp_path, ct_slices()[0], "not an RT Plan (modality CT)")
    (tmp_path / "rp.dcm").write_text("hello")
    with pytest.raises(BadInput, match=r"rp\.dcm"):
        read_plan(tmp_path / "rp.dcm")
    (tmp_path / "rp.txt").write_text("hello")
    with pytest.raises(BadInput, match="one DICOM file"):
        read_plan(tmp_path / "rp.txt")


@pytest.mark.parametrize("strengths", [(0.762,), (0.762, 0.5)])
def test_our_own_plan_comes_back(tmp_path, strengths):
    """To the last digit of decimal strings (1e-6); needle ends to single precision of the orientation,
    1e-7 over needles of 80 mm."""
    case, made = make_case(tmp_path), small_plan(strengths=strengths)
    when = datetime(2026, 2, 3, 8, 30)
    write_rtplan(case, made, load_source(made.source), tmp_path / "out.dcm", implant=when)
    found = read_plan(tmp_path / "out.dcm")
    assert len(found.seeds) == len(made.seeds) == 12
    for seed in found.seeds:
        twin = min(made.seeds, key=lambda s: np.linalg.norm(s.position_mm - seed.position_mm))
        np.testing.assert_allclose(seed.position_mm, twin.position_mm, atol=1e-6)
        np.testing.assert_allclose(seed.direction, twin.direction, atol=1e-6)
        assert seed.strength_u == pytest.approx(twin.strength_u, abs=1e-6)
        assert seed.needle == twin.needle
    for needle, original in zip(found.needles, made.needles, strict=True):
        np.testing.assert_allclose(needle.tip_mm, original.tip_mm, atol=5e-5)
        np.testing.assert_allclose(needle.entry_mm, original.entry_mm, atol=5e-5)
    assert found.prescription_gy == made.prescription.dose_gy
    assert {s.reference for s in found.sources} == {when} and len(found.sources) == len(strengths)
    assert all(made.source in (s.model, s.description) for s in found.sources)
    assert found.half_life_h == pytest.approx(load_source(made.source).half_life_h)
    assert found.warnings == ()


def test_a_plan_of_an_older_version_counts_from_the_tip(tmp_path):
    case, made = make_case(tmp_path), small_plan()
    write_rtplan(case, made, load_source(made.source), tmp_path / "out.dcm")
    dataset = dcmread(tmp_path / "out.dcm")
    for item in (c for s in dataset.ApplicationSetupSequence for c in s.ChannelSequence):
        for point in item.BrachyControlPointSequence:
            point.ControlPointRelativePosition += item.SourceApplicatorTipLength
        item.SourceApplicatorLength = item.ChannelLength
        del item.SourceApplicatorTipLength, item.ChannelEffectiveLength
    found = read(tmp_path, dataset)
    for needle, original in zip(found.needles, made.needles, strict=True):
        np.testing.assert_allclose(needle.tip_mm, original.tip_mm, atol=5e-5)
        np.testing.assert_allclose(needle.entry_mm, original.entry_mm, atol=5e-5)
    assert not any("tip" in w or "length" in w for w in found.warnings)


def test_a_needle_whose_seeds_disagree(tmp_path):
    case, made = make_case(tmp_path), small_plan()
    write_rtplan(case, made, load_source(made.source), tmp_path / "out.dcm")
    dataset = dcmread(tmp_path / "out.dcm")
    channels = [c for s in dataset.ApplicationSetupSequence for c in s.ChannelSequence]
    for point in channels[0].BrachyControlPointSequence[2:4]:
        point.ControlPointRelativePosition = 13.0
    channels[1].SourceApplicatorLength = 50.0
    text = " | ".join(read(tmp_path, dataset).warnings)
    assert "tip 1.00 mm apart" in text and "applicator length differ" in text
    for point in (p for c in channels for p in c.BrachyControlPointSequence):
        del point.ControlPointOrientation
    assert all(n.tip_mm is None for n in read(tmp_path, dataset).needles)
