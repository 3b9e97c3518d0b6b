"""Which seeds lie against each other."""

import numpy as np
from numpy.typing import ArrayLike

# Seeds whose capsules may touch lie nearer to each other than this, mm.
CLUSTER_MM = 6.0


def touching_groups(places_mm: ArrayLike) -> tuple[tuple[int, ...], ...]:
    """Groups of places (n, 3) that hang together by less than ``CLUSTER_MM``, largest first."""
    places = np.asarray(places_mm, float).reshape(-1, 3)
    near = np.linalg.norm(places[:, None] - places[None], axis=2) < CLUSTER_MM
    groups: list[tuple[int, ...]] = []
    left = set(range(len(places)))
    while left:
        group, new = set(), {min(left)}
        while new:
            group |= new
            new = {int(j) for i in new for j in np.flatnonzero(near[i])} - group
        left -= group
        if len(group) > 1:
            groups.append(tuple(sorted(group)))
    return tuple(sorted(groups, key=lambda g: (-len(g), g)))
