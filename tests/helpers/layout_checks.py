"""The hard rules of a layout, checked apart from the planner."""

import itertools

import numpy as np

from tps.optimize.problem import Problem

# Positions are told to 0.001 mm at best; rules are kept to this.
TOLERANCE_MM = 2e-3


def segment_gap(one, other):
    """Smallest distance between two needles, each (entry, tip), by sampling one of them."""
    points = one[0] + np.linspace(0, 1, 2001)[:, None] * (one[1] - one[0])
    way = other[1] - other[0]
    part = np.clip((points - other[0]) @ way / max(way @ way, 1e-300), 0, 1)
    return np.linalg.norm(other[0] + part[:, None] * way - points, axis=1).min()


def broken_rules(problem: Problem, layout) -> list[str]:
    """What a layout breaks, as text; written from the rules of the protocol."""
    p, found = problem.protocol, []
    targets = {t.name: t for t in problem.targets}
    needles = {n.id: n for n in layout.needles}
    places = np.array([s.position_mm for s in (*layout.seeds, *problem.existing)]).reshape(-1, 3)
    new = len(layout.seeds)
    # Those of an earlier implant lie where they lie: only their metal is kept clear of.
    old = {new + k for k, s in enumerate(problem.existing) if not any(s is own for own in problem.kept_seeds)}
    for i, j in itertools.combinations(range(len(places)), 2):
        least = p.old_seed_clearance_mm if j in old else p.seed_min_distance_mm
        if i < new and np.linalg.norm(places[i] - places[j]) < least - TOLERANCE_MM:
            found.append(
                f"seeds {i + 1} and {j + 1} are {np.linalg.norm(places[i] - places[j]):.3f} mm apart"
            )
    first = np.ceil(p.tip_beyond_seed_mm / p.seed_step_mm - 1e-9) * p.seed_step_mm
    for n in layout.needles:
        mine = [s for s in layout.seeds if s.needle == n.id]
        if not mine:
            found.append(f"needle {n.id} carries no seed")
            continue
        axis = (n.tip_mm - n.entry_mm) / np.linalg.norm(n.tip_mm - n.entry_mm)
        offsets = np.array([s.position_mm - n.tip_mm for s in mine])
        back = -offsets @ axis
        if np.linalg.norm(offsets + back[:, None] * axis, axis=1).max() > TOLERANCE_MM:
            found.append(f"a seed of needle {n.id} is off its axis")
        if abs(back - np.round(back / p.seed_step_mm) * p.seed_step_mm).max() > TOLERANCE_MM:
            found.append(f"needle {n.id}: seeds at {back} mm from its tip, steps are {p.seed_step_mm:g} mm")
        if abs(back.min() - first) > TOLERANCE_MM:
            found.append(f"needle {n.id}: deepest seed {back.min():.3f} mm from the tip, not {first:g}")
        gaps = np.diff(np.sort(back))
        low, high = p.seed_spacing_mm
        if len(gaps) and (gaps.min() < low - TOLERANCE_MM or gaps.max() > high + TOLERANCE_MM):
            found.append(f"needle {n.id}: seeds {gaps} mm apart")
        if np.linalg.norm(n.tip_mm - n.entry_mm) > p.needle_max_depth_mm + TOLERANCE_MM:
            found.append(f"needle {n.id} is too deep")
        along = np.arange(-p.seed_beyond_target_mm, p.seed_beyond_target_mm + 1e-9, 0.1)
        for s in mine:
            line = s.position_mm + along[:, None] * axis
            # The distance field is trilinear between samples of 1.5 mm.
            if targets[n.target].distance.at(line).max() < -0.05:
                found.append(f"seed {s.id} lies farther outside {n.target} than allowed")
        if problem.check_path is not None and not problem.check_path(n.entry_mm, n.tip_mm).allowed:
            found.append(f"needle {n.id}: path not allowed")
    for n, m in itertools.combinations(layout.needles, 2):
        if np.linalg.norm(n.entry_mm - m.entry_mm) < p.entry_separation_mm - TOLERANCE_MM:
            found.append(f"entries of needles {n.id} and {m.id} are too near")
        gap = segment_gap((n.entry_mm, n.tip_mm), (m.entry_mm, m.tip_mm))
        if gap < 2 * p.needle_radius_mm:
            found.append(f"needles {n.id} and {m.id} meet")
        inside = segment_gap(*((_first_seed(layout, x), x.tip_mm) for x in (n, m)))
        if inside < p.needle_spacing_mm[0] - TOLERANCE_MM:
            found.append(f"needles {n.id} and {m.id} are {inside:.3f} mm apart in the target")
    if problem.max_needles is not None and len(needles) > problem.max_needles:
        found.append(f"{len(needles)} needles, at most {problem.max_needles} are allowed")
    return found


def _first_seed(layout, needle):
    """The shallowest seed of a needle."""
    mine = [s.position_mm for s in layout.seeds if s.needle == needle.id]
    return min(mine, key=lambda at: np.linalg.norm(at - needle.entry_mm), default=needle.tip_mm)
