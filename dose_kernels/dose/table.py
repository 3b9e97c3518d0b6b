"""Fast look-up of one seed's dose rate.

The product g_L F (2D) is smooth apart from kinks at the published nodes; it is tabulated on a uniform
(distance, angle) lattice that contains those nodes and interpolated bilinearly.  The steep part, the geometry
function, is evaluated.  The error against ``dose_kernels.dose.tg43`` stays below 0.1 % from 2 mm outwards.

For other kernels (compiled; call it inside your own ``@fast`` functions; the NamedTuple ``Table`` is passed
as one argument)::

    rate = table_at(table, dx, dy, dz, ux, uy, uz)    # cGy/h per U
    # d = point - seed centre (mm), u = unit vector of the seed's axis

Many points at once: ``dose_kernels.dose.incremental.add_seed``, or the loop beneath it,
``dose_kernels.dose.block.add_block``; both are about ten times faster a point.  Multiply by mean life [h] /
100 for the total dose in Gy of a permanent implant.
"""

import math
from typing import NamedTuple

import numpy as np

from dose_kernels.compile.options import exact, fast
from dose_kernels.dose.tg43 import (
    FORMALISMS,
    REFERENCE_R_MM,
    anisotropy,
    anisotropy_1d,
    cylinder,
    geometry,
    plain,
    radial,
)

# The near lattice reaches to here, the far one to R_MAX_MM; g_L has fallen below 1e-6 there for every model,
# so holding it constant beyond costs nothing.
NEAR_END_MM = 40.0
R_MAX_MM = 500.0

# Candidate steps.  The coarsest theta step that contains every published node is taken (else the finest), and
# half of it near the seed.
THETA_STEPS_DEG = (1.0, 0.5)
FAR_STEP_MM = 0.5
NEAR_STEPS_MM = (0.125, 0.0625)
# The coarsest near step is taken at which linear interpolation of the steepest g_L errs by no more than this.
STEEPNESS_ERROR = 2e-4
# If planes err by more than this part of the value near the seed, its theta step is halved once more.
TWIST_ERROR = 4e-4
# Distances below this lie inside every capsule's reach, where no accuracy is asked for.
NEAREST_MM = 1.9

# Bins in which the strongest kink is kept, for the choice of coarser grids; the last bin reaches to infinity.
KINK_MM, KINK_BINS_R = 10.0, 16
KINK_DEG, KINK_BINS_THETA = 5.0, 18

# Unit of the packed slopes: they reach twice the value, in steps that matter less than 2e-5.
SLOPE_UNIT = 2.0**-14


class Table(NamedTuple):
    """Tabulated seed; make it with ``build_table``.

    Attributes
    ----------
    near_values, far_values : (nr, nt) float32
        The smooth factor on equidistant distances (from 0 to ``NEAR_END_MM`` or ``R_MAX_MM``) and angles (0
        to 90 degrees): Lambda g_L F / G_L(10 mm, 90 deg) in 2D,
        Lambda g_L phi_an r^2 G_L(r, 90 deg) / G_L(10 mm, 90 deg) in 1D.
    near_per_mm, near_per_radian, far_per_mm, far_per_radian : float32
        Nodes per mm and per radian; below 2^24 cells in all, so that a cell's number is a float32 too.
    cells : (n,) int64
        The same as one plane a lattice cell, near lattice first, ``nt`` cells a row, packed for the block
        kernel: low half the bits of the float32 value at the cell's centre; high half two int16, the slopes
        along r and theta in ``SLOPE_UNIT`` of the value.
    kinks : (nr, nt) float32
        Largest relative jump of slope, 1/mm, within bins of ``KINK_MM`` x ``KINK_DEG``: what limits
        interpolation on a coarser grid.
    fall_per_mm : float
        Steepest relative fall of g_L from 10 mm outwards.
    active_length_mm : float
        L of the geometry function; 0 in 1D, which leaves 1/r^2.
    capsule_radius_mm, capsule_half_length_mm : float
        Half length 0 in 1D: the capsule is a sphere.
    """

    near_values: np.ndarray
    near_per_mm: np.float32
    near_per_radian: np.float32
    far_values: np.ndarray
    far_per_mm: np.float32
    far_per_radian: np.float32
    cells: np.ndarray
    kinks: np.ndarray
    fall_per_mm: float
    active_length_mm: float
    capsule_radius_mm: float
    capsule_half_length_mm: float


@exact
def _fill(tg43, two_d, r_mm, theta_deg, out):
    for i in range(out.shape[0]):
        f = anisotropy(tg43, r_mm[i], theta_deg[i]) if two_d else anisotropy_1d(tg43, r_mm[i])
        out[i] = radial(tg43, r_mm[i]) * f


def _smooth(tg43, two_d, r_mm, theta_deg) -> np.ndarray:
    """g_L F, or g_L phi_an, at distances and angles that broadcast."""
    r_mm, theta_deg = np.broadcast_arrays(np.asarray(r_mm, float), theta_deg)
    out = np.empty(r_mm.size)
    _fill(tg43, two_d, plain(r_mm).ravel(), plain(theta_deg).ravel(), out)
    return out.reshape(r_mm.shape)


def _kinks_in_theta(tg43, kinks) -> None:
    """Raise ``kinks`` to the jumps of slope at the angles F is published at."""
    nodes, step = tg43.f_theta_deg, 0.1
    # At five distances of each bin.
    r = np.maximum((np.arange(len(kinks))[:, None] + np.linspace(0, 1, 5)) * KINK_MM, 1.0)[..., None]
    low, middle, high = (_smooth(tg43, True, r, nodes + s) for s in (-step, 0.0, step))
    before, after = (2 * (b - a) / (a + b) / math.radians(step) for a, b in ((low, middle), (middle, high)))
    # The angle is folded at 0 and at 90 degrees.
    before[..., 0], after[..., -1] = -after[..., 0], -before[..., -1]
    jumps = (np.abs(after - before) / r).max(axis=1)
    columns = np.minimum((nodes / KINK_DEG).astype(int), kinks.shape[1] - 1)
    np.maximum.at(kinks.T, columns, jumps.T)


def _kinks_in_r(tg43, two_d, kinks) -> None:
    """Raise ``kinks`` to the jumps of slope at the distances g_L, and F or phi_an, are published at."""
    radii, step = np.concatenate([tg43.g_r_mm, tg43.f_r_mm if two_d else tg43.phi_r_mm]), 0.05
    # At three angles of each bin.
    theta = (np.arange(kinks.shape[1])[:, None] + np.linspace(0, 1, 3)) * KINK_DEG
    low, middle, high = (_smooth(tg43, two_d, radii[:, None, None] + s, theta) for s in (-step, 0.0, step))
    jumps = (np.abs(low + high - 2 * middle) / (step * middle)).max(axis=2)
    np.maximum.at(kinks, np.minimum((radii / KINK_MM).astype(int), len(kinks) - 1), jumps)


def _pack(values) -> np.ndarray:
    """The cells of a lattice, row by row; see ``Table``."""
    # The last column serves the points at 90 degrees exactly: flat in theta.
    v = np.concatenate([values, values[:, -1:]], axis=1).astype(float)
    a, b, c, d = v[:-1, :-1], v[:-1, 1:], v[1:, :-1], v[1:, 1:]
    value = (0.25 * (a + b + c + d)).astype(np.float32)
    slope_r, slope_t = (
        np.clip(np.rint(rise / (2.0 * value * SLOPE_UNIT)), -32767, 32767).astype(np.int64)
        for rise in (c + d - a - b, b + d - a - c)
    )
    slopes = (slope_r << 16) | (slope_t & 0xFFFF)
    return ((slopes << 32) | value.view(np.uint32)).ravel()


def _theta_step(tg43) -> float:
    for step in THETA_STEPS_DEG:
        if np.allclose(np.round(tg43.f_theta_deg / step) * step, tg43.f_theta_deg, rtol=0, atol=1e-6):
            return step
    return THETA_STEPS_DEG[-1]


def _steepest(tg43, from_mm) -> float:
    """Largest relative slope of g_L, 1/mm, on the intervals that reach beyond ``from_mm``."""
    return float(np.abs(np.diff(tg43.g_log) / np.diff(tg43.g_r_mm))[tg43.g_r_mm[1:] > from_mm].max())


def _near_step(tg43) -> float:
    steep = _steepest(tg43, NEAREST_MM)
    for step in NEAR_STEPS_MM:
        if (steep * step) ** 2 / 8 <= STEEPNESS_ERROR:
            return step
    return NEAR_STEPS_MM[-1]


def _lattice(tg43, two_d, end_mm, r_step, theta_step) -> tuple[np.ndarray, np.float32, np.float32]:
    """Values, nodes per mm, nodes per radian."""
    r = np.arange(int(round(end_mm / r_step)) + 1)[:, None] * r_step
    values = tg43.scale * _smooth(tg43, two_d, r, np.arange(int(round(90.0 / theta_step)) + 1) * theta_step)
    if not two_d:
        values *= [[geometry(tg43.active_length_mm, x, 0.0) * x * x if x > 0 else 0.0] for x in r[:, 0]]
    return values.astype(np.float32), np.float32(1.0 / r_step), np.float32(180.0 / math.pi / theta_step)


def _twist(values, per_mm) -> float:
    """What no plane can hold of a cell's four nodes, as part of the value, from ``NEAREST_MM`` outwards."""
    v = values[int(NEAREST_MM * per_mm) :].astype(float)
    corner = v[:-1, :-1] - v[:-1, 1:] - v[1:, :-1] + v[1:, 1:]
    return float(np.abs(corner / (v[:-1, :-1] + v[:-1, 1:] + v[1:, :-1] + v[1:, 1:])).max())


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
    theta_step = _theta_step(tg43) if two_d else 90.0
    kinks = np.zeros((KINK_BINS_R, KINK_BINS_THETA))
    _kinks_in_r(tg43, two_d, kinks)
    if two_d:
        _kinks_in_theta(tg43, kinks)
    near = _lattice(tg43, two_d, NEAR_END_MM, _near_step(tg43), 0.5 * theta_step if two_d else theta_step)
    if two_d and _twist(near[0], near[1]) > TWIST_ERROR:
        near = _lattice(tg43, two_d, NEAR_END_MM, _near_step(tg43), 0.25 * theta_step)
    far = _lattice(tg43, two_d, R_MAX_MM, FAR_STEP_MM, theta_step)
    return Table(
        *near,
        *far,
        np.concatenate([_pack(near[0]), _pack(far[0])]),
        kinks.astype(np.float32),
        _steepest(tg43, REFERENCE_R_MM),
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
def _atan_over(t2):
    """atan(t) / t from t^2, 0 <= t <= 1: a polynomial of least maximal relative error, 1e-7."""
    low = 0.9999999 + t2 * (-0.3333196 + t2 * (0.19969235 + t2 * -0.14016585))
    return low + (t2 * t2) * (t2 * t2) * (
        0.09906097 + t2 * (-0.0593671 + t2 * (0.02416619 + t2 * -0.00466877))
    )


@fast
def _line_shape(length, rho, inside):
    """G_L = atan2(L rho, r^2 - L^2/4) / (L rho), with ``inside`` = r^2 - L^2/4, by octants."""
    reach, beyond = length * rho, abs(inside)
    if reach <= beyond:
        part = reach / beyond
        shape = _atan_over(part * part) / beyond
    else:
        part = beyond / reach
        shape = (0.5 * math.pi - part * _atan_over(part * part)) / reach
    return shape if inside >= 0.0 else math.pi / reach - shape


@fast
def polar_angle(rho, z):
    """Angle from the axis, 0 to pi/2, at ``rho`` >= 0 from it and ``z`` >= 0 along it; good to 1e-7."""
    part = min(rho, z) / max(rho, z)
    angle = part * _atan_over(part * part)
    return angle if rho <= z else 0.5 * math.pi - angle


@fast
def rate_at(table, rho, z):
    """Dose rate per U (cGy/h) at ``rho`` >= 0 from the axis and ``z`` >= 0 along it."""
    rho, z = _outside(table, rho, z)
    r2 = rho * rho + z * z
    length = table.active_length_mm
    shape = _line_shape(length, rho, r2 - 0.25 * length * length)
    angle = polar_angle(rho, z)
    near = r2 < NEAR_END_MM * NEAR_END_MM
    values = table.near_values if near else table.far_values
    p = math.sqrt(r2) * (table.near_per_mm if near else table.far_per_mm)
    p = min(p, values.shape[0] - 1.0)
    q = angle * (table.near_per_radian if near else table.far_per_radian)
    i = min(int(p), values.shape[0] - 2)
    j = min(int(q), values.shape[1] - 2)
    a, b = p - i, q - j
    low = (1.0 - b) * values[i, j] + b * values[i, j + 1]
    high = (1.0 - b) * values[i + 1, j] + b * values[i + 1, j + 1]
    return shape * ((1.0 - a) * low + a * high)


@fast
def table_at(table, dx, dy, dz, ux, uy, uz):
    """Dose rate per U (cGy/h) at offset d from the centre of a seed with axis u.

    Parameters
    ----------
    table : Table
    dx, dy, dz : float, mm
    ux, uy, uz : float
        A unit vector.
    """
    rho, z = cylinder(dx, dy, dz, ux, uy, uz)
    return rate_at(table, rho, z)
