"""The entries on the skin with their numbers, seen along the vertical and from the side, on a grid."""

import math
from dataclasses import dataclass

import numpy as np
from scipy.spatial import ConvexHull, QhullError

from tps.export.needle_guide import side_of
from tps.export.operator_terms import nearest_slice
from tps.report.content import Content

# The page's room, mm of paper, of the view from above and of that from the side.
WIDTH_MM, HEIGHT_MM = 182.0, 128.0
SIDE_WIDTH_MM, SIDE_HEIGHT_MM = 92.0, 84.0
LEAST_WIDTH_MM = 110.0

# Around entries and targets, mm of patient; room for the numbers on the edge, mm of paper.
AROUND_MM = 15.0
EDGE_MM = 13.0

# Millimetres of patient a millimetre of paper stands for; the first that fits.
SCALES = (1.0, 2.0, 2.5, 3.0, 4.0, 5.0)

GRID_MM, NAMED_MM = 10.0, 50.0

# Numbers of images along the edge are at least so far apart on paper.
NUMBER_GAP_MM = 4.0


@dataclass(frozen=True, eq=False)
class View:
    """A parallel projection onto the page.

    Parameters
    ----------
    right, up : (3,) float
        Unit vectors along the page's width and height.
    low, high : (2,) float
        Corners of what is shown, mm along them.
    scale : float
        Millimetres of patient a millimetre of paper stands for.
    zero : (2,) float
        What the numbers on the grid are counted from.
    """

    right: np.ndarray
    up: np.ndarray
    low: np.ndarray
    high: np.ndarray
    scale: float
    zero: np.ndarray

    def at(self, points_mm) -> np.ndarray:
        """Places (n, 2) on the page, mm from its upper left corner."""
        points = np.asarray(points_mm, float).reshape(-1, 3)
        seen = np.stack([points @ self.right, points @ self.up], axis=1)
        return np.stack([seen[:, 0] - self.low[0], self.high[1] - seen[:, 1]], axis=1) / self.scale + EDGE_MM

    @property
    def size_mm(self) -> np.ndarray:
        """Width and height on paper with the edges."""
        return (self.high - self.low) / self.scale + 2 * EDGE_MM


def skin_map_svg(content: Content) -> str:
    """Seen from above along the vertical, the head up: what can be laid on the patient where it is 1 : 1."""
    view = above_view(content)
    extra = _image_numbers(content, view)
    if view.low[0] < 0 < view.high[0]:
        x = -view.low[0] / view.scale + EDGE_MM
        extra += [_line(x, EDGE_MM, x, view.size_mm[1] - EDGE_MM, "zero"), _text(x, 9, "laser", "middle")]
    return _drawn(content, view, "The entries seen from above", extra)


def side_map_svg(content: Content) -> str:
    """The same from the side, the head to the right: how the needles go down."""
    return _drawn(content, side_view(content), "The needles seen from the side", [])


def above_view(content: Content) -> View:
    """The projection of ``skin_map_svg``."""
    right, head = _axes(content)
    return _fitted(content, right, head, (WIDTH_MM, HEIGHT_MM), np.zeros(2))


def side_view(content: Content) -> View:
    """The projection of ``side_map_svg``; heights are counted from the table where one is seen."""
    _, head = _axes(content)
    return _fitted(
        content,
        head,
        content.up,
        (SIDE_WIDTH_MM, SIDE_HEIGHT_MM),
        np.array([0.0, table_height_mm(content) or 0.0]),
    )


def table_height_mm(content: Content) -> float | None:
    """Where the table's surface lies along ``content.up``, mm; None where none is seen below an entry."""
    levels = [
        float(n.entry_mm @ content.up) - below
        for n in content.plan.needles
        if (below := content.guides[n.id].bedside.table_mm) is not None
    ]
    return float(np.median(levels)) if levels else None


def scale_text(view: View) -> str:
    """The scale for people: "1 : 2"."""
    return f"1 : {view.scale:g}"


def _axes(content: Content) -> tuple[np.ndarray, np.ndarray]:
    """To the right and to the head for somebody who looks straight down with the head away from him."""
    axis = content.case.ct.grid.axes[2]
    head = axis if axis[2] >= 0 else -axis
    right = np.cross(-content.up, head)
    return right / np.linalg.norm(right), head


def _needle_ends(content: Content) -> np.ndarray:
    """Entries and tips, (2 n, 3)."""
    ends = [p for n in content.plan.needles for p in (n.entry_mm, n.tip_mm)]
    return np.array(ends, dtype=float).reshape(-1, 3)


def _fitted(
    content: Content, right: np.ndarray, up: np.ndarray, paper_mm: tuple[float, float], zero: np.ndarray
) -> View:
    points = np.concatenate([_needle_ends(content), *(_corners(s) for s in content.targets)])
    seen = np.stack([points @ right, points @ up], axis=1)
    low = np.floor((seen.min(axis=0) - AROUND_MM - zero) / GRID_MM) * GRID_MM + zero
    high = np.ceil((seen.max(axis=0) + AROUND_MM - zero) / GRID_MM) * GRID_MM + zero
    room = np.array(paper_mm) - 2 * EDGE_MM
    needed = float(((high - low) / room).max())
    scale = next((s for s in SCALES if s >= needed), math.ceil(needed))
    least = min(LEAST_WIDTH_MM, paper_mm[0])
    wider = math.floor(((least - 2 * EDGE_MM) * scale - (high - low)[0]) / 2 / GRID_MM) * GRID_MM
    wide = np.array([max(wider, 0), 0])
    return View(right, up, low - wide, high + wide, scale, zero)


def _corners(solid) -> np.ndarray:
    return np.concatenate([c.points_mm for c in solid.structure.contours])


def _drawn(content: Content, view: View, label: str, extra: list[str]) -> str:
    width, height = view.size_mm
    parts = [
        f'<svg viewBox="0 0 {width:.2f} {height:.2f}" style="width:{width:.2f}mm" class="skinmap" role="img"'
        f' aria-label="{label}">',
        *_grid(view),
        *extra,
        *_targets(content, view),
        *_needles(content, view),
    ]
    return "".join(parts) + "</svg>"


def _grid(view: View) -> list[str]:
    parts = []
    bottom = view.size_mm[1] - EDGE_MM
    right = view.size_mm[0] - EDGE_MM
    for axis in (0, 1):
        for mark in np.arange(view.low[axis], view.high[axis] + 1e-6, GRID_MM):
            said = mark - view.zero[axis]
            named = abs(said / NAMED_MM - round(said / NAMED_MM)) < 1e-6
            kind = "named" if named else "line"
            if axis == 0:
                x = (mark - view.low[0]) / view.scale + EDGE_MM
                parts.append(_line(x, EDGE_MM, x, bottom, kind))
                shown, place = named, (x, bottom + 4, "middle")
            else:
                y = (view.high[1] - mark) / view.scale + EDGE_MM
                parts.append(_line(EDGE_MM, y, right, y, kind))
                shown, place = named, (EDGE_MM - 1, y + 1, "end")
            if shown:
                parts.append(_text(*place[:2], f"{round(said):g}", place[2]))
    middle = view.size_mm / 2
    for text, x, y, anchor in (
        (side_of(-view.right), 1, 4, "start"),
        (side_of(view.right), view.size_mm[0] - 1, 4, "end"),
        (f"{side_of(view.up)} is up", middle[0], 4, "middle"),
        ("mm", 1, view.size_mm[1] - 5, "start"),
    ):
        parts.append(_text(x, y, text, anchor))
    return parts


def _image_numbers(content: Content, view: View) -> list[str]:
    """The scanner's numbers of the images along the right edge, at their heights."""
    grid, identity = content.case.ct.grid, content.case.identity
    right, parts, last = view.size_mm[0] - EDGE_MM, [], -np.inf
    first = content.plan.needles[0].entry_mm
    for height in np.arange(view.high[1], view.low[1], -GRID_MM / 4):
        point = first + (height - first @ view.up) * view.up
        k, z = nearest_slice(point, grid)
        number = identity.image_number(k)
        exact = point + (z - point[2]) * np.array([0, 0, 1.0])
        y = float(view.at(exact)[0, 1])
        if number is not None and y - last >= NUMBER_GAP_MM and EDGE_MM <= y <= view.size_mm[1] - EDGE_MM:
            parts += [
                _line(right, y, right + 1.5, y, "tick"),
                _text(right + 2.2, y + 0.9, str(number), "start"),
            ]
            last = y
    if parts:
        parts.append(_text(view.size_mm[0] - 1, EDGE_MM - 3, "CT image", "end"))
    return parts


def _targets(content: Content, view: View) -> list[str]:
    parts = []
    for solid in content.targets[: len(content.plan.targets)]:
        places = view.at(_corners(solid))
        try:
            outline = places[ConvexHull(places).vertices]
        except QhullError:  # a target of one line has no outline
            continue
        path = " ".join(f"{x:.2f},{y:.2f}" for x, y in outline)
        parts.append(f'<polygon points="{path}" class="target"/>')
    return parts


def _needles(content: Content, view: View) -> list[str]:
    parts: list[str] = []
    placed: list[tuple[float, float]] = []
    for needle in content.plan.needles:
        (x1, y1), (x2, y2) = view.at([needle.entry_mm, needle.tip_mm])
        parts.append(_line(x1, y1, x2, y2, "way"))
        parts.append(f'<circle cx="{x2:.2f}" cy="{y2:.2f}" r="0.5" class="end"/>')
    for needle in content.plan.needles:
        x, y = view.at(needle.entry_mm)[0]
        parts.append(f'<circle cx="{x:.2f}" cy="{y:.2f}" r="0.9" class="entry"/>')
        parts.append(_line(x - 2, y, x + 2, y, "cross") + _line(x, y - 2, x, y + 2, "cross"))
        tx, ty = _free_place(x, y, placed)
        placed.append((tx, ty))
        parts.append(_text(tx, ty + 1.5, str(needle.id), "middle", "number"))
    return parts


def _free_place(x: float, y: float, placed: list) -> tuple[float, float]:
    """Where a number stands beside its entry: not on another."""
    around = [(3.4, -2.4), (-3.4, -2.4), (3.4, 2.6), (-3.4, 2.6), (0, -4.2), (0, 4.2)]
    places = [(x + far * dx, y + far * dy) for far in (1.0, 1.7, 2.4) for dx, dy in around]

    def room(place):
        return min((math.dist(place, other) for other in placed), default=math.inf)

    return next((p for p in places if room(p) > 4.5), max(places, key=room))


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" class="{kind}"/>'


def _text(x: float, y: float, text: str, anchor: str, kind: str = "") -> str:
    return f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}" class="{kind}">{text}</text>'
