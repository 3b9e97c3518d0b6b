"""Slice pictures: a CT plane with everything that lies on it; three of them through each target."""

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patheffects import Normal, Stroke

from tps.render3d.palette import ISODOSES
from tps.report import style
from tps.report.content import Content
from tps.report.layers import Layers, inside_only, layers_on
from tps.report.planes import Plane, three_planes

# The three planes reach this far beyond the target, but never show less than LEAST_HALF_MM either side.
BEYOND_TARGET_MM = 28.0
LEAST_HALF_MM = 45.0
CT_STEP_MM = 0.5

# Numbers of needles keep this share of the picture's size away from its edges.
EDGE_SHARE = 0.04

# What no needle reaches is marked by crosses: its samples this near to the plane.
NEAR_UNREACHED_MM = 1.5
UNREACHED = "#FF3030"


def target_figure(content: Content, solid) -> Figure:
    """Axial, coronal and sagittal plane through a target, with a legend."""
    low, high = solid.structure.bounds_mm()
    half = max(LEAST_HALF_MM, float(np.max(high - low)) / 2 + BEYOND_TARGET_MM)
    planes = three_planes(content.case.ct.grid, (low + high) / 2, half, content.case.identity)
    figure = Figure(figsize=(7.4, 3.0))
    for i, plane in enumerate(planes):
        axes = figure.add_axes((0.004 + i * 0.333, 0.15, 0.326, 0.80))
        draw_plane(axes, content, plane, layers_on(content, plane))
        _mark_unreached(axes, content, plane)
    figure.legend(
        handles=legend_handles(content),
        loc="lower center",
        ncol=6,
        fontsize=6.6,
        frameon=True,
        facecolor="#5A5A5A",
        edgecolor="none",
        labelcolor="white",
        bbox_to_anchor=(0.5, 0.005),
        handlelength=2.4,
        columnspacing=1.1,
    )
    return figure


def draw_plane(
    axes,
    content: Content,
    plane: Plane,
    layers: Layers,
    window: tuple[float, float] = style.SOFT_WINDOW,
) -> None:
    """CT and lines of one plane, with its title, orientation letters and a scale.

    ``window`` is level and width, HU.

    Parameters
    ----------
    axes : matplotlib Axes
    content : Content
    plane : Plane
    layers : Layers
        Of this plane.
    window : pair of float
        Level and width, HU.
    """
    level, width = window
    low, high = level - width / 2, level + width / 2
    values = plane.sample(content.case.ct, CT_STEP_MM, outside=-1000.0)
    extent = (0, plane.width_mm, plane.height_mm, 0)
    axes.imshow(values, cmap="gray", vmin=low, vmax=high, extent=extent, interpolation="bilinear")
    draw_layers(axes, [(layers, plane, np.zeros(2))])
    _number_needles(axes, layers, plane)
    axes.set_xlim(0, plane.width_mm)
    axes.set_ylim(plane.height_mm, 0)
    axes.set_axis_off()
    axes.set_title(plane.title, fontsize=8, pad=3)
    left, right, up, down = plane.edge_letters()
    w, h = plane.width_mm, plane.height_mm
    for text, x, y in ((left, 0.025, 0.5), (right, 0.975, 0.5), (up, 0.5, 0.03), (down, 0.5, 0.97)):
        axes.text(
            x * w,
            y * h,
            text,
            color="white",
            fontsize=8,
            ha="center",
            va="center",
            path_effects=edge_effects(2),
        )
    axes.plot([0.04 * w, 0.04 * w + 20], [0.95 * h] * 2, color="white", lw=2.5, solid_capstyle="butt")
    axes.text(
        0.04 * w + 10,
        0.93 * h,
        "20 mm",
        color="white",
        fontsize=6,
        ha="center",
        path_effects=edge_effects(1.5),
    )


def draw_layers(axes, placed: list[tuple[Layers, Plane, np.ndarray]], thin: float = 1.0) -> None:
    """Lines of one or many planes, each shifted by its own offset, as few artists as there are styles."""

    def lines(pick):
        return [inside_only(line, plane) + shift for layer, plane, shift in placed for line in pick(layer)]

    def named(field):
        return lines(lambda layer: [line for _, line in getattr(layer, field)])

    _add(axes, named("derived"), style.DERIVED, thin)
    _add(axes, named("organs"), style.ORGAN, thin)
    for fraction in ISODOSES:
        _add(axes, lines(lambda layer, f=fraction: layer.isodoses[f]), style.ISODOSE_STYLES[fraction], thin)
    _add(axes, named("targets"), style.TARGET, thin)
    _add(axes, named("needles_far"), style.NEEDLE_FAR, thin)
    _add(axes, named("needles_near"), style.NEEDLE_NEAR, thin)
    _add(axes, lines(lambda layer: layer.seeds_far), style.SEED_FAR, thin)
    near = lines(lambda layer: layer.seeds_near)
    _add(axes, near, style.SEED_NEAR, thin)
    _add(axes, near, style.SEED_CORE, thin)


def legend_handles(content: Content) -> list[Line2D]:
    """Isodoses in Gy, regions, needles, seeds."""
    reference = content.plan.prescription.dose_gy
    handles = [
        _handle(style.ISODOSE_STYLES[f], f"{100 * f:g} % = {f * reference:g} Gy") for f in reversed(ISODOSES)
    ]
    handles.append(_handle(style.TARGET, "target"))
    if content.organs:
        handles.append(_handle(style.ORGAN, "organ"))
    if content.derived:
        handles.append(_handle(style.DERIVED, "derived from the CT"))
    handles.append(_handle(style.NEEDLE_NEAR, "needle within 3 mm"))
    handles.append(_handle(style.NEEDLE_FAR, "needle, projected"))
    handles.append(_handle(style.SEED_CORE, "seed within 3 mm"))
    if content.unreachable:
        handles.append(Line2D([], [], ls="", marker="x", ms=3.5, color=UNREACHED, label="no needle reaches"))
    return handles


def _handle(line: style.LineStyle, label: str) -> Line2D:
    return Line2D([], [], color=line.colour, lw=max(line.width, 1.2), ls=line.dash, label=label)


def _add(axes, lines: list[np.ndarray], line: style.LineStyle, thin: float) -> None:
    if not lines:
        return
    effects = [Stroke(linewidth=line.width * thin + 1.1, foreground="black", alpha=0.65), Normal()]
    axes.add_collection(
        LineCollection(
            lines,
            colors=line.colour,
            linewidths=line.width * thin,
            linestyles=[line.dash],
            alpha=line.alpha,
            path_effects=effects if line.edge else None,
        ),
        autolim=False,
    )


def _mark_unreached(axes, content: Content, plane: Plane) -> None:
    """A cross at every sample of the targets near the plane that no needle reaches."""
    for part in content.unreachable:
        at, height = plane.project(part.points_mm)
        near = (np.abs(height) < NEAR_UNREACHED_MM) & np.all(
            (at > 0) & (at < (plane.width_mm, plane.height_mm)), axis=1
        )
        axes.plot(at[near, 0], at[near, 1], "x", ms=2.2, mew=0.7, color=UNREACHED)


def edge_effects(width: float) -> list:
    """Effects that give white letters and lines a dark edge of some points' width."""
    return [Stroke(linewidth=width, foreground="black"), Normal()]


def _number_needles(axes, layers: Layers, plane: Plane) -> None:
    """The needle's number at the outer end of its nearest part."""
    for number, line in layers.needles_near:
        shown = inside_only(line, plane)
        shown = shown[~np.isnan(shown[:, 0])]
        if len(shown):
            size = np.array([plane.width_mm, plane.height_mm])
            axes.annotate(
                str(number),
                np.clip(shown[0], EDGE_SHARE * size, (1 - EDGE_SHARE) * size),
                xytext=(0, -5),
                textcoords="offset points",
                color="white",
                fontsize=7,
                ha="center",
                path_effects=edge_effects(1.6),
                annotation_clip=True,
            )
