"""One picture that shows what a plan is: the implant in space beside its isodoses on the CT."""

import io

import numpy as np
from matplotlib.figure import Figure
from matplotlib.image import imread

from tps.render3d import RenderJob
from tps.report.content import Content
from tps.report.layers import layers_on
from tps.report.picture_file import to_png
from tps.report.planes import three_planes
from tps.report.report import start_scene
from tps.report.slices import BEYOND_TARGET_MM, LEAST_HALF_MM, draw_plane, legend_handles

DPI = 150


def hero_picture(result, scene: RenderJob | None = None) -> bytes:
    """The picture as the bytes of a PNG file; the isodoses alone where no 3D picture can be made.

    Parameters
    ----------
    result : PlanResult
        See ``Content.of``.
    scene : RenderJob, optional
        From ``start_scene``.
    """
    content = Content.of(result)
    with scene or start_scene(result) as job:
        drawn = job.collect()
    figure = Figure(figsize=(11.0, 5.0) if drawn.png else (5.0, 5.0))
    width = 0.425 if drawn.png else 0.97
    if drawn.png:
        space = figure.add_axes((0.0, 0.0, 0.565, 1.0))
        space.imshow(_cropped(imread(io.BytesIO(drawn.png)), 0.565 * 11.0 / 5.0))
        space.set_axis_off()
    solid = content.targets[0]
    low, high = solid.structure.bounds_mm()
    half = max(LEAST_HALF_MM, float(np.max(high - low)) / 2 + BEYOND_TARGET_MM)
    case = content.case
    plane = three_planes(case.ct.grid, (low + high) / 2, half, case.identity)[0]
    axes = figure.add_axes((1 - width - 0.005, 0.125, width, 0.825))
    draw_plane(axes, content, plane, layers_on(content, plane))
    figure.legend(
        handles=legend_handles(content)[:6],
        loc="lower center",
        bbox_to_anchor=(1 - width / 2 - 0.005, 0.01),
        ncol=3,
        fontsize=8,
        facecolor="#5A5A5A",
        edgecolor="none",
        labelcolor="white",
    )
    return to_png(figure, DPI)


def _cropped(picture: np.ndarray, aspect: float) -> np.ndarray:
    """The middle of a picture, cut to width / height = ``aspect``."""
    height, width = picture.shape[:2]
    keep_w, keep_h = min(width, round(height * aspect)), min(height, round(width / aspect))
    top, left = (height - keep_h) // 2, (width - keep_w) // 2
    return picture[top : top + keep_h, left : left + keep_w]
