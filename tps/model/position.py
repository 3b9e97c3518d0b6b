"""How the patient lies on the table."""

from dataclasses import dataclass

import numpy as np

from tps.errors import BadInput
from tps.model.grid import frozen_array

# Up, in patient coordinates (x to the patient's left, y to the back, z to the head), for each way to lie.
_UP = {
    "supine": (0.0, -1.0, 0.0),
    "prone": (0.0, 1.0, 0.0),
    "right-down": (1.0, 0.0, 0.0),
    "left-down": (-1.0, 0.0, 0.0),
}
POSITIONS = tuple(_UP)

# The last letters of Patient Position (0018,5100), DICOM PS3.3 C.7.3.1.1.2: decubitus is named by the side
# that lies below.
_DICOM = {"S": "supine", "P": "prone", "DR": "right-down", "DL": "left-down"}


@dataclass(frozen=True, eq=False)
class Position:
    """How the patient lies during the implant.

    Parameters
    ----------
    name : {"supine", "prone", "right-down", "left-down"}
    up : (3,) float
        Unit vector away from the floor, patient coordinates.
    stated : bool
        Whether the scan or the user says so; otherwise it is an assumption.
    as_scanned : bool
        Whether the scan was taken in this position.
    """

    name: str
    up: np.ndarray
    stated: bool = True
    as_scanned: bool = True

    def __post_init__(self):
        object.__setattr__(self, "up", frozen_array(self.up, (3,), "up"))

    @property
    def words(self) -> str:
        """For people: "supine", "right side down"."""
        return self.name.replace("-down", " side down")


def position_named(name: str, as_scanned: bool = True, stated: bool = True) -> Position:
    """The position of that name; raises ``BadInput`` listing the names."""
    if name not in _UP:
        raise BadInput(f"position {name!r}", where="--position", expected=" or ".join(POSITIONS))
    return Position(name, np.array(_UP[name]), stated, as_scanned)


def position_of(patient_position: str, asked: str = "") -> Position:
    """The position a plan is made for.

    Parameters
    ----------
    patient_position : str
        Patient Position (0018,5100) of the scan: "HFS", "FFP", "HFDR" ...; "" where it is not stated.
    asked : str
        What the user asks for; "" for the scan's own.

    Raises
    ------
    BadInput
        For a value that names no position on a back, a front or a side.
    """
    code = patient_position.strip().upper()
    if code and code[2:] not in _DICOM:
        if not asked:
            raise BadInput(
                f"Patient Position is {patient_position!r}",
                where="CT (0018,5100)",
                expected="HFS, HFP, HFDR, HFDL, FFS, FFP, FFDR or FFDL",
                remedy="say how the patient lies with --position",
            )
        code = ""
    scanned = _DICOM[code[2:]] if code else ""
    if asked:
        return position_named(asked, as_scanned=asked == (scanned or asked))
    return position_named(scanned or "supine", stated=bool(scanned))
