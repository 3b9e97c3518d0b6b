"""The loading sketch: each needle from its tip, with its seeds and the part inside the target; as SVG."""

import numpy as np

from tps.report.content import Content

# Drawing units are tenths of a millimetre of paper width 1800.
WIDTH, LEFT, ROW, TOP = 1800, 150, 92, 60

# The sketch shows at least this length from the tip, mm, and this much behind the last seed.
LEAST_SHOWN_MM = 45.0
BEHIND_MM = 8.0


def loading_svg(content: Content) -> str:
    """One row a needle, tip on the left, distances from the tip in mm."""
    plan = content.plan
    if not plan.needles:
        return ""
    distances = {n.id: from_tip(plan, n) for n in plan.needles}
    shown = max([LEAST_SHOWN_MM] + [d + BEHIND_MM for row in distances.values() for d in row])
    scale = (WIDTH - LEFT - 190) / shown
    height, seed_mm = TOP + ROW * len(plan.needles) + 60, content.source.capsule_length_mm
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="Seed loading of each needle">',
        _ruler(shown, scale, height),
    ]
    for i, needle in enumerate(plan.needles):
        y = TOP + ROW * i + ROW / 2
        parts.append(_band(content, needle, shown, scale, y))
        parts.append(_needle(needle, distances[needle.id], scale, shown, y, seed_mm))
    return "".join(parts) + "</svg>"


def from_tip(plan, needle) -> list[float]:
    """Distance of each seed's centre from the needle's tip in mm, deepest first."""
    return [float((needle.tip_mm - s.position_mm) @ needle.direction) for s in plan.seeds_on(needle.id)]


def inside_target(content: Content, needle, shown_mm: float) -> tuple[float, float] | None:
    """First and last distance from the tip, mm, at which the needle is inside its target; None if nowhere."""
    distance = np.arange(0.0, min(shown_mm, needle.length_mm), 0.5)
    points = needle.tip_mm - distance[:, None] * needle.direction
    chosen = [s for s in content.targets if s.name == needle.target] or list(content.targets)
    inside = np.any([s.contains(points) for s in chosen], axis=0)
    if not inside.any():
        return None
    return float(distance[inside][0]), float(distance[inside][-1])


def _ruler(shown: float, scale: float, height: float) -> str:
    marks = []
    for d in range(0, int(shown) + 1, 10):
        x = LEFT + d * scale
        marks.append(f'<line x1="{x:.1f}" y1="{TOP - 12}" x2="{x:.1f}" y2="{height - 50}" class="tick"/>')
        marks.append(f'<text x="{x:.1f}" y="{TOP - 22}" class="small" text-anchor="middle">{d}</text>')
    x = LEFT + shown * scale / 2
    marks.append(
        f'<text x="{x:.1f}" y="{height - 15}" class="small" text-anchor="middle">'
        "distance from the tip, mm</text>"
    )
    return "".join(marks)


def _band(content: Content, needle, shown: float, scale: float, y: float) -> str:
    found = inside_target(content, needle, shown)
    if found is None:
        return ""
    x, width = LEFT + found[0] * scale, (found[1] - found[0]) * scale
    return f'<rect x="{x:.1f}" y="{y - 30:.1f}" width="{width:.1f}" height="60" class="target"/>'


def _needle(needle, distances: list[float], scale: float, shown: float, y: float, seed_mm: float) -> str:
    end = LEFT + shown * scale
    parts = [
        f'<text x="10" y="{y + 13:.1f}" class="number">{needle.id}</text>',
        f'<path d="M{LEFT:.1f},{y:.1f} l26,-9 V{y + 9:.1f} z" class="tip"/>',
        f'<line x1="{LEFT + 20:.1f}" y1="{y:.1f}" x2="{end:.1f}" y2="{y:.1f}" class="needle"/>',
        f'<text x="{end + 12:.1f}" y="{y + 10:.1f}" class="small">skin {needle.length_mm:.0f}</text>',
    ]
    half = seed_mm / 2 * scale
    for d in distances:
        x = LEFT + d * scale
        parts.append(
            f'<rect x="{x - half:.1f}" y="{y - 13:.1f}" width="{2 * half:.1f}" height="26" rx="12"'
            ' class="seed"/>'
        )
        parts.append(f'<text x="{x:.1f}" y="{y + 42:.1f}" class="small" text-anchor="middle">{d:g}</text>')
    return "".join(parts).replace("-0</text>", "0</text>")
