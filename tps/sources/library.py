"""The seed models: those shipped, and the user's own from a folder of files in the same form."""

import hashlib
import itertools
import os
from pathlib import Path

import numpy as np
from pydantic import ValidationError

from tps.errors import BadInput, UnknownName
from tps.formats.json_file import read_json
from tps.model import SourceModel
from tps.model.source import USER_LEVEL
from tps.sources.plausible import check_plausible
from tps.sources.schema import SourceFile

DATA = Path(__file__).parent / "data"

# Seeds of permanent implants are titanium capsules of this size; used where a file states none.
CAPSULE_DIAMETER_MM = 0.8
CAPSULE_LENGTH_MM = 4.5
# The line source ends at least this far inside the capsule, so that the dose at the capsule's end is finite.
CAPSULE_END_MM = 0.1

# A source file has some ten kilobytes.
MAX_BYTES = 10_000_000

LEVELS = ("A", "B", "C", "D")

# Where the user's own source files lie, for every command that is not told otherwise.
FOLDER_VARIABLE = "SEEDWRIGHT_SOURCE_DIR"

# What must be said beside a model wherever it is shown.
REMARKS = {
    "i125_6711": "Usual surrogate for seeds of this design that have no published table of their own, such as"
    " CIAE-6711."
}


def _capsule_mm(file: SourceFile, where: str) -> tuple[float, float]:
    least = file.active_length_cm * 5 + CAPSULE_END_MM
    if file.physical_seed_cm is None:
        return CAPSULE_DIAMETER_MM / 2, max(CAPSULE_LENGTH_MM / 2, least)
    radius, half = file.physical_seed_cm.outer_diameter * 5, file.physical_seed_cm.outer_length * 5
    if half < least:
        raise BadInput(
            f"physical_seed_cm.outer_length is {file.physical_seed_cm.outer_length:g} cm "
            f"for an active length of {file.active_length_cm:g} cm",
            where=where,
            expected=f"at least {least / 5:g} cm",
            remedy="check both lengths",
        )
    return radius, half


def integrate_anisotropy(active_length_mm, r_mm, theta_deg, f) -> np.ndarray:
    """1D anisotropy function (p,) at radii ``r_mm`` (p,) from F (k, p): the mean dose rate over the sphere
    over that on the transverse axis (TG-43U1, Eq. 9), by Simpson's rule in theta on each table interval.

    Parameters
    ----------
    active_length_mm : float
    r_mm : (p,) float
    theta_deg : (k,) float
    f : (k, p) float
    """
    pieces = [np.linspace(a, b, 65) for a, b in itertools.pairwise(theta_deg)]
    nodes = np.unique(np.concatenate(pieces))
    theta = np.radians(nodes)
    weights = np.zeros_like(theta)
    for start in range(0, len(theta) - 1, 2):
        weights[start : start + 3] += (theta[start + 2] - theta[start]) / 6 * np.array([1, 4, 1])
    rho, z = np.outer(np.sin(theta), r_mm), np.outer(np.cos(theta), r_mm)
    half = active_length_mm / 2
    with np.errstate(invalid="ignore", divide="ignore"):
        line = (np.arctan2(z + half, rho) - np.arctan2(z - half, rho)) / (active_length_mm * rho)
    line[0] = 1 / (np.asarray(r_mm) ** 2 - half**2)
    middle = 2 * np.arctan(half / np.asarray(r_mm)) / (active_length_mm * np.asarray(r_mm))
    dense = np.stack([np.interp(nodes, theta_deg, column) for column in np.asarray(f).T], axis=1)
    return (weights * np.sin(theta)) @ (dense * line) / middle


def _phi_an(file: SourceFile, half_length_mm: float) -> tuple[np.ndarray, np.ndarray, bool]:
    for factor, published in ((file.anisotropy_factor, True), (file.anisotropy_factor_computed, False)):
        if factor is not None:
            return np.array(factor.r_cm) * 10, np.array(factor.phi_an), published
    f = file.anisotropy_function
    r_mm = np.array(f.r_cm) * 10
    outside = r_mm > half_length_mm
    phi = integrate_anisotropy(file.active_length_cm * 10, r_mm[outside], f.theta_deg, f.filled()[:, outside])
    return r_mm[outside], phi, False


def _problem(error: ValidationError) -> str:
    first = error.errors()[0]
    if first["type"] == "model_type":
        return "not a JSON object"
    place = ".".join(str(part) for part in first["loc"]) or "file"
    return f"{place}: {first['msg'].removeprefix('Value error, ')}"


def read_file(path: Path) -> SourceFile:
    """One source file as published, checked.

    Raises
    ------
    BadInput
        If the file cannot be read, is not JSON, or breaks a rule of ``tps.sources.schema``.
    """
    where = str(path)
    found = read_json(path, most_bytes=MAX_BYTES, remedy="correct the file")
    try:
        return SourceFile.model_validate(found)
    except ValidationError as error:
        raise BadInput(
            f"not a source model: {_problem(error)}",
            where=where,
            expected="the fields of the shipped files in tps/sources/data",
            remedy="correct the field named above",
        ) from error


def read_source(path: Path) -> SourceModel:
    """One source file, checked and converted to mm and hours.

    Raises
    ------
    BadInput
        As ``read_file``; or if the level of verification is none of ``LEVELS``, the line source does not
        fit into the capsule, or a value is not one of a seed of its nuclide.
    """
    file, where = read_file(path), str(path)
    level, level_text = _level(path, file)
    check_plausible(file, where)
    radius, half_length = _capsule_mm(file, where)
    phi_r, phi, published = _phi_an(file, half_length)
    g, f = file.radial_dose_function, file.anisotropy_function
    return SourceModel(
        name=path.stem,
        model=file.model,
        manufacturer=file.manufacturer,
        isotope=file.isotope,
        half_life_h=file.half_life_days * 24,
        dose_rate_constant=file.dose_rate_constant,
        active_length_mm=file.active_length_cm * 10,
        g_r_mm=np.array(g.r_cm) * 10,
        g_l=np.array(g.g_L),
        f_r_mm=np.array(f.r_cm) * 10,
        f_theta_deg=np.array(f.theta_deg),
        f=f.filled(),
        phi_r_mm=phi_r,
        phi_an=phi,
        phi_is_published=published,
        capsule_radius_mm=radius,
        capsule_half_length_mm=half_length,
        level=level,
        level_text=level_text,
        citation=file.citation,
        file_sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        monte_carlo_constant=file.monte_carlo_dose_rate_constant_clrp_v2,
    )


def _level(path: Path, file: SourceFile) -> tuple[str, str]:
    """Level and its text; what a user's own file says of itself is quoted, not believed."""
    said = file.verification_level
    if said[:1] not in LEVELS:
        raise BadInput(
            f"verification_level is {said!r}",
            where=str(path),
            expected="a text that begins with A, B, C or D",
        )
    if path.resolve().parent == DATA.resolve():
        return said[:1], said[2:].strip()
    return USER_LEVEL, f"the user's own file, verified by nobody here; it says of itself: {said!r}"


def source_files(folder=None) -> dict[str, Path]:
    """Name to file of every model; ``folder`` as in ``load_source``."""
    folder = folder if folder is not None else os.environ.get(FOLDER_VARIABLE) or None
    files = {path.stem: path for path in sorted(DATA.glob("*.json"))}
    if folder is not None:
        own = Path(folder)
        if not own.is_dir():
            raise BadInput("no such folder", where=str(own), expected="a folder of source files (*.json)")
        mine = {path.stem: path for path in sorted(own.glob("*.json"))}
        if not mine:
            raise BadInput("no source files (*.json) here", where=str(own), remedy="check the folder")
        twice = sorted(files.keys() & mine.keys())
        if twice:
            raise BadInput(
                f"{twice[0]!r} is also the name of a shipped model",
                where=str(mine[twice[0]]),
                remedy="rename the file",
            )
        files |= mine
    return files


def load_source(name: str, folder=None) -> SourceModel:
    """The seed model of that name.

    Parameters
    ----------
    name : str
        File name without ``.json``, e.g. ``i125_6711``.
    folder : path, optional
        The user's own source files, looked up besides those shipped; default: the folder named by the
        environment variable ``SEEDWRIGHT_SOURCE_DIR``, if that is set.

    Raises
    ------
    UnknownName
        If there is none; the message lists the names.
    BadInput
        If the file or the folder is not as it should be.
    """
    files = source_files(folder)
    if name not in files:
        raise UnknownName("source model", name, files)
    return read_source(files[name])


def list_sources(folder=None) -> tuple[SourceModel, ...]:
    """All seed models, by level of verification, then by name; ``folder`` as in ``load_source``.

    Raises
    ------
    BadInput
        If the folder or any file is not as it should be; all such files are named.
    """
    sources, bad = [], []
    for path in source_files(folder).values():
        try:
            sources.append(read_source(path))
        except BadInput as error:
            bad.append(error)
    if len(bad) == 1:
        raise bad[0]
    if bad:
        raise BadInput(
            f"{len(bad)} source files cannot be used:\n"
            + "\n".join(f"  {Path(error.where).name}: {error.what}" for error in bad),
            where=str(Path(bad[0].where).parent),
            expected=bad[0].expected,
            remedy="correct or remove these files",
        )
    return tuple(sorted(sources, key=lambda s: (s.level, s.name)))
