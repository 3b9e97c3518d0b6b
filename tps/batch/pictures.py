"""Pictures of the summary: histograms of the cohort, and one plane of a case."""

from dataclasses import dataclass, replace
from io import BytesIO

import numpy as np

from tps.batch.comparison import AROUND_TARGET_MM, SEED_CLEARANCE_MM
from tps.batch.find.item import Item
from tps.batch.implant import read_implant
from tps.batch.options import AS_PLANNED, RecomputeOptions
from tps.batch.run.recompute_one import assumed_implant, assumed_source, days_given
from tps.dicom.rt.rtdose_read import DoseRead
from tps.dose.engine import DoseEngine
from tps.errors import BadInput
from tps.geometry.solid import Solid
from tps.language import Catalogue, catalogue
from tps.language.figure import picture_language, translate_figure
from tps.model import Seed
from tps.render3d import palette

DPI = 110

TARGET_COLOUR, COLDEST_COLOUR = "#c2185b", "#4a148c"

# Bars of a histogram.
BINS = 20

# Pixel of a picture's dose map, mm; how far the picture reaches beyond the target.
PIXEL_MM = 0.5
MARGIN_MM = 12.0

# Part of the prescription that would be drawn black: hot spots stay grey, and the lines on them legible.
BLACK_DOSE = 8.0

# Planes of the patient by the axis perpendicular to them: name, and the axes that run across and along.
PLANES = {0: ("sagittal", 1, 2), 1: ("coronal", 0, 2), 2: ("axial", 0, 1)}
AXES = ("x, mm (to the patient's left)", "y, mm (to the back)", "z, mm (to the head)")

# The axial plane is drawn if it shows at least this part of the section that another plane shows.
AXIAL_PART = 0.6

# Seeds are drawn if they lie this near to the plane.
SEED_NEAR_MM = 5.0

# Ends of the colour scale of differences, parts of our dose: the first that holds what is shown.
DIFFERENCE_SCALES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3)


@dataclass(frozen=True)
class CasePicture:
    """A picture to draw: one target of one plan.

    Parameters
    ----------
    case, roi : str
    options : RecomputeOptions
    item : Item
    difference : float, optional
        Draw the difference from the stored dose, with colours that tell differences up to this one apart;
        None: isodoses.
    """

    case: str
    roi: str
    options: RecomputeOptions
    item: Item
    difference: float | None = None


def distribution_picture(panels, language: Catalogue | None = None) -> bytes:
    """Histograms as PNG.

    Parameters
    ----------
    panels : sequence of (str, dict of str to (n,) float)
        Label, and the values of each variant.
    language : Catalogue, optional
        Default: English.
    """
    from matplotlib.figure import Figure

    columns = min(4, len(panels))
    rows = -(-len(panels) // columns)
    figure = Figure(figsize=(2.7 * columns, 2.2 * rows), layout="constrained")
    for n, (label, series) in enumerate(panels):
        axes = figure.add_subplot(rows, columns, n + 1)
        together = np.concatenate(list(series.values()))
        low, high = float(together.min()), float(together.max())
        room = 0.0 if high > low else 0.005 * abs(low) or 0.5
        edges = np.linspace(low - room, high + room, BINS + 1)
        for variant, values in series.items():
            colour = "C0" if variant == AS_PLANNED else "C1"
            axes.hist(values, bins=edges.tolist(), alpha=0.6, color=colour, label=variant)
            axes.axvline(float(np.median(values)), color=colour, linestyle="--", linewidth=1.2)
        axes.set_xlabel(label, fontsize=8)
        if n % columns == 0:
            axes.set_ylabel("targets", fontsize=8)
        axes.tick_params(labelsize=8)
        axes.locator_params(axis="x", nbins=4)
        axes.locator_params(axis="y", integer=True)
        if len(series) > 1:
            axes.legend(fontsize=7)
    return _png(figure, language)


def draw_case(wanted: CasePicture, language: Catalogue | None = None) -> bytes:
    """One plane of a target as PNG: isodoses or differences, contour, seeds; default language: English.

    Raises
    ------
    BadInput
        If the plan can no longer be read, or nothing was stored to compare with.
    """
    from matplotlib.figure import Figure

    view = _view(wanted)
    figure = Figure(figsize=(3.6, 3.7), layout="constrained")
    axes = figure.add_subplot()
    if wanted.difference is not None and view.stored is not None:
        _draw_difference(figure, axes, view, view.stored, difference_scale(wanted.difference))
    else:
        _draw_isodoses(figure, axes, view)
    name, across, along = PLANES[view.normal]
    points, x, y = _pixels(view)
    depth = view.solid.signed_distance_mm(points).reshape(len(y), len(x))
    axes.contour(x, y, depth, levels=[0.0], colors=TARGET_COLOUR, linewidths=2.0)
    places = np.array([seed.position_mm for seed in view.seeds])
    near = places[np.abs(places[:, view.normal] - view.height_mm) <= SEED_NEAR_MM]
    axes.plot(near[:, across], near[:, along], "s", color="#222", markersize=3.5, markeredgecolor="white")
    if wanted.difference is None:
        place = view.lowest_mm[across], view.lowest_mm[along]
        axes.plot(*place, "v", color=COLDEST_COLOUR, markersize=10, markeredgecolor="white")
    axes.set_aspect("equal")
    axes.set_xlim(x[0], x[-1])
    # Seen from the feet, or with the head up.
    axes.set_ylim((y[-1], y[0]) if view.normal == 2 else (y[0], y[-1]))
    axes.set_xlabel(AXES[across], fontsize=8)
    axes.set_ylabel(AXES[along], fontsize=8)
    axes.set_title(f"{name}, {'xyz'[view.normal]} = {view.height_mm:.1f} mm", fontsize=8)
    axes.tick_params(labelsize=8)
    return _png(figure, language)


@dataclass(frozen=True, eq=False)
class _View:
    """What one picture shows."""

    engine: DoseEngine
    seeds: tuple[Seed, ...]
    prescription_gy: float
    solid: Solid
    low_mm: np.ndarray
    high_mm: np.ndarray
    lowest_mm: np.ndarray
    normal: int
    height_mm: float
    stored: DoseRead | None


def _view(wanted: CasePicture) -> _View:
    options = wanted.options
    read = read_implant(wanted.item, options)
    read.build()
    variant = options.variants[0]
    source = assumed_source(wanted.item, read.implant, variant, options)
    _, implant = assumed_implant(read.implant, variant, source, days_given(variant, read.implant.at))
    formalism = variant.formalism if implant.has_axes else "1d"
    engine, seeds = DoseEngine(source, formalism), implant.dose_seeds(formalism)
    solid = next(s for s in read.targets if s.name == wanted.roi)
    surface = solid.surface_points(1.0)
    lowest = surface[int(np.argmin(engine.dose_gy(surface, seeds)))]
    low, high = surface.min(axis=0) - MARGIN_MM, surface.max(axis=0) + MARGIN_MM
    view = _View(engine, seeds, implant.reference_gy, solid, low, high, lowest, 2, 0.0, read.dose)
    if wanted.difference is None:
        through = [replace(view, normal=axis, height_mm=float(lowest[axis])) for axis in range(3)]
        shown = [int((solid.signed_distance_mm(_pixels(plane)[0]) > 0).sum()) for plane in through]
        return through[2] if shown[2] >= AXIAL_PART * max(shown) else through[int(np.argmax(shown))]
    if read.dose is None:
        raise BadInput("no dose came with the plan")
    planes = read.dose.origin_mm + read.dose.heights_mm[:, None] * read.dose.axes[2]
    nearest = int(np.argmin(np.abs(planes[:, 2] - solid.centroid_mm[2])))
    return replace(view, height_mm=float(planes[nearest, 2]))


def _pixels(view: _View) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Points (n, 3) of the plane, and the coordinates of its columns and rows."""
    _, across, along = PLANES[view.normal]
    x, y = (np.arange(view.low_mm[a], view.high_mm[a] + PIXEL_MM, PIXEL_MM) for a in (across, along))
    points = np.full((len(y), len(x), 3), view.height_mm)
    points[..., across], points[..., along] = np.meshgrid(x, y)
    return points.reshape(-1, 3), x, y


def _draw_isodoses(figure, axes, view: _View) -> None:
    from matplotlib.lines import Line2D

    points, x, y = _pixels(view)
    dose = view.engine.dose_gy(points, view.seeds).reshape(len(y), len(x)) / view.prescription_gy
    axes.pcolormesh(x, y, dose, cmap="Greys", vmin=0.0, vmax=BLACK_DOSE, shading="nearest", rasterized=True)
    for part, colour in palette.ISODOSES_ON_WHITE.items():
        if dose.min() < part < dose.max():
            axes.contour(x, y, dose, levels=[part], colors=colour, linewidths=1.3)
    lines = [Line2D([], [], color=c, label=f"{p:.0%}") for p, c in palette.ISODOSES_ON_WHITE.items()]
    figure.legend(handles=lines, loc="outside lower center", ncols=len(lines), fontsize=7, handlelength=1.0)


def difference_scale(difference: float) -> float:
    """End of the colour scale for a difference: the first of ``DIFFERENCE_SCALES`` that holds it."""
    return next((end for end in DIFFERENCE_SCALES if end >= difference), DIFFERENCE_SCALES[-1])


def _draw_difference(figure, axes, view: _View, stored: DoseRead, scale: float) -> None:
    """Stored dose over ours at the stored voxels of one plane, as they are: nothing is interpolated."""
    heights = stored.origin_mm[2] + stored.heights_mm * stored.axes[2, 2]
    k = int(np.argmin(np.abs(heights - view.height_mm)))
    _, ny, nx = stored.values_gy.shape
    row, column = np.meshgrid(stored.pixel_mm[0] * np.arange(nx), stored.pixel_mm[1] * np.arange(ny))
    local = np.stack([row, column, np.full(row.shape, stored.heights_mm[k])], axis=-1).reshape(-1, 3)
    points = stored.origin_mm + local @ stored.axes
    relative = stored.values_gy[k].ravel() / view.engine.dose_gy(points, view.seeds) - 1.0
    hidden = view.solid.signed_distance_mm(points) < -AROUND_TARGET_MM
    for seed in view.seeds:
        hidden |= np.linalg.norm(points - seed.position_mm, axis=1) < SEED_CLEARANCE_MM
    percent = np.where(hidden, np.nan, 100.0 * relative).reshape(ny, nx)
    x, y = points[:, 0].reshape(ny, nx), points[:, 1].reshape(ny, nx)
    limit = 100.0 * scale
    shown = axes.pcolormesh(x, y, percent, cmap="RdBu_r", vmin=-limit, vmax=limit, shading="nearest")
    bar = figure.colorbar(shown, ax=axes, orientation="horizontal", shrink=0.8, pad=0.02)
    bar.set_ticks(limit * np.linspace(-1, 1, 5), labels=[f"{limit * t:g}" for t in (-1, -0.5, 0, 0.5, 1)])
    bar.set_label("stored / ours - 1, %", fontsize=8)
    bar.ax.tick_params(labelsize=8)


def _png(figure, language: Catalogue | None) -> bytes:
    translate_figure(figure, picture_language(language or catalogue()))
    stream = BytesIO()
    figure.savefig(stream, format="png", dpi=DPI, metadata={"Software": None})
    return stream.getvalue()
