"""Small planning problems: a body of ellipses with one target or more, searched as briefly as can be."""

from dataclasses import replace
from functools import lru_cache, partial

import numpy as np
from little_patients import BONE, ball_target, grid_of, torso

from tps.access.approach import find_approaches
from tps.access.obstacles import find_obstacles
from tps.access.path_check import check_path
from tps.dose.engine import DoseEngine
from tps.model import Prescription, Protocol
from tps.model.limit import Limit
from tps.model.steering import Steering
from tps.optimize.problem import OrganProblem, Problem, TargetProblem
from tps.sources.library import load_source

STRENGTH_U = 0.762


@lru_cache
def engine() -> DoseEngine:
    """Of the 6711 seed."""
    return DoseEngine(load_source("i125_6711"))


@lru_cache
def _body(balls: tuple, protocol: Protocol, lines: tuple = ()) -> tuple:
    """Targets and the final judge of needle paths, for balls (x, y, z, radius) in a body with a bone.

    ``lines`` are the user's own.
    """
    sketch = torso(grid_of((160.0, 130.0, 110.0))).cylinder(BONE, (0.0, 30.0), (8.0, 6.0))
    solids = [
        ball_target(sketch.grid, ball[:3], ball[3], f"Target-{i}") for i, ball in enumerate(balls, start=1)
    ]
    case = sketch.case(*(s.structure for s in solids))
    obstacles = find_obstacles(case, solids, {}, protocol, steering=Steering(lines=lines))
    targets = tuple(
        TargetProblem.of_solid(s, find_approaches(obstacles, s, protocol), protocol) for s in solids
    )
    return targets, obstacles


def ball_problem(*balls, protocol: Protocol | None = None, metric="minimum-peripheral", **changes) -> Problem:
    """A problem of balls (x, y, z, radius); by default one of radius 11 mm, searched as briefly as can be."""
    protocol = protocol or Protocol()
    lines = changes.pop("lines", ())
    make = _body.__wrapped__ if lines else _body  # lines hold arrays, which no cache can look up
    targets, obstacles = make(balls or ((0.0, -8.0, 0.0, 11.0),), protocol, lines)
    changes |= {"fixed_lines": True} if lines else {}
    settings = {"effort": 0.15, "threads": 2, "check_path": partial(check_path, obstacles)} | changes
    return Problem(
        targets=targets,
        engine=engine(),
        strength_u=settings.pop("strength_u", STRENGTH_U),
        prescription=Prescription(settings.pop("dose_gy", 120.0), metric),
        protocol=protocol,
        **settings,
    )


def ball_organ(name, centre, radius, step=1.5) -> OrganProblem:
    """A ball as an organ."""
    axis = np.arange(-radius, radius + step, step)
    points = np.stack(np.meshgrid(axis, axis, axis), axis=-1).reshape(-1, 3)
    points = points[np.linalg.norm(points, axis=1) <= radius] + centre
    return OrganProblem(name, points, np.full(len(points), step**3))


def rich_problem(metric="minimum-peripheral") -> Problem:
    """Two targets, an organ, a seed that is there already, and limits of every form."""
    texts = (
        "Organ D0.1cc < 60 Gy",
        "Organ mean < 20 Gy",
        "Organ V30Gy < 10 %",
        "Target-1 D90 > 150 Gy",
        "Target-2 V150 < 10 %",
        "Organ max < 90 Gy",
    )
    problem = ball_problem((-14.0, -8.0, 0.0, 10.0), (17.0, -5.0, 6.0, 9.0), metric=metric)
    from tps.model import Seed

    return replace(
        problem,
        organs=(ball_organ("Organ", (0.0, 10.0, 0.0), 8.0),),
        limits=tuple(Limit.parse(t) for t in texts[:4]),
        soft_limits=tuple(Limit.parse(t, preference=True) for t in texts[4:]),
        existing=(Seed(1, 0, (-14.0, -8.0, 1.0), (0.0, 0.6, 0.8), 0.5),),
    )
