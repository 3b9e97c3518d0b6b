"""The pictures of one needle: the plane along it, and the CT slice on which its entry is marked."""

import numpy as np
from matplotlib.figure import Figure

from tps.export.operator_terms import nearest_slice
from tps.model.plan import Needle
from tps.report import style
from tps.report.content import Content
from tps.report.layers import layers_on
from tps.report.needle_plane import OUTSIDE_MM, draw_needle, needle_plane
from tps.report.planes import Plane, slice_plane
from tps.report.slices import draw_plane, edge_effects, legend_handles

# Dots per inch, and the size on the page, in.
DPI = 160
WIDTH_IN, HEIGHT_IN = 4.45, 3.2
TITLE_IN, GAP_IN, LEGEND_IN = 0.17, 0.06, 0.62

# The slice shows entry and tip with this much around, and no less than LEAST_MM across.
AROUND_MM = 35.0
LEAST_MM = 130.0

# The ruler along the slice's lower edge, from the laser.
TICK_MM, NAMED_MM = 10.0, 50.0


def needle_figure(content: Content, needle: Needle) -> Figure:
    """The plane along the needle on the left, the slice of its entry on the right, legend below it."""
    figure = Figure(figsize=(WIDTH_IN, HEIGHT_IN))
    along, entry = needle_plane(needle), entry_plane(content, needle)
    tall = HEIGHT_IN - TITLE_IN
    wide = min(tall * along.width_mm / along.height_mm, 0.5 * WIDTH_IN)
    left = figure.add_axes(_box(0, HEIGHT_IN - TITLE_IN - tall, wide, tall))
    draw_needle(left, content, needle)
    left.set_title(f"Along needle {needle.id}", fontsize=7, pad=2)
    _name_crossings(left, content, needle)
    room = WIDTH_IN - wide - GAP_IN
    side = min(room, tall - LEGEND_IN)
    right = figure.add_axes(_box(wide + GAP_IN + (room - side) / 2, HEIGHT_IN - TITLE_IN - side, side, side))
    _draw_entry(right, content, needle, entry)
    figure.legend(
        handles=legend_handles(content)[:9],
        loc="lower center",
        bbox_to_anchor=((wide + GAP_IN + room / 2) / WIDTH_IN, 0.0),
        ncol=3,
        fontsize=4.4,
        facecolor="#5A5A5A",
        edgecolor="none",
        labelcolor="white",
        handlelength=1.7,
        columnspacing=0.7,
        labelspacing=0.25,
    )
    return figure


def entry_plane(content: Content, needle: Needle) -> Plane:
    """The CT slice nearest to the entry, around the needle as seen on it; a square."""
    grid = content.case.ct.grid
    k, _ = nearest_slice(needle.entry_mm, grid)
    ends = np.stack([needle.entry_mm, needle.tip_mm])
    seen = ends @ grid.axes[:2].T  # along rows and columns
    middle = (seen.min(axis=0) + seen.max(axis=0)) / 2
    half = max(LEAST_MM, float(np.ptp(seen, axis=0).max()) + 2 * AROUND_MM) / 2
    centre = middle @ grid.axes[:2] + (needle.entry_mm @ grid.axes[2]) * grid.axes[2]
    reach = half * (grid.axes[0] + grid.axes[1])
    return slice_plane(grid, k, centre - reach, centre + reach, content.case.identity)


def _box(left: float, bottom: float, width: float, height: float) -> tuple:
    return (left / WIDTH_IN, bottom / HEIGHT_IN, width / WIDTH_IN, height / HEIGHT_IN)


def _name_crossings(axes, content: Content, needle: Needle) -> None:
    """What the needle meets, named where it meets it."""
    for crossing in needle.crossed:
        name = crossing.name.removesuffix(" (from CT)")
        axes.annotate(
            f"{name} from {crossing.from_mm:.0f}",
            (43.0, OUTSIDE_MM + crossing.from_mm),
            xytext=(3.0, OUTSIDE_MM + crossing.from_mm),
            color="white",
            fontsize=5.5,
            va="center",
            arrowprops={"arrowstyle": "-", "color": "white", "lw": 0.5},
            path_effects=edge_effects(1.4),
        )


def _draw_entry(axes, content: Content, needle: Needle, plane: Plane) -> None:
    window = style.LUNG_WINDOW if needle.lung_path_mm > 0 else style.SOFT_WINDOW
    draw_plane(axes, content, plane, layers_on(content, plane), window)
    axes.set_title(f"Entry: {plane.title}", fontsize=7, pad=2)
    (entry, tip), _ = plane.project(np.stack([needle.entry_mm, needle.tip_mm]))
    outside = entry + (entry - tip) / max(np.linalg.norm(entry - tip), 1e-6) * 25.0
    axes.plot(*np.stack([outside, tip]).T, color="#FFE000", lw=0.8, ls=(0, (4, 2)))
    axes.plot(*entry, "o", ms=9, mfc="none", mec="#FFE000", mew=1.3)
    axes.plot(*entry, "+", ms=16, color="#FFE000", mew=0.7)
    _draw_ruler(axes, plane, entry)


def _draw_ruler(axes, plane: Plane, entry: np.ndarray) -> None:
    """Millimetres from the laser along the lower edge, and the entry's own."""
    start = float(plane.corner_mm @ plane.right)
    y = plane.height_mm
    first = np.ceil(start / TICK_MM) * TICK_MM
    for mark in np.arange(first, start + plane.width_mm, TICK_MM):
        named = mark % NAMED_MM < 1e-6
        x = mark - start
        axes.plot([x, x], [y, y - (4.0 if named else 2.0)], color="white", lw=0.7)
        if named and 6 < x < plane.width_mm - 6:
            text = "0 laser" if mark == 0 else f"{mark:+.0f}"
            axes.text(x, y - 5, text, color="white", fontsize=5, ha="center", path_effects=edge_effects(1.2))
    if 0 < -start < plane.width_mm:
        axes.plot([-start] * 2, [0, y], color="#FF7070", lw=0.6, ls=":")
    axes.plot([entry[0]] * 2, [entry[1], y], color="#FFE000", lw=0.5, ls=":")
