"""Many small patients for load tests: random lesions in a coarse, plain torso, about a second each."""

from pathlib import Path

import numpy as np

from phantoms.cases import SHAPES
from phantoms.errors import PhantomError
from phantoms.layers import Layer
from phantoms.scene import Region, Scene
from phantoms.shapes import Shape, Tube
from phantoms.skeleton import CORTEX_HU
from phantoms.torso import TorsoShell
from phantoms.write import write_scene

HALF_WIDTH_MM, HALF_DEPTH_MM = 115.0, 85.0
PIXEL_MM = 2.0

# Lesion centres lie within this box (half sides), grown along z by so much for each further lesion.
WITHIN_MM = np.array([58.0, 36.0, 20.0])
GROWTH_MM = 18.0

# Least gap between the boxes of two lesions, and from a lesion to the skin and to the spine.
GAP_MM = 12.0

SPINE_MM, SPINE_RADIUS_MM = (0.0, 58.0), 15.0
MARGIN_MM = 45.0
TRIES = 2000
MOST_LESIONS = 5
DIAMETER_RANGE_MM = (8.0, 50.0)


def random_lesions(seed: int, n_lesions: int = 1, *, diameter_mm=(15.0, 35.0)) -> tuple[Shape, ...]:
    """Lesions of random form, size and place that do not touch each other.

    Parameters
    ----------
    seed : int
        Same seed, same lesions.
    n_lesions : int
        1 to 5.
    diameter_mm : (low, high)
        Range of the diameter of the ball of equal volume, evenly drawn.

    Returns
    -------
    tuple of Shape

    Raises
    ------
    PhantomError
        If an argument is out of range, or so many large lesions find no room.
    """
    low, high = diameter_mm
    if not DIAMETER_RANGE_MM[0] <= low <= high <= DIAMETER_RANGE_MM[1]:
        raise PhantomError(f"diameter_mm is {diameter_mm}", f"low <= high within {DIAMETER_RANGE_MM}")
    if not 1 <= n_lesions <= MOST_LESIONS:
        raise PhantomError(f"n_lesions is {n_lesions}", f"1 to {MOST_LESIONS}")
    rng = np.random.default_rng([seed, n_lesions])
    within = WITHIN_MM + [0, 0, GROWTH_MM * (n_lesions - 1)]
    lesions: list[Shape] = []
    for _ in range(TRIES):
        form = SHAPES[str(rng.choice(list(SHAPES)))].with_volume(np.pi / 6 * rng.uniform(low, high) ** 3)
        lesion = form.at(*np.round(rng.uniform(-within, within), 2))
        if _has_room(lesion, lesions):
            lesions.append(lesion)
        if len(lesions) == n_lesions:
            return tuple(lesions)
    raise PhantomError(f"{n_lesions} lesions of up to {high} mm find no room", "fewer or smaller lesions")


def _has_room(lesion: Shape, others) -> bool:
    low, high = lesion.bounds()
    corners = np.array([(x, y, 0.0) for x in (low[0], high[0]) for y in (low[1], high[1])])
    if not TorsoShell(GAP_MM, HALF_WIDTH_MM, HALF_DEPTH_MM).inside(corners).all():
        return False
    if high[1] > SPINE_MM[1] - SPINE_RADIUS_MM - GAP_MM:
        return False
    boxes = [other.bounds() for other in others]
    return all(np.any((low > top + GAP_MM) | (high < bottom - GAP_MM)) for bottom, top in boxes)


def random_scene(seed: int, n_lesions: int = 1, *, diameter_mm=(15.0, 35.0)) -> Scene:
    """The plain torso with ``random_lesions``; ``Target``, or ``Target_1`` and so on."""
    lesions = random_lesions(seed, n_lesions, diameter_mm=diameter_mm)
    body = TorsoShell(0, HALF_WIDTH_MM, HALF_DEPTH_MM)
    spine = Tube([(*SPINE_MM, -500), (*SPINE_MM, 500)], SPINE_RADIUS_MM)
    cord = Tube([(*SPINE_MM, -500), (*SPINE_MM, 500)], 6)
    layers = [
        Layer("fat", body, -100, 8),
        Layer("muscle", TorsoShell(10, HALF_WIDTH_MM, HALF_DEPTH_MM), 45, 10),
        Layer("spine", spine, CORTEX_HU, 40),
        Layer("cord", cord, 40),
        *(Layer("lesion", lesion, 70, 8) for lesion in lesions),
    ]
    names = ["Target"] if n_lesions == 1 else [f"Target_{i + 1}" for i in range(n_lesions)]
    regions = [Region(name, lesion, "GTV") for name, lesion in zip(names, lesions, strict=True)]
    regions += [Region("External", body, "EXTERNAL"), Region("Spinal-Cord", cord, "ORGAN", True)]
    low = min(lesion.bounds()[0][2] for lesion in lesions) - MARGIN_MM
    high = max(lesion.bounds()[1][2] for lesion in lesions) + MARGIN_MM
    return Scene(
        name=f"random_{seed}",
        title=f"{n_lesions} random lesions in a plain torso",
        layers=tuple(layers),
        regions=tuple(regions),
        z_mm=(float(low), float(high)),
        plannable=True,
        why="nothing but the spine is in the way",
        pixels=(128, 100),
        pixel_mm=PIXEL_MM,
        approaches=((0.0, 1.0, 0.0),),
    )


def write_random_phantom(
    out,
    seed: int,
    n_lesions: int = 1,
    *,
    diameter_mm=(15.0, 35.0),
    slice_mm: float = 2.5,
    position: str = "HFS",
    overwrite: bool = False,
) -> Path:
    """Write ``random_scene(seed, n_lesions)`` as DICOM; the other parameters as for ``write_phantom``.

    Parameters
    ----------
    out : path
    seed : int
    n_lesions : int
    diameter_mm : (low, high)
    slice_mm : float
    position : str
    overwrite : bool

    Raises
    ------
    PhantomError
    """
    scene = random_scene(seed, n_lesions, diameter_mm=diameter_mm)
    extra = {"n_lesions": n_lesions, "diameter_mm": list(map(float, diameter_mm))}
    return write_scene(
        scene, out, slice_mm=slice_mm, position=position, seed=seed, overwrite=overwrite, extra=extra
    )
