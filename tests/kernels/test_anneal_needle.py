"""Needles against the patient and against each other, against plain geometry."""

import numpy as np
import pytest
from anneal_states import NEEDLES, SEEDS, annealed, as_needle, search_of
from scipy.ndimage import map_coordinates

from dose_kernels.search.arrays import new_trial
from dose_kernels.search.feasibility import ROUNDING_MM, depth_in, fits_layout, fits_patient, segment_distance


def plain_depth(fields, g, points):
    """Signed distance at points (n, 3): trilinear, -inf outside the samples."""
    nx, ny, nz = fields.shape[g]
    values = fields.values[fields.start[g] : fields.start[g] + nx * ny * nz].reshape(nz, ny, nx)
    index = (np.asarray(points) - fields.origin[g]) / fields.step[g]
    inside = np.all((index >= 0) & (index < fields.shape[g] - 1), axis=1)
    depth = map_coordinates(values.astype(float), index[:, ::-1].T, order=1, mode="nearest")
    return np.where(inside, depth, -np.inf)


def point_to_segment(point, ends):
    start, way = ends[0], ends[1] - ends[0]
    part = np.clip((point - start) @ way / max(way @ way, 1e-300), 0, 1)
    return np.linalg.norm(start + np.outer(part, way) - point, axis=1)


def plain_segment_distance(one, other, count=4001):
    """Smallest distance of many points of one segment to the other; too large by half a step at most."""
    points = one[0] + np.linspace(0, 1, count)[:, None] * (one[1] - one[0])
    return point_to_segment(points, other).min()


def test_distance_of_segments(rng):
    for case in range(300):
        ends = rng.uniform(-60, 60, (4, 3))
        if case % 5 == 0:  # parallel
            ends[3] = ends[2] + rng.uniform(-2, 2) * (ends[1] - ends[0])
        if case % 7 == 0:  # they meet
            ends[2] = ends[0] + rng.uniform() * (ends[1] - ends[0])
        if case % 11 == 0:  # a point
            ends[1] = ends[0]
        found = segment_distance(*ends)
        wanted = plain_segment_distance(ends[:2], ends[2:])
        step = np.linalg.norm(ends[1] - ends[0]) / 4000
        assert -1e-6 <= wanted - found <= 0.5 * step + 1e-6, f"case {case}: {ends}"
        assert found == pytest.approx(segment_distance(*ends[[2, 3, 0, 1]]), abs=1e-6)


@pytest.mark.parametrize("kind", ["ball", "rich"])
def test_depth_is_trilinear_between_the_samples(kind, rng):
    fields = search_of(kind).fields
    for g in range(len(fields.step)):
        size = fields.step[g] * (fields.shape[g] - 1)
        points = fields.origin[g] + rng.uniform(-0.05, 1.05, (500, 3)) * size
        found = np.array([depth_in(fields, g, *p) for p in points])
        wanted = plain_depth(fields, g, points)
        assert np.array_equal(np.isfinite(found), np.isfinite(wanted))
        assert np.isfinite(found).sum() > 300 and not np.isfinite(found).all()
        finite = np.isfinite(found)
        assert np.abs(found[finite] - wanted[finite]).max() < 1e-5


@pytest.mark.parametrize("axis", range(3))
@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_what_is_no_place_lies_outside(axis, wrong):
    """A needle that misses its target crosses its surface nowhere: that must not be read from the field."""
    fields = search_of("ball").fields
    point = fields.origin[0] + 0.5 * fields.step[0] * (fields.shape[0] - 1)
    assert np.isfinite(depth_in(fields, 0, *point))
    point[axis] = wrong
    assert depth_in(fields, 0, *point) == -np.inf


def point_at(rays, k, a, b, t):
    return rays.origin[k] + a * rays.u[k] + b * rays.v[k] + t * rays.direction[k]


def random_needle(search, trial, rng):
    """A needle anywhere near its target, most of them near the rules' borders."""
    rays, rules = search.rays, search.rules
    k = trial.approach[0] = rng.integers(len(rays.target))
    a, b = rays.low[k] + rng.uniform(-0.05, 1.05, 2) * rays.step[k] * rays.count[k]
    count = trial.count[0] = rng.integers(0, SEEDS + 1)
    gaps = rng.integers(
        rules.gap_low - (rng.random() < 0.1), rules.gap_high + 1 + (rng.random() < 0.1), SEEDS
    )
    trial.offset[:] = np.append(0, np.cumsum(gaps[:-1]))
    middle = (search.fields.origin + 0.5 * search.fields.step[:, None] * (search.fields.shape - 1))[
        rays.target[k]
    ]
    if rng.random() < 0.8:
        offset = middle - rays.origin[k] + rng.normal(0, 6, 3)
        a, b = offset @ rays.u[k], offset @ rays.v[k]
    depth = (middle - rays.origin[k]) @ rays.direction[k]
    trial.place[:] = a, b, depth + rng.normal(0, 4) + 0.5 * trial.offset[max(count - 1, 0)] * rules.step
    return k


def plain_needle_fits(search, trial):
    """(certainly not, certainly): whether the needle keeps the rules towards the patient."""
    rays, rules, fields = search.rays, search.rules, search.fields
    k, count = trial.approach[0], trial.count[0]
    i, j = np.floor((trial.place[:2] - rays.low[k]) / rays.step[k]).astype(int)
    if count < 1 or i < 0 or j < 0 or i >= rays.count[k, 0] or j >= rays.count[k, 1]:
        return True, False
    cell = rays.start[k] + i * rays.count[k, 1] + j
    depths = trial.place[2] - trial.offset[:count] * rules.step
    gaps = np.diff(trial.offset[:count])
    if depths[0] + rules.first > rays.reach[cell] or depths[-1] < rays.highest[cell]:
        return True, False
    if count > 1 and (gaps.min() < rules.gap_low or gaps.max() > rules.gap_high):
        return True, False
    along = np.linspace(-rules.beyond, rules.beyond, 201)
    sure = True
    for t in depths:
        line = np.array([point_at(rays, k, *trial.place[:2], t + s) for s in along])
        inside = plain_depth(fields, rays.target[k], line) >= 0
        if not inside.any():
            return True, False
        # Looked for in steps of 1 mm: a part of the target shorter than that may be missed.
        sure &= inside[100] or inside.mean() * 2 * rules.beyond > 1.1
    return False, sure


@pytest.mark.parametrize("kind", ["ball", "rich"])
def test_needle_against_the_patient(kind, rng):
    search = search_of(kind)
    trial = new_trial(NEEDLES, SEEDS, 1)
    seen = {True: 0, False: 0}
    for case in range(3000):
        k = random_needle(search, trial, rng)
        found = fits_patient(search.rays, search.fields, search.rules, trial)
        never, surely = plain_needle_fits(search, trial)
        assert not (found and never), f"case {case}"
        assert found or not surely, f"case {case}"
        seen[found] += 1
        if found:
            depths = trial.place[2] - trial.offset[: trial.count[0]] * search.rules.step
            for seed, t in zip(trial.seed, depths, strict=False):
                assert np.allclose(seed, point_at(search.rays, k, *trial.place[:2], t), atol=1e-9)
    assert min(seen.values()) > 100


def line_of(search, approach, place, offsets):
    """Entry, where the part inside the target begins, and tip of a needle; its seeds."""
    rays, rules = search.rays, search.rules
    i, j = np.floor((place[:2] - rays.low[approach]) / rays.step[approach]).astype(int)
    cell = rays.start[approach] + i * rays.count[approach, 1] + j
    depths = place[2] - offsets * rules.step
    begin = min(depths[-1], rays.first[cell])
    ends = [
        point_at(rays, approach, *place[:2], t) for t in (rays.entry[cell], begin, place[2] + rules.first)
    ]
    return ends, np.array([point_at(rays, approach, *place[:2], t) for t in depths])


def plain_layout_fits(search, state, trial, skip, slack):
    """True if the trial needle keeps its distances, each rule drawn tighter by ``slack`` mm."""
    rules, k = search.rules, trial.approach[0]
    ends, seeds = line_of(search, k, trial.place, trial.offset[: trial.count[0]])
    for i in range(state.size[0]):
        if i == skip:
            continue
        other, others = line_of(search, state.approach[i], state.place[i], state.offset[i, : state.count[i]])
        if k == state.approach[i]:
            inside = np.hypot(*(trial.place[:2] - state.place[i, :2]))
        else:
            if np.linalg.norm(ends[0] - other[0]) < rules.entry_min + slack:
                return False
            if plain_segment_distance(ends[::2], other[::2]) < rules.needle_clear + slack:
                return False
            inside = plain_segment_distance(ends[1:], other[1:])
        if inside < rules.needle_min + slack:
            return False
        if np.linalg.norm(seeds[:, None] - others[None], axis=2).min() < rules.seed_min + slack:
            return False
    if len(rules.fixed):
        apart = np.linalg.norm(seeds[:, None] - rules.fixed[None], axis=2)
        return (apart >= rules.fixed_apart + slack).all()
    return True


@pytest.mark.parametrize("kind", ["ball", "rich"])
def test_needle_against_the_other_needles(kind, rng):
    search = search_of(kind)
    seen = {True: 0, False: 0}
    for run in range(6):
        state, trial, _ = annealed(search, 400, 40 + run)
        work = np.empty((6, 3))
        for case in range(150):
            random_needle(search, trial, rng)
            skip = rng.integers(state.size[0] + 1)
            if case % 3 == 0:
                skip = min(skip, state.size[0] - 1)
                as_needle(state, skip, trial)
                trial.place[:2] += rng.normal(0, 1.5, 2)
            if not fits_patient(search.rays, search.fields, search.rules, trial):
                continue
            found = fits_layout(search.rays, search.rules, state, trial, skip, work)
            # Plain distances are sampled, too large by 0.03 mm at most; the kernel adds its rounding.
            if found:
                assert plain_layout_fits(search, state, trial, skip, ROUNDING_MM - 1e-6), f"{run} {case}"
            else:
                assert not plain_layout_fits(search, state, trial, skip, ROUNDING_MM + 0.04), f"{run} {case}"
            seen[found] += 1
    assert min(seen.values()) > 20
