"""Our own readers, plastimatch, dicompyler-core and PyGRPM open the files and find the same plan."""

import itertools
from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from export_case import (
    CENTRE_MM,
    DoseEngine,
    ExportOptions,
    SecondCheck,
    Stamp,
    ball,
    make_case,
    plan_files,
    small_plan,
)
from interop import run, run_peer

from tps.dicom.case import read_case
from tps.dicom.rt.rtdose_read import read_dose
from tps.dicom.rt.rtplan_read import read_plan
from tps.dose.grids import file_dose
from tps.evaluate.evaluate import evaluate_plan
from tps.formats.folder import write_folder
from tps.geometry.solid import build_solid
from tps.model import Needle, Plan, Prescription, Protocol, Seed
from tps.sources.library import load_source

pytestmark = pytest.mark.interop

# A seed model that both sides have tables of.
SOURCE = "i125_isoaid_iai125a"

# Off the middle of the voxels: one that sits on them is sampled at the same few distances again and again.
BALL_MM, RADIUS_MM = CENTRE_MM + [0.31, 0.17, 0.43], 18.0
DOSES_GY = np.arange(0.0, 500.0, 2.0)


class Exported:
    """A plan on a ball of 24 cm3, written as a folder beside its CT."""

    def __init__(self, folder):
        self.folder = folder
        case = make_case(folder, shape=(50, 70, 70), spacing=(1.0, 1.0, 1.0))
        structure = ball(case.ct.grid, BALL_MM, RADIUS_MM)
        self.case = replace(case, structures={"GTV": structure})
        self.plan = small_plan(SOURCE, strengths=(1.2,))
        self.source = load_source(SOURCE)
        self.implant = datetime(2025, 2, 3, 8, 30)
        engine = DoseEngine(self.source)
        solid = build_solid(structure, case.ct.grid)
        self.evaluation = evaluate_plan(self.case, self.plan, engine, [solid], [], Protocol())
        options = ExportOptions(stamp=Stamp(datetime(2025, 1, 3, 10, 30)), implant=self.implant)
        self.dose = file_dose(engine, self.plan.seeds, [structure.bounds_mm()], Protocol())
        files = plan_files(
            self.case,
            self.plan,
            self.source,
            self.evaluation,
            SecondCheck(400, 0.0),
            [structure],
            options=options,
            dose=self.dose,
        )
        self.out = write_folder(folder / "out", files)


def fractions(dvh):
    """Fraction of the volume at ``DOSES_GY``."""
    return dvh.curve(DOSES_GY) / dvh.total_cc


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    return Exported(tmp_path_factory.mktemp("patient"))


def test_our_own_reader_gives_the_plan_back(exported):
    read = read_plan(exported.out / "RTPLAN.dcm")
    assert len(read.seeds) == len(exported.plan.seeds)
    for got, seed in zip(read.seeds, exported.plan.seeds, strict=True):
        # Positions carry six decimals, orientations are single precision.
        assert np.abs(got.position_mm - seed.position_mm).max() <= 5.1e-7
        assert np.abs(got.direction - seed.direction).max() < 1e-7
        assert got.strength_u == seed.strength_u
        assert got.needle == seed.needle
    for got, needle in zip(read.needles, exported.plan.needles, strict=True):
        assert np.abs(got.tip_mm - needle.tip_mm).max() < 1e-4
        assert np.abs(got.entry_mm - needle.entry_mm).max() < 1e-4
    (source,) = read.sources
    assert source.half_life_h == pytest.approx(exported.source.half_life_h, rel=1e-12)
    assert source.reference == exported.implant
    assert list(read.prescriptions_gy.values()) == [120.0]
    assert read.warnings == ()


def test_seeds_of_two_strengths_come_back_with_theirs(exported, tmp_path):
    plan = small_plan(SOURCE, strengths=(0.762, 0.635))
    files = plan_files(
        exported.case,
        plan,
        exported.source,
        exported.evaluation,
        SecondCheck(400, 0.0),
        list(exported.case.structures.values()),
        dose=exported.dose,
    )
    (tmp_path / "RTPLAN.dcm").write_bytes(files["RTPLAN.dcm"])
    read = read_plan(tmp_path / "RTPLAN.dcm")
    for seed in plan.seeds:
        got = min(read.seeds, key=lambda s: np.linalg.norm(s.position_mm - seed.position_mm))
        assert np.abs(got.position_mm - seed.position_mm).max() <= 5.1e-7
        assert got.strength_u == seed.strength_u
    assert len(read.seeds) == len(plan.seeds)


def test_our_own_reader_gives_the_dose_and_the_dvh_back(exported):
    read = read_dose(exported.out / "RTDOSE.dcm")
    volume = read.volume()
    dose = exported.dose
    assert volume.grid.same_as(dose.grid)
    # Half a step of 2400 Gy in 65535; hotter voxels are capped.
    assert np.abs(volume.values - np.minimum(dose.values, 2400.0)).max() < 0.0185
    dvh = exported.evaluation.dvhs["GTV"]
    (stored,) = read.dvhs
    assert np.abs(stored.volume - dvh.curve(stored.dose_gy)).max() < 1e-6
    assert read.warnings == ()


def test_structure_keeps_its_volume(exported):
    read = read_case(exported.folder / "ct", exported.out / "RTSTRUCT.dcm")
    before = build_solid(exported.case.structures["GTV"], exported.case.ct.grid).volume_mm3
    after = build_solid(read.structures["GTV"], read.ct.grid).volume_mm3
    assert after == pytest.approx(before, rel=1e-6)
    assert after == pytest.approx(4 / 3 * np.pi * RADIUS_MM**3, rel=0.01)


def test_real_structures_keep_their_volume(shared_data, tmp_path):
    from tps.dicom.rt.write_rtstruct import write_rtstruct

    for name in ("limb-sts-025", "limb-sts-002"):
        folder = shared_data / name
        case = read_case(folder / "ct", folder / "rtstruct")
        write_rtstruct(case, list(case.structures.values()), tmp_path / f"{name}.dcm")
        again = read_case(folder / "ct", tmp_path / f"{name}.dcm")
        for roi, structure in case.structures.items():
            before = build_solid(structure, case.ct.grid).volume_mm3
            after = build_solid(again.structures[roi], again.ct.grid).volume_mm3
            assert after == pytest.approx(before, rel=1e-4), roi


class RealPlan:
    """A plan on a real tumour of 30 cm3 in slices of 3.27 mm: seeds on a lattice of 11 mm."""

    def __init__(self, patient, folder):
        self.ct, self.roi = patient / "ct", "GTV_Mass_CT"
        case = read_case(self.ct, patient / "rtstruct")
        structure = case.structures[self.roi]
        solid = build_solid(structure, case.ct.grid)
        low, high = structure.bounds_mm()
        needles, seeds = [], []
        for x, y in itertools.product(*(np.arange(low[a] + 4, high[a], 11.0) for a in (0, 1))):
            # Each needle is pushed in a little deeper: no two seeds lie alike between the CT's slices.
            first = low[2] + 11.0 * (0.618 * len(needles) % 1)
            places = np.array([(x, y, z) for z in np.arange(first, high[2], 11.0)])
            places = places[solid.contains(places)]
            if len(places):
                ends = places[0] - [0, 0, 30.0], places[-1] + [0, 0, 3.0]
                needles.append(Needle(len(needles) + 1, *ends, 5.0, target=self.roi))
                seeds += [
                    Seed(len(seeds) + 1 + k, len(needles), p, (0, 0, 1), 0.95) for k, p in enumerate(places)
                ]
        plan = Plan("i125_6711", Prescription(120.0), (self.roi,), tuple(needles), tuple(seeds))
        source = load_source("i125_6711")
        engine = DoseEngine(source)
        evaluation = evaluate_plan(case, plan, engine, [solid], [], Protocol())
        self.dvh = evaluation.dvhs[self.roi]
        dose = file_dose(engine, plan.seeds, [structure.bounds_mm()], Protocol())
        check = SecondCheck(400, 0.0)
        files = plan_files(case, plan, source, evaluation, check, [structure], dose=dose)
        self.out = write_folder(folder / "out", files)


@pytest.fixture(scope="module")
def real_plan(shared_data, tmp_path_factory):
    plan = RealPlan(shared_data / "limb-sts-025", tmp_path_factory.mktemp("real"))
    assert 0.8 < plan.dvh.fraction_at_dose(120.0) < 1.0 and plan.dvh.fraction_at_dose(180.0) > 0.2
    return plan


def dvh_by_plastimatch(out, ct, folder):
    """Volume in cm3 and its fraction at ``DOSES_GY`` of the only region in a plan folder."""
    run(
        "plastimatch", "convert", "--input", out / "RTSTRUCT.dcm", "--referenced-ct", ct,
        "--output-ss-img", folder / "ss.nrrd", "--output-ss-list", folder / "ss.txt",
    )  # fmt: skip
    run("plastimatch", "convert", "--input", out / "RTDOSE.dcm", "--output-dose-img", folder / "dose.nrrd")
    run(
        "plastimatch", "dvh", "--input-ss-img", folder / "ss.nrrd", "--input-ss-list", folder / "ss.txt",
        "--input-dose", folder / "dose.nrrd", "--bin-width", 0.25, "--num-bins", 2000,
        "--normalization", "vox", "--output-csv", folder / "dvh.csv",
    )  # fmt: skip
    table = np.loadtxt(folder / "dvh.csv", delimiter=",", skiprows=1)
    table = table[np.isin(table[:, 0], DOSES_GY)]
    assert np.array_equal(table[:, 0], DOSES_GY)
    voxel_mm3 = np.prod(read_case(ct).ct.grid.spacing_mm)
    return table[0, 1] * voxel_mm3 / 1000, table[:, 1] / table[0, 1]


def test_dvh_of_plastimatch(exported, tmp_path):
    """It cuts the target into the CT's voxels, 1 mm here, and counts a voxel up to half a bin too high."""
    dvh = exported.evaluation.dvhs["GTV"]
    volume, curve = dvh_by_plastimatch(exported.out, exported.folder / "ct", tmp_path)
    assert volume == pytest.approx(dvh.total_cc, rel=0.01)
    assert np.abs(curve - fractions(dvh)).max() < 0.01


def test_dvh_of_plastimatch_on_a_real_tumour(real_plan, tmp_path):
    """Here its voxels are 3.27 mm long: exact doses in their centres are 0.7 % of the volume off already."""
    volume, curve = dvh_by_plastimatch(real_plan.out, real_plan.ct, tmp_path)
    assert volume == pytest.approx(real_plan.dvh.total_cc, rel=0.01)
    assert np.abs(curve - fractions(real_plan.dvh)).max() < 0.01


DICOMPYLER = """
import json, sys
import numpy as np
from dicompylercore import dvhcalc
dvh = dvhcalc.get_dvh(sys.argv[1], sys.argv[2], 1)
doses = np.array(json.loads(sys.argv[3]))
print(json.dumps({"volume": float(dvh.volume), "d90": float(dvh.D90.value),
                  "curve": np.interp(doses, dvh.bins[:-1], dvh.counts, right=0.0).tolist()}))
"""


def test_dvh_of_dicompyler(exported):
    answer = run_peer(
        DICOMPYLER, exported.out / "RTSTRUCT.dcm", exported.out / "RTDOSE.dcm", DOSES_GY.tolist()
    )
    assert answer["volume"] == pytest.approx(exported.evaluation.dvhs["GTV"].total_cc, rel=0.01)
    dvh = exported.evaluation.dvhs["GTV"]
    assert np.abs(np.array(answer["curve"]) / answer["volume"] - fractions(dvh)).max() < 0.01
    assert answer["d90"] == pytest.approx(exported.evaluation.metrics["GTV"]["d90_gy"], rel=0.01)


def test_dvh_of_dicompyler_on_a_real_tumour(real_plan):
    answer = run_peer(
        DICOMPYLER, real_plan.out / "RTSTRUCT.dcm", real_plan.out / "RTDOSE.dcm", DOSES_GY.tolist()
    )
    assert answer["volume"] == pytest.approx(real_plan.dvh.total_cc, rel=0.02)
    assert np.abs(np.array(answer["curve"]) / answer["volume"] - fractions(real_plan.dvh)).max() < 0.01
    assert answer["d90"] == pytest.approx(real_plan.dvh.d_at_fraction(0.9), rel=0.01)


PYGRPM = """
import json, sys
from pathlib import Path
import numpy as np
from pygrpm.brachy_dvh.dicom.brachy_rt_plan_wrapper import BrachyRtPlanWrapper, BrachyTreatmentType
from pygrpm.brachy_dvh.dose_calculation_service import DoseCalculationService
from pygrpm.brachy_dvh.dose_calculation_service_from_dicom import DoseCalculationServiceFromDicom
from pygrpm.brachy_dvh.dose_parameters import DoseControlParameters, DvhControlParameters
from pygrpm.tg43.seed import SourceType

rtplan, rtstruct = Path(sys.argv[1]), Path(sys.argv[2])
plan = BrachyRtPlanWrapper(rtplan)
np.random.seed(1)
bins = DvhControlParameters(max_dose=600, number_of_bins=2000, number_of_points=20000)
service = DoseCalculationServiceFromDicom(rtplan, rtstruct, bins, None)
(structure, dvh), = service.calculate_dvhs()
volume = dvh.cumulative_dvh
point_d90 = float(np.interp(-0.9 * volume[0], -volume, dvh.bin_edges[:-1]))
line = DoseCalculationService(
    DoseControlParameters(brachy_treatment_type=BrachyTreatmentType.LDR, source_type=SourceType.Line,
                          source_name="IsoAid"), plan.source_positions, plan.air_kerma_strength)
inside = structure.sample_random_points(20000) / 10
dose = line.calculate_dose(inside)
# Its anisotropy tables begin at 5 mm and give no dose nearer; such points are hot.
for source in plan.source_positions:
    dose[np.linalg.norm(inside - np.array(source.position), axis=1) < 0.5] = np.inf
line_d90 = float(np.quantile(dose, 0.1))
print(json.dumps({
    "positions_mm": [[10 * float(v) for v in s.position] for s in plan.source_positions],
    "directions": [[float(v) for v in s.direction] for s in plan.source_positions],
    "seconds": [float(s.weight) for s in plan.source_positions],
    "needles": [int(s.catheter_index) for s in plan.source_positions],
    "strength_u": plan.air_kerma_strength, "isotope": plan.source_isotope_name,
    "date": str(plan.source_strength_reference_date), "point_d90": point_d90, "line_d90": line_d90}))
"""


@pytest.fixture(scope="module")
def pygrpm(exported):
    return run_peer(PYGRPM, exported.out / "RTPLAN.dcm", exported.out / "RTSTRUCT.dcm")


def test_pygrpm_finds_every_seed_on_its_needle(exported, pygrpm):
    seeds = exported.plan.seeds
    assert len(pygrpm["positions_mm"]) == len(seeds)
    for position, direction, needle, seed in zip(
        pygrpm["positions_mm"], pygrpm["directions"], pygrpm["needles"], seeds, strict=True
    ):
        assert np.abs(np.array(position) - seed.position_mm).max() < 0.01
        # It takes the direction from neighbouring seeds, without a sense.
        assert abs(np.dot(direction, seed.direction)) == pytest.approx(1.0, abs=1e-6)
        assert needle == seed.needle
    mean_life_s = exported.source.mean_life_h * 3600
    assert pygrpm["seconds"] == pytest.approx([mean_life_s] * len(seeds), rel=1e-9)
    assert (pygrpm["strength_u"], pygrpm["isotope"], pygrpm["date"]) == (1.2, "I-125", "2025-02-03")


def test_pygrpm_finds_the_same_d90(exported, pygrpm):
    """Its own path from files to DVH takes the point-source formula, so ours is asked for that as well."""
    assert pygrpm["line_d90"] == pytest.approx(exported.evaluation.metrics["GTV"]["d90_gy"], rel=0.01)
    solid = build_solid(exported.case.structures["GTV"], exported.case.ct.grid)
    points, volumes = solid.quadrature(1.0)
    dose = DoseEngine(exported.source, "1d").dose_gy(points, exported.plan.seeds)
    order = np.argsort(dose)
    d90 = np.interp(0.1, np.cumsum(volumes[order]) / volumes.sum(), dose[order])
    assert pygrpm["point_d90"] == pytest.approx(d90, rel=0.01)
