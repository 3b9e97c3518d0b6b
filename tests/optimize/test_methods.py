"""docs/methods.md states the objective as the code has it: its numbers are those of the code."""

import re
from dataclasses import fields

import pytest
from places import ROOT

from dose_kernels.search.gradient_descent import MEAN_DECAY, SQUARE_DECAY, WIDTHS
from dose_kernels.search.term_volumes import RAMP
from tps.optimize.search import dose_points as points
from tps.optimize.search import refine, weights

TEXT = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(\w+)` \| ([\d.]+) \| ([\d.]+) \| ([^|]+) \| ([^|]+) \|$", TEXT, re.MULTILINE)


def test_every_weight_has_its_values_a_unit_and_a_reason():
    assert [name for name, *_ in ROWS] == [f.name for f in fields(weights.ObjectiveWeights)]
    for name, surface, volume, unit, reason in ROWS:
        assert float(surface) == getattr(weights.SURFACE, name), name
        assert float(volume) == getattr(weights.VOLUME, name), name
        assert unit.strip() and reason.strip()


@pytest.mark.parametrize(
    ("said", "values"),
    [
        (r"f = ([\d.]+)\$: to be content", [weights.COVER_GOAL]),
        (r"c_\{isolation\} = ([\d.]+)\$", [weights.ISOLATION_PER_MM]),
        (r"c_\{direction\} = ([\d.]+)\$", [weights.DIRECTION]),
        (r"c_\{mean\} = ([\d.]+)\$", [weights.COLD_MEAN]),
        (
            r"m = ([\d.]+)\$, in the refinement \$([\d.]+)\$",
            [weights.AXIS_POINT_MARGIN, refine.FINE_AXIS_POINT_MARGIN],
        ),
        (
            r"c_\{worst\}\$ is ([\d.]+), ([\d.]+) and ([\d.]+) with",
            [s.cold for s in (points.ROUGH, points.COARSE, points.FINE)],
        ),
        (
            r"a = ([\d.]+)\$, ([\d.]+) and ([\d.]+) on rough",
            [s.aim for s in (points.ROUGH, points.COARSE, points.FINE)],
        ),
        (r"and ([\d.]+) with \$a\$ from ([\d.]+) on", [refine.COLD_WORST, refine.FIRST_AIM]),
        (r"energy has \$w = ([\d.]+)\$", [RAMP]),
        (r"begin with \$w = ([\d.]+)\$ and end with \$([\d.]+)\$", list(WIDTHS)),
        (r"decays ([\d.]+) and ([\d.]+)\)", [MEAN_DECAY, SQUARE_DECAY]),
    ],
)
def test_every_other_number_is_that_of_the_code(said, values):
    found = re.search(said, TEXT)
    assert found, said
    assert [float(n) for n in found.groups()] == values
