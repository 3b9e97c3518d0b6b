"""Fast look-up of one seed's dose rate, and incremental sums over points.

The product g_L F (2D) is smooth apart from kinks at the published nodes; it is tabulated on a uniform
(distance, angle) lattice that contains those nodes and interpolated bilinearly.  The steep part, the geometry
function, is evaluated.  The error against ``dose_kernels.tg43`` stays below 0.1 % from 2 mm outwards.

For other kernels (all compiled, call them inside your own ``@fast`` functions; the NamedTuple ``Table`` is
passed as one argument)::

    rate = table_at(table, dx, dy, dz, ux, uy, uz)    # cGy/h per U
    # d = point - seed centre (mm), u = unit vector of the seed's axis
    add_seed(table, dose, points, position, direction, strength)          # dose[i] += strength * rate_i
    remove_seed(table, dose, points, position, direction, strength)
    move_seed(table, dose, points, old_position, old_direction, new_position, new_direction, strength)

``points`` (n, 3), ``position`` (3,) and ``direction`` (3,) are C-ordered writable float64 (see
``dose_kernels.tg43.plain``), ``dose`` (n,) float64.  Multiply by mean life [h] / 100 for the total dose in Gy
of a permanent implant.  Numba's on-disk cache does not notice a change in a called file: after this file
changed, delete the ``__pycache__`` next to yours.
"""

import math
from typing import NamedTuple

import numpy as np

from dose_kernels.jit import exact, fast, fast_parallel, prange
from dose_kernels.tg43 import (
    FORMALISMS,
    REFERENCE_R_MM,
    anisotropy,
    anisotropy_1d,
    cylinder,
    geometry,
    plain,
    radial,
)

# Candidate lattice steps; the coarsest that contains every published node is taken, else the finest.
R_STEPS_MM = (0.5, 0.25)
THETA_STEPS_DEG = (1.0, 0.5, 0.25)
# The table ends here; g_L has fallen below 1e-6 for every model, so holding it constant beyond costs nothing.
R_MAX_MM = 500.0


class Table(NamedTuple):
    """Tabulated seed; make it with ``build_table``.

    Attributes
    ----------
    values : (nr, nt) float32
        Lambda g_L F / G_L(10 mm, 90 deg) in 2D;
        Lambda g_L phi_an r^2 G_L(r, 90 deg) / G_L(10 mm, 90 deg) in 1D.
    per_mm, per_degree : float
        Lattice nodes per mm and per degree.
    active_length_mm : float
        L of the geometry function; 0 in 1D, which leaves 1/r^2.
    capsule_radius_mm, capsule_half_length_mm : float
        Half length 0 in 1D: the capsule is a sphere.
    """

    values: np.ndarray
    per_mm: float
    per_degree: float
    active_length_mm: float
    capsule_radius_mm: float
    capsule_half_length_mm: float


@exact
def _fill(tg43, two_d, r_step, theta_step, values):
    scale = tg43.dose_rate_constant / geometry(tg43.active_length_mm, REFERENCE_R_MM, 0.0)
    for i in range(values.shape[0]):
        r = i * r_step
        common = scale * radial(tg43, r)
        if not two_d:
            rr = max(r, tg43.capsule_radius_mm)
            common *= anisotropy_1d(tg43, r) * geometry(tg43.active_length_mm, rr, 0.0) * rr * rr
        for j in range(values.shape[1]):
            values[i, j] = common * (anisotropy(tg43, r, j * theta_step) if two_d else 1.0)


def _step(candidates, *node_lists) -> float:
    for step in candidates:
        if all(np.allclose(np.round(n / step) * step, n, rtol=0, atol=1e-6) for n in node_lists):
            return step
    return candidates[-1]


def build_table(tg43, formalism="2d") -> Table:
    """Tabulate a seed for the fast kernels.

    Parameters
    ----------
    tg43 : Tg43
    formalism : {"2d", "1d"}

    Raises
    ------
    ValueError
        If ``formalism`` is neither.
    """
    if formalism not in FORMALISMS:
        raise ValueError(f"formalism is {formalism!r}, expected one of {FORMALISMS}")
    two_d = formalism == "2d"
    r_step = _step(R_STEPS_MM, tg43.g_r_mm, tg43.f_r_mm if two_d else tg43.phi_r_mm)
    theta_step = _step(THETA_STEPS_DEG, tg43.f_theta_deg) if two_d else 90.0
    values = np.empty((int(R_MAX_MM / r_step) + 1, int(90.0 / theta_step) + 1), dtype=np.float32)
    _fill(tg43, two_d, r_step, theta_step, values)
    return Table(
        values,
        1.0 / r_step,
        1.0 / theta_step,
        tg43.active_length_mm if two_d else 0.0,
        tg43.capsule_radius_mm,
        tg43.capsule_half_length_mm if two_d else 0.0,
    )


@fast
def _outside(table, rho, z):
    """(rho, z) moved along the ray from the centre out of the capsule; see ``tg43.leave_capsule``."""
    radius, half_length = table.capsule_radius_mm, table.capsule_half_length_mm
    if half_length == 0.0:
        r = math.sqrt(rho * rho + z * z)
        return (rho, z) if r >= radius else (radius, 0.0)
    if rho >= radius or z >= half_length:
        return rho, z
    if rho * half_length >= z * radius:
        return radius, (z * radius / rho if rho > 0.0 else 0.0)
    return rho * half_length / z, half_length


@fast
def rate_at(table, rho, z):
    """Dose rate per U (cGy/h) at ``rho`` >= 0 from the axis and ``z`` >= 0 along it."""
    rho, z = _outside(table, rho, z)
    r2 = rho * rho + z * z
    length = table.active_length_mm
    x = length * rho
    inside = r2 - 0.25 * length * length
    shape = math.atan2(x, inside) / x if x > 1e-6 * inside else 1.0 / inside
    values = table.values
    p = min(math.sqrt(r2) * table.per_mm, values.shape[0] - 1.0)
    q = math.degrees(math.atan2(rho, z)) * table.per_degree
    i = min(int(p), values.shape[0] - 2)
    j = min(int(q), values.shape[1] - 2)
    a, b = p - i, q - j
    low = (1.0 - b) * values[i, j] + b * values[i, j + 1]
    high = (1.0 - b) * values[i + 1, j] + b * values[i + 1, j + 1]
    return shape * ((1.0 - a) * low + a * high)


@fast
def table_at(table, dx, dy, dz, ux, uy, uz):
    """Dose rate per U (cGy/h) at offset d (mm) from the centre of a seed with unit axis u."""
    rho, z = cylinder(dx, dy, dz, ux, uy, uz)
    return rate_at(table, rho, z)


@fast
def add_seed(table, dose, points, position, direction, strength):
    """``dose[i] += strength * rate`` of one seed at every point; a negative strength takes it away."""
    for i in range(points.shape[0]):
        dose[i] += strength * table_at(
            table,
            points[i, 0] - position[0],
            points[i, 1] - position[1],
            points[i, 2] - position[2],
            direction[0],
            direction[1],
            direction[2],
        )


@fast
def remove_seed(table, dose, points, position, direction, strength):
    """Take back what ``add_seed`` with the same arguments added (exact but for rounding, 1e-15)."""
    add_seed(table, dose, points, position, direction, -strength)


@fast
def move_seed(table, dose, points, old_position, old_direction, new_position, new_direction, strength):
    """Remove a seed from one place and add it at another."""
    add_seed(table, dose, points, old_position, old_direction, -strength)
    add_seed(table, dose, points, new_position, new_direction, strength)


@fast_parallel
def _dose_rate(table, points, positions, directions, strengths, out):
    for i in prange(points.shape[0]):
        total = 0.0
        for s in range(positions.shape[0]):
            total += strengths[s] * table_at(
                table,
                points[i, 0] - positions[s, 0],
                points[i, 1] - positions[s, 1],
                points[i, 2] - positions[s, 2],
                directions[s, 0],
                directions[s, 1],
                directions[s, 2],
            )
        out[i] = total


@fast_parallel
def _influence(table, points, positions, directions, out):
    for s in prange(positions.shape[0]):
        for i in range(points.shape[0]):
            out[s, i] = table_at(
                table,
                points[i, 0] - positions[s, 0],
                points[i, 1] - positions[s, 1],
                points[i, 2] - positions[s, 2],
                directions[s, 0],
                directions[s, 1],
                directions[s, 2],
            )


def table_dose_rate(table, points_mm, positions_mm, directions, strengths_u) -> np.ndarray:
    """Dose rate of seeds at points from the table, cGy/h, (n,) float64.

    Parameters
    ----------
    table : Table
    points_mm : (n, 3)
    positions_mm, directions : (s, 3)
    strengths_u : (s,)
    """
    points = plain(points_mm).reshape(-1, 3)
    out = np.empty(len(points))
    positions, directions = plain(positions_mm).reshape(-1, 3), plain(directions).reshape(-1, 3)
    _dose_rate(table, points, positions, directions, plain(strengths_u).reshape(-1), out)
    return out


def table_influence(table, points_mm, positions_mm, directions) -> np.ndarray:
    """Dose rate per U of each candidate at each point, cGy/h, (m, n) float32; row = candidate.

    Parameters
    ----------
    table : Table
    points_mm : (n, 3)
    positions_mm, directions : (m, 3)
    """
    points = plain(points_mm).reshape(-1, 3)
    positions, directions = plain(positions_mm).reshape(-1, 3), plain(directions).reshape(-1, 3)
    out = np.empty((len(positions), len(points)), dtype=np.float32)
    _influence(table, points, positions, directions, out)
    return out
