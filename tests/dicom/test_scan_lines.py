"""Areas by scan lines, and who crosses whom, against closed forms and slow twins."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tps.dicom.contours.copies import alike, find_copies, perimeter, rim_mm, signed_area
from tps.dicom.contours.scan_lines import PLANE_LINES, common_area, contains, own_areas, together


def circle(x, y, radius, count=200):
    angle = 2 * np.pi * np.arange(count) / count
    return np.column_stack([x + radius * np.cos(angle), y + radius * np.sin(angle)])


def box(x, y, width, height):
    return np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], float)


def slow_area(rings, depth_is, step=0.02):
    """Area where the number of polygons that hold a point fulfils a condition, by counting points.

    Counting errs most along edges that follow the raster: at 0.04 mm by 0.17 mm2 of these rings, at 0.02 mm
    by 0.05 mm2.
    """
    points = np.concatenate(rings)
    low, high = points.min(0) - 0.5, points.max(0) + 0.5
    x, y = (np.arange(low[k], high[k], step) + step / 3 for k in (0, 1))
    depth = np.zeros((len(y), len(x)), int)
    for ring in rings:
        odd = np.zeros(depth.shape, bool)
        for (x0, y0), (x1, y1) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
            rows = (y >= y0) != (y >= y1)
            cross = x0 + (y[rows] - y0) / (y1 - y0) * (x1 - x0) if y1 != y0 else y[rows]
            odd[rows] ^= x[None, :] < cross[:, None]
        depth += odd
    return depth_is(depth).sum() * step**2


def test_areas_of_circles():
    rings = [circle(0, 0, 20), circle(2, 1, 9)]
    outer, inner = (0.5 * 200 * np.sin(2 * np.pi / 200) * r**2 for r in (20, 9))
    found = together(rings)
    assert found.odd_mm2 == pytest.approx(outer - inner, rel=2e-4)  # midpoint rule with 400 lines
    assert found.any_mm2 == pytest.approx(outer, rel=2e-4)
    assert found.wound_mm2 == pytest.approx(outer, rel=2e-4)
    assert together([rings[0], rings[1][::-1]]).wound_mm2 == pytest.approx(outer - inner, rel=2e-4)
    assert found.entangled == frozenset()
    assert common_area(*rings) == pytest.approx(inner, rel=1e-3)


def test_the_lens_of_two_circles():
    lens = 10**2 * (2 * np.pi / 3 - np.sqrt(3) / 2)
    for shift in ((10, 0), (0, 10), (6, 8)):
        a, b = circle(0, 0, 10, 1000), circle(*shift, 10, 1000)
        assert common_area(a, b) == pytest.approx(lens, rel=1e-3)
        assert together([a, b]).entangled == {0, 1}, shift


@given(st.integers(0, 10**6))
@example(326)
@settings(max_examples=25, deadline=None)
def test_areas_match_counting(seed):
    rng = np.random.default_rng(seed)
    rings = [
        circle(*rng.uniform(-4, 4, 2), rng.uniform(0.5, 4), int(rng.integers(3, 30)))
        for _ in range(int(rng.integers(1, 6)))
    ]
    found = together(rings)
    assert found.odd_mm2 == pytest.approx(slow_area(rings, lambda d: d % 2 == 1), abs=0.15)
    assert found.any_mm2 == pytest.approx(slow_area(rings, lambda d: d > 0), abs=0.15)
    for i in range(len(rings)):
        for j in range(i):
            part = common_area(rings[i], rings[j])
            both = slow_area([rings[i], rings[j]], lambda d: d == 2)
            assert part == pytest.approx(both, abs=0.1)
            least = min(abs(signed_area(rings[k])) for k in (i, j))
            if 0.15 < both < least - 0.15:
                assert {i, j} & found.entangled, f"seed {seed}: {i} and {j} cross and are not named"


@pytest.mark.parametrize(
    "rings",
    [
        [box(0, 0, 8, 8), box(2, 2, 4, 4), box(3, 3, 1, 1), box(20, 0, 3, 3)],
        [box(0, 0, 8, 8), box(8, 0, 8, 8)],
        [box(0, 0, 8, 8), box(0, 8, 8, 8)],
    ],
)
def test_nested_and_apart_ones_are_not_entangled(rings):
    for turn in (np.eye(2), np.array([[0.6, 0.8], [-0.8, 0.6]])):
        found = together([r @ turn for r in rings])
        lost = sum(
            min(common, abs(signed_area(a)) - common)
            for i, a in enumerate(rings)
            for j, b in enumerate(rings)
            if {i, j} <= found.entangled and i != j and (common := common_area(a @ turn, b @ turn)) > 0.05
        )
        assert lost <= 0.1


def test_running_round_twice():
    once = circle(0, 0, 5)
    odd, everything = own_areas(np.vstack([once, once + [0.004, 0.003]]))
    assert odd < 0.2 and everything == pytest.approx(np.pi * 25, rel=0.01)
    eight = np.array([(0, 0), (4, 4), (4, 0), (0, 4)], float)
    assert own_areas(eight) == pytest.approx((8.0, 8.0), rel=1e-6)


def test_flat_polygons_enclose_nothing():
    flat = np.array([(0, 1), (5, 1), (9, 1)], float)
    found = together([flat])
    assert (found.odd_mm2, found.any_mm2, own_areas(flat)) == (0.0, 0.0, (0.0, 0.0))
    assert common_area(flat, circle(0, 0, 3)) == 0.0


def test_membership():
    ring = circle(1, 2, 5)
    points = np.random.default_rng(3).uniform(-6, 8, (200, 2))
    distance = np.linalg.norm(points - [1, 2], axis=1)
    clear = np.abs(distance - 5) > 0.01
    assert (contains(ring, points)[clear] == (distance < 5)[clear]).all()


def test_pairs_with_the_same_box_by_comparison_and_by_tree():
    rng = np.random.default_rng(5)
    rings = [circle(*rng.uniform(-200, 200, 2), 4, 12) for _ in range(250)]
    rings += [r + 0.05 for r in rings[:3]]
    found = alike(rings)
    boxes = np.array([[*r.min(0), *r.max(0)] for r in rings])
    slow = [(i, j) for j in range(len(rings)) for i in range(j) if np.abs(boxes[i] - boxes[j]).max() <= 5.0]
    assert found == sorted(slow) and {(0, 250), (1, 251), (2, 252)} <= set(found)
    assert find_copies(rings).kept == tuple(range(250))
    assert alike(rings[:1]) == []


def test_rims():
    rim, common = rim_mm(circle(0, 0, 10, 400), circle(0, 0, 9, 400))
    assert rim == pytest.approx(1.0, abs=0.01) and common == pytest.approx(np.pi * 81, rel=1e-3)
    assert perimeter(box(0, 0, 3, 4)) == 14.0


def test_work_grows_with_the_points_not_with_their_square():
    """Cuts of lines are counted: twice as many points on the same outline cost no more of them."""
    import tracemalloc

    def peak(count):
        rings = [circle(0, 0, 60, count), circle(0, 0, 30, count)]
        tracemalloc.start()
        together(rings)
        find_copies(rings)
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return size

    assert peak(24_000) < 2.5 * peak(12_000) < 60e6


@pytest.mark.parametrize("seed", range(40))
def test_a_polygon_alone_has_the_areas_it_has_among_others(seed):
    """One that goes up once and down once is measured in a shorter way."""
    random = np.random.default_rng(seed)
    angles = np.sort(random.uniform(0, 2 * np.pi, random.integers(3, 40)))
    wobble = random.uniform(0.4, 1.6, len(angles)) if seed % 2 else 1.0
    ring = np.column_stack([np.cos(angles), np.sin(angles)]) * np.atleast_1d(wobble)[:, None] * 30.0 + 5.0
    if seed % 3 == 0:
        ring = np.round(ring)
    if seed % 5 == 0:
        ring = random.uniform(0, 9, (4, 2))
    if seed % 7 == 0:
        ring = ring[::-1]
    low, high = ring[:, 1].min(), ring[:, 1].max()
    # Of the same height, so that the same lines cut it.
    beside = np.array([[200.0, low], [201.0, low], [201.0, high], [200.0, high]])
    both, alone = together([ring, beside]), together([ring])
    odd, wound = own_areas(ring, PLANE_LINES)
    other = high - low
    assert (alone.odd_mm2, alone.wound_mm2) == (odd, wound)
    assert both.odd_mm2 - other == pytest.approx(odd, rel=1e-9, abs=1e-9)
    assert both.any_mm2 - other == pytest.approx(alone.any_mm2, rel=1e-9, abs=1e-9)
    assert both.wound_mm2 - other == pytest.approx(wound, rel=1e-9, abs=1e-9)
