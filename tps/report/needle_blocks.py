"""A block per needle: everything that is said of it on the sheet for the CT room, as text for the page."""

from markupsafe import Markup

from tps.export.needle_guide import GRIP_MM, NeedleGuide, signed_side
from tps.report.content import Content
from tps.report.loading import inside_target
from tps.report.needle_loading import needle_loading_svg
from tps.report.protractor import protractor_svg, tilt_svg

# What is filled in by hand beside each needle.
BOXES = ("depth reached, mm", "seeds dropped", "lot", "time", "initials")

# Scanners tilt no farther.
MOST_GANTRY_DEG = 30.0

# Cosine from which on the image's upper edge counts as pointing to the floor.
UPSIDE_DOWN = 0.7

DEGREE = "\N{DEGREE SIGN}"


def needle_blocks(content: Content) -> list[dict]:
    """One block a needle, in the order of their numbers."""
    return [_block(content, needle) for needle in content.plan.needles]


def image_name(number: int) -> str:
    """File name of a needle's picture."""
    return f"needle-{number}.png"


def _block(content: Content, needle) -> dict:
    guide = content.guides[needle.id]
    return {
        "id": needle.id,
        "target": needle.target,
        "place": content.order.place(needle.id),
        "of": len(content.plan.needles),
        "image": image_name(needle.id),
        "entry": entry_lines(guide),
        "aim": aim_lines(guide) + room_lines(content),
        "push": push_lines(content, needle, guide),
        "seeds": seed_lines(content, guide),
        "protractor": Markup(protractor_svg(guide)),
        "gantry": Markup(tilt_svg(guide)),
        "loading": Markup(needle_loading_svg(content, needle)),
        "edits": content.plan.edits_of(needle.id),
        "boxes": BOXES,
    }


def entry_lines(guide: NeedleGuide) -> list[str]:
    """Where it enters: the strongest first."""
    row, bedside = guide.row, guide.bedside
    number = "" if row.image_number is None else f"CT image {row.image_number}, "
    laser = signed_side(bedside.laser_mm, guide.image_sides)
    lines = [
        f"**{number}z {row.entry_slice_mm:.1f} mm**",
        f"**{laser}** of the laser (x = 0)",
    ]
    if bedside.middle_mm is not None:
        lines.append(
            f"{signed_side(bedside.middle_mm, guide.image_sides)} of the body's middle in this slice"
        )
    if bedside.table_mm is not None:
        lines.append(f"{bedside.table_mm:.0f} mm over the table")
    lines.append(f"image column {guide.pixel[0]:.0f}, row {guide.pixel[1]:.0f}")
    return lines


def aim_lines(guide: NeedleGuide) -> list[str]:
    """How it leans."""
    lean = "upright" if not guide.hub_side else f"hub towards {guide.hub_side}"
    lines = [f"**{guide.vertical_deg:.0f}{DEGREE} from the vertical**, {lean}"]
    if guide.in_plane:
        return [*lines, "in the slice: no gantry tilt"]
    edge = "feet" if guide.gantry_deg > 0 else "head"
    goes = "head" if guide.row.cranio_caudal_angle_deg > 0 else "feet"
    tilt = abs(guide.row.cranio_caudal_angle_deg)
    lines.append(f"**{tilt:.0f}{DEGREE} out of the slice**, tip towards the {goes}")
    if abs(guide.gantry_deg) > MOST_GANTRY_DEG:
        return [*lines, "no gantry tilt shows it in one image"]
    gantry = f"{abs(guide.gantry_deg):.0f}{DEGREE}"
    return [
        *lines,
        f"or gantry's upper edge {gantry} to the {edge}, then {guide.image_deg:.0f}{DEGREE} in that image",
    ]


def room_lines(content: Content) -> list[str]:
    """How the dial lies to the image, where the scanner shows the patient the other way up."""
    image_up = -content.case.ct.grid.axes[1]
    if image_up @ content.up > -UPSIDE_DOWN:
        return []
    return ["dial: as in the room; the CT image is upside down"]


def push_lines(content: Content, needle, guide: NeedleGuide) -> list[str]:
    """How far, with which needle, and what is met on the way."""
    lines = [f"**{needle.length_mm:.0f} mm** from the skin to the tip"]
    if guide.take_mm is None:
        lines.append(
            f"no needle in stock is long enough ({content.protocol.needle_lengths_mm[-1]:g} mm,"
            f" {GRIP_MM:g} mm stay outside)"
        )
    else:
        lines.append(f"take **{guide.take_mm:g} mm**, {guide.outside_mm:.0f} mm stay outside")
        lines += hub_lines(guide.hub)
    met = [(c.from_mm, _met_text(c, guide)) for c in guide.crossed]
    inside = inside_target(content, needle, needle.length_mm)
    if inside:
        deepest, first = needle.length_mm - inside[0], needle.length_mm - inside[1]
        met.append((first, f"{needle.target or 'target'} {first:.0f} to {deepest:.0f} mm"))
    lines += [text for _, text in sorted(met)]
    if guide.first_seed_mm is not None:
        lines.append(f"deepest seed's centre {guide.first_seed_mm:.0f} mm")
    return lines


def hub_lines(hub) -> list[str]:
    """What room the hub has, a ``HubRoom``; nothing where neither gantry nor table is known."""
    if hub is None:
        return []
    over = "" if hub.table_mm is None else f"{hub.table_mm:.0f} mm over the table"
    if hub.gantry_mm is None:
        return [f"hub {over}"] if over else []
    if hub.gantry_mm < 0:
        return [
            f"**hub {-hub.gantry_mm:.0f} mm too far out for the gantry's bore** ({hub.bore_mm:g} mm)",
            *([f"hub {over}"] if over else []),
        ]
    return [
        f"hub {hub.gantry_mm:.0f} mm from the gantry (bore {hub.bore_mm:g} mm)" + f", {over}" * bool(over)
    ]


def _met_text(crossing, guide: NeedleGuide) -> str:
    name = crossing.name.removesuffix(" (from CT)")
    star = "*" if crossing.derived else ""
    what = "pleura" if crossing.from_mm == guide.lung_from_mm else name
    return f"{what}{star} at {crossing.from_mm:.0f} mm, {crossing.length_mm:.0f} mm through {name}"


def seed_lines(content: Content, guide: NeedleGuide) -> list[str]:
    """How far back before each seed."""
    if not guide.steps_mm:
        return ["no seeds on this needle"]
    steps = " \N{RIGHTWARDS ARROW} ".join(f"{s:g}" for s in guide.steps_mm)
    places = ", ".join(f"{d:g}" for d in guide.row.from_tip_mm)
    return [f"withdraw by **{steps}** mm", f"seed centres {places} mm from the tip"]
