"""The CT made after an implant: a phantom moved as a whole, seeds as they came to lie, and the truth."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from scipy import ndimage

from phantoms.catalogue import scene as scene_of
from phantoms.catalogue import usual_position
from phantoms.dicom_ct import write_ct
from phantoms.dicom_rtstruct import write_rtstruct
from phantoms.errors import PhantomError
from phantoms.frame import ORIENTATIONS, Frame, Identifiers
from phantoms.implant_errors import Errors, decoys_near, implanted, planned_rows, unit
from phantoms.layers import Raster, paint
from phantoms.scanner import Scanner
from phantoms.seed_looks import look_of
from phantoms.stamp import Decoy, StampedSeed, stamp
from phantoms.write import CELLS, LEAST_SLICES, ORGAN_CELLS
from tps.formats.folder import check_destination, fill_folder
from tps.formats.owned import Mark

SCHEMA = "seedwright-implant-truth-1"
TRUTH = "truth.json"
MARK = Mark(TRUTH, SCHEMA)

# Raise it when any voxel or number changes, so that identifiers change with them.
EDITION = 1

# Seeds of an implant that is drawn, not planned, by the target's volume, within bounds.
CC_PER_SEED, SEED_RANGE = 0.6, (6, 60)


@dataclass(frozen=True)
class Move:
    """A rigid move from the frame of the plan to that of the new CT: a turn about z, then a shift.

    Parameters
    ----------
    turn_deg : float
        About the axis through ``about_mm``, from x towards y.
    shift_mm : (x, y, z)
    about_mm : (x, y)
    """

    turn_deg: float = 2.0
    shift_mm: tuple[float, float, float] = (4.0, -3.0, 2.3)
    about_mm: tuple[float, float] = (0.0, 0.0)

    def matrix(self) -> np.ndarray:
        """Rotation (3, 3)."""
        c, s = np.cos(np.radians(self.turn_deg)), np.sin(np.radians(self.turn_deg))
        return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1.0]])

    def points(self, points_mm) -> np.ndarray:
        """Points (n, 3) moved."""
        about = np.array([*self.about_mm, 0.0])
        return (np.asarray(points_mm, float) - about) @ self.matrix().T + about + self.shift_mm

    def rings(self, rings):
        """Level rings (n, 2) moved within their planes."""
        about = np.array(self.about_mm)
        turn = self.matrix()[:2, :2].T
        return [
            [(ring - about) @ turn + about + np.array(self.shift_mm[:2]) for ring in plane] for plane in rings
        ]


STILL = Move(0.0, (0.0, 0.0, 0.0))


def write_post_implant(
    name: str,
    out,
    *,
    planned: Sequence[tuple] | None = None,
    slice_mm: float = 2.5,
    position: str | None = None,
    seed: int = 0,
    scanner: Scanner | None = None,
    errors: Errors | None = None,
    move: Move | None = None,
    look: str = "6711",
    overwrite: bool = False,
    report=None,
) -> Path:
    """Write the CT of a phantom after an implant: ``ct/``, ``rtstruct.dcm``, ``truth.json``.

    Parameters
    ----------
    name : str
        One of ``phantoms.names()``.
    out : path
    planned : sequence of (needle, position (3,), direction (3,)), optional
        The plan's seeds, in the frame of the phantom; default: a pattern through each target.
    slice_mm : float
    position : str, optional
        As for ``write_phantom``.
    seed : int
        Of errors and noise; the same seed gives the same bytes.
    scanner : Scanner, optional
        Its ``slice_mm`` is the thickness; default: that of the distance.
    errors : Errors, optional
    move : Move, optional
    look : str
        A key of ``phantoms.seed_looks.LOOKS``.
    overwrite : bool
    report : callable, optional
        Told the fraction of the slices painted.

    Returns
    -------
    Path
        The folder written.

    Raises
    ------
    PhantomError
        If an option is not usable; nothing is written then.
    OutputRefused
        If the folder is there already, or cannot be written.
    """
    out = Path(os.path.abspath(out))
    upright, position = position is None, usual_position(name) if position is None else position
    if position not in ORIENTATIONS:
        raise PhantomError(f"no patient position {position!r}", f"one of: {', '.join(ORIENTATIONS)}")
    if seed < 0:
        raise PhantomError(f"seed is {seed}", "a whole number, 0 or more")
    scanner = scanner or Scanner(slice_mm=slice_mm)
    errors, move, model = errors or Errors(), move or Move(), look_of(look)
    check_destination(out, overwrite=overwrite, mark=MARK)
    scene = scene_of(name, prone=position.endswith("P"))
    low, high = (z + move.shift_mm[2] for z in scene.z_mm)
    planes = np.arange(np.ceil(low / slice_mm), np.floor(high / slice_mm) + 1) * slice_mm
    raster = Raster.centred(scene.pixels, scene.pixel_mm, planes)
    frame = Frame(position, raster.x_mm, raster.y_mm, raster.z_mm, upright)
    rng = np.random.default_rng([seed, 7])
    plan = _given(planned) if planned is not None else _drawn(scene, rng)
    seeds, lost = implanted(plan, errors, rng)
    centre = np.mean([s.position_mm for s in plan], axis=0)
    decoys = [_moved_decoy(d, move) for d in decoys_near(centre, seeds, errors, rng)]
    seeds = [
        replace(s, position_mm=move.points(s.position_mm[None])[0], direction=move.matrix() @ s.direction)
        for s in seeds
    ]
    _check_inside(seeds, raster)
    volume = _moved_image(scene, raster, move, seed, report)
    volume = stamp(volume, raster, seeds, model, scanner, decoys, seed)
    options = {
        "name": name,
        "slice_mm": float(slice_mm),
        "position": position,
        "seed": int(seed),
        "look": look,
    }
    options |= {"scanner": asdict(scanner), "errors": asdict(errors), "move": asdict(move)}
    options |= {"planned": [[s.needle, *_listed(s.position_mm), *_listed(s.direction)] for s in plan]}
    text = json.dumps(options, sort_keys=True)
    identifiers = Identifiers(f"seedwright implanted phantom {EDITION} {text}")
    scene, rings = _contoured(scene, frame, move)
    truth = _truth(scene, options, frame, model, seeds, lost, decoys, move)

    def write(folder: Path) -> None:
        write_ct(folder / "ct", scene, identifiers, frame, float(slice_mm), volume, scanner.clip_hu)
        write_rtstruct(folder / "rtstruct.dcm", scene, identifiers, frame, rings)
        files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
        (folder / TRUTH).write_text(json.dumps(truth | {"files": files}, indent=1) + "\n")

    return fill_folder(out, write, overwrite=overwrite, mark=MARK)


def _given(planned) -> list[StampedSeed]:
    return [StampedSeed(np.asarray(p, float), unit(u), int(n)) for n, p, u in planned]


def _drawn(scene, rng) -> list[StampedSeed]:
    """A pattern of seeds through each target, its needles near the plane of the slices."""
    plan: list[StampedSeed] = []
    for target in scene.targets:
        count = int(np.clip(round(target.shape.volume_mm3() / 1000 / CC_PER_SEED), *SEED_RANGE))
        direction = unit(scene.approaches[0]) if scene.approaches else np.array([0.0, 1.0, 0.0])
        direction = unit(direction + [0, 0, rng.normal(0, 0.05)])
        first = max((s.needle for s in plan), default=0)
        rows = planned_rows(target.shape.centroid_mm(), direction, count)
        plan += [replace(s, needle=s.needle + first) for s in rows]
    if not plan:
        raise PhantomError(f"{scene.name} has no target to put seeds into", "a phantom with a target")
    return plan


def _moved_decoy(decoy: Decoy, move: Move) -> Decoy:
    return replace(
        decoy,
        position_mm=move.points(decoy.position_mm[None])[0],
        direction=move.matrix() @ decoy.direction,
    )


def _check_inside(seeds, raster: Raster) -> None:
    for number, one in enumerate(seeds, start=1):
        for value, axis in zip(one.position_mm, (raster.x_mm, raster.y_mm, raster.z_mm), strict=True):
            if not axis[0] < value < axis[-1]:
                where = np.round(one.position_mm, 1).tolist()
                raise PhantomError(f"seed {number} would lie outside the scan, at {where}", "seeds inside it")


def _moved_image(scene, raster: Raster, move: Move, seed: int, report) -> np.ndarray:
    """The painted phantom after the move: planes taken at the height they come from, then turned."""
    from_z = Raster(raster.x_mm, raster.y_mm, raster.z_mm - move.shift_mm[2])
    volume = paint(scene.layers, from_z, noise_hu=scene.noise_hu, seed=seed, report=report)
    if move == STILL:
        return volume
    # Row, column of the old image for row, column of the new one.
    back = move.matrix()[:2, :2].T
    pixel = float(raster.x_mm[1] - raster.x_mm[0])
    first = np.array([raster.x_mm[0], raster.y_mm[0]])
    about, shift = np.array(move.about_mm), np.array(move.shift_mm[:2])
    offset = (back @ (first - about - shift) + about - first) / pixel
    turn = back[::-1, ::-1]
    for k, plane in enumerate(volume):
        moved = ndimage.affine_transform(
            plane.astype(np.float32), turn, offset[::-1], order=1, mode="constant", cval=-1000
        )
        volume[k] = np.rint(moved)
    return volume


def _contoured(scene, frame: Frame, move: Move):
    """The regions that the new scan shows, and their rings, moved."""
    heights = frame.slice_z_mm - move.shift_mm[2]
    rings = {
        r.name: move.rings(r.shape.contours(heights, CELLS if r.kind == "GTV" else ORGAN_CELLS))
        for r in scene.regions
    }
    seen = tuple(r for r in scene.regions if sum(map(bool, rings[r.name])) >= LEAST_SLICES)
    return replace(scene, regions=seen), rings


def _listed(values) -> list[float]:
    return [round(float(v), 4) for v in values]


def _truth(scene, options, frame, model, seeds, lost, decoys, move: Move) -> dict:
    return {
        "schema": SCHEMA,
        "name": scene.name,
        "title": f"{scene.title}, after an implant; synthetic seeds",
        "targets": [r.name for r in scene.targets],
        "options": options,
        "seed_model": asdict(model) | {"excess_hu_mm3": model.mass_hu_mm3},
        "move": {"matrix": [_listed(row) for row in move.matrix()], **asdict(move)},
        "frame": {"position": frame.position, "slice_z_mm": _listed(frame.slice_z_mm)},
        "seeds": [
            {
                "id": number,
                "needle": s.needle,
                "position_mm": _listed(s.position_mm),
                "direction": _listed(s.direction),
                "kind": s.kind,
                "cluster": s.cluster,
                "planned_mm": _listed(s.planned_mm),
                "planned_direction": _listed(s.planned_direction),
            }
            for number, s in enumerate(seeds, start=1)
        ],
        "lost": [{"needle": s.needle, "planned_mm": _listed(s.position_mm)} for s in lost],
        "decoys": [
            {"kind": d.kind, "position_mm": _listed(d.position_mm), "size_mm": _listed(d.size_mm), "hu": d.hu}
            for d in decoys
        ],
    }
