"""Dose rate of one seed after AAPM TG-43, exact: float64, straight from the tables.

Rivard et al. 2004, TG-43U1, doi:10.1118/1.1646040; equation numbers below are those of that report.

Rules at the edges of the tables, so that the dose is finite, non-negative and continuous everywhere:

- g_L: log-linear between nodes, nearest value below the first node, one exponential through the last two
  nodes beyond the last;
- F: bilinear in distance and polar angle, folded into 0-90 degrees, nearest value outside the table;
- phi_an: linear, constant outside;
- inside the capsule no dose is defined.  The dose there is that of the point where the ray from the seed's
  centre through the point leaves the capsule.  (The Euclidean nearest point of the surface would make the
  dose jump inside the capsule, where the nearest face changes from the wall to the end.)  The 1D formalism
  knows no orientation: its capsule is a sphere of the capsule's radius.
"""

import math
from typing import Any, NamedTuple

import numpy as np

from dose_kernels.compile.options import exact, take
from dose_kernels.compile.threads import run

# TG-43 reference point: 10 mm from the centre on the transverse axis.
REFERENCE_R_MM = 10.0

FORMALISMS = ("2d", "1d")

# A thread takes this many points at a time.
POINTS_AT_ONCE = 64


class Tg43(NamedTuple):
    """Tables of one seed model, lengths in mm; see ``tg43_tables`` for a checked way to make one.

    Attributes
    ----------
    dose_rate_constant : float
        Lambda, cGy/(h U).
    active_length_mm : float
        L of the line source.
    g_r_mm, g_l : (n,) float64
        Radial dose function.
    f_r_mm : (m,), f_theta_deg : (k,), f : (k, m) float64
        2D anisotropy function.
    phi_r_mm, phi_an : (p,) float64
        1D anisotropy function.
    capsule_radius_mm, capsule_half_length_mm : float
        The capsule, a cylinder about the axis that encloses the line source.
    g_log : (n,) float64
        ln g_l.
    scale : float
        Lambda / G_L(10 mm, 90 deg), cGy mm2/(h U).
    """

    dose_rate_constant: float
    active_length_mm: float
    g_r_mm: np.ndarray
    g_l: np.ndarray
    f_r_mm: np.ndarray
    f_theta_deg: np.ndarray
    f: np.ndarray
    phi_r_mm: np.ndarray
    phi_an: np.ndarray
    capsule_radius_mm: float
    capsule_half_length_mm: float
    g_log: np.ndarray
    scale: float


def plain(values, dtype=np.float64) -> np.ndarray:
    """``values`` as a writable C-ordered array: the one kind of array the kernels are compiled for."""
    array = np.asarray(values, dtype=dtype)
    if array.flags.c_contiguous and array.flags.writeable:
        return array
    return array.copy(order="C")


def tg43_tables(**fields) -> Tg43:
    """A ``Tg43`` whose arrays are plain float64 (see ``Tg43`` for the fields; the last two are computed).

    Raises
    ------
    ValueError
        If the capsule does not enclose the line source: the dose would be infinite at its ends.
    """
    length = float(fields["active_length_mm"])
    fields = fields | {
        "g_log": np.log(fields["g_l"]),
        "scale": fields["dose_rate_constant"] / geometry(length, REFERENCE_R_MM, 0.0),
    }
    arrays: dict[str, Any] = {k: plain(v) if np.ndim(v) else float(v) for k, v in fields.items()}
    tables = Tg43(**arrays)
    if tables.capsule_radius_mm <= 0 or tables.capsule_half_length_mm <= tables.active_length_mm / 2:
        raise ValueError(
            f"capsule of radius {tables.capsule_radius_mm} mm and half length "
            f"{tables.capsule_half_length_mm} mm does not enclose a line of {tables.active_length_mm} mm"
        )
    return tables


@exact
def bracket(nodes, x):
    """Index i and fraction a such that x = (1 - a) nodes[i] + a nodes[i + 1]; x is held inside the nodes."""
    last = nodes.shape[0] - 1
    if last == 0 or x <= nodes[0]:
        return 0, 0.0
    if x >= nodes[last]:
        return last - 1, 1.0
    low, high = 0, last
    while high - low > 1:
        middle = (low + high) // 2
        if nodes[middle] <= x:
            low = middle
        else:
            high = middle
    return low, (x - nodes[low]) / (nodes[low + 1] - nodes[low])


@exact
def geometry(length, rho, z):
    """G_L (Eq. 4), 1/mm2, ``rho`` from the axis and ``z`` along it; a point source if length = 0."""
    inside = rho * rho + z * z - 0.25 * length * length
    if length * rho == 0.0:
        return 1.0 / inside
    # beta = atan2(z + L/2, rho) - atan2(z - L/2, rho), by the tangent of a difference: no cancellation near
    # the axis.
    return math.atan2(length * rho, inside) / (length * rho)


@exact
def radial(tg43, r):
    """g_L(r)."""
    nodes, log = tg43.g_r_mm, tg43.g_log
    last = nodes.shape[0] - 1
    if r > nodes[last]:
        slope = (log[last] - log[last - 1]) / (nodes[last] - nodes[last - 1])
        return math.exp(log[last] + slope * (r - nodes[last]))
    i, a = bracket(nodes, r)
    return math.exp((1.0 - a) * log[i] + a * log[i + 1])


@exact
def anisotropy(tg43, r, theta_deg):
    """F(r, theta), theta in 0-90 degrees."""
    f = tg43.f
    j, a = bracket(tg43.f_r_mm, r)
    i, b = bracket(tg43.f_theta_deg, theta_deg)
    j1, i1 = min(j + 1, f.shape[1] - 1), min(i + 1, f.shape[0] - 1)
    return (1.0 - b) * ((1.0 - a) * f[i, j] + a * f[i, j1]) + b * ((1.0 - a) * f[i1, j] + a * f[i1, j1])


@exact
def anisotropy_1d(tg43, r):
    """phi_an(r)."""
    phi = tg43.phi_an
    i, a = bracket(tg43.phi_r_mm, r)
    return (1.0 - a) * phi[i] + a * phi[min(i + 1, phi.shape[0] - 1)]


@exact
def leave_capsule(radius, half_length, rho, z):
    """(rho, z) moved out along the ray from the centre to the capsule's surface, if it lies inside.

    Parameters
    ----------
    radius, half_length : float, mm
        Of the capsule.
    rho, z : float, mm
        Distance from the axis and along it, 0 or more.
    """
    if rho >= radius or z >= half_length:
        return rho, z
    if rho * half_length >= z * radius:
        return radius, (z * radius / rho if rho > 0.0 else 0.0)
    return rho * half_length / z, half_length


@exact
def rate_2d(tg43, rho, z):
    """2D dose rate (Eq. 1), cGy/(h U), at ``rho`` >= 0 from the axis and ``z`` >= 0 along it."""
    rho, z = leave_capsule(tg43.capsule_radius_mm, tg43.capsule_half_length_mm, rho, z)
    r = math.sqrt(rho * rho + z * z)
    length = tg43.active_length_mm
    f = anisotropy(tg43, r, math.degrees(math.atan2(rho, z)))
    return tg43.scale * geometry(length, rho, z) * radial(tg43, r) * f


@exact
def rate_1d(tg43, r):
    """1D dose rate (Eq. 11), cGy/(h U), at distance ``r``."""
    r = max(r, tg43.capsule_radius_mm)
    shape = geometry(tg43.active_length_mm, r, 0.0)
    return tg43.scale * shape * radial(tg43, r) * anisotropy_1d(tg43, r)


@exact
def cylinder(dx, dy, dz, ux, uy, uz):
    """Distance from the axis u through the origin, and |position along it|, of the point d.

    Parameters
    ----------
    dx, dy, dz : float
    ux, uy, uz : float
        A unit vector.

    Returns
    -------
    rho, z : float
        In the unit of d.
    """
    cx, cy, cz = dy * uz - dz * uy, dz * ux - dx * uz, dx * uy - dy * ux
    return math.sqrt(cx * cx + cy * cy + cz * cz), abs(dx * ux + dy * uy + dz * uz)


@exact
def _dose_rate(counter, tg43, points, positions, directions, strengths, two_d, out):
    while True:
        first = take(counter) * POINTS_AT_ONCE
        if first >= points.shape[0]:
            return
        for i in range(first, min(first + POINTS_AT_ONCE, points.shape[0])):
            total = 0.0
            for s in range(positions.shape[0]):
                dx = points[i, 0] - positions[s, 0]
                dy = points[i, 1] - positions[s, 1]
                dz = points[i, 2] - positions[s, 2]
                if two_d:
                    rho, z = cylinder(dx, dy, dz, directions[s, 0], directions[s, 1], directions[s, 2])
                    total += strengths[s] * rate_2d(tg43, rho, z)
                else:
                    total += strengths[s] * rate_1d(tg43, math.sqrt(dx * dx + dy * dy + dz * dz))
            out[i] = total


def tg43_dose_rate(tg43, points_mm, positions_mm, directions, strengths_u, formalism="2d") -> np.ndarray:
    """Dose rate of seeds at points, exact.

    Parameters
    ----------
    tg43 : Tg43
    points_mm : (n, 3)
    positions_mm : (s, 3)
        Seed centres.
    directions : (s, 3)
        Unit vectors of the seed axes.
    strengths_u : (s,)
        Air-kerma strengths, U.
    formalism : {"2d", "1d"}

    Returns
    -------
    (n,) float64
        cGy/h.

    Raises
    ------
    ValueError
        If ``formalism`` is neither.
    """
    if formalism not in FORMALISMS:
        raise ValueError(f"formalism is {formalism!r}, expected one of {FORMALISMS}")
    points = plain(points_mm).reshape(-1, 3)
    out = np.empty(len(points))
    run(
        _dose_rate,
        -(-len(points) // POINTS_AT_ONCE),
        tg43,
        points,
        plain(positions_mm).reshape(-1, 3),
        plain(directions).reshape(-1, 3),
        plain(strengths_u).reshape(-1),
        formalism == "2d",
        out,
    )
    return out
