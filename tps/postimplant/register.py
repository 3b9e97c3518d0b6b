"""Where the scan that was planned on lies in the scan made after the implant: rigid, about the target.

What a plan carries over is a region of some centimetres, so only what lies about it is looked at.  Metal and
what it spoils is left out of the comparison.  The result is checked twice: other starts must end at the same
place, and the seeds found must lie about where they were planned.
"""

from dataclasses import dataclass

import numpy as np
import SimpleITK as sitk
from scipy import ndimage

from tps.model import Volume
from tps.postimplant.rigid import RigidMove

# About the target, mm.
AROUND_MM = 35.0

# Beyond these there is metal or nothing: HU that are compared.
LEAST_HU, MOST_HU = -1000.0, 600.0

# What seeds spoil: within this of their centres, mm.
SPOILT_MM = 6.0

# Voxels in which the planned scan is compared, mm; and the coarse net that the start is looked for on.
STEP_MM, NET_MM = 2.0, 7.0

# Starts are looked for this far, mm, in these steps.
REACH_MM, REACH_STEP_MM = 36.0, 6.0

# Blur of each round, mm, and the part of the voxels that it looks at.
BLURS_MM, PARTS = (4.0, 2.0, 1.0), (1.0, 0.5, 0.5)

# Other starts, from the result: shift (mm) and turn (degrees).
OTHER_STARTS = (((2.5, -2.0, 2.5), 1.5), ((-2.5, 2.5, -2.0), -1.5))


@dataclass(frozen=True, eq=False)
class Registration:
    """A move found, and how well.

    Parameters
    ----------
    move : RigidMove
        From the planned scan to the new one.
    correlation : float
        Of the two images about the target, 1 at best; nan where images were not compared.
    spread_mm : float
        Farthest that a place about the target goes from one start to another.
    by : {"images", "seeds", "none"}
        What it was found from.
    """

    move: RigidMove
    correlation: float
    spread_mm: float
    by: str = "images"


def register(
    planned: Volume, new: Volume, low_mm: np.ndarray, high_mm: np.ndarray, seeds_mm: np.ndarray
) -> Registration:
    """Register two CTs about a target.

    Parameters
    ----------
    planned, new : Volume
        HU.
    low_mm, high_mm : (3,)
        Box around the target in the planned scan.
    seeds_mm : (n, 3)
        Seeds found in the new scan.

    Returns
    -------
    Registration

    Notes
    -----
    The same numbers come from any number of threads: it uses one.
    """
    centre = (low_mm + high_mm) / 2
    fixed, inside = _planned_image(planned, low_mm - AROUND_MM, high_mm + AROUND_MM)
    start = _best_start(fixed, inside, new, centre)
    # Only what the move can bring there is looked at.
    room = AROUND_MM + 2 * REACH_STEP_MM
    moving, clear = _new_image(_about(new, low_mm + start - room, high_mm + start + room), seeds_mm)
    threads = sitk.ProcessObject.GetGlobalDefaultNumberOfThreads()
    sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(1)
    try:
        first = _refined(fixed, inside, moving, clear, _transform(start, centre, 0.0))
        others = [
            _refined(fixed, inside, moving, clear, _moved(first[0], shift, turn), quick=True)
            for shift, turn in OTHER_STARTS
        ]
    finally:
        sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(threads)
    best = max([first, *others], key=lambda found: found[1])
    move = _rigid(best[0])
    corners = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)], bool)
    places = np.where(corners, high_mm, low_mm)
    ends = [_rigid(found[0]).points(places) for found in (first, *others)]
    spread = max(float(np.linalg.norm(end - move.points(places), axis=1).max()) for end in ends)
    return Registration(move, best[1], spread)


def _sitk_image(volume: Volume, values: np.ndarray) -> sitk.Image:
    image = sitk.GetImageFromArray(values)
    grid = volume.grid
    image.SetOrigin(grid.origin_mm.tolist())
    image.SetSpacing(grid.spacing_mm.tolist())
    image.SetDirection(grid.axes.T.ravel().tolist())
    return image


def _planned_image(planned: Volume, low: np.ndarray, high: np.ndarray) -> tuple[sitk.Image, sitk.Image]:
    """The planned scan about the target in even voxels, and where it holds anything."""
    source = _sitk_image(planned, np.clip(planned.values.astype(np.float32), LEAST_HU, MOST_HU))
    count = np.ceil((high - low) / STEP_MM).astype(int) + 1
    options = {
        "size": count.tolist(),
        "interpolator": sitk.sitkLinear,
        "outputOrigin": [float(v) for v in low],
        "outputSpacing": [STEP_MM] * 3,
    }
    image = sitk.Resample(source, defaultPixelValue=LEAST_HU - 1000, **options)
    inside = sitk.Cast(image > LEAST_HU - 0.5, sitk.sitkUInt8)
    return sitk.Maximum(image, LEAST_HU), inside


def _new_image(new: Volume, seeds_mm: np.ndarray) -> tuple[sitk.Image, sitk.Image]:
    """The new scan, and a mask without metal and what it spoils."""
    values = new.values.astype(np.float32)
    metal = ndimage.binary_dilation(values > 1500, iterations=2)
    for place in np.asarray(seeds_mm, float).reshape(-1, 3):
        index = new.grid.world_to_index(place[None])[0]
        half = np.ceil(SPOILT_MM / np.array(new.grid.spacing_mm)).astype(int)
        low = np.maximum(np.floor(index).astype(int) - half, 0)
        high = np.ceil(index).astype(int) + half + 1
        metal[low[2] : high[2], low[1] : high[1], low[0] : high[0]] = True
    clear = _sitk_image(new, (~metal).astype(np.uint8))
    return _sitk_image(new, np.clip(values, LEAST_HU, MOST_HU)), clear


def _about(volume: Volume, low_mm: np.ndarray, high_mm: np.ndarray) -> Volume:
    """The part of a scan about a box; all of it where the box lies outside."""
    corners = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)], bool)
    index = volume.grid.world_to_index(np.where(corners, high_mm, low_mm))
    most = np.array(volume.grid.shape[::-1])
    low = np.clip(np.floor(index.min(axis=0)).astype(int), 0, most)
    high = np.clip(np.ceil(index.max(axis=0)).astype(int) + 1, 0, most)
    if np.any(high - low < 2):
        return volume
    values = volume.values[low[2] : high[2], low[1] : high[1], low[0] : high[0]]
    return Volume(volume.grid.cropped(low, high), np.ascontiguousarray(values), volume.quantity)


def _best_start(fixed: sitk.Image, inside: sitk.Image, new: Volume, centre: np.ndarray) -> np.ndarray:
    """The shift (3,) at which the images agree best on a coarse net."""
    every = max(1, round(NET_MM / STEP_MM))
    values = ndimage.uniform_filter(sitk.GetArrayFromImage(fixed), every)[::every, ::every, ::every]
    k, j, i = np.nonzero(sitk.GetArrayFromImage(inside)[::every, ::every, ::every])
    mine = values[k, j, i]
    places = np.array(fixed.GetOrigin()) + STEP_MM * every * np.stack([i, j, k], axis=1)
    middle = new.grid.index_to_world((np.array(new.grid.shape[::-1]) - 1) / 2)
    # The same coordinates, and the middle of the new scan where the table stood elsewhere.
    homes = [np.zeros(3)]
    if np.linalg.norm(middle - centre) > 2 * REACH_MM:
        homes.append(middle - centre)
    steps = np.arange(-REACH_MM, REACH_MM + 1, REACH_STEP_MM)
    net = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), axis=-1).reshape(-1, 3)
    # Of equal ones the nearest to where it was.
    net = net[np.argsort(np.linalg.norm(net, axis=1), kind="stable")]
    best, found = -np.inf, homes[0]
    for home in homes:
        part = _about(new, places.min(axis=0) + home - REACH_MM, places.max(axis=0) + home + REACH_MM)
        size = np.maximum(np.round(every * STEP_MM / np.array(part.grid.spacing_mm)[::-1]), 1).astype(int)
        other = ndimage.uniform_filter(np.clip(part.values.astype(np.float32), LEAST_HU, MOST_HU), size)
        for shift in home + net:
            index = part.grid.world_to_index(places + shift).T[::-1]
            theirs = ndimage.map_coordinates(other, index, order=0, mode="constant", cval=LEAST_HU)
            score = _correlation(mine, theirs)
            if score > best + 1e-9:
                best, found = score, shift
    return found


def _correlation(a: np.ndarray, b: np.ndarray) -> float:
    a, b = a - a.mean(), b - b.mean()
    size = float(np.sqrt((a @ a) * (b @ b)))
    return float(a @ b) / size if size > 0 else -1.0


def _transform(shift, centre, turn_rad: float) -> sitk.Euler3DTransform:
    made = sitk.Euler3DTransform()
    made.SetCenter([float(v) for v in centre])
    made.SetTranslation([float(v) for v in shift])
    made.SetRotation(0.0, 0.0, turn_rad)
    return made


def _moved(found: sitk.Euler3DTransform, shift, turn_deg: float) -> sitk.Euler3DTransform:
    made = sitk.Euler3DTransform(found)
    made.SetTranslation([a + b for a, b in zip(found.GetTranslation(), shift, strict=True)])
    made.SetRotation(
        found.GetAngleX(), found.GetAngleY() + np.radians(turn_deg), found.GetAngleZ() + np.radians(turn_deg)
    )
    return made


def _refined(fixed, inside, moving, clear, start, quick: bool = False):
    """The transform that a start ends at, and the correlation there."""
    method = sitk.ImageRegistrationMethod()
    method.SetMetricAsCorrelation()
    method.SetMetricFixedMask(inside)
    method.SetMetricMovingMask(clear)
    rounds = slice(1, None) if quick else slice(None)
    blurs, parts = BLURS_MM[rounds], PARTS[rounds]
    method.SetMetricSamplingStrategy(method.REGULAR)
    method.SetMetricSamplingPercentagePerLevel(parts, 7)
    method.SetInterpolator(sitk.sitkLinear)
    method.SetOptimizerAsRegularStepGradientDescent(1.0, 0.02, 80, 0.5, 1e-5)
    method.SetOptimizerScalesFromPhysicalShift()
    method.SetShrinkFactorsPerLevel([2, 1, 1][rounds])
    method.SetSmoothingSigmasPerLevel(blurs)
    method.SmoothingSigmasAreSpecifiedInPhysicalUnitsOn()
    found = sitk.Euler3DTransform(start)
    method.SetInitialTransform(found, inPlace=True)
    method.Execute(fixed, moving)
    # The metric is the square of the correlation, negative.
    return found, float(np.sqrt(max(0.0, -method.GetMetricValue())))


def _rigid(found: sitk.Euler3DTransform) -> RigidMove:
    matrix = np.array(found.GetMatrix()).reshape(3, 3)
    centre, shift = np.array(found.GetCenter()), np.array(found.GetTranslation())
    return RigidMove(matrix, shift + centre - matrix @ centre)
