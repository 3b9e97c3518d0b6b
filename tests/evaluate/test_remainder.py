"""An organ without the target in it, against brute force on a fine grid."""

from types import SimpleNamespace

import numpy as np
import pytest
from evaluation_doubles import InverseSquareEngine, SphereSolid, empty_case, one_seed_plan

from tps.evaluate import evaluate_plan
from tps.evaluate.remainder import remainders
from tps.export.anonymous import Anonymous
from tps.model import Protocol

ORGAN, TARGET = SphereSolid("Liver", (0.0, 8.0, 0.0), 25.0), SphereSolid("T", (0.0, 0.0, 0.0), 10.0)


def brute(seed_at, strength, step=0.5):
    axis = np.arange(-20, 35, step) + step / 2
    points = np.stack(np.meshgrid(axis - 7, axis, axis - 7, indexing="ij"), axis=-1).reshape(-1, 3)
    points = points[ORGAN.contains(points) & ~TARGET.contains(points)]
    dose = np.sort(strength / np.maximum(((points - seed_at) ** 2).sum(axis=1), 0.25))[::-1]
    return dose, step**3 / 1000


def test_metrics_are_those_of_the_tissue_beside_the_target():
    plan = one_seed_plan(3000.0, 20.0)
    found = evaluate_plan(empty_case(), plan, InverseSquareEngine(), [TARGET], [ORGAN], Protocol()).metrics
    rest, dose = found["Liver minus T"], brute(np.zeros(3), 3000.0)
    assert rest["volume_cc"] == pytest.approx(ORGAN.volume_mm3 / 1000 - TARGET.volume_mm3 / 1000, rel=0.005)
    assert rest["volume_cc"] == pytest.approx(len(dose[0]) * dose[1], rel=0.01)
    # The target's surface is 10 mm from the seed: nothing beside it gets more than there.
    assert rest["max_gy"] == pytest.approx(3000.0 / 100, rel=0.005)
    for key, cc in (("d0.1cc_gy", 0.1), ("d1cc_gy", 1.0), ("d2cc_gy", 2.0)):
        # Cells of 1 mm on a surface where the dose falls by 2 % in 0.1 mm.
        assert rest[key] == pytest.approx(dose[0][int(cc / dose[1])], rel=0.03), key
    assert rest["mean_gy"] == pytest.approx(dose[0].mean(), rel=0.02)
    assert found["Liver"]["max_gy"] > 100 * rest["max_gy"]


def test_only_organs_that_overlap_have_a_remainder():
    apart, within = SphereSolid("Kidney", (60.0, 0, 0), 15.0), SphereSolid("Vessel", (0.0, 0, 0), 5.0)
    assert list(remainders([apart, within, TARGET], [TARGET])) == []
    assert [r.name for r in remainders([ORGAN], [TARGET])] == ["Liver minus T"]


def test_several_targets_are_left_out_one_by_one_and_together():
    other = SphereSolid("U", (0.0, 24.0, 0.0), 5.0)
    found = {r.name: r for r in remainders([ORGAN], [TARGET, other])}
    assert list(found) == ["Liver minus T", "Liver minus U", "Liver minus all targets"]
    both = found["Liver minus all targets"]
    assert both.volume_mm3 == pytest.approx(
        ORGAN.volume_mm3 - TARGET.volume_mm3 - other.volume_mm3, rel=0.005
    )
    points = np.array([[0, 0, 0], [0, 24, 0], [0, 14.5, 0], [0, 40, 0]], float)
    assert both.contains(points).tolist() == [False, False, True, False]
    assert (both.signed_distance_mm(points) > 0).tolist() == [False, False, True, False]


def test_the_name_of_a_remainder_betrays_nobody():
    anonymous = Anonymous(SimpleNamespace(), {"GTV_Doe": "ROI 1", "Liver": "Liver"})
    assert anonymous.name("Liver minus GTV_Doe") == "Liver minus ROI 1"
    assert anonymous.name("GTV_Doe") == "ROI 1" and anonymous.name("Aorta") == "Aorta"
