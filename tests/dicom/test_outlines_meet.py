"""Outlines that meet, and edges that bound: by sorted edges as by comparing all with all."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dose_kernels.geometry import polygons as raster
from tps.geometry import crossing, planes
from tps.geometry.crossing import outlines_meet
from tps.geometry.planes import ring_edges


def slow_meet(a, b):
    """Every edge of one with every edge of the other."""
    for ax, ay, bx, by in a:
        for cx, cy, dx, dy in b:
            ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
            cross = ux * vy - uy * vx
            if cross != 0:
                s = ((cx - ax) * vy - (cy - ay) * vx) / cross
                t = ((cx - ax) * uy - (cy - ay) * ux) / cross
                if 0 <= s <= 1 and 0 <= t <= 1:
                    return True
    return len(a) == len(b) and {tuple(e[:2]) for e in a} == {tuple(e[:2]) for e in b}


def star(rng, count):
    angle = np.sort(rng.uniform(0, 2 * np.pi, count))
    radius = rng.uniform(0.2, 1.0, count) * rng.uniform(1, 8)
    return ring_edges(
        rng.uniform(-6, 6, 2) + np.column_stack([np.cos(angle), np.sin(angle)]) * radius[:, None]
    )


@given(st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_meeting_outlines(seed):
    rng = np.random.default_rng(seed)
    a, b = star(rng, int(rng.integers(3, 40))), star(rng, int(rng.integers(3, 40)))
    if rng.random() < 0.3:  # coordinates with few digits touch and run along each other
        a, b = np.round(a), np.round(b)
    assert outlines_meet(a, b) == slow_meet(a, b), f"seed {seed}"


def test_outlines_that_touch_or_are_the_same():
    square = ring_edges(np.array([(0, 0), (8, 0), (8, 8), (0, 8)], float))
    assert outlines_meet(square, square + 8.0) and outlines_meet(square, square.copy())
    assert not outlines_meet(square, square + 8.1) and not outlines_meet(square, square / 4 + 2)


def test_chunks_of_pairs_change_nothing(monkeypatch):
    rng = np.random.default_rng(8)
    pairs = [(star(rng, 30), star(rng, 25)) for _ in range(12)]
    whole = [outlines_meet(a, b) for a, b in pairs]
    monkeypatch.setattr(crossing, "CHUNK", 7)
    assert [outlines_meet(a, b) for a, b in pairs] == whole and len(set(whole)) == 2


def test_pairs_looked_at_grow_with_the_points_not_with_their_square():
    def looked_at(count):
        angle = 2 * np.pi * np.arange(count) / count
        circle = np.column_stack([np.cos(angle), np.sin(angle)])
        a, b = ring_edges(60 * circle), ring_edges(59.99 * circle)
        return sum(len(first) for first, _ in crossing._near_pairs(a, b))

    assert looked_at(8000) < 3 * looked_at(4000) < 4000 * 40


@given(st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_bounding_edges(seed):
    """Edges asked in bands of height say what all edges say."""
    rng = np.random.default_rng(seed)
    edges = np.concatenate([star(rng, int(rng.integers(3, 30))) for _ in range(int(rng.integers(1, 4)))])
    if rng.random() < 0.5:
        edges = np.round(edges * 2) / 2
    edges = np.ascontiguousarray(edges)
    found = raster.boundary_edges(edges, 0.02)
    for e, (x0, y0, x1, y1) in enumerate(edges):
        length = np.hypot(x1 - x0, y1 - y0)
        if length == 0:
            assert not found[e]
            continue
        x, y = 0.5 * (x0 + x1), 0.5 * (y0 + y1)
        nx, ny = -(y1 - y0) / length * 0.02, (x1 - x0) / length * 0.02
        sides = [raster.point_inside(edges, x + k * nx, y + k * ny) for k in (1, -1)]
        assert found[e] == (sides[0] != sides[1]), f"seed {seed}, edge {e}"
    assert (raster.boundary_edges.py_func(edges, 0.02) == found).all()


def test_bands_of_height_list_few_entries_however_steep_the_edges():
    x = np.arange(400.0)
    comb = np.concatenate([np.column_stack([x, np.where(x % 2, 100.0, 0.0)]), [(399, -1), (0, -1)]])
    edges = np.ascontiguousarray(ring_edges(comb))
    _, _, first, listed = raster._by_height(edges)
    assert len(listed) == first[-1] <= 6 * len(edges)
    assert raster.boundary_edges(edges, 0.02).all()


def slow_families(rings):
    """Families as they were found by looking at all pairs."""
    count = len(rings)
    edges = [np.ascontiguousarray(ring_edges(r)) for r in rings]
    holds = [[i != j and planes._lies_in(rings[i], edges[j]) for j in range(count)] for i in range(count)]
    depth = [sum(row) for row in holds]
    family = list(range(count))
    for i in range(count):
        for j in range(i):
            outer, inner = (i, j) if depth[i] < depth[j] else (j, i)
            is_hole = depth[outer] % 2 == 0 and depth[inner] == depth[outer] + 1
            if (is_hole and holds[inner][outer]) or slow_meet(edges[i], edges[j]):
                old, new = family[i], family[j]
                family = [new if f == old else f for f in family]
    return [[i for i in range(count) if family[i] == f] for f in sorted(set(family))]


@pytest.mark.parametrize("seed", range(12))
def test_families_of_rings(seed):
    rng = np.random.default_rng(seed)
    rings = [star(rng, int(rng.integers(4, 20)))[:, :2] for _ in range(int(rng.integers(1, 9)))]
    rings += [0.3 * (rings[0] - rings[0].mean(0)) + rings[0].mean(0)]
    assert planes._families(rings) == slow_families(rings)
