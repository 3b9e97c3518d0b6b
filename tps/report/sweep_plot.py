"""The picture of a choice between seed strengths: what each would give."""

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from tps.render3d import palette
from tps.report.content import Content

# Panels: heading, and lines of (key of a row, name, factor).
PANELS = (
    ("needles", (("needles", "", 1.0),)),
    ("seeds", (("seeds", "", 1.0),)),
    ("part of the target, %", (("v150", "V150", 100.0), ("v200", "V200", 100.0))),
    ("activity of all seeds, mCi", (("total_activity_mci", "", 1.0),)),
)


def sweep_figure(content: Content) -> Figure:
    """Needles, seeds, hot volume, total activity against the activity of a seed; what was taken is ringed."""
    rows = sorted(content.sweep, key=lambda r: r["activity_mci"])
    figure = Figure(figsize=(7.4, 2.0), layout="constrained")
    for axes, (heading, lines) in zip(figure.subplots(1, len(PANELS)), PANELS, strict=True):
        for i, (key, name, factor) in enumerate(lines):
            colour = palette.SERIES[i]
            x, y = [r["activity_mci"] for r in rows], [factor * r[key] for r in rows]
            axes.plot(x, y, color=colour, lw=1.3, ls="-" if i == 0 else "--", label=name)
            for met, face in ((True, colour), (False, "white")):
                mine = [j for j, r in enumerate(rows) if r["met"] == met]
                axes.plot(
                    [x[j] for j in mine], [y[j] for j in mine], "o", ms=4.5, color=colour, mfc=face, zorder=3
                )
            for j, row in enumerate(rows):
                if row.get("taken"):
                    axes.plot(x[j], y[j], "o", ms=11, mfc="none", color="#222222", mew=1.2)
            if name:
                axes.annotate(
                    name, (x[0], y[0]), xytext=(3, 5), textcoords="offset points", fontsize=6, color=colour
                )
        axes.set_title(heading, fontsize=7)
        axes.set_xlabel("mCi per seed", fontsize=6.5)
        axes.tick_params(labelsize=6.5)
        highest = max(factor * r[key] for key, _, factor in lines for r in rows)
        axes.set_ylim(0, 1.2 * max(highest, 1.0))
        axes.margins(x=0.12)
        axes.yaxis.set_major_locator(MaxNLocator(5, integer=heading in ("needles", "seeds")))
        axes.grid(color="#DDDDDD", lw=0.5)
        axes.spines[["top", "right"]].set_visible(False)
    return figure
