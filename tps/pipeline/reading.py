"""What the case of a plan or of a verified folder is read from, as the folder says."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tps.errors import BadInput, TpsError
from tps.export.plan_json import PLAN_JSON, PlanFile, read_plan_json
from tps.pipeline.verify_request import VerifyRequest

# How a scan is read that nothing is said about.
USUAL: dict[str, Any] = {
    "series": None,
    "resample": False,
    "labels_path": None,
    "acquisition": None,
    "charset": "",
}

# What is read, and how: arguments of ``read_case``.
Arguments = tuple[tuple, dict[str, Any]]


def scan_and_contours(
    file: PlanFile,
    folder: Path,
    ct: Path | str | None = None,
    drawn: Sequence[Path | str] = (),
    with_contours: bool = True,
) -> Arguments:
    """What a plan was made on.

    Parameters
    ----------
    file : PlanFile
    folder : Path
        Of the plan, for messages.
    ct, drawn : path-like, optional
        Where scan and contours are now, if not where the plan says.
    with_contours : bool
        False where only the scan is wanted.

    Raises
    ------
    BadInput
        If they are not there.
    """
    known = file.read_from or {}
    place = ct or known.get("ct_path")
    paths = ([str(path) for path in drawn] or known.get("structures_path", [])) if with_contours else []
    how = {k: known.get(k) for k in USUAL}
    if not paths:
        how["labels_path"] = None
    for path, option in ((place, "--ct"), *((p, "--structures") for p in paths)):
        if path is None or not Path(path).exists():
            raise BadInput(
                f"{path or 'the scan'} is not there" if path else "it does not say where its scan is",
                where=str(folder / PLAN_JSON),
                expected="the scan and contours that the plan was made on",
                remedy=f"say where they are now: {option} {'DIR' if option == '--ct' else 'FILE'}",
            )
    how["resample"], how["charset"] = bool(how["resample"]), how["charset"] or ""
    return (place, paths if len(paths) > 1 else paths[0] if paths else None), how


def to_be_shown(path: Path, ct: Path | None = None, structures: Sequence[Path] = ()) -> Arguments | None:
    """What `tps view` will read for its page; None where that cannot be told, which opening it will say.

    Parameters
    ----------
    path : Path
        A plan folder, a verified folder, or a scan.
    ct : Path, optional
    structures : sequence of Path
        Where they are now, or the contours of the scan.
    """
    try:
        if not (path / PLAN_JSON).is_file():
            return (path, list(structures) or None), USUAL
        file = read_plan_json(path)
        asked = (file.model_extra or {}).get("asked")
        if not (file.model_extra or {}).get("delivered"):
            return scan_and_contours(file, path, ct, structures)
        request = VerifyRequest.recorded(asked, PLAN_JSON).moved(None, ct, tuple(structures))
    except TpsError:
        return None
    how = USUAL | {"series": request.series, "resample": request.resample}
    return (request.ct, list(request.structures) or None), how
