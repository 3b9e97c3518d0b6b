"""The CT made after an implant: a phantom moved as a whole, seeds as they came to lie, and the truth."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np

from phantoms.catalogue import scene as scene_of
from phantoms.catalogue import usual_position
from phantoms.dicom_ct import write_ct
from phantoms.dicom_rtstruct import write_rtstruct
from phantoms.errors import PhantomError
from phantoms.frame import ORIENTATIONS, Frame, Identifiers
from phantoms.implant_errors import Errors, decoys_near, implanted, planned_rows, unit
from phantoms.layers import Raster
from phantoms.moved import Move, contoured, moved_image
from phantoms.scanner import Scanner
from phantoms.scene import Scene
from phantoms.seed_looks import look_of
from phantoms.stamp import Decoy, StampedSeed, shown_mm, stamp
from phantoms.swelling import Swelling, swelling_about, swollen
from tps.formats.folder import check_destination, fill_folder
from tps.formats.owned import Mark

SCHEMA = "seedwright-implant-truth-1"
TRUTH = "truth.json"
MARK = Mark(TRUTH, SCHEMA)

# Raise it when any voxel or number changes, so that identifiers change with them.
EDITION = 2

# Seeds of an implant that is drawn, not planned, by the target's volume, within bounds.
CC_PER_SEED, SEED_RANGE = 0.6, (6, 60)

T = TypeVar("T", StampedSeed, Decoy)


def write_post_implant(
    name: str,
    out,
    *,
    planned: Sequence[tuple] | None = None,
    after=None,
    slice_mm: float = 2.5,
    position: str | None = None,
    seed: int = 0,
    scanner: Scanner | None = None,
    errors: Errors | None = None,
    move: Move | None = None,
    swelling: float = 1.0,
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
        The plan's seeds, in the frame of the phantom, or of the scan of ``after``; default: a pattern through
        each target.
    after : path, optional
        Folder of an earlier implant of the same phantom: its seeds lie there already, its decoys too.
    slice_mm : float
    position : str, optional
        As for ``write_phantom``.
    seed : int
        Of errors and noise; the same seed gives the same bytes.
    scanner : Scanner, optional
        Its ``slice_mm`` is the thickness; default: that of the distance.
    errors : Errors, optional
    move : Move, optional
    swelling : float
        By which the volume of each target has grown since the plan, with what surrounds it pushed away.
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
    plain = scene_of(name, prone=position.endswith("P"))
    before = _before(after, name, planned is not None, swelling) if after is not None else _Before()
    swellings = before.swellings
    if swelling != 1.0:
        swellings = tuple(swelling_about(t.shape, swelling) for t in plain.targets)
    scene, whole = _swollen(plain, swellings), move.after(before.move) if before.move else move
    low, high = (z + whole.shift_mm[2] for z in scene.z_mm)
    planes = np.arange(np.ceil(low / slice_mm), np.floor(high / slice_mm) + 1) * slice_mm
    raster = Raster.centred(scene.pixels, scene.pixel_mm, planes)
    frame = Frame(position, raster.x_mm, raster.y_mm, raster.z_mm, upright)
    rng = np.random.default_rng([seed, 7])
    plan = _given(planned) if planned is not None else _drawn(plain, rng)
    seeds, lost = implanted(plan, errors, rng, before.seeds)
    decoys = list(before.decoys)
    if after is None:
        centre = np.mean([s.position_mm for s in plan], axis=0)
        decoys = decoys_near(centre, seeds, errors, rng)
        for one in swellings:
            seeds, decoys = [_grown(s, one) for s in seeds], [_grown(d, one) for d in decoys]
    seeds, decoys = [_moved(s, move) for s in seeds], [_moved(d, move) for d in decoys]
    _check_inside(seeds, raster)
    volume = moved_image(scene, raster, whole, seed, report)
    volume = stamp(volume, raster, seeds, model, scanner, decoys, seed)
    options = {
        "name": name,
        "slice_mm": float(slice_mm),
        "position": position,
        "seed": int(seed),
        "look": look,
    }
    options |= {"scanner": asdict(scanner), "errors": asdict(errors), "move": asdict(move)}
    options |= {"swelling": float(swelling), "after": before.text}
    options |= {"planned": [[s.needle, *_listed(s.position_mm), *_listed(s.direction)] for s in plan]}
    text = json.dumps(options, sort_keys=True)
    identifiers = Identifiers(f"seedwright implanted phantom {EDITION} {text}")
    scene, rings = contoured(scene, frame, whole)
    moves = {"move": move, "whole": whole, "swellings": swellings}
    shown = [shown_mm(s, model, raster, scanner) for s in seeds]
    truth = _truth(scene, options, frame, model, seeds, shown, lost, decoys, moves)

    def write(folder: Path) -> None:
        write_ct(folder / "ct", scene, identifiers, frame, float(slice_mm), volume, scanner.clip_hu)
        write_rtstruct(folder / "rtstruct.dcm", scene, identifiers, frame, rings)
        files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
        (folder / TRUTH).write_text(json.dumps(truth | {"files": files}, indent=1) + "\n")

    return fill_folder(out, write, overwrite=overwrite, mark=MARK)


@dataclass(frozen=True)
class _Before:
    """What an earlier implant left: seeds and decoys in its scan, how the patient lay there, its options."""

    seeds: tuple[StampedSeed, ...] = ()
    decoys: tuple[Decoy, ...] = ()
    move: Move | None = None
    swellings: tuple[Swelling, ...] = ()
    text: str = ""


def _before(folder, name: str, has_plan: bool, swelling: float) -> _Before:
    path = Path(folder) / TRUTH
    try:
        truth = json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise PhantomError(f"{path} cannot be read", "the folder of an implant made before") from error
    if truth.get("schema") != SCHEMA or truth.get("name") != name:
        raise PhantomError(f"{folder} holds no implant of {name}", "the folder of an implant made before")
    if not has_plan:
        raise PhantomError("an implant after another without its seeds", "the seeds of its plan")
    if swelling != 1.0:
        raise PhantomError("a swelling after an earlier implant", "one with the first implant, or none")
    seeds = tuple(
        StampedSeed(
            np.array(s["position_mm"]),
            unit(s["direction"]),
            s["needle"],
            "there",
            s["cluster"],
            np.array(s["position_mm"]),
            unit(s["direction"]),
        )
        for s in truth["seeds"]
    )
    decoys = tuple(
        Decoy(d["kind"], np.array(d["position_mm"]), tuple(d["size_mm"]), d["hu"], unit(d["direction"]))
        for d in truth["decoys"]
    )
    where, grown = truth["moved_since_the_plan"], truth["swellings"]
    move = Move(where["turn_deg"], tuple(where["shift_mm"]), tuple(where["about_mm"]))
    swellings = tuple(Swelling(tuple(g["centre_mm"]), g["radius_mm"], tuple(g["growth"])) for g in grown)
    return _Before(seeds, decoys, move, swellings, json.dumps(truth["options"], sort_keys=True))


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


def _swollen(scene: Scene, swellings: Sequence[Swelling]) -> Scene:
    """The phantom with its tissue grown."""
    if not swellings:
        return scene
    return replace(
        scene,
        layers=tuple(replace(one, shape=swollen(one.shape, swellings)) for one in scene.layers),
        regions=tuple(replace(one, shape=swollen(one.shape, swellings)) for one in scene.regions),
    )


def _grown(one: T, swelling: Swelling) -> T:
    return replace(
        one,
        position_mm=swelling.points(one.position_mm[None])[0],
        direction=swelling.direction(one.position_mm, one.direction),
    )


def _moved(one: T, move: Move) -> T:
    return replace(
        one,
        position_mm=move.points(one.position_mm[None])[0],
        direction=move.matrix() @ one.direction,
    )


def _check_inside(seeds, raster: Raster) -> None:
    for number, one in enumerate(seeds, start=1):
        for value, axis in zip(one.position_mm, (raster.x_mm, raster.y_mm, raster.z_mm), strict=True):
            if not axis[0] < value < axis[-1]:
                where = np.round(one.position_mm, 1).tolist()
                raise PhantomError(f"seed {number} would lie outside the scan, at {where}", "seeds inside it")


def _listed(values) -> list[float]:
    return [round(float(v), 4) for v in values]


def _truth(scene, options, frame, model, seeds, shown, lost, decoys, moves) -> dict:
    move, whole = moves["move"], moves["whole"]
    return {
        "schema": SCHEMA,
        "name": scene.name,
        "title": f"{scene.title}, after an implant; synthetic seeds",
        "targets": [r.name for r in scene.targets],
        "options": options,
        "seed_model": asdict(model) | {"excess_hu_mm3": model.mass_hu_mm3},
        "move": {"matrix": [_listed(row) for row in move.matrix()], **asdict(move)},
        # From the frame of the phantom, which an earlier implant has moved already.
        "moved_since_the_plan": asdict(whole),
        # In the frame of the phantom, before any move, one upon the other.
        "swellings": [asdict(s) | {"volume_factor": s.volume_factor} for s in moves["swellings"]],
        "breathing": options["scanner"]["breathing"],
        "frame": {"position": frame.position, "slice_z_mm": _listed(frame.slice_z_mm)},
        "seeds": [
            {
                "id": number,
                "needle": s.needle,
                "position_mm": _listed(s.position_mm),
                "direction": _listed(s.direction),
                "shown_mm": _listed(place),
                "kind": s.kind,
                "cluster": s.cluster,
                "planned_mm": _listed(s.planned_mm),
                "planned_direction": _listed(s.planned_direction),
            }
            for number, (s, place) in enumerate(zip(seeds, shown, strict=True), start=1)
        ],
        "lost": [{"needle": s.needle, "planned_mm": _listed(s.position_mm)} for s in lost],
        "decoys": [
            {
                "kind": d.kind,
                "position_mm": _listed(d.position_mm),
                "direction": _listed(d.direction),
                "size_mm": _listed(d.size_mm),
                "hu": d.hu,
            }
            for d in decoys
        ],
    }
