"""Line styles of the slice pictures: every colour backed by a dash pattern, a width or a label."""

from dataclasses import dataclass

from tps.render3d import palette

# Level and width of the windows, HU.
SOFT_WINDOW = (40.0, 400.0)
LUNG_WINDOW = (-500.0, 1500.0)


@dataclass(frozen=True)
class LineStyle:
    """Colour, width in points, dash pattern, opacity, and whether a dark edge makes it stand out."""

    colour: str
    width: float
    dash: str | tuple = "-"
    alpha: float = 1.0
    edge: bool = False


# Width and dash of each isodose, from the coldest to the hottest.
_ISODOSE_LINES: tuple[tuple[float, str | tuple], ...] = (
    (0.9, (0, (1, 1.6))),
    (0.8, (0, (4, 1.6))),
    (1.5, "-"),
    (0.8, "-"),
    (0.9, "-"),
)
ISODOSE_STYLES = {
    fraction: LineStyle(palette.ISODOSES_ON_CT[fraction], width, dash)
    for fraction, (width, dash) in zip(palette.ISODOSES, _ISODOSE_LINES, strict=True)
}
TARGET = LineStyle("#FF8AD8", 1.6, edge=True)
ORGAN = LineStyle("#B9A3FF", 0.9, (0, (5, 1.2)), edge=True)
DERIVED = LineStyle("#A8A8A8", 0.6, alpha=0.8)
NEEDLE_NEAR = LineStyle("#FFFFFF", 1.1, edge=True)
NEEDLE_FAR = LineStyle("#FFFFFF", 0.7, (0, (3, 3)), 0.55)
SEED_NEAR = LineStyle("#FFFFFF", 2.6, edge=True)
SEED_FAR = LineStyle("#FFFFFF", 1.7, alpha=0.45)
SEED_CORE = LineStyle("#D00000", 1.3)
