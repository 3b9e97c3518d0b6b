"""Every CT slice of a target, and every one that a needle passes through, in pages to work from."""

from dataclasses import dataclass

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from tps.model import Needle
from tps.report import style
from tps.report.content import Content
from tps.report.layers import layers_on
from tps.report.planes import Plane, slice_plane
from tps.report.slices import draw_layers

# Shown around needles and targets, mm.
AROUND_MM = 18.0

# Tiles on a page, and on a page of a plan with more slices than MOST_LARGE.
LARGE_COUNT, SMALL_COUNT = 12, 20
MOST_LARGE = 36

# What a page of A4 leaves for pictures, in.
PAGE_WIDTH_IN, PAGE_HEIGHT_IN = 7.3, 9.7

# Isodoses of the small pictures are computed on this raster, mm.
DOSE_STEP_MM = 1.25
GAP_MM = 3.0

# Below this width of a tile its title and "up" would run into each other: they go one under the other, in.
NARROW_IN = 1.5

# A needle or seed belongs to the slices within half a seed's length, or within half a slice.
NEAR_MM = 2.25


@dataclass(frozen=True, eq=False)
class Strip:
    """Slices in order, and how they share pages.

    Parameters
    ----------
    target : str
    planes : tuple of Plane
    numbers : tuple of int
        Of the slices, 0 first.
    tiles : tuple of int
        Across and down a page.
    window : tuple of float
        Level and width, HU.
    """

    target: str
    planes: tuple[Plane, ...]
    numbers: tuple[int, ...]
    tiles: tuple[int, int]
    window: tuple[float, float] = style.SOFT_WINDOW

    @property
    def pages(self) -> int:
        """Number of pages."""
        return -(-len(self.planes) // (self.tiles[0] * self.tiles[1]))


def strips(content: Content) -> tuple[Strip, ...]:
    """The slices that needles pass, a strip for each target that has needles.

    Needles that name no target go to the first.
    """
    served = _served(content)
    found = []
    for solid in content.targets:
        needles = served[solid.name]
        if needles:
            ends = np.array([p for n in needles for p in (n.entry_mm, n.tip_mm)])
            points = np.concatenate([ends, np.stack(solid.structure.bounds_mm())])
            found.append(_strip(content, solid.name, ends.reshape(-1, 2, 3), points, needles))
    return tuple(found)


def target_strips(content: Content) -> tuple[Strip, ...]:
    """Every slice of each target, large: nothing beyond its surroundings."""
    served = _served(content)
    found = []
    for solid in content.targets[: len(content.plan.targets)]:
        bounds = np.stack(solid.structure.bounds_mm())
        found.append(_strip(content, solid.name, bounds[None], bounds, served[solid.name]))
    return tuple(found)


def _served(content: Content) -> dict[str, list[Needle]]:
    """The needles of each target."""
    served: dict[str, list[Needle]] = {s.name: [] for s in content.targets}
    for needle in content.plan.needles:
        served[needle.target if needle.target in served else content.targets[0].name].append(needle)
    return served


def _strip(
    content: Content, name: str, spans: np.ndarray, points: np.ndarray, needles: list[Needle]
) -> Strip:
    """The slices between the two ends of each span (n, 2, 3), showing the box of some points (m, 3)."""
    grid = content.case.ct.grid
    index = grid.world_to_index(spans.reshape(-1, 3))[:, 2].reshape(-1, 2)
    hit: set[int] = set()
    for a, b in index:
        hit.update(range(int(np.round(min(a, b))), int(np.round(max(a, b))) + 1))
    numbers = tuple(k for k in sorted(hit, reverse=bool(grid.axes[2, 2] > 0)) if 0 <= k < grid.shape[0])
    low, high = points.min(axis=0) - AROUND_MM, points.max(axis=0) + AROUND_MM
    planes = tuple(slice_plane(grid, k, low, high, content.case.identity) for k in numbers)
    count = LARGE_COUNT if len(planes) <= MOST_LARGE else SMALL_COUNT
    tiles = _tiles(planes[0].width_mm, planes[0].height_mm, min(count, len(planes)))
    lung = any(n.lung_path_mm > 0 for n in needles)
    return Strip(name, planes, numbers, tiles, style.LUNG_WINDOW if lung else style.SOFT_WINDOW)


def _tiles(width_mm: float, height_mm: float, count: int) -> tuple[int, int]:
    """Tiles across and down that show ``count`` tiles of this shape largest on a page."""

    def scale(across: int) -> float:
        return min(PAGE_WIDTH_IN / (across * width_mm), PAGE_HEIGHT_IN / (-(-count // across) * height_mm))

    across = max(range(1, count + 1), key=scale)
    return across, -(-count // across)


def page_figure(content: Content, strip: Strip, page: int) -> Figure:
    """One page of slices, the upper ones first."""
    across, down = strip.tiles
    first = page * across * down
    planes = strip.planes[first : first + across * down]
    numbers = strip.numbers[first : first + across * down]
    rows = -(-len(planes) // across)
    w, h = planes[0].width_mm + GAP_MM, planes[0].height_mm + GAP_MM
    wide, height = across * w - GAP_MM, rows * h - GAP_MM
    size = min(PAGE_WIDTH_IN / wide, PAGE_HEIGHT_IN / (down * h))
    figure = Figure(figsize=(size * wide, size * height))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    level, width = strip.window
    black, white = level - width / 2, level + width / 2
    placed = []
    near = content.case.ct.grid.spacing_mm[2] / 2 + 1e-6
    for i, (plane, k) in enumerate(zip(planes, numbers, strict=True)):
        shift = np.array([(i % across) * w, (i // across) * h])
        values, extent = _crop(content, plane, k)
        box = (extent[0] + shift[0], extent[1] + shift[0], extent[2] + shift[1], extent[3] + shift[1])
        axes.add_patch(
            Rectangle((shift[0], shift[1]), plane.width_mm, plane.height_mm, facecolor="black", zorder=-1)
        )
        axes.imshow(values, cmap="gray", vmin=black, vmax=white, extent=box, interpolation="bilinear")
        layers = layers_on(content, plane, max(near, NEAR_MM), DOSE_STEP_MM)
        placed.append((layers, plane, shift))
        _label(axes, plane, layers, shift, size * plane.width_mm < NARROW_IN)
    draw_layers(axes, placed, thin=0.62)
    axes.set_xlim(0, wide)
    axes.set_ylim(height, 0)
    return figure


def _crop(content: Content, plane: Plane, k: int) -> tuple[np.ndarray, tuple]:
    """Voxels of slice ``k`` under the plane, and where they lie on it."""
    grid = content.case.ct.grid
    corner = grid.world_to_index(plane.corner_mm[None])[0, :2]
    size = np.array([plane.width_mm, plane.height_mm]) / grid.spacing_mm[:2]
    low = np.clip(np.round(corner + 0.5).astype(int), 0, None)
    high = np.minimum(np.round(corner + size + 0.5).astype(int), grid.shape[:0:-1])
    values = content.case.ct.values[k, low[1] : high[1], low[0] : high[0]]
    edge_low = (low - 0.5 - corner) * grid.spacing_mm[:2]
    edge_high = (high - 0.5 - corner) * grid.spacing_mm[:2]
    return values, (edge_low[0], edge_high[0], edge_high[1], edge_low[1])


def _label(axes, plane: Plane, layers, shift: np.ndarray, narrow: bool) -> None:
    """Slice number and height, orientation at the left and upper edge, numbers of the needles here."""
    x, y = shift
    box = {"facecolor": "black", "edgecolor": "none", "alpha": 0.6, "pad": 1.2}
    left, _, up, _ = plane.edge_letters()
    title = plane.title.replace(", ", "\n") + f"\n{up} up" if narrow else plane.title
    axes.text(x + 2, y + 2, title, color="white", fontsize=6.2, va="top", bbox=box)
    axes.text(x + 2, y + plane.height_mm / 2, left, color="white", fontsize=6, va="center")
    if not narrow:
        axes.text(
            x + plane.width_mm - 2, y + 2, f"{up} up", color="white", fontsize=5.5, va="top", ha="right"
        )
    for number, line in layers.needles_near:
        start = line[0] + shift
        if np.all((line[0] >= 0) & (line[0] <= [plane.width_mm, plane.height_mm])):
            axes.text(
                *start,
                str(number),
                color="#FFFFFF",
                fontsize=5.5,
                ha="right",
                va="bottom",
                bbox=box | {"pad": 0.6},
            )
