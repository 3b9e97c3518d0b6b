"""Rules on what a person placed: where a seed lies among several targets."""

import numpy as np
from little_patients import ball_target, grid_of

from tps.pipeline.layout_rules import _deepest


def test_the_depth_in_the_nearest_of_several_targets(rng):
    """As if every target were asked about every point, whether near or far from all of them."""
    grid = grid_of((400, 300, 300))
    balls = (((-60, 0, 0), 10, "A"), ((60, 0, 0), 12, "B"), ((0, 80, 40), 8, "C"))
    targets = [ball_target(grid, *ball) for ball in balls]
    ways = rng.uniform(-120, 120, (300, 1, 3)) + rng.normal(0, 3, (300, 5, 3))
    ways[:30] = np.array([60, 0, 0]) + rng.normal(0, 8, (30, 5, 3))
    slow = np.max([t.signed_distance_mm(ways.reshape(-1, 3)) for t in targets], axis=0).reshape(300, 5)
    assert np.array_equal(_deepest(ways, targets), slow)
    assert (slow > 0).any() and (slow < -60).any()
