"""Contoured organs of the phantoms are not pierced by default."""

import numpy as np
import pytest

import phantoms
from tps.access.crossing import CrossingFinder
from tps.model import Protocol
from tps.pipeline.load import load_case
from tps.pipeline.plan import plan_case
from tps.pipeline.prepare import prepare
from tps.pipeline.request import PlanRequest

pytestmark = pytest.mark.patient

FEW_WAYS = Protocol(axial_step_deg=20.0, tilt_step_deg=15.0, max_tilt_deg=15.0)


@pytest.fixture(scope="module")
def patient(tmp_path_factory):
    """A phantom's case by its name; coarse slices are enough for ways in."""
    cases = {}

    def load(name):
        if name not in cases:
            folder = phantoms.write_phantom(name, tmp_path_factory.mktemp("phantom") / name, slice_mm=5.0)
            cases[name] = load_case(folder / "ct", folder / "rtstruct.dcm")
        return cases[name]

    return load


def ways_of(prepared, target, rng, count):
    """Entries and tips of ``count`` rays that reach a target, drawn from all approaches."""
    (problem,) = [t for t in prepared.problem.targets if t.name == target]
    ways = []
    for approach in problem.approaches:
        for i, j in np.argwhere(approach.reach_t >= approach.target_first_t + 3.0):
            a, b = approach.a0 + i * approach.step_mm, approach.b0 + j * approach.step_mm
            depths = approach.entry_t[i, j], min(approach.reach_t[i, j], approach.target_last_t[i, j])
            ways.append(tuple(approach.point_mm(a, b, float(t)) for t in depths))
    return [ways[n] for n in rng.permutation(len(ways))[:count]]


@pytest.mark.parametrize(
    ("name", "target"),
    [("vertebral_metastasis", "Target"), ("lymph_node", "Target"), ("oligometastases", "Target_1")],
)
def test_no_ray_of_any_approach_passes_a_closed_organ(patient, rng, name, target):
    case = patient(name)
    prepared = prepare(case, PlanRequest(targets=(target,), protocol=FEW_WAYS))
    closed = {item.name for item in prepared.obstacles.avoided}
    assert closed >= {"Aorta", "Spinal-Cord"} and not closed & {"Liver", "External", "Lung-L"}
    ways = ways_of(prepared, target, rng, 120)
    assert len(ways) > 50
    finder = CrossingFinder(prepared.obstacles, case, ways)
    for entry, tip in ways:
        assert not {c.name for c in finder.crossed(entry, tip)} & closed


def test_opened_by_name_the_kidney_may_be_passed(patient, rng):
    request = PlanRequest(targets=("Target",), protocol=FEW_WAYS, cross=("Kidney-L",))
    prepared = prepare(patient("vertebral_metastasis"), request)
    ways = ways_of(prepared, "Target", rng, 2000)
    finder = CrossingFinder(prepared.obstacles, patient("vertebral_metastasis"), ways)
    passed = [c for entry, tip in ways for c in finder.crossed(entry, tip) if c.name == "Kidney-L"]
    assert passed and all(c.risk_class == "avoid" for c in passed)


@pytest.mark.slow
def test_the_lung_lesion_is_reached_beside_the_liver(patient):
    result = plan_case(patient("oligometastases"), PlanRequest(targets=("Target_1",)))
    crossed = {c.name for needle in result.plan.needles for c in needle.crossed}
    assert result.plan.needles and "Liver" not in crossed
    assert "through Liver" not in result.plan.verdict.access
