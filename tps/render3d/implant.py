"""The scene of a plan: patient, target, organs, needles, seeds and the prescription isodose."""

from collections.abc import Sequence

import numpy as np

from tps.dose.grids import picture_grid
from tps.dose.model import DoseModel
from tps.model.case import Case
from tps.model.grid import Grid, Volume
from tps.model.plan import Plan, Seed
from tps.model.protocol import Protocol
from tps.render3d import palette
from tps.render3d.camera import camera_for
from tps.render3d.labels import place_labels
from tps.render3d.scene import DEFAULT_SIZE, Rods, Scene, Surface

# The CT is thinned to about this voxel size for its surfaces, mm.
CT_STEP_MM = 2.5

# How far above and below needles and targets the patient is shown, mm.
SHOWN_BEYOND_MM = 60.0

# Organs are shown up to this far from the targets, mm, and up to this size, mm3: a liver would hide all.
ORGAN_WITHIN_MM = 30.0
ORGAN_AT_MOST_MM3 = 200e3

# Step of the surfaces of regions, mm.
REGION_STEP_MM = 1.5

# At most this many organs, nearest first: more hide each other.
MOST_ORGANS = 4

# Needles and seeds are drawn thicker than they are (0.64 and 0.4 mm), or they would vanish.
NEEDLE_RADIUS_MM = 0.9
SEED_RADIUS_MM = 1.4

# The view with the least bone before the target is chosen by about this many points of it, this deep, mm.
VIEW_POINTS, VIEW_STEP_MM, VIEW_DEPTH_MM = 60, 5.0, 200.0

# How much of a needle is drawn outside the skin.
STICKS_OUT_MM = 15.0

# Lines from needles to numbers that stand farther out.
LEADER_RADIUS_MM = 0.3


def implant_scene(
    case: Case,
    plan: Plan,
    engine: DoseModel,
    target_solids: Sequence,
    organ_solids: Sequence,
    protocol: Protocol,
    seed_length_mm: float,
    existing: Sequence[Seed] = (),
) -> Scene:
    """Lay out the scene of a plan; of the organs, small ones near the targets.

    Parameters
    ----------
    case : Case
    plan : Plan
    engine : DoseModel
    target_solids, organ_solids : sequence of Solid
    protocol : Protocol
    seed_length_mm : float
        Of a seed's capsule.
    existing : sequence of Seed
        Seeds that were there before.
    """
    bounds = np.concatenate([np.stack(s.structure.bounds_mm()) for s in target_solids])
    ends = np.array([[n.entry_mm, n.tip_mm] for n in plan.needles]).reshape(-1, 2, 3)
    points = np.concatenate([bounds, ends.reshape(-1, 3)])
    surfaces = [_region(s, palette.TARGET, 0.75) for s in target_solids]
    surfaces += [_region(s, palette.ORGAN, 0.35) for s in _nearby(organ_solids, bounds)]
    if seeds := (*plan.seeds, *existing):
        grid = picture_grid([s.structure.bounds_mm() for s in target_solids], protocol)
        dose = engine.dose_grid(grid, seeds)
        surfaces.append(Surface("prescription", dose, plan.prescription.dose_gy, palette.PRESCRIPTION, 0.22))
    ct = _thinned(case.ct, points[:, 2].min() - SHOWN_BEYOND_MM, points[:, 2].max() + SHOWN_BEYOND_MM)
    surfaces.append(Surface("bone", ct, protocol.bone_hu, palette.BONE, 0.8, inside=protocol.body_hu))
    surfaces.append(Surface("body", ct, protocol.body_hu, palette.BODY, 0.18, filled=True))
    rods = [Rods("needles", _tails(ends), NEEDLE_RADIUS_MM, palette.NEEDLE)] if len(ends) else []
    implanted: tuple[tuple[str, Sequence[Seed], str], ...] = (
        ("seeds", plan.seeds, palette.SEED),
        ("existing", existing, palette.DERIVED),
    )
    for name, drawn, colour in implanted:
        if drawn:
            half = np.array([s.direction for s in drawn]) * seed_length_mm / 2
            centre = np.array([s.position_mm for s in drawn])
            rods.append(Rods(name, np.stack([centre - half, centre + half], axis=1), SEED_RADIUS_MM, colour))
    targets = np.concatenate([s.quadrature(VIEW_STEP_MM)[0] for s in target_solids])
    camera = camera_for(
        points, [n.direction for n in plan.needles], lambda view: _hidden(ct, protocol.bone_hu, targets, view)
    )
    labels, leaders = place_labels(plan.needles, camera, DEFAULT_SIZE[1])
    if len(leaders):
        rods.append(Rods("leaders", leaders, LEADER_RADIUS_MM, palette.DERIVED))
    return Scene(tuple(surfaces), tuple(rods), camera, labels)


def _tails(ends: np.ndarray) -> np.ndarray:
    """Needles drawn from outside the skin, as they stick out."""
    along = ends[:, 1] - ends[:, 0]
    out = ends[:, 0] - STICKS_OUT_MM * along / np.linalg.norm(along, axis=1, keepdims=True)
    return np.stack([out, ends[:, 1]], axis=1)


def _hidden(ct: Volume, bone_hu: float, points: np.ndarray, direction: np.ndarray) -> float:
    """Part of ``points`` (n, 3) that bone stands in front of for somebody who looks along ``direction``."""
    chosen = points[:: max(1, len(points) // VIEW_POINTS)]
    rays = chosen[:, None, :] - np.arange(0.0, VIEW_DEPTH_MM, CT_STEP_MM)[None, :, None] * direction
    index = np.rint(ct.grid.world_to_index(rays.reshape(-1, 3))).astype(int)
    size = np.array(ct.grid.shape[::-1])
    seen = np.all((index >= 0) & (index < size), axis=1)
    i, j, k = np.clip(index, 0, size - 1).T
    bone = seen & (ct.values[k, j, i] > bone_hu)
    return float(bone.reshape(rays.shape[:2]).any(axis=1).mean())


def _region(solid, colour: str, opacity: float) -> Surface:
    low, high = solid.structure.bounds_mm()
    step = max(REGION_STEP_MM, float(np.max(high - low)) / 80.0)
    grid = Grid.around(low - 2 * step, high + 2 * step, step)
    return Surface(solid.name, solid.mask(grid), 0.5, colour, opacity, smooth=True)


def _nearby(organ_solids: Sequence, bounds: np.ndarray) -> list:
    low, high = bounds.min(axis=0), bounds.max(axis=0)

    def gap(solid) -> float:
        organ_low, organ_high = solid.structure.bounds_mm()
        return float(np.linalg.norm(np.maximum(0, np.maximum(organ_low - high, low - organ_high))))

    small = [s for s in organ_solids if s.volume_mm3 <= ORGAN_AT_MOST_MM3]
    near = sorted((s for s in small if gap(s) <= ORGAN_WITHIN_MM), key=gap)
    return near[:MOST_ORGANS]


def _thinned(ct: Volume, low_z_mm: float, high_z_mm: float) -> Volume:
    """The part of the CT between two heights, averaged over blocks of about ``CT_STEP_MM``."""
    corner = (np.indices((2, 2, 2)).reshape(3, -1).T * (np.array(ct.grid.shape[::-1]) - 1)).astype(float)
    world = ct.grid.index_to_world(corner)
    world[:, 2] = np.clip(world[:, 2], low_z_mm, high_z_mm)
    index = ct.grid.world_to_index(world)
    size = np.array(ct.grid.shape[::-1])
    low = np.clip(np.floor(index.min(axis=0)).astype(int), 0, size - 1)
    high = np.clip(np.ceil(index.max(axis=0)).astype(int) + 1, low + 1, size)
    block = np.maximum(1, np.round(CT_STEP_MM / ct.grid.spacing_mm).astype(int))
    block = np.minimum(block, high - low)
    count = (high - low) // block
    high = low + count * block
    part = ct.values[low[2] : high[2], low[1] : high[1], low[0] : high[0]]
    shape = (count[2], block[2], count[1], block[1], count[0], block[0])
    values = part.reshape(shape).mean(axis=(1, 3, 5), dtype=np.float32)
    origin = ct.grid.index_to_world(low + (block - 1) / 2)
    return Volume(Grid(origin, ct.grid.spacing_mm * block, values.shape, ct.grid.axes), values, ct.quantity)
