"""Pictures of several plans in one: their DVHs over each other, their isodoses on the same slices."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from contourpy import contour_generator
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D

from tps.evaluate.metrics import hottest_part_gy
from tps.export.compared_plan import ComparedPlan
from tps.geometry.tracing import level_lines
from tps.language.fonts import families
from tps.model import Case, Grid, Structure
from tps.model.case import CaseIdentity
from tps.render3d import palette
from tps.report.layers import ContourStack, inside_only, needle_parts, seed_lines
from tps.report.planes import Plane, slice_plane
from tps.report.style import ISODOSE_STYLES, ORGAN, SOFT_WINDOW, TARGET

# How the plans are told apart, in their order; further ones begin again.
DASHES = ("-", (0, (4, 1.6)), (0, (1.2, 1.3)), (0, (5, 1.5, 1.2, 1.5)))
ISODOSE_WIDTH = 1.3
SEED_COLOURS = ("#FFFFFF", "#D00000", "#2FD0A5", "#8F6BFF")

# Seeds of a further plan are drawn narrower, over those before: where they coincide both are seen.
SEED_WIDTHS = (4.2, 2.4, 1.3, 0.8)

# Fractions of the prescription whose isodoses are drawn; those of the slice pages, in their colours.
LEVELS = (0.5, 1.0, 1.5)

# Slices of each target, and how much around it is shown, mm.
SLICES = 6
AROUND_MM = 18.0

# The dose axis ends here, in units of the highest prescription.
LAST_DOSE = 3.0
MOST_ORGANS = 6
SHOWN_FROM_GY = 1.0

PIXEL_MM, DOSE_STEP_MM = 0.5, 0.8


def dash_of(k: int):
    """Line style of the k-th plan."""
    return DASHES[k % len(DASHES)]


def dvh_picture(plans: Sequence[ComparedPlan]) -> Figure:
    """The DVHs of all plans: a colour a region, a line style a plan."""
    reference = max(plan.plan.prescription.dose_gy for plan in plans)
    doses = np.linspace(0, LAST_DOSE * reference, 500)
    figure = Figure(figsize=(7.4, 4.0), layout="constrained")
    axes = figure.add_subplot()
    for dose in sorted({plan.plan.prescription.dose_gy for plan in plans}):
        axes.axvline(dose, color="#888888", lw=1.0)
        axes.annotate(
            f"{dose:g} Gy",
            (dose, 1.0),
            xycoords=("data", "axes fraction"),
            xytext=(0, 2),
            textcoords="offset points",
            fontsize=7,
            ha="center",
            color="#555555",
        )
    regions = shown_regions(plans)
    targets = {name for plan in plans for name in plan.plan.targets}
    for i, name in enumerate(regions):
        for k, plan in enumerate(plans):
            if name in plan.curves:
                axes.plot(
                    doses,
                    100 * plan.curves[name].at(doses),
                    color=palette.SERIES[i % len(palette.SERIES)],
                    ls=dash_of(k),
                    lw=2.2 if name in targets else 1.3,
                )
    axes.set(
        xlim=(0, doses[-1]),
        ylim=(0, 102),
        xlabel="total dose, Gy",
        ylabel="volume with at least this dose, %",
    )
    axes.tick_params(labelsize=8)
    axes.grid(color="#DDDDDD", lw=0.5)
    axes.spines[["top", "right"]].set_visible(False)
    handles = [
        Line2D([], [], color=palette.SERIES[i % len(palette.SERIES)], lw=2, label=name)
        for i, name in enumerate(regions)
    ]
    handles += [
        Line2D([], [], color="#222222", ls=dash_of(k), lw=1.6, label=p.name) for k, p in enumerate(plans)
    ]
    _legend(figure, handles, "outside right upper", 1)
    return figure


def shown_regions(plans: Sequence[ComparedPlan]) -> list[str]:
    """Targets, then the organs that get most in any of the plans."""
    targets = list(dict.fromkeys(name for plan in plans for name in plan.plan.targets))
    hottest: dict[str, float] = {}
    for plan in plans:
        for name, figures in plan.file.metrics.items():
            # Of the skin only a part is looked at: it has no volume to be a percentage of.
            if "d2cc_gy" in figures and "d10cc_gy" not in figures and name in plan.curves:
                known = {key: float("nan") if v is None else v for key, v in figures.items()}
                hottest[name] = max(hottest.get(name, 0.0), hottest_part_gy(known))
    organs = sorted((n for n in hottest if hottest[n] >= SHOWN_FROM_GY), key=lambda n: -hottest[n])
    return targets + organs[:MOST_ORGANS]


def isodose_picture(plans: Sequence[ComparedPlan], target: str, case: Case | None) -> Figure:
    """Isodoses, seeds and needles of all plans on slices through a target.

    Parameters
    ----------
    plans : sequence of ComparedPlan
    target : str
        Of the first plan that has it.
    case : Case, optional
        The scan; without it the slices are those of the dose, and no image lies below.
    """
    grid, identity = _grid(plans, case)
    structure = next(plan.structures[target] for plan in plans if target in plan.structures)
    planes = _planes(structure, grid, identity)
    across = 3 if len(planes) > 2 else len(planes)
    down = -(-len(planes) // across)
    ratio = planes[0].height_mm / planes[0].width_mm
    width = 7.4
    figure = Figure(
        figsize=(width, down * (0.96 * width / across * ratio + 0.2) + 0.45), layout="constrained"
    )
    for place, plane in enumerate(planes, start=1):
        axes = figure.add_subplot(down, across, place)
        _draw(axes, plane, plans, target, case)
    handles = [
        Line2D([], [], color=ISODOSE_STYLES[level].colour, lw=2, label=f"{level:.0%}") for level in LEVELS
    ]
    handles += [
        Line2D(
            [],
            [],
            color="#222222",
            ls=dash_of(k),
            lw=1.6,
            label=p.name,
            marker="s",
            markersize=6,
            markerfacecolor=SEED_COLOURS[k % len(SEED_COLOURS)],
            markeredgewidth=0.8,
        )
        for k, p in enumerate(plans)
    ]
    handles.append(Line2D([], [], color=TARGET.colour, lw=2, label=target))
    _legend(figure, handles, "outside lower center", min(len(handles), 6))
    return figure


def _grid(plans: Sequence[ComparedPlan], case: Case | None) -> tuple[Grid, CaseIdentity]:
    if case is not None:
        return case.ct.grid, case.identity
    return next(plan.dose for plan in plans if plan.dose is not None).volume().grid, CaseIdentity()


def _planes(structure: Structure, grid: Grid, identity: CaseIdentity) -> list[Plane]:
    """Slices spread over a target, upper ones first."""
    low, high = structure.bounds_mm()
    points = np.concatenate([c.points_mm for c in structure.contours])
    heights = grid.world_to_index(points)[:, 2]
    first, last = np.clip(
        [np.ceil(heights.min() - 1e-6), np.floor(heights.max() + 1e-6)], 0, grid.shape[0] - 1
    )
    last = max(first, last)
    numbers = np.unique(np.round(np.linspace(first, last, SLICES)).astype(int))
    if grid.axes[2, 2] > 0:
        numbers = numbers[::-1]
    return [slice_plane(grid, int(k), low - AROUND_MM, high + AROUND_MM, identity) for k in numbers]


def _draw(axes, plane: Plane, plans: Sequence[ComparedPlan], target: str, case: Case | None) -> None:
    width, height = plane.width_mm, plane.height_mm
    if case is not None:
        level, window = SOFT_WINDOW
        image = plane.sample(case.ct, PIXEL_MM, -1000.0)
        axes.imshow(
            image,
            cmap="gray",
            vmin=level - window / 2,
            vmax=level + window / 2,
            extent=(0, width, height, 0),
            interpolation="bilinear",
        )
    axes.set_facecolor("#3A3A3A")
    first = plans[0]
    for name, structure in first.structures.items():
        style = TARGET if name == target else ORGAN
        if name == target or structure.origin == "contoured":
            stack = ContourStack.of(structure, plane.normal)
            for line in stack.on(plane):
                shown = inside_only(line, plane)
                axes.plot(*shown.T, color=style.colour, lw=style.width * 0.8, ls=style.dash, alpha=0.9)
    grid_across, grid_along, points = plane.points(DOSE_STEP_MM)
    for k, plan in enumerate(plans):
        if plan.dose is not None:
            dose = np.nan_to_num(plan.dose.dose_at(points)).reshape(len(grid_along), len(grid_across))
            generator = contour_generator(grid_across, grid_along, dose)
            for fraction in LEVELS:
                for line in level_lines(generator, fraction * plan.plan.prescription.dose_gy):
                    axes.plot(
                        *line.T,
                        color=ISODOSE_STYLES[fraction].colour,
                        ls=dash_of(k),
                        lw=ISODOSE_WIDTH,
                    )
        colour = SEED_COLOURS[k % len(SEED_COLOURS)]
        near, _ = needle_parts(plan.plan.needles, plane, 2.5)
        for _, line in near:
            axes.plot(*inside_only(line, plane).T, color=colour, lw=0.7, ls=dash_of(k), alpha=0.9)
        for line in seed_lines(plan.plan.seeds, plane, -1.0, 2.5, plan.seed_mm):
            axes.plot(
                *inside_only(line, plane).T,
                color=colour,
                lw=SEED_WIDTHS[k % len(SEED_WIDTHS)],
                solid_capstyle="butt",
            )
    axes.set(xlim=(0, width), ylim=(height, 0), xticks=[], yticks=[], aspect="equal")
    axes.set_title(plane.title, fontsize=6.5, pad=2)
    left, right, upper, lower = plane.edge_letters()
    for text, x, y in ((left, 0.02, 0.5), (right, 0.98, 0.5), (upper, 0.5, 0.97), (lower, 0.5, 0.03)):
        axes.text(x, y, text, transform=axes.transAxes, color="white", fontsize=6, ha="center", va="center")


def _legend(
    figure: Figure,
    handles: list,
    where: Literal["outside right upper", "outside lower center"],
    columns: int,
) -> None:
    names = [handle.get_label() for handle in handles]
    font = FontProperties(family=families(names)[0], size=7)
    legend = figure.legend(
        handles=handles, prop=font, frameon=False, loc=where, ncol=columns, handlelength=3.2
    )
    for entry in legend.get_texts():
        entry.set_parse_math(False)  # a dollar in a name is a dollar
