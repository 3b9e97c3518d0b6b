"""TG-43 in plain Python, one point at a time, in cm, from the published files: the slow twin."""

import json
import math
from bisect import bisect_right

from tps.sources.library import DATA


def published(name):
    return json.loads((DATA / f"{name}.json").read_text())


def line_geometry(length, r, theta):
    """The angle the line subtends over L r sin(theta), by the law of cosines from the line's two ends."""
    if math.sin(theta) < 1e-9:
        return 1 / (r * r - length * length / 4)
    a = math.sqrt(r * r + length * length / 4 - r * length * math.cos(theta))
    b = math.sqrt(r * r + length * length / 4 + r * length * math.cos(theta))
    cosine = (a * a + b * b - length * length) / (2 * a * b)
    return math.acos(max(-1.0, min(1.0, cosine))) / (length * r * math.sin(theta))


def between(nodes, x):
    k = max(0, min(len(nodes) - 2, bisect_right(nodes, x) - 1))
    return k, (min(max(x, nodes[0]), nodes[-1]) - nodes[k]) / (nodes[k + 1] - nodes[k])


def radial(file, r):
    nodes, g = file["radial_dose_function"]["r_cm"], file["radial_dose_function"]["g_L"]
    if r <= nodes[0]:
        return g[0]
    k = max(0, min(len(nodes) - 2, bisect_right(nodes, r) - 1))
    return g[k] * (g[k + 1] / g[k]) ** ((r - nodes[k]) / (nodes[k + 1] - nodes[k]))


def anisotropy(file, r, theta_deg):
    f = file["anisotropy_function"]
    theta_deg = 180 - theta_deg if theta_deg > 90 else theta_deg
    i, b = between(f["theta_deg"], theta_deg)
    j, a = between(f["r_cm"], r)
    low, high = ([next(v for v in f["F"][k][m:] if v is not None) for m in (j, j + 1)] for k in (i, i + 1))
    return (1 - b) * ((1 - a) * low[0] + a * low[1]) + b * ((1 - a) * high[0] + a * high[1])


def phi_an(file, r):
    table = file["anisotropy_factor"] or file["anisotropy_factor_computed"]
    k, a = between(table["r_cm"], r)
    return (1 - a) * table["phi_an"][k] + a * table["phi_an"][k + 1]


def rate(file, r, theta, formalism="2d"):
    """Dose rate per U, cGy/h, at r cm and theta radians, outside the capsule."""
    length = file["active_length_cm"]
    polar = theta if formalism == "2d" else math.pi / 2
    value = file["dose_rate_constant"] * line_geometry(length, r, polar)
    value *= radial(file, r) / line_geometry(length, 1.0, math.pi / 2)
    return value * (anisotropy(file, r, math.degrees(theta)) if formalism == "2d" else phi_an(file, r))


def total_rate(file, point_mm, seeds, formalism="2d"):
    """Dose rate, cGy/h, of (position mm, unit direction, strength U) at a point outside the capsules."""
    total = 0.0
    for position, direction, strength in seeds:
        d = [(p - q) / 10 for p, q in zip(point_mm, position, strict=True)]
        r = math.sqrt(sum(c * c for c in d))
        cosine = sum(c * u for c, u in zip(d, direction, strict=True)) / r
        total += strength * rate(file, r, math.acos(max(-1.0, min(1.0, cosine))), formalism)
    return total
