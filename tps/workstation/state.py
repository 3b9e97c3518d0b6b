"""What the page asks for first: patient, scan, regions, levels, windows and plan."""

from typing import Any

from tps import NOT_FOR_CLINICAL_USE, __version__
from tps.dicom.identity.anonymise import anonymous_patient
from tps.model import Case
from tps.workstation.desk import Desk
from tps.workstation.grids import grid_entry
from tps.workstation.look import Shape, levels_entry, shapes_without_plan
from tps.workstation.room import Room

# Level and width, HU, by the key that chooses it.
WINDOWS = (
    {"key": "1", "name": "soft-tissue", "level": 40, "width": 400},
    {"key": "2", "name": "lung", "level": -600, "width": 1500},
    {"key": "3", "name": "bone", "level": 480, "width": 2500},
)


def shapes_on(desk: Desk) -> tuple[Shape, ...]:
    """The regions that there are to see."""
    if desk.history is None:
        return shapes_without_plan(desk.case)
    return desk.moment.basis.shapes


def state_entry(room: Room, role: str) -> dict[str, Any]:
    """``GET /api/state``.

    Parameters
    ----------
    room : Room
    role : {"editor", "reader"}
    """
    desk, memory = room.desk, room.memory
    with desk.lock:
        planned = desk.history is not None
        return {
            "notice": NOT_FOR_CLINICAL_USE,
            "software": f"seedwright {__version__}",
            "language": room.language,
            "role": role,
            "revision": desk.revision,
            "phase": "plan" if planned else "no-plan",
            "patient": anonymous_patient(desk.case.identity.patient_id, desk.case.identity.study_uid),
            "position": desk.case.identity.patient_position,
            "ct": ct_entry(desk.case),
            "structures": [shape.entry() for shape in shapes_on(desk)],
            "levels": levels_entry(desk.moment.basis.prescription.dose_gy if planned else 0.0),
            "windows": WINDOWS,
            "plan": desk.entry() if planned else None,
            "original": desk.entry(desk.history.first) if desk.history is not None else None,
            "warnings": list(desk.case.warnings),
            "busy": desk.busy,
            "restored": {"steps": memory.restored, "note": memory.note}
            if memory
            else {"steps": 0, "note": ""},
        }


def ct_entry(case: Case) -> dict[str, Any]:
    """The scan's grid, with the scanner's own numbers of its images."""
    grid = grid_entry(case.ct.grid)
    return grid | {"direction": grid["axes"], "image_numbers": list(case.identity.image_numbers)}
