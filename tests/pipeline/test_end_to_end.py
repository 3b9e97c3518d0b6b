"""Phantoms planned from their DICOM files by the command a user types, judged from the files alone."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import plan_rules
import pytest

import phantoms
from tps.export.integrity import check_plan_folder

pytestmark = pytest.mark.patient

# One quick phantom with bone in the way always; the others, minutes together, with the slow tests.
QUICK = ("liver_metastasis",)
NOT_MET = ("walled_in", "vertebral_metastasis")
SLOW = tuple(n for n in phantoms.names() if n not in (*QUICK, *NOT_MET))


def tps(*words) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "tps.cli", *map(str, words)], capture_output=True, text=True)


def plan_phantom(name: str, folder: Path, *options) -> tuple[dict, Path, Path]:
    """Write a phantom and plan all its targets; truth, patient and plan folder."""
    patient = phantoms.write_phantom(name, folder / "patient")
    truth = json.loads((patient / "truth.json").read_text())
    words = [
        "plan",
        patient / "ct",
        "--structures",
        patient / "rtstruct.dcm",
        "--out",
        folder / "plan",
        "--json",
    ]
    for target in truth["targets"]:
        words += ["--target", target]
    for organ in truth["avoid"]:
        words += ["--avoid", organ]
    words += ["--activity-mci", truth["activity_mci"]]
    done = tps(*words, *options)
    assert done.returncode == (3 if name in NOT_MET else 0), done.stderr
    return truth, patient, folder / "plan"


@pytest.fixture(scope="module", params=[*QUICK, *(pytest.param(n, marks=pytest.mark.slow) for n in SLOW)])
def planned(request, tmp_path_factory):
    return plan_phantom(request.param, tmp_path_factory.mktemp(request.param))


def test_every_file_is_there_and_agrees(planned):
    assert plan_rules.broken_files(planned[2]) == []
    assert check_plan_folder(planned[2]) == ()


def test_all_the_time_it_took_is_told(planned):
    timing = plan_rules.read(planned[2])["timing_s"]
    stages = ["starting", "reading", "structures", "obstacles", "approaches", "optimising", "evaluating"]
    assert list(timing) == [*stages, "second check", "report", "writing"]
    assert min(timing.values()) >= 0 and timing["starting"] > 0 and timing["writing"] > 0


def test_hard_rules_hold(planned):
    _, patient, out = planned
    plan = plan_rules.read(out)
    assert plan_rules.broken_spacing(plan) == []
    assert plan_rules.broken_paths(plan, plan_rules.scan(patient / "ct")) == []


def test_prescription_is_met_on_every_target(planned):
    truth, _, out = planned
    plan = plan_rules.read(out)
    assert plan["status"] == "met"
    for name in truth["targets"]:
        assert plan["metrics"][name]["minimum_peripheral_dose_gy"] >= plan["prescription"]["dose_gy"]


def test_volumes_agree_with_the_truth(planned):
    truth, _, out = planned
    plan = plan_rules.read(out)
    for name in truth["targets"]:
        volume = truth["rois"][name]["volume_cc"]
        # The contract: 1 % for targets of 5 cm3 and more, 3 % at 0.5 cm3.
        allowed = 0.01 if volume >= 5 else 0.03
        assert plan["metrics"][name]["volume_cc"] == pytest.approx(volume, rel=allowed)


def test_second_check_agrees(planned):
    check = plan_rules.read(planned[2])["second_check"]
    assert check["points"] >= 200 and check["max_relative_difference"] <= 0.02


def test_seeds_lie_in_or_near_their_target(planned):
    truth, _, out = planned
    plan = plan_rules.read(out)
    boxes = [truth["rois"][name] for name in truth["targets"]]
    for seed in plan["seeds"]:
        # Seeds may lie up to 5 mm outside; the box of a target holds all of it.
        assert any(
            np.all(seed["position"] >= np.array(b["low_mm"]) - 5.1)
            and np.all(seed["position"] <= np.array(b["high_mm"]) + 5.1)
            for b in boxes
        )


@pytest.mark.slow
def test_walled_in_lesion_says_what_blocks(tmp_path):
    _, _, out = plan_phantom("walled_in", tmp_path)
    plan = json.loads((out / "plan.json").read_text())
    assert plan["status"] == "not-met" and plan["needles"] == []
    assert "bone" in " ".join(plan["reasons"]).lower()


@pytest.mark.slow
def test_a_lesion_behind_kidney_and_canal_says_what_is_out_of_reach(tmp_path):
    """Bone lets needles through to all of it, but not beside kidney and canal: honest, and by the rules."""
    truth, patient, out = plan_phantom("vertebral_metastasis", tmp_path)
    plan = plan_rules.read(out)
    assert truth["plannable"] and plan["status"] == "not-met" and plan["needles"]
    reached = " ".join(plan["reasons"])
    assert "cannot be reached from any direction" in reached and "Spinal" in reached
    lowest = plan["metrics"]["Target"]["minimum_peripheral_dose_gy"]
    assert lowest < 120 and f"lowest surface dose {lowest:.1f} Gy of 120 Gy" in reached
    assert plan_rules.broken_spacing(plan) == []
    assert plan_rules.broken_paths(plan, plan_rules.scan(patient / "ct")) == []


@pytest.mark.parametrize("position", ["HFP", pytest.param("FFS", marks=pytest.mark.slow)])
def test_patient_position_changes_nothing_that_matters(tmp_path, position):
    """The same body scanned in another position: met just so, and by the hard rules of its own scan."""
    patient = phantoms.write_shape_case(tmp_path / "patient", "sphere", 6.0, position=position)
    words = ["plan", patient / "ct", "--structures", patient / "rtstruct.dcm", "--target", "Target"]
    done = tps(*words, "--out", tmp_path / "plan", "--no-report")
    assert done.returncode == 0, done.stderr
    plan = plan_rules.read(tmp_path / "plan")
    assert plan_rules.broken_spacing(plan) == []
    assert plan_rules.broken_paths(plan, plan_rules.scan(patient / "ct")) == []


@pytest.mark.slow
def test_same_seed_same_plan_for_any_threads(tmp_path):
    patient = phantoms.write_shape_case(tmp_path / "patient", "sphere", 6.0)
    words = [
        "plan",
        patient / "ct",
        "--structures",
        patient / "rtstruct.dcm",
        "--target",
        "Target",
        "--no-report",
    ]
    seeds = []
    for run, options in enumerate([("--threads", 1), ("--threads", 2), ("--seed", 7)]):
        assert tps(*words, "--out", tmp_path / str(run), "--no-report", *options).returncode == 0
        seeds.append((tmp_path / str(run) / "seeds.csv").read_text())
    assert seeds[0] == seeds[1]
    assert seeds[0] != seeds[2]
