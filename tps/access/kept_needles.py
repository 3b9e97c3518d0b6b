"""Needles that are there already, in the way of others: rays too near to them are closed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tps.access.approach import Approach
from tps.model import Needle
from tps.model.grid import frozen_array

# Beyond what is asked for: positions are written with two decimals.
ROUNDING_MM = 0.02


@dataclass(frozen=True, eq=False)
class KeptNeedle:
    """A needle, and the place (3,) mm from where on it counts as being in its target."""

    needle: Needle
    top_mm: np.ndarray

    def __post_init__(self):
        object.__setattr__(self, "top_mm", frozen_array(self.top_mm, (3,), "top_mm"))


def closed_beside(
    approach: Approach, kept: Sequence[KeptNeedle], anywhere_mm: float, in_target_mm: float, entry_mm: float
) -> Approach:
    """The approach without the rays on which a needle could come too near to a kept one.

    A ray counts with all of its length down to where a tip may go.  Between four open rays no line is nearer
    than asked for either.

    Parameters
    ----------
    approach : Approach
    kept : sequence of KeptNeedle
    anywhere_mm, in_target_mm, entry_mm : float
        Least distance of two needles on their whole way, of their parts in the target, and of their entries.
    """
    a = approach.a0 + approach.step_mm * np.arange(approach.shape[0])[:, None]
    b = approach.b0 + approach.step_mm * np.arange(approach.shape[1])[None]
    open_ = np.isfinite(approach.entry_t) & np.isfinite(approach.reach_t)
    along_u, along_v = (np.broadcast_to(x, approach.shape)[open_] for x in (a, b))
    entry_t, reach_t = approach.entry_t[open_], approach.reach_t[open_]
    first_t = np.where(np.isfinite(approach.target_first_t), approach.target_first_t, 0.0)[open_]
    entry, first, tip = (
        approach.point_mm(along_u, along_v, t) for t in (entry_t, np.minimum(first_t, reach_t), reach_t)
    )
    near = np.zeros(len(entry), bool)
    for one in kept:
        needle = one.needle
        for apart, needed in (
            (segments_apart(entry, tip, needle.entry_mm, needle.tip_mm), anywhere_mm),
            (segments_apart(first, tip, one.top_mm, needle.tip_mm), in_target_mm),
            (np.linalg.norm(entry - needle.entry_mm, axis=1), entry_mm),
        ):
            # Halfway between two rays a line is nearer than at either, by the height of the arc.
            least = max(np.hypot(needed, approach.step_mm / 2), approach.step_mm * np.sqrt(0.5))
            near |= apart < least + ROUNDING_MM
    reach = np.array(approach.reach_t)
    reach[open_] = np.where(near, -np.inf, reach[open_])
    return replace(approach, reach_t=reach)


def segments_apart(p: np.ndarray, q: np.ndarray, r: np.ndarray, s: np.ndarray) -> np.ndarray:
    """Smallest distance (n,) between each segment p-q, ends (n, 3), and the segment r-s, ends (3,).

    Two segments are nearest at an end of one of them, or where the lines through them are.

    Parameters
    ----------
    p, q : (n, 3) float
        Ends of the segments.
    r, s : (3,) float
        Ends of the one.
    """
    ends = [_to_segment(p, r, s), _to_segment(q, r, s), _to_segments(r, p, q), _to_segments(s, p, q)]
    u, v, w = q - p, s - r, p - r
    a, b, c = np.sum(u * u, axis=1), u @ v, float(v @ v)
    d, e = np.sum(u * w, axis=1), w @ v
    determinant = a * c - b * b
    crossing = determinant > 1e-9 * a * c
    safe = np.where(crossing, determinant, 1.0)
    along, other = (b * e - c * d) / safe, (a * e - b * d) / safe
    inside = crossing & (along >= 0) & (along <= 1) & (other >= 0) & (other <= 1)
    lines = np.linalg.norm(w + along[:, None] * u - other[:, None] * v, axis=1)
    return np.where(inside, lines, np.min(ends, axis=0))


def _to_segment(points: np.ndarray, r: np.ndarray, s: np.ndarray) -> np.ndarray:
    way = s - r
    along = np.clip((points - r) @ way / max(float(way @ way), 1e-12), 0.0, 1.0)
    return np.linalg.norm(points - r - along[:, None] * way, axis=1)


def _to_segments(point: np.ndarray, p: np.ndarray, q: np.ndarray) -> np.ndarray:
    way = q - p
    length2 = np.maximum(np.sum(way * way, axis=1), 1e-12)
    along = np.clip(np.sum((point - p) * way, axis=1) / length2, 0.0, 1.0)
    return np.linalg.norm(point - p - along[:, None] * way, axis=1)
