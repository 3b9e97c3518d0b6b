"""From a phantom to a folder of files: all of them, or none."""

import json
import os
from dataclasses import replace
from pathlib import Path

import numpy as np

from phantoms.catalogue import scene as scene_of
from phantoms.catalogue import usual_position
from phantoms.dicom_ct import write_ct
from phantoms.dicom_rtstruct import write_rtstruct
from phantoms.errors import PhantomError
from phantoms.frame import ORIENTATIONS, Frame, Identifiers
from phantoms.layers import Raster, paint
from phantoms.scene import Scene
from phantoms.shapes.contours import CELLS
from phantoms.truth import SCHEMA, truth_of
from tps.formats.folder import check_destination, fill_folder
from tps.formats.owned import Mark

# Thinner slices would make scans of thousands of files, thicker ones miss small targets.
SLICE_RANGE_MM = (0.5, 10.0)

# Organs are outlined with about half the vertices of a target; the vertices are as exact.
ORGAN_CELLS = 36

# A region on fewer slices has no extent that could be told from the contours.
LEAST_SLICES = 2

# The file by which a folder is known to hold a phantom.
TRUTH = "truth.json"
MARK = Mark(TRUTH, SCHEMA)

# Version of what is written: raise it when any voxel, contour or number of an image changes, so that
# identifiers change with them.
EDITION = 4


def write_phantom(
    name: str,
    out,
    *,
    slice_mm: float = 2.5,
    position: str | None = None,
    seed: int = 0,
    lesions: bool = True,
    overwrite: bool = False,
    report=None,
) -> Path:
    """Write a synthetic patient as DICOM with known truth.

    Parameters
    ----------
    name : str
        One of ``phantoms.names()``.
    out : path
        Folder to make: ``ct/NNN.dcm``, ``rtstruct.dcm``, ``truth.json``.
    slice_mm : float
        Distance and thickness of the slices, mm.
    position : {"HFS", "HFP", "FFS", "FFP"}, optional
        How the patient lies; the anatomy keeps its patient coordinates, the couch is below the patient.
        Default: with the side up from which the lesion is reached, as for an implant, the images stored
        front up.
    seed : int
        Of the noise; the same seed gives the same bytes, identifiers included.
    lesions : bool
        False: the same scan without lesions and target contours.
    overwrite : bool
        Replace the files of a phantom that is there; what else lies in its folder stays.
    report : callable, optional
        Told the fraction of the slices painted so far.

    Returns
    -------
    Path
        The folder written.

    Raises
    ------
    PhantomError
        If an option is not usable; nothing is written then.
    OutputRefused
        If the folder is there already, or cannot be written; what was there is untouched.
    """
    upright, position = position is None, usual_position(name) if position is None else position
    if position not in ORIENTATIONS:
        raise PhantomError(f"no patient position {position!r}", f"one of: {', '.join(ORIENTATIONS)}")
    scene = scene_of(name, prone=position.endswith("P"))
    return write_scene(
        scene if lesions else scene.healthy(),
        out,
        slice_mm=slice_mm,
        position=position,
        upright=upright,
        seed=seed,
        overwrite=overwrite,
        report=report,
    )


def write_scene(
    scene: Scene,
    out,
    *,
    slice_mm: float,
    position: str,
    seed: int,
    upright: bool = False,
    overwrite: bool = False,
    extra: dict | None = None,
    report=None,
) -> Path:
    """Write any scene; parameters and errors as for ``write_phantom``; ``extra`` goes into ``truth.json``.

    Parameters
    ----------
    scene : Scene
    out, slice_mm, position, seed, overwrite, report : as for ``write_phantom``
    upright : bool
        Store the images front up however the patient lies.
    extra : dict, optional
        More keys for ``truth.json``.
    """
    out = Path(os.path.abspath(out))
    _check(slice_mm, position, seed)
    check_destination(out, overwrite=overwrite, mark=MARK)  # before the scan is painted
    raster = Raster.centred(scene.pixels, scene.pixel_mm, _planes(scene.z_mm, slice_mm))
    frame = Frame(position, raster.x_mm, raster.y_mm, raster.z_mm, upright)
    options = {"name": scene.name, "slice_mm": float(slice_mm), "position": position, "seed": int(seed)} | (
        extra or {}
    )
    identifiers = Identifiers(f"seedwright phantom {EDITION} " + json.dumps(options, sort_keys=True))
    scene, rings = _contoured(scene, frame)
    truth = truth_of(scene, identifiers, frame, float(slice_mm), rings, options)
    volume = paint(scene.layers, raster, noise_hu=scene.noise_hu, seed=seed, report=report)
    return fill_folder(
        out,
        lambda folder: _write_files(folder, scene, identifiers, frame, truth, rings, volume),
        overwrite=overwrite,
        mark=MARK,
    )


def _contoured(scene: Scene, frame: Frame) -> tuple[Scene, dict]:
    """The rings of every region, and the scene with those organs only of which the scan shows something."""
    rings = {
        region.name: region.shape.contours(frame.slice_z_mm, CELLS if region.kind == "GTV" else ORGAN_CELLS)
        for region in scene.regions
    }
    seen = tuple(region for region in scene.regions if sum(map(bool, rings[region.name])) >= LEAST_SLICES)
    for target in scene.targets:
        if target not in seen:
            raise PhantomError(f"{target.name} lies on fewer than {LEAST_SLICES} slices", "thinner slices")
    return replace(scene, regions=seen), rings


def _check(slice_mm, position, seed) -> None:
    low, high = SLICE_RANGE_MM
    if not low <= slice_mm <= high:
        raise PhantomError(f"slice_mm is {slice_mm}", f"{low} to {high} mm")
    if position not in ORIENTATIONS:
        raise PhantomError(f"no patient position {position!r}", f"one of: {', '.join(ORIENTATIONS)}")
    if seed < 0:
        raise PhantomError(f"seed is {seed}", "a whole number, 0 or more")


def _planes(z_mm, slice_mm: float) -> np.ndarray:
    """Slice planes: whole multiples of the slice distance within ``z_mm``."""
    first, last = np.ceil(z_mm[0] / slice_mm), np.floor(z_mm[1] / slice_mm)
    return np.arange(first, last + 1) * slice_mm


def _write_files(folder, scene, identifiers, frame, truth, rings, volume) -> None:
    write_ct(folder / "ct", scene, identifiers, frame, truth["frame"]["slice_mm"], volume)
    write_rtstruct(folder / "rtstruct.dcm", scene, identifiers, frame, rings)
    written = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    (folder / TRUTH).write_text(json.dumps(truth | {"files": written}, indent=1) + "\n")
