"""The DVH plot."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from tps.evaluate.metrics import hottest_part_gy
from tps.language.fonts import INSTALL, families
from tps.render3d import palette
from tps.report.content import Content

# The dose axis ends here, in units of the prescription: beyond lies only what touches the seeds.
LAST_DOSE = 3.0

# At most this many organs, those with the highest D2cc, and none below this D0.1cc.
MOST_ORGANS = 7
SHOWN_FROM_GY = 1.0

# Before a name in the legend: matplotlib leaves out those that begin with an underscore.
UNHIDE = "\N{HAIR SPACE}"

DASHES = ("-", (0, (5, 1.5)), (0, (2, 1.2)), (0, (6, 1.5, 1.5, 1.5)))


def dvh_figure(content: Content) -> Figure:
    """Volume in percent against dose in Gy; targets thick, organs thin, prescription levels marked."""
    reference = content.plan.prescription.dose_gy
    doses = np.linspace(0, LAST_DOSE * reference, 400)
    figure = Figure(figsize=(3.7, 3.1), layout="constrained")
    axes = figure.add_subplot()
    for factor, name in ((1.0, "Rx"), (1.5, "150 %"), (2.0, "200 %")):
        axes.axvline(
            factor * reference, color="#888888", lw=1.2 if factor == 1 else 0.7, ls=":" if factor > 1 else "-"
        )
        axes.annotate(
            name,
            (factor * reference, 1.0),
            xycoords=("data", "axes fraction"),
            xytext=(0, 2),
            textcoords="offset points",
            fontsize=6,
            color="#555555",
            ha="center",
        )
    names = picture_names(content)
    for i, name in enumerate(shown_regions(content)):
        dvh = content.evaluation.dvhs[name]
        target = "ci" in content.evaluation.metrics[name]
        axes.plot(
            doses,
            100 * dvh.curve(doses) / dvh.total_cc,
            color=palette.SERIES[i % len(palette.SERIES)],
            ls=DASHES[(i // len(palette.SERIES) + (0 if target else 1 + i % 3)) % len(DASHES)],
            lw=2.4 if target else 1.3,
            label=f"{names[name]} ({dvh.total_cc:.1f} cm\N{SUPERSCRIPT THREE})",
        )
    axes.set(
        xlim=(0, doses[-1]),
        ylim=(0, 102),
        xlabel="total dose, Gy",
        ylabel="volume with at least this dose, %",
    )
    axes.tick_params(labelsize=7)
    for label in (axes.xaxis.label, axes.yaxis.label):
        label.set_fontsize(7.5)
    axes.grid(color="#DDDDDD", lw=0.5)
    axes.spines[["top", "right"]].set_visible(False)
    font = FontProperties(family=families(names.values())[0], size=6.5)
    legend = figure.legend(prop=font, frameon=False, loc="outside lower center", ncol=2)
    for entry in legend.get_texts():
        entry.set_parse_math(False)  # a dollar in a name is a dollar
    return figure


def picture_names(content: Content) -> dict[str, str]:
    """What each region is called in pictures: its name, or its number where no font has its letters."""
    numbers = {s.name: s.structure.number for s in (*content.targets, *content.organs)}
    names = {}
    for k, name in enumerate(content.evaluation.metrics, start=1):
        readable = not families([name])[1]
        hidden = UNHIDE if name.startswith("_") else ""
        names[name] = hidden + name if readable else f"ROI {numbers.get(name) or k}"
    return names


def font_notes(content: Content) -> tuple[str, ...]:
    """A sentence about regions that pictures call by their numbers, where there are some."""
    shown = picture_names(content).items()
    called = [f"{short} is {name}" for name, short in shown if short.lstrip(UNHIDE) != name]
    if not called:
        return ()
    return (
        f"no font on this machine has the letters of some names; in pictures {', '.join(called)}: {INSTALL}",
    )


def shown_regions(content: Content) -> list[str]:
    """Targets, then the organs that get most."""
    metrics = content.evaluation.metrics
    # Of the skin only a part is looked at: it has no volume to be a percentage of.
    organs = [n for n, m in metrics.items() if "d2cc_gy" in m and "d10cc_gy" not in m]
    organs = [n for n in organs if hottest_part_gy(metrics[n]) >= SHOWN_FROM_GY]
    organs.sort(key=lambda n: -hottest_part_gy(metrics[n]))
    return [n for n in metrics if "ci" in metrics[n]] + organs[:MOST_ORGANS]
