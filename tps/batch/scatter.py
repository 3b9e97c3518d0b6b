"""D90 against volume as a drawing that says which target a point is."""

import math
from collections.abc import Sequence

from markupsafe import escape

# Drawing units; room for the numbers at the edges.
WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 900, 380, 70, 52, 16, 16

COLOURS = ("#0072b2", "#d55e00")

# Points drawn; all stand in the table.
MOST = 3000


def scatter_svg(lines: Sequence, variants: Sequence[str]) -> str:
    """Every target: its volume (logarithmic) across, D90 in percent of the prescription up.

    Parameters
    ----------
    lines : sequence of TargetLine
    variants : sequence of str
        The first as discs, the second as rings.
    """
    shown = [line for line in lines if line.variant in variants[:2] and line.values["volume_cc"] > 0][:MOST]
    if not shown:
        return ""
    volumes = [math.log10(line.values["volume_cc"]) for line in shown]
    doses = [100 * line.values["d90_of_prescription"] for line in shown]
    low, high = math.floor(4 * min(volumes)) / 4, math.ceil(4 * max(volumes)) / 4 or 0.25
    high = high if high > low else low + 0.25
    bottom, top = 20 * math.floor(min(*doses, 100) / 20 - 0.01), 20 * math.ceil(max(*doses, 100) / 20 + 0.01)

    def across(volume: float) -> float:
        return LEFT + (volume - low) / (high - low) * (WIDTH - LEFT - RIGHT)

    def up(dose: float) -> float:
        return HEIGHT - BOTTOM - (dose - bottom) / (top - bottom) * (HEIGHT - BOTTOM - TOP)

    parts = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" class="scatter" role="img"'
        ' aria-label="D90 of every target against its volume">',
        *_grid(low, high, bottom, top, across, up),
    ]
    for line, volume, dose in zip(shown, volumes, doses, strict=True):
        second = line.variant != variants[0]
        kind = f'fill="none" stroke="{COLOURS[1]}"' if second else f'fill="{COLOURS[0]}" fill-opacity=".65"'
        said = f"{line.case}, {line.roi}, {line.variant}: {10**volume:.2f} cm³, {dose:.1f} %"
        parts.append(
            f'<circle cx="{across(volume):.1f}" cy="{up(dose):.1f}" r="4" {kind}>'
            f'<title translate="no">{escape(said)}</title></circle>'
        )
    return "".join(parts) + "</svg>"


def _grid(low, high, bottom, top, across, up) -> list[str]:
    parts = []
    for power in range(math.floor(low), math.ceil(high) + 1):
        for digit in (1, 2, 5):
            mark = power + math.log10(digit)
            if low - 1e-9 <= mark <= high + 1e-9:
                x = across(mark)
                parts.append(f'<path d="M{x:.1f},{TOP} V{HEIGHT - BOTTOM}" class="grid"/>')
                parts.append(_text(x, HEIGHT - BOTTOM + 18, f"{digit * 10.0**power:g}", "middle"))
    step = max(20, 20 * math.ceil((top - bottom) / 20 / 8))
    for dose in range(bottom, top + 1, step):
        y = up(dose)
        kind = "wanted" if dose == 100 else "grid"
        parts.append(f'<path d="M{LEFT},{y:.1f} H{WIDTH - RIGHT}" class="{kind}"/>')
        parts.append(_text(LEFT - 8, y + 4, str(dose), "end"))
    parts.append(_text((LEFT + WIDTH) / 2, HEIGHT - 12, "volume, cm³ (logarithmic)", "middle"))
    middle = (TOP + HEIGHT - BOTTOM) / 2
    parts.append(
        f'<text x="18" y="{middle}" text-anchor="middle" transform="rotate(-90 18 {middle})">'
        "D90, % of the prescription</text>"
    )
    return parts


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'
