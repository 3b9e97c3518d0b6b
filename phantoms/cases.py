"""Planning cases of pure geometry: a target of known shape and volume in water, with obstacles beside it."""

from pathlib import Path

import numpy as np

from phantoms.errors import PhantomError
from phantoms.layers import Layer
from phantoms.scene import Region, Scene
from phantoms.shapes import Dumbbell, Ellipsoid, Intersection, Kidney, Lobulated, Shape, Sphere, Tube
from phantoms.skeleton import CORTEX_HU, SPONGIOSA_HU
from phantoms.torso import TorsoShell, squircle
from phantoms.write import write_scene

# Proportions only: ``with_volume`` gives the size.
SHAPES: dict[str, Shape] = {
    "sphere": Sphere(10),
    "ellipsoid": Ellipsoid(12, 9, 15, turn_deg=20, lean_deg=15),
    "kidney": Kidney(9, 15, 12, bend=0.8),
    "dumbbell": Dumbbell(10, 24, 6),
    "lobulated": Lobulated(12, 0.18, 0.5),
}

OBSTACLES = ("ribs", "vessel", "cord")

HALF_WIDTH_MM, HALF_DEPTH_MM = 130.0, 95.0
PIXEL_MM = 1.25

# The scan goes this far beyond the target, so that tilted needles enter through skin that is in the scan.
MARGIN_MM = 75.0

# Gap between the target and a vessel or cord beside it.
GAP_MM = 8.0

RIB_DEPTH_MM, RIB_PITCH_MM = 18.0, 30.0

VOLUME_RANGE_CC = (0.1, 150.0)


class Hoops(Shape):
    """Level rings of bone around the body, 12 mm tall and 9 mm thick, 30 mm apart; none at ``gap_z_mm``."""

    def __init__(self, gap_z_mm: float, shrink_mm: float = 0.0):
        self.first, self.shrink = gap_z_mm + RIB_PITCH_MM / 2, shrink_mm

    def field(self, x, y, z):
        out = squircle(x, y, HALF_WIDTH_MM - RIB_DEPTH_MM, HALF_DEPTH_MM - RIB_DEPTH_MM)
        radial = (out - 1) / np.maximum(out, 0.1) * np.sqrt(x * x + y * y)
        level = z - self.first - RIB_PITCH_MM * np.round((z - self.first) / RIB_PITCH_MM)
        return np.maximum(np.abs(radial) - 4.5, np.abs(level) - 6) + self.shrink

    def bounds(self):
        high = np.array([HALF_WIDTH_MM, HALF_DEPTH_MM, 1e4])
        return -high, high


def shape_names() -> tuple[str, ...]:
    """Shapes that ``shape_case`` knows by name."""
    return tuple(SHAPES)


def shape_case(shape, volume_cc: float, obstacles=(), *, centre_mm=(12.0, 18.0, 1.3)) -> Scene:
    """A target in water.

    Parameters
    ----------
    shape : str or Shape
        One of ``shape_names()``, or any shape about its own origin; it is scaled to the volume.
    volume_cc : float
        0.1 to 150.
    obstacles : sequence of {"ribs", "vessel", "cord"}
        ``ribs``: level rings of bone 30 mm apart, the target's middle at a gap; ``vessel``: beside the
        target towards +x; ``cord``: behind it.  The latter two are contoured and to be avoided.
    centre_mm : (x, y, z)
        Where the shape's origin goes.

    Raises
    ------
    PhantomError
        If the shape or an obstacle is unknown, or the volume out of range.
    """
    if isinstance(shape, str) and shape not in SHAPES:
        raise PhantomError(f"no shape named {shape!r}", f"one of: {', '.join(SHAPES)}")
    if not VOLUME_RANGE_CC[0] <= volume_cc <= VOLUME_RANGE_CC[1]:
        raise PhantomError(f"volume_cc is {volume_cc}", f"{VOLUME_RANGE_CC[0]} to {VOLUME_RANGE_CC[1]} cc")
    unknown = sorted(set(obstacles) - set(OBSTACLES))
    if unknown:
        raise PhantomError(f"no obstacle named {unknown[0]!r}", f"one of: {', '.join(OBSTACLES)}")
    label = shape if isinstance(shape, str) else type(shape).__name__.lower()
    template = SHAPES[shape] if isinstance(shape, str) else shape
    target = template.with_volume(volume_cc * 1000).at(*centre_mm)
    low, high = target.bounds()
    body = TorsoShell(0, HALF_WIDTH_MM, HALF_DEPTH_MM)
    layers, regions = [Layer("water", body, 0, 4)], [Region("Target", target, "GTV", description=label)]
    regions.append(Region("External", body, "EXTERNAL", description="skin"))
    ends = low[2] - 200, high[2] + 200
    if "ribs" in obstacles:
        layers += [
            Layer("rib cortex", Hoops(centre_mm[2]), CORTEX_HU, 30),
            Layer("rib inside", Hoops(centre_mm[2], 2.3), SPONGIOSA_HU),
        ]
    if "vessel" in obstacles:
        vessel = _upright(high[0] + GAP_MM + 6, centre_mm[1], ends, 6)
        layers.append(Layer("vessel", vessel, 145))
        regions.append(Region("Vessel", vessel, "ORGAN", True, "upright cylinder of 6 mm radius"))
    if "cord" in obstacles:
        cord = _upright(centre_mm[0], high[1] + GAP_MM + 7, ends, 7)
        layers.append(Layer("cord", cord, 42))
        regions.append(Region("Spinal-Cord", cord, "ORGAN", True, "upright cylinder of 7 mm radius"))
    layers.append(Layer("lesion", target, 45, 6))
    return Scene(
        name=f"{label}_{volume_cc:g}cc" + "".join(f"_{name}" for name in sorted(obstacles)),
        title=f"{label} of {volume_cc:g} cc in water",
        layers=tuple(layers),
        regions=tuple(regions),
        z_mm=(float(low[2] - MARGIN_MM), float(high[2] + MARGIN_MM)),
        plannable=True,
        why="reached from the front",
        pixels=(224, 168),
        pixel_mm=PIXEL_MM,
        noise_hu=5.0,
        approaches=((0.0, 1.0, 0.0),),
    )


def _upright(x: float, y: float, ends, radius_mm: float) -> Shape:
    tube = Tube([(x, y, ends[0]), (x, y, ends[1])], radius_mm)
    return Intersection(tube, TorsoShell(3, HALF_WIDTH_MM, HALF_DEPTH_MM))


def write_shape_case(
    out,
    shape,
    volume_cc: float,
    obstacles=(),
    *,
    slice_mm: float = 2.5,
    position: str = "HFS",
    seed: int = 0,
    overwrite: bool = False,
) -> Path:
    """Write ``shape_case(shape, volume_cc, obstacles)``; the other parameters as for ``write_phantom``.

    Parameters
    ----------
    out : path
        Folder to make.
    shape : str or Shape
    volume_cc : float
    obstacles : sequence of str
    slice_mm : float
    position : str
    seed : int
    overwrite : bool

    Raises
    ------
    PhantomError
    """
    scene = shape_case(shape, volume_cc, obstacles)
    box = [np.round(corner, 3).tolist() for corner in scene.targets[0].shape.bounds()]
    return write_scene(
        scene,
        out,
        slice_mm=slice_mm,
        position=position,
        seed=seed,
        overwrite=overwrite,
        extra={"volume_cc": float(volume_cc), "obstacles": sorted(obstacles), "target_box_mm": box},
    )
