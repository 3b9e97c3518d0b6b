"""What was delivered, in pictures: where it is cold, how the seeds moved, each cluster to be checked."""

from collections.abc import Sequence

import numpy as np
from contourpy import contour_generator
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from scipy import ndimage

from tps.geometry.solid import Solid
from tps.geometry.tracing import level_lines
from tps.model import Seed
from tps.postimplant.underdosed import Underdosed
from tps.postimplant.verification import Verification
from tps.render3d import palette
from tps.report.layers import inside_only, seed_lines
from tps.report.planes import Plane, three_planes
from tps.report.slices import edge_effects
from tps.report.style import ISODOSE_STYLES, LUNG_WINDOW, SEED_CORE, SOFT_WINDOW, TARGET

# Half the edge of a picture beyond the target, and of a cluster's, mm.
AROUND_MM, CLUSTER_MM = 14.0, 13.0

DOSE_STEP_MM, PIXEL_MM = 0.6, 0.35

# Seeds are drawn where their middle lies within this of the plane, mm.
NEAR_MM = 3.0

# Clusters are looked at as the brightest of a slab, mm, in a window that metal does not fill.
SLAB_MM, SLAB_STEP_MM = 12.0, 1.0
METAL_WINDOW = (1300.0, 3200.0)

COLD, LOST, SEEN, HAND = "#4FA3FF", "#FF4F4F", "#FFFFFF", "#2FD0A5"

# Where the soft-tissue window is black, the lung window shows more.
DARK_HU = -400.0


def dvh_picture(found: Verification) -> Figure:
    """Planned (dashed) and delivered (solid) histograms of the targets."""
    reference = found.planned.implant.reference_gy
    doses = np.linspace(0, 3 * reference, 400)
    figure = Figure(figsize=(3.7, 2.9), layout="constrained")
    axes = figure.add_subplot()
    axes.axvline(reference, color="#888888", lw=1.0)
    axes.text(reference, 103, f"{reference:g} Gy", fontsize=6, color="#555555", ha="center")
    for i, solid in enumerate(found.targets):
        colour = palette.SERIES[i % len(palette.SERIES)]
        for dvh, dash, width in (
            (found.planned_dvhs.get(solid.name), (0, (4, 1.6)), 1.4),
            (found.evaluation.dvhs[solid.name], "-", 2.2),
        ):
            if dvh is not None:
                axes.plot(doses, 100 * dvh.curve(doses) / dvh.total_cc, color=colour, ls=dash, lw=width)
        axes.plot([], [], color=colour, lw=2.2, label=f"{solid.name}, delivered")
        axes.plot([], [], color=colour, lw=1.4, ls=(0, (4, 1.6)), label=f"{solid.name}, planned")
    axes.set(xlim=(0, doses[-1]), ylim=(0, 102), xlabel="total dose, Gy", ylabel="volume, %")
    axes.tick_params(labelsize=7)
    for label in (axes.xaxis.label, axes.yaxis.label):
        label.set_fontsize(7.5)
    axes.grid(color="#DDDDDD", lw=0.5)
    axes.spines[["top", "right"]].set_visible(False)
    legend = figure.legend(fontsize=6.5, frameon=False, loc="outside lower center", ncol=2)
    for entry in legend.get_texts():
        entry.set_parse_math(False)  # a dollar in a name is a dollar
    return figure


def cold_picture(found: Verification, solid: Solid, part: Underdosed) -> Figure:
    """Three planes through the middle of what is missing, or of the target where nothing is."""
    low, high = solid.bounds_mm()
    centre = (low + high) / 2 if not part.pieces else part.pieces[0].centroid_mm
    half = float(np.max(high - low) / 2 + AROUND_MM)
    figure = Figure(figsize=(7.4, 3.05), layout="constrained")
    planes = three_planes(found.case.ct.grid, centre, half, found.case.identity)
    for place, plane in enumerate(planes, start=1):
        _draw_cold(figure.add_subplot(1, 3, place), found, solid, plane)
    handles = [
        Line2D([], [], color=TARGET.colour, lw=2, label=solid.name),
        Line2D([], [], color=ISODOSE_STYLES[1.0].colour, lw=2, label="prescription"),
        Patch(color=COLD, alpha=0.6, label="target below the prescription"),
        Line2D([], [], color=SEED_CORE.colour, lw=2, label="seed found"),
        Line2D([], [], color=LOST, lw=0, marker="o", mfc="none", label="planned, not found"),
    ]
    legend = figure.legend(handles=handles, fontsize=6.5, frameon=False, loc="outside lower center", ncol=5)
    for entry in legend.get_texts():
        entry.set_parse_math(False)
    return figure


def _draw_cold(axes, found: Verification, solid: Solid, plane: Plane) -> None:
    _under(axes, found, plane)
    across, along, points = plane.points(DOSE_STEP_MM)
    depth = solid.signed_distance_mm(points).reshape(len(along), len(across))
    dose = found.engine.dose_gy(points, found.all_seeds).reshape(depth.shape)
    reference = found.planned.implant.reference_gy
    cold = np.where((depth > 0) & (dose < reference), 1.0, np.nan)
    axes.contourf(across, along, np.nan_to_num(cold), levels=[0.5, 1.5], colors=[COLD], alpha=0.55)
    for data, level, style in ((depth, 0.0, TARGET), (dose, reference, ISODOSE_STYLES[1.0])):
        for line in level_lines(contour_generator(across, along, data), level):
            axes.plot(*line.T, color=style.colour, lw=1.4)
    _seeds(axes, found.all_seeds, plane, found.source.capsule_length_mm, NEAR_MM)
    for i in found.matching.lost:
        place, height = plane.project(found.registration.move.points(found.planned_seeds[i].position_mm))
        if abs(height[0]) < 2 * NEAR_MM:
            axes.plot(*place[0], "o", mfc="none", mec=LOST, ms=7, mew=1.4)
    _frame(axes, plane)


def _under(axes, found: Verification, plane: Plane) -> None:
    """The CT below a picture, in the window that shows most of it."""
    values = plane.sample(found.case.ct, PIXEL_MM, -1000.0)
    level, width = LUNG_WINDOW if np.median(values) < DARK_HU else SOFT_WINDOW
    axes.imshow(
        values,
        cmap="gray",
        vmin=level - width / 2,
        vmax=level + width / 2,
        extent=(0, plane.width_mm, plane.height_mm, 0),
        interpolation="bilinear",
    )


def _seeds(axes, seeds: Sequence[Seed], plane: Plane, length_mm: float, near_mm: float) -> None:
    for line in seed_lines(seeds, plane, -1.0, near_mm, length_mm):
        axes.plot(*inside_only(line, plane).T, color="black", lw=4.2, solid_capstyle="butt")
        axes.plot(*inside_only(line, plane).T, color=SEEN, lw=2.6, solid_capstyle="butt")
        axes.plot(*inside_only(line, plane).T, color=SEED_CORE.colour, lw=SEED_CORE.width)


def _frame(axes, plane: Plane, scale_mm: float = 10.0) -> None:
    w, h = plane.width_mm, plane.height_mm
    axes.set(xlim=(0, w), ylim=(h, 0), aspect="equal")
    axes.set_axis_off()
    axes.set_title(plane.title, fontsize=6.5, pad=2)
    left, right, up, down = plane.edge_letters()
    for text, x, y in ((left, 0.03, 0.5), (right, 0.97, 0.5), (up, 0.5, 0.04), (down, 0.5, 0.96)):
        axes.text(
            x * w, y * h, text, color="white", fontsize=7, ha="center", va="center",
            path_effects=edge_effects(1.5),
        )  # fmt: skip
    axes.plot([0.05 * w, 0.05 * w + scale_mm], [0.93 * h] * 2, color="white", lw=2, solid_capstyle="butt")
    axes.text(
        0.05 * w, 0.90 * h, f"{scale_mm:g} mm", color="white", fontsize=5.5, path_effects=edge_effects(1.5)
    )


def moved_picture(found: Verification) -> Figure:
    """Where each seed was planned and where it lies, looked at from the feet and from the front."""
    move = found.registration.move
    pairs = found.matching.pairs
    planned = move.points([found.planned_seeds[p.planned].position_mm for p in pairs])
    seen = np.array([found.seen[p.found].position_mm for p in pairs])
    lost = move.points([found.planned_seeds[i].position_mm for i in found.matching.lost])
    extra = np.array([found.seen[n].position_mm for n in found.matching.extra if n not in found.far])
    figure = Figure(figsize=(7.4, 3.6), layout="constrained")
    for place, (title, i, j, sign) in enumerate(
        (("from the feet", 0, 1, -1), ("from the front", 0, 2, 1)), start=1
    ):
        axes = figure.add_subplot(1, 2, place)
        for solid in found.targets:
            outline = solid.surface_points(2.0)
            axes.plot(outline[:, i], outline[:, j], ".", color=TARGET.colour, ms=1.2, alpha=0.35)
        for a, b in zip(planned, seen, strict=True):
            axes.plot([a[i], b[i]], [a[j], b[j]], color="#777777", lw=0.9)
        axes.plot(planned[:, i], planned[:, j], "o", mfc="white", mec="#222222", ms=4.5, label="planned")
        axes.plot(seen[:, i], seen[:, j], "o", color=palette.PRESCRIPTION, ms=4.5, label="found")
        axes.plot(lost[:, i], lost[:, j], "x", color="#C00000", ms=7, mew=1.6, label="planned, not found")
        if len(extra):
            axes.plot(extra[:, i], extra[:, j], "s", color=palette.SEED, ms=4.5, label="found, not planned")
        axes.set_aspect("equal")
        if sign < 0:
            axes.invert_yaxis()
        axes.set_title(title + ", mm", fontsize=8)
        axes.set_xlabel("x (left +)", fontsize=7)
        axes.set_ylabel("y (back +)" if j == 1 else "z (head +)", fontsize=7)
        axes.tick_params(labelsize=6.5)
        axes.grid(color="#E3E3E3", lw=0.5)
        if place == 1:
            figure.legend(fontsize=7, frameon=False, loc="outside lower center", ncol=4)
    return figure


def cluster_picture(found: Verification, group: tuple[int, ...]) -> Figure:
    """One cluster: the brightest of a slab in three directions, and beside each the seeds on it."""
    places = np.array([found.seen[n].position_mm for n in group])
    centre = places.mean(axis=0)
    half = max(CLUSTER_MM, float(np.abs(places - centre).max() + 5.0))
    figure = Figure(figsize=(7.4, 1.5), layout="constrained")
    planes = three_planes(found.case.ct.grid, centre, half, found.case.identity)
    for k, plane in enumerate(planes):
        slab = _brightest(found, plane, centre)
        for drawn in (False, True):
            axes = figure.add_subplot(1, 6, 2 * k + 1 + drawn)
            level, width = METAL_WINDOW
            axes.imshow(
                slab,
                cmap="gray",
                vmin=level - width / 2,
                vmax=level + width / 2,
                extent=(0, plane.width_mm, plane.height_mm, 0),
                interpolation="nearest",
            )
            if drawn:
                _number(axes, found, group, plane)
            axes.set(xlim=(0, plane.width_mm), ylim=(plane.height_mm, 0), aspect="equal")
            axes.set_axis_off()
            axes.set_title("" if drawn else plane.title.partition(",")[0], fontsize=6, pad=1.5)
    return figure


def _number(axes, found: Verification, group: tuple[int, ...], plane: Plane) -> None:
    for place, n in enumerate(group):
        seed = found.seen[n]
        half = found.source.capsule_length_mm / 2 * np.asarray(seed.direction)
        ends, _ = plane.project(np.stack([seed.position_mm - half, seed.position_mm + half]))
        colour = HAND if seed.axis_from == "hand" else palette.SEED
        axes.plot(*ends.T, color=colour, lw=1.3)
        axes.text(
            *_beside(ends, place), str(n + 1), color=colour, fontsize=6, weight="bold",
            path_effects=edge_effects(1.5), clip_on=True,
        )  # fmt: skip


def _beside(ends: np.ndarray, place: int) -> np.ndarray:
    """Where a seed's number stands (2,): beyond one end of it, of its neighbour beyond the other."""
    along = ends[1] - ends[0]
    length = float(np.linalg.norm(along))
    step = 1.6 * along / length if length > 0.5 else np.array([1.2, -0.8])
    return ends[1] + step - [0.7, -0.5] if place % 2 == 0 else ends[0] - step - [0.7, -0.5]


def _brightest(found: Verification, plane: Plane, centre: np.ndarray) -> np.ndarray:
    """The highest HU of a slab about the plane."""
    across, along, points = plane.points(PIXEL_MM)
    grid = found.case.ct.grid
    best = np.full(len(points), -1000.0, np.float32)
    off = (centre - plane.corner_mm) @ plane.normal
    for depth in np.arange(-SLAB_MM / 2, SLAB_MM / 2 + 0.1, SLAB_STEP_MM) + off:
        index = grid.world_to_index(points + depth * plane.normal)[:, ::-1].T
        values = ndimage.map_coordinates(found.case.ct.values, index, order=1, cval=-1000, output=np.float32)
        best = np.maximum(best, values)
    return best.reshape(len(along), len(across))
