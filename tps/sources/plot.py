"""A picture of a seed model's published functions."""

from pathlib import Path

import numpy as np

from tps.formats.owned import check_replaceable
from tps.formats.whole_file import written_whole
from tps.model import SourceModel

# By this text in a picture it is known to be one of ours.
SOFTWARE = "seedwright"


def is_own_picture(path: Path) -> bool:
    """True for a PNG that ``plot_source`` drew."""
    with open(path, "rb") as stream:
        return b"Software\0" + SOFTWARE.encode() in stream.read(1_000)


def plot_source(source: SourceModel, path: Path) -> None:
    """Draw g_L, F and phi_an into a PNG; one of the same kind that is there is replaced.

    Raises
    ------
    OutputRefused
        If another file is there, or it cannot be written.
    """
    from matplotlib import colormaps
    from matplotlib.figure import Figure

    check_replaceable(path, is_own_picture, "a picture of this command")

    figure = Figure(figsize=(12, 4.2), layout="constrained")
    radial, polar, mean = figure.subplots(1, 3)
    radial.semilogy(source.g_r_mm, source.g_l, "o-", ms=4)
    radial.set(title="Radial dose function $g_L$", xlabel="distance r [mm]", ylabel="$g_L(r)$")
    # Dark to light with distance; the lightest yellow would not be seen on white.
    colours = colormaps["viridis"](np.linspace(0.0, 0.92, len(source.f_r_mm)))
    for r, f, colour in zip(source.f_r_mm, source.f.T, colours, strict=True):
        polar.plot(source.f_theta_deg, f, "o-", ms=3, color=colour, label=f"{r:g}")
    polar.set(title="Anisotropy function F", xlabel="polar angle [degrees]", ylabel=r"$F(r,\theta)$")
    polar.legend(title="r [mm]", fontsize=8, title_fontsize=8, ncols=2)
    mean.plot(source.phi_r_mm, source.phi_an, "o-", ms=4)
    origin = "published" if source.phi_is_published else "computed from F"
    mean.set(title=f"1D anisotropy, {origin}", xlabel="distance r [mm]", ylabel=r"$\phi_{an}(r)$")
    for axes in (radial, polar, mean):
        axes.grid(alpha=0.3)
    mark = f": {source.standing.upper()}" if source.standing else ""
    figure.suptitle(f"{source.name}: {source.model}, level {source.level}{mark}")
    with written_whole(path) as part:
        figure.savefig(part, dpi=120, format="png", metadata={"Software": SOFTWARE})
