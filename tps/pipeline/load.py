"""From files to a case."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

from tps.dicom.case import read_case
from tps.dicom.file.charset import statable
from tps.export.integrity import check_beside_plan
from tps.model import Case


def load_case(
    ct_path,
    structures_path=None,
    *,
    series=None,
    resample=False,
    labels_path=None,
    acquisition=None,
    charset="",
    read: Callable[..., Case] = read_case,
) -> Case:
    """Read a CT series and, if given, its structures.

    Parameters
    ----------
    ct_path : path-like
        Folder (or ZIP) with the CT.
    structures_path : path-like or sequence of path-like, optional
        RTSTRUCT, DICOM SEG, label map, or a folder of label maps; several where one holds the target and
        another the organs.
    series : str, optional
        Series Instance UID to take where there are several.
    resample : bool
        Straighten a tilted or unevenly stepped scan onto a regular grid instead of refusing it.
    labels_path : path-like, optional
        JSON or CSV that names the labels of a label map which does not name them itself.
    acquisition : str, optional
        Which of several acquisitions in one series, as the message that refuses them counts; "all" reads them
        as one scan.
    charset : str
        What names are written in where the files do not say so truly: "gb18030", "latin1" ...
    read : callable
        Reads it, given the arguments of ``read_case`` but for ``hearing``.

    Raises
    ------
    BadInput
        One clear message for anything that is not a consistent scan with its structures.
    """
    several = isinstance(structures_path, (list, tuple))
    structures = list(structures_path if several else [structures_path] if structures_path else [])
    check_beside_plan(ct_path, *structures)
    how = {
        "series": series,
        "resample": resample,
        "labels_path": labels_path,
        "acquisition": acquisition,
        "charset": statable(charset) if charset else "",
    }
    case = read(ct_path, structures_path, **how)
    read_from = {
        "ct_path": _whole(ct_path),
        "structures_path": [_whole(path) for path in structures],
        **how,
        "labels_path": _whole(labels_path) if labels_path else None,
    }
    return dataclasses.replace(case, read_from=read_from)


def _whole(path) -> str:
    return str(Path(path).resolve())
