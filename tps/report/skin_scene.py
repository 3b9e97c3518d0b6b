"""The entries on the skin in space: a drawing of the surface with a grid, seen from beside and above."""

import math

import numpy as np

from tps.access.skin_heights import SkinHeights, find_skin_heights
from tps.export.needle_guide import side_of
from tps.report.content import Content
from tps.report.skin_map import above_view

# Where the view comes from: so far round from the feet to the right of who looks down, and so high, degrees.
ROUND_DEG, HIGH_DEG = 35.0, 38.0

# Room on the page, mm of paper, and around what is drawn.
WIDTH_MM, HEIGHT_MM, EDGE_MM = 88.0, 84.0, 6.0

# The skin is shown so far around the entries, on a grid of so much, mm.
AROUND_MM, STEP_MM = 50.0, 10.0

# Shown of a needle outside the skin and below it, mm.
OUTSIDE_MM, BELOW_MM = 45.0, 15.0

# Names of the sides stand so far off the edges, mm of paper.
OFF_MM = 4.0

# Neighbouring places that differ more in height are two parts of the body: nothing is drawn between them.
STEP_UP_MM = 30.0

# Grey of a surface that faces the light, and of one that turns away from it.
LIGHT, DARK = 245, 185


def skin_around(content: Content) -> SkinHeights:
    """The skin around the needles of a plan that has some."""
    view = above_view(content)
    entries = np.array([n.entry_mm for n in content.plan.needles])
    seen = np.stack([entries @ view.right, entries @ view.up], axis=1)
    low, high = seen.min(axis=0) - AROUND_MM, seen.max(axis=0) + AROUND_MM
    return find_skin_heights(content.obstacles, low, high, view.right, view.up, content.up, STEP_MM)


def skin_scene_svg(content: Content, skin: SkinHeights) -> str:
    """Skin, entries with their numbers and needles, as SVG; "" where no skin is seen.

    Parameters
    ----------
    content : Content
        Its needles are drawn.
    skin : SkinHeights
        Around them.
    """
    points = skin.points()
    seen = np.isfinite(skin.height_mm)
    needles = content.plan.needles
    if not seen.any() or not needles:
        return ""
    view, up = _axes(skin)
    outer = np.array([n.entry_mm - OUTSIDE_MM * n.direction for n in needles])
    shown = np.concatenate([points[seen], outer])
    flat = np.stack([shown @ view[0], shown @ up], axis=1)
    low, high = flat.min(axis=0), flat.max(axis=0)
    scale = float(((high - low) / (np.array([WIDTH_MM, HEIGHT_MM]) - 2 * EDGE_MM)).max())
    size = (high - low) / scale + 2 * EDGE_MM

    def at(places) -> np.ndarray:
        places = np.asarray(places, float).reshape(-1, 3)
        x, y = places @ view[0] - low[0], high[1] - places @ up
        return np.stack([x, y], axis=1) / scale + EDGE_MM

    parts = [
        f'<svg viewBox="0 0 {size[0]:.2f} {size[1]:.2f}" style="width:{size[0]:.2f}mm" class="skinmap"'
        ' role="img" aria-label="The entries in space">',
        *_surface(points, seen, view[1], at),
        *_needles(needles, outer, at),
        *_sides(skin, points, seen, at, size),
    ]
    return "".join(parts) + "</svg>"


def _axes(skin: SkinHeights) -> tuple[tuple[np.ndarray, np.ndarray], np.ndarray]:
    """To the right of the picture, towards who looks, and up in the picture."""
    turn, high = math.radians(ROUND_DEG), math.radians(HIGH_DEG)
    flat = -math.cos(turn) * skin.head + math.sin(turn) * skin.right
    towards = math.cos(high) * flat + math.sin(high) * skin.up
    right = np.cross(skin.up, flat)
    return (right, towards), np.cross(towards, right)


def _surface(points: np.ndarray, seen: np.ndarray, towards: np.ndarray, at) -> list[str]:
    """The cells of the raster, those behind first, each as grey as it turns from the light above."""
    cells = []
    for i in range(points.shape[0] - 1):
        for j in range(points.shape[1] - 1):
            corners = points[[i, i + 1, i + 1, i], [j, j, j + 1, j + 1]]
            if not seen[i : i + 2, j : j + 2].all():
                continue
            across = np.cross(corners[2] - corners[0], corners[3] - corners[1])
            if np.linalg.norm(corners - corners.mean(axis=0), axis=1).max() > STEP_UP_MM:
                continue
            facing = abs(float(across @ towards)) / max(float(np.linalg.norm(across)), 1e-9)
            cells.append((float(corners.mean(axis=0) @ towards), facing, corners))
    cells.sort(key=lambda cell: cell[0])
    drawn = []
    for _, facing, corners in cells:
        grey = round(DARK + (LIGHT - DARK) * facing)
        path = " ".join(f"{x:.2f},{y:.2f}" for x, y in at(corners))
        drawn.append(f'<polygon points="{path}" fill="rgb({grey},{grey - 6},{grey - 12})" class="skin3d"/>')
    return drawn


def _needles(needles, outer: np.ndarray, at) -> list[str]:
    parts = []
    order = np.argsort([float(n.entry_mm @ (n.entry_mm - n.tip_mm)) for n in needles])
    for k in order:
        needle = needles[k]
        below = needle.entry_mm + BELOW_MM * needle.direction
        (x0, y0), (x1, y1), (x2, y2) = at([outer[k], needle.entry_mm, below])
        parts.append(_line(x1, y1, x2, y2, "way"))
        parts.append(_line(x0, y0, x1, y1, "shaft3d"))
        parts.append(f'<circle cx="{x1:.2f}" cy="{y1:.2f}" r="0.9" class="entry"/>')
    for k, needle in enumerate(needles):
        (x0, y0), (x1, y1) = at([outer[k], needle.entry_mm])
        away = np.array([x0 - x1, y0 - y1])
        x, y = np.array([x0, y0]) + 2.4 * away / max(float(np.hypot(*away)), 1e-9)
        parts.append(
            f'<text x="{x:.2f}" y="{y + 1.4:.2f}" text-anchor="middle" class="number">{needle.id}</text>'
        )
    return parts


def _sides(skin: SkinHeights, points, seen, at, size) -> list[str]:
    """Where the sides of the raster are on the patient, beside their middles."""
    places = points[seen]
    middle = places.mean(axis=0)
    parts = []
    for axis in (skin.right, -skin.right, -skin.head, skin.head):
        far = float((places @ axis).max() - middle @ axis)
        (x, y), (cx, cy) = at([middle + far * axis, middle])
        off = OFF_MM / max(math.hypot(x - cx, y - cy), 1e-9)
        x, y = x + off * (x - cx), y + off * (y - cy)
        anchor = "start" if x < 0.33 * size[0] else "end" if x > 0.67 * size[0] else "middle"
        x, y = float(np.clip(x, 1, size[0] - 1)), float(np.clip(y, 3, size[1] - 1))
        parts.append(
            f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}" class="side3d">{side_of(axis)}</text>'
        )
    return parts


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" class="{kind}"/>'
