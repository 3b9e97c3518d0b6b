"""The circle within which a scanner reconstructs: beyond it nothing was seen, whatever value stands there.

Scanners fill the corners of the image with one value: far below air (which a reader may have raised to the
HU of air), that of air, or zero.  Where the patient is wider than the circle its edge looks like skin.
"""

from dataclasses import dataclass

import numpy as np

from tps.model.grid import Grid, Volume

# Part of the slices in which a corner must have one and the same value.
CONSTANT_PART = 0.95

# A centre this near to the middle of the image (pixels) is the usual place; so is a circle that fits the
# image's shorter side to this part of it.
CENTRED_PIXELS = 2.5
INSCRIBED_PART = 0.02

# The outermost pixel seen in one degree of a circle lies up to this far inside it, in pixels.
EDGE_PIXELS = 1.6

# What must be seen at the circle's edge, as a part of its circumference; of a circle that is not in the
# middle of the image, the part of the circumference that lies in the image, and its length.
LEAST_ARC_PART = 0.05
LEAST_OFF_CENTRE_PART = 0.7
LEAST_OFF_CENTRE_MM = 40.0

# Up to this part of the circle's inside may have the fill value throughout, where it is told from air.
MOST_FILL_INSIDE = 0.3

# A body that goes round the whole circle is a body (a round phantom), if nothing else tells.
MOST_BODY_PART = 0.85

# A cut shows tissue beside the fill; skin has pixels of values between on this part of its length at least.
SHARP_PART, BLURRED_PART = 0.9, 0.5
AIR_HU, TISSUE_HU = -900, -300

# Of the outline of what is seen, triples of points that may lie on a circle off the middle; four times the
# area of their triangle must be more than this.
TRIALS = 200
LEAST_TRIANGLE_MM2 = 1000.0


@dataclass(frozen=True, eq=False)
class FieldOfView:
    """A circle on the slices of ``grid``: centre (x, y) in pixels and radius in mm.

    The radius is that of the farthest pixel seen.
    """

    grid: Grid
    centre: tuple[float, float]
    radius_mm: float

    def outside(self, grid: Grid) -> np.ndarray:
        """Pixels (ny, nx) of a part of the scan that lie beyond the circle on each slice, or just within it.

        The centre is known to a pixel: no strip of the fill value must be left that looks like air.
        """
        edge = self.radius_mm - float(max(grid.spacing_mm[:2]))
        first = self.grid.world_to_index(grid.origin_mm[None])[0]
        _, ny, nx = grid.shape
        return _radii((ny, nx), grid.spacing_mm, np.subtract(self.centre, first[:2])) > edge


def find_field_of_view(ct: Volume) -> FieldOfView | None:
    """The circle of reconstruction of a whole scan, or None where no edge of one is seen.

    A circle is found where everything beyond it has one value in all slices, its edge is seen over some
    length, and the value is told from air: air within the circle has noise, or the circle fits the image, or
    tissue ends at it as sharply as no skin does.
    """
    for value in _corner_values(ct.values):
        seen = _ever_else(ct.values, value)
        if seen.any() and not seen.all():
            points = _outline(seen)
            for find_centre in (_middle, _fitted_centre):
                centre = find_centre(seen.shape, points, ct.grid.spacing_mm)
                if centre is not None and _is_circle(ct, value, seen, points, centre):
                    radius = _radii(seen.shape, ct.grid.spacing_mm, centre)[seen].max()
                    return FieldOfView(ct.grid, (float(centre[0]), float(centre[1])), float(radius))
    return None


def _ever_else(values: np.ndarray, value: int) -> np.ndarray:
    """Pixels (ny, nx) that have another value on some slice."""
    seen = values[0] != value
    for plane in values[1:]:
        seen |= plane != value
    return seen


def _corner_values(values: np.ndarray) -> list[int]:
    """Values that a corner of the image has on nearly all slices, the lowest first."""
    found = set()
    for corner in (values[:, j, i] for j in (0, -1) for i in (0, -1)):
        usual = int(np.median(corner))
        if np.mean(corner == usual) >= CONSTANT_PART:
            found.add(usual)
    return sorted(found)


def _middle(shape: tuple[int, int], points=None, spacing_mm=None) -> np.ndarray:
    """Where scanners put the circle's centre (pixels x, y)."""
    ny, nx = shape
    return np.array([(nx - 1) / 2, (ny - 1) / 2])


def _radii(shape: tuple[int, int], spacing_mm: np.ndarray, centre) -> np.ndarray:
    """Distance (mm) of each pixel (ny, nx) from a centre (x, y) in pixels."""
    ny, nx = shape
    x, y = (np.arange(nx) - centre[0]) * spacing_mm[0], (np.arange(ny) - centre[1]) * spacing_mm[1]
    return np.sqrt(x[None] ** 2 + y[:, None] ** 2)


def _outline(seen: np.ndarray) -> np.ndarray:
    """First and last pixel seen in each row and column, (n, 2) x, y."""
    points = []
    for mask, turn in ((seen, 1), (seen.T, -1)):
        lines = np.flatnonzero(mask.any(axis=1))
        rows = mask[lines]
        for at in (rows.argmax(axis=1), mask.shape[1] - 1 - rows[:, ::-1].argmax(axis=1)):
            points.append(np.stack([at, lines][::turn], axis=1))
    return np.unique(np.concatenate(points), axis=0)


def _is_circle(ct: Volume, value: int, seen: np.ndarray, points: np.ndarray, centre: np.ndarray) -> bool:
    """Whether the edge of a circle about ``centre`` is seen, and is told from a round body in air."""
    spacing = ct.grid.spacing_mm
    pixel = float(min(spacing[:2]))
    radii = _radii(seen.shape, spacing, centre)
    radius = float(radii[seen].max())
    on_edge = radii[points[:, 1], points[:, 0]] >= radius - EDGE_PIXELS * pixel
    edge = points[on_edge]
    held, in_image = _degrees(edge, centre, spacing), _degrees_in_image(seen.shape, spacing, centre, radius)
    part = (held & in_image).sum() / max(1, in_image.sum())
    off_centre = np.abs(centre - _middle(seen.shape)).max() > CENTRED_PIXELS
    told = _told_from_air(ct, value, seen, radii < radius - 2 * pixel)
    if off_centre:
        length = np.deg2rad((held & in_image).sum()) * radius
        return told and part >= LEAST_OFF_CENTRE_PART and length >= LEAST_OFF_CENTRE_MM
    if (held & in_image).sum() < LEAST_ARC_PART * 360:
        return False
    half = 0.5 * min(n * d for n, d in zip(seen.shape, spacing[1::-1], strict=True))
    inscribed = abs(radius - half) <= max(2 * pixel, INSCRIBED_PART * half)
    return told or inscribed or (part <= MOST_BODY_PART and _is_sharp(ct, value, edge, points[~on_edge]))


def _degrees(points: np.ndarray, centre: np.ndarray, spacing_mm: np.ndarray) -> np.ndarray:
    """Which of 360 degrees about a centre have a point within a degree of them."""
    x, y = ((points - centre) * spacing_mm[:2]).T
    held = np.zeros(360, bool)
    held[np.floor(np.rad2deg(np.arctan2(y, x))).astype(int) % 360] = True
    return held | np.roll(held, 1) | np.roll(held, -1)


def _degrees_in_image(shape, spacing_mm, centre, radius) -> np.ndarray:
    """Which of 360 degrees of a circle lie at least two pixels within the image."""
    angle = np.deg2rad(np.arange(360) + 0.5)
    x = centre[0] + radius * np.cos(angle) / spacing_mm[0]
    y = centre[1] + radius * np.sin(angle) / spacing_mm[1]
    return (x >= 2) & (y >= 2) & (x <= shape[1] - 3) & (y <= shape[0] - 3)


def _told_from_air(ct: Volume, value: int, seen: np.ndarray, inside: np.ndarray) -> bool:
    """Whether what looks like air within the circle is something else than the fill value."""
    if value >= AIR_HU:
        return bool(np.mean(seen[inside]) > 1 - MOST_FILL_INSIDE)
    some = ct.values[:: max(1, len(ct.values) // 8)]
    air = inside & (some < AIR_HU).all(axis=0)
    return bool(air.sum() > 50 and np.mean(~seen[air]) < MOST_FILL_INSIDE)


def _is_sharp(ct: Volume, value: int, edge: np.ndarray, rest: np.ndarray) -> bool:
    """Whether tissue stops at the circle without the blur that the rest of the outline has."""

    def part(points: np.ndarray) -> float:
        hu = ct.values[:, points[:, 1], points[:, 0]]
        hu = hu[hu != value]
        return float(np.mean(hu > TISSUE_HU)) if len(hu) else 1.0

    return part(edge) > SHARP_PART and part(rest) < BLURRED_PART


def _fitted_centre(shape, points: np.ndarray, spacing_mm: np.ndarray) -> np.ndarray | None:
    """Centre (pixels) of the circle that most of the outline lies on, with nothing seen beyond it; or None.

    For scans of which a part was cut out, so that the circle's middle is not that of the image.
    """
    ny, nx = shape
    inner = points[(points > 0).all(axis=1) & (points[:, 0] < nx - 1) & (points[:, 1] < ny - 1)]
    if len(inner) < 10:
        return None
    at, pixel = inner * spacing_mm[:2], float(min(spacing_mm[:2]))
    best, most = None, 0
    for a, b, c in at[np.random.default_rng(0).integers(0, len(at), (TRIALS, 3))]:
        sides = 2 * np.array([b - a, c - a])
        if abs(np.linalg.det(sides)) < LEAST_TRIANGLE_MM2:
            continue
        centre = np.linalg.solve(sides, [b @ b - a @ a, c @ c - a @ a])
        away = np.hypot(*(at - centre).T) - np.hypot(*(a - centre))
        count = int((away > -EDGE_PIXELS * pixel).sum())
        if away.max() <= pixel and count > most:
            best, most = np.append(centre, np.hypot(*(a - centre))), count
    if best is None:
        return None
    on_circle = at[np.hypot(*(at - best[:2]).T) > best[2] - EDGE_PIXELS * pixel]
    return _best_circle(on_circle) / spacing_mm[:2]


def _best_circle(points: np.ndarray) -> np.ndarray:
    """Centre (2,) of the circle nearest to points (n, 2): x^2 + y^2 is linear in x and y on a circle."""
    columns = np.column_stack([2 * points, np.ones(len(points))])
    return np.linalg.lstsq(columns, (points**2).sum(axis=1), rcond=None)[0][:2]
