"""From the search's numbers to needles and seeds, and the last word of the patient's obstacles on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dose_kernels.search.arrays import Rules, State
from tps.model import Needle, Seed
from tps.optimize.problem import Problem

if TYPE_CHECKING:
    from tps.access.approach import Approach

Chosen = Sequence[tuple[int, "Approach"]]


@dataclass(frozen=True, eq=False)
class DecodedLayout:
    """Needles and seeds of a layout, and those that the final judge does not allow.

    Parameters
    ----------
    needles : tuple of Needle
    seeds : tuple of Seed
    refused : tuple of int
        Indices in the search's layout, whose order is another than that of ``needles``.
    refused_numbers : tuple of int
        The same as numbers of ``needles``.
    """

    needles: tuple[Needle, ...]
    seeds: tuple[Seed, ...]
    refused: tuple[int, ...] = ()
    refused_numbers: tuple[int, ...] = ()


def between_rays(raster: np.ndarray, approach: "Approach", a: float, b: float) -> float:
    """Value of a raster at a lateral position, bilinear; nan beside a ray without one.

    Parameters
    ----------
    raster : (na, nb)
        One of the approach's.
    approach : Approach
    a, b : float
        Within a cell of the raster, mm.
    """
    x, y = (a - approach.a0) / approach.step_mm, (b - approach.b0) / approach.step_mm
    i, j = int(np.floor(x)), int(np.floor(y))
    x, y = x - i, y - j
    four = np.asarray(raster[i : i + 2, j : j + 2], float)
    return float(np.array([1.0 - x, x]) @ four @ np.array([1.0 - y, y]))


def order_of_needles(layout: State, chosen: Chosen) -> list[int]:
    """Needles target by target, direction by direction, then row by row: as they are put in."""
    place, approach = layout.place, layout.approach
    keys = [
        (chosen[approach[i]][0], int(approach[i]), round(place[i, 1], 3), round(place[i, 0], 3))
        for i in range(layout.size[0])
    ]
    return sorted(range(len(keys)), key=keys.__getitem__)


def draw(problem: Problem, layout: State, chosen: Chosen, rules: Rules) -> DecodedLayout:
    """Make needles and seeds of a layout, and ask ``problem.check_path`` about every needle.

    Parameters
    ----------
    problem : Problem
    layout : State
    chosen : sequence of (target index, approach)
        Those by which the layout's approaches are numbered.
    rules : Rules

    Returns
    -------
    DecodedLayout
        Needles in the order of ``order_of_needles``; ``refused`` are indices in ``layout``.
    """
    needles: list[Needle] = []
    seeds: list[Seed] = []
    refused: list[int] = []
    numbers: list[int] = []
    first_needle = max((n.id for n in problem.kept_needles), default=0) + 1
    first_seed = max((s.id for s in problem.kept_seeds), default=0) + 1
    for number, i in enumerate(order_of_needles(layout, chosen), start=first_needle):
        g, approach = chosen[layout.approach[i]]
        a, b, t = (float(x) for x in layout.place[i])
        entry = approach.point_mm(a, b, between_rays(approach.entry_t, approach, a, b))
        tip = approach.point_mm(a, b, t + rules.first)
        facts: dict[str, Any] = {
            "clearance_mm": max(between_rays(approach.clearance_mm, approach, a, b), 0.0),
            "skin_angle_deg": between_rays(approach.skin_angle_deg, approach, a, b),
        }
        depths = t - rules.step * layout.offset[i, : layout.count[i]].astype(float)
        if problem.check_path is not None:
            ends = np.concatenate([depths - problem.half_seed_mm, depths + problem.half_seed_mm])
            check = problem.check_path(entry, tip, approach.point_mm(a, b, ends))
            if not check.allowed:
                refused.append(i)
                numbers.append(number)
            facts = {
                "clearance_mm": check.clearance_mm,
                "nearest_obstacle": check.nearest,
                "lung_path_mm": check.lung_mm,
                "pleural_passages": check.pleural_passages,
                "skin_angle_deg": check.skin_angle_deg,
            }
        needles.append(Needle(number, entry, tip, target=problem.targets[g].name, **facts))
        for depth in depths:
            centre = approach.point_mm(a, b, depth)
            seeds.append(
                Seed(first_seed + len(seeds), number, centre, approach.direction, problem.strength_u)
            )
    return DecodedLayout(tuple(needles), tuple(seeds), tuple(refused), tuple(numbers))
