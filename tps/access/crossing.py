"""What every needle passes between the skin and its tip: structures contoured and found in the CT."""

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from dose_kernels.geometry import rays
from dose_kernels.geometry.distance import sample_points
from tps.access.closing import overlaps_box
from tps.access.obstacles import Obstacles
from tps.access.risk import FROM_CT_SUFFIX, RiskClass, risk_of
from tps.geometry.solid import Solid, build_all
from tps.model.case import Case
from tps.model.crossing import Crossing

# Paths are sampled this finely; a chord's ends lie between two samples by the distance to the surface.
STEP_MM = 0.2

# Shorter than this nothing is passed: contours are not drawn that well.
LEAST_MM = 0.5

_TISSUES = (("Lung", rays.LUNG, "cost"), ("Bone", rays.BONE, "bone"), ("Gas", rays.GAS, "avoid"))


class CrossingFinder:
    """Finds what needles pass.

    Parameters
    ----------
    obstacles : Obstacles
    case : Case
    ways_mm : sequence of ((3,), (3,))
        Entry and tip of every needle that will be asked about: structures that none comes near are left out.
    solids : sequence of Solid
        Structures that are at hand as solids; others are built.
    """

    def __init__(
        self,
        obstacles: Obstacles,
        case: Case,
        ways_mm: Iterable[tuple[np.ndarray, np.ndarray]],
        solids: Sequence[Solid] = (),
    ):
        self.obstacles = obstacles
        ways = [np.stack(way) for way in ways_mm]
        near = []
        for structure in case.structures.values():
            risk = risk_of(structure.name, structure.interpreted_type)
            low, high = structure.bounds_mm()
            if risk.risk_class != "none" and any(overlaps_box(way, low, high) for way in ways):
                near.append((structure, risk))
        known = {solid.name: solid for solid in (*solids, *obstacles.solids)}
        # What is no body is passed over here; planning has said so.
        built, _ = build_all([s for s, _ in near if s.name not in known], case.ct.grid)
        known |= {solid.name: solid for solid in built}
        self._structures = [(known[s.name], risk) for s, risk in near if s.name in known]

    def crossed(self, entry_mm, tip_mm, leave_out: Collection[str] = ()) -> tuple[Crossing, ...]:
        """What a straight path passes, in order from the skin.

        Parameters
        ----------
        entry_mm, tip_mm : (3,) float
        leave_out : collection of str
            Names that are no crossing: the needle's own target.
        """
        entry, tip = np.asarray(entry_mm, float), np.asarray(tip_mm, float)
        length = float(np.linalg.norm(tip - entry))
        t = np.linspace(0.0, length, max(2, int(np.ceil(length / STEP_MM)) + 1))
        points = entry + t[:, None] * (tip - entry) / length
        on_way: list[tuple[str, RiskClass, bool, np.ndarray]] = []
        for solid, risk in self._structures:
            if solid.name not in leave_out:
                depth = sample_points(solid.distance_mm, solid.grid.world_to_index(points), -np.inf)
                on_way.append((solid.name, risk.risk_class, False, depth))
        on_way += [(name, kind, True, depth) for name, kind, depth in self._found_in_ct(points)]
        found = []
        for name, kind, derived, depth in on_way:
            length_mm, from_mm = _inside(t, depth)
            if length_mm >= LEAST_MM:
                found.append(Crossing(name, kind, derived, length_mm, from_mm))
        return tuple(sorted(found, key=lambda c: (c.from_mm, c.name)))

    def _found_in_ct(self, points: np.ndarray):
        """Name, class and depth (n,), here +1 or -1, of what the CT shows at points (n, 3)."""
        obstacles = self.obstacles
        index = np.rint(obstacles.grid.world_to_index(points)).astype(int)
        last = np.array(obstacles.grid.shape)[::-1] - 1
        seen = np.all((index >= 0) & (index <= last), axis=1)
        i, j, k = np.clip(index, 0, last).T
        labels = obstacles.voxels.labels[k, j, i] * seen
        for name, bit, kind in _TISSUES:
            if name not in obstacles.drawn:
                yield f"{name}{FROM_CT_SUFFIX}", kind, np.where(labels & bit, 1.0, -1.0)
        for region in obstacles.closing.regions:
            marks = obstacles.closing.marks[k, j, i] * seen
            yield region.name, region.risk.risk_class, np.where(marks & region.bit, 1.0, -1.0)


def _inside(t: np.ndarray, depth: np.ndarray) -> tuple[float, float]:
    """Length of a path with a depth >= 0, and where that begins; depths (n,) are taken as linear between."""
    finite = np.maximum(depth, -1e3)
    low, high = finite[:-1], finite[1:]
    step = np.diff(t)
    change = np.where(high == low, 1.0, high - low)
    both, rising = (low >= 0) & (high >= 0), (low < 0) & (high >= 0)
    falling = (low >= 0) & (high < 0)
    part = np.where(both, 1.0, 0.0)
    part = np.where(rising, high / change, part)
    part = np.where(falling, low / -change, part)
    inside = np.flatnonzero(part > 0)
    if not len(inside):
        return 0.0, 0.0
    first = inside[0]
    begin = t[first] + (step[first] * (1.0 - part[first]) if rising[first] else 0.0)
    return float((part * step).sum()), float(begin)
