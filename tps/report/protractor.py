"""How a needle leans, drawn: a protractor seen along the body, and one for how far it leaves the slice."""

import math

from tps.export.needle_guide import NeedleGuide

# Drawing units are tenths of a millimetre.
RADIUS, MARGIN = 190, 62
TICK_DEG, NAMED_DEG = 10, 30

# A flatter needle has its angle written above it.
STEEP_DEG = 60


def protractor_svg(guide: NeedleGuide) -> str:
    """The needle from its tip outwards, seen along the body as the axial image shows it."""
    angle = guide.vertical_deg if guide.leans_right else -guide.vertical_deg
    right, left = guide.drawn_sides
    return _drawn(angle, f"{guide.vertical_deg:.0f}\N{DEGREE SIGN}", left, right)


def tilt_svg(guide: NeedleGuide) -> str:
    """How far it leaves the slice: feet on the left, head on the right; "" for a needle in one slice."""
    if guide.in_plane:
        return ""
    angle = guide.row.cranio_caudal_angle_deg
    # A needle that goes to the head has its hub towards the feet.
    return _drawn(-angle, f"{abs(angle):.0f}\N{DEGREE SIGN}", "the feet", "the head")


def _drawn(angle_deg: float, text: str, left: str, right: str) -> str:
    """A half circle with the angle from straight up, above 0 to the right."""
    width, height = 2 * (RADIUS + MARGIN), RADIUS + MARGIN + 40
    if abs(angle_deg) > 90:  # from below the horizontal
        height += RADIUS
    x, y = width / 2, RADIUS + 46
    parts = [f'<svg viewBox="0 0 {width} {height}" class="protractor" role="img" aria-label="{text}">']
    parts.append(f'<path d="M{x - RADIUS},{y} A{RADIUS},{RADIUS} 0 0 1 {x + RADIUS},{y} Z" class="dial"/>')
    for mark in range(-90, 91, TICK_DEG):
        named = mark % NAMED_DEG == 0
        parts.append(_ray(x, y, mark, RADIUS - (18 if named else 9), RADIUS, "mark"))
        if named:
            tx, ty = _at(x, y, mark, RADIUS + 22)
            parts.append(f'<text x="{tx:.0f}" y="{ty + 8:.0f}" text-anchor="middle">{abs(mark)}</text>')
    parts.append(_ray(x, y, 0, 0, RADIUS, "upright"))
    parts.append(_ray(x, y, angle_deg, 0, RADIUS + 8, "shaft"))
    tx, ty = _at(x, y, angle_deg, 0.55 * RADIUS)
    anchor = "start" if angle_deg >= 0 else "end"
    ty += 26 if abs(angle_deg) < STEEP_DEG else -18
    parts.append(
        f'<text x="{tx + (14 if angle_deg >= 0 else -14):.0f}" y="{ty:.0f}" text-anchor="{anchor}"'
        f' class="angle">{text}</text>'
    )
    parts.append(f'<text x="{x - RADIUS - 40:.0f}" y="{y + 44:.0f}">{left}</text>')
    parts.append(f'<text x="{x + RADIUS + 40:.0f}" y="{y + 44:.0f}" text-anchor="end">{right}</text>')
    return "".join(parts) + "</svg>"


def _at(x: float, y: float, angle_deg: float, radius: float) -> tuple[float, float]:
    angle = math.radians(angle_deg)
    return x + radius * math.sin(angle), y - radius * math.cos(angle)


def _ray(x: float, y: float, angle_deg: float, start: float, end: float, kind: str) -> str:
    (x1, y1), (x2, y2) = _at(x, y, angle_deg, start), _at(x, y, angle_deg, end)
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{kind}"/>'
