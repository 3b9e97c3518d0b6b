"""The loading of one needle at its own size: a ruler laid on the printed page reads the seeds' places."""

from tps.report.content import Content
from tps.report.loading import inside_target

# The drawing, mm of paper; the tip lies at LEFT, so much of the needle is shown.
WIDTH_MM, HEIGHT_MM, LEFT_MM = 182.0, 20.0, 5.0
SHOWN_MM = 165.0
AXIS_MM = 8.2


def needle_loading_svg(content: Content, needle) -> str:
    """One needle, tip on the left, 1 mm of needle a millimetre of paper."""
    guide = content.guides[needle.id]
    shown = min(SHOWN_MM, needle.length_mm)
    parts = [
        f'<svg viewBox="0 0 {WIDTH_MM:g} {HEIGHT_MM:g}" class="loading1" role="img"'
        f' aria-label="Loading of needle {needle.id}, full size">'
    ]
    found = inside_target(content, needle, shown)
    if found:
        parts.append(
            f'<rect x="{LEFT_MM + found[0]:.2f}" y="{AXIS_MM - 3.4:.2f}" width="{found[1] - found[0]:.2f}"'
            ' height="6.8" class="target"/>'
        )
    for mark in range(0, int(shown) + 1, 5):
        long = mark % 10 == 0
        x = LEFT_MM + mark
        parts.append(
            f'<line x1="{x}" y1="{AXIS_MM + 2:.2f}" x2="{x}" y2="{AXIS_MM + (3.6 if long else 2.9):.2f}"'
            ' class="tick"/>'
        )
        if long:
            parts.append(_text(x, AXIS_MM + 6.2, str(mark), "middle", "small"))
    end = LEFT_MM + shown
    parts.append(f'<line x1="{LEFT_MM + 1:.2f}" y1="{AXIS_MM}" x2="{end:.2f}" y2="{AXIS_MM}" class="shaft"/>')
    parts.append(f'<path d="M{LEFT_MM},{AXIS_MM} l2.4,-0.9 v1.8 z" class="tip"/>')
    parts.append(_text(end + 1, AXIS_MM + 1, "skin" if shown == needle.length_mm else "\u2026", "start", ""))
    parts += _seeds(content, guide)
    parts += _steps(guide)
    return "".join(parts) + "</svg>"


def _seeds(content: Content, guide) -> list[str]:
    half = content.source.capsule_half_length_mm
    parts = []
    for distance in guide.row.from_tip_mm:
        x = LEFT_MM + distance
        parts.append(
            f'<rect x="{x - half:.2f}" y="{AXIS_MM - 1.1:.2f}" width="{2 * half:.2f}" height="2.2" rx="1"'
            ' class="seed"/>'
        )
        parts.append(f'<line x1="{x:.2f}" y1="{AXIS_MM - 1.1}" x2="{x:.2f}" y2="3.4" class="tick"/>')
        parts.append(_text(x, 2.8, f"{distance:g}", "middle", "number"))
    return parts


def _steps(guide) -> list[str]:
    """Arrows from the tip to the first centre, and from centre to centre."""
    parts, start, y = [], 0.0, AXIS_MM + 10.6
    for step in guide.steps_mm:
        end = start + step
        x1, x2 = LEFT_MM + start, LEFT_MM + end
        parts.append(f'<line x1="{x1:.2f}" y1="{y - 1:.2f}" x2="{x1:.2f}" y2="{y + 1:.2f}" class="tick"/>')
        parts.append(f'<line x1="{x1:.2f}" y1="{y}" x2="{x2 - 0.8:.2f}" y2="{y}" class="step"/>')
        parts.append(f'<path d="M{x2:.2f},{y} l-1.3,-0.6 v1.2 z" class="tip"/>')
        # A step shorter than its own number has it beside the arrow's beginning.
        parts.append(_text((x1 + x2) / 2, y - 0.8, f"{step:g}", "middle", ""))
        start = end
    return parts


def _text(x: float, y: float, text: str, anchor: str, kind: str) -> str:
    return f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}" class="{kind}">{text}</text>'
