"""Pictures of the summary: histograms of the cohort, and one plane of a case."""

from dataclasses import dataclass
from io import BytesIO

import numpy as np

from tps.batch.comparison import AROUND_TARGET_MM, SEED_CLEARANCE_MM
from tps.batch.implant import read_implant
from tps.batch.item import Item
from tps.batch.options import RecomputeOptions
from tps.batch.work import assumed_plan, assumed_source, days_given
from tps.dose.engine import DoseEngine
from tps.errors import BadInput

DPI = 110

# Isodoses drawn, as parts of the prescription, with their colours (distinct in grey, too).
ISODOSES = {0.5: "#3f6fb5", 0.9: "#2a9d8f", 1.0: "#1b1b1b", 1.5: "#e07b00", 2.0: "#b3261e"}

# Pixel of a picture's dose map, mm; how far the picture reaches beyond the target.
PIXEL_MM = 1.0
MARGIN_MM = 12.0

# Seeds are drawn if they lie this near to the plane.
SEED_NEAR_MM = 5.0

# Colour scale of differences, as a part of our dose.
DIFFERENCE_SCALE = 0.1


@dataclass(frozen=True)
class CasePicture:
    """A picture to draw: one target of one plan."""

    case: str
    roi: str
    options: RecomputeOptions
    difference: bool
    item: Item


def distribution_picture(panels) -> bytes:
    """Histograms as PNG.

    Parameters
    ----------
    panels : sequence of (str, dict of str to (n,) float)
        Label, and the values of each variant.
    """
    from matplotlib.figure import Figure

    columns = min(3, len(panels))
    rows = -(-len(panels) // columns)
    figure = Figure(figsize=(3.6 * columns, 2.5 * rows), layout="constrained")
    for n, (label, series) in enumerate(panels):
        axes = figure.add_subplot(rows, columns, n + 1)
        together = np.concatenate(list(series.values()))
        low, high = float(together.min()), float(together.max())
        edges = np.linspace(low, high, 21) if high > low else np.array([low - 0.5, low + 0.5])
        for k, (variant, values) in enumerate(series.items()):
            colour = f"C{k}"
            axes.hist(values, bins=edges, alpha=0.6, color=colour, label=variant)
            axes.axvline(float(np.median(values)), color=colour, linestyle="--", linewidth=1.2)
        axes.set_xlabel(label, fontsize=8)
        axes.set_ylabel("targets", fontsize=8)
        axes.tick_params(labelsize=8)
        axes.yaxis.get_major_locator().set_params(integer=True)
        if len(series) > 1:
            axes.legend(fontsize=7)
    return _png(figure)


def draw_case(wanted: CasePicture) -> bytes:
    """One axial plane of a target as PNG: isodoses or differences, contour, seeds.

    Raises
    ------
    BadInput
        If the plan can no longer be read, or nothing was stored to compare with.
    """
    from matplotlib.figure import Figure

    options = wanted.options
    implant = read_implant(wanted.item, options)
    implant.build()
    variant = options.variants[0]
    source = assumed_source(wanted.item, implant.plan, variant, options)
    days = days_given(variant, implant.implanted)
    _, plan = assumed_plan(implant.plan, variant, source, days)
    engine = DoseEngine(source, variant.formalism)
    solid = next(s for s in implant.targets if s.name == wanted.roi)
    surface = solid.surface_points(1.0)
    lowest = surface[int(np.argmin(engine.dose_gy(surface, plan.seeds)))]
    low, high = surface.min(axis=0) - MARGIN_MM, surface.max(axis=0) + MARGIN_MM
    x = np.arange(low[0], high[0] + PIXEL_MM, PIXEL_MM)
    y = np.arange(low[1], high[1] + PIXEL_MM, PIXEL_MM)
    points = np.stack([*np.meshgrid(x, y), np.full((len(y), len(x)), lowest[2])], axis=-1).reshape(-1, 3)
    dose = engine.dose_gy(points, plan.seeds).reshape(len(y), len(x))
    depth = solid.signed_distance_mm(points).reshape(len(y), len(x))
    prescription_gy = plan.prescription.dose_gy

    figure = Figure(figsize=(3.6, 3.4), layout="constrained")
    axes = figure.add_subplot()
    if wanted.difference:
        _draw_difference(figure, axes, x, y, points, dose, depth, implant, plan)
    else:
        _draw_isodoses(axes, x, y, dose, prescription_gy)
    axes.contour(x, y, depth, levels=[0.0], colors="#c2185b", linewidths=2.0)
    near = [s.position_mm for s in plan.seeds if abs(s.position_mm[2] - lowest[2]) <= SEED_NEAR_MM]
    if near:
        axes.plot(*np.array(near)[:, :2].T, "s", color="#555", markersize=3.5)
    if not wanted.difference:
        axes.plot(lowest[0], lowest[1], "v", color="#c2185b", markersize=7, markeredgecolor="white")
    axes.set_aspect("equal")
    axes.invert_yaxis()
    axes.set_xlabel("x, mm (to the patient's left)", fontsize=8)
    axes.set_ylabel("y, mm (to the back)", fontsize=8)
    axes.set_title(f"z = {lowest[2]:.1f} mm", fontsize=8)
    axes.tick_params(labelsize=8)
    return _png(figure)


def _draw_isodoses(axes, x, y, dose, prescription_gy: float) -> None:
    levels = [part * prescription_gy for part in ISODOSES]
    inside = [level for level in levels if dose.min() < level < dose.max()]
    axes.contourf(
        x, y, dose / prescription_gy, levels=[0, 0.5, 0.9, 1.0, 1.5, 2.0, 1e9], cmap="Greys", alpha=0.45
    )
    if inside:
        colours = [c for c, level in zip(ISODOSES.values(), levels, strict=True) if level in inside]
        drawn = axes.contour(x, y, dose, levels=inside, colors=colours, linewidths=1.3)
        axes.clabel(drawn, fmt=lambda level: f"{level:.0f}", fontsize=7)


def _draw_difference(figure, axes, x, y, points, dose, depth, implant, plan) -> None:
    if implant.dose is None:
        raise BadInput("no dose came with the plan")
    relative = implant.dose.dose_at(points).reshape(dose.shape) / dose - 1.0
    hidden = depth < -AROUND_TARGET_MM
    for seed in plan.seeds:
        hidden |= (np.linalg.norm(points - seed.position_mm, axis=1) < SEED_CLEARANCE_MM).reshape(dose.shape)
    relative[hidden] = np.nan
    shown = axes.pcolormesh(
        x,
        y,
        100 * relative,
        cmap="RdBu_r",
        vmin=-100 * DIFFERENCE_SCALE,
        vmax=100 * DIFFERENCE_SCALE,
        shading="nearest",
    )
    bar = figure.colorbar(shown, ax=axes, shrink=0.8)
    bar.set_label("stored / ours - 1, %", fontsize=8)
    bar.ax.tick_params(labelsize=8)


def _png(figure) -> bytes:
    stream = BytesIO()
    figure.savefig(stream, format="png", dpi=DPI, metadata={"Software": None})
    return stream.getvalue()
