"""Targets typed in: whole in the scan, or refused; never a part of them."""

import numpy as np
import pytest
from little_patients import TISSUE, Sketch, grid_of

from tps.errors import BadInput
from tps.model import Case, CaseIdentity, Grid, Volume
from tps.pipeline.regions import build_regions
from tps.pipeline.request import PlanRequest, SphereTarget

AXES = {
    "level": np.eye(3),
    "turned": [[0.8, 0.6, 0], [-0.6, 0.8, 0], [0, 0, 1]],
    "head last": [[-1, 0, 0], [0, 1, 0], [0, 0, -1]],
}


@pytest.mark.parametrize("axes", AXES)
def test_a_sphere_is_whole_or_refused(rng, axes):
    """Anywhere in and around a scan: its volume is a sphere's, or it reaches beyond a face."""
    axes = np.array(AXES[axes], float)
    grid = Grid((-20.0, 10, -30), (1, 1, 2.5), (17, 44, 36), axes)
    low, high = np.full(3, -0.5), np.array(grid.shape[::-1]) - 0.5
    kept = refused = 0
    for n in range(60):
        index, radius = rng.uniform(low - 2, high + 2), rng.uniform(4, 9)
        centre = grid.index_to_world(index)
        room = np.minimum(index - low, high - index) * grid.spacing_mm
        request = PlanRequest(spheres=(SphereTarget(tuple(centre), radius),))
        case = Case(Volume(grid, np.zeros(grid.shape, np.int16), "HU"), {}, CaseIdentity())
        if room.min() < radius:
            refused += 1
            with pytest.raises(BadInput, match="outside the scan"):
                build_regions(case, request, ())
        else:
            kept += 1
            (target,) = build_regions(case, request, ()).drawn
            assert target.volume_mm3 == pytest.approx(4 / 3 * np.pi * radius**3, rel=0.01), (n, index, radius)
    assert kept > 5 and refused > 5


def regions_of(z_mm, margin_mm=0.0):
    sketch = Sketch(grid_of()).cylinder(TISSUE, (0, 0), (70, 55))
    request = PlanRequest(spheres=(SphereTarget((0.0, 0.0, z_mm), 8.0),), margin_mm=margin_mm)
    return build_regions(sketch.case(), request, ())


def test_a_margin_that_leaves_the_scan():
    """The scan ends at 46.5 mm: the drawn sphere fits, with the margin it does not."""
    (target,) = regions_of(36.0, 2.0).planned
    assert target.bounds_mm()[1][2] == pytest.approx(46, abs=0.6)
    with pytest.raises(BadInput, match=r"Sphere\+5mm.* reaches outside the scan") as caught:
        regions_of(36.0, 5.0)
    assert "--margin-mm" in str(caught.value)
    with pytest.raises(BadInput, match="reaches 0.5 mm outside the scan"):
        regions_of(39.0)
