"""One needle's path measured exactly: distance to voxels and to bodies, density, ways out of the body.

Positions are local mm as in ``dose_kernels.geometry.rays``.
"""

import numpy as np

from dose_kernels.compile.options import exact, take
from dose_kernels.compile.threads import run
from dose_kernels.geometry.distance import trilinear
from dose_kernels.geometry.rays import is_body, voxel_at

# Voxels are looked for this much beyond the smallest distance found so far: the walk may skip as far.
AHEAD_MM = 2.0


@exact
def voxel_distance(labels, spacing, wanted, position, limit_mm):
    """Distance from a position to the nearest voxel (as a box) with any bit of ``wanted``, and its label.

    Parameters
    ----------
    labels : (nz, ny, nx) uint8
    spacing : (3,) float64
        Along x, y, z, mm.
    wanted : int
        Bits of a label.
    position : (3,) float64
        Local mm.
    limit_mm : float
        No farther voxel is looked for.

    Returns
    -------
    (distance, label) : float, int
        ``limit_mm`` and 0 if there is none nearer than that.
    """
    nz, ny, nx = labels.shape
    x, y, z = position[0], position[1], position[2]
    best, found = limit_mm * limit_mm, 0
    k_low, k_high = int(np.floor((z - limit_mm) / spacing[2] + 0.5)), int((z + limit_mm) / spacing[2] + 0.5)
    j_low, j_high = int(np.floor((y - limit_mm) / spacing[1] + 0.5)), int((y + limit_mm) / spacing[1] + 0.5)
    i_low, i_high = int(np.floor((x - limit_mm) / spacing[0] + 0.5)), int((x + limit_mm) / spacing[0] + 0.5)
    for k in range(max(0, k_low), min(nz, k_high + 1)):
        dz = max(0.0, abs(k * spacing[2] - z) - 0.5 * spacing[2])
        for j in range(max(0, j_low), min(ny, j_high + 1)):
            dy = max(0.0, abs(j * spacing[1] - y) - 0.5 * spacing[1])
            across = dz * dz + dy * dy
            if across >= best:
                continue
            for i in range(max(0, i_low), min(nx, i_high + 1)):
                if labels[k, j, i] & wanted:
                    dx = max(0.0, abs(i * spacing[0] - x) - 0.5 * spacing[0])
                    if across + dx * dx < best:
                        best, found = across + dx * dx, int(labels[k, j, i])
    return np.sqrt(best), found


@exact
def path_voxel_distance(labels, spacing, wanted, start, direction, length, limit_mm, step_mm):
    """Smallest distance from a straight path to voxels (as boxes) with any bit of ``wanted``.

    The distance changes by no more than the way walked, so where it is large the walk is quick; between
    samples s apart, a voxel at distance d is nearer by up to s^2 / (8 d), here below ``step_mm``^2 / 8.

    Parameters
    ----------
    labels, spacing, wanted, limit_mm : as for ``voxel_distance``
    start : (3,) float64
        Local mm.
    direction : (3,) float64
        Unit vector along the voxel axes.
    length : float
        Of the path, mm.
    step_mm : float
        From sample to sample where a voxel is within 1 mm; farther off the walk is quicker.

    Returns
    -------
    (distance, t, label) : float, float, int
        ``t`` is where on the path, mm from ``start``; ``limit_mm``, nan and 0 if nothing is that near.
    """
    best, where, label = limit_mm, np.nan, 0
    t = 0.0
    while True:
        d, found = voxel_distance(
            labels, spacing, wanted, start + t * direction, min(limit_mm, best + AHEAD_MM)
        )
        if found and d < best:
            best, where, label = d, t, found
        if t >= length or best == 0.0:
            return best, where, label
        t = min(length, t + max(step_mm * np.sqrt(max(1.0, d)), d - best))


@exact
def path_leaves_body(voxels, start, direction, length, slack_mm, step_mm):
    """First t, from ``slack_mm`` on, at which a path is outside the body; nan if never.

    Parameters
    ----------
    voxels : rays.Voxels
    start, direction, length : as for ``path_voxel_distance``
    slack_mm : float
        The path's first part, which is not looked at; of a shorter path its end is.
    step_mm : float
        From sample to sample; the end of the path is one too.
    """
    t = min(slack_mm, length)
    while True:
        if not is_body(voxels, start, direction, t):
            return t
        if t >= length:
            return np.nan
        t = min(length, t + step_mm)


@exact
def path_highest_hu(voxels, start, direction, length, step_mm):
    """Highest HU of the voxels a path runs through; -32768 if all of it is outside the scan.

    Parameters
    ----------
    voxels, start, direction, length, step_mm : as for ``path_leaves_body``
    """
    highest, t = -32768, 0.0
    while True:
        highest = max(highest, int(voxel_at(voxels.hu, voxels.spacing, start, direction, t, -32768)))
        if t >= length:
            return highest
        t = min(length, t + step_mm)


@exact
def distance_outside(values, steps, x, y, z):
    """Distance (mm) from a position to a body given by its signed distance; < 0 inside the body.

    Beyond the grid the result is a lower bound: the body lies inside the grid's box, so the way to the box
    and the distance from there add at least like the sides of a right angle.

    Parameters
    ----------
    values : (nz, ny, nx) float32
        Signed distance, mm, > 0 inside.
    steps : (3,) float64
        Node distance along x, y, z, mm.
    x, y, z : float
        Local mm of that grid.
    """
    nz, ny, nx = values.shape
    fx = min(max(x / steps[0], 0.0), nx - 1.0)
    fy = min(max(y / steps[1], 0.0), ny - 1.0)
    fz = min(max(z / steps[2], 0.0), nz - 1.0)
    d = -trilinear(values, fx, fy, fz)
    ox, oy, oz = x - fx * steps[0], y - fy * steps[1], z - fz * steps[2]
    beyond = ox * ox + oy * oy + oz * oz
    return np.sqrt(beyond + d * d) if beyond > 0.0 else d


@exact
def path_shape_distance(shape, start, direction, length, step_mm):
    """Smallest distance (mm) from a path to a shape; < 0 inside it.

    Parameters
    ----------
    shape : rays.Shape
    start, direction, length : as for ``path_voxel_distance``, local to the shape's grid
    step_mm : as for ``path_leaves_body``
    """
    best, t = np.inf, 0.0
    while True:
        x, y, z = start[0] + t * direction[0], start[1] + t * direction[1], start[2] + t * direction[2]
        best = min(best, distance_outside(shape.values, shape.steps, x, y, z))
        if t >= length:
            return best
        t = min(length, t + step_mm)


@exact
def _lower(counter, values, low_mm, per_mm, first, cell, shape, clearance_mm, highest_mm, start, stop):
    step = np.sqrt(cell[0, 0] ** 2 + cell[0, 1] ** 2 + cell[0, 2] ** 2)
    while True:
        k = start[2] + take(counter)
        if k >= stop[2]:
            return
        for j in range(start[1], stop[1]):
            i = start[0]
            while i < stop[0]:
                x = first[0] + i * cell[0, 0] + j * cell[1, 0] + k * cell[2, 0]
                y = first[1] + i * cell[0, 1] + j * cell[1, 1] + k * cell[2, 1]
                z = first[2] + i * cell[0, 2] + j * cell[1, 2] + k * cell[2, 2]
                d = distance_outside(shape.values, shape.steps, x, y, z) - clearance_mm
                byte = (d - low_mm) * per_mm
                if byte < values[k, j, i]:
                    values[k, j, i] = np.uint8(max(0.0, byte))
                # Far outside nothing is lowered for a while: the distance shrinks by at most twice the way.
                i += 1 + int(max(0.0, 0.5 * (d - highest_mm) / step))


def lower_margin(values, low_mm, per_mm, first, cell, shape, clearance_mm) -> None:
    """Lower a margin's values, in place, to the distance from a shape less its clearance.

    Parameters
    ----------
    values : (mz, my, mx) uint8
    low_mm, per_mm : float
        As in ``rays.Margin``.
    first : (3,) float64
        Position of the margin's node (0, 0, 0), local to the shape's grid.
    cell : (3, 3) float64
        Rows: the margin's steps along its x, y, z in the same coordinates.
    shape : rays.Shape
    clearance_mm : float
    """
    # Farther from the shape than this, no byte is large enough to be lowered.
    highest = low_mm + float(values.max(initial=0)) / per_mm
    farthest = max(0.0, clearance_mm + highest)
    size = (np.array(shape.values.shape[::-1]) - 1) * shape.steps
    corners = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)])
    index = (np.where(corners, size + farthest, -farthest) - first) @ np.linalg.inv(cell)
    count = values.shape[::-1]
    start = np.clip(np.floor(index.min(axis=0)).astype(np.int64), 0, count)
    stop = np.clip(np.ceil(index.max(axis=0)).astype(np.int64) + 1, 0, count)
    clearance, pieces = float(clearance_mm), int(stop[2] - start[2])
    run(_lower, pieces, values, low_mm, per_mm, first, cell, shape, clearance, highest, start, stop)
