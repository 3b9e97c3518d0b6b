"""The plane along a needle: what the person who pushes it goes through, from the skin to the tip."""

import numpy as np
from matplotlib.figure import Figure

from tps.model.plan import Needle
from tps.report import style
from tps.report.content import Content
from tps.report.layers import layers_on
from tps.report.planes import Plane
from tps.report.slices import draw_plane

# Shown to either side of the needle, outside the skin, and beyond the tip.
HALF_WIDTH_MM = 45.0
OUTSIDE_MM = 20.0
BEYOND_MM = 25.0

# Marks along the needle, from the skin.
TICK_MM = 10.0
NAMED_TICK_MM = 50.0
TICK_HALF_MM = 1.5

# Needles beside each other on one picture.
COLUMNS = 4
COLUMN_INCHES = 1.85


def needle_plane(needle: Needle) -> Plane:
    """The plane that holds a needle and the line across it within the axial plane.

    The needle runs straight down the middle of the picture.  Seen as an axial image is: from the feet.
    """
    down = needle.direction
    head = np.array([0.0, 0.0, 1.0]) if abs(down[2]) < 0.999 else np.array([0.0, 1.0, 0.0])
    right = np.cross(down, head - (head @ down) * down)
    right /= np.linalg.norm(right)
    corner = needle.entry_mm - HALF_WIDTH_MM * right - OUTSIDE_MM * down
    height = OUTSIDE_MM + needle.length_mm + BEYOND_MM
    return Plane(corner, right, down, 2 * HALF_WIDTH_MM, height, f"Needle {needle.id}")


def draw_needle(axes, content: Content, needle: Needle) -> None:
    """One needle's plane with its outlines, isodoses, seeds and marks every 10 mm from the skin."""
    plane = needle_plane(needle)
    window = style.LUNG_WINDOW if needle.lung_path_mm > 0 else style.SOFT_WINDOW
    draw_plane(axes, content, plane, layers_on(content, plane), window)
    for depth in np.arange(0.0, needle.length_mm + 1e-6, TICK_MM):
        y = OUTSIDE_MM + depth
        wide = 2.0 if depth % NAMED_TICK_MM < 1e-6 else 1.0
        x = HALF_WIDTH_MM + np.array([-1.0, 1.0]) * wide * TICK_HALF_MM
        axes.plot(x, [y, y], color="white", lw=0.6)
        if depth % NAMED_TICK_MM < 1e-6:
            axes.text(x[1] + 1.5, y, f"{depth:.0f}", color="white", fontsize=5.5, va="center")


def needle_figures(content: Content) -> list[Figure]:
    """Pictures of all needles, ``COLUMNS`` on each, all at one scale."""
    needles = content.plan.needles
    groups = [needles[i : i + COLUMNS] for i in range(0, len(needles), COLUMNS)]
    return [_figure(content, group) for group in groups]


def _figure(content: Content, needles) -> Figure:
    deepest = OUTSIDE_MM + BEYOND_MM + max(n.length_mm for n in needles)
    height = COLUMN_INCHES * deepest / (2 * HALF_WIDTH_MM)
    figure = Figure(figsize=(COLUMN_INCHES * COLUMNS, height + 0.25))
    for column, needle in enumerate(needles):
        own = (OUTSIDE_MM + BEYOND_MM + needle.length_mm) / deepest * height / (height + 0.25)
        top = height / (height + 0.25)
        axes = figure.add_axes((column / COLUMNS + 0.004, top - own, 1 / COLUMNS - 0.008, own))
        draw_needle(axes, content, needle)
    return figure
