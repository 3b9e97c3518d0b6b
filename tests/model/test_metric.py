"""What a dose may be prescribed to is one object, and every stage reads it there."""

import numpy as np
import pytest
from planner_problems import ball_problem

from tps.evaluate.dvh import Dvh
from tps.model import Prescription
from tps.model.prescribed_metric import PRESCRIBED_METRICS, PrescribedMetric, metric_named, metric_names
from tps.optimize.search.layout_metrics import measure_layout
from tps.optimize.solve import optimise


def test_every_metric_is_found_by_its_name_and_no_other():
    for name, metric in PRESCRIBED_METRICS.items():
        assert metric.name == name and Prescription(120.0, name).measure is metric
    with pytest.raises(ValueError, match="minimum-peripheral, d90 or d95"):
        Prescription(120.0, "d80")
    assert metric_names() == "minimum-peripheral, d90 or d95"


@pytest.mark.parametrize("fraction", [0.0, 1.0, -0.1, 1.5])
def test_a_fraction_of_the_volume_lies_between_nothing_and_all(fraction):
    with pytest.raises(ValueError, match="volume_fraction"):
        PrescribedMetric("x", "X", "x_gy", fraction)


def test_what_may_stay_colder_follows_from_the_fraction():
    spared = {name: metric.spared_fraction for name, metric in PRESCRIBED_METRICS.items()}
    assert spared == {"minimum-peripheral": 0.0, "d90": 0.1, "d95": 0.05}


@pytest.mark.parametrize("name", ["d90", "d95"])
def test_a_plan_is_searched_and_judged_by_the_metric_it_is_prescribed_to(name):
    problem = ball_problem(metric=name)
    layout = optimise(problem)
    verdict = measure_layout(problem, layout.seeds)
    assert layout.met and verdict.measure is metric_named(name)
    target = problem.targets[0]
    dose = problem.engine.dose_gy(target.inside_points_mm, layout.seeds)
    dvh = Dvh.of(dose, target.inside_volumes_mm3)
    found = dvh.d_at_fraction(metric_named(name).volume_fraction) / 120.0
    # The judge thins large targets; this one is small enough to be looked at whole.
    assert verdict.lowest == pytest.approx(found, rel=1e-12) and found >= 1.0
    assert np.isclose(verdict.targets[0].minimum, verdict.lowest) == metric_named(name).on_surface
